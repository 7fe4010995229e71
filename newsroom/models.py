from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Somebody with a login: reporter, editor, moderator or chief. Readers have none."""

    def __str__(self):
        return self.get_full_name() or self.username


class Purge(models.Model):
    """Surrogate keys that have changed and that no cache has been told of yet: written in the transaction that changes them."""

    keys = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.keys


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
