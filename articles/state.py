"""Where a story stands, as a sentence an editor reads."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from articles.choices import Status


@dataclass(frozen=True)
class State:
    """``code`` is one of live, review, scheduled, draft, withdrawn; ``lead`` is its first words, ``rest`` the others."""

    code: str
    lead: str
    rest: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.lead} {self.rest}".strip()


def state_of(article) -> State:
    if article.status == Status.DRAFT:
        return State("draft", _("Draft"), _("· not public"))
    if article.status == Status.IN_REVIEW:
        return State("review", _("In review"), _("· waits for an editor"))
    if article.status == Status.WITHDRAWN:
        return State("withdrawn", _("Withdrawn"), _("· readers are told it is gone"))
    if article.is_scheduled:
        return State(
            "scheduled", _("Goes out %s") % clock(article.publish_at), f"· {distance(article.publish_at)}"
        )
    rest = _("since %s") % clock(article.publish_at)
    if article.updated_at:
        rest = _("%(since)s · updated %(at)s") % {"since": rest, "at": clock(article.updated_at)}
    return State("live", _("Live"), rest)


def clock(moment) -> str:
    """A moment as the desk says it, in the site's time zone: 09:12 today, Tue 06:00 this week, else with its date."""
    local, today = localtime(moment), localtime(now()).date()
    days = abs((local.date() - today).days)
    if days == 0:
        return date_format(local, "H:i")
    if days < 7:
        return date_format(local, "D H:i")
    return date_format(local, "j M Y, H:i" if local.year != today.year else "j M, H:i")


def distance(moment) -> str:
    """How far off a moment is, in the two largest units: “in 8 h 14 min”, “41 min ago”."""
    seconds = (moment - now()).total_seconds()
    minutes = int(abs(seconds)) // 60
    days, hours = minutes // 1440, minutes // 60
    if days >= 2:
        span = _("%d days") % days
    elif hours and not minutes % 60:
        span = _("%d h") % hours
    elif hours:
        span = _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": minutes % 60}
    else:
        span = _("%d min") % minutes
    return _("in %s") % span if seconds > 0 else _("%s ago") % span
