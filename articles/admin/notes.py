"""The notes of a story at the desk: a page of them, the box on the story form, and whom an @ may call."""

from django.contrib import admin, messages
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from articles.admin.guard import READ_DRAFTS, story_for
from articles.colleagues import readers_of_drafts, suggested
from articles.models import Article, EditorialNote
from articles.noting import NotesPage
from articles.querysets import BYLINES
from articles.refusals import Incomplete
from newsroom.text import is_blank

SUGGESTIONS = 8


def doors(guarded):
    return [
        path("<int:pk>/notes/", guarded(notes), name="articles_article_notes"),
        path("<int:pk>/colleagues/", guarded(colleagues), name="articles_article_colleagues"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def notes(request, pk):
    """The notes of a story; POST writes one, settles one, or takes those that call this user for seen."""
    story = _story(request, pk)
    if request.method == "POST":
        return _take(request, story)
    return _page(request, story)


@require_safe
def colleagues(request, pk):
    """Colleagues whose name begins with ``?q=``, of those who may read this story's drafts: usernames and names."""
    story = _story(request, pk)
    term = request.GET.get("q", "")[:150]
    found = suggested(readers_of_drafts(story).exclude(pk=request.user.pk), term, SUGGESTIONS)
    return JsonResponse(
        {"colleagues": [{"username": user.username, "name": user.get_full_name()} for user in found]}
    )


def _story(request, pk):
    stories = Article.objects.select_related("section").prefetch_related(BYLINES).defer("body")
    return story_for(request, pk, READ_DRAFTS, queryset=stories)


def _take(request, story):
    typed = request.POST.get("text", "")
    if "seen" in request.POST:
        story.see_notes(by=request.user)
    elif "settle" in request.POST or "unsettle" in request.POST:
        _settle(request, story)
    else:
        return _write(request, story, typed)
    if is_blank(typed):
        return _back(request, story)
    # Another button was pressed over a note half written.
    return _page(request, story, typed=typed)


def _settle(request, story):
    name, verb = (
        ("settle", story.settle_note) if "settle" in request.POST else ("unsettle", story.unsettle_note)
    )
    note = request.POST[name]
    try:
        verb(int(note) if note.isascii() and note.isdecimal() else 0, by=request.user)
    except (EditorialNote.DoesNotExist, OverflowError) as missing:
        raise Http404 from missing


def _write(request, story, typed):
    try:
        note = story.note(typed, by=request.user)
    except Incomplete as refusal:
        return _page(request, story, typed=typed, problems=refusal.messages, status=422)
    if note.called:
        names = ", ".join(str(user) for user in note.called)
        messages.success(request, _("Noted. %s will see it on the desk.") % names)
    else:
        messages.success(request, _("Noted."))
    for sentence in note.uncalled:
        messages.warning(request, sentence)
    return _back(request, story)


def _back(request, story):
    """To where the button was: the dashboard, the story's form, or the page of its notes."""
    match request.POST.get("back"):
        case "desk":
            return HttpResponseRedirect(reverse("admin:index"))
        case "story":
            return HttpResponseRedirect(f"{reverse('admin:articles_article_change', args=[story.pk])}#notes")
    return HttpResponseRedirect(f"{reverse('admin:articles_article_notes', args=[story.pk])}#notes")


def _page(request, story, *, typed="", problems=(), status=200):
    context = {
        **admin.site.each_context(request),
        "title": _("Notes: %s") % story,
        "opts": Article._meta,
        "story": story,
        "notes": NotesPage(story, request.user, request.GET.get("page")),
        "typed": typed,
        "problems": problems,
    }
    return TemplateResponse(request, "admin/articles/article/notes.html", context, status=status)
