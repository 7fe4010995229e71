"""Brings together what two editors did to one board. Pure.

Two who changed different slots are asked nothing; two who filled one slot differently, or put one story in two places, are.
"""

from dataclasses import dataclass, field
from typing import Any

from articles.merging import merge_list, merge_scalar

from .layout import EMPTY_SLOT, cleaned

SETTINGS = ("size", "repeats")


@dataclass(frozen=True)
class Overlap:
    """One thing that two editors changed differently: a slot, a block, or (with no kind) the order of the blocks."""

    mine: Any
    theirs: Any
    kind: str = ""
    section: int | None = None
    slot: int | None = None


@dataclass(frozen=True)
class Together:
    """What can be stored, with theirs where the two overlap, and the overlaps."""

    content: dict
    overlaps: list[Overlap] = field(default_factory=list)


def bring_together(base: dict, mine: dict, theirs: dict) -> Together:
    """Merge cleaned contents: block by block (known by its kind, its section and which of such it is) and slot by slot."""
    named = [_named(version) for version in (base, mine, theirs)]
    order = merge_list(*[list(map(list, version)) for version in named])
    overlaps = [] if order.is_clean else [Overlap(list(named[1]), list(named[2]))]
    blocks = []
    for name in map(tuple, order.value):
        block, found = _block(*[version.get(name) for version in named])
        overlaps += found
        blocks += [block] if block else []
    for name in named[0]:
        overlaps += _taken_out(name, order.value, *[version.get(name) for version in named])
    content = cleaned({"blocks": blocks})
    if not overlaps and content["blocks"] != blocks:
        overlaps = _in_two_places(blocks, content["blocks"])
    return Together(theirs if overlaps else content, overlaps)


def _named(content):
    """The blocks by kind, section and number among such, in their order."""
    found = {}
    for block in content["blocks"]:
        number = 0
        while (name := (block["kind"], block["section"], number)) in found:
            number += 1
        found[name] = block
    return found


def _block(base, mine, theirs):
    if base is None or mine is None or theirs is None:
        merged = merge_scalar(base, mine, theirs)
        if merged.is_clean:
            return merged.value, []
        some = theirs or mine
        return some, [Overlap(mine, theirs, some["kind"], some["section"])]
    result, overlaps = dict(theirs), []
    for name in SETTINGS:
        merged = merge_scalar(base[name], mine[name], theirs[name])
        result[name] = merged.value
        if not merged.is_clean:
            overlaps.append(Overlap(mine[name], theirs[name], theirs["kind"], theirs["section"]))
    slots, clashes = _slots(base, mine, theirs, result["size"])
    result["slots"] = slots
    return result, overlaps + clashes


def _slots(base, mine, theirs, size):
    slots, overlaps = [], []
    for place in range(max(len(version["slots"]) for version in (base, mine, theirs))):
        sides = [_slot(version, place) for version in (base, mine, theirs)]
        merged = merge_scalar(*sides)
        # One made the block smaller; the other had just filled what went.
        is_lost = place >= size and merged.value["article"] and merged.value != sides[0]
        if is_lost or not merged.is_clean:
            overlaps.append(Overlap(sides[1], sides[2], theirs["kind"], theirs["section"], place))
        slots.append(merged.value)
    return slots[:size], overlaps


def _taken_out(name, left, base, mine, theirs):
    """One took a block out that the other changed."""
    if list(name) in left or (mine is None and theirs is None):
        return []
    kept = mine or theirs
    return [Overlap(mine, theirs, name[0], name[1])] if kept != base else []


def _in_two_places(blocks, left):
    before = [slot for block in blocks for slot in block["slots"]]
    after = [slot for block in left for slot in block["slots"]]
    twice = [old for old, new in zip(before, after, strict=False) if old != new]
    return [Overlap(slot, slot) for slot in twice] or [Overlap(blocks, left)]


def _slot(block, place):
    return block["slots"][place] if place < len(block["slots"]) else EMPTY_SLOT
