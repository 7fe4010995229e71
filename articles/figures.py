"""The pictures in a story's text: what a page has to know of them, and which stories use which.

The text holds only their keys. What is shown with them is copied into ``Article.figures`` when the text becomes that of the row,
so that a page asks nothing: ``{"12": {"folder", "width", "height", "alt", "decorative", "caption", "credit", "fx", "fy", "until",
"avif", "then"}}``. ``until`` is the last day of its rights or None, ``then`` the same of what is shown after that, or None.
"""

import re
from datetime import date

from django.apps import apps
from django.utils.timezone import now

from articles.models.photo import Photo, PhotoUse
from newsroom.caching import touch

_PHOTO = re.compile(r'<figure data-photo="([1-9][0-9]{0,17})"')
# SQLite and PostgreSQL keep keys of 64 bits; a longer number is the key of nothing.
_LARGEST_KEY = 2**63 - 1


def keys_in(body) -> list[int]:
    """The keys of the pictures in a text that was sanitised, each once, in their order."""
    keys = dict.fromkeys(int(key) for key in _PHOTO.findall(body or ""))
    return [key for key in keys if key <= _LARGEST_KEY]


def figures_of(content) -> dict:
    """What a page shows of the pictures in the text of a content. One query, none where the text has no picture.

    A picture that is not in the library any more is not in it.
    """
    keys = keys_in(content.get("body"))
    if not keys:
        return {}
    found = Photo.objects.select_related("replacement").in_bulk(keys)
    return {str(key): record_of(found[key]) for key in keys if key in found}


def record_of(photo) -> dict:
    """What is kept of one picture, with what takes its place once its rights are over."""
    return _record(photo) | {"then": _record(photo.replacement) if photo.replacement_id else None}


def _record(photo):
    return {
        "folder": photo.folder,
        "width": photo.width,
        "height": photo.height,
        "alt": photo.alt,
        "decorative": photo.is_decorative and not photo.found.get("undescribed"),
        "caption": photo.caption,
        "credit": photo.credit,
        "fx": photo.focus_x,
        "fy": photo.focus_y,
        "until": photo.rights_until.isoformat() if photo.rights_until else None,
        "avif": photo.has_avif,
    }


def photo_from(record) -> Photo | None:
    """The picture to be shown today for what is kept of it, as an unsaved ``Photo``; None after the end of its rights."""
    photo = _photo(record)
    photo.replacement = _photo(record["then"]) if record.get("then") else None
    # By hand and not by ``shown``, which asks for a replacement by its key.
    shown = (candidate for candidate in (photo, photo.replacement) if candidate and candidate.may_be_shown)
    return next(shown, None)


def _photo(record):
    until = record.get("until")
    return Photo(
        folder=record["folder"],
        width=record["width"],
        height=record["height"],
        alt=record["alt"],
        is_decorative=record["decorative"],
        caption=record["caption"],
        credit=record["credit"],
        focus_x=record["fx"],
        focus_y=record["fy"],
        rights_until=date.fromisoformat(until) if until else None,
        avif_at=now() if record["avif"] else None,
    )


def note_uses(article):
    """Note which pictures a stored story shows, and which those versions show that are still to come: above the text, or in it.

    What is noted cannot be deleted from the library.
    """
    wanted = {article.lead_photo_id, *keys_in(article.body)}
    for revision in {article.draft_revision, article.scheduled_revision} - {None}:
        wanted |= {revision.content.get("lead_photo"), *keys_in(revision.content.get("body"))}
    wanted -= {None}
    noted = set(article.photo_uses.values_list("photo", flat=True))
    if gone := noted - wanted:
        article.photo_uses.filter(photo__in=gone).delete()
    if come := wanted - noted:
        there = Photo.objects.filter(pk__in=come).values_list("pk", flat=True)
        uses = [PhotoUse(photo_id=key, article=article) for key in there]
        PhotoUse.objects.bulk_create(uses, ignore_conflicts=True)


note_uses.alters_data = True


def renew(photo):
    """Bring a picture's record, and that of those it takes the place of, into the stories whose text shows them."""
    article = apps.get_model("articles.Article")
    changed = {str(photo.pk): photo}
    changed |= {
        str(other.pk): other
        for other in Photo.objects.filter(replacement=photo).select_related("replacement")
    }
    stories = article.objects.filter(photo_uses__photo__in=[int(key) for key in changed]).distinct()
    for story in stories.only("figures"):
        mine = {key: record_of(changed[key]) for key in changed.keys() & story.figures.keys()}
        if mine and story.figures != (figures := story.figures | mine):
            article.objects.filter(pk=story.pk).update(figures=figures)
            touch({f"article-{story.pk}"})


renew.alters_data = True
