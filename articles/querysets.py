"""Which stories are what. What the public may see is said here, in ``published``, and nowhere else."""

from datetime import UTC, datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.functions import Coalesce, Least, Now, NullIf

from articles.choices import Status
from articles.models.byline import Byline

# The rule, once. Everything that must not show a story before its time asks ``published``.
PUBLIC = Q(status=Status.PUBLISHED, publish_at__lte=Now()) & (
    Q(withdraw_at__isnull=True) | Q(withdraw_at__gt=Now())
)


# Said beside a status, although that implies it: SQLite takes the small index only where its condition stands in the query.
UNPUBLISHED = ~Q(status=Status.PUBLISHED)


class ArticleQuerySet(models.QuerySet):
    def published(self):
        """Stories the public may see, by the database's clock: a scheduled story appears without anything running."""
        return self.filter(PUBLIC)

    def public_at(self, moment):
        """Stories readers could see at a moment that is past, by the log: for the record, never for readers."""
        events = self.model._meta.get_field("events").related_model.objects
        lines = events.filter(article=OuterRef("pk"), at__lte=moment).order_by("-at", "-pk")
        stood = Coalesce(Subquery(lines.values("to_status")[:1]), F("status"))
        return self.annotate(stood=stood).filter(
            Q(withdraw_at__isnull=True) | Q(withdraw_at__gt=moment),
            stood=Status.PUBLISHED,
            publish_at__lte=moment,
        )

    def scheduled(self):
        """Stories that will be public at their time."""
        return self.filter(status=Status.PUBLISHED, publish_at__gt=Now())

    def gone(self):
        """Stories that were public and are not now; their addresses answer 410."""
        return self.filter(first_published_at__lte=Now()).exclude(PUBLIC)

    def formerly_at(self, date, slug):
        """The story that has had this address in public and stands elsewhere now: one, or none."""
        return self.filter(
            former_addresses__published_on=date,
            former_addresses__slug=slug,
            first_published_at__lte=Now(),
        )

    def withdrawn(self):
        """Stories that were taken back, by an editor or at the time one had given."""
        return self.filter(Q(status=Status.WITHDRAWN) & UNPUBLISHED | Q(withdraw_at__lte=Now()))

    def awaiting_review(self):
        return self.filter(UNPUBLISHED, status=Status.IN_REVIEW)

    def drafts(self):
        return self.filter(UNPUBLISHED, status=Status.DRAFT)

    def newest_first(self):
        return self.order_by("-publish_at", "-pk")

    def own(self, user):
        """Stories a user began, is a byline of or has been given."""
        # Three short lists brought together: an OR would look at every story.
        every = self.model.objects.order_by()
        begun, given = every.filter(created_by=user), every.filter(assignee=user)
        signed = Byline.objects.order_by().filter(author__user=user)
        return self.filter(pk__in=begun.values("pk").union(given.values("pk"), signed.values("article")))

    def visible_to(self, user):
        """Stories a user may read at the desk: editors all, others the public ones and their own."""
        if user.has_perm("articles.edit_any_article"):
            return self
        return self.filter(PUBLIC | _is_of(user))

    def writable_by(self, user):
        """Stories a user may write in: the twin of ``Ownership.may_be_changed_by`` for rows not in hand."""
        if not user.has_perm("articles.change_article"):
            return self.none()
        return self if user.has_perm("articles.edit_any_article") else self.own(user).drafts()

    def with_list_relations(self):
        """With everything a card shows and nothing else, in two queries whatever the number of stories."""
        return self.select_related("section", *PICTURES).prefetch_related(BYLINES).defer("body")

    def with_page_relations(self):
        """With everything the story's own page shows."""
        return self.select_related("section", *PICTURES).prefetch_related(BYLINES, "tags")

    def with_next_change(self):
        """Annotate ``next_change_at``: when the clock next changes what readers see, or None. Costs no query of its own."""
        return self.annotate(next_change_at=self.next_change())

    def next_change_at(self):
        """When the clock next changes what readers see (a story comes out, is updated or withdrawn), or None."""
        moments = [moment for changes in self._changes_to_come() if (moment := changes.first())]
        return min(moments, default=None)

    def next_change(self):
        """The same as an expression, for rows of any model."""
        soonest = [Coalesce(Subquery(changes[:1]), NEVER) for changes in self._changes_to_come()]
        # The smallest of several is none on some databases where any of them is none.
        return NullIf(Least(*soonest), NEVER)

    def _changes_to_come(self):
        every = self.model.objects
        return [
            stories.order_by(column).values_list(column, flat=True)
            for column, stories in (
                ("publish_at", every.scheduled()),
                ("update_at", every.filter(update_at__gt=Now())),
                ("withdraw_at", every.filter(withdraw_at__gt=Now())),
            )
        ]

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


NEVER = Value(datetime(9999, 1, 1, tzinfo=UTC), output_field=models.DateTimeField())
# The second is what is shown when the rights to the first are over.
PICTURES = ("lead_photo", "lead_photo__replacement")
BYLINES = Prefetch("bylines", Byline.objects.select_related("author"))


def _is_of(user):
    """The twin of ``Ownership.belongs_to``."""
    has_byline = Exists(Byline.objects.filter(article=OuterRef("pk"), author__user=user))
    return Q(created_by=user) | Q(assignee=user) | has_byline
