from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin, DeskList
from articles.admin.filters import Tabs
from articles.state import distance
from comments.admin.deciding import VERDICTS, decide_chosen, decide_pressed, decided_in_words, verdicts_for
from comments.admin.marking import marked
from comments.choices import HoldReason, Status
from comments.models import Comment
from comments.moderation import last_decisions


class QueueTabs(Tabs):
    kinds = {
        "waiting": (_("Waiting"), "pending"),
        "approved": (_("Approved"), "approved"),
        "rejected": (_("Rejected"), "rejected"),
        "spam": (_("Spam"), "spam"),
        "all": (_("All"), None),
    }
    counted = ("waiting",)


class Queue(DeskList):
    """The comments of one page with their stories, what they answer, and who decided on them last."""

    def get_queryset(self, request, exclude_parameters=None):
        comments = super().get_queryset(request, exclude_parameters).select_related("article", "parent")
        return comments.defer("article__body", "parent__text")

    def get_results(self, request):
        super().get_results(request)
        first = self.result_list[0] if self.result_list and self.page_num == 1 else None
        self.oldest = distance(first.created_at) if first and first.status == Status.PENDING else ""
        decided = [comment for comment in self.result_list if comment.status != Status.PENDING]
        last = last_decisions(decided) if decided else {}
        names_all = names_all_stories(request.user)
        for comment in self.result_list:
            comment.last_decision = last.get(comment.pk)
            comment.names_story = names_all or comment.article.is_public


def names_all_stories(user):
    """Whether a user may read what a story that readers do not see is called now: an editor may have changed it since."""
    return user.has_perm("articles.edit_any_article")


def _deciding(to):
    @admin.action(description=VERDICTS[to], permissions=["moderate"])
    def action(model_admin, request, queryset):
        decide_chosen(request, request.POST.getlist(ACTION_CHECKBOX_NAME), to)

    action.__name__ = str(to)
    return action


@admin.register(Comment)
class CommentAdmin(DeskAdmin):
    """The queue. Nothing is added, edited or deleted here; what changes is a comment's state, by ``decide``."""

    list_display = ["said", "why", "verdict"]
    list_display_links = None
    list_filter = [QueueTabs]
    search_fields = ["name", "text"]
    search_placeholder = _("Search names and words")
    sortable_by = []
    actions = [_deciding(to) for to in (Status.APPROVED, Status.REJECTED, Status.SPAM)]
    fields = []

    def get_changelist(self, request, **kwargs):
        return Queue

    def get_list_display(self, request):
        return self.list_display if self.has_moderate_permission(request) else ["said", "why"]

    def get_ordering(self, request):
        """What has waited longest first; elsewhere the newest."""
        waits = request.GET.get("state", "waiting") == "waiting"
        return ["created_at", "pk"] if waits else ["-created_at", "-pk"]

    def has_moderate_permission(self, request):
        return request.user.has_perm("comments.moderate_comment")

    def has_view_permission(self, request, obj=None):
        return self.has_moderate_permission(request) or super().has_view_permission(request, obj)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        if request.method == "POST" and "decide" in request.POST:
            self._must_moderate(request)
            decide_pressed(request)
            return HttpResponseRedirect(request.get_full_path())
        return super().changelist_view(request, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.method == "POST":
            self._must_moderate(request)
            decide_pressed(request)
            return HttpResponseRedirect(reverse("admin:comments_comment_changelist"))
        return super().change_view(request, object_id, form_url, extra_context)

    def _must_moderate(self, request):
        if not self.has_moderate_permission(request):
            raise PermissionDenied

    def render_change_form(self, request, context, *, obj=None, **kwargs):
        context |= {
            "title": obj.name,
            "subtitle": None,
            "comment": obj,
            "names_story": obj.article.is_public or names_all_stories(request.user),
            "marked_text": marked(obj.text),
            "verdicts": verdicts_for(obj, with_putting_back=True)
            if self.has_moderate_permission(request)
            else [],
            "events": obj.events.all(),
        }
        return super().render_change_form(request, context, obj=obj, **kwargs)

    @admin.display(description=_("Comment"))
    def said(self, comment):
        return render_to_string(
            "admin/comments/comment/_said.html",
            {"comment": comment, "text": marked(comment.text), "age": distance(comment.created_at)},
        )

    @admin.display(description=_("Why it waits"))
    def why(self, comment):
        if comment.status != Status.PENDING:
            return (
                decided_in_words(comment.last_decision)
                if comment.last_decision
                else comment.get_status_display()
            )
        lines = [
            ("plain" if code == HoldReason.PRE_MODERATED else "", words) for code, words in _reasons(comment)
        ]
        return format_html('<ul class="why">{}</ul>', format_html_join("", '<li class="{}">{}</li>', lines))

    @admin.display(description=_("Decide"))
    def verdict(self, comment):
        return render_to_string(
            "admin/comments/comment/_verdict.html", {"comment": comment, "verdicts": verdicts_for(comment)}
        )


def _reasons(comment):
    return zip(comment.hold_reasons, comment.reasons, strict=True)
