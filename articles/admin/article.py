from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.bulk import publish_each, submit_each, withdraw_each
from articles.admin.columns import StoryColumns
from articles.admin.desk import DeskAdmin
from articles.admin.doors import doors
from articles.admin.history import HistoryRoom
from articles.admin.saved_views import may_share
from articles.admin.story_list import StoryList, StoryTabs
from articles.admin.views_of_list import FILTERS
from articles.admin.work_filters import DueFilter
from articles.admin.writing_room import WritingRoom
from articles.models import Article


@admin.register(Article)
class ArticleAdmin(HistoryRoom, StoryColumns, WritingRoom, DeskAdmin):
    """The list of stories, and who may do what with one. The form itself is the ``WritingRoom``."""

    list_filter = [StoryTabs, *FILTERS]
    ordering = ["-modified_at", "-pk"]
    search_fields = ["headline", "kicker", "slug"]
    search_placeholder = _("Search headlines")
    actions = [submit_each, publish_each, withdraw_each]

    def get_changelist(self, request, **kwargs):
        return StoryList

    def get_urls(self):
        """The rooms beside the form come first: the admin's own last address takes everything."""
        return [*doors(self.admin_site.admin_view), *super().get_urls()]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def get_ordering(self, request):
        """What was changed last stands first; among what is due, what is due first."""
        return ["due_at", "pk"] if DueFilter.is_asked(request) else super().get_ordering(request)

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {"may_share": may_share(request.user), **(extra_context or {})}
        )

    def has_release_permission(self, request):
        """Asked for the actions that decide what readers see; the verbs ask again for each story."""
        return request.user.has_perms(["articles.publish_article", "articles.edit_any_article"])

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
        return obj.state.code == "draft" and not obj.published_on and obj.may_be_removed_by(request.user)

    def delete_model(self, request, obj):
        obj.remove(by=request.user)
