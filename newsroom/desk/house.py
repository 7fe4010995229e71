"""Whether somebody makes the rounds, and what the last one could not do: said on the dashboard to those who publish."""

from datetime import timedelta

from django.utils.functional import cached_property
from django.utils.timezone import now
from django.utils.translation import gettext as _

from articles.state import clock, distance
from newsroom.models import Heartbeat

# Three rounds. One may be late on a busy machine.
LATE = timedelta(minutes=3)


class House:
    """What the dashboard tells of the rounds. Costs one query."""

    @cached_property
    def last(self):
        """The last round that came to its end, or None."""
        return Heartbeat.objects.exclude(finished_at=None).first()

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


def _ago(moment):
    seconds = max(0, int((now() - moment).total_seconds()))
    return _("%d s ago") % seconds if seconds < 60 else distance(moment)
