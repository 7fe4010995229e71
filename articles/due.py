"""What falls due on the calendar, and the doing of it: once each, in a transaction of its own, whatever happens to the others.

Nothing here decides what readers see: a story comes out, and goes, by the database's clock. What waits for this is the log,
the caches, and the text of a scheduled update. Where nobody makes the rounds, the first reader after its time brings that.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import OperationalError, transaction
from django.db.models.functions import Now
from django.utils.timezone import now
from django.utils.translation import gettext as _

from articles import surrogates
from articles.choices import Verb
from articles.models import Article
from articles.refusals import WrongState
from newsroom.caching import touch
from newsroom.text import clean_line

log = logging.getLogger(__name__)

REASON_LENGTH = Article._meta.get_field("stopped_because").max_length
# How long readers are spared another try after the database could not do it.
PAUSE = 60
_tried: dict[int, float] = {}


@dataclass(frozen=True)
class Item:
    """One thing that is due: ``do`` takes the story, as it is stored and locked, and says whether there was anything to do."""

    pk: int
    do: Callable[[Article], bool]


@dataclass(frozen=True)
class Outcome:
    """Whether it was done; if it could not be, why, for people; and whether that is news."""

    is_done: bool = False
    problem: str = ""
    is_new: bool = False


def due_now():
    """Everything that is due, in the order it has to be done: a story that is gone needs no update any more."""
    stories = Article.objects.order_by()
    awaited = stories.filter(is_awaited=True).exclude(pk__in=stories.scheduled().values("pk"))
    ending = stories.filter(withdraw_at__lte=Now())
    changing = stories.filter(update_at__lte=Now())
    return [
        Item(pk, do)
        for found, order, do in (
            (awaited, "publish_at", come_out),
            (ending, "withdraw_at", withdraw),
            (changing, "update_at", update),
        )
        for pk in found.order_by(order, "pk").values_list("pk", flat=True)
    ]


def settle(item) -> Outcome:
    """Do one item in a transaction of its own. What cannot be done is told on the story and in its log, and tried again."""
    try:
        with transaction.atomic():
            story = Article.objects.select_for_update().filter(pk=item.pk).first()
            is_done = story is not None and item.do(story)
            if is_done:
                Article.objects.filter(pk=item.pk).exclude(stopped_because="").update(stopped_because="")
        return Outcome(is_done)
    except OperationalError as error:
        log.warning("Story %s has to wait for the database: %s", item.pk, error)
        return Outcome(problem=_("№ %(pk)d: the database could not do it now.") % {"pk": item.pk})
    except Exception as error:  # noqa: BLE001 - whatever it is, it stops one story and no other
        return _stop(item.pk, error)


def come_out(story):
    """Note that a scheduled story came out, and tell the caches of every page that shows it now."""
    if not story.is_awaited or story.is_scheduled:
        return False
    Article.objects.filter(pk=story.pk).update(is_awaited=False)
    if story.was_public:
        story.log(Verb.CAME_OUT, None, story.status, revision=story.live_revision)
        touch(surrogates.changed_by(story))
    return True


def withdraw(story):
    """Move a story whose withdrawal was scheduled to where readers already believe it to be."""
    if not story.withdraw_at or story.withdraw_at > now():
        return False
    at, story.withdraw_at = story.withdraw_at, None
    # Caches have it where it stood until then.
    touch(surrogates.changed_by(story))
    story.withdraw_at = at
    story.apply_withdrawal()
    return True


def update(story):
    """Put the text of a scheduled update before readers."""
    if not _is_update_due(story):
        return False
    story.apply_update()
    return True


def catch_up(article) -> bool:
    """Apply the scheduled update of a story somebody is about to read, if it is due and no round has. Returns whether the
    story has to be read again.

    Never raises, and costs nothing while nothing is due. What was stopped is left to the rounds and to editors.
    """
    if not _is_update_due(article) or article.stopped_because:
        return False
    if time.monotonic() - _tried.get(article.pk, -PAUSE) < PAUSE:
        return False
    if settle(Item(article.pk, update)).problem:
        _tried[article.pk] = time.monotonic()
        return False
    # Also when another request has just done it.
    _tried.pop(article.pk, None)
    return True


def _is_update_due(story):
    return story.update_at is not None and story.update_at <= now()


def _stop(pk, error):
    """Tell on the story why it does not go on, once; the log of the house gets what is no refusal but a fault."""
    reason, problem, is_new = _reason(error), "", False
    try:
        with transaction.atomic():
            story = Article.objects.select_for_update().get(pk=pk)
            problem = f"№ {pk} “{story}”: {reason}"
            is_new = story.stopped_because != reason
            if is_new:
                Article.objects.filter(pk=pk).update(stopped_because=reason)
            if not story.stopped_because:
                story.log(Verb.STOPPED, None, story.status, note=reason)
    except Exception:
        log.exception("Story %s is stopped, and that could not be noted", pk)
    if is_new and not isinstance(error, REFUSALS):
        log.error("Story %s is stopped", pk, exc_info=error)
    return Outcome(problem=problem or f"№ {pk}: {reason}", is_new=is_new)


def _reason(error):
    if isinstance(error, ValidationError):
        words = " ".join(error.messages)
    elif isinstance(error, REFUSALS):
        words = str(error)
    else:
        words = _("A fault of ours, told in the server's log (%s).") % type(error).__name__
    return clean_line(words, limit=REASON_LENGTH)


REFUSALS = (ValidationError, WrongState)
