"""Whether somebody makes the rounds, what the last one could not do, and which rights end: said on the dashboard to those who publish."""

from datetime import timedelta

from django.db.models import Count, Subquery, Value
from django.utils.functional import cached_property
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Photo
from articles.rights import SOON
from articles.state import clock, distance
from newsroom.models import Heartbeat

# Three rounds. One may be late on a busy machine.
LATE = timedelta(minutes=3)


class House:
    """What the dashboard tells of the rounds and of rights to pictures. Costs one query."""

    @cached_property
    def last(self):
        """The last round that came to its end, or None."""
        return (
            Heartbeat.objects.exclude(finished_at=None)
            .annotate(ending=Subquery(_number_of(_ending())))
            .first()
        )

    @property
    def is_asleep(self):
        """Whether nobody makes the rounds."""
        return self.last is None or now() - self.last.finished_at > LATE

    @property
    def sentence(self):
        if not self.is_asleep:
            return _("The clock last went round %s.") % _ago(self.last.finished_at)
        since = _("since %s") % clock(self.last.finished_at) if self.last else _("yet")
        return (
            _(
                "Nobody has run newsroom_tick %s: an update that is due waits for its first reader, and the log for the next "
                "round. Stories still come out, and are withdrawn, on time."
            )
            % since
        )

    @property
    def problems(self):
        """What the last round could not do, a line each."""
        return self.last.problems if self.last else []

    @cached_property
    def rights_sentence(self):
        """How many pictures that stories show will soon be shown no more; empty if none."""
        # Asked along with the last round: a paper that has had none has been running for less than a minute.
        number = self.last.ending if self.last else 0
        if not number:
            return ""
        sentence = ngettext(
            "The rights to %(number)d picture in use end within %(days)d days.",
            "The rights to %(number)d pictures in use end within %(days)d days.",
            number,
        )
        return sentence % {"number": number, "days": SOON}


def _ending():
    return Photo.objects.ending_within(SOON).in_use().order_by()


def _number_of(rows):
    """As a query that can stand within another; it gives none for 0."""
    return rows.values(every=Value(1)).annotate(number=Count("pk")).values("number")


def _ago(moment):
    seconds = max(0, int((now() - moment).total_seconds()))
    return _("%d s ago") % seconds if seconds < 60 else distance(moment)
