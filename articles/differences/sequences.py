"""What two sequences have in common, in an order, in a time that is known beforehand.

difflib finds the longest common run, then what is left and right of it, which is how people see an edit. Its time grows with the
square of how often a thing is repeated, or worse, and a text may be one word repeated. So the steps it would take are counted, and
where they are more than may be spent, things are matched with the nearest like them instead.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

# How far the next like one may be.
REACH = 60


class Run(NamedTuple):
    """So many things from ``old`` are equal to as many from ``new``."""

    old: int
    new: int
    size: int


class Budget:
    """The steps that one comparison may take. A million take about a fifth of a second."""

    def __init__(self, steps: int = 1_500_000):
        self.left = steps

    def allows(self, steps: int) -> bool:
        """Whether so many may be taken; if so, they are."""
        if steps > self.left:
            return False
        self.left -= steps
        return True


def numbered(old: Iterable[Hashable], new: Iterable[Hashable]) -> tuple[list[int], list[int]]:
    """Both with a number for each different thing, as numbers are compared faster."""
    numbers = {}
    return tuple([numbers.setdefault(thing, len(numbers)) for thing in things] for things in (old, new))


def common_runs(old: Sequence[Hashable], new: Sequence[Hashable], budget: Budget) -> list[Run]:
    """Runs that both have, in the order of both, as long as they can be."""
    shorter = min(len(old), len(new))
    start = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    rest = shorter - start
    end = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    middle = _longest_first(old[start : len(old) - end], new[start : len(new) - end], budget)
    return joined(
        [
            Run(0, 0, start),
            *[Run(run.old + start, run.new + start, run.size) for run in middle],
            Run(len(old) - end, len(new) - end, end),
        ]
    )


def joined(runs: Iterable[Run]) -> list[Run]:
    """The same without empty ones, and with one run for those that touch."""
    whole = []
    for run in runs:
        if whole and (whole[-1].old + whole[-1].size, whole[-1].new + whole[-1].size) == run[:2]:
            whole[-1] = whole[-1]._replace(size=whole[-1].size + run.size)
        elif run.size:
            whole.append(run)
    return whole


def in_order(places: Sequence[int]) -> set[int]:
    """The indices of the most of these different numbers that rise from one to the next."""
    lowest_ends, ending, before = [], [], []
    for index, place in enumerate(places):
        length = bisect_left(lowest_ends, place)
        before.append(ending[length - 1] if length else None)
        lowest_ends[length : length + 1] = [place]
        ending[length : length + 1] = [index]
    rising = set()
    index = ending[-1] if ending else None
    while index is not None:
        rising.add(index)
        index = before[index]
    return rising


def _longest_first(old, new, budget):
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    costs = [0, *accumulate(1 + len(matcher.b2j.get(thing, ())) for thing in old)]
    runs = []
    windows = [(0, len(old), 0, len(new))]
    while windows:
        old_from, old_to, new_from, new_to = window = windows.pop()
        if old_from == old_to or new_from == new_to:
            continue
        if not budget.allows(costs[old_to] - costs[old_from]):
            runs += _nearest(old, new, matcher.b2j, window)
            continue
        run = Run(*matcher.find_longest_match(*window))
        if run.size:
            runs.append(run)
            windows.append((old_from, run.old, new_from, run.new))
            windows.append((run.old + run.size, old_to, run.new + run.size, new_to))
    return sorted(runs)


def _nearest(old, new, places, window):
    """Each thing with the next like it. Over a distance, only where the one after it fits too."""
    old_from, old_to, at, new_to = window
    for index in range(old_from, old_to):
        here = places.get(old[index], ())
        nearest = bisect_left(here, at)
        if nearest == len(here) or here[nearest] >= min(at + REACH, new_to):
            continue
        found = here[nearest]
        if found == at or old[index + 1 : index + 2] == new[found + 1 : found + 2]:
            yield Run(index, found, 1)
            at = found + 1
