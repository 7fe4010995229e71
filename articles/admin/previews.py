"""A story as readers will see it, before they do; and the links by which others may see it, too."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.admin.desk import is_key
from articles.admin.guard import READ_DRAFTS, story_for
from articles.admin.preview_rows import rows_of
from articles.choices import RevisionKind
from articles.content import FIELDS, LINES
from articles.forms.preview import ShareForm
from articles.forms.story import StoryForm
from articles.models import Article
from articles.previewing import bar_of, content_at, moment_of, shown
from articles.refusals import WrongState
from articles.showing import may_play_films
from articles.state import clock
from articles.zone import zone_in_words
from newsroom.caching import private

TEMPLATE = "articles/preview.html"


def doors(guarded):
    return [
        path("add/preview/", guarded(preview_new), name="articles_article_add_preview"),
        path("<int:pk>/preview/", guarded(preview), name="articles_article_preview"),
        path(
            "<int:pk>/preview/<int:version>/",
            guarded(preview_version),
            name="articles_article_preview_version",
        ),
        path("<int:pk>/previews/", guarded(previews), name="articles_article_previews"),
        path("<int:pk>/previews/<int:link>/revoke/", guarded(revoke), name="articles_article_preview_revoke"),
    ]


def framed(view):
    """A page that the story form may show beside itself. No other page of the site lets itself be framed."""
    return csp_replace({"frame-ancestors": [SELF]})(may_play_films(xframe_options_sameorigin(private(view))))


def _story(request, pk):
    return story_for(request, pk, READ_DRAFTS, queryset=Article.objects.select_related("draft_revision"))


@require_http_methods(["GET", "HEAD", "POST"])
@framed
def preview(request, pk):
    """The newest version as readers will see it; a POST of the form's fields shows what was typed, and stores nothing."""
    story = _story(request, pk)
    if request.method == "POST":
        return _as_typed(request, story)
    return _as_stored(request, story, story.draft_revision)


@require_POST
@framed
def preview_new(request):
    """What was typed into an empty form."""
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    return _as_typed(request, Article(pk=0))


@require_safe
@framed
def preview_version(request, pk, version):
    story = _story(request, pk)
    return _as_stored(request, story, get_object_or_404(story.revisions, pk=version))


def _as_stored(request, story, revision):
    return render(request, TEMPLATE, shown(story, content_at(story, revision), bar_of(story, revision)))


def _as_typed(request, story):
    content = story.draft_content if story.pk else {}
    form = type("FormOfPreview", (StoryForm,), {"user": request.user})(request.POST, instance=story)
    form.is_valid()
    data = form.cleaned_data
    # What does not fit is shown as well as it can be: that is when somebody looks.
    content = content | {name: request.POST.get(name, "") for name in LINES}
    content |= {name: data[name] or "" for name in ("body", "language", "comment_mode") if name in data}
    content |= {name: data[name] and data[name].pk for name in ("section", "lead_photo") if name in data}
    content |= {name: [row.pk for row in data[name].rows] for name in ("bylines", "tags") if name in data}
    problems = [
        f"{form[name].label}: {error}"
        for name in FIELDS
        if name in form.fields
        for error in form.errors.get(name, ())
    ]
    new_tags = data["tags"].new_names if "tags" in data else ()
    bar = bar_of(story, is_stored=False, problems=tuple(problems))
    return render(request, TEMPLATE, shown(story, content, bar, new_tags=new_tags))


@require_http_methods(["GET", "HEAD", "POST"])
@private
def previews(request, pk):
    """The links to one story: what they show, until when, who has answered; and the form that makes one."""
    story = _story(request, pk)
    exact = _on_offer(request, story)
    label = exact and _("%(when)s by %(who)s") % {"when": clock(moment_of(exact)), "who": exact.author_name}
    form = ShareForm(request.POST or None, story=story, exact=exact, label=label)
    if request.method == "POST" and form.is_valid() and _make(request, story, form):
        return HttpResponseRedirect(f"{_page_of(story)}#links")
    context = {
        **admin.site.each_context(request),
        "title": _("Preview links"),
        "opts": Article._meta,
        "story": story,
        "form": form,
        "rows": rows_of(story),
        "embargo": f"{clock(story.embargo_until)} ({zone_in_words()})" if story.is_embargoed else "",
    }
    status = 422 if form.errors else 200
    return render(request, "admin/articles/article/previews.html", context, status=status)


def _make(request, story, form):
    data = form.cleaned_data
    try:
        story.share(by=request.user, made_for=data["made_for"], revision=form.wanted(), days=data["days"])
    except WrongState as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("The link is made. It is the first below: copy it, and send it."))
    return True


def _on_offer(request, story):
    """The version that a link may be bound to: the one somebody came with, or the newest."""
    asked = (request.POST or request.GET).get("revision", "")
    if is_key(asked):
        return get_object_or_404(story.revisions.exclude(kind=RevisionKind.AUTOSAVE), pk=asked)
    return story.draft_revision


@require_POST
@private
def revoke(request, pk, link):
    story = _story(request, pk)
    found = get_object_or_404(story.preview_links.select_related("revision"), pk=link)
    if found.revoke(by=request.user):
        messages.success(request, _("Revoked. Whoever has the link sees nothing any more."))
    else:
        messages.info(request, _("That link had been revoked before."))
    return HttpResponseRedirect(f"{_page_of(story)}#links")


def _page_of(story):
    return reverse("admin:articles_article_previews", args=[story.pk])
