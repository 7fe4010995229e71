from django.db import models
from django.utils.translation import gettext_lazy as _


class Byline(models.Model):
    """The place of one author over one story."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey("articles.Author", on_delete=models.PROTECT, related_name="bylines")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="byline_once_per_story")]

    def __str__(self):
        return f"{self.author} ({self.position + 1})"
