"""What one person did to a list of blocks, as changes small enough that two people's seldom meet."""

from dataclasses import dataclass

from .likeness import alike
from .matching import matched


@dataclass(frozen=True)
class Change:
    """The blocks from ``start`` up to ``end`` of the base became ``new``. At ``start == end`` something was inserted."""

    start: int
    end: int
    new: list[str]

    @property
    def is_insert(self) -> bool:
        return self.start == self.end


def changes(base: list[str], side: list[str]) -> list[Change]:
    """What turns the base into the side, in order: ranges that share no block, and one insert at a point at most."""
    found = []
    start = (0, 0)
    for same in [*matched(base, side), (len(base), len(side))]:
        found += _cut(base, side, start, same)
        start = (same[0] + 1, same[1] + 1)
    return found


def applied(base: list[str], start: int, end: int, made: list[Change]) -> list[str]:
    """The blocks from ``start`` up to ``end`` of the base with the changes made there."""
    result = []
    for change in made:
        result += base[start : change.start] + change.new
        start = change.end
    return result + base[start:end]


def _cut(base, side, start, end):
    """A stretch that changed, cut at the blocks that can be told again."""
    found = []
    (i, j), (base_end, side_end) = start, end
    for step_i, step_j in [*alike(base[i:base_end], side[j:side_end]), (base_end - i, side_end - j)]:
        here = (start[0] + step_i, start[1] + step_j)
        found += _rewritten(base, side, (i, j), here)
        if here != end:
            found.append(Change(here[0], here[0] + 1, [side[here[1]]]))
        i, j = here[0] + 1, here[1] + 1
    # Blocks repeated hundreds of times are not matched, and told again unchanged.
    return [change for change in found if base[change.start : change.end] != change.new]


def _rewritten(base, side, start, end):
    """Blocks nobody could tell again; where there are as many as before, each stands for the one in its place."""
    (i, j), (base_end, side_end) = start, end
    if base_end - i == side_end - j:
        return [Change(i + step, i + step + 1, [side[j + step]]) for step in range(base_end - i)]
    return [Change(i, base_end, side[j:side_end])]
