"""The log of all stories at the desk, and the log as a table to take away."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.admin.guard import READ_DRAFTS, story_for
from articles.admin.history import stories_for
from articles.admin.history_rows import move_of
from articles.auditing import MOST_ROWS, csv_of, narrowed, page_of_log
from articles.forms.log import LogForm
from articles.models import Article, ArticleEvent
from articles.zone import zone_in_words
from newsroom.caching import private

SIZE = 50
# A browser offers those that fit what was typed so far.
MOST_NAMES = 300


def doors(guarded):
    return [
        path("log/", guarded(log), name="articles_article_log"),
        path("log.csv", guarded(log_as_csv), name="articles_article_log_csv"),
        path("<int:pk>/log.csv", guarded(log_of_story), name="articles_article_log_of_story"),
    ]


@require_safe
@private
def log(request):
    """Everything that was done to any story, the last first: ``?who=``, ``?verb=``, ``?since=``, ``?until=``, ``?story=``."""
    form = _form(request)
    lines, older = [], ""
    if form.is_valid():
        events = narrowed(ArticleEvent.objects.all(), **form.cleaned_data)
        lines, older = page_of_log(events, request.GET.get("before", ""), SIZE)
    asked = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    context = {
        **admin.site.each_context(request),
        "title": _("Log of all stories"),
        "opts": Article._meta,
        "form": form,
        "rows": [{"move": move_of(event), "story": event.article} for event in lines],
        "names": _names(),
        "is_narrowed": bool(asked),
        "newest": f"?{urlencode(asked)}" if request.GET.get("before") else "",
        "older": f"?{urlencode({**asked, 'before': older})}" if older else "",
        "query": urlencode(asked),
        "zone": zone_in_words(),
        "most_rows": f"{MOST_ROWS:,}",
    }
    status = 200 if form.is_valid() else 422
    return TemplateResponse(request, "admin/articles/article/log.html", context, status=status)


@require_safe
@private
def log_as_csv(request):
    """The same lines as a table, under the same names."""
    form = _form(request)
    if not form.is_valid():
        sentences = [
            f"{form[name].label}: {error}" for name, errors in form.errors.items() for error in errors
        ]
        return HttpResponse("\n".join(sentences), status=422, content_type="text/plain; charset=utf-8")
    return _table(narrowed(ArticleEvent.objects.all(), **form.cleaned_data), f"log-{localdate():%Y-%m-%d}")


@require_safe
@private
def log_of_story(request, pk):
    """The log of one story as a table, for whoever may read its history."""
    story = story_for(request, pk, READ_DRAFTS, queryset=stories_for(request.user).defer("body"))
    return _table(story.events.all(), f"story-{story.pk}-log-{localdate():%Y-%m-%d}")


def _names():
    """The names of those who may be asked for; whoever has no login any more is found by typing theirs."""
    users = get_user_model().objects.filter(is_staff=True).order_by("first_name", "last_name", "username")
    return [str(user) for user in users.only("first_name", "last_name", "username")[:MOST_NAMES]]


def _form(request):
    user = request.user
    reads = user.has_perm("articles.view_article") or user.has_perm("articles.change_article")
    if not (reads and user.has_perm("articles.edit_any_article")):
        raise PermissionDenied
    return LogForm(request.GET)


def _table(events, name):
    response = StreamingHttpResponse(csv_of(events), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
