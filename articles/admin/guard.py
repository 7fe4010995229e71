"""The one check at every door of the desk to a story: its page, its drafts, its history, its previews, its notes."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from articles.models import Article

READ, READ_DRAFTS, WRITE, RELEASE = "read", "read drafts", "write", "release"


def story_for(request, pk, may=READ_DRAFTS, *, queryset=None):
    """The story with this key, if the user of the request may do this with it.

    ``READ``: what readers see, and one's own; ``READ_DRAFTS``: everything typed into it, its log, notes and previews;
    ``WRITE``: change it; ``RELEASE``: decide what readers see. Raises ``Http404`` where the user may not know of it, and
    ``PermissionDenied`` where they may read it but not do this.
    """
    stories = Article.objects.all() if queryset is None else queryset
    user = request.user
    if not (user.has_perm("articles.view_article") or user.has_perm("articles.change_article")):
        raise PermissionDenied
    story = stories.visible_to(user).filter(pk=pk).first()
    if story is None:
        raise Http404
    if not _allowed(story, user, may):
        raise PermissionDenied
    return story


def _allowed(story, user, may):
    match may:
        case "read":
            return True
        case "read drafts":
            return story.drafts_are_open_to(user)
        case "write":
            return story.may_be_changed_by(user)
    return story.may_be_released_by(user)
