"""Giving a story to a colleague, with the day and the time it is due."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.admin.guard import WRITE, story_for
from articles.forms.assignment import AssignmentForm
from articles.models import Article
from articles.querysets import BYLINES
from articles.refusals import Incomplete
from articles.state import clock
from articles.zone import zone_in_words


def doors(guarded):
    return [path("<int:pk>/assign/", guarded(assign), name="articles_article_assign")]


@require_http_methods(["GET", "HEAD", "POST"])
def assign(request, pk):
    """A page with the form alone; POST from here or from the story's own page gives the story to somebody."""
    stories = Article.objects.select_related("section").prefetch_related(BYLINES)
    story = story_for(request, pk, WRITE, queryset=stories)
    form = AssignmentForm(story, request.POST if request.method == "POST" else None)
    if form.is_valid() and _is_given(request, story, form):
        address = reverse("admin:articles_article_change", args=[story.pk])
        return HttpResponseRedirect(f"{address}#assignment")
    context = {
        **admin.site.each_context(request),
        "title": _("Assign: %s") % story,
        "opts": Article._meta,
        "story": story,
        "form": form,
        "zone": zone_in_words(),
    }
    status = 422 if form.is_bound else 200
    return TemplateResponse(request, "admin/articles/article/assign.html", context, status=status)


def _is_given(request, story, form):
    user, due_at = form.cleaned_data["assignee"], form.cleaned_data["due_at"]
    try:
        is_different = story.assign(user, due_at, by=request.user)
    except Incomplete as refusal:
        for name, sentences in refusal.message_dict.items():
            form.add_error(name, sentences)
        return False
    if is_different:
        messages.success(request, _in_words(user, due_at))
    else:
        messages.info(request, _("Nothing was different; nothing was saved."))
    return True


def _in_words(user, due_at):
    if user and due_at:
        return _("Assigned to %(user)s, due %(when)s.") % {"user": user, "when": clock(due_at)}
    if user:
        return _("Assigned to %s.") % user
    return _("Assigned to nobody, due %s.") % clock(due_at) if due_at else _("Assigned to nobody.")
