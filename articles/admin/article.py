from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin, DeskList
from articles.admin.doors import doors
from articles.admin.filters import BylineFilter, ChangedFilter, SectionFilter, Tabs
from articles.admin.moving import submit_each
from articles.admin.writing_room import WritingRoom
from articles.models import Article
from articles.state import clock


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
    """The stories of one page with all that a row shows, in two queries whatever their number."""

    def get_queryset(self, request, exclude_parameters=None):
        return super().get_queryset(request, exclude_parameters).with_list_relations()


@admin.register(Article)
class ArticleAdmin(WritingRoom, DeskAdmin):
    """The list of stories, and who may do what with one. The form itself is the ``WritingRoom``."""

    list_display = ["story", "stands", "by_whom", "changed"]
    list_display_links = ["story"]
    list_filter = [StoryTabs, SectionFilter, BylineFilter, ChangedFilter]
    sortable_by = ["changed"]
    ordering = ["-modified_at", "-pk"]
    search_fields = ["headline", "kicker", "slug"]
    search_placeholder = _("Search headlines")
    actions = [submit_each]

    def get_changelist(self, request, **kwargs):
        return StoryList

    def get_urls(self):
        """The rooms beside the form come first: the admin's own last address takes everything."""
        return [*doors(self.admin_site.admin_view), *super().get_urls()]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return obj.may_be_changed_by(request.user)

    def has_delete_permission(self, request, obj=None):
        """Only what no reader has ever been promised: drafts, by whoever began them or an editor."""
        if not super().has_delete_permission(request, obj):
            return False
        if obj is None:
            return True
        return obj.state.code == "draft" and not obj.published_on and obj.may_be_changed_by(request.user)

    @admin.display(description=_("Story"))
    def story(self, article):
        return format_html(
            '<span class="kicker" data-hue="{}">{}</span> <span class="hl" lang="{}" dir="auto">{}</span>',
            article.section.hue if article.section else "",
            article.kicker or article.section or _("No section"),
            article.language_tag,
            article,
        )

    @admin.display(description=_("Where it stands"))
    def stands(self, article):
        state = article.state
        return format_html(
            '<span class="state is-{}"><b>{}</b> {}</span>', state.code, state.lead, state.rest
        )

    @admin.display(description=_("By"))
    def by_whom(self, article):
        return ", ".join(author.name for author in article.authors)

    @admin.display(description=_("Changed"), ordering="modified_at")
    def changed(self, article):
        return clock(article.modified_at)
