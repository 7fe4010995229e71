"""Text as the words that are compared: a word is what an editor would change as one thing.

Scripts without spaces are cut finer, or a whole paragraph would be one word: Chinese, Japanese and Korean by the character, Thai and
its neighbours by the letter with its vowels and tones.
"""

import re
import string
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from newsroom.text import legal

LINK, PICTURE, LANGUAGE, LINE_BREAK, RULE = "link", "picture", "language", "line break", "rule"
PLAIN: frozenset[str] = frozenset()


class Token(NamedTuple):
    """A word, or a note of something that is no word: where a link leads, which picture stands here.

    ``space`` says whether white space stands before it. It is no part of what the word is, so that a comma before a word does
    not change the word.
    """

    text: str
    marks: frozenset[str] = PLAIN
    note: str = ""
    space: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether it counts as a word: punctuation and notes do not."""
        return not self.note and any(map(str.isalnum, self.text))


_BY_LETTER = "\u0e00-\u109f\u1780-\u17ff\u1980-\u19ff\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9ff\uaa60-\uaadf"  # from Thai to Javanese
_LEFT_VOWELS = "\u0e40-\u0e44\u0ec0-\u0ec4"
# Thai and Lao vowels that are letters to Unicode and follow their consonant, and the sign of repetition.
_RIGHT_VOWELS = "\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3\u0ec6"
_MARKS = _RIGHT_VOWELS + "".join(
    chr(code) for code in range(0x0E00, 0xAAE0) if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
_STACKER = "\u1039\u17d2"  # the next consonant is written below
_BY_CHARACTER = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_PUNCTUATION = (
    re.escape(string.punctuation.replace("_", ""))
    + "¡¦§«¬°±¶·»¿\u0589\u060c\u061b\u061f\u06d4\u0964\u0965\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3020\u3030"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_LETTER = rf"[^\s{_PUNCTUATION}{_BY_LETTER}{_BY_CHARACTER}]"
_WORD = re.compile(
    # 10,000 and don't and well-known are one word each.
    rf"{_LETTER}++(?:[.,'’‐‑-]{_LETTER}++)*+"
    rf"|[{_BY_CHARACTER}][\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef]*+"
    rf"|[{_LEFT_VOWELS}]?+[{_BY_LETTER}](?:(?<=[{_STACKER}])[{_BY_LETTER}]|[{_MARKS}])*+"
    r"|\S"
)


def words_of(text: str, marks: frozenset[str] = PLAIN, *, space: bool = False) -> Iterator[Token]:
    """The words of a text; ``space`` says whether white space came before it. Every sign that is not white space is in one."""
    end = 0
    for found in _WORD.finditer(text):
        start = found.start()
        yield Token(found[0], marks, "", start > end or (end == 0 and space))
        end = found.end()


def plain_words(text: str) -> list[Token]:
    """The words of plain text. A line break is noted, any other white space is a space."""
    tokens = []
    for number, line in enumerate(legal(text).strip().split("\n")):
        if number:
            tokens.append(Token("", PLAIN, LINE_BREAK))
        tokens += words_of(line, space=number > 0)
    return tokens
