"""The enums that constraints, querysets and models share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a comment stands. Only approved ones are public."""

    PENDING = "pending", _("Waiting")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    SPAM = "spam", _("Spam")

    @property
    def sources(self):
        """The states from which a moderator may move a comment here."""
        return SOURCES[self]


SOURCES = {
    Status.PENDING: (Status.REJECTED, Status.SPAM, Status.APPROVED),
    Status.APPROVED: (Status.PENDING, Status.REJECTED, Status.SPAM),
    Status.REJECTED: (Status.PENDING, Status.APPROVED, Status.SPAM),
    Status.SPAM: (Status.PENDING, Status.APPROVED, Status.REJECTED),
}


class HoldReason(models.TextChoices):
    """Why a comment waits, in words for the moderator."""

    PRE_MODERATED = "pre", _("All comments on this story are read first")
    HONEYPOT = "honeypot", _("Filled in a field that people cannot see")
    LINK = "link", _("Has a link")
    REPEATED = "repeated", _("Same words as another comment")


class Action(models.TextChoices):
    """What happened to a comment, in its log."""

    SUBMITTED = "submitted", _("Sent in")
    DECIDED = "decided", _("Decided")
