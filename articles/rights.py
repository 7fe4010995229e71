"""Until when a picture may be shown, and what is shown after that. Nothing has to run for it: whoever asks gets today's answer."""

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.timezone import get_current_timezone, localdate, make_aware

# How long before its end people are told: a fortnight is enough to ask an agency again.
SOON = 14


class PhotoQuerySet(models.QuerySet):
    def without_avif(self):
        """Those for which nobody has tried to make an AVIF yet."""
        return self.filter(avif_at__isnull=True)

    def over(self):
        """Those that may not be shown any more, by the date in the site's time zone."""
        return self.filter(rights_until__lt=localdate())

    def ending_within(self, days=SOON):
        """Those that may be shown today, and not much longer: for so many days more at most."""
        today = localdate()
        return self.filter(rights_until__gte=today, rights_until__lte=today + timedelta(days))

    def ended_since(self, day):
        """Those that could be shown on a day, or could have been later, and may not today."""
        return self.over().filter(rights_until__gte=day)

    def in_use(self):
        """Those that a story shows, or that a version still to come of one does."""
        same = self.model.objects.order_by().filter(pk=OuterRef("pk"))
        return self.filter(
            Exists(same.filter(led_articles__isnull=False)) | Exists(same.filter(used_in__isnull=False))
        )


class Rights:
    """A picture's rights. A mixin of Photo. A picture without a last day may be shown for ever."""

    @property
    def may_be_shown(self):
        """Whether its rights are not over; its last day is the whole of it, in the site's time zone."""
        return self.may_be_shown_on(localdate())

    def may_be_shown_on(self, day):
        return self.rights_until is None or self.rights_until >= day

    @property
    def shown(self):
        """What readers see where this picture stands: itself, after its last day its replacement, or None.

        One step and no more: a replacement whose own rights are over is not replaced. Costs a query where the rights are over
        and ``replacement`` was not fetched along.
        """
        if self.may_be_shown:
            return self
        other = self.replacement if self.replacement_id else None
        return other if other and other.may_be_shown else None

    @property
    def changes_at(self):
        """The moment at which ``shown`` becomes another, or None: the midnight after the last day."""
        shown = self.shown
        return end_of(shown.rights_until) if shown and shown.rights_until else None


def end_of(day):
    """The moment at which a day is over, in the site's time zone."""
    return make_aware(datetime.combine(day + timedelta(1), time.min), get_current_timezone())
