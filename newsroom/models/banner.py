from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .board import NAME_LENGTH


class Banner(models.Model):
    """The line of breaking news on every page, from one moment to another."""

    TEXT_LENGTH = 160

    text = models.CharField(_("text"), max_length=TEXT_LENGTH)
    article = models.ForeignKey(
        "articles.Article", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=NAME_LENGTH)

    class Meta:
        verbose_name = _("breaking line")
        verbose_name_plural = _("breaking lines")
        ordering = ["-ends_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="banner_says_something"),
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="banner_ends_after_start"),
        ]
        indexes = [models.Index(fields=["-ends_at"], name="banner_newest")]

    def __str__(self):
        return self.text
