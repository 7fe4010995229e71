"""Checks of the lead picture. A story's text holds none: the sanitiser takes them out."""

from django.utils.translation import gettext as _

from articles.preflight.finding import Finding


def is_described(proof):
    """The database asks for the same; this says it in words where a row has come past it."""
    photo = proof.photo
    if photo and not (photo.alt or photo.is_decorative):
        sentence = _("The lead picture is not described. Say what it shows, or mark it as decorative.")
        yield Finding("no_alt", "lead_photo", sentence, is_hard=True, detail=str(photo.pk))


def is_credited(proof):
    photo = proof.photo
    if photo and not photo.credit:
        sentence = _("The lead picture has no credit. Name whoever made it, on the picture’s own page.")
        yield Finding("no_credit", "lead_photo", sentence, is_hard=True, detail=str(photo.pk))


def has_picture(proof):
    if proof.photo:
        return
    if proof["lead_photo"]:
        sentence = _("The picture that was chosen is not in the library any more. Choose another.")
        yield Finding("picture_gone", "lead_photo", sentence)
    elif not (proof.content or {}).get("typed", {}).get("lead_photo"):
        yield Finding("no_picture", "lead_photo", _("It has no picture. Lists look better with one."))
