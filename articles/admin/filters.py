"""The row of filters above a list, and the tabs over it."""

from datetime import timedelta

from django.contrib import admin
from django.utils.timezone import localtime, now
from django.utils.translation import gettext_lazy as _

from articles.admin.list_choices import BYLINE, SECTION, chosen
from articles.counting import bounded_count, bounded_words
from articles.models import Byline

# A tab says how many wait so that somebody goes and looks: beyond this the exact number says nothing more.
TAB_LIMIT = 99


class Tabs(admin.SimpleListFilter):
    """A filter shown as tabs. ``kinds`` maps each value to its label and the queryset method that answers it.

    The first is what the list opens with. ``counted`` names the values whose number is worth a query; a list that has
    asked for them all in one puts the answers into ``numbers``.
    """

    template = "admin/tabs.html"
    is_tabs = True
    parameter_name = "state"
    title = _("State")
    kinds = {}
    counted = ()

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.request = request
        self.everything = model_admin.get_queryset(request)
        self.numbers = {}

    def lookups(self, request, model_admin):
        return [(value, label) for value, (label, _method) in self.kinds.items()]

    def value(self):
        value = super().value()
        return value if value in self.kinds else next(iter(self.kinds))

    def queryset(self, request, queryset):
        return self.narrowed(queryset, self.value())

    def narrowed(self, queryset, value):
        method = self.kinds[value][1]
        return getattr(queryset, method)() if method else queryset

    def choices(self, changelist):
        for value, (label, _method) in self.kinds.items():
            choice = {
                "selected": value == self.value(),
                "query_string": changelist.get_query_string({self.parameter_name: value}, remove=["p"]),
                "display": label,
            }
            if value in self.counted:
                number = self._number(value)
                choice["count"] = bounded_words(number, TAB_LIMIT) if number else ""
            yield choice

    def _number(self, value):
        if value in self.numbers:
            return self.numbers[value]
        return bounded_count(self.narrowed(self.everything, value), TAB_LIMIT)


class SectionFilter(admin.SimpleListFilter):
    title = _("Section")
    parameter_name = "section"

    def lookups(self, request, model_admin):
        return chosen(request, SECTION)

    def queryset(self, request, queryset):
        return queryset.filter(section__slug=self.value()) if self.value() else queryset


class BylineFilter(admin.SimpleListFilter):
    title = _("Byline")
    parameter_name = "by"

    def lookups(self, request, model_admin):
        return chosen(request, BYLINE)

    def queryset(self, request, queryset):
        # A subquery, not a join: a join would need DISTINCT over the whole list.
        if not self.value():
            return queryset
        return queryset.filter(pk__in=Byline.objects.filter(author__slug=self.value()).values("article"))


class ChangedFilter(admin.SimpleListFilter):
    title = _("Changed")
    parameter_name = "changed"

    def lookups(self, request, model_admin):
        return [("today", _("Today")), ("week", _("Last 7 days")), ("stale", _("Not for 14 days"))]

    def queryset(self, request, queryset):
        midnight = localtime(now()).replace(hour=0, minute=0, second=0, microsecond=0)
        match self.value():
            case "today":
                return queryset.filter(modified_at__gte=midnight)
            case "week":
                return queryset.filter(modified_at__gte=midnight - timedelta(days=6))
            case "stale":
                return queryset.filter(modified_at__lt=midnight - timedelta(days=14))
        return queryset
