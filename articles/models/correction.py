from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.choices import ChangeKind


class Correction(models.Model):
    """What readers are told about a change of a story they may have read: at the story and on the corrections page."""

    NOTE_LENGTH = 1_000

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=13, choices=ChangeKind)
    note = models.TextField(_("note for readers"), max_length=NOTE_LENGTH)
    revision = models.ForeignKey("articles.Revision", on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ChangeKind.with_note()), name="correction_kind_has_note"
            ),
            models.CheckConstraint(condition=~Q(note=""), name="correction_says_something"),
        ]
        indexes = [
            models.Index(fields=["article", "-at", "-id"], name="correction_of_story"),
            models.Index(fields=["-at", "-id"], name="correction_newest"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.note}"
