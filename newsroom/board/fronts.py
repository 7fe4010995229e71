"""What stands on a front page, with the stories themselves: an edition filled from what is public, in five queries."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.utils import timezone

from .filling import Block, Pool, ends, fill, wanted
from .layout import cleaned, default_content, picked


@dataclass
class Front:
    """A page as readers see it. Blocks that nothing fills are left out."""

    blocks: list[Block] = field(default_factory=list)
    #: When the clock next changes the page by itself (a story, a pin, an edition that is to come), or None.
    next_change_at: datetime | None = None
    board: Any = None
    edition: Any = None

    @property
    def articles(self):
        """Every story that stands on the page, some twice."""
        return [item.article for block in self.blocks for item in block.items]


@dataclass
class Filled:
    """A board with all its blocks, for the desk: the empty ones too, and what it was filled from."""

    content: dict
    blocks: list[Block]
    pool: Pool
    chosen: dict
    next_change_at: datetime | None = None


def front_of(section=None, *, edition=None, now=None) -> Front:
    """The front page, or that of a section (itself or its key), as it is now; with ``edition``, as that one would make it.

    Five queries at most, however many blocks it has.
    """
    now = now or timezone.now()
    board = edition.board if edition else board_of(section)
    shown = edition or (board and board.edition_at(now))
    found = filled(content_of(shown), board.section_id if board else key_of(section), now=now)
    moments = [found.next_change_at, board and not edition and board.goes_live_at, ends(found.content, now)]
    blocks = [block for block in found.blocks if block.items]
    soonest = min((moment for moment in moments if moment and moment > now), default=None)
    return Front(blocks, soonest, board, shown)


def front_as_of(section, moment) -> Front:
    """What stood on a page at a moment that is past: the edition that was live, filled from what was out then."""
    board = board_of(section)
    edition = board.edition_as_of(moment) if board else None
    stories = _articles().public_at(moment)
    found = filled(content_of(edition), key_of(section), now=moment, stories=stories)
    return Front([block for block in found.blocks if block.items], None, board, edition)


def board_of(section=None):
    """The board of the front page or of a section, with its editions, or None where nobody has begun one."""
    boards = apps.get_model("newsroom", "Board").objects.select_related("live_edition", "scheduled_edition")
    return boards.filter(section=key_of(section)).first() if section else boards.filter(section=None).first()


def key_of(section):
    return getattr(section, "pk", section)


def content_of(edition) -> dict | None:
    """An edition's content, cleaned once more: rules may have changed since it was stored. None where there is none."""
    return cleaned(edition.content) if edition else None


def filled(content: dict | None, section: int | None = None, *, now: datetime, stories=None) -> Filled:
    """A content (None: what nobody has arranged) filled from ``stories``, those that are public unless others are given.

    A section's board is filled from that section alone. Four queries.
    """
    stories = _articles().published() if stories is None else stories
    sections = _sections()
    if section is not None:
        stories = stories.filter(section=section)
    if content is None:
        content = default_content(sections if section is None else ())
    pool, chosen = _pool(content, sections, stories)
    # Every section tells the same: it is asked along with them, since a page without a story has no other row to ask.
    soonest = next((row.next_change_at for row in sections.values()), None)
    return Filled(content, fill(content, pool, chosen, now), pool, chosen, soonest)


def _sections():
    sections = apps.get_model("articles", "Section").objects
    change = _articles().all().next_change()
    return {section.pk: section for section in sections.annotate(next_change_at=change)}


def _pool(content, sections, stories):
    sizes = {key: wanted(content, key) for key in (None, *sections)}
    newest = {
        key: (stories if key is None else stories.filter(section=key)).newest_first().values("pk")[:size]
        for key, size in sizes.items()
        if size
    }
    wishes = [_articles().order_by().filter(pk__in=keys).values_list("pk") for keys in newest.values()]
    if hands := picked(content):
        wishes.append(stories.order_by().filter(pk__in=hands).values_list("pk"))
    keys = [key for (key,) in wishes[0].union(*wishes[1:])] if wishes else []
    # Asked once more whether they are public: one may be withdrawn between two queries.
    found = stories.with_list_relations().in_bulk(keys)
    ordered = sorted(found.values(), key=lambda story: (story.publish_at, story.pk), reverse=True)
    by_section = {key: [story for story in ordered if story.section_id == key] for key in sections}
    return Pool(ordered, by_section, sections), {key: found[key] for key in hands if key in found}


def _articles():
    # By name: this is imported before the models are there.
    return apps.get_model("articles", "Article").objects
