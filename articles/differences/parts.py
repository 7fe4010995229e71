"""A difference as a template shows it."""

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import ngettext

from articles.differences.kinds import FOLDED, KEPT, PARAGRAPH, UNCHANGED, block_name


@dataclass(frozen=True)
class Part:
    """One block, or a run of unchanged ones.

    ``kind`` is kept, folded, changed, added, removed or moved. ``html`` is safe to print: escaped text in which only ``ins``,
    ``del``, ``b`` and ``i`` stand, without attributes. A folded part has none; what it hides is ``inside``.
    """

    kind: str
    html: str = ""
    block: str = PARAGRAPH
    depth: int = 0
    inside: list["Part"] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many blocks it stands for."""
        return len(self.inside) or 1

    @property
    def label(self) -> str:
        """What kind of block it is, "" for a paragraph; for a folded part, how much is hidden. In the reader's language."""
        if self.kind == FOLDED:
            return ngettext("%(count)d paragraph unchanged", "%(count)d paragraphs unchanged", self.count) % {
                "count": self.count
            }
        return "" if self.block == PARAGRAPH else block_name(self.block, self.depth)


@dataclass(frozen=True)
class Difference:
    """What became of a text, part by part in the order of the new one; what was removed stands where it stood."""

    parts: list[Part]
    added_words: int = 0
    removed_words: int = 0

    @property
    def changes(self) -> int:
        """How many parts are not as they were."""
        return sum(part.kind not in UNCHANGED for part in self.parts)

    @property
    def is_empty(self) -> bool:
        """Whether a reader would see no difference."""
        return self.changes == 0


def folded(parts: list[Part], context: int) -> list[Part]:
    """Unchanged parts more than ``context`` away from a change, each run of them as one."""
    changes = [place for place, part in enumerate(parts) if part.kind != KEPT]

    def is_near(place):
        nearest = bisect_left(changes, place - context)
        return nearest < len(changes) and changes[nearest] <= place + context

    shown = []
    for shows, group in groupby(
        enumerate(parts), key=lambda numbered: numbered[1].kind != KEPT or is_near(numbered[0])
    ):
        run = [part for _place, part in group]
        shown += run if shows else [Part(FOLDED, inside=run)]
    return shown
