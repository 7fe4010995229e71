from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.choices import Status, Verb


class ArticleEvent(models.Model):
    """One line of a story's log: who did what, when, and why. Rows are added, never changed or deleted."""

    # First name, space and last name of a user.
    NAME_LENGTH = 301
    NOTE_LENGTH = 500

    # None on the one line that is left of a draft that was deleted.
    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, null=True, related_name="events"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # The log must still name somebody whose login is gone.
    actor_name = models.CharField(max_length=NAME_LENGTH)
    verb = models.CharField(max_length=24, choices=Verb)
    from_status = models.CharField(max_length=12, choices=Status)
    to_status = models.CharField(max_length=12, choices=Status)
    note = models.CharField(max_length=NOTE_LENGTH, blank=True)
    # The version it was done with, where there is one.
    revision = models.ForeignKey(
        "articles.Revision", on_delete=models.SET_NULL, null=True, related_name="events"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["article", "-at", "-id"], name="article_event_of_story"),
            models.Index(fields=["-at", "-id"], name="article_event_newest"),
        ]

    def __str__(self):
        return f"{self.get_verb_display()}: {self.actor_name}"
