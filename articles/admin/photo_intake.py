"""Taking files into the library: each once, unless somebody asks for it again, and none left behind by a refusal."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import transaction

from articles import pictures
from articles.admin.photo_twins import same_file
from articles.models import Photo
from newsroom.text import clean_line

NAME_LENGTH = 120


@dataclass(frozen=True)
class Taken:
    """``photo`` is the new picture; or ``twin`` the one that was made from this file before, and nothing has changed."""

    photo: Photo | None = None
    twin: Photo | None = None


def take(upload, *, by, again=False, **record) -> Taken:
    """Put a file into the library, to be described by and by. Raises ``pictures.Refused`` with a sentence.

    Until somebody has said what it shows it counts as decorative, which is all a database can be told of it, and is marked:
    preflight stops every story it stands over.
    """
    twin = None if again else same_file(pictures.hash_of(upload))
    if twin:
        return Taken(twin=twin)
    photo = Photo.objects.prepare(upload, by=by)
    photo.found |= {"undescribed": True, "name": clean_line(upload.name or "", limit=NAME_LENGTH)}
    with transaction.atomic():
        # Two of the same sent at once wait for each other here, and the second finds the first.
        get_user_model().objects.select_for_update().get(pk=by.pk)
        twin = None if again else same_file(photo.content_hash)
        if twin is None:
            photo.keep(is_decorative=True, alt="", **record)
    if twin:
        photo.discard_files()
        return Taken(twin=twin)
    return Taken(photo=photo)
