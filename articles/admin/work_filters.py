"""Filters of the list of stories by who works on what, until when, and what is planned."""

from datetime import timedelta

from django.contrib import admin
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.timezone import localtime, now
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import is_key
from articles.admin.list_choices import PERSON, chosen

NEWER_DRAFT = Q(draft_revision__isnull=False) & (
    Q(live_revision__isnull=True) | ~Q(draft_revision=F("live_revision"))
)


class AssigneeFilter(admin.SimpleListFilter):
    title = _("Assigned to")
    parameter_name = "assignee"

    def lookups(self, request, model_admin):
        myself = str(request.user.pk)
        others = [(key, name) for key, name in chosen(request, PERSON) if key != myself]
        return [("me", _("Me")), ("nobody", _("Nobody")), *others]

    def queryset(self, request, queryset):
        value = self.value() or ""
        if value == "me":
            return queryset.filter(assignee=request.user)
        if value == "nobody":
            return queryset.filter(assignee__isnull=True)
        return queryset.filter(assignee=value) if is_key(value) else queryset


class DueFilter(admin.SimpleListFilter):
    """By when it is to be finished. A story that readers have been given is late for nothing."""

    title = _("Due")
    parameter_name = "due"
    kinds = {"overdue": _("Overdue"), "today": _("Today"), "week": _("Next 7 days")}

    @classmethod
    def is_asked(cls, request):
        return request.GET.get(cls.parameter_name) in cls.kinds

    def lookups(self, request, model_admin):
        return list(self.kinds.items())

    def queryset(self, request, queryset):
        midnight = localtime(now()).replace(hour=0, minute=0, second=0, microsecond=0)
        match self.value():
            case "overdue":
                return queryset.filter(due_at__lte=Now(), first_published_at__isnull=True)
            case "today":
                return queryset.filter(due_at__gte=midnight, due_at__lt=midnight + timedelta(days=1))
            case "week":
                return queryset.filter(due_at__gte=midnight, due_at__lt=midnight + timedelta(days=7))
        return queryset


class PlansFilter(admin.SimpleListFilter):
    """What is known at the desk and not to readers: of the stories of others only to whoever may read their drafts."""

    title = _("With")
    parameter_name = "has"

    conditions = {
        "newer": (_("Newer draft"), NEWER_DRAFT & Q(first_published_at__isnull=False)),
        "update": (_("Update to come"), Q(update_at__isnull=False)),
        "withdrawal": (_("Withdrawal to come"), Q(withdraw_at__isnull=False)),
        "embargo": (_("Embargo"), Q(embargo_until__gt=Now())),
        "stopped": (_("Stopped"), ~Q(stopped_because="")),
    }

    def lookups(self, request, model_admin):
        return [(value, label) for value, (label, _condition) in self.conditions.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.conditions:
            return queryset
        found = queryset.filter(self.conditions[self.value()][1])
        return found if request.user.has_perm("articles.edit_any_article") else found.own(request.user)
