"""A merge for each kind of field: every one takes the base, mine and theirs, and hands back a ``Merged``."""

import json
from dataclasses import replace
from typing import Any

from .cutting import blocks, paragraphs
from .outcome import Clash, Merged
from .threeway import merge_blocks

A_BLANK_LINE = "\n\n"


def merge_scalar(base: Any, mine: Any, theirs: Any) -> Merged:
    """A value that is one thing: whoever changed it has it, and two who changed it differently clash."""
    if mine in (base, theirs):
        return Merged(theirs)
    if theirs == base:
        return Merged(mine)
    return Merged(theirs, [Clash(base, mine, theirs)])


def merge_set(base: list | None, mine: list | None, theirs: list | None) -> Merged:
    """A list whose order says nothing, such as tags: without what either took out, with what either put in. Never clashes.

    What stays keeps the order of theirs; what I put in follows in my order.
    """
    plain = merge_scalar(base, mine, theirs)
    if plain.is_clean:
        return plain
    base, mine, theirs = base or [], mine or [], theirs or []
    kept = [item for item in theirs if item in mine or item not in base]
    return Merged(list(dict.fromkeys(kept + [item for item in mine if item not in base])))


def merge_list(base: list | None, mine: list | None, theirs: list | None) -> Merged:
    """A list of JSON values whose order counts, such as bylines: merged item by item as a body is block by block."""
    plain = merge_scalar(base, mine, theirs)
    if plain.is_clean:
        return plain
    items, versions = {}, []
    for version in (base, mine, theirs):
        keys = [json.dumps(item, sort_keys=True) for item in version or []]
        items.update(zip(keys, version or [], strict=True))
        versions.append(keys)
    merged = merge_blocks(*versions)

    def restored(keys):
        return [items[key] for key in keys]

    return Merged(restored(merged.value), [_with_texts(clash, restored) for clash in merged.clashes])


def merge_html(base: str | None, mine: str | None, theirs: str | None) -> Merged:
    """A body, merged by its top-level blocks. The texts of a clash are HTML of whole blocks."""
    plain = merge_scalar(base, mine, theirs)
    if plain.is_clean:
        return plain
    return _strung(merge_blocks(*[blocks(version or "") for version in (base, mine, theirs)]), lambda _: "")


def merge_text(base: str | None, mine: str | None, theirs: str | None) -> Merged:
    """Plain text: one thing as long as it has one line in every version, and merged by its paragraphs if not."""
    plain = merge_scalar(base, mine, theirs)
    versions = [paragraphs(version or "") for version in (base, mine, theirs)]
    if plain.is_clean or all(len(found) < 2 for found, _breaks in versions):
        return plain
    before, by_me, by_them = [breaks for _found, breaks in versions]

    def gap(paragraph):
        usual = before.get(paragraph)
        said = (breaks.get(paragraph) for breaks in (by_them, by_me))
        return next((breaks for breaks in said if breaks not in (None, usual)), usual) or A_BLANK_LINE

    return _strung(merge_blocks(*[found for found, _breaks in versions]), gap)


def _strung(merged, gap):
    """Merged blocks as one text, with the gap that belongs before each block but the first."""

    def joined(found):
        return "".join(found[:1] + [part for block in found[1:] for part in (gap(block), block)])

    parts, length, clashes = [], 0, []
    for piece in merged.pieces():
        is_clash = isinstance(piece, Clash)
        found = piece.theirs if is_clash else piece
        space = gap(found[0]) if found and length else ""
        if is_clash:
            clashes.append(replace(_with_texts(piece, joined), at=length + len(space)))
        parts += [space, joined(found)]
        length += len(space) + len(parts[-1])
    return Merged("".join(parts), clashes)


def _with_texts(clash, written):
    return replace(clash, base=written(clash.base), mine=written(clash.mine), theirs=written(clash.theirs))
