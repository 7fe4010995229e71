"""What makes a moderator look twice. Each check is a few lines and gives a reason in words; the worst it does is hold.

Nothing is refused here and nothing is dropped: a comment that trips every check still reaches the queue.
"""

import re
from dataclasses import dataclass

from articles.models import Article
from comments.choices import HoldReason
from comments.models import Comment
from newsroom.text import name_key

LINK = re.compile(
    r"https?://|www\.|\w\.(?:com|net|org|info|biz|ru|cn|xyz|top|shop|online|site)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Draft:
    """A comment as it was sent, tidied, before it is stored."""

    article: Article
    name: str
    text: str
    text_hash: str
    parent: Comment | None = None
    filled_honeypot: bool = False

    @property
    def press(self):
        """What makes two presses one: the same words under the same name, at the same place."""
        return f"{self.article.pk}\n{self.parent and self.parent.pk}\n{name_key(self.name)}\n{self.text_hash}"


def pre_moderated(draft):
    return HoldReason.PRE_MODERATED


def honeypot(draft):
    return HoldReason.HONEYPOT if draft.filled_honeypot else None


def link(draft):
    return HoldReason.LINK if LINK.search(draft.text) or LINK.search(draft.name) else None


def repeated(draft):
    same = Comment.objects.filter(article=draft.article, text_hash=draft.text_hash)
    return HoldReason.REPEATED if same.exists() else None


CHECKS = [honeypot, link, repeated, pre_moderated]


def reasons_to_hold(draft) -> list[str]:
    """The codes of every reason why this comment must wait for a moderator, the most telling first."""
    return [str(reason) for check in CHECKS if (reason := check(draft))]
