"""What every list and form of the desk has in common."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import PAGE_VAR, SEARCH_VAR, ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.counting import bounded_count

# Counting every row of a large table costs more than showing a page of it. Beyond this a list only says "more than".
COUNT_LIMIT = 1_000


def is_key(text):
    """Whether a text that was sent can be a key: digits, and no more of them than a database takes."""
    return text.isascii() and text.isdigit() and len(text) < 19


class BoundedPaginator(Paginator):
    """A paginator that stops counting at ``COUNT_LIMIT``: what lies beyond is reached by search and filters."""

    @cached_property
    def count(self):
        return bounded_count(self.object_list, COUNT_LIMIT)

    @property
    def words(self):
        """How much the list holds, as a sentence."""
        if self.count > COUNT_LIMIT:
            return _("More than %(limit)s. Search or narrow the list to see what lies further back.") % {
                "limit": f"{COUNT_LIMIT:,}"
            }
        return ngettext("%d in all", "%d in all", self.count) % self.count


class DeskList(ChangeList):
    """A list that knows whether it shows all of its tab, and the way back to that."""

    @property
    def is_narrowed(self):
        return bool(self.query) or any(spec.used_parameters for spec in self._narrowing)

    @property
    def whole_tab(self):
        names = [name for spec in self._narrowing for name in spec.expected_parameters()]
        return self.get_query_string(remove=[SEARCH_VAR, PAGE_VAR, *names])

    @property
    def _narrowing(self):
        return [spec for spec in self.filter_specs if not getattr(spec, "is_tabs", False)]


class DeskAdmin(admin.ModelAdmin):
    """A model admin with the desk's habits: bar of verbs below the list, bounded counts, no facet counts.

    Its pages load none of the stock scripts: the few they need stand in the templates.
    """

    actions_on_top = False
    actions_on_bottom = True
    list_per_page = 50
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_placeholder = gettext_lazy("Search")
    # The door it would lead through is closed: see ``newsroom.desk.site``.
    view_on_site = False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without the stock icons beside a choice: they open windows by a script that is not loaded here."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def get_changelist(self, request, **kwargs):
        return DeskList

    def lookup_allowed(self, lookup, value, request):
        """Only what a filter of the list asks. Any other column, or what a draft points to, could be guessed letter by letter
        from which rows are left."""
        filters = self.get_list_filter(request)
        asked = {each.parameter_name for each in filters if hasattr(each, "parameter_name")}
        columns = tuple(each for each in filters if isinstance(each, str))
        if lookup not in asked and lookup.split("__")[0] not in columns:
            return False
        return super().lookup_allowed(lookup, value, request)

    @property
    def media(self):
        return forms.Media()

    def response_action(self, request, queryset):
        """Only what stands on the page can be chosen: nobody has seen the rest."""
        if request.POST.get("select_across", "0") != "0":
            self.message_user(request, _("Choose the rows one by one."), messages.WARNING)
            return None
        if not all(is_key(key) for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            self.message_user(
                request, _("That choice could not be read. Nothing has changed."), messages.ERROR
            )
            return None
        return super().response_action(request, queryset)
