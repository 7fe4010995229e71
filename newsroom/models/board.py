from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.board.editions import Arranging

NAME_LENGTH = 301


class Board(Arranging, models.Model):
    """What stands where on the front page, or (with ``section``) on a section's front.

    It points at three editions: what readers see, what the desk works on, and what will replace it at a time.
    """

    section = models.OneToOneField(
        "articles.Section", on_delete=models.CASCADE, null=True, blank=True, related_name="board"
    )
    live_edition = models.ForeignKey(
        "newsroom.Edition", on_delete=models.RESTRICT, null=True, related_name="+"
    )
    draft_edition = models.ForeignKey(
        "newsroom.Edition", on_delete=models.RESTRICT, null=True, related_name="+"
    )
    scheduled_edition = models.ForeignKey(
        "newsroom.Edition", on_delete=models.RESTRICT, null=True, related_name="+"
    )
    goes_live_at = models.DateTimeField(null=True)
    stopped_because = models.CharField(max_length=500, blank=True)
    modified_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("board")
        verbose_name_plural = _("boards")
        ordering = ["pk"]
        permissions = [("arrange_board", "Can arrange the front page and the sections’ fronts")]
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(section__isnull=True), name="board_one_front_page"
            ),
            models.CheckConstraint(
                condition=Q(goes_live_at__isnull=True, scheduled_edition__isnull=True)
                | Q(goes_live_at__isnull=False, scheduled_edition__isnull=False),
                name="board_schedule_is_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["goes_live_at"], condition=Q(goes_live_at__isnull=False), name="board_due")
        ]

    def __str__(self):
        return str(self.section or _("Front page"))


class Edition(models.Model):
    """One arrangement of a board, as somebody left it. Rows are added and never changed."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="editions")
    content = models.JSONField()
    base = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    author_name = models.CharField(max_length=NAME_LENGTH)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["board", "-id"], name="edition_of_board")]

    def __str__(self):
        return f"{self.board} № {self.pk}"


class BoardEvent(models.Model):
    """One line of a board's log: who did what with which edition, and when. Rows are added, never changed."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="events")
    edition = models.ForeignKey(Edition, on_delete=models.SET_NULL, null=True, related_name="events")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    actor_name = models.CharField(max_length=NAME_LENGTH)
    verb = models.CharField(max_length=24)
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("board log entry")
        verbose_name_plural = _("board log entries")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["board", "-at", "-id"], name="board_event_newest")]

    def __str__(self):
        return f"{self.board}: {self.verb}"
