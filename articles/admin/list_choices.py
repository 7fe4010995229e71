"""What the list of stories offers to choose from: sections, bylines, people and saved views, in one query."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import Case, CharField, F, IntegerField, Q, Value, When
from django.db.models.functions import Cast, Concat, Trim

from articles.admin.desk import is_key
from articles.models import Author, SavedView, Section

# A filter is for choosing among a few; a paper with more bylines than this searches for a name instead.
MOST_CHOICES = 60

ZERO, NOTHING = Value(0), Value("")
SECTION, BYLINE, PERSON, OWN_VIEW, OWN_SHARED_VIEW, SHARED_VIEW = range(6)


@dataclass(frozen=True)
class Choice:
    """``key`` stands in the address, ``name`` on the page; ``detail`` is a view's query, or a login."""

    kind: int
    key: str
    name: str
    detail: str


def choices_of(request) -> list[Choice]:
    """Everything there is to choose, each kind in its order; asked once a request."""
    if not hasattr(request, "_list_choices"):
        first, *others = (
            rows.order_by().values_list("kind", "place", "key", "label", "detail")
            for rows in _offered(request)
        )
        found = sorted(first.union(*others, all=True), key=lambda row: (*row[:2], row[3].casefold(), row[2]))
        request._list_choices = [Choice(kind, key, name, detail) for kind, _place, key, name, detail in found]
    return request._list_choices


def chosen(request, kind):
    """The choices of one kind as pairs for a filter."""
    return [
        (choice.key, choice.name or choice.detail) for choice in choices_of(request) if choice.kind == kind
    ]


def _offered(request):
    user, given = request.user, request.GET
    yield _rows(Section.objects.all(), Value(SECTION), F("slug"), F("name"), place=F("position"))
    yield _rows(_few(Author.objects, "name", slug=given.get("by", "")), Value(BYLINE), F("slug"), F("name"))
    assignee = given.get("assignee", "")
    yield _rows(
        _few(
            get_user_model().objects.filter(is_staff=True, is_active=True),
            "username",
            pk=assignee if is_key(assignee) else None,
        ),
        Value(PERSON),
        F("pk"),
        Trim(Concat("first_name", Value(" "), "last_name")),
        detail=F("username"),
    )
    own = Case(When(is_shared=True, then=Value(OWN_SHARED_VIEW)), default=Value(OWN_VIEW))
    views = SavedView.objects
    yield _rows(views.filter(owner=user), own, F("pk"), F("name"), detail=F("query"))
    others = _few(views.filter(is_shared=True).exclude(owner=user), "name")
    yield _rows(others, Value(SHARED_VIEW), F("pk"), F("name"), detail=F("query"))


def _few(rows, order, **kept):
    """No more rows than one can choose from, and the one that is chosen. As a subquery: SQLite limits no part of a union."""
    first = Q(pk__in=rows.order_by(order, "pk").values("pk")[:MOST_CHOICES])
    return rows.filter(first | Q(**kept)) if any(kept.values()) else rows.filter(first)


def _rows(rows, kind, key, label, *, place=ZERO, detail=NOTHING):
    number, text = IntegerField(), CharField()
    return rows.annotate(
        kind=Cast(kind, number),
        place=Cast(place, number),
        key=Cast(key, text),
        label=Cast(label, text),
        detail=Cast(detail, text),
    )
