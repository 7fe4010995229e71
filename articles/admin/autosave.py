"""The doors through which the story form keeps what is being typed. None of them changes a story."""

import uuid

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.middleware.csrf import get_token
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.views.decorators.http import require_POST

from articles.admin.answers import in_json
from articles.admin.guard import READ_DRAFTS, WRITE, story_for
from articles.autosaving import PICKED, autosave_of, kept_content
from articles.content import COLUMNS
from articles.models import Article

ALL = ("GET", "POST")
BEGUN_BY = ("headline", "body", "standfirst")


def doors(guarded):
    return [
        path("add/autosave/", in_json(guarded, keep_new, ALL), name="articles_article_add_autosave"),
        path("<int:pk>/autosave/", in_json(guarded, keep, ALL), name="articles_article_autosave"),
        path("<int:pk>/autosave/discard/", guarded(discard), name="articles_article_autosave_discard"),
    ]


def keep(request, pk):
    """Keep what is being typed into a story. A GET gives a new token to a page from before a second log-in."""
    if request.method == "GET":
        return {"token": get_token(request), "user": request.user.pk}
    _keep(request, Article(pk=pk), request.POST.get("base"))
    return _kept(request, pk)


def keep_new(request):
    """Keep what is being typed into an empty form: it becomes a draft, once for each form."""
    if request.method == "GET":
        return {"token": get_token(request), "user": request.user.pk}
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    raw = typed_in(request.POST)
    token = _as_uuid(request.POST.get("token", ""))
    if token is None or not any(raw.get(name, "").strip() for name in BEGUN_BY):
        return {"kept": ""}
    story = _begun(kept_content(raw), request.user, token)
    _keep(request, story, story.draft_revision_id)
    return _kept(request, story.pk) | {
        "story": story.pk,
        "base": story.draft_revision_id,
        "address": reverse("admin:articles_article_change", args=[story.pk]),
        "autosave": reverse("admin:articles_article_autosave", args=[story.pk]),
        "presence": reverse("admin:articles_article_presence", args=[story.pk]),
    }


@require_POST
def discard(request, pk):
    """Let go of a text that was offered and is not wanted."""
    story = story_for(request, pk, may=READ_DRAFTS)
    story.discard(by=request.user, pk=_as_key(request.POST.get("kept", "")) or None)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def typed_in(post):
    """What a story form sent, by the names of its fields; what was not in the form is not there."""
    raw = {name: post[name] for name in COLUMNS if name in post}
    raw |= {name: post.getlist(name) for name in PICKED}
    return raw | {f"{name}_typed": post.getlist(f"{name}_typed") for name in PICKED}


def _keep(request, story, base):
    try:
        story.keep(
            typed_in(request.POST), by=request.user, tab=request.POST.get("tab", ""), base=_as_key(base)
        )
    except PermissionDenied:
        # Whether it is gone, or only closed now, is the guard's to say.
        story_for(request, story.pk, may=WRITE)
        raise


def _begun(content, user, token):
    content.pop("typed", None)
    try:
        return Article.begin(content, by=user, token=token)
    except ValidationError:
        # A headline that is too long as yet: it is in what is kept.
        return Article.begin({}, by=user, token=token)


def _kept(request, pk):
    answer = {"kept": date_format(localtime(now()), "H:i:s")}
    if request.POST.get("open") and (row := autosave_of(Article(pk=pk), request.user)):
        # To see it in the form at once: the way a text comes back from a browser's own copy.
        answer["open"] = f"{reverse('admin:articles_article_change', args=[pk])}?kept={row.pk}"
    return answer


def _as_key(text):
    text = str(text or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _as_uuid(text):
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
