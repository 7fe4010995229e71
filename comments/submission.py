"""The one door by which a reader's comment is stored.

One press is one comment, however often it arrives: the browser's script sends a token of its own, and without script the
same words under the same name from the same network within a minute are the same press. The database keeps the token
unique, so two requests at once cannot both be first. Cached pages carry nothing unique, so two readers never share one.
"""

import hashlib
import uuid
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.choices import Action, Status
from comments.models import Comment, Event
from comments.screening import Draft, reasons_to_hold
from newsroom.text import name_key

# Long enough for a slow connection and an impatient finger, short enough for somebody who means to say it twice.
SAME_PRESS = timedelta(minutes=1)

# A token may be taken, and two threads of one story may not begin in the same microsecond; then the next one is tried.
ATTEMPTS = 8


def submit(article, *, name, text, parent=None, token=None, network_key="", filled_honeypot=False):
    """Store a tidied name and text on a public, open story, and return the comment; a repeated press returns the first.

    The comment waits for a moderator, with the reasons why. Nothing is ever dropped: a token that comes back with other
    words (the Back button, a copied page) is another comment.
    """
    words = hashlib.sha256(text.encode()).hexdigest()
    draft = Draft(article, name, text, words, parent, filled_honeypot)
    if token is None:
        if earlier := _just_sent(draft, network_key):
            return earlier
        token = _token_of_press(draft, network_key)
    for _attempt in range(ATTEMPTS):
        taken = Comment.objects.filter(submission_token=token).select_related("article", "parent").first()
        if taken is None:
            try:
                return _store(draft, token, network_key)
            except IntegrityError:
                # Somebody was first, to the token or to the moment: look again.
                continue
        if _is_same(taken, draft):
            return taken
        token = uuid.uuid5(token, draft.press)
    raise IntegrityError("No free moment for this comment")


def _store(draft, token, network_key):
    reasons, at, parent = reasons_to_hold(draft), timezone.now(), draft.parent
    root = parent and (parent.root or parent)
    with transaction.atomic():
        comment = Comment.objects.create(
            article=draft.article,
            parent=parent,
            root=root,
            thread_at=root.thread_at if root else at,
            name=draft.name,
            name_key=name_key(draft.name),
            text=draft.text,
            text_hash=draft.text_hash,
            status=Status.PENDING,
            hold_reasons=reasons,
            submission_token=token,
            network_key=network_key,
            created_at=at,
        )
        Event.objects.create(
            comment=comment,
            actor_name=comment.name,
            action=Action.SUBMITTED,
            to_status=comment.status,
            version=comment.version,
            at=at,
        )
    return comment


def _is_same(comment, draft):
    stored = Draft(comment.article, comment.name, comment.text, comment.text_hash, comment.parent)
    return stored.press == draft.press


def _just_sent(draft, network_key):
    same = Comment.objects.filter(
        article=draft.article, text_hash=draft.text_hash, name_key=name_key(draft.name), parent=draft.parent
    )
    return same.filter(network_key=network_key, created_at__gte=timezone.now() - SAME_PRESS).first()


def _token_of_press(draft, network_key):
    minute = int(timezone.now().timestamp() // SAME_PRESS.total_seconds())
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{draft.press}\n{network_key}\n{minute}")
