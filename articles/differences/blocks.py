"""A body read as the blocks that are compared: paragraphs, headings, points of a list, pictures.

Lists and quotations are taken apart, so that a change in one point shows that point. It reads what the sanitiser writes, and also,
as old revisions may hold it, anything else: in one pass, without raising, and without the contents of scripts.
"""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from articles.differences import kinds
from articles.differences.pieces import End, Start, pieces_of
from articles.differences.words import LANGUAGE, LINE_BREAK, LINK, PICTURE, PLAIN, RULE, Token, words_of
from articles.markup import BLOCKS, RENAMED
from newsroom.text import legal

# What is deeper is read as if it were not.
MAX_DEPTH = 50

_KINDS = {
    **dict.fromkeys(("h1", "h2"), kinds.HEADING),
    **dict.fromkeys(("h3", "h4", "h5", "h6"), kinds.SUBHEADING),
    "ul": kinds.LIST,
    "ol": kinds.NUMBERED,
    "blockquote": kinds.QUOTATION,
    "figure": kinds.PICTURE,
    "table": kinds.TABLE,
}
_NESTING = {kinds.LIST, kinds.NUMBERED, kinds.QUOTATION, kinds.PULL}
# Elements that are something else with such an attribute.
_WITH_ATTRIBUTE = {("blockquote", "data-pull"): kinds.PULL, ("figure", "data-embed"): kinds.EMBED}
# A caption belongs to its picture.
_EDGES = BLOCKS | {name for name, tag in RENAMED.items() if tag in BLOCKS} | {"hr"}
_EDGES -= {"figcaption", "caption"}
_SPACED = {"td", "th", "figcaption", "caption"}
_MARKS = {
    **dict.fromkeys(("b", "strong"), "b"),
    **dict.fromkeys(("i", "em"), "i"),
    **{name: name for name in ("sub", "sup", "u", "s", "code")},
}


@dataclass(eq=False)
class Block:
    """One block: what it is, how deep in lists and quotations, and its words and notes."""

    kind: str
    depth: int
    tokens: list[Token]

    @cached_property
    def key(self) -> tuple:
        """Equal for blocks between which a reader would see no difference."""
        return self.kind, self.depth, tuple(self.tokens)


def blocks_of(html: str) -> list[Block]:
    """The blocks of a body, without those in which nothing is to be seen. Takes time in proportion, and never raises."""
    reader = _Reader()
    for piece in pieces_of(legal(html)):
        match piece:
            case Start():
                reader.open(piece.tag, piece.attributes)
            case End():
                reader.close(piece.tag)
            case _:
                reader.write(piece)
    reader.end_block()
    return reader.blocks


class _Reader:
    def __init__(self):
        self.blocks = []
        self.tokens = []
        self.containers = []
        self.starts_point = False
        self._start_afresh()

    def write(self, text):
        text = text.lstrip() if self.is_new else text
        if not text:
            return
        marks = self.marks if self.address is None else self.marks | {"a"}
        # Only the note of a language stands before the first word, and apart from it.
        space = bool(self.tokens) if self.is_new else self.space
        self.tokens += words_of(text, marks, space=space)
        self.space = text[-1].isspace()
        self.is_new = False

    def open(self, tag, attributes):
        if tag in _EDGES:
            self.end_block()
            self._enter(tag, attributes)
            self._note_figure(attributes)
        self.space = self.space or tag in _SPACED
        if tag in _MARKS:
            self.depths[_MARKS[tag]] = self.depths.get(_MARKS[tag], 0) + 1
            self._settle_marks()
        self._note_language(attributes)
        if tag == "a":
            self._end_link()
            self.address = attributes.get("href")
        elif tag == "img":
            self._note(PICTURE, f"{attributes.get('alt', '')} {attributes.get('src', '')}".strip())
        elif tag == "br":
            self._note(LINE_BREAK, "")
            self.space = True
        elif tag == "hr":
            self._note(RULE, "")
            self.end_block()

    def close(self, tag):
        if tag in _EDGES:
            self.end_block()
            self._leave(tag)
        self.space = self.space or tag in _SPACED
        if tag == "a":
            self._end_link()
        elif self.depths.get(_MARKS.get(tag)):
            self.depths[_MARKS[tag]] -= 1
            self._settle_marks()

    def end_block(self):
        self._end_link()
        tokens, self.tokens = self.tokens, []
        self._start_afresh()
        if all(token.note in (LANGUAGE, LINE_BREAK, LINK) for token in tokens):
            self.tokens = [token for token in tokens if token.note == LANGUAGE]
            return
        depth = sum(kind in _NESTING for _tag, kind in self.containers)
        self.blocks.append(Block(self._kind(tokens), depth, tokens))
        self.starts_point = False

    def _kind(self, tokens):
        notes = {token.note for token in tokens}
        if RULE in notes:
            return kinds.RULE
        kind = next((kind for _tag, kind in reversed(self.containers)), kinds.PARAGRAPH)
        if notes == {PICTURE} and kind != kinds.EMBED:
            return kinds.PICTURE
        return kinds.CONTINUED if kind in (kinds.LIST, kinds.NUMBERED) and not self.starts_point else kind

    def _enter(self, tag, attributes):
        self.starts_point = self.starts_point or tag == "li"
        if tag in _KINDS and len(self.containers) < MAX_DEPTH:
            kinds_of_tag = (
                kind for (name, key), kind in _WITH_ATTRIBUTE.items() if name == tag and key in attributes
            )
            self.containers.append((tag, next(kinds_of_tag, _KINDS[tag])))

    def _leave(self, tag):
        for place in range(len(self.containers) - 1, -1, -1):
            if self.containers[place][0] == tag:
                del self.containers[place:]
                return

    def _note_figure(self, attributes):
        """Which picture of the library stands here, and where in the page; or what comes from elsewhere."""
        if attributes.get("data-photo"):
            number = _("picture № %s") % attributes["data-photo"]
            self._note(PICTURE, " · ".join(filter(None, [number, attributes.get("data-place")])))
        elif attributes.get("data-embed"):
            self._note(PICTURE, attributes["data-embed"])

    def _note(self, note, text):
        self.tokens.append(Token(" ".join(text.split()), PLAIN, note))
        self.is_new = self.is_new and note == LANGUAGE

    def _note_language(self, attributes):
        said = " ".join(attributes[name] for name in ("lang", "dir") if attributes.get(name))
        if said:
            self._note(LANGUAGE, said)

    def _end_link(self):
        if self.address is not None:
            address, self.address = self.address, None
            self._note(LINK, address)

    def _settle_marks(self):
        self.marks = frozenset(mark for mark, depth in self.depths.items() if depth)

    def _start_afresh(self):
        self.depths, self.marks, self.address = {}, PLAIN, None
        self.space, self.is_new = False, True
