"""What the story form opens with: the newest draft, the text readers see, or what a browser kept by itself."""

from dataclasses import dataclass

from articles.admin import buttons
from articles.choices import RevisionKind
from articles.content import content_of
from articles.models import Revision


@dataclass(frozen=True)
class Opening:
    """The content the fields show, and the key of the version that a save of them is based on."""

    content: dict
    base: int
    of: str = ""
    kept: Revision | None = None


def opening_of(request, story) -> Opening:
    """``?of=live`` asks for the text readers see, ``?kept=12`` for an autosave of one's own."""
    if request.GET.get("of") == buttons.LIVE and story.is_public and story.may_be_released_by(request.user):
        return Opening(content_of(story), story.live_revision_id or 0, of=buttons.LIVE)
    if kept := _kept(request, story):
        return Opening(story.draft_content | kept.content, kept.base_id or 0, kept=kept)
    return Opening(story.draft_content, story.draft_revision_id or 0)


def _kept(request, story):
    asked = request.GET.get("kept", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 19):
        return None
    return story.revisions.filter(pk=asked, kind=RevisionKind.AUTOSAVE, author=request.user).first()
