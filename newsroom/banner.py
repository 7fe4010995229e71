"""The line of breaking news on every page: put up, left longer, taken down.

There is one at a time, and each ends by itself. Whoever arranges the front page may do all three; each writes one line of
the front page's log and changes every page.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from articles.refusals import Incomplete, WrongState
from articles.state import clock
from newsroom.caching import touch
from newsroom.models import Banner, Board, BoardEvent
from newsroom.text import clean_line, length_of, too_long

MAY = "newsroom.arrange_board"
LIFE = 30  # minutes
MOST = 360  # minutes from now
# What the desk offers: minutes, and how they are called.
LIVES = [
    (15, gettext_lazy("15 minutes")),
    (LIFE, gettext_lazy("30 minutes")),
    (60, gettext_lazy("1 hour")),
    (120, gettext_lazy("2 hours")),
    (360, gettext_lazy("6 hours")),
]


def put_up(text, *, by, article=None, minutes=LIFE) -> Banner:
    """Show a line of breaking news on every page from now on, for so many minutes; it ends the one before.

    Raises ``PermissionDenied``, or ``Incomplete`` for a text that is none, a story readers cannot open, or too long a time.
    """
    with _arranging(by) as (board, at):
        banner = Banner(
            text=_line(text),
            article=_opened_by_readers(article),
            starts_at=at,
            ends_at=at + timedelta(minutes=_within_reason(minutes)),
            author=by,
            author_name=str(by),
        )
        _shown(at).update(ends_at=at)
        banner.save()
        _log(board, by, "banner_up", banner)
    return banner


def extend(banner, *, by, minutes=LIFE) -> Banner:
    """Show it so many minutes longer than was said before. Raises ``WrongState`` if it is gone, or would stand too long."""
    with _arranging(by) as (board, at):
        banner = _still_shown(banner, at)
        banner.ends_at += timedelta(minutes=minutes)
        if banner.ends_at > at + timedelta(minutes=MOST):
            raise WrongState(
                _("A breaking line stands for six hours from now at most. Write a new one instead.")
            )
        banner.save(update_fields=["ends_at"])
        _log(board, by, "banner_extended", banner)
    return banner


def take_down(banner, *, by) -> Banner:
    """Show it no longer. Raises ``WrongState`` if it is gone already."""
    with _arranging(by) as (board, at):
        banner = _still_shown(banner, at)
        banner.ends_at = at
        banner.save(update_fields=["ends_at"])
        _log(board, by, "banner_down", banner)
    return banner


def current() -> Banner | None:
    """The line readers see now, with its story."""
    return _shown(now()).select_related("article").defer("article__body").first()


@dataclass(frozen=True)
class Line:
    """The breaking line as pages show it. ``address`` is empty where readers cannot open its story."""

    text: str
    address: str
    #: When the clock changes it next: it ends, or its story is withdrawn.
    changes_at: datetime
    keys: frozenset[str]


def with_line(sections):
    """The same sections, from which ``line_of`` reads what breaks: one query for what stands at the head of every page."""
    shown = _shown(now())
    story = Article.objects.published().filter(pk=OuterRef("article"))
    columns = {name: Subquery(story.values(name)[:1]) for name in STORY}
    line = shown.annotate(**{f"story_{name}": column for name, column in columns.items()})
    wanted = ("text", "ends_at", "article", *(f"story_{name}" for name in STORY))
    return sections.annotate(**{f"line_{name}": Subquery(line.values(name)[:1]) for name in wanted})


STORY = ("slug", "published_on", "withdraw_at")


def line_of(sections) -> Line | None:
    """The line that was fetched with the sections; a paper that has none yet is asked on its own."""
    row = next(iter(sections), None)
    if row is None:
        banner = current()
        return Line(banner.text, "", banner.ends_at, frozenset()) if banner else None
    if not row.line_text:
        return None
    address = ""
    if row.line_story_slug:
        address = Article(
            slug=row.line_story_slug, published_on=row.line_story_published_on
        ).get_absolute_url()
    moments = [row.line_ends_at, row.line_story_withdraw_at]
    keys = frozenset({f"article-{row.line_article}"} if row.line_article else ())
    return Line(row.line_text, address, min(filter(None, moments)), keys)


def _shown(at):
    return Banner.objects.filter(starts_at__lte=at, ends_at__gt=at).order_by("-pk")


@contextmanager
def _arranging(by):
    """One at a time, in one transaction: two who put a line up in the same moment must not leave two standing."""
    if not by.has_perm(MAY):
        raise PermissionDenied
    with transaction.atomic():
        board, _created = Board.objects.get_or_create(section=None)
        Board.objects.select_for_update().get(pk=board.pk)
        yield board, now()
        touch({"site"})


def _log(board, by, verb, banner):
    note = _("%(text)s (until %(time)s)") % {"text": banner.text, "time": clock(banner.ends_at)}
    BoardEvent.objects.create(
        board=board, actor=by, actor_name=str(by), verb=verb, note=clean_line(note, limit=500)
    )


def _still_shown(banner, at):
    found = _shown(at).filter(Q(pk=banner.pk)).first()
    if found is None:
        raise WrongState(_("This line is shown no longer."))
    return found


def _line(text):
    line = clean_line(text)
    if not line:
        raise Incomplete({"text": [_("Say in one line what has happened.")]})
    if too_long(text, Banner.TEXT_LENGTH) or len(line) > Banner.TEXT_LENGTH:
        raise Incomplete(
            {
                "text": [
                    _("At most %(most)d characters stand in one line; these are %(number)d.")
                    % {"most": Banner.TEXT_LENGTH, "number": length_of(text)}
                ]
            }
        )
    return line


def _opened_by_readers(article):
    if article is not None and not Article.objects.published().filter(pk=article.pk).exists():
        raise Incomplete(
            {"article": [_("Readers cannot open this story. Choose one that is live, or none.")]}
        )
    return article


def _within_reason(minutes):
    if not 1 <= minutes <= MOST:
        raise Incomplete({"minutes": [_("From one minute to six hours.")]})
    return minutes
