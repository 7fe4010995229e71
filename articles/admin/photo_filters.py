"""What narrows the library: its tabs, and who sent a picture, when, by what right, in what shape, and whether it is used."""

from datetime import timedelta

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Exists, F, OuterRef, Q
from django.utils.timezone import localtime, now
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import is_key
from articles.admin.filters import Tabs
from articles.choices import Licence
from articles.models import Article, Photo, PhotoUse

# How far ahead somebody wants to see that rights end.
AHEAD = 30
# A filter is for choosing among a few.
MOST_PEOPLE = 60

# An empty description is said beside it, although that follows: the rows of the many described ones are passed over by it.
UNDESCRIBED = Q(is_decorative=True, found__undescribed=True)


class PhotoTabs(Tabs):
    title = _("Pictures")
    kinds = {
        "all": (_("All"), None),
        "undescribed": (_("To be described"), None),
        "uncredited": (_("No credit"), None),
        "ending": (_("Rights end within 30 days"), None),
        "over": (_("Rights over"), None),
        "unused": (_("Not used"), None),
    }
    counted = ("undescribed", "ending", "over")

    def narrowed(self, queryset, value):
        match value:
            case "undescribed":
                return queryset.filter(UNDESCRIBED)
            case "uncredited":
                return queryset.filter(credit="")
            case "ending":
                return queryset.ending_within(AHEAD)
            case "over":
                return queryset.over()
            case "unused":
                return queryset.filter(UNUSED)
        return queryset


UNUSED = ~Exists(Article.objects.order_by().filter(lead_photo=OuterRef("pk"))) & ~Exists(
    PhotoUse.objects.order_by().filter(photo=OuterRef("pk"))
)


class UploaderFilter(admin.SimpleListFilter):
    title = _("Sent by")
    parameter_name = "by"

    def lookups(self, request, model_admin):
        sent = Exists(Photo.objects.order_by().filter(uploaded_by=OuterRef("pk")))
        people = get_user_model().objects.filter(sent).order_by("username")[:MOST_PEOPLE]
        return [(str(person.pk), str(person)) for person in people]

    def queryset(self, request, queryset):
        value = self.value()
        return queryset.filter(uploaded_by=value) if value and is_key(value) else queryset


class SentFilter(admin.SimpleListFilter):
    title = _("Sent")
    parameter_name = "sent"
    DAYS = {"today": 0, "week": 6, "month": 29, "year": 364}

    def lookups(self, request, model_admin):
        return [
            *(("today", _("Today")), ("week", _("Last 7 days"))),
            *(("month", _("Last 30 days")), ("year", _("Last 365 days"))),
            ("older", _("Longer ago")),
        ]

    def queryset(self, request, queryset):
        midnight = localtime(now()).replace(hour=0, minute=0, second=0, microsecond=0)
        if self.value() == "older":
            return queryset.filter(created_at__lt=midnight - timedelta(days=364))
        if self.value() in self.DAYS:
            return queryset.filter(created_at__gte=midnight - timedelta(days=self.DAYS[self.value()]))
        return queryset


class LicenceFilter(admin.SimpleListFilter):
    title = _("Licence")
    parameter_name = "licence"

    def lookups(self, request, model_admin):
        return Licence.choices

    def queryset(self, request, queryset):
        return queryset.filter(licence=self.value()) if self.value() in Licence.values else queryset


class ShapeFilter(admin.SimpleListFilter):
    title = _("Shape")
    parameter_name = "shape"

    def lookups(self, request, model_admin):
        return [("landscape", _("Landscape")), ("portrait", _("Portrait")), ("square", _("Square"))]

    def queryset(self, request, queryset):
        match self.value():
            case "landscape":
                return queryset.filter(width__gt=F("height"))
            case "portrait":
                return queryset.filter(width__lt=F("height"))
            case "square":
                return queryset.filter(width=F("height"))
        return queryset


class UsedFilter(admin.SimpleListFilter):
    title = _("Used")
    parameter_name = "used"

    def lookups(self, request, model_admin):
        return [("yes", _("In a story")), ("no", _("In none"))]

    def queryset(self, request, queryset):
        match self.value():
            case "yes":
                return queryset.in_use()
            case "no":
                return queryset.filter(UNUSED)
        return queryset


FILTERS = [PhotoTabs, UploaderFilter, SentFilter, LicenceFilter, ShapeFilter, UsedFilter]
