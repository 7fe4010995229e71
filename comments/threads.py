"""A story's comments as a page shows them: whole threads, newest first, each shown two deep."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.http import Http404
from django.urls import reverse
from django.utils.timezone import now

from comments.models import Comment

THREADS_PER_PAGE = 20
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class Thread:
    """One page of a story's comments. ``roots`` are comments with their answers in ``replies``; ``total`` counts all
    that are approved on the story; ``older`` is the cursor of the next page, or an empty string."""

    roots: list = field(default_factory=list)
    total: int = 0
    older: str = ""


def thread_url(article) -> str:
    """The address of a story's comments: the page to read them all, and where the form is sent."""
    return reverse("comments:thread", kwargs={"date": article.published_on, "slug": article.slug})


def thread_of(article, before=None) -> Thread:
    """The newest threads of a story, or those that began before a moment. One query, whatever their number."""
    rows = list(Comment.objects.threads_of(article, size=THREADS_PER_PAGE, before=before))
    shown = {comment.pk: comment for comment in rows}
    thread = Thread(total=rows[0].total if rows else 0)
    for comment in rows:
        comment.article, comment.replies, comment.reply_to_name = article, [], ""
        if comment.root_id is None:
            thread.roots.append(comment)
            continue
        if comment.root_id not in shown:
            # What was answered is not public any more; the answers of others keep their place.
            shown[comment.root_id] = _gone(comment)
            thread.roots.append(shown[comment.root_id])
        _answer(shown[comment.root_id], comment, shown)
    if rows and rows[0].next_thread_at:
        thread.older = cursor_of(thread.roots[-1].thread_at)
    return thread


def _gone(answer):
    root = Comment(pk=answer.root_id, article=answer.article, thread_at=answer.thread_at)
    root.is_gone, root.replies = True, []
    return root


def _answer(root, comment, shown):
    """Answers to answers stand in the same column and say whom they answer."""
    if comment.parent_id != root.pk and comment.parent_id in shown:
        comment.reply_to_name = shown[comment.parent_id].name
    root.replies.append(comment)


def cursor_of(moment) -> str:
    """A moment as it stands in an address: microseconds since 1970."""
    return str((moment - EPOCH) // timedelta(microseconds=1))


def moment_of(cursor):
    """The moment a cursor names, or None for no cursor. Raises ``Http404`` for anything else."""
    if not cursor:
        return None
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) <= len(cursor_of(now()))):
        raise Http404
    return EPOCH + timedelta(microseconds=int(cursor))
