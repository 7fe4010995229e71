"""Which stories are what. What the public may see is said here, in ``published``, and nowhere else."""

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Now

from articles.choices import Status
from articles.models.byline import Byline

# The rule, once. Everything that must not show a story before its time asks ``published``.
PUBLIC = Q(status=Status.PUBLISHED, publish_at__lte=Now())


class ArticleQuerySet(models.QuerySet):
    def published(self):
        """Stories the public may see, by the database's clock: a scheduled story appears without anything running."""
        return self.filter(PUBLIC)

    def scheduled(self):
        """Stories that will be public at their time."""
        return self.filter(status=Status.PUBLISHED, publish_at__gt=Now())

    def gone(self):
        """Stories that were public and are not now; their addresses answer 410."""
        return self.filter(first_published_at__lte=Now()).exclude(PUBLIC)

    def withdrawn(self):
        return self.filter(status=Status.WITHDRAWN)

    def awaiting_review(self):
        return self.filter(status=Status.IN_REVIEW)

    def drafts(self):
        return self.filter(status=Status.DRAFT)

    def newest_first(self):
        return self.order_by("-publish_at", "-pk")

    def own(self, user):
        """Stories a user began or is a byline of."""
        return self.filter(Q(created_by=user) | _has_byline_of(user))

    def visible_to(self, user):
        """Stories a user may read at the desk: editors all, others the public ones and their own."""
        if user.has_perm("articles.edit_any_article"):
            return self
        return self.filter(PUBLIC | Q(created_by=user) | _has_byline_of(user))

    def with_list_relations(self):
        """With everything a card shows and nothing else, in two queries whatever the number of stories."""
        return self.select_related("section", "lead_photo").prefetch_related(BYLINES).defer("body")

    def with_page_relations(self):
        """With everything the story's own page shows."""
        return self.select_related("section", "lead_photo").prefetch_related(BYLINES, "tags")

    def with_next_change(self):
        """Annotate ``next_change_at``: when the next scheduled story comes out, or None. Costs no query of its own."""
        soonest = self.model.objects.scheduled().order_by("publish_at").values("publish_at")[:1]
        return self.annotate(next_change_at=Subquery(soonest))

    def next_change_at(self):
        """When the next scheduled story comes out, or None."""
        return self.scheduled().order_by("publish_at").values_list("publish_at", flat=True).first()

    def neighbours_of(self, article):
        """The public stories that came out just before and just after, as a pair; None where there is none."""
        at, pk = article.publish_at, article.pk
        public = self.model.objects.published()
        # A range with a remainder, so that the index gives the answer in one step.
        before = (
            public.filter(publish_at__lte=at)
            .exclude(publish_at=at, pk__gte=pk)
            .order_by("-publish_at", "-pk")
        )
        after = (
            public.filter(publish_at__gte=at).exclude(publish_at=at, pk__lte=pk).order_by("publish_at", "pk")
        )
        found = self.filter(Q(pk=Subquery(before.values("pk")[:1])) | Q(pk=Subquery(after.values("pk")[:1])))
        previous = following = None
        for story in found:
            if (story.publish_at, story.pk) < (at, pk):
                previous = story
            else:
                following = story
        return previous, following


BYLINES = Prefetch("bylines", Byline.objects.select_related("author"))


def _has_byline_of(user):
    return Exists(Byline.objects.filter(article=OuterRef("pk"), author__user=user))
