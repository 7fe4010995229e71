"""The enums that constraints, querysets and models share."""

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a story stands. Published with a time ahead is *scheduled*: see ``ArticleQuerySet.published``."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class CommentMode(models.TextChoices):
    """Who may comment on a story."""

    PRE = "pre", _("Read before they appear")
    CLOSED = "closed", _("Closed: the thread stays readable")
    OFF = "off", _("None on this story")


class Hue(models.IntegerChoices):
    """The colours a section may have; each keeps 4.5:1 on paper, light and dark."""

    RED = 25, _("Red")
    OCHRE = 60, _("Ochre")
    GREEN = 160, _("Green")
    TEAL = 200, _("Teal")
    BLUE = 250, _("Blue")
    PLUM = 320, _("Plum")


class Verb(models.TextChoices):
    """What was done to a story, in its log."""

    CREATED = "created", _("Created")
    REVISED = "revised", _("Saved")
    MERGED = "merged", _("Merged with another save")
    CLASHED = "clashed", _("Saved aside: overlaps another save")
    RESTORED = "restored", _("Older version brought back")
    NAMED = "named", _("Version named")
    SUBMITTED = "submitted", _("Submitted for review")
    REOPENED = "reopened", _("Taken back to draft")
    PUBLISHED = "published", _("Published")
    UPDATED = "updated", _("Live story updated")
    SCHEDULED = "scheduled", _("Scheduled")
    UNSCHEDULED = "unscheduled", _("Unscheduled")
    CAME_OUT = "came_out", _("Came out on schedule")
    UPDATE_SCHEDULED = "update_scheduled", _("Update scheduled")
    UPDATE_UNSCHEDULED = "update_unscheduled", _("Scheduled update taken back")
    CARRIED = "carried", _("Fix carried into the newer text")
    NOT_CARRIED = "not_carried", _("Fix overlaps the newer text")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    WITHDRAWAL_SCHEDULED = "withdrawal_scheduled", _("Withdrawal scheduled")
    WITHDRAWAL_UNSCHEDULED = "withdrawal_unscheduled", _("Scheduled withdrawal taken back")
    EMBARGOED = "embargoed", _("Embargo set")
    EMBARGO_LIFTED = "embargo_lifted", _("Embargo lifted")
    READDRESSED = "readdressed", _("Address changed")
    ASSIGNED = "assigned", _("Assigned")
    OVERRIDDEN = "overridden", _("Check overridden")
    SHARED = "shared", _("Preview link made")
    SHARE_REVOKED = "share_revoked", _("Preview link revoked")
    STOPPED = "stopped", _("Schedule stopped")
    REMOVED = "removed", _("Draft deleted")


class RevisionKind(models.TextChoices):
    """How a version came to be."""

    SAVED = "saved", _("Saved")
    AUTOSAVE = "autosave", _("Kept by itself")
    ASIDE = "aside", _("Saved on an older version")
    MERGED = "merged", _("Merged")
    RESTORED = "restored", _("Brought back")
    CARRIED = "carried", _("Fix carried over")


class ChangeKind(models.TextChoices):
    """What an update of a live story is to its readers."""

    MINOR = "minor", _("Minor: spelling, layout")
    UPDATE = "update", _("Update: something new")
    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    RETRACTION = "retraction", _("Retraction")

    @classmethod
    def with_note(cls):
        """The kinds that owe readers a sentence."""
        return [cls.CORRECTION, cls.CLARIFICATION, cls.RETRACTION]


class Licence(models.TextChoices):
    """By what right the paper shows a picture."""

    OWN = "own", _("Own work")
    AGENCY = "agency", _("Agency")
    HANDOUT = "handout", _("Handout, free for the press")
    PERMISSION = "permission", _("By permission")
    COMMONS = "commons", _("Creative Commons, with name")
    PUBLIC = "public", _("Public domain")


class AnswerKind(models.TextChoices):
    """What an outsider said through a preview link."""

    NOTE = "note", _("Note")
    APPROVAL = "approval", _("Approved")


def story_languages():
    """The languages a story may be written in, each under its own name."""
    names = {code: info["name_local"] for code, info in LANG_INFO.items() if "name_local" in info}
    default = settings.LANGUAGE_CODE
    return sorted(names.items(), key=lambda item: (item[0] != default, item[1].casefold()))


def site_language():
    """The language a new story is written in unless its author says otherwise."""
    return settings.LANGUAGE_CODE
