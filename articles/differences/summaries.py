"""What a revision changed, in a line: cheap enough to be made at every save."""

from typing import NamedTuple

from articles.differences.blocks import blocks_of
from articles.differences.kinds import KEPT
from articles.differences.names import named
from articles.differences.pairing import fates
from articles.differences.sequences import Budget
from articles.differences.words import plain_words

RICH, TEXT, NAMES, VALUE = "rich", "text", "names", "value"


class Summary(NamedTuple):
    """The fields that differ, in the order they were asked for, and how many changes a reader would see in all."""

    fields: list[str]
    changes: int


def summary(old: dict, new: dict, kinds: dict[str, str]) -> Summary:
    """What differs between two revisions. ``kinds`` says for each field whether it is rich, text, names, or a value.

    Changes are counted as the differences show them: a block each in rich text, a name each in names, and one in anything else.
    A field that is not there is empty. ``Summary._asdict()`` can be stored as JSON.
    """
    counts = {name: _changes(old.get(name), new.get(name), kind) for name, kind in kinds.items()}
    return Summary([name for name, count in counts.items() if count], sum(counts.values()))


def _changes(old, new, kind):
    if old == new:
        return 0
    if kind == RICH:
        return sum(fate.kind != KEPT for fate in fates(blocks_of(old or ""), blocks_of(new or ""), Budget()))
    if kind == NAMES:
        return sum(what != KEPT for what, _name in named(old or [], new or []))
    if kind == TEXT:
        return int(plain_words(old or "") != plain_words(new or ""))
    return 1
