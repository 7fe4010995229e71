"""Which blocks of two versions are the same, soon told for stories and for anything."""

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher

# Between blocks that stand once little is left over. difflib takes the square of that, and more; where it is not asked, equal
# blocks are still found as those that are most alike.
MOST_FOR_DIFFLIB = 64 * 64


def matched(base: list[str], side: list[str]) -> list[tuple[int, int]]:
    """The places, in the base and in the side, of blocks that stayed as they were: rising on both sides.

    Of blocks repeated hundreds of times it may leave some out.
    """
    head = _common(base, side, min(len(base), len(side)))
    tail = _common(base[::-1], side[::-1], min(len(base), len(side)) - head)
    end = (len(base) - tail, len(side) - tail)
    found = [(place, place) for place in range(head)]
    start = (head, head)
    for anchor in [*_anchors(base[head : end[0]], side[head : end[1]], head), end]:
        found += _between(base[start[0] : anchor[0]], side[start[1] : anchor[1]], *start)
        found.append(anchor)
        start = (anchor[0] + 1, anchor[1] + 1)
    return found[:-1] + [(end[0] + place, end[1] + place) for place in range(tail)]


def _common(one, other, limit):
    place = 0
    while place < limit and one[place] == other[place]:
        place += 1
    return place


def _anchors(base, side, offset):
    """Blocks that stand once in the side say most surely what was moved past what."""
    times = Counter(side)
    place_in_side = {block: place for place, block in enumerate(side) if times[block] == 1}
    pairs = [
        (place + offset, place_in_side[block] + offset)
        for place, block in enumerate(base)
        if block in place_in_side
    ]
    return _longest_rising(pairs)


def _between(base, side, base_offset, side_offset):
    if len(base) * len(side) > MOST_FOR_DIFFLIB:
        return []
    runs = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return [
        (run.a + step + base_offset, run.b + step + side_offset) for run in runs for step in range(run.size)
    ]


def _longest_rising(pairs):
    """The most pairs whose second numbers rise; the first numbers do already."""
    ends, last, before = [], [], {}
    for pair in pairs:
        length = bisect_left(ends, pair[1])
        before[pair] = last[length - 1] if length else None
        ends[length : length + 1] = [pair[1]]
        last[length : length + 1] = [pair]
    chain, pair = [], last[-1] if last else None
    while pair:
        chain.append(pair)
        pair = before[pair]
    return chain[::-1]
