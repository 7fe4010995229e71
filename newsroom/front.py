"""How the blocks of a front stand on the page: the first ones around the lead, with the latest beside them, the others below."""

from dataclasses import dataclass, field
from datetime import datetime

from newsroom.board import Block, Front, front_of
from newsroom.board.layout import LATEST, LEAD, SECONDS


@dataclass
class FrontPage:
    """A front as the page prints it. ``rail`` stands beside ``top``; ``below`` follows in its order."""

    front: Front
    top: list[Block] = field(default_factory=list)
    rail: Block | None = None
    below: list[Block] = field(default_factory=list)

    @property
    def articles(self):
        """Every story that stands on the page, some twice."""
        return self.front.articles

    @property
    def next_change_at(self) -> datetime | None:
        return self.front.next_change_at

    @property
    def keys(self) -> set[str]:
        """The surrogate keys of the board that was printed."""
        return self.front.board.keys if self.front.board else set()

    @property
    def newest_at(self) -> datetime | None:
        """When the newest of its stories came out."""
        return max((article.publish_at for article in self.articles), default=None)


def front_page(edition=None) -> FrontPage:
    """The front page as readers see it, or as ``edition`` would make it."""
    return arranged(front_of(edition=edition))


def arranged(front: Front) -> FrontPage:
    """The same blocks by their place on the page. Where no lead or seconds come first, everything stands below."""
    top, rail, rest = [], None, list(front.blocks)
    while rest and rest[0].kind in (LEAD, SECONDS, LATEST) and not (rest[0].kind == LATEST and rail):
        block = rest.pop(0)
        if block.kind == LATEST:
            rail = block
        else:
            top.append(block)
    if not top:
        return FrontPage(front, below=list(front.blocks))
    return FrontPage(front, top, rail, rest)
