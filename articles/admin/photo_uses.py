"""Where a picture stands: above a story or in its text, in what readers see or in a version still to come."""

from dataclasses import dataclass

from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import ngettext

from articles.models import Article, PhotoUse
from articles.state import state_of

# Enough to see that a picture is in use, and where.
USES_SHOWN = 20


@dataclass(frozen=True)
class Uses:
    """The newest stories with a picture that this user may see, each with its ``standing``, and the number of others."""

    stories: list
    others: int


def counted(photos):
    """Annotate ``uses``: in how many stories each picture stands."""
    led = Article.objects.filter(lead_photo=OuterRef("pk")).order_by().values("lead_photo")
    elsewhere = Q(article__lead_photo__isnull=True) | ~Q(article__lead_photo=F("photo"))
    within = PhotoUse.objects.filter(elsewhere, photo=OuterRef("pk")).order_by().values("photo")
    return photos.annotate(uses=_number(led) + _number(within))


def _number(rows):
    number = Subquery(rows.annotate(number=Count("pk")).values("number"), output_field=IntegerField())
    return Coalesce(number, Value(0))


def uses_of(photo, user) -> Uses:
    """Where it stands, as far as this user may know: two queries."""
    led = Article.objects.filter(lead_photo=photo).order_by().values("pk")
    within = PhotoUse.objects.filter(photo=photo).order_by().values("article")
    every = Article.objects.filter(pk__in=led.union(within))
    seen = list(every.visible_to(user).defer("body", "figures")[:USES_SHOWN])
    for story in seen:
        story.standing = state_of(story)
    return Uses(seen, every.count() - len(seen))


def lines(photo, user):
    """The same as lines of text, for a page that asks before deleting."""
    uses = uses_of(photo, user)
    for story in uses.stories:
        yield format_html(
            '<a href="{}">{}</a> ({})',
            reverse("admin:articles_article_change", args=[story.pk]),
            story,
            story.standing.lead,
        )
    if uses.others:
        yield ngettext("%d more story", "%d more stories", uses.others) % uses.others
