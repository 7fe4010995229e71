from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.fields import LineField
from articles.slugs import first_free
from newsroom.caching import touch
from newsroom.text import name_key, slug_of


class Tag(models.Model):
    """A subject that stories share. Two spellings of one name are one tag."""

    name = LineField(_("name"), max_length=60)
    slug = models.SlugField(_("address"), max_length=80, unique=True, allow_unicode=True, blank=True)
    key = models.CharField(max_length=120, unique=True, editable=False)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name", "pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="tag_has_name")]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Store it under the key of its name; raises IntegrityError if another tag is called the same."""
        self.key = name_key(self.name)
        self.slug = self.slug or first_free(slug_of(self.name, limit=70) or "tag", Tag.objects, limit=80)
        super().save(*args, **kwargs)
        touch({f"tag-{self.pk}"})

    save.alters_data = True

    def get_absolute_url(self):
        return reverse("articles:tag", args=[self.slug])

    def delete(self, *args, **kwargs):
        with transaction.atomic():
            touch({f"tag-{self.pk}"})
            return super().delete(*args, **kwargs)

    delete.alters_data = True

    def clean(self):
        self.key = name_key(self.name)
        if Tag.objects.filter(key=self.key).exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("There is a tag of this name.")}, code="unique")
