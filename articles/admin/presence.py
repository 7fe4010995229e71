"""The door through which an open story form says that it is open, and learns who else has the story open."""

from django.urls import path
from django.utils.translation import gettext as _

from articles.admin import buttons
from articles.admin.answers import in_json
from articles.admin.guard import READ_DRAFTS, story_for
from articles.models import Article
from articles.presence import has_left, is_here, others_at
from articles.state import clock


def doors(guarded):
    return [path("<int:pk>/presence/", in_json(guarded, presence), name="articles_article_presence")]


def presence(request, pk):
    """Say that this story is open here, or with ``leave`` that it is not any more."""
    stories = Article.objects.select_related("draft_revision", "live_revision")
    stories = stories.defer("body", "draft_revision__content", "live_revision__content")
    story = story_for(request, pk, may=READ_DRAFTS, queryset=stories)
    if request.POST.get("leave"):
        has_left(story, request.user)
        return {"others": [], "head": None}
    is_here(story, request.user, has_typed=bool(request.POST.get("typed")))
    return {
        "others": [_said(other) for other in others_at(story, request.user)],
        "head": _head(story, request.user, request.POST.get("base", ""), request.POST.get("of", "")),
    }


def _said(other):
    return {
        "name": other.name,
        "seen": other.seen_at,
        "typed": other.typed_at,
        "is_idle": other.is_idle,
        "is_typing": other.is_typing,
        "words": other.words,
    }


def _head(story, user, base, of):
    """The newest version of the text on the page (``of``), if it was saved after the page with this base was opened."""
    base = int(base) if base.isascii() and base.isdigit() and len(base) < 19 else 0
    if of == buttons.LIVE:
        head, is_behind = story.live_revision, base and base != story.live_revision_id
    else:
        head, is_behind = story.draft_revision, story.is_behind(base)
    if not head or not is_behind:
        return None
    who = _("You, elsewhere,") if head.author_id == user.pk else head.author_name
    return {
        "pk": head.pk,
        "author": head.author_name,
        "at": head.created_at,
        "words": _("%(who)s saved a newer version at %(at)s. Your text will be merged when you save.")
        % {"who": who, "at": clock(head.created_at)},
    }
