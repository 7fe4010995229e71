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
    SUBMITTED = "submitted", _("Submitted for review")
    REOPENED = "reopened", _("Taken back to draft")
    PUBLISHED = "published", _("Published")
    SCHEDULED = "scheduled", _("Scheduled")
    UNSCHEDULED = "unscheduled", _("Unscheduled")
    WITHDRAWN = "withdrawn", _("Withdrawn")


def story_languages():
    """The languages a story may be written in, each under its own name."""
    names = {code: info["name_local"] for code, info in LANG_INFO.items() if "name_local" in info}
    default = settings.LANGUAGE_CODE
    return sorted(names.items(), key=lambda item: (item[0] != default, item[1].casefold()))


def site_language():
    """The language a new story is written in unless its author says otherwise."""
    return settings.LANGUAGE_CODE
