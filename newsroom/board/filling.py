"""How a page fills itself: which story stands in which slot. Pure: nothing here asks the database or the clock.

A hand-picked story stands where it was put. Every other slot takes the newest story that stands nowhere else; a pin that has
ended, or whose story readers may not see, is such a slot again. A block that ``repeats`` may show what stands below it too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .layout import LEAD, moment_of

# The page is carried by a picture: an automatic lead is the first of so many that has one.
LEADS_TRIED = 4


@dataclass(frozen=True)
class Item:
    """One story in its slot. ``headline`` and ``kicker`` are the slot's own words, empty where the story's own stand."""

    article: Any
    headline: str = ""
    kicker: str = ""
    crop: str = ""
    is_picked: bool = False
    #: Its slot in the block: slots that nothing fills are left out.
    place: int = 0
    until: datetime | None = None


@dataclass(frozen=True)
class Block:
    """One block of the page. ``section`` is the section itself, or None."""

    kind: str
    section: Any = None
    items: list[Item] = field(default_factory=list)
    size: int = 0
    repeats: bool = False
    #: Its place in the edition's list of blocks.
    place: int = 0

    @property
    def articles(self):
        return [item.article for item in self.items]


@dataclass(frozen=True)
class Pool:
    """The stories a page is filled from, newest first: of the whole paper, and of each section by its key."""

    newest: list = field(default_factory=list)
    by_section: Mapping[int, list] = field(default_factory=dict)
    sections: Mapping[int, Any] = field(default_factory=dict)


def fill(content: dict, pool: Pool, chosen: Mapping[int, Any], now: datetime) -> list[Block]:
    """Every block of a cleaned content with its stories. ``chosen`` has the hand-picked stories readers may see, by key.

    A block of a section that is gone is left out.
    """
    blocks = [
        (place, block)
        for place, block in enumerate(content["blocks"])
        if block["section"] is None or block["section"] in pool.sections
    ]
    picks = {(place, slot): story for place, slot, story in _picks(blocks, chosen, now)}
    taken = {story.pk for (place, _slot), story in picks.items() if not content["blocks"][place]["repeats"]}
    above, filled = set(), []
    for place, block in blocks:
        stories = pool.newest if block["section"] is None else pool.by_section.get(block["section"], [])
        own = {story.pk for (at, _slot), story in picks.items() if at == place}
        barred = own | (above if block["repeats"] else taken)
        items = _items(place, block, picks, [story for story in stories if story.pk not in barred])
        filled.append(
            Block(
                block["kind"],
                pool.sections.get(block["section"]),
                items,
                block["size"],
                block["repeats"],
                place,
            )
        )
        if not block["repeats"]:
            shown = {item.article.pk for item in items}
            above |= shown
            taken |= shown
    return filled


def wanted(content: dict, section: int | None) -> int:
    """How many of the newest stories (of a section, or of the paper) a page can need at most, so that no slot stays empty."""
    drawing = [place for place, block in enumerate(content["blocks"]) if block["section"] == section]
    if not drawing:
        return 0
    before = content["blocks"][: drawing[-1] + 1]
    after = content["blocks"][drawing[-1] + 1 :]
    # Blocks of other sections take from this one's stories only by hand.
    own = sum(
        block["size"] if block["section"] in (None, section) or section is None else _hands(block)
        for block in before
        if not block["repeats"]
    )
    repeating = max((block["size"] for block in before if block["repeats"]), default=0)
    return own + repeating + sum(_hands(block) for block in after) + LEADS_TRIED - 1


def ends(content: dict, now: datetime) -> datetime | None:
    """When the next pin ends, or None."""
    moments = [moment_of(slot["until"]) for block in content["blocks"] for slot in block["slots"]]
    return min((moment for moment in moments if moment and moment > now), default=None)


def is_over(slot: dict, now: datetime) -> bool:
    """Whether the pin in this slot has ended."""
    until = moment_of(slot["until"])
    return until is not None and until <= now


def _picks(blocks: Iterable, chosen, now):
    """Every slot whose hand-picked story stands there now. One picked twice stands in the first."""
    seen = set()
    for place, block in blocks:
        mine = set() if block["repeats"] else seen
        for slot_place, slot in enumerate(block["slots"]):
            story = chosen.get(slot["article"])
            if story is None or story.pk in mine or is_over(slot, now):
                continue
            mine.add(story.pk)
            yield place, slot_place, story


def _items(place, block, picks, left):
    items = []
    for slot_place, slot in enumerate(block["slots"]):
        if story := picks.get((place, slot_place)):
            words = {word: slot[word] for word in ("headline", "kicker", "crop")}
            until = moment_of(slot["until"])
            items.append(Item(story, **words, is_picked=True, place=slot_place, until=until))
        elif left:
            story = _with_picture(left) if block["kind"] == LEAD else left[0]
            left.remove(story)
            items.append(Item(story, place=slot_place))
    return items


def _with_picture(stories):
    seen = (story for story in stories[:LEADS_TRIED] if story.lead_photo and story.lead_photo.shown)
    return next(seen, stories[0])


def _hands(block):
    return sum(1 for slot in block["slots"] if slot["article"])
