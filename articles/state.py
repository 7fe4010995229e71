"""Where a story stands, as a sentence an editor reads."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.choices import Status

# A line may break before the dot and not behind it: none hangs at the end of a line.
DOT = "·\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class State:
    """``code`` is one of live, review, scheduled, draft, withdrawn, stopped; ``lead`` is its first words, ``rest`` the
    others."""

    code: str
    lead: str
    rest: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.lead} {self.rest}".strip()

    def with_more(self, parts):
        """The same state with more said behind it."""
        return State(self.code, self.lead, " ".join([self.rest, *(DOT + part for part in parts)]).strip())


def state_of(article) -> State:
    """Where a story stands, from what readers may know of it; never ``stopped``. Costs no query."""
    if article.status == Status.DRAFT:
        return State("draft", _("Draft"), DOT + _("not public"))
    if article.status == Status.IN_REVIEW:
        return State("review", _("In review"), DOT + _("waits for an editor"))
    if article.status == Status.WITHDRAWN or _is_past(article.withdraw_at):
        return State("withdrawn", _("Withdrawn"), DOT + _("readers are told it is gone"))
    if article.is_scheduled:
        return State(
            "scheduled", _("Goes out %s") % clock(article.publish_at), DOT + distance(article.publish_at)
        )
    since = State("live", _("Live"), _("since %s") % clock(article.publish_at))
    return since.with_more([_("updated %s") % clock(article.updated_at)] if article.updated_at else [])


def state_for(article, user) -> State:
    """Where a story stands, with all that this user may know: what is newer than what readers see, what is planned, and
    what has stopped.

    Asks the story for ``draft_revision`` and its bylines: a page with many stories has fetched both.
    """
    state = state_of(article)
    if not article.drafts_are_open_to(user):
        return state
    state = state.with_more(_plans(article))
    if article.stopped_because:
        return State("stopped", _("Stopped:"), f"{article.stopped_because} {DOT}{state.sentence}")
    return state


def is_overdue(article) -> bool:
    """Whether a story was to be finished by now and has not been given to readers. ``DueFilter`` is its twin."""
    return article.first_published_at is None and _is_past(article.due_at)


def _plans(article):
    """What is known at the desk and not yet to readers, a few words each."""
    is_finished = article.status in (Status.PUBLISHED, Status.WITHDRAWN)
    if is_finished and article.has_newer_draft:
        yield _newer_draft(article.draft_revision)
    if article.update_at:
        yield _("update goes out %s") % clock(article.update_at)
    if article.withdraw_at and not _is_past(article.withdraw_at):
        yield _("withdrawn from %s") % clock(article.withdraw_at)
    if article.embargo_until and not _is_past(article.embargo_until):
        yield _("embargo until %s") % clock(article.embargo_until)


def _newer_draft(revision):
    words = _("newer draft by %s") % revision.author_name
    if number := revision.summary.get("changes"):
        changes = ngettext("%d change", "%d changes", number) % number
        return _("%(draft)s, %(changes)s") % {"draft": words, "changes": changes}
    return words


def _is_past(moment):
    return moment is not None and moment <= now()


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
