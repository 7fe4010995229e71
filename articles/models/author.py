from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.fields import LineField
from articles.slugs import first_free
from newsroom.caching import touch
from newsroom.text import slug_of


class Author(models.Model):
    """A byline: somebody whose name stands over stories. Agencies and guests have no login."""

    name = LineField(_("name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=80, unique=True, allow_unicode=True, blank=True)
    role = LineField(_("role"), max_length=80, blank=True, help_text=_("Such as “Harbour correspondent”."))
    bio = LineField(_("about"), max_length=600, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("login"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        help_text=_("Whoever logs in with it may work on drafts under this byline."),
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="author_has_name")]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Store it, under a free address made from the name if none was given."""
        self.slug = self.slug or first_free(
            slug_of(self.name, limit=70) or "author", Author.objects, limit=80
        )
        super().save(*args, **kwargs)
        touch({f"author-{self.pk}"})

    save.alters_data = True

    def get_absolute_url(self):
        return reverse("articles:author", args=[self.slug])

    def delete(self, *args, **kwargs):
        with transaction.atomic():
            touch({f"author-{self.pk}"})
            return super().delete(*args, **kwargs)

    delete.alters_data = True
