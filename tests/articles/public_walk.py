"""A walk over every address readers can ask for: those of all patterns with whatever fits them, and every link met on the way."""

import re
from html import unescape
from itertools import product
from urllib.parse import unquote

from django.conf import settings
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse
from django.utils.timezone import now

from articles.models import Article, Author, FormerAddress, Revision, Section, Tag
from comments.models import Comment
from comments.threads import cursor_of
from tests.articles.secret_paper import SHARED

#: The desk, which asks who is there; the address alone, since nothing below it is for readers.
NOT_PUBLIC = ("admin/",)
#: Beside those of patterns: what is no page, and what the server hands out itself.
OTHERS = ("/nowhere/", "/nowhere/at/all/", "/2026/11/", "/media/", "/media/photos/", "/static/", "/?a=%00")
LINK = re.compile(rf"""["'>\s(](?:{re.escape(settings.SITE_URL)})?(/[^\s"'<>)]*)""")
FORM = {"name": "Anna", "text": "", "website": ""}


def public_patterns(resolver=None, route="", namespaces=()):
    """The name, the route and the names of the parameters of every pattern that is not the desk's."""
    resolver = resolver or get_resolver()
    for entry in resolver.url_patterns:
        whole = route + str(entry.pattern)
        if whole.startswith(NOT_PUBLIC):
            continue
        if isinstance(entry, URLResolver):
            inside = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from public_patterns(entry, whole, inside)
        else:
            name = ":".join([*namespaces, entry.name or ""])
            yield name, whole, sorted({*entry.pattern.converters, *entry.pattern.regex.groupindex})


def examples(paper):
    """What may stand for each parameter: all that any row has, published or not, and what none has."""
    contents = Revision.objects.values_list("content__slug", flat=True)
    slugs = {"nothing", *filter(None, contents)}
    for model in (Article, FormerAddress, Author, Tag, Section):
        slugs |= {slug for slug in model.objects.values_list("slug", flat=True) if slug}
    days = set(Article.objects.exclude(published_on=None).values_list("published_on", flat=True))
    return {"slug": sorted(slugs), "date": sorted(days | paper.days), "token": paper.tokens}


def addresses(paper):
    """Every address of every pattern, by the name of the pattern. Raises ``LookupError`` for one without examples."""
    values = examples(paper)
    found = {}
    for name, route, parameters in public_patterns():
        if name.endswith(":") or not name:
            raise LookupError(f"{route!r} has no name, so nothing can be asked of it")
        if unknown := set(parameters) - set(values):
            raise LookupError(f"Give examples of {unknown} in {route!r}")
        found[name] = [
            address
            for chosen in product(*(values[parameter] for parameter in parameters))
            if (address := _reverse(name, dict(zip(parameters, chosen, strict=True))))
        ]
    return found


def _reverse(name, kwargs):
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return ""


def queries():
    """What may stand behind a question mark: pages, cursors, what is answered, what is looked for."""
    letters = Comment.objects.values_list("pk", flat=True)
    asked = [f"page={number}" for number in (1, 2, 3)] + [f"before={cursor_of(now())}", f"q={SHARED}"]
    return [*asked, *(f"reply={pk}" for pk in letters)]


class Walk:
    """Goes to every address, and wherever a link leads. ``answers`` has every response by its method and address."""

    def __init__(self, client, paper):
        self.client, self.answers = client, {}
        self.addresses = addresses(paper)
        start = [address for found in self.addresses.values() for address in found]
        self.crawl([*start, *OTHERS, *paper.statuses])

    def go_on(self):
        """To further pages, to what is asked for behind a question mark, and by other methods."""
        pages = self.seen(but=(400, 404))
        self.crawl([f"{page}?{query}" for page in pages for query in queries()])
        for address in pages:
            for letter in ("", *Comment.objects.values_list("public_id", flat=True)):
                self.ask("POST", address, FORM | {"reply_to": letter})
        for address in self.seen(but=()):
            self.ask("HEAD", address)

    def seen(self, but):
        found = list(self.answers.items())
        return [
            address
            for (method, address), answer in found
            if method == "GET" and answer.status_code not in but and "?" not in address
        ]

    def crawl(self, waiting):
        while waiting:
            address = waiting.pop()
            if ("GET", address) in self.answers:
                continue
            answer = self.ask("GET", address)
            text = unescape(f"{answer.content.decode()} {answer.headers.get('Location', '')} ")
            links = [link.partition("#")[0] for link in LINK.findall(f" {text}")]
            waiting += [link for link in links if not link.startswith(("//", "/static/", "/admin/"))]

    def ask(self, method, address, data=None):
        headers = {"sec-fetch-site": "same-origin"}
        answer = self.client.generic(method, address, headers=headers) if data is None else None
        answer = answer or self.client.post(address, data, headers=headers)
        self.answers[method, address] = answer
        return answer

    def found(self, words, but=()):
        """The places of all these words that were met beyond some pages, each with the first address that gave it away.

        Whoever asks for a story that is gone may be told one of its own addresses.
        """
        met, any_of_them = {}, re.compile("|".join(map(re.escape, words)))
        for (method, address), answer in self.answers.items():
            if address.partition("?")[0] in but:
                continue
            for word in any_of_them.findall(unquote(whole(answer)).lower()):
                if not (answer.status_code == 410 and words[word].endswith("slug")):
                    met.setdefault(word, f"{words[word]}, at {method} {address} ({answer.status_code})")
        return met


def whole(answer):
    """All that goes over the wire: every header and the body."""
    heads = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{heads}\n{answer.cookies.output()}\n{answer.content.decode()}"
