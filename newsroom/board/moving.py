"""The moves of a board under an editor's hands, each of which gives the content as it is after it. Pure.

A slot is named by a pair: the place of its block, and its place there. A place that is not there changes nothing.
"""

from .layout import EMPTY_SLOT, KINDS, block_of, copied

Place = tuple[int, int]


def moved(content: dict, origin: Place, target: Place, shown: int | None) -> dict:
    """The story in one slot stands in the other, by hand; a story picked for that one changes places with it.

    ``shown`` is the story that stands in the first slot now, where nobody picked it.
    """
    content = copied(content)
    source, goal = _slot(content, origin), _slot(content, target)
    if source is None or goal is None or origin == target:
        return content
    carried = dict(source) if shown is None or source["article"] == shown else EMPTY_SLOT | {"article": shown}
    if carried["article"] is None:
        return content
    _set(content, origin, goal if goal["article"] else EMPTY_SLOT)
    _set(content, target, carried)
    return content


def placed(content: dict, article: int, target: Place) -> dict:
    """A story stands in this slot, by hand, and in no other, but for blocks that repeat."""
    content = copied(content)
    if _slot(content, target) is None:
        return content
    if not content["blocks"][target[0]]["repeats"]:
        for block in content["blocks"]:
            for place, slot in enumerate(block["slots"]):
                if slot["article"] == article and not block["repeats"]:
                    block["slots"][place] = dict(EMPTY_SLOT)
    _set(content, target, EMPTY_SLOT | {"article": article})
    return content


def freed(content: dict, target: Place) -> dict:
    """The slot fills itself again."""
    content = copied(content)
    if _slot(content, target) is not None:
        _set(content, target, EMPTY_SLOT)
    return content


def step(content: dict, origin: Place, by: int) -> Place:
    """The slot so many before or after this one, in the order of the page; itself at the ends."""
    order = [(at, place) for at, block in enumerate(content["blocks"]) for place in range(block["size"])]
    if origin not in order:
        return origin
    return order[max(0, min(len(order) - 1, order.index(origin) + by))]


def with_block(content: dict, kind: str, section: int | None = None) -> dict:
    """One more block at the foot of the page."""
    content = copied(content)
    if kind in KINDS:
        content["blocks"].append(block_of(kind, section=section))
    return content


def block_moved(content: dict, at: int, by: int) -> dict:
    content = copied(content)
    if 0 <= at < len(content["blocks"]):
        block = content["blocks"].pop(at)
        content["blocks"].insert(max(0, at + by), block)
    return content


def without_block(content: dict, at: int) -> dict:
    content = copied(content)
    if 0 <= at < len(content["blocks"]):
        del content["blocks"][at]
    return content


def _slot(content, place):
    at, number = place
    blocks = content["blocks"]
    if 0 <= at < len(blocks) and 0 <= number < len(blocks[at]["slots"]):
        return blocks[at]["slots"][number]
    return None


def _set(content, place, slot):
    content["blocks"][place[0]]["slots"][place[1]] = dict(slot)
