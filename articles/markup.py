"""The HTML a story may have: its elements, their attributes, and what is taken for them.

The editor offers these, ``articles.tidying`` writes nothing else, and the sanitiser of ``articles.html`` lets nothing else pass.
"""

import html
import re

from articles.embeds import embed_at

HEADINGS, LISTS = {"h2", "h3"}, {"ul", "ol"}
PARAGRAPH_LIKE = HEADINGS | {"p"}
BLOCKS = PARAGRAPH_LIKE | LISTS | {"li", "blockquote"}
INLINE = {"strong", "em", "a", "sub", "sup", "span"}
# What is no running text: a picture or several of the library, something from elsewhere, rows and columns.
FIGURES, TABLES = {"figure", "figcaption"}, {"table", "thead", "tbody", "tr", "th", "td"}
CELLS = {"th", "td"}
TAGS = BLOCKS | INLINE | FIGURES | TABLES | {"br", "hr"}
# A paragraph in another language than the story says so, and is read aloud and set accordingly.
_WITH_LANGUAGE = ("p", "h2", "h3", "li", "blockquote", "span")
ATTRIBUTES = {"a": {"href"}} | {tag: {"lang", "dir"} for tag in _WITH_LANGUAGE}
ATTRIBUTES["blockquote"] = {"lang", "dir", "data-pull"}
# Never an address of a picture: the key of a row, so that what is shown has a credit, and an end where its rights have one.
ATTRIBUTES["figure"] = {"data-photo", "data-place", "data-gallery", "data-embed"}
ATTRIBUTES["th"] = {"scope"}
PLACES = ("start", "end", "wide")
# Gone with what is in them: none of it was meant to be read as the story's text.
CONTENT_DROPPED = {"script", "style", "template", "title", "iframe", "noscript", "noembed", "noframes"}
# Word processors and web pages say the same things in other words.
_OTHER_NAMES = {
    "strong": "b",
    "em": "i",
    "h2": "h1",
    "h3": "h4 h5 h6",
    "p": "div section article aside header footer main nav address center body pre details summary figure figcaption "
    "form fieldset dl dt dd table caption tr",
    "tbody": "tfoot",
}
RENAMED = {name: tag for tag, names in _OTHER_NAMES.items() for name in names.split()}

_ATTRIBUTE = re.compile(
    r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?+""", re.ASCII
)
# In an address "&copy=2" is a parameter; only a reference that ends is one.
_BARE_AMPERSAND = re.compile(r"&(?!#|[a-z0-9]+;)", re.IGNORECASE | re.ASCII)
_HUGE_REFERENCE = re.compile(r"&#(?:[0-9]{8,}|x[0-9a-f]{7,});?", re.IGNORECASE | re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}", re.IGNORECASE | re.ASCII)
_KEY = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)
_WORDS = {"dir": ("ltr", "rtl", "auto"), "data-place": PLACES, "scope": ("col", "row")}
_LINK = re.compile(r"https?://[^\s/\\?#]|mailto:[^\s?]|/(?![/\\])|\#", re.IGNORECASE | re.ASCII)
_URL_ENDS = "".join(map(chr, range(0x21)))


def permitted(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute as a story may have it, or None. Reads an address as a browser does."""
    if (tag, name) == ("a", "href"):
        address = re.sub(r"[\t\n\r]", "", value).strip(_URL_ENDS)
        return address if _LINK.match(address) else None
    if name == "lang":
        return value if _LANGUAGE.fullmatch(value) else None
    if name in _WORDS:
        return value.lower() if value.lower() in _WORDS[name] else None
    if name in ("data-gallery", "data-pull"):
        return ""
    if name == "data-photo":
        return value if _KEY.fullmatch(value) else None
    if name == "data-embed":
        embed = embed_at(value)
        return embed and embed.address
    return None


def text_of(markup: str) -> str:
    """The characters that references stand for; survives the numbers that Python refuses to read."""
    return html.unescape(_HUGE_REFERENCE.sub("\ufffd", markup))


def attributes_in(tag: str, source: str) -> dict[str, str]:
    """Those attributes in the source of a start tag that the element may have, as they were written."""
    found = {}
    for attribute in _ATTRIBUTE.finditer(source) if tag in ATTRIBUTES else ():
        name = attribute[1].lower()
        if name in ATTRIBUTES[tag] and name not in found:
            raw = next((value for value in attribute.groups()[1:] if value is not None), "")
            found[name] = text_of(_BARE_AMPERSAND.sub("&amp;", raw))
    return found


def written_attributes(tag: str, source: str) -> str:
    """The permitted ones of the attributes in the source of a start tag, as they are written after its name."""
    found = attributes_in(tag, source).items()
    return written({name: permitted(tag, name, value) for name, value in found})


def written(attributes: dict[str, str | None]) -> str:
    """Attributes as they stand in a start tag, without those that are None."""
    return "".join(
        f' {name}="{html.escape(value)}"' for name, value in attributes.items() if value is not None
    )
