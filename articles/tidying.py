"""What people paste, rebuilt as the few elements a story has.

A browser's parser turns some short texts into trees of a hundred million nodes: in ``<b x=1><p><b x=2><p>…`` every paragraph starts
all the open elements again. The sanitiser parses like a browser, so it must never be handed such a text. ``tidied`` reads any text
once, from left to right, and writes each element closed, in a place where it may stand, no deeper than a limit. It makes markup
regular, not safe: ``articles.html`` sanitises what comes out of it.
"""

import html
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.framing import FRAMES, GALLERY, Framing
from articles.markup import (
    BLOCKS,
    CELLS,
    CONTENT_DROPPED,
    HEADINGS,
    INLINE,
    LISTS,
    PARAGRAPH_LIKE,
    RENAMED,
    text_of,
    written_attributes,
)
from newsroom.text import is_blank

# Lists in lists in quotations, and then some. What a browser does with more is slow, and nobody can read it.
MAX_DEPTH = 40
# Emphasis in a link in a quotation of another language; what is deeper keeps its words.
MAX_INLINE = 6
# A sanitiser compares each attribute with all before it: 60,000 on one tag took two seconds.
MAX_TAG = 16 * 1024

ROOT = ""
CONTAINERS = BLOCKS - PARAGRAPH_LIKE
HOLDS_BLOCKS_ONLY = LISTS | {ROOT, "blockquote"} | FRAMES
# What an end tag may close on its way to its own start; the ends of lists and quotations close everything.
SEES_THROUGH = {
    **dict.fromkeys(INLINE, INLINE),
    **dict.fromkeys(PARAGRAPH_LIKE, INLINE | PARAGRAPH_LIKE),
    "li": INLINE | PARAGRAPH_LIKE | {"blockquote"},
}

