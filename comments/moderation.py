"""The one way a comment's state changes: list actions, row buttons and the change page all come here.

A decision carries the version the moderator saw. Where that is no longer the stored one, or the move is not allowed
from where the comment now stands, nothing changes and the outcome says so: nobody overwrites a colleague unknowingly.
"""

import uuid
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from comments.choices import Action, Status
from comments.models import Comment, Event
from newsroom.caching import touch
from newsroom.text import clean_line


@dataclass
class Outcome:
    """What became of a decision: comments it moved, and those it did not, as they now stand."""

    decided: list[Comment] = field(default_factory=list)
    conflicts: list[Comment] = field(default_factory=list)


def decide(seen, to, *, by, reason=""):
    """Move comments to a status. ``seen`` maps each comment's key to the version its moderator saw.

    Returns an ``Outcome``; keys that no longer exist are passed over. Raises ``PermissionDenied``.
    """
    if not by.has_perm("comments.moderate_comment"):
        raise PermissionDenied
    to, at, batch, outcome, events = Status(to), timezone.now(), uuid.uuid4(), Outcome(), []
    reason = clean_line(reason, limit=Event._meta.get_field("reason").max_length)
    with transaction.atomic():
        # In the order of their keys, so that two batches over the same comments wait for each other, not forever.
        for comment in Comment.objects.filter(pk__in=seen).select_related("article").order_by("pk"):
            before = comment.status
            moved = Comment.objects.filter(
                pk=comment.pk, version=seen[comment.pk], status__in=to.sources
            ).update(status=to, version=F("version") + 1, decided_at=at)
            if not moved:
                # As it stands now: a colleague's decision may have come in since the rows were read.
                comment.refresh_from_db(fields=["status", "version", "decided_at"])
                outcome.conflicts.append(comment)
                continue
            comment.status, comment.version, comment.decided_at = to, seen[comment.pk] + 1, at
            events.append(_event(comment, before, by, reason, batch))
            outcome.decided.append(comment)
        Event.objects.bulk_create(events)
        touch({f"article-{comment.article_id}" for comment in outcome.decided})
    return outcome


def last_decisions(comments):
    """Map each comment's key to its last ``Event``, in one query: who decided, and when."""
    events = Event.objects.filter(comment__in=comments).order_by("version")
    return {event.comment_id: event for event in events}


def _event(comment, before, by, reason, batch):
    return Event(
        comment=comment,
        actor=by,
        actor_name=str(by),
        action=Action.DECIDED,
        from_status=before,
        to_status=comment.status,
        reason=reason,
        version=comment.version,
        batch=batch,
        at=comment.decided_at,
    )
