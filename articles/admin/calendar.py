"""The calendar of the desk: what comes out, changes and goes when, and what is due."""

from datetime import timedelta

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.calendar import (
    CAME_OUT,
    DUE,
    EMBARGO,
    OUT,
    UPDATE,
    WITHDRAWAL,
    Plan,
    day_asked_for,
    month_after,
    month_asked_for,
    month_before,
    weeks_of,
)
from articles.models import Article
from articles.state import is_overdue
from articles.zone import zone_in_words

# What a square of the month shows, and what the page of one day does.
IN_A_MONTH, IN_A_DAY = 5, 200
# What each kind is called, and the sign it carries: those of the states of a story.
KINDS = {
    OUT: (gettext_lazy("Goes out"), "scheduled"),
    CAME_OUT: (gettext_lazy("Came out"), "live"),
    UPDATE: (gettext_lazy("Update goes out"), "update"),
    EMBARGO: (gettext_lazy("Embargo ends"), "embargo"),
    WITHDRAWAL: (gettext_lazy("Withdrawal"), "withdrawn"),
    DUE: (gettext_lazy("Due"), "draft"),
}


def doors(guarded):
    return [path("calendar/", guarded(calendar), name="articles_article_calendar")]


@require_safe
def calendar(request):
    """A month of plans, or one day of it in full: ``?month=2026-11``, ``?day=2026-11-23``."""
    user = request.user
    if not (user.has_perm("articles.view_article") or user.has_perm("articles.change_article")):
        raise PermissionDenied
    day = day_asked_for(request.GET.get("day"))
    context = {
        **admin.site.each_context(request),
        "opts": Article._meta,
        "zone": zone_in_words(),
        **(_day(user, day) if day else _month(user, month_asked_for(request.GET.get("month")))),
    }
    return TemplateResponse(request, "admin/articles/article/calendar.html", context)


def _day(user, day):
    (found,) = _described(Plan(user, day, day, limit=IN_A_DAY, lists_past=True).days)
    return {
        "title": date_format(day, "l j F Y"),
        "agenda": [found],
        "is_whole_day": True,
        "month": day.replace(day=1),
        "earlier": day - timedelta(days=1),
        "later": day + timedelta(days=1),
    }


def _month(user, month):
    weeks = weeks_of(month)
    days = Plan(user, weeks[0][0], weeks[-1][-1], limit=IN_A_MONTH).days
    described = _described(days)
    return {
        "title": date_format(month, "F Y"),
        "weeks": [[days[day] for day in week] for week in weeks],
        "agenda": [
            day for day in described if day.date.month == month.month and (day.is_today or not day.is_empty)
        ],
        "month": month,
        "earlier": month_before(month),
        "later": month_after(month),
    }


def _described(days):
    """The same days, with each entry in words and marks for the template."""
    for day in days.values():
        day.entries = [_entry(row) for row in day.entries]
    return list(days.values())


def _entry(row):
    kind, sign = KINDS[row["kind"]]
    story = Article(
        **{name: row[name] for name in ("pk", "headline", "language", "first_published_at", "due_at")}
    )
    names = [row["assignee__first_name"], row["assignee__last_name"]]
    return {
        "at": row["at"],
        "kind": kind,
        "sign": sign,
        "story": story,
        "whose": " ".join(filter(None, names)) or row["assignee__username"] or _("for nobody yet"),
        "is_due": row["kind"] == DUE,
        "is_late": row["kind"] == DUE and is_overdue(story),
    }
