"""Why a verb did not do what was asked, in words for whoever asked."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

MISSING = {
    "headline": _("The story has no headline."),
    "section": _("The story is in no section."),
    "body": _("The story has no text."),
}

NEEDED_FOR_REVIEW = ("headline", "body")
NEEDED_BY_READERS = ("headline", "section", "body")


class Incomplete(ValidationError):
    """Something readers need is missing; ``message_dict`` says what, by field."""


class WrongState(Exception):
    """The story is not in a state from which this can be done; the message says what it is instead."""


def in_words(refusal) -> str:
    """Why a verb did nothing, in one line."""
    if isinstance(refusal, ValidationError):
        return " ".join(refusal.messages)
    return str(refusal) or gettext("You may not do this with this story.")
