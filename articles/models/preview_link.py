from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.choices import AnswerKind
from articles.models.event import ArticleEvent
from articles.sharing import Key


class PreviewLink(Key, models.Model):
    """A key for one person without a login to one story: to one version, or (without ``revision``) to the latest."""

    FOR_LENGTH = 120

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="preview_links")
    revision = models.ForeignKey("articles.Revision", on_delete=models.CASCADE, null=True, related_name="+")
    made_for = models.CharField(_("for whom"), max_length=FOR_LENGTH, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_by_name = models.CharField(max_length=ArticleEvent.NAME_LENGTH)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    uses = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["article", "-id"], name="preview_link_of_story")]

    def __str__(self):
        return self.made_for or f"{self.article} ({self.pk})"


class PreviewAnswer(models.Model):
    """What an outsider said through a preview link: a note, or that the story may go out."""

    NAME_LENGTH = 80
    TEXT_LENGTH = 4_000

    link = models.ForeignKey(PreviewLink, on_delete=models.CASCADE, related_name="answers")
    # What they had before their eyes.
    revision = models.ForeignKey("articles.Revision", on_delete=models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=8, choices=AnswerKind)
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    text = models.TextField(_("note"), max_length=TEXT_LENGTH, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("answer to a preview")
        verbose_name_plural = _("answers to previews")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AnswerKind.values), name="preview_answer_kind_known"),
            models.CheckConstraint(condition=~Q(name=""), name="preview_answer_has_name"),
        ]

    def __str__(self):
        return f"{self.name}: {self.text}"
