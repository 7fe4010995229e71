"""The HTML a story may have: its elements, their attributes, and what is taken for them.

The editor offers these, ``articles.tidying`` writes nothing else, and the sanitiser of ``articles.html`` lets nothing else pass.
"""

import html
import re

HEADINGS, LISTS = {"h2", "h3"}, {"ul", "ol"}
PARAGRAPH_LIKE = HEADINGS | {"p"}
BLOCKS = PARAGRAPH_LIKE | LISTS | {"li", "blockquote"}
INLINE = {"strong", "em", "a", "sub", "sup", "span"}
TAGS = BLOCKS | INLINE | {"br", "hr"}
# A paragraph in another language than the story says so, and is read aloud and set accordingly.
_WITH_LANGUAGE = ("p", "h2", "h3", "li", "blockquote", "span")
ATTRIBUTES = {"a": {"href"}} | {tag: {"lang", "dir"} for tag in _WITH_LANGUAGE}
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
}
RENAMED = {name: tag for tag, names in _OTHER_NAMES.items() for name in names.split()}

_ATTRIBUTE = re.compile(
    r"""([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?+""", re.ASCII
)
# In an address "&copy=2" is a parameter; only a reference that ends is one.
_BARE_AMPERSAND = re.compile(r"&(?!#|[a-z0-9]+;)", re.IGNORECASE | re.ASCII)
_HUGE_REFERENCE = re.compile(r"&#(?:[0-9]{8,}|x[0-9a-f]{7,});?", re.IGNORECASE | re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}", re.IGNORECASE | re.ASCII)
_LINK = re.compile(r"https?://[^\s/\\?#]|mailto:[^\s?]|/(?![/\\])|\#", re.IGNORECASE | re.ASCII)
_URL_ENDS = "".join(map(chr, range(0x21)))


def permitted(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute as a story may have it, or None. Reads an address as a browser does."""
    if (tag, name) == ("a", "href"):
        address = re.sub(r"[\t\n\r]", "", value).strip(_URL_ENDS)
        return address if _LINK.match(address) else None
    if name == "lang":
        return value if _LANGUAGE.fullmatch(value) else None
    if name == "dir":
        return value.lower() if value.lower() in ("ltr", "rtl", "auto") else None
    return None


def text_of(markup: str) -> str:
    """The characters that references stand for; survives the numbers that Python refuses to read."""
    return html.unescape(_HUGE_REFERENCE.sub("\ufffd", markup))


def written_attributes(tag: str, source: str) -> str:
    """The permitted ones of the attributes in the source of a start tag, as they are written after its name."""
    found = {}
    for attribute in _ATTRIBUTE.finditer(source) if tag in ATTRIBUTES else ():
        name = attribute[1].lower()
        if name in ATTRIBUTES[tag] and name not in found:
            raw = next((value for value in attribute.groups()[1:] if value is not None), "")
            found[name] = permitted(tag, name, text_of(_BARE_AMPERSAND.sub("&amp;", raw)))
    return "".join(f' {name}="{html.escape(value)}"' for name, value in found.items() if value)
