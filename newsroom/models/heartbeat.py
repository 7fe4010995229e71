from django.db import models


class Heartbeat(models.Model):
    """The last rounds of ``newsroom_tick``: that it lives, and what it did."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    # What failed, a line each, for the dashboard.
    problems = models.JSONField(default=list)

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.started_at:%Y-%m-%d %H:%M:%S}"
