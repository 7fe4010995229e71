"""The files of a picture: their names, their addresses, and the writing of those that come later than the upload.

All through Django's storages, by name and content alone, so that any of them will do.
"""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image

from articles import pictures
from newsroom.caching import touch

# Where there is no part of it for other sites: they ask for 1200 pixels at least.
SHARE_WIDTH = 1280

AVIF = "avif"
# In ``found``: for which focus the picture for other sites was made, and that no AVIF could be made.
SOCIAL, FAILED = "social", "failed"


def write(name, content):
    """Put a file where its name says, in place of one that an earlier try may have left."""
    stored = default_storage.save(name, ContentFile(content))
    if stored != name:
        # It gave way to one that is there.
        default_storage.delete(stored)
        default_storage.delete(name)
        default_storage.save(name, ContentFile(content))


class Files:
    """A picture's files. A mixin of Photo."""

    @property
    def widths(self):
        """The widths its renditions have, in pixels, ascending."""
        return pictures.widths_for(self.width)

    @property
    def has_avif(self):
        return self.avif_at is not None and self.found.get(AVIF) != FAILED

    def rendition_name(self, width, extension):
        return f"photos/{self.folder}/{width}.{extension}"

    def rendition_url(self, width, extension):
        return default_storage.url(self.rendition_name(width, extension))

    def srcset(self, extension):
        return ", ".join(f"{self.rendition_url(width, extension)} {width}w" for width in self.widths)

    @property
    def focus(self):
        return [self.focus_x, self.focus_y]

    @property
    def share(self):
        """What other sites show with a link, a JPEG: the part around its focus, or the whole as large as they ask for."""
        made_for, size = self.found.get(SOCIAL), pictures.social_size(self.width, self.height)
        if made_for and size:
            return {
                "url": default_storage.url(self._social_name(made_for)),
                "width": size[0],
                "height": size[1],
            }
        width = max((width for width in self.widths if width <= SHARE_WIDTH), default=self.widths[0])
        return {
            "url": self.rendition_url(width, "jpg"),
            "width": width,
            "height": round(self.height * width / self.width),
        }

    def write_social(self, image):
        """Make the picture for other sites of this one, around the focus, and note in ``found`` that it is there. The row is
        not saved.
        """
        if size := pictures.social_size(self.width, self.height):
            # Noted first: whoever tidies up after a failure finds it by that.
            self.found = {**self.found, SOCIAL: self.focus}
            write(self._social_name(self.focus), pictures.social(image, size, self.focus))

    write_social.alters_data = True

    def renew_social_on_commit(self):
        """Have the picture for other sites made anew after this transaction if the focus has moved. Until then, and where that
        fails, the old one stands.
        """
        if self._social_is_stale:
            # No partial: Django asks what failed for its name, and partials have none.
            transaction.on_commit(lambda: self._renew_social(self.pk), robust=True)

    renew_social_on_commit.alters_data = True

    @classmethod
    def _renew_social(cls, pk):
        photo = cls.objects.filter(pk=pk).first()
        if not photo or not photo._social_is_stale:
            return
        old = photo.found.get(SOCIAL)
        # From the widest rendition, in a tenth of the time: an editor waits, and nobody sees the difference.
        with (
            default_storage.open(photo.rendition_name(photo.widths[-1], "jpg")) as file,
            Image.open(file, formats=("JPEG",)) as image,
        ):
            photo.write_social(image)
        with transaction.atomic():
            stored = cls.objects.select_for_update().filter(pk=pk).first()
            # Another move may have overtaken this one; it makes its own.
            if is_wanted := stored is not None and stored.focus == photo.focus:
                cls.objects.filter(pk=pk).update(found={**stored.found, SOCIAL: photo.focus})
                touch({f"photo-{pk}"})
        gone = old if is_wanted else photo.focus
        if gone:
            default_storage.delete(photo._social_name(gone))

    @property
    def _social_is_stale(self):
        has_one = pictures.social_size(self.width, self.height)
        return bool(has_one) and self.found.get(SOCIAL) != self.focus

    def _social_name(self, focus):
        # With the focus in its name, so that no cache keeps another part of it under the same address.
        return "photos/{}/social-{}-{}.jpg".format(self.folder, *focus)

    def discard_files(self):
        """Delete the original and every file that was made of it."""
        if self.original.name:
            self.original.storage.delete(self.original.name)
        for width in self.widths:
            for extension in (*pictures.EXTENSIONS, *pictures.LATER):
                default_storage.delete(self.rendition_name(width, extension))
        if made_for := self.found.get(SOCIAL):
            default_storage.delete(self._social_name(made_for))

    discard_files.alters_data = True
