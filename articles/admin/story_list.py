"""The list of stories: its tabs, its pages and its numbers, in a number of queries that never grows."""

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import PAGE_VAR
from django.utils.translation import gettext_lazy as _

from articles.admin import desk
from articles.admin.desk import DeskList
from articles.admin.filters import TAB_LIMIT, Tabs
from articles.admin.numbers import numbers_of
from articles.admin.views_of_list import VIEW_VAR, views_of
from articles.querysets import BYLINES
from articles.state import state_for

# What no row shows; the texts of a page of stories are megabytes.
UNSHOWN = (
    "standfirst", "body", "update_note", "withdraw_reason", "withdrawn_notice", "draft_revision__content",
    "section__description", "assignee__password", "assignee__email",
)  # fmt: skip


class StoryTabs(Tabs):
    kinds = {
        "all": (_("All"), None),
        "mine": (_("Mine"), "own"),
        "review": (_("In review"), "awaiting_review"),
        "scheduled": (_("Scheduled"), "scheduled"),
        "live": (_("Live"), "published"),
        "drafts": (_("Drafts"), "drafts"),
        "withdrawn": (_("Withdrawn"), "withdrawn"),
    }
    counted = ("review", "scheduled")

    def narrowed(self, queryset, value):
        return queryset.own(self.request.user) if value == "mine" else super().narrowed(queryset, value)


class StoryList(DeskList):
    """The stories of one page with all that a row shows, in two queries whatever their number.

    One row more than the page holds is fetched: a list that ends on its page is not counted. Where it goes on, it is
    counted in the same query as the tabs.
    """

    def get_queryset(self, request, exclude_parameters=None):
        stories = super().get_queryset(request, exclude_parameters)
        stories = stories.select_related("section", "draft_revision", "assignee")
        return stories.prefetch_related(BYLINES).defer(*UNSHOWN)

    def get_filters_params(self, params=None):
        """Without the name of the view: it is for the page, and narrows nothing."""
        found = super().get_filters_params(params)
        found.pop(VIEW_VAR, None)
        return found

    def get_results(self, request):
        size, limit = self.list_per_page, desk.COUNT_LIMIT
        if not 1 <= self.page_num <= limit // size + 1:
            raise IncorrectLookupParameters
        start = (self.page_num - 1) * size
        rows = list(self.queryset[start : start + size + 1])
        if self.page_num > 1 and not rows:
            raise IncorrectLookupParameters
        tabs = next(spec for spec in self.filter_specs if getattr(spec, "is_tabs", False))
        wanted = {value: (tabs.narrowed(tabs.everything, value), TAB_LIMIT) for value in tabs.counted}
        if goes_on := len(rows) > size:
            wanted[""] = (self.queryset, limit)
        tabs.numbers = numbers_of(request.user, wanted)
        self.paginator = self.model_admin.get_paginator(request, self.queryset, size)
        self.paginator.count = tabs.numbers[""] if goes_on else start + len(rows)
        self.result_list, self.result_count = rows[:size], self.paginator.count
        for story in self.result_list:
            story.standing = state_for(story, request.user)
        self.multi_page = self.result_count > size
        self.show_admin_actions, self.can_show_all, self.full_result_count = True, False, None
        self.show_full_result_count = False
        self.views = views_of(request)

    @property
    def whole_tab(self):
        names = [name for spec in self._narrowing for name in spec.expected_parameters()]
        return self.get_query_string(remove=["q", PAGE_VAR, VIEW_VAR, *names])
