from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.choices import Hue
from articles.fields import LineField
from newsroom.caching import touch

# A section's page stands at /<slug>/, so it may not take the first word of any other address, nor of one we may need.
RESERVED_SLUGS = frozenset(
    [
        "about",
        "accessibility",
        "accounts",
        "admin",
        "api",
        "archive",
        "author",
        "authors",
        "by",
        "comments",
        "contact",
        "corrections",
        "events",
        "favicon",
        "feed",
        "feeds",
        "front",
        "healthz",
        "history",
        "home",
        "latest",
        "livez",
        "login",
        "logout",
        "manifest",
        "media",
        "most-read",
        "newsletter",
        "offline",
        "page",
        "photo",
        "photos",
        "preview",
        "privacy",
        "readyz",
        "robots",
        "search",
        "section",
        "sections",
        "series",
        "sitemap",
        "sitemaps",
        "static",
        "tag",
        "tags",
        "topics",
        "well-known",
    ]
)


def not_reserved(slug):
    if slug in RESERVED_SLUGS or slug.isdigit():
        raise ValidationError(
            _("“%(slug)s” is an address of the site itself. Choose another."), "reserved", {"slug": slug}
        )


class Section(models.Model):
    """A department of the paper, with a page and a colour of its own."""

    name = LineField(_("name"), max_length=40, unique=True)
    slug = models.SlugField(
        _("address"), max_length=40, unique=True, allow_unicode=True, validators=[not_reserved]
    )
    description = LineField(_("description"), max_length=200, blank=True)
    hue = models.PositiveSmallIntegerField(_("colour"), choices=Hue, default=Hue.RED)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Lower stands further ahead.")
    )

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Store it; every page shows the list of sections, so every page changes."""
        super().save(*args, **kwargs)
        touch({"site"})

    save.alters_data = True

    def get_absolute_url(self):
        return reverse("articles:section", args=[self.slug])

    def delete(self, *args, **kwargs):
        with transaction.atomic():
            touch({"site"})
            return super().delete(*args, **kwargs)

    delete.alters_data = True
