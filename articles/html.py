"""The one door into a story's text, and what can be read off it.

Every way a body comes in, by the editor, an import or an old version, goes through ``clean_body``. What it returns may be put on a
page without escaping. The order matters: sizes are looked at before any work is done, ``articles.tidying`` makes the text regular,
and the sanitiser has the last word.
"""

import re

import nh3
from django.utils.translation import gettext as _

from articles.markup import ATTRIBUTES, CONTENT_DROPPED, TAGS, permitted, text_of
from articles.tidying import TooMuch, tidied
from newsroom.text import cut, is_blank, legal

# The longest features have 30,000 words, some 200 kB with their markup.
MAX_BYTES = 512 * 1024
# Ten thousand elements.
MAX_TAGS = 20_000
MAX_REFERENCES = 100_000
# The first round puts things right, the second finds nothing to do.
MAX_ROUNDS = 5

WORDS_PER_MINUTE = 238
HAN_OR_KANA_PER_MINUTE = 439

CLEANER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=CONTENT_DROPPED,
    # The empty set is not idle: without it nh3 leaves lang and title on every tag.
    attributes={"*": set(), **ATTRIBUTES},
    attribute_filter=lambda tag, name, value: value if name == "rel" else permitted(tag, name, value),
    strip_comments=True,
    # Nobody may set a target, so this guards only against a browser's own idea of one.
    link_rel="noopener",
    generic_attribute_prefixes=set(),
    tag_attribute_values={},
    set_tag_attribute_values={},
    url_schemes={"http", "https", "mailto"},
    url_relative="pass_through",  # the filter above has judged them
    allowed_classes={},
)

_BLOCK_EDGE = re.compile(
    r"</?(?:p|h2|h3|ul|ol|li|blockquote|br|hr|figure|figcaption|table|thead|tbody|tr)(?: [^<>]*)?>"
)
_CELL_END = re.compile(r"</t[dh]>")
_TAG = re.compile(r"<[^<>]*>")
_HAN_OR_KANA = re.compile(
    "[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
_WORD_END = re.compile(f" |{_HAN_OR_KANA.pattern}")
# What a text cut short does not end in: signs that promise more, and full stops before the ellipsis.
_LOOSE_ENDS = " ,;:.–—-([«“‘、。，；：（「『《"


def clean_body(html: str) -> str:
    """Markup that is safe, regular and of the few elements a story has; "" if a reader would see nothing.

    Cleaning it again changes nothing. Raises ``TooMuch``, for what comes in and for what would go out.
    """
    _refuse_excess(html)
    html = legal(html)
    for _round in range(MAX_ROUNDS):
        cleaned = CLEANER.clean(tidied(html))
        if cleaned == html:
            return html
        _refuse_excess(cleaned)
        html = cleaned
    raise TooMuch(_("The text is tangled: its markup does not come to rest. Paste it without formatting."))


def _refuse_excess(html):
    # Lone surrogates cannot be encoded, and are about to be dropped; the length in characters comes first, as it costs nothing.
    if len(html) > MAX_BYTES or len(html.encode(errors="replace")) > MAX_BYTES:
        raise TooMuch(_("The text is too long: a story holds 512 kB at most, markup included."))
    if html.count("<") > MAX_TAGS:
        raise TooMuch(
            _("The text has too many tags. Paste it without formatting, or make two stories of it.")
        )
    if html.count("&") > MAX_REFERENCES:
        raise TooMuch(_("The text has too many special characters such as & and >."))


def plain_text(html: str) -> str:
    """The words of a body, a line for each block and each line break. Takes time in proportion, and never raises."""
    flat = " ".join(html.split())
    text = legal(text_of(_TAG.sub("", _CELL_END.sub(" ", _BLOCK_EDGE.sub("\n", flat)))))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if not is_blank(line))


def word_count(html: str) -> int:
    """Words, and each character of Chinese or Japanese as one, as word processors count."""
    return sum(_words_and_characters(html))


def reading_minutes(html: str) -> int:
    """Minutes to read a body, at least one. Han and Kana are read by the character, everything else, Hangul too, by the word."""
    words, characters = _words_and_characters(html)
    return max(1, round(words / WORDS_PER_MINUTE + characters / HAN_OR_KANA_PER_MINUTE))


def _words_and_characters(html):
    text, characters = _HAN_OR_KANA.subn(" ", plain_text(html))
    return sum(any(map(str.isalnum, word)) for word in text.split()), characters


def excerpt(text: str, limit: int) -> str:
    """Plain text on one line, in at most ``limit`` characters with the ellipsis that a cut leaves.

    Cut after a word where the script has spaces, and after any character of Chinese or Japanese.
    """
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    kept = cut(text, max(limit - 1, 0))
    if not (text[len(kept)] == " " or _HAN_OR_KANA.match(text[len(kept)])):
        boundary = max((found.end() for found in _WORD_END.finditer(kept)), default=0)
        # A word longer than half of what there is room for is cut too: it may be an address, or a script without spaces.
        kept = kept[:boundary] if boundary >= limit / 2 else kept
    return kept.rstrip(_LOOSE_ENDS) + "…"
