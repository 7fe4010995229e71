"""The private address where a reader sees what became of a comment; only whoever sent it is given it."""

import uuid

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from comments.choices import Status
from comments.models import Comment

_signer = Signer(sep="~", salt="comments.receipts")


def receipt_url(comment) -> str:
    return reverse("comments:received", args=[_signer.sign(comment.public_id.hex)])


def comment_of(token):
    """The comment a receipt is for. Raises ``Comment.DoesNotExist`` for a token that is not ours."""
    try:
        public_id = uuid.UUID(_signer.unsign(token))
    except (BadSignature, ValueError) as error:
        raise Comment.DoesNotExist from error
    return Comment.objects.select_related("article").get(public_id=public_id)


def state_of(comment) -> str:
    """Where the comment stands, in words for whoever sent it."""
    if not comment.article.is_public:
        return STORY_GONE
    return SENTENCES[comment.status]


STORY_GONE = _("The story has been withdrawn, and its comments with it.")
SENTENCES = {
    Status.PENDING: _("Your comment is held until an editor has read it. It is not public yet."),
    Status.APPROVED: _("Your comment is published."),
    Status.REJECTED: _("Your comment was read and is not published."),
    Status.SPAM: _("Your comment was read and is not published."),
}
