"""Plain text as people type and paste it, made fit to store, compare and print.

What is taken away here would otherwise break something far from where it was typed: a control character makes a whole feed
ill-formed, half a surrogate pair cannot be stored, an invisible or direction-changing character lets one name pose as another.
Nothing is refused. A form that has a limit counts what was typed with ``length_of``, because that is the number its reader saw,
refuses what is over it, and only then cleans: ``clean_text(value)``. Cleaning almost always shortens; a few letters of Hindi or
Hebrew become two code points, so a column that must not overflow needs some room above the form's limit, or a second count.
"""

import re
import unicodedata

from django.utils.text import slugify

# The accents of U+0300 and its kin go on any letter, so they are what a "glitch" text piles up. Three is the most any language
# writes: Yoruba and polytonic Greek need three, Vietnamese two.
MAX_ACCENTS = 3
# Scripts that write vowels and tones as marks need more: five in Burmese (လျှော့), four in Bengali, Kannada and in a verse of the
# Quran, five in Hebrew with cantillation. One to spare.
MAX_MARKS = 6
# What a column for ``name_key`` holds. Compatibility forms can make one character eighteen; a cut key still compares.
KEY_LENGTH = 120

_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_ILLEGAL = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
# The flags of England, Scotland and Wales are spelt in tag characters, which are invisible anywhere else.
_FLAGS = "|".join(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
    for region in ("gbeng", "gbsct", "gbwls")
)
_INVISIBLE = re.compile(
    f"({_FLAGS})|["
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffc"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
_BLANKS = re.compile("[\u2800\u3164\uffa0]")  # letters by their category, empty space to the eye
# Invisible, and part of the spelling in the right company: joiners, and selectors of a variant of the character before.
_NON_JOINER, _JOINER, _AS_TEXT, _AS_PICTURE = "\u200c", "\u200d", "\ufe0e", "\ufe0f"
_COMPANION = re.compile("[\u200c\u200d\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_JOINING_SCRIPT = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u1a20-\u1aaf\u1b00-\u1c4f\u1cd0-\u1cff\ua840-\ua87f\ua8e0-\ua8ff"
    "\ua980-\ua9ff\uaa60-\uaa7f\uabc0-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe\U00010a00-\U00010aff\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
_PICTURE = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_HAN = re.compile("[\u2e80-\u2fff\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MONGOLIAN, _MONGOLIAN_SELECTOR = re.compile("[\u1810-\u18af]"), re.compile("[\u180b-\u180f]")
_KEYCAP = "\u20e3"
_FIRST_MARK = "\u0300"
_NO_MARKS = _NON_JOINER + _JOINER + "\u180e"  # the companions that are no marks themselves
# What belongs to the picture before it: tag characters of a flag, and skin tones.
_TAIL = re.compile("[\U000e0020-\U000e007f\U0001f3fb-\U0001f3ff]")
_ANY_LETTERS_ACCENT = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_LOOSE_SPACE = re.compile(r"\s{2,}|[\t\n]")
# Dashes, slashes, dots between words, and the punctuation of Chinese, Japanese, Arabic and Hindi, which has no space beside it.
_SLUG_BREAKS = re.compile(
    "[/\\\\|\xb7\u060c\u061b\u061f\u0964\u2010-\u2015\u2022\u2026\u2212\u3000-\u3003\u3008-\u3020\u30fb"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+"
)
_SAME_SIGNS = str.maketrans({**dict.fromkeys("’‘‛ʼʻ`´", "'"), **dict.fromkeys("‐‑‒–—−", "-")})


def length_of(value: str) -> int:
    """The length as a counter in the browser shows it: code points, a line break as one."""
    return len(value) - value.count("\r\n")


def too_long(value: str, limit: int) -> bool:
    """Whether what was typed is over the limit. Costs nothing on any length, so it comes before everything else."""
    return length_of(value) > limit


def legal(value: str) -> str:
    """Without the characters that XML cannot carry or a database cannot store; every line break is a newline."""
    return _ILLEGAL.sub("", _BREAKS.sub("\n", value))


def clean_line(value: str, *, limit: int | None = None) -> str:
    """One line: a headline, a name, a tag. Cleaning it again changes nothing; a value nobody could see becomes "".

    A lone no-break, thin or ideographic space between words stays; more than one space, and any break, becomes one plain space.
    ``limit`` cuts. It is for text whose writer cannot be asked, such as an import; a form refuses instead.
    """
    text = _LOOSE_SPACE.sub(" ", _visible(value)).strip()
    return text if limit is None or len(text) <= limit else clean_line(cut(text, limit))


def clean_text(value: str) -> str:
    """Text of several lines: a comment, a caption. Line breaks stay, with at most two blank lines in a row."""
    lines = _visible(value).replace("\t", " ").split("\n")
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{4,}", "\n\n\n", text).strip()


def is_blank(value: str) -> bool:
    """Whether a reader would see nothing. Most texts show it in their first characters."""
    return not clean_line(value[:8]) and not clean_line(value)


def cut(text: str, limit: int) -> str:
    """The first ``limit`` characters or a few less: never a letter without its accents, or a picture without its half."""
    if len(text) <= limit:
        return text
    end = limit
    while end > 0 and _leans_on_the_one_before(text[end]):
        end -= 1
    return text[:end].rstrip(_NON_JOINER + _JOINER)


def name_key(value: str) -> str:
    """What two spellings of one name have in common: equal keys, the same name. At most ``KEY_LENGTH`` long.

    Case, width, ligatures, white space, invisible joiners and the sort of apostrophe or hyphen do not count. Accents do: José
    and Jose are two people. Letters of different scripts that look alike (Latin and Cyrillic "a") are still different here.
    """
    key = unicodedata.normalize("NFKC", clean_line(value)).casefold().translate(_SAME_SIGNS)
    key = _COMPANION.sub("", "".join(key.split()))
    return unicodedata.normalize("NFKC", key)[:KEY_LENGTH]


def slug_of(value: str, *, limit: int) -> str:
    """The part of an address that says what is there, in the script of the words, at most ``limit`` long.

    Empty when the words hold no letter or digit; the caller then knows a better name.
    """
    words = _SLUG_BREAKS.sub(" ", clean_line(value))
    slug = unicodedata.normalize("NFC", slugify(words, allow_unicode=True))
    if len(slug) > limit:
        # A Chinese clause is one long "word": going back to the last hyphen may leave next to nothing.
        whole_words = slug[: limit + 1].rpartition("-")[0]
        slug = whole_words if len(whole_words) >= limit / 2 else slug[:limit]
    return slug.strip("-_")


def _visible(value):
    text = _BLANKS.sub(" ", _INVISIBLE.sub(r"\1", legal(value)))
    if text.isascii():
        return text
    # The marks are thinned first: normalising a long run of them takes time by the square of its length.
    text = unicodedata.normalize("NFC", _with_few_marks(text))
    text = unicodedata.normalize("NFC", _COMPANION.sub(_companion_if_needed, text))
    # Where taking one away puts another in wrong company, as only nonsense does, none stays: once cleaned is cleaned for good.
    if _COMPANION.sub(_companion_if_needed, text) != text:
        text = unicodedata.normalize("NFC", _COMPANION.sub("", text))
    return text


def _with_few_marks(text):
    """Decomposed, with at most so many marks on each character and none before the first."""
    kept = []
    started = False
    marks = accents = 0
    for character in text:
        for part in character if character.isascii() else unicodedata.normalize("NFD", character):
            if part < _FIRST_MARK or not unicodedata.category(part).startswith("M"):
                if part not in _NO_MARKS:
                    started = started or not part.isspace()
                    marks = accents = 0
            elif not _COMPANION.match(part):
                is_accent = bool(_ANY_LETTERS_ACCENT.match(part))
                if not started or marks == MAX_MARKS or (is_accent and accents == MAX_ACCENTS):
                    continue
                marks, accents = marks + 1, accents + is_accent
            kept.append(part)
    return "".join(kept)


def _companion_if_needed(match):
    """The joiner or selector found, or "" where it changes nothing that a reader sees."""
    companion, place = match[0], match.start()
    before, after = match.string[place - 1 : place], match.string[place + 1 : place + 2]
    if companion == _NON_JOINER:
        needed = _JOINING_SCRIPT.match(before) and (_JOINING_SCRIPT.match(after) or _is_virama(before))
    elif companion == _JOINER:
        pictured = match.string[place - 2 : place - 1] if before == _AS_PICTURE else before
        needed = _JOINING_SCRIPT.match(before) or (_PICTURE.match(pictured) and _PICTURE.match(after))
    elif companion in (_AS_TEXT, _AS_PICTURE):
        needed = _has_two_looks(before) or after == _KEYCAP
    elif _MONGOLIAN_SELECTOR.match(companion):
        needed = _MONGOLIAN.match(before)
    else:
        needed = _HAN.match(before)
    return companion if needed else ""


def _is_virama(character):
    return unicodedata.combining(character) == 9


def _has_two_looks(character):
    """Whether it can be drawn as text or as a picture: a heart, an arrow, ©."""
    return character > "\x7f" and (character in "‼⁉〰ℹ" or unicodedata.category(character) in ("So", "Sm"))


def _leans_on_the_one_before(character):
    return (
        bool(_COMPANION.match(character) or _TAIL.match(character))
        or unicodedata.category(character)[0] == "M"
    )
