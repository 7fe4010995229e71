import secrets

from django.conf import settings
from django.core.files.storage import storages
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from articles import pictures
from articles.choices import Licence
from articles.fields import LineField
from articles.files import Files, write
from articles.pictures import looks
from articles.rights import PhotoQuerySet, Rights
from newsroom.caching import touch


def originals_storage():
    """Where uploaded files are kept as they came; nothing in it has an address."""
    return storages["originals"]


class PhotoManager(models.Manager.from_queryset(PhotoQuerySet)):
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
            found=picture.found,
            **looks.columns(picture.look),
        )
        try:
            for rendition in pictures.renditions(picture):
                write(photo.rendition_name(rendition.width, rendition.extension), rendition.content)
            photo.write_social(picture.image)
            upload.seek(0)
            photo.original.save(f"{photo.folder}.{picture.extension}", upload, save=False)
        except BaseException:
            photo.discard_files()
            raise
        return photo


class Photo(Files, Rights, models.Model):
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
    source = LineField(
        _("source"), max_length=120, blank=True, help_text=_("Where it came from, for the desk.")
    )
    licence = models.CharField(_("licence"), max_length=12, choices=Licence, default=Licence.OWN)
    territory = LineField(
        _("territory"), max_length=80, blank=True, help_text=_("Where it may be shown; empty: everywhere.")
    )
    # The last day on which it may be shown, in the site's time zone.
    rights_until = models.DateField(_("rights until"), null=True, blank=True)
    replacement = models.ForeignKey(
        "self",
        verbose_name=_("then show"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    # In percent of width and height: what a crop must not lose.
    focus_x = models.PositiveSmallIntegerField(_("focus, across"), default=50)
    focus_y = models.PositiveSmallIntegerField(_("focus, down"), default=50)
    # What the file says of itself: offered at the desk, never shown to readers by itself.
    found = models.JSONField(default=dict, editable=False)
    # 64 bits that are nearly the same for pictures that look the same, whole and in four parts to look for.
    look = models.BigIntegerField(null=True, editable=False)
    look_1 = models.PositiveIntegerField(null=True, editable=False)
    look_2 = models.PositiveIntegerField(null=True, editable=False)
    look_3 = models.PositiveIntegerField(null=True, editable=False)
    look_4 = models.PositiveIntegerField(null=True, editable=False)
    avif_at = models.DateTimeField(null=True, editable=False)
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
            models.CheckConstraint(
                condition=models.Q(focus_x__lte=100, focus_y__lte=100), name="photo_focus_is_inside"
            ),
            models.CheckConstraint(
                condition=models.Q(licence__in=Licence.values), name="photo_licence_known"
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="photo_newest"),
            models.Index(fields=["look_1"], name="photo_look_1"),
            models.Index(fields=["look_2"], name="photo_look_2"),
            models.Index(fields=["look_3"], name="photo_look_3"),
            models.Index(fields=["look_4"], name="photo_look_4"),
            models.Index(
                fields=["rights_until"],
                condition=models.Q(rights_until__isnull=False),
                name="photo_rights_end",
            ),
            models.Index(fields=["id"], condition=models.Q(avif_at__isnull=True), name="photo_without_avif"),
        ]

    def __str__(self):
        return self.caption or self.alt or str(_("Decorative picture"))

    def save(self, *args, **kwargs):
        """Save it, and bring what has changed to the stories whose text shows it."""
        from articles.figures import renew  # noqa: PLC0415  it knows this module

        is_new = self._state.adding
        with transaction.atomic():
            super().save(*args, **kwargs)
            touch({f"photo-{self.pk}"})
            if not is_new:
                renew(self)
            self.renew_social_on_commit()

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


class PhotoUse(models.Model):
    """That a story shows a picture, or that a version still to come of it does: in its text or above it."""

    photo = models.ForeignKey(Photo, on_delete=models.PROTECT, related_name="used_in")
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="photo_uses")

    class Meta:
        verbose_name = _("use of a picture")
        verbose_name_plural = _("uses of pictures")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["photo", "article"], name="photo_use_once_per_story")]

    def __str__(self):
        return f"{self.photo} · {self.article}"
