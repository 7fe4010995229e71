"""Storing what was typed into a story. Never changes where the story stands."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import now

from articles import surrogates
from articles.choices import Status, Verb
from articles.refusals import MISSING, NEEDED_BY_READERS, Incomplete
from newsroom.caching import touch

CONTENT = (
    "kicker", "headline", "standfirst", "body", "language", "section_id", "lead_photo_id", "comment_mode",
)  # fmt: skip


class Writing:
    """The verb ``revise`` of ``Article``, and who may use it."""

    def may_be_changed_by(self, user):
        """Whether a user may write in this story: editors in all, reporters in their own drafts."""
        if not user.has_perm("articles.change_article"):
            return False
        return user.has_perm("articles.edit_any_article") or (
            self.status == Status.DRAFT and self.belongs_to(user)
        )

    def drafts_are_open_to(self, user):
        """Whether a user may see what was typed and is not public: editors in all stories, others in their own."""
        return user.has_perm("articles.edit_any_article") or self.belongs_to(user)

    def belongs_to(self, user):
        """Whether a user began the story or is a byline of it."""
        if user.pk is None:
            return False
        return self.created_by_id == user.pk or any(author.user_id == user.pk for author in self.authors)

    def revise(self, *, by, bylines=None, tags=None):
        """Store the content of this instance, and bylines (authors, in order) and tags if given. Returns whether
        anything was different.

        On a live story it is seen at once and moves ``updated_at``. Raises ``PermissionDenied``, ``ValidationError`` for
        what does not fit its field, and ``Incomplete`` where a story that is public or scheduled would lose what readers
        need.
        """
        self.clean_fields(exclude=[field.name for field in self._meta.fields if field.is_relation])
        with transaction.atomic():
            if self.pk is None:
                self._begin(by)
                self._relate(bylines, tags)
                return True
            stored = type(self).objects.select_for_update().get(pk=self.pk)
            if not stored.may_be_changed_by(by):
                raise PermissionDenied
            changed = self._changed_from(stored, bylines, tags)
            if stored.status == Status.PUBLISHED:
                self.must_have(NEEDED_BY_READERS)
            if changed:
                keys = surrogates.changed_by(stored)
                self._overwrite(stored)
                self._relate(bylines, tags)
                self.log(Verb.REVISED, by, stored.status, ", ".join(changed))
                touch(keys | surrogates.changed_by(self))
            return bool(changed)

    revise.alters_data = True

    def must_have(self, names):
        """Raise ``Incomplete`` with a sentence for each of these fields that is empty."""
        missing = [name for name in names if not getattr(self, self._meta.get_field(name).attname)]
        if missing:
            raise Incomplete({name: [MISSING[name]] for name in missing})

    def _begin(self, by):
        if not by.has_perm("articles.add_article"):
            raise PermissionDenied
        self.created_by = by
        self.status, self.slug = Status.DRAFT, "" if self.published_on else self.slug
        self.publish_at = self.first_published_at = self.published_on = self.updated_at = None
        self.save()
        self.log(Verb.CREATED, by, Status.DRAFT)

    def _overwrite(self, stored):
        for name in ("status", "publish_at", "first_published_at", "published_on"):
            setattr(self, name, getattr(stored, name))
        if stored.published_on:
            self.slug = stored.slug
        if stored.is_public:
            self.updated_at = now()
        self.save(update_fields=[*CONTENT, "slug", "updated_at", "modified_at"])

    def _changed_from(self, stored, bylines, tags):
        changed = [
            name.removesuffix("_id") for name in CONTENT if getattr(self, name) != getattr(stored, name)
        ]
        if self.slug != stored.slug and not stored.published_on:
            changed.append("slug")
        if bylines is not None and list(bylines) != stored.authors:
            changed.append("bylines")
        if tags is not None and set(tags) != set(stored.tags.all()):
            changed.append("tags")
        return changed

    def _relate(self, bylines, tags):
        if bylines is not None:
            self.set_bylines(bylines)
        if tags is not None:
            self.tags.set(tags)
