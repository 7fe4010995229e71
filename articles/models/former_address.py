from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerAddress(models.Model):
    """An address that a story has had in public; it leads to wherever the story is now, so no chain can form."""

    published_on = models.DateField()
    slug = models.SlugField(max_length=120, allow_unicode=True)
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="former_addresses")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["published_on", "slug"], name="former_address_is_unique")
        ]

    def __str__(self):
        return f"{self.published_on:%Y/%m/%d}/{self.slug}"
