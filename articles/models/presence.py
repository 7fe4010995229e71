from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Presence(models.Model):
    """That somebody has a story open, and when they were last heard of and last typed. It locks nothing."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()
    typed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        ordering = ["-seen_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="presence_once_per_story")]
        indexes = [models.Index(fields=["seen_at"], name="presence_oldest")]

    def __str__(self):
        return str(self.user)
