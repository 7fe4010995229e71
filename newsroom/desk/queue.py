"""How many comments wait, and for how long: asked once a request, shown in the head and on the dashboard."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from articles.counting import bounded_words
from comments.models import Comment

# Beyond this the number says nothing a moderator can act on.
LIMIT = 999


@dataclass(frozen=True)
class Waiting:
    number: int = 0
    oldest_at: datetime | None = None

    @property
    def words(self):
        return bounded_words(self.number, LIMIT) if self.number else ""


def waiting(request) -> Waiting:
    """What waits for this moderator; nothing for others."""
    if not hasattr(request, "_waiting"):
        request._waiting = _ask() if request.user.has_perm("comments.moderate_comment") else Waiting()
    return request._waiting


def _ask():
    some = Comment.objects.pending().oldest_first()[: LIMIT + 1]
    found = some.aggregate(number=Count("pk"), oldest_at=Min("created_at"))
    return Waiting(found["number"], found["oldest_at"])
