from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.choices import RevisionKind
from articles.models.event import ArticleEvent


class Revision(models.Model):
    """What somebody typed into a story: the fields of its form, as they stood (``articles.content`` has the shape).

    Rows are added and never changed, but for two: an autosave holds the latest of its editor and tab, and a version may
    be given a name. No page for readers asks this table.
    """

    NAME_LENGTH = 80

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="revisions")
    kind = models.CharField(max_length=12, choices=RevisionKind)
    content = models.JSONField()
    # What its author saw when they began to type; a save on a base that is not the newest is merged.
    base = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    # How it differs from its base, told once: {"fields": [...], "changes": 3}.
    summary = models.JSONField(default=dict)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=ArticleEvent.NAME_LENGTH)
    # Set on the one autosave of an editor and story; a text from another tab lets the older one go free, and stays.
    autosave_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    tab = models.CharField(max_length=36, blank=True)
    name = models.CharField(_("name"), max_length=NAME_LENGTH, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=RevisionKind.values), name="revision_kind_known"),
            models.CheckConstraint(
                condition=Q(autosave_of__isnull=True) | Q(kind=RevisionKind.AUTOSAVE),
                name="revision_autosave_is_autosave",
            ),
            # Rows without an owner are all different to a unique key: it holds for autosaves alone.
            models.UniqueConstraint(fields=["article", "autosave_of"], name="revision_one_autosave_each"),
        ]
        indexes = [models.Index(fields=["article", "-id"], name="revision_of_story")]

    def __str__(self):
        return self.name or f"{self.get_kind_display()}: {self.author_name}"
