"""Which comments are what. What the public may see is said here, in ``approved``, and nowhere else."""

from datetime import UTC, datetime

from django.db import models
from django.db.models import Count, F, Subquery, Value
from django.db.models.functions import Coalesce

from comments.choices import Status

BEFORE_ALL = Value(datetime(1, 1, 2, tzinfo=UTC), output_field=models.DateTimeField())


class CommentQuerySet(models.QuerySet):
    def approved(self):
        """Comments the public may see, on stories the public may see (ask the story first)."""
        return self.filter(status=Status.APPROVED)

    def pending(self):
        return self.filter(status=Status.PENDING)

    def rejected(self):
        return self.filter(status=Status.REJECTED)

    def spam(self):
        return self.filter(status=Status.SPAM)

    def oldest_first(self):
        return self.order_by("created_at", "pk")

    def newest_first(self):
        return self.order_by("-created_at", "-pk")

    def threads_of(self, article, *, size, before=None):
        """The approved comments of a story's newest ``size`` threads, in one query that reads no others.

        Newest thread first, each with its first comment ahead and the answers in their order. ``before`` leaves out the
        threads that began then or later. Every row carries ``total``, the number of approved comments on the story, and
        ``next_thread_at``, when the next older thread began, or None.
        """
        approved = self.model.objects.approved().filter(article=article)
        threads = approved if before is None else approved.filter(thread_at__lt=before)
        first_of_next = (
            threads.filter(parent=None).order_by("-thread_at").values("thread_at")[size : size + 1]
        )
        total = approved.order_by().values("article").annotate(n=Count("pk")).values("n")
        return (
            threads.annotate(next_thread_at=Subquery(first_of_next), total=Subquery(total))
            .filter(thread_at__gt=Coalesce(Subquery(first_of_next), BEFORE_ALL))
            .order_by("-thread_at", F("root").asc(nulls_first=True), "created_at", "pk")
        )
