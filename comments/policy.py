"""May a reader comment here, now? Returns the reason why not, in words readers see."""

from django.utils.translation import gettext as _

from articles.choices import CommentMode


def closed_reason(article) -> str:
    """Why no comment is taken on this public story, or an empty string if one is."""
    if article.comment_mode == CommentMode.CLOSED:
        return _("Comments on this story are closed. What was said stays readable.")
    if article.comment_mode == CommentMode.OFF:
        return _("This story takes no comments.")
    return ""


def shows_comments(article) -> bool:
    return article.comment_mode != CommentMode.OFF
