"""The history of a story at the desk: all its versions and moves, and the ways back."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.admin.desk import is_key
from articles.admin.guard import READ_DRAFTS, WRITE, story_for
from articles.admin.history_rows import rows_of
from articles.choices import RevisionKind
from articles.history import TimeLine
from articles.models import Article, Revision
from articles.previewing import content_at
from articles.querysets import BYLINES
from articles.refusals import Incomplete, WrongState


def doors(guarded):
    return [
        path("<int:pk>/versions/<int:version>/restore/", guarded(restore), name="articles_article_restore"),
        path("<int:pk>/versions/<int:version>/name/", guarded(name), name="articles_article_name_version"),
    ]


class HistoryRoom:
    """The part of ``ArticleAdmin`` that shows what has become of a story."""

    @method_decorator(require_safe)
    def history_view(self, request, object_id, extra_context=None):
        """The line of time, ``?before=`` for what is older, ``?named=1`` for the versions with a name."""
        key = unquote(object_id)
        if not is_key(key):
            raise Http404
        story = story_for(request, int(key), READ_DRAFTS, queryset=stories_for(request.user).defer("body"))
        named_only = request.GET.get("named") == "1"
        line = TimeLine(story, before=request.GET.get("before", ""), named_only=named_only)
        old, new = _proposed(story, line)
        query = {"named": "1"} if named_only else {}
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %s") % story,
            "opts": self.opts,
            "story": story,
            "rows": rows_of(story, line),
            "old": old,
            "new": new,
            "may_compare": len(line.versions) > 1,
            "named_only": named_only,
            "older": line.older and f"?{urlencode({**query, 'before': line.older})}",
            "before": request.GET.get("before", ""),
            "may_change": story.may_be_changed_by(request.user),
            "may_read_log": request.user.has_perm("articles.edit_any_article"),
            "name_length": Revision.NAME_LENGTH,
        }
        return TemplateResponse(request, "admin/articles/article/history.html", context)


def stories_for(user):
    """Stories with what tells whether their drafts are open to this user: to an editor all are."""
    stories = Article.objects.all()
    return stories if user.has_perm("articles.edit_any_article") else stories.prefetch_related(BYLINES)


def _proposed(story, line):
    """The two versions that are marked to be compared when the page opens: the live text and the newer draft, or the two
    that were saved last."""
    typed_beside = (RevisionKind.AUTOSAVE, RevisionKind.ASIDE)
    saved = [entry.revision.pk for entry in line.versions if entry.revision.kind not in typed_beside]
    if story.has_newer_draft and {story.live_revision_id, story.draft_revision_id} <= set(saved):
        return story.live_revision_id, story.draft_revision_id
    return (saved[1], saved[0]) if len(saved) > 1 else (None, None)


@require_POST
def restore(request, pk, version):
    """Bring a version back as the newest one."""
    story = story_for(request, pk, WRITE)
    revision = get_object_or_404(story.revisions, pk=version)
    if revision.pk == story.draft_revision_id:
        messages.info(request, _("№ %d is the newest version already. Nothing has changed.") % revision.pk)
        return _to_form(story)
    # A text kept by itself holds what was in its form; the rest is as it stands.
    revision.content = content_at(story, revision)
    try:
        story.restore(revision, by=request.user)
    except (ValidationError, WrongState) as refusal:
        reasons = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
        messages.error(request, _("№ %d cannot be brought back.") % revision.pk + " " + " ".join(reasons))
        return _to_history(story)
    told = _("№ %d is back, as the newest version. What came in between stays in the history.") % revision.pk
    if story.is_public:
        told += " " + _("Readers see no change before you update the live story.")
    messages.success(request, told)
    if left := [word for words in revision.content.get("typed", {}).values() for word in words]:
        words = _("These names had been typed and not chosen yet; they are not brought back: %s.")
        messages.warning(request, words % ", ".join(left))
    return _to_form(story)


@require_POST
def name(request, pk, version):
    """Give a version a name, or take it away."""
    story = story_for(request, pk, WRITE)
    revision = get_object_or_404(story.revisions.defer("content"), pk=version)
    try:
        changed = story.name_version(revision, request.POST.get("name", ""), by=request.user)
    except Incomplete as refusal:
        messages.error(request, " ".join(refusal.messages))
    except WrongState as refusal:
        messages.error(request, str(refusal))
    else:
        if changed and revision.name:
            messages.success(
                request,
                _("№ %(number)d is called “%(name)s” now.") % {"number": revision.pk, "name": revision.name},
            )
        elif changed:
            messages.success(request, _("№ %d has no name any more.") % revision.pk)
    before = request.POST.get("before", "")
    return _to_history(story, f"?{urlencode({'before': before})}" if before else "", f"#v{revision.pk}")


def _to_form(story):
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[story.pk]))


def _to_history(story, *place):
    return HttpResponseRedirect("".join([reverse("admin:articles_article_history", args=[story.pk]), *place]))
