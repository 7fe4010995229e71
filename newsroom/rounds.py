"""The minute's round: what is due at stories, what caches have not been told, what is old and goes.

One at a time, whoever calls: cron, systemd, the server, a person. Every piece of work stands or falls by itself, so that a
round may be killed anywhere; the next one does what is left.
"""

import fcntl
import logging
import signal
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections, connection
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from articles import due, encoding, presence
from articles.models import Photo
from newsroom.caching import deliver_left, touch
from newsroom.models import Board, Heartbeat

log = logging.getLogger(__name__)

KEPT = timedelta(days=7)
# A number that nobody else on the same PostgreSQL takes: “news” in ASCII, and 60.
LOCK = 0x6E657773_3C


@dataclass
class Round:
    """What came of a round."""

    done: int = 0
    problems: list[str] = field(default_factory=list)
    #: When the one before began that came to its end, if there is one.
    last_at: datetime | None = None
    #: Whether anything was done, or went wrong in another way than last time.
    is_news: bool = False

    @property
    def failed(self):
        return len(self.problems)

    def __str__(self):
        said = _("%d done") % self.done
        return " · ".join([said, *self.problems])


def go_round() -> Round | None:
    """Do everything that is due. None if another round is on its way."""
    with _alone() as is_alone:
        return _go_round() if is_alone else None


def _go_round():
    last = Heartbeat.objects.exclude(finished_at=None).first()
    found = Round(last_at=last and last.started_at)
    beat = Heartbeat.objects.create(started_at=now())
    for part in PARTS:
        try:
            part(found)
        except Exception as error:
            log.exception("A part of the round failed; the others go on")
            found.problems.append(
                _("A part of the round failed, told in the server's log (%s).") % type(error).__name__
            )
    beat.finished_at, beat.done = now(), found.done
    beat.failed, beat.problems = found.failed, found.problems
    beat.save()
    found.is_news = bool(found.done) or found.problems != (last.problems if last else [])
    return found


def _see_to_stories(found):
    for item in due.due_now():
        outcome = due.settle(item)
        found.done += outcome.is_done
        found.problems += [outcome.problem] if outcome.problem else []


def _see_to_boards(found):
    for board in Board.objects.filter(goes_live_at__lte=now()):
        found.done += board.settle()


def _see_to_caches(found):
    told, untold = deliver_left()
    found.done += told
    found.problems += [_("A cache was not told: %s") % words for words in untold]


def _see_to_rights(found):
    """Tell the caches, once, whose rights have ended since the last round: pages show them no more from midnight on."""
    last_day = localdate(found.last_at or now() - KEPT)
    if last_day < localdate():
        ended = Photo.objects.ended_since(last_day).values_list("pk", flat=True)
        touch({f"photo-{pk}" for pk in ended})
        found.done += len(ended)


def _see_to_what_is_old(_found):
    presence.forget_old()
    Heartbeat.objects.filter(started_at__lt=now() - KEPT).delete()


def _see_to_pictures(found):
    made = encoding.make_avif()
    found.done += made.done
    found.problems += made.problems


# The pictures last: they are what takes long.
PARTS = (
    _see_to_stories,
    _see_to_boards,
    _see_to_rights,
    _see_to_caches,
    _see_to_what_is_old,
    _see_to_pictures,
)


def keep_going(every: int, *, say: Callable[[str], None], is_wanted: Callable[[], bool] = lambda: True):
    """Go round every so many seconds, on the full minute where that is 60, until told to end or not wanted any more.

    A round that has begun is finished. One that fails altogether, as when the database is away, is logged, and the next is tried.
    """
    stop = _Stop()
    with stop.listening():
        while is_wanted() and not stop.is_heard:
            try:
                close_old_connections()
                found = go_round()
                if found and found.is_news:
                    say(str(found))
            except Exception:
                log.exception("This round came to nothing; the next is tried")
            next_at = (time.time() // every + 1) * every
            while time.time() < next_at and is_wanted() and not stop.is_heard:
                time.sleep(max(0, min(1, next_at - time.time())))


class _Stop:
    """The word to end, heard from SIGTERM and Ctrl-C."""

    SIGNALS = (signal.SIGTERM, signal.SIGINT)

    def __init__(self):
        self.is_heard = False

    def hear(self, *_args):
        self.is_heard = True

    @contextmanager
    def listening(self):
        before = {number: signal.signal(number, self.hear) for number in self.SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def _alone():
    """Yield whether this is the only round. The lock goes with the process or its connection, however it ends."""
    with (_alone_in_database if connection.vendor == "postgresql" else _alone_in_folder)() as is_alone:
        yield is_alone


@contextmanager
def _alone_in_database():
    # For the session, so that a round on another machine is kept out too while this one commits piece by piece.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        is_alone = cursor.fetchone()[0]
    try:
        yield is_alone
    finally:
        if is_alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@contextmanager
def _alone_in_folder():
    with Path(settings.DATA_DIR, "round.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