# In a text without its ">" a tag runs to the end, so that each character is looked at once.
_TOKEN = re.compile(
    rf"""
      <!--(?:-?>|(?:(?!-->).)*+(?:-->)?)
    | <[!?][^>]*+>?
    | <(?P<dropped>{"|".join(sorted(CONTENT_DROPPED))})(?=[\s/>]).*?(?:</(?P=dropped)(?=[\s/>])[^>]*+>?|\Z)
    | <(?P<close>/?)(?P<tag>[a-z][^\s/>]*+)
      (?P<attributes>(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?+)?+)*+)
      (?P<end>>?)
    | (?P<text>[^<]++|<)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL | re.ASCII,
)


class TooMuch(ValueError):
    """More than one story can hold. The message is a sentence for the person who sent it."""


def tidied(text: str) -> str:
    """The same words in elements that are closed, nested as they may be, and not empty. Raises ``TooMuch``."""
    story = _Story()
    for token in _TOKEN.finditer(text):
        if token["text"]:
            story.write(text_of(token["text"]))
        elif token["tag"]:
            if len(token[0]) > MAX_TAG:
                raise TooMuch(
                    _("The text has a tag that is longer than a page. Paste it without formatting.")
                )
            if not token["end"]:
                story.write(token[0])
            elif token["close"]:
                story.close(token["tag"].lower())
            else:
                story.open(token["tag"].lower(), token["attributes"])
    return story.finished()


@dataclass(slots=True, eq=False)
class _Element:
    tag: str
    opening: str
    place: int
    has_content: bool = False
    # Of a gallery the figures it has, of a figure whether it has had its caption.
    kind: str = ""
    count: int = 0

    @property
    def is_for_nothing(self):
        """A gallery of one picture is a picture."""
        return self.kind == GALLERY and self.count == 1


class _Story(Framing):
    """Written from left to right; an element leaves nothing behind if it held nothing.

    ``stack`` holds what is open. ``interrupted`` holds the inline elements a block broke off, which go on at the next words.
    """

    def __init__(self):
        super().__init__()
        self.pieces = []
        self.stack = [_Element(ROOT, "", 0)]
        self.interrupted = []

    def write(self, words):
        if not is_blank(words):
            self._make_room_for_words()
            self.stack[-1].has_content = True
        elif self.stack[-1].tag in HOLDS_BLOCKS_ONLY:
            return
        self.pieces.append(html.escape(words, quote=False).replace("\xa0", "&nbsp;"))

    def open(self, name, attributes):
        if self.open_frame(name, attributes):
            return
        tag = RENAMED.get(name, name)
        if name == "b" and "font-weight:normal" in attributes.replace(" ", ""):
            tag = "span"  # Google Docs puts this round all it copies
        if tag in INLINE:
            self._open_inline(tag, written_attributes(tag, attributes))
        elif tag in BLOCKS:
            self._open_block(tag, written_attributes(tag, attributes))
        elif tag == "br":
            self._make_room_for_words()
            self.pieces.append("<br>")
        elif tag == "hr":
            self._leave_text()
            if self.stack[-1].tag not in LISTS:
                self.pieces.append("<hr>")
                self.stack[-1].has_content = True

    def close(self, name):
        if self.close_frame(name):
            return
        tag = RENAMED.get(name, name)
        if name in ("td", "th"):
            self.write(" ")
        for place in range(len(self.stack) - 1, 0, -1):
            if self.stack[place].tag == tag:
                self._interrupt(self._pop_to(place)[1:])
                return
            if self.stack[place].tag not in SEES_THROUGH.get(tag, BLOCKS | INLINE):
                break
        for element in reversed(self.interrupted):
            if element.tag == tag:
                self.interrupted.remove(element)
                return

    def finished(self):
        self._pop_to(1)
        return "".join(self.pieces)

    def _make_room_for_words(self):
        self.make_room_in_frame()
        parent = self.stack[-1].tag
        if parent in HOLDS_BLOCKS_ONLY:
            self._push("li" if parent in LISTS else "p", "<li>" if parent in LISTS else "<p>")
        for element in self.interrupted:
            self._push(element.tag, element.opening)
        self.interrupted = []

    def _open_inline(self, tag, attributes):
        if tag == "a":
            self.close("a")
        self._make_room_for_words()
        if len(self.stack) < 2 * MAX_DEPTH:
            is_plain = tag in ("a", "span") and not attributes
            is_too_deep = (
                sum(element.tag in INLINE and element.opening != "" for element in self.stack) >= MAX_INLINE
            )
            # Even one that writes nothing is noted, so that its end does not end another.
            self._push(tag, "" if is_plain or is_too_deep else f"<{tag}{attributes}>")

    def _open_block(self, tag, attributes):
        if tag == "p" and any(element.tag in HEADINGS for element in self.stack):
            if self.stack[-1].has_content:
                self.write(" ")
            return
        self._leave_text()
        if tag == "li":
            self.close("li")
            tag = "li" if self.stack[-1].tag in LISTS else "p"
        elif self.stack[-1].tag in LISTS:
            self._push("li", "<li>")
        self._push(tag, f"<{tag}{attributes}>")

    def _leave_text(self):
        place = len(self.stack)
        while self.stack[place - 1].tag in INLINE | PARAGRAPH_LIKE:
            place -= 1
        self._interrupt(self._pop_to(place))

    def _interrupt(self, elements):
        self.interrupted += [element for element in elements if element.tag in INLINE and element.opening]

    def _push(self, tag, opening):
        if tag in CONTAINERS and len(self.stack) > MAX_DEPTH:
            raise TooMuch(_("The text has too many lists or quotations inside one another."))
        self.stack.append(_Element(tag, opening, len(self.pieces)))
        self.pieces.append(opening)

    def _pop_to(self, place):
        gone = self.stack[place:]
        while len(self.stack) > place:
            element = self.stack.pop()
            if element.has_content:
                self.stack[-1].has_content = True
                if element.is_for_nothing:
                    self.pieces[element.place] = element.opening = ""
                self.pieces.append(f"</{element.tag}>" if element.opening else "")
            elif element.tag in CELLS:
                self.pieces[element.place + 1 :] = [f"</{element.tag}>"]
            elif element.tag in INLINE:
                self.pieces[element.place] = ""  # a space in bold is still a space
            else:
                del self.pieces[element.place :]
        return gone
