"""Checks of the pictures: the one above the text, and those in it."""

from datetime import timedelta

from django.utils.dateformat import format as format_date
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from articles.figures import keys_in, photo_from
from articles.html import excerpt
from articles.preflight.finding import Finding
from articles.rights import SOON


def is_described(proof):
    """The database asks for words too; it takes one sent with many others for decorative until somebody has said so."""
    photo = proof.photo
    if photo and (photo.found.get("undescribed") or not (photo.alt or photo.is_decorative)):
        sentence = _("The lead picture is not described. Say what it shows, or mark it as decorative.")
        yield Finding("no_alt", "lead_photo", sentence, is_hard=True, detail=str(photo.pk))


def is_credited(proof):
    photo = proof.photo
    if photo and not photo.credit:
        sentence = _("The lead picture has no credit. Name whoever made it, on the picture’s own page.")
        yield Finding("no_credit", "lead_photo", sentence, is_hard=True, detail=str(photo.pk))


def has_rights(proof):
    """By the day on which the story would go out."""
    photo = proof.photo
    if photo and not photo.may_be_shown_on(localdate(proof.at)):
        sentence = _(
            "The rights to the lead picture end on %s, and readers would not see it. Choose another, or extend them on its own page."
        )
        yield _about_rights("rights_over", photo, sentence, is_hard=True)


def keeps_rights(proof):
    photo, day = proof.photo, localdate(proof.at)
    if photo and photo.may_be_shown_on(day) and not photo.may_be_shown_on(day + timedelta(SOON)):
        sentence = (
            _("The rights to the lead picture end on %s. After that its replacement is shown.")
            if photo.replacement_id
            else _("The rights to the lead picture end on %s. After that the story has no picture.")
        )
        yield _about_rights("rights_end", photo, sentence)


def _about_rights(code, photo, sentence, *, is_hard=False):
    day = format_date(photo.rights_until, _("j F Y"))
    return Finding(code, "lead_photo", sentence % day, is_hard=is_hard, detail=str(photo.pk))


def has_picture(proof):
    if proof.photo:
        return
    if proof["lead_photo"]:
        sentence = _("The picture that was chosen is not in the library any more. Choose another.")
        yield Finding("picture_gone", "lead_photo", sentence)
    elif not (proof.content or {}).get("typed", {}).get("lead_photo"):
        yield Finding("no_picture", "lead_photo", _("It has no picture. Lists look better with one."))


def in_text_are_whole(proof):
    """What readers would see without a description or without its maker’s name."""
    for key, record in proof.figures.items():
        name = _name(key, record)
        if not (record["alt"] or record["decorative"]):
            sentence = (
                _("The picture %s in the text is not described. Say what it shows, on its own page.") % name
            )
            yield Finding("no_alt", "body", sentence, is_hard=True, detail=key)
        if not record["credit"]:
            sentence = (
                _("The picture %s in the text has no credit. Name whoever made it, on its own page.") % name
            )
            yield Finding("no_credit", "body", sentence, is_hard=True, detail=key)


def in_text_are_there(proof):
    """What readers would not see: it is left out with its caption, so that nothing has to stop."""
    for number in keys_in(proof["body"]):
        record = proof.figures.get(str(number))
        if record is None:
            sentence = (
                _("The picture № %d in the text is not in the library any more, and is left out.") % number
            )
            yield Finding("picture_gone", "body", sentence, detail=str(number))
        elif photo_from(record) is None:
            sentence = _("The rights of the picture %s in the text are over. It is left out.") % _name(
                number, record
            )
            yield Finding("rights_over", "body", sentence, detail=str(number))


def _name(key, record):
    words = record["caption"] or record["alt"]
    return f"№ {key} ({excerpt(words, 40)})" if words else f"№ {key}"
