"""What a story's body must not hold, said again apart from the code that keeps it out."""

import re
from html.parser import HTMLParser

ALLOWED = {
    "a": {"href", "rel"},
    **dict.fromkeys(["strong", "em", "sub", "sup", "br", "hr", "ul", "ol"], frozenset()),
    **dict.fromkeys(["p", "h2", "h3", "li", "span"], frozenset({"lang", "dir"})),
    "blockquote": {"lang", "dir", "data-pull"},
    "figure": {"data-photo", "data-place", "data-gallery", "data-embed"},
    **dict.fromkeys(["figcaption", "table", "thead", "tbody", "tr", "td"], frozenset()),
    "th": {"scope"},
}
VALUES = {
    "data-photo": r"[1-9][0-9]*",
    "data-place": "start|end|wide",
    "data-gallery": "",
    "data-pull": "",
    "data-embed": r"https://(?:www\.youtube\.com|vimeo\.com|bsky\.app|x\.com|www\.instagram\.com|[a-z.]+)/[\w@./?=:%-]+",
    "scope": "col|row",
}
# A picture and perhaps where it stands, a gallery, or something from elsewhere: never two of them.
FIGURES = [{"data-photo"}, {"data-photo", "data-place"}, {"data-gallery"}, {"data-embed"}]
IN_BLOCKS = frozenset({"", "blockquote", "li"})
IN_TEXT = frozenset(
    {"p", "h2", "h3", "li", "strong", "em", "a", "sub", "sup", "span", "figcaption", "td", "th"}
)
MAY_STAND_IN = {
    **dict.fromkeys(["p", "h2", "h3", "ul", "ol", "blockquote", "hr"], IN_BLOCKS),
    **dict.fromkeys(["strong", "em", "a", "sub", "sup", "span", "br"], IN_TEXT),
    "li": {"ul", "ol"},
    "figure": {"", "figure"},
    "figcaption": {"figure"},
    "table": {""},
    **dict.fromkeys(["thead", "tbody"], frozenset({"table"})),
    "tr": {"thead", "tbody"},
    **dict.fromkeys(["td", "th"], frozenset({"tr"})),
}


def destination(href):
    """Where a browser goes: "web", "mail", "here", or something a story must not have. After the URL standard, not our code."""
    url = re.sub("[\t\n\r]", "", href.strip("".join(map(chr, range(0x21)))))
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", url)
    if scheme:
        name = scheme[1].lower()
        if name == "mailto":
            return "mail"
        return (
            "web"
            if name in ("http", "https") and re.match(r"//[^/\\]", url[scheme.end() :])
            else f"bad: {url}"
        )
    if url[:1] in ("/", "\\"):
        return "elsewhere" if url[1:2] in ("/", "\\") else "here"
    return "here" if url[:1] == "#" else f"bad: {url}"


class Reading(HTMLParser):
    """A body as a browser would take it: its words, and its faults."""

    def __init__(self, body):
        super().__init__(convert_charrefs=True)
        self.faults, self.words, self.open, self.links = [], [], [], []
        self.feed(body)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self.open]

    def handle_starttag(self, tag, attributes):
        if tag not in ALLOWED:
            self.faults.append(f"<{tag}>")
            return
        if (self.open or [""])[-1] not in MAY_STAND_IN[tag] or (tag == "a" and "a" in self.open):
            self.faults.append(f"<{tag}> in {self.open}")
        self.faults += [f"{tag} {name}" for name, _ in attributes if name not in ALLOWED[tag]]
        found = dict(attributes)
        self.faults += [
            f"{tag} {name}={value}"
            for name, value in attributes
            if name in VALUES and not re.fullmatch(VALUES[name], value or "", re.ASCII)
        ]
        if tag == "figure" and set(found) not in FIGURES:
            self.faults.append(f"<figure> in no kind: {found}")
        if tag == "a":
            self.links.append(found.get("href"))
            if (
                destination(found.get("href", "none")) not in ("web", "mail", "here")
                or found.get("rel") != "noopener"
            ):
                self.faults.append(f"link {found}")
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.faults.append(f"comment {data!r}")

    handle_decl = handle_pi = unknown_decl = handle_comment
