from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.event import ArticleEvent


class EditorialNote(models.Model):
    """What colleagues tell each other about a story. Never shown to readers, and in no table with what readers write."""

    TEXT_LENGTH = 4_000

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="editorial_notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=ArticleEvent.NAME_LENGTH)
    text = models.TextField(_("note"), max_length=TEXT_LENGTH)
    mentioned = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="articles.Mention", related_name="mentioned_in"
    )
    # Settled notes are folded away; nothing is deleted.
    settled_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["created_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="editorial_note_says_something")]
        indexes = [models.Index(fields=["article", "created_at", "id"], name="editorial_note_of_story")]

    def __str__(self):
        return f"{self.author_name}: {self.text}"


class Mention(models.Model):
    """One colleague named in a note with an @, and whether they have seen it."""

    note = models.ForeignKey(EditorialNote, on_delete=models.CASCADE, related_name="mentions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["note", "user"], name="mention_once_per_note")]
        indexes = [
            models.Index(fields=["user", "-id"], condition=Q(seen_at__isnull=True), name="mention_unseen")
        ]

    def __str__(self):
        return f"{self.user}: {self.note}"
