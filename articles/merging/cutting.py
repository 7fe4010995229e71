"""Where a body falls into blocks, and a plain text into paragraphs."""

import re
from itertools import pairwise

# What stands in the running text: at the top level, words and these make one block together.
INLINE = {"a", "abbr", "b", "br", "code", "em", "i", "s", "small", "span", "strong", "sub", "sup", "u"}
VOID = {"br", "hr", "img", "wbr"}

# A sanitised address may hold a bare ">", so quoted values are read as a whole.
_TAG = re.compile(r"""<(/?)([a-z][^\s/<>"']*+)(?:[^"'<>]++|"[^"]*+"|'[^']*+')*+>""", re.IGNORECASE)
_LINE_BREAKS = re.compile(r"((?:\r\n?|\n)+)")


def blocks(html: str) -> list[str]:
    """The top-level blocks of a body, which joined are the same body byte for byte. Takes any text, however broken.

    White space belongs to the block before it. What is not closed makes one block with all that follows.
    """
    edges = sorted({0, *_edges(html), len(html)})
    found = []
    for start, end in pairwise(edges):
        piece = html[start:end]
        if found and (piece.isspace() or found[-1].isspace()):
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _edges(html):
    """Where a block begins or ends that is not running text."""
    depth = 0
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name in VOID - INLINE and depth == 0:
            yield from tag.span()
        if name in VOID | INLINE or (tag[1] and depth == 0):
            continue
        if depth == 0:
            yield tag.start()
        depth += -1 if tag[1] else 1
        if depth == 0:
            yield tag.end()


def paragraphs(text: str) -> tuple[list[str], dict[str, str]]:
    """The paragraphs of a plain text without the line breaks between them, and the breaks that stood before each."""
    pieces = _LINE_BREAKS.split(text)
    breaks = {paragraph: gap for gap, paragraph in zip(pieces[1::2], pieces[2::2], strict=True) if paragraph}
    return [paragraph for paragraph in pieces[::2] if paragraph], breaks
