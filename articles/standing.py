"""Where a story stands, asked of a row in hand: the twins of ``articles.querysets``."""

from django.utils.timezone import localdate, now

from articles.choices import Status


class Standing:
    """The questions ``Article`` answers about itself and the clock."""

    @property
    def is_public(self):
        """The twin of ``ArticleQuerySet.published`` for a row in hand."""
        return self.status == Status.PUBLISHED and self.publish_at <= now() and not self.is_expired

    @property
    def is_expired(self):
        """Whether the moment of its scheduled withdrawal has passed."""
        return self.withdraw_at is not None and self.withdraw_at <= now()

    @property
    def public_on(self):
        """The day it came out, in the site's time zone, as lists are grouped."""
        return localdate(self.publish_at)

    @property
    def is_scheduled(self):
        return self.status == Status.PUBLISHED and self.publish_at > now()

    @property
    def was_public(self):
        """Whether readers have ever been able to see it, so that its address must answer for ever."""
        return self.first_published_at is not None and self.first_published_at <= now()
