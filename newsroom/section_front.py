"""The front of a section: what editors have arranged, above the list of its stories.

The page has its newest stories already, and they fill the board; one query more brings what was picked by hand from further down.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F, Q
from django.utils.timezone import now

from articles.lifetimes import pictures_change
from articles.models import Article, Author
from articles.surrogates import of_cards
from newsroom.board import Front
from newsroom.board.filling import Pool, ends, fill, wanted
from newsroom.board.fronts import content_of
from newsroom.board.layout import picked
from newsroom.front import FrontPage, arranged
from newsroom.paging import Page


@dataclass(frozen=True)
class SectionFront:
    """``page`` is None where readers see no board; ``rest`` is then the list as it was, else what the board does not show."""

    page: FrontPage | None
    rest: Page
    #: When the clock changes this by itself, beside what changes the list.
    next_change_at: datetime | None = None
    keys: frozenset[str] = frozenset()


def section_front(section, listed: Page) -> SectionFront:
    """The board above a page of a section's stories. ``section`` comes with its board and the board's editions."""
    at = now()
    board = getattr(section, "board", None)
    edition = board and board.edition_at(at)
    if listed.number != 1 or not edition:
        moment = board.goes_live_at if board and listed.number == 1 else None
        return SectionFront(None, listed, moment if moment and moment > at else None)
    content = content_of(edition)
    picks = picked(content)
    farther = _farther(section, listed, content, picks)
    chosen = [*listed.items, *farther]
    # What nobody picked is in the order of the list; a pick from far down is no newest story.
    newest = [story for story in chosen if story.pk not in picks or story in listed.items]
    pool = Pool(newest, {section.pk: newest}, {section.pk: section})
    blocks = fill(content, pool, {story.pk: story for story in chosen}, at)
    front = Front([block for block in blocks if block.items], None, board, edition)
    shown = {article.pk for article in front.articles}
    rest = replace(listed, items=[story for story in listed.items if story.pk not in shown])
    moments = [board.goes_live_at, ends(content, at), *pictures_change(*farther)]
    soonest = min((moment for moment in moments if moment and moment > at), default=None)
    return SectionFront(arranged(front), rest, soonest, frozenset(board.keys | of_cards(farther)))


def _farther(section, listed, content, picks):
    """The public stories that the board needs and the page has not, in the order of the list, with their authors: one query."""
    picks = picks - {story.pk for story in listed.items}
    stories = Article.objects.published().filter(section=section)
    needed = wanted(content, None) + wanted(content, section.pk) if listed.has_older else 0
    if not picks and needed <= len(listed.items):
        return []
    newest = stories.newest_first().values("pk")[len(listed.items) : max(needed, len(listed.items))]
    which = Q(pk__in=picks) | Q(pk__in=newest) if needed > len(listed.items) else Q(pk__in=picks)
    # One row for each byline, so that authors need no query of their own.
    rows = (
        stories.filter(which)
        .newest_first()
        .with_list_relations()
        .prefetch_related(None)
        .annotate(author_key=F("bylines__author"), author_name=F("bylines__author__name"))
        .order_by("-publish_at", "-pk", "bylines__position")
    )
    found = {}
    for row in rows:
        story = found.setdefault(row.pk, row)
        authors = story.__dict__.setdefault("authors", [])
        if row.author_key:
            authors.append(Author(pk=row.author_key, name=row.author_name))
    return list(found.values())
