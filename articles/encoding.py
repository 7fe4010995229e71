"""The AVIF files of pictures, made after the upload by the minute's round: a third smaller than the others, and slow to make.

A picture that fails is noted as such and not tried again; the readers have its other files. Only what the storage could not do
is tried again.
"""

import logging
import time
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from articles import pictures
from articles.figures import renew
from articles.files import AVIF, FAILED, SOCIAL, write
from articles.models import Photo
from newsroom.caching import touch

log = logging.getLogger(__name__)

# Seconds of processor time after which a round begins no further picture, so that the next round starts on the minute. By the
# clock on the wall it may be twice that, on a machine that has other things to do.
ENOUGH = 20
# A storage that is away is away for all of them.
PATIENCE = 3


@dataclass
class Made:
    """How many pictures got their files, and a sentence for each that has to wait."""

    done: int = 0
    problems: list[str] = field(default_factory=list)


def make_avif(enough=ENOUGH) -> Made:
    """Make the AVIF files of pictures that have none, the newest first, for about so many seconds of processor time."""
    made, begun = Made(), time.process_time()
    waiting = Photo.objects.without_avif()
    for pk in list(waiting.order_by("-pk").values_list("pk", flat=True)):
        if time.process_time() - begun >= enough or len(made.problems) >= PATIENCE:
            break
        if photo := waiting.filter(pk=pk).first():
            try:
                made.done += _make(photo)
            except Exception as error:  # noqa: BLE001 - a storage may raise what it likes
                log.warning("Picture %s has to wait for the storage: %r", pk, error)
                made.problems.append(
                    _("Picture № %d: its files could not be read or written now; it is tried again.") % pk
                )
    return made


def _make(photo):
    """Write the files, then say so in the row. Returns whether there are any now; what cannot be made is noted.

    What it raises comes from the storage.
    """
    try:
        # From the original, under the limits that held at its upload.
        with photo.original.storage.open(photo.original.name) as original:
            picture = pictures.read(original)
    except (pictures.Refused, FileNotFoundError) as error:
        return _give_up(photo, error)
    try:
        made = list(pictures.renditions(picture, pictures.LATER))
    except Exception as error:  # noqa: BLE001 - whatever it is, it stops one picture and no other
        return _give_up(photo, error)
    for rendition in made:
        write(photo.rendition_name(rendition.width, rendition.extension), rendition.content)
    if SOCIAL not in photo.found:
        # It was uploaded before there were those.
        photo.write_social(picture.image)
    if _note(photo, {name: value for name, value in photo.found.items() if name == SOCIAL}):
        return True
    # Deleted in the meantime.
    photo.discard_files()
    return False


def _give_up(photo, error):
    log.warning("Picture %s cannot be made into AVIF, its other files stand: %r", photo.pk, error)
    _note(photo, {AVIF: FAILED})
    return False


def _note(photo, found):
    """Note in the row that it was tried and what is not known there yet, and tell the caches. Returns whether there is a row."""
    with transaction.atomic():
        stored = Photo.objects.select_for_update().filter(pk=photo.pk).first()
        if stored is None:
            return False
        stored.avif_at, stored.found = now(), {**found, **stored.found}
        Photo.objects.filter(pk=photo.pk).update(avif_at=stored.avif_at, found=stored.found)
        renew(stored)
        touch({f"photo-{photo.pk}"})
    return True
