"""What is to happen to stories, by the day: what comes out, changes or goes, and what work is due.

Days are those of the site's time zone, also where one has 23 or 25 hours. Two queries, whatever the number of stories; a
day on which more happens than it shows says how much more.
"""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Count, F, Value, Window
from django.db.models.functions import RowNumber, TruncDate
from django.utils.formats import get_format
from django.utils.functional import cached_property
from django.utils.timezone import get_current_timezone, localdate

from articles.models import Article

# Between them every month has a day before and a day after it, in every time zone.
FIRST_YEAR, LAST_YEAR = 1900, 2199
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
OUT, UPDATE, EMBARGO, WITHDRAWAL, DUE, CAME_OUT = "out", "update", "embargo", "withdrawal", "due", "came_out"
# What is planned, and the column that says when.
PLANS = {UPDATE: "update_at", EMBARGO: "embargo_until", WITHDRAWAL: "withdraw_at", DUE: "due_at"}
SHOWN = (
    *("kind", "at", "day", "of_day", "place", "pk", "headline", "language", "first_published_at", "due_at"),
    *("assignee__first_name", "assignee__last_name", "assignee__username"),
)


@dataclass
class Day:
    """One day: the first of what happens on it, and how much more there is."""

    date: date
    entries: list = field(default_factory=list)
    more: int = 0
    #: How many stories have come out, where only their number is shown.
    came_out: int = 0

    @property
    def is_today(self):
        return self.date == localdate()

    @property
    def is_empty(self):
        return not (self.entries or self.came_out)


class Plan:
    """What a user may know of the plans for the days from ``first`` to ``last``, at most ``limit`` entries a day.

    What is not public yet is shown where drafts are open to them; what has come out, to all who read stories. With
    ``lists_past`` the stories that came out are listed, otherwise counted.
    """

    def __init__(self, user, first, last, *, limit, lists_past=False):
        self.user, self.first, self.last, self.limit = user, first, last, limit
        self.lists_past = lists_past
        self.zone = get_current_timezone()

    @cached_property
    def days(self):
        """Every day of the span by its date, in order."""
        number = (self.last - self.first).days + 1
        days = {at: Day(at) for at in (self.first + timedelta(days=place) for place in range(number))}
        sizes = {}
        queries = self._queries()
        for row in queries[0].union(*queries[1:], all=True):
            days[row["day"]].entries.append(row)
            sizes[row["day"], row["kind"]] = row["of_day"]
        for day in days.values():
            total = sum(size for (at, _kind), size in sizes.items() if at == day.date)
            day.entries = sorted(day.entries, key=_in_order)[: self.limit]
            day.more = total - len(day.entries)
        for at, came_out in self._counted().items():
            days[at].came_out = came_out
        return days

    def _queries(self):
        stories = Article.objects.order_by()
        is_editor = self.user.has_perm("articles.edit_any_article")
        planned = stories if is_editor else stories.own(self.user)
        queries = [self._dated(planned.scheduled(), OUT, "publish_at")]
        queries += [self._dated(planned, kind, column) for kind, column in PLANS.items()]
        if self.lists_past:
            queries.append(self._dated(stories.published(), CAME_OUT, "publish_at"))
        return queries

    def _dated(self, stories, kind, column):
        day = TruncDate(column, tzinfo=self.zone)
        return (
            self._within(stories, column)
            .annotate(
                kind=Value(kind),
                at=F(column),
                day=day,
                of_day=Window(Count("pk"), partition_by=day),
                place=Window(RowNumber(), partition_by=day, order_by=[column, "pk"]),
            )
            .filter(place__lte=self.limit)
            .values(*SHOWN)
        )

    def _counted(self):
        if self.lists_past:
            return {}
        stories = self._within(Article.objects.published(), "publish_at").order_by()
        by_day = stories.values(day=TruncDate("publish_at", tzinfo=self.zone)).annotate(number=Count("pk"))
        return dict(by_day.values_list("day", "number"))

    def _within(self, stories, column):
        start, end = (
            datetime.combine(day, time.min, tzinfo=self.zone)
            for day in (self.first, self.last + timedelta(days=1))
        )
        return stories.filter(**{f"{column}__gte": start, f"{column}__lt": end})


def _in_order(row):
    return row["at"], row["kind"], row["pk"]


def month_asked_for(text):
    """The first day of the month that “2026-11” names; of this one for anything else."""
    match = _MONTH.fullmatch(text or "")
    if match and FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return date(int(match[1]), int(match[2]), 1)
    return localdate().replace(day=1)


def day_asked_for(text):
    """The day that “2026-11-23” names, or None."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def weeks_of(month):
    """The weeks of a month as lists of seven days, from the first day of the week as the site's language has it."""
    # Django counts the days of a week from Sunday, Python from Monday.
    first_weekday = (get_format("FIRST_DAY_OF_WEEK") - 1) % 7
    return calendar.Calendar(first_weekday).monthdatescalendar(month.year, month.month)


def month_before(month):
    return (month - timedelta(days=1)).replace(day=1)


def month_after(month):
    return (month + timedelta(days=31)).replace(day=1)
