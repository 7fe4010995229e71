import secrets

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from articles import pictures
from articles.fields import LineField
from newsroom.caching import touch

# What the large sites ask for at least is 1200 pixels.
SHARE_WIDTH = 1280


def originals_storage():
    """Where uploaded files are kept as they came; nothing in it has an address."""
    return storages["originals"]


class PhotoManager(models.Manager):
    def store(self, upload, *, by, **record):
        """Make the public renditions of an upload, keep the original aside, and return the saved photo.

        Call it outside a transaction: a large picture takes seconds. Raises ``pictures.Refused`` with a sentence, and
        then leaves no file and no row behind; the same holds if the row cannot be saved.
        """
        return self.prepare(upload, by=by).keep(**record)

    def prepare(self, upload, *, by):
        """Read the upload and write its renditions; the row is saved by ``keep``. Raises ``pictures.Refused``."""
        picture = pictures.read(upload)
        photo = self.model(
            folder=secrets.token_urlsafe(12),
            width=picture.width,
            height=picture.height,
            content_hash=picture.content_hash,
            uploaded_by=by,
        )
        try:
            for rendition in pictures.renditions(picture):
                name = photo.rendition_name(rendition.width, rendition.extension)
                default_storage.save(name, ContentFile(rendition.content))
            upload.seek(0)
            photo.original.save(f"{photo.folder}.{picture.extension}", upload, save=False)
        except BaseException:
            photo.discard_files()
            raise
        return photo


class Photo(models.Model):
    """A picture in the library: its original, kept private, and the renditions readers see."""

    original = models.FileField(_("file"), storage=originals_storage, max_length=120)
    folder = models.CharField(max_length=24, unique=True, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    content_hash = models.CharField(max_length=64, editable=False, db_index=True)
    alt = LineField(
        _("what it shows"),
        max_length=300,
        blank=True,
        help_text=_("For readers who cannot see it. A sentence, without “picture of”."),
    )
    is_decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("It adds nothing to the words, and is passed over when read aloud."),
    )
    caption = LineField(_("caption"), max_length=300, blank=True)
    credit = LineField(
        _("credit"), max_length=120, blank=True, help_text=_("Such as “Photograph: Maren Holt”.")
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PhotoManager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_decorative=True, alt="")
                | (models.Q(is_decorative=False) & ~models.Q(alt="")),
                name="photo_described_or_decorative",
                violation_error_message=_(
                    "Say what the picture shows, or mark it as decorative: one of the two."
                ),
            ),
            models.CheckConstraint(condition=models.Q(width__gt=0, height__gt=0), name="photo_has_size"),
        ]

    def __str__(self):
        return self.caption or self.alt or str(_("Decorative picture"))

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        touch({f"photo-{self.pk}"})

    save.alters_data = True

    def delete(self, *args, **kwargs):
        """Delete the row, and its files once that is committed. Raises ProtectedError while a story uses it."""
        with transaction.atomic():
            deleted = super().delete(*args, **kwargs)
            transaction.on_commit(self.discard_files)
        return deleted

    delete.alters_data = True

    def keep(self, **record):
        """Save a prepared photo with its record (alt, caption, credit …); its files go if it cannot be saved."""
        for name, value in record.items():
            setattr(self, name, value)
        try:
            self.save()
        except BaseException:
            self.discard_files()
            raise
        return self

    keep.alters_data = True

    def discard_files(self):
        """Delete the original and every rendition there is."""
        if self.original.name:
            self.original.storage.delete(self.original.name)
        for width in self.widths:
            for extension in pictures.EXTENSIONS:
                default_storage.delete(self.rendition_name(width, extension))

    discard_files.alters_data = True

    @property
    def widths(self):
        """The widths its renditions have, in pixels, ascending."""
        return pictures.widths_for(self.width)

    def rendition_name(self, width, extension):
        return f"photos/{self.folder}/{width}.{extension}"

    def rendition_url(self, width, extension):
        return default_storage.url(self.rendition_name(width, extension))

    @property
    def share(self):
        """The rendition that other sites show with a link: a JPEG, as large as they ask for or what there is."""
        width = max((width for width in self.widths if width <= SHARE_WIDTH), default=self.widths[0])
        return {
            "url": self.rendition_url(width, "jpg"),
            "width": width,
            "height": round(self.height * width / self.width),
        }

    def srcset(self, extension):
        return ", ".join(f"{self.rendition_url(width, extension)} {width}w" for width in self.widths)
