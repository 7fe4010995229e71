"""The door through which an open story form asks what would stop the text that has just been kept."""

from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from articles.admin.guard import WRITE, story_for
from articles.admin.opening import opening_of
from articles.admin.preflight_rows import report_on
from articles.autosaving import autosave_of
from articles.models import Article
from articles.preflight import answers_awaited
from articles.querysets import BYLINES
from newsroom.caching import private

TEMPLATE = "admin/articles/article/_preflight_findings.html"


def doors(guarded):
    return [path("<int:pk>/preflight/", guarded(preflight), name="articles_article_preflight")]


@require_safe
@private
def preflight(request, pk):
    """The findings, as the box on the form shows them, about what the page with this ``?tab=`` has kept, or else about what
    it opened with: ``?of=`` and ``?kept=`` as in its own address.
    """
    stories = Article.objects.select_related("lead_photo", "draft_revision").prefetch_related(BYLINES, "tags")
    story = story_for(request, pk, may=WRITE, queryset=stories.annotate(**answers_awaited()))
    content = opening_of(request, story).content
    kept = autosave_of(story, request.user)
    if kept and kept.tab and kept.tab == request.GET.get("tab"):
        content = content | kept.content
    return render(request, TEMPLATE, {"preflight": report_on(story, content, request.user)})
