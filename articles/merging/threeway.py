"""The merge itself: two lists of changes to one list of blocks, and what becomes of those that meet."""

from collections import Counter
from dataclasses import dataclass, field

from .changes import Change, applied, changes
from .matching import matched
from .outcome import Clash, Merged


@dataclass
class _Meeting:
    """A range of the base, and all changes there: of one person, or of both."""

    start: int
    end: int
    mine: list[Change] = field(default_factory=list)
    theirs: list[Change] = field(default_factory=list)

    def concerns(self, change):
        """Ranges meet that share a block; an insert meets the range it falls inside, and another insert at its point."""
        is_same_point = change.is_insert and change.start == self.start
        return is_same_point or change.start < self.end

    def settled(self, base):
        """The blocks that please both, or None."""
        if not self.mine or not self.theirs:
            return applied(base, self.start, self.end, self.mine or self.theirs)
        made = self.mine + self.theirs
        if not any(change.new for change in made):
            gone = {place for change in made for place in range(change.start, change.end)}
            return [base[place] for place in range(self.start, self.end) if place not in gone]
        mine, theirs = self.sides(base)
        if mine == theirs:
            return theirs
        return _both(theirs, mine) if self.start == self.end else None

    def sides(self, base):
        return tuple(applied(base, self.start, self.end, made) for made in (self.mine, self.theirs))


def merge_blocks(base: list[str], mine: list[str], theirs: list[str]) -> Merged:
    """What both made of a list of blocks. The value and the texts of a clash are lists of blocks.

    Changes of one person, and equal changes of both, are taken. What two people inserted at one point is kept, theirs first, and
    once where it is the same. Everything else that meets is a clash, and no block that somebody typed is outside of the value
    and the clashes.
    """
    my_changes, their_changes = changes(base, mine), changes(base, theirs)
    my_changes = _without(_moved_twice(base, mine, theirs), my_changes, their_changes)
    added = [{block for change in made for block in change.new} for made in (my_changes, their_changes)]
    value, clashes, done = [], [], 0
    for meeting in _meetings(my_changes, their_changes):
        value += base[done : meeting.start]
        done = meeting.end
        found = meeting.settled(base)
        if found is None:
            before, (my_part, found) = base[meeting.start : done], meeting.sides(base)
            parts = zip((my_part, found), added, strict=True)
            is_elsewhere = any(set(before).difference(part) & new for part, new in parts)
            clashes.append(Clash(before, my_part, found, len(value), is_elsewhere))
        value += found
    return Merged(value + base[done:], clashes)


def _meetings(mine, theirs):
    """All changes in order, those that meet put together."""
    found = []
    everything = [(change, "mine") for change in mine] + [(change, "theirs") for change in theirs]
    # An insert comes before the range that begins at its point, and so does not meet it.
    for change, side in sorted(everything, key=lambda entry: (entry[0].start, entry[0].end)):
        if not found or not found[-1].concerns(change):
            found.append(_Meeting(change.start, change.end))
        found[-1].end = max(found[-1].end, change.end)
        getattr(found[-1], side).append(change)
    return found


def _both(theirs, mine):
    """Everything that either inserted, theirs first, and what both inserted once."""
    result, i, j = [], 0, 0
    for same_i, same_j in matched(theirs, mine):
        result += theirs[i:same_i] + mine[j:same_j] + [theirs[same_i]]
        i, j = same_i + 1, same_j + 1
    return result + theirs[i:] + mine[j:]


def _moved_twice(base, mine, theirs):
    """Blocks that stand once in each version, so that a second copy in the merged one was typed by nobody."""
    once = [
        {block for block, times in Counter(version).items() if times == 1} for version in (base, mine, theirs)
    ]
    return set.intersection(*once)


def _without(single, mine, theirs):
    """My changes without the moves of blocks that they moved too: theirs is where the block stands."""
    placed = single & {block for change in theirs for block in change.new}
    kept = []
    for change in mine:
        new = [block for block in change.new if block not in placed] if change.is_insert else change.new
        if new or not change.is_insert:
            kept.append(Change(change.start, change.end, new))
    return kept
