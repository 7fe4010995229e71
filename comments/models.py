"""What readers write, and the log of what became of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.choices import Action, HoldReason, Status
from comments.querysets import CommentQuerySet


class Comment(models.Model):
    """A reader's words on a story: plain text, escaped wherever it is shown. Its state moves by ``moderation.decide``."""

    # A story with readers' words under it is withdrawn, not deleted.
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="comments")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )
    root = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="thread")
    # When the thread began: the first comment's own time, carried by every answer, so that one range holds a page.
    thread_at = models.DateTimeField()
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Three times what the form takes: tidying can make three code points of one.
    name = models.CharField(_("name"), max_length=240)
    name_key = models.CharField(max_length=320)
    text = models.TextField(_("comment"))
    text_hash = models.CharField(max_length=64)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.PENDING)
    hold_reasons = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=1)
    # What makes a double submit one comment. Null for comments that came by another door than the form.
    submission_token = models.UUIDField(unique=True, null=True, blank=True)
    # A keyed hash of the sender's network, never the address.
    network_key = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(_("sent"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    #: True for the place of a comment that is no longer public, kept for its answers; set by ``comments.threads``.
    is_gone = False

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["-created_at", "-pk"]
        default_permissions = ["view"]
        permissions = [("moderate_comment", "Can approve and reject comments")]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="comment_status_known"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(text=""), name="comment_has_name_and_text"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True, root__isnull=True)
                | Q(parent__isnull=False, root__isnull=False),
                name="comment_answer_has_root",
            ),
            models.UniqueConstraint(
                fields=["article", "thread_at"],
                condition=Q(parent=None),
                name="comment_thread_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(
                fields=["article", "-thread_at", "created_at", "id"],
                condition=Q(status=Status.APPROVED),
                name="comment_approved_thread",
            ),
            models.Index(
                fields=["created_at", "id"], condition=Q(status=Status.PENDING), name="comment_queue"
            ),
            models.Index(fields=["status", "-created_at", "-id"], name="comment_by_status"),
            models.Index(fields=["article", "text_hash"], name="comment_same_text"),
            models.Index(fields=["network_key", "created_at"], name="comment_of_network"),
        ]

    def __str__(self):
        return f"{self.name}: {self.text[:60]}"

    def get_absolute_url(self):
        """Where readers find it, if it is approved."""
        return f"{self.article.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self):
        return f"comment-{self.pk}"

    @property
    def reasons(self):
        """Why it waits, in words; a code no longer known is shown as it is."""
        labels = dict(HoldReason.choices)
        return [labels.get(code, code) for code in self.hold_reasons]


class Event(models.Model):
    """One line of a comment's log. Rows are added, never changed or deleted; they outlive the moderator's login."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="events")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # First name, space and last name of a user; or the reader.
    actor_name = models.CharField(max_length=301, blank=True)
    action = models.CharField(max_length=12, choices=Action)
    from_status = models.CharField(max_length=8, choices=Status, blank=True)
    to_status = models.CharField(max_length=8, choices=Status)
    reason = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField()
    # Decisions taken with one press share it, so that they can be taken back together.
    batch = models.UUIDField(default=uuid.uuid4)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["comment", "version"], name="event_one_per_version")]
        indexes = [models.Index(fields=["batch"], name="event_of_batch")]

    def __str__(self):
        return f"{self.get_to_status_display()}: {self.actor_name}"
