"""Checks of what others have yet to say: the one a preview was sent to, colleagues, and whoever set an embargo."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from articles.choices import AnswerKind
from articles.models.editorial_note import EditorialNote
from articles.models.preview_link import PreviewAnswer, PreviewLink
from articles.preflight.finding import Finding
from articles.state import clock

# Of Latin, Chinese and Arabic.
QUESTION_MARKS = "?？؟"


def answers_awaited():
    """What the checks here ask, as annotations: ``stories.annotate(**answers_awaited())`` spares them a query of their own."""
    links = PreviewLink.objects.filter(article=OuterRef("pk"), revoked_at=None)
    of_this_version = Q(revision=OuterRef("draft_revision")) | Q(
        revision=None, link__article__draft_revision=None
    )
    approvals = PreviewAnswer.objects.filter(
        of_this_version, link__article=OuterRef("pk"), kind=AnswerKind.APPROVAL
    )
    is_question = Q()
    for mark in QUESTION_MARKS:
        is_question |= Q(text__contains=mark)
    questions = EditorialNote.objects.filter(is_question, article=OuterRef("pk"), settled_at=None)
    return {
        "awaits_approval": Exists(links) & ~Exists(approvals),
        "has_open_question": Exists(questions),
    }


def is_free(proof):
    if proof.story.is_embargoed:
        sentence = _("Embargo until %s: nobody can publish it before. Give it a time after that.")
        yield Finding("embargo", "embargo_until", sentence % clock(proof.story.embargo_until))


def is_approved(proof):
    # Nothing of a story goes out whose newest text readers see already.
    is_out = proof.story.is_public and not proof.story.has_newer_draft
    if _awaited(proof.story)["awaits_approval"] and not is_out:
        sentence = _("A preview was sent out, and nobody has approved this version. Ask, or revoke the link.")
        yield Finding("unapproved", "previews", sentence)


def is_settled(proof):
    if _awaited(proof.story)["has_open_question"]:
        sentence = _("A note asks something that is not settled. Answer it, then settle the note.")
        yield Finding("open_question", "notes", sentence)


def _awaited(story):
    names = answers_awaited()
    if not names.keys() <= vars(story).keys():
        found = type(story).objects.filter(pk=story.pk).annotate(**names).values(*names).first()
        vars(story).update(found or dict.fromkeys(names, False))
    return vars(story)
