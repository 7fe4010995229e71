"""A story's text as its page shows it: the stored text with its pictures, galleries, tables and what comes from elsewhere.

``shown_body`` reads text that has passed ``articles.html`` once from left to right, and trusts nothing else: what it adds is
escaped. It asks the database nothing. Whatever is not to be seen any more leaves nothing behind.
"""

import re
from itertools import count

from csp.decorators import csp_update
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.embeds import FRAMES, embed_at
from articles.figures import photo_from
from articles.html import plain_text
from articles.markup import text_of

# A caption stops at the next figure, so that text without its ends is not read again and again.
_CAPTION = r"(?:<figcaption>[^<]*+(?:<(?!/?fig)[^<]*+)*+</figcaption>)?+"
_FIGURE = rf'<figure data-(?:photo|embed)="[^"<>]*+"(?: data-place="[a-z]++")?+>{_CAPTION}</figure>'
_PIECES = (
    rf'(?P<gallery><figure data-gallery="">(?:{_FIGURE})++</figure>)',
    rf"(?P<figure>{_FIGURE})",
    r"(?P<table></?table>)",
    r'<blockquote(?P<before>(?: (?!data-pull)[a-z]++="[^"<>]*+")*+) data-pull=""(?P<after>[^<>]*+)>',
)
_PIECE = re.compile("|".join(_PIECES))
_ONE = re.compile(
    r'<figure data-(?P<kind>photo|embed)="(?P<value>[^"]*)"(?: data-place="(?P<place>[a-z]+)")?>'
    r"(?:<figcaption>(?P<caption>.*)</figcaption>)?</figure>",
    re.DOTALL,
)
# How wide the picture is in the page, for each place it may have.
SIZES = {
    "": "(min-width: 44em) 40rem, 94vw",
    "wide": "(min-width: 72em) 54rem, 94vw",
    "start": "(min-width: 48em) 19rem, 94vw",
    "end": "(min-width: 48em) 19rem, 94vw",
    "slide": "(min-width: 48em) 30rem, 80vw",
}
# Each is looked for in the whole text.
MOST_PULLS, LONGEST_PULL = 20, 2_000

# For a view whose page shows a story's text: the films a reader presses for may come into it, and nothing else of others.
may_play_films = csp_update({"frame-src": list(FRAMES)})


def shown_body(body: str, figures: dict) -> str:
    """The text with its figures, as HTML. ``figures`` is what ``articles.figures.figures_of`` says of its pictures."""
    page = _Page(body, figures)
    return _PIECE.sub(page.shown, body)


class _Page:
    def __init__(self, body, figures):
        self.body, self.figures = body, figures
        self.tables, self.pulls = count(1), count(1)
        self.words = None

    def shown(self, piece):
        if piece["gallery"]:
            return self._gallery(piece["gallery"])
        if piece["figure"]:
            return self._figure(piece["figure"])
        if piece["table"]:
            return self._table(piece["table"])
        return self._pull(piece)

    def _figure(self, markup, place=None):
        found = _ONE.fullmatch(markup)
        if found["kind"] == "embed":
            return self._embed(found["value"], found["caption"])
        return self._photo(found["value"], place or found["place"] or "", found["caption"])

    def _photo(self, key, place, caption):
        record = self.figures.get(key)
        photo = photo_from(record) if record else None
        if photo is None:
            return ""
        context = {"photo": photo, "sizes": SIZES.get(place, SIZES[""])}
        picture = render_to_string("articles/_figure_picture.html", context).strip()
        # The words were written for the picture that was chosen, not for the one that takes its place.
        is_chosen = photo.folder == record["folder"]
        words = [caption if caption and is_chosen else escape(photo.caption)]
        if photo.credit:
            words.append(f"<small>{escape(photo.credit)}</small>")
        told = " ".join(filter(None, words))
        told = f'<figcaption dir="auto">{told}</figcaption>' if told else ""
        tall = " tall" if photo.height > photo.width and place not in ("start", "end") else ""
        return f'<figure class="{f"inset {place}".strip()}{tall}">{picture}{told}</figure>'

    def _gallery(self, markup):
        shown = [self._figure(figure, "slide") for figure in re.findall(_FIGURE, markup)]
        shown = [photo for photo in shown if photo]
        if not shown:
            return ""
        label = ngettext("%d picture", "%d pictures, side by side", len(shown)) % len(shown)
        return f'<div class="gallery" role="group" tabindex="0" aria-label="{escape(label)}">{"".join(shown)}</div>'

    def _embed(self, address, caption):
        embed = embed_at(text_of(address))
        if embed is None:
            return ""
        play = ""
        if embed.frame:
            told = _("It is loaded from %s, which learns that you watch it.") % embed.provider
            play = (
                f'<button class="button" type="button" data-frame="{escape(embed.frame)}" data-title="{escape(embed.title)}" '
                f"hidden>{escape(_('Play it here'))}</button> <small hidden>{escape(told)}</small>"
            )
        told = f'<figcaption dir="auto">{caption}</figcaption>' if caption else ""
        return (
            f'<figure class="embed"><p lang="{escape(get_language() or "")}" dir="auto">'
            f'<a href="{escape(embed.address)}" rel="noopener">{escape(embed.title)}</a> '
            f"<small>{escape(embed.shown_address)}</small>{play}</p>{told}</figure>"
        )

    def _table(self, tag):
        if tag == "</table>":
            return "</table></div>"
        label = _("Table %d") % next(self.tables)
        return f'<div class="scroller" role="group" tabindex="0" aria-label="{escape(label)}"><table>'

    def _pull(self, piece):
        """What repeats the text is for the eye alone; what says something of its own is read to everybody."""
        hidden = (
            ' aria-hidden="true"' if next(self.pulls) <= MOST_PULLS and self._repeats(piece.end()) else ""
        )
        return f'<blockquote class="pull"{hidden}{piece["before"]}{piece["after"]}>'

    def _repeats(self, start):
        if self.words is None:
            self.words = " ".join(plain_text(self.body).split())
        end = self.body.find("</blockquote>", start, start + LONGEST_PULL)
        # What can be reached with the keyboard is never hidden.
        if end < 0 or "<a " in self.body[start:end]:
            return False
        said = " ".join(plain_text(self.body[start:end]).split()).strip("“”„»«\"' .…")
        return bool(said) and self.words.count(said) > 1
