"""What an edition of a board may hold: blocks of a few fixed kinds, each with so many slots.

An edition is JSON that a person's browser sent; nothing in it is believed. ``cleaned`` hands back what the rest of the project
relies on: every key there, every slot of a block spelt out, and nothing else.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from itertools import accumulate

from django.utils.dateparse import parse_datetime

from newsroom.text import clean_line

LEAD, SECONDS, STRIP, OPINION, PICTURES, LATEST = "lead", "seconds", "strip", "opinion", "pictures", "latest"
#: The kinds of blocks, and how many slots a new one of each has.
KINDS = {LEAD: 1, SECONDS: 3, STRIP: 4, OPINION: 3, PICTURES: 4, LATEST: 8}
CROPS = ("", "16:9", "3:2", "4:3", "1:1")

MOST_BLOCKS, MOST_SLOTS = 30, 12
# Of the whole page: the form of the desk has six fields for each, and a server takes only so many.
MOST_IN_ALL = 200
HEADLINE_LENGTH, KICKER_LENGTH = 200, 40
# The largest key a database column holds: a larger number would end the query and not merely find nothing.
LARGEST_KEY = 2**63 - 1

EMPTY_SLOT = {"article": None, "until": None, "headline": "", "kicker": "", "crop": ""}


def block_of(kind: str, *, section: int | None = None, size: int | None = None, repeats: bool = False):
    """A block that fills itself."""
    size = KINDS[kind] if size is None else size
    slots = [dict(EMPTY_SLOT) for _ in range(size)]
    return {"kind": kind, "section": section, "size": size, "repeats": repeats, "slots": slots}


#: What stands at the head of a page that nobody has arranged: a lead, three more, and the newest beside them.
DEFAULT = {"blocks": [block_of(LEAD), block_of(SECONDS), block_of(LATEST, repeats=True)]}


def default_content(sections: Iterable[int] = ()) -> dict:
    """The page that nobody has arranged, with a strip for each of these sections."""
    return copied({"blocks": DEFAULT["blocks"] + [block_of(STRIP, section=key) for key in sections]})


def copied(content):
    """The same content in lists and dictionaries of its own."""
    return json.loads(json.dumps(content))


def cleaned(content) -> dict:
    """Content as the project keeps it: unknown kinds dropped, sizes bounded, keys and moments checked.

    A story that is hand-picked twice keeps its first place, but for blocks that repeat what stands elsewhere.
    """
    found = content.get("blocks") if isinstance(content, dict) else None
    blocks = [_block(block) for block in found if _is_block(block)] if isinstance(found, list) else []
    return {"blocks": _each_once(_within(blocks[:MOST_BLOCKS]))}


def picked(content: dict) -> set[int]:
    """The keys of all hand-picked stories of a cleaned content."""
    return {slot["article"] for block in content["blocks"] for slot in block["slots"] if slot["article"]}


def moment_of(text) -> datetime | None:
    """A moment as it is stored, or None for what is none. One without a zone is none: it would mean another time elsewhere."""
    try:
        moment = parse_datetime(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def _is_block(block):
    return isinstance(block, dict) and isinstance(kind := block.get("kind"), str) and kind in KINDS


def _block(block):
    slots = block.get("slots")
    slots = [_slot(slot) for slot in slots[:MOST_SLOTS]] if isinstance(slots, list) else []
    size = block.get("size")
    size = size if _is_number(size) else max(len(slots), KINDS[block["kind"]])
    size = max(1, min(size, MOST_SLOTS))
    slots = slots[:size] + [dict(EMPTY_SLOT) for _ in range(size - len(slots))]
    return {
        "kind": block["kind"],
        "section": _key(block.get("section")),
        "size": size,
        "repeats": block.get("repeats") is True,
        "slots": slots,
    }


def _slot(slot):
    if not isinstance(slot, dict) or not (article := _key(slot.get("article"))):
        # Words without a story would lie over whichever story comes by.
        return dict(EMPTY_SLOT)
    until, crop = moment_of(slot.get("until")), slot.get("crop")
    return {
        "article": article,
        "until": until.isoformat() if until else None,
        "headline": _line(slot.get("headline"), HEADLINE_LENGTH),
        "kicker": _line(slot.get("kicker"), KICKER_LENGTH),
        "crop": crop if isinstance(crop, str) and crop in CROPS else "",
    }


def _within(blocks):
    """The blocks as far as there is room for all their slots."""
    totals = accumulate(block["size"] for block in blocks)
    return [block for block, total in zip(blocks, totals, strict=True) if total <= MOST_IN_ALL]


def _each_once(blocks):
    seen = set()
    for block in blocks:
        for place, slot in enumerate(block["slots"]):
            if block["repeats"] or not slot["article"]:
                continue
            if slot["article"] in seen:
                block["slots"][place] = dict(EMPTY_SLOT)
            seen.add(slot["article"])
    return blocks


def _is_number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def _key(value):
    return value if _is_number(value) and 0 < value <= LARGEST_KEY else None


def _line(value, limit):
    return clean_line(value, limit=limit) if isinstance(value, str) else ""
