"""What is looked at before a story goes out, and what stops it.

A check is a function that takes a ``Proof`` and yields ``Finding``s. Hard ones stop a story from being published, scheduled or
updated; soft ones are told beside the text and stop nothing. Nothing here stops anybody from saving.
"""

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _

from articles.preflight import links, others, picture, words
from articles.preflight.finding import Finding
from articles.preflight.others import answers_awaited
from articles.preflight.proof import Proof
from articles.refusals import Incomplete

__all__ = ["CHECKS", "HARD", "Finding", "Proof", "answers_awaited", "examine", "refusal", "stops"]

HARD = (
    words.needed,
    picture.is_described,
    picture.is_credited,
    picture.in_text_are_whole,
    picture.has_rights,
    links.have_addresses,
    links.are_alive,
)
CHECKS = (
    *HARD,
    words.headline_fits,
    words.has_standfirst,
    words.is_finished,
    words.has_length,
    words.has_byline,
    picture.keeps_rights,
    picture.has_picture,
    picture.in_text_are_there,
    words.has_tags,
    others.is_free,
    others.is_approved,
    others.is_settled,
)


def examine(story, content=None, *, live=None, at=None, user=None, checks=CHECKS) -> list[Finding]:
    """What the checks find in a text of a story (``content``, or the row in hand), the hard ones first.

    ``live`` is the story as readers see it now: a fault that its text has too is no reason to hold back a better one, so
    it is told and stops nothing. ``at`` and ``user`` as ``Proof`` takes them. Where the links lead takes one query if any is
    within the site, a picture that is not the row's another, and what others have said a third unless it is annotated.
    """
    proof = Proof(story, content, at=at, user=user)
    found = [finding for check in checks for finding in check(proof)]
    if live:
        before = Proof(live, troubles=proof.troubles)
        known = {finding.fault for check in HARD for finding in check(before)}
        found = [finding.softened() if finding.fault in known else finding for finding in found]
    return sorted(found, key=lambda finding: not finding.is_hard)


def stops(story, content=None, *, live=None, at=None) -> list[Finding]:
    """Only what stops a text of a story from going out."""
    found = examine(story, content, live=live, at=at, checks=HARD)
    return [finding for finding in found if finding.is_hard]


def refusal(found, *, was_overridden=False) -> Incomplete:
    """What a verb raises for these findings; ``was_overridden`` by somebody who may not, or what nobody may."""
    sentences = {}
    for finding in found:
        sentences.setdefault(finding.field, []).append(finding.sentence)
    if was_overridden:
        is_final = any(finding.is_final for finding in found)
        sentences[NON_FIELD_ERRORS] = [
            _("No reason can make up for what is missing here.")
            if is_final
            else _("Only a chief may publish against a check. Ask one, or put right what is named here.")
        ]
    return Incomplete(sentences)
