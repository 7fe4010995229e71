"""What may happen to a board, in the words its log shows."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BoardVerb(TextChoices):
    SAVED = "saved", _("saved a draft")
    MERGED = "merged", _("saved a draft, brought together with somebody else’s")
    CLASHED = "clashed", _("saved beside somebody else’s draft")
    RESTORED = "restored", _("brought an edition back as the draft")
    SCHEDULED = "scheduled", _("scheduled an edition")
    UNSCHEDULED = "unscheduled", _("called the scheduled edition off")
    PUBLISHED = "published", _("put an edition live")
    CAME_OUT = "came_out", _("an edition went live at its time")
    UNDONE = "undone", _("brought the edition before it back")
    BANNER_UP = "banner_up", _("put a breaking line up")
    BANNER_EXTENDED = "banner_extended", _("let the breaking line stand longer")
    BANNER_DOWN = "banner_down", _("took the breaking line down")


#: After these another edition is live.
LIVE_VERBS = (BoardVerb.PUBLISHED, BoardVerb.CAME_OUT, BoardVerb.UNDONE)
