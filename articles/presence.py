"""Who has a story open, so that two who write in it know of each other. It locks nothing and stops nobody."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import now
from django.utils.translation import gettext as _

from articles.models.presence import Presence
from articles.state import distance

#: A page that is looked at says so every 15 seconds; who is silent for this long has turned away,
IDLE = timedelta(minutes=2)
#: is still named for this long,
SHOWN = timedelta(minutes=15)
#: and leaves a row for this long at most.
KEPT = timedelta(hours=1)


@dataclass(frozen=True)
class Here:
    """Somebody who has a story open, and when they were last heard of and last typed."""

    name: str
    seen_at: datetime
    typed_at: datetime | None

    @property
    def is_idle(self):
        return now() - self.seen_at > IDLE

    @property
    def is_typing(self):
        return self.typed_at is not None and self.seen_at - self.typed_at <= IDLE

    @property
    def words(self):
        """Such as “Ana is editing”, or “Ana has it open, 4 min ago”."""
        words = _("%s is editing") if self.is_typing else _("%s has it open")
        if self.is_idle:
            return _("%(words)s, %(ago)s") % {"words": words % self.name, "ago": distance(self.seen_at)}
        return words % self.name


def others_at(article, user):
    """Everybody else who has this story open, who came last first; none for those to whom its drafts are closed."""
    if article.pk is None or not article.drafts_are_open_to(user):
        return []
    rows = article.presences.filter(seen_at__gt=now() - SHOWN).exclude(user=user).select_related("user")
    return [Here(str(row.user), row.seen_at, row.typed_at) for row in rows]


def is_here(article, user, *, has_typed=False):
    """Note that a user has this story open now, and whether they have typed since they last said so."""
    moment = now()
    Presence.objects.bulk_create(
        [Presence(article=article, user=user, seen_at=moment, typed_at=moment if has_typed else None)],
        update_conflicts=True,
        unique_fields=["article", "user"],
        update_fields=["seen_at", "typed_at"] if has_typed else ["seen_at"],
    )


def has_left(article, user):
    """Note that a user has closed this story."""
    Presence.objects.filter(article=article, user=user).delete()


def forget_old():
    """Delete what was not heard of for an hour. Returns how many."""
    return Presence.objects.filter(seen_at__lt=now() - KEPT).delete()[0]
