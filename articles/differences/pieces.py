"""The tags and the text of a body, in their order.

``html.parser`` is not used: it raises for some texts and takes the square of the length for others.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.markup import CONTENT_DROPPED, text_of

# As in articles.tidying, a tag without its end runs to the end of the text, so that each character is looked at once.
_PIECE = re.compile(
    rf"""
      <!--(?:(?!-->).)*+(?:-->)?
    | <[!?][^>]*+>?
    | <(?P<dropped>{"|".join(sorted(CONTENT_DROPPED))})(?=[\s/>]).*?(?:</(?P=dropped)(?=[\s/>])[^>]*+>?|\Z)
    | <(?P<close>/?)(?P<tag>[a-z][^\s/>]*+)(?P<attributes>(?:"[^"]*+"?+|'[^']*+'?+|[^"'>])*+)(?P<end>>?)
    | (?P<text>[^<]++|<)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL | re.ASCII,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[a-z][a-z-]*+)\s*+=\s*+(?:"(?P<double>[^"]*+)|'(?P<single>[^']*+)|(?P<bare>[^\s>"']++))""",
    re.IGNORECASE | re.ASCII,
)


class Start(NamedTuple):
    """A start tag, with those of its attributes that have a value."""

    tag: str
    attributes: dict[str, str]


class End(NamedTuple):
    """An end tag."""

    tag: str


def pieces_of(html: str) -> Iterator[str | Start | End]:
    """Text, start tags and end tags, without comments and what is in scripts. A tag that does not end is text."""
    for piece in _PIECE.finditer(html):
        if piece["text"]:
            yield text_of(piece["text"])
        elif piece["tag"] and not piece["end"]:
            yield piece[0]
        elif piece["close"]:
            yield End(piece["tag"].lower())
        elif piece["tag"]:
            yield Start(piece["tag"].lower(), _attributes(piece["attributes"]))


def _attributes(source):
    found = {}
    for attribute in _ATTRIBUTE.finditer(source) if "=" in source else ():
        value = attribute["double"] or attribute["single"] or attribute["bare"] or ""
        found.setdefault(attribute["name"].lower(), text_of(value))
    return found
