"""Named ways to look at the list of stories: what a query may hold, and which views somebody sees over the list."""

from dataclasses import dataclass

from django.contrib.admin.views.main import ORDER_VAR, SEARCH_VAR
from django.http import QueryDict
from django.utils.http import urlencode

from articles.admin.filters import BylineFilter, ChangedFilter, SectionFilter
from articles.admin.list_choices import OWN_SHARED_VIEW, OWN_VIEW, SHARED_VIEW, choices_of
from articles.admin.work_filters import AssigneeFilter, DueFilter, PlansFilter
from newsroom.text import clean_line

FILTERS = [SectionFilter, BylineFilter, AssigneeFilter, DueFilter, PlansFilter, ChangedFilter]
# Names the view that is open; it narrows nothing.
VIEW_VAR = "view"
PARAMETERS = ("state", *(each.parameter_name for each in FILTERS), SEARCH_VAR, ORDER_VAR)
VALUE_LENGTH = 120
# Far more than all parameters need: what is longer was not made by the list.
QUERY_LENGTH = 1_500


def cleaned(query) -> str:
    """The query of a list with what the list knows and nothing else, always in the same order.

    ``query`` is text, as it stood in an address or in a row, or the parsed one of a request.
    """
    given = QueryDict(query[:QUERY_LENGTH]) if isinstance(query, str) else query
    pairs = [(name, clean_line(given.get(name, ""), limit=VALUE_LENGTH)) for name in PARAMETERS]
    return urlencode([(name, value) for name, value in pairs if value])


@dataclass(frozen=True)
class View:
    """A saved view as the list shows it."""

    pk: int
    name: str
    query: str
    is_own: bool
    is_shared: bool
    is_open: bool

    @property
    def address(self):
        return f"?{urlencode({VIEW_VAR: self.pk})}" + (f"&{self.query}" if self.query else "")


@dataclass(frozen=True)
class Views:
    """The saved views over a list, and what the list shows now."""

    every: list[View]
    query: str

    @property
    def open(self):
        return next((view for view in self.every if view.is_open), None)

    @property
    def is_changed(self):
        """Whether the list shows something else than the view that is open."""
        return self.open is not None and self.open.query != self.query


def views_of(request) -> Views:
    """The views a user sees, their own first; asked together with everything else there is to choose."""
    opened = request.GET.get(VIEW_VAR, "")
    every = [
        View(
            pk=int(choice.key),
            name=choice.name,
            query=cleaned(choice.detail),
            is_own=choice.kind in (OWN_VIEW, OWN_SHARED_VIEW),
            is_shared=choice.kind != OWN_VIEW,
            is_open=choice.key == opened,
        )
        for choice in choices_of(request)
        if choice.kind in (OWN_VIEW, OWN_SHARED_VIEW, SHARED_VIEW)
    ]
    return Views(every, cleaned(request.GET))
