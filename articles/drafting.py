"""Storing what was typed into a story, so that nobody's words are lost and nothing becomes public by it.

Everything typed becomes a ``Revision``. A story no reader can see takes the words into its row as well; one that readers
see keeps its row, and the words wait behind it as a newer draft. Whoever saves on a version that is not the newest any
more is merged with what has come since, field by field and paragraph by paragraph; where two changed the same paragraph
nothing is taken, and both texts are there for a person to choose from.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles import preflight, surrogates
from articles.choices import RevisionKind, Status, Verb
from articles.content import COLUMNS, COMPARED, KINDS, authors_of, cleaned, content_of, put_on, tags_of
from articles.differences import summary
from articles.figures import figures_of, note_uses
from articles.merging import StoryMerge, merge_story
from articles.models.revision import Revision
from articles.refusals import MISSING, NEEDED_BY_READERS, Incomplete, WrongState
from articles.settling import is_settled, settled
from newsroom.caching import touch


@dataclass(frozen=True)
class Saved:
    """What became of a save: the version that holds it, and the merge that a person has to finish, if any."""

    revision: Revision
    is_changed: bool = True
    is_merged: bool = False
    #: Whether somebody had saved since the page was opened: what is newest now was not before the eyes of whoever pressed.
    is_behind: bool = False
    #: Set when the save overlaps another: nothing but ``revision``, which holds what was typed, was stored.
    clash: StoryMerge | None = None


class Drafting:
    """The verbs of ``Article`` that store words. None of them changes where a story stands."""

    @classmethod
    def begin(cls, content, *, by, token=None):
        """A new draft with this content. The same ``token`` (a UUID) twice gives the same story, as it was begun.

        Raises ``PermissionDenied`` and ``ValidationError``, by field, for what does not fit.
        """
        if not by.has_perm("articles.add_article"):
            raise PermissionDenied
        content = cleaned(content)
        try:
            with transaction.atomic():
                story = cls(created_by=by, status=Status.DRAFT, form_token=token)
                put_on(story, content)
                story.save()
                story._relate(content)
                story._take(story._keep(content, RevisionKind.SAVED, by=by))
                story.log(Verb.CREATED, by, Status.DRAFT, revision=story.draft_revision)
        except IntegrityError:
            twin = token and cls.objects.filter(form_token=token).first()
            if not twin:
                raise
            if twin.created_by_id != by.pk:
                raise PermissionDenied from None
            return twin
        return story

    def save_draft(self, content, *, by, base=None) -> Saved:
        """Store what ``by`` typed on top of the version with the key ``base``: 0 for a story that had none when its page was
        opened, None for whatever is newest.

        Raises ``PermissionDenied`` and ``ValidationError``, by field, for what does not fit; then nothing is stored.
        """
        content = cleaned(content)
        with transaction.atomic():
            self._lock()
            if not self.may_be_changed_by(by):
                raise PermissionDenied
            head = self._head()
            seen = head if base is None else self._seen(base, head)
            content = self._with_fixed_address(content, head)
            if content == seen.content:
                return Saved(head, is_changed=False, is_behind=seen.pk != head.pk)
            if seen.pk == head.pk:
                revision = self._keep(content, RevisionKind.SAVED, by=by, base=head)
                self._store(revision, Verb.REVISED, by)
                return Saved(revision)
            return self._merge_in(content, seen, head, by)

    def settle(self, aside, choices, *, by, head) -> Saved:
        """Finish the merge of a version that was saved aside, as a person chose at each clash: ``choices`` has “mine”,
        “theirs” or “both” under ``(field, number)``. ``head`` is the key of the version the choice was made against.

        Comes back with ``clash`` set, and nothing stored, where a choice is missing or something newer has come.
        """
        with transaction.atomic():
            self._lock()
            if not self.may_be_changed_by(by):
                raise PermissionDenied
            newest = self._head()
            merge = self.merge_of(aside)
            if newest.pk != head or not is_settled(merge, choices):
                return Saved(aside, clash=merge)
            content = self._with_fixed_address(settled(merge, choices), newest)
            if content == newest.content:
                return Saved(newest, is_changed=False)
            merged = self._keep(content, RevisionKind.MERGED, by=by, base=newest)
            self._store(merged, Verb.MERGED, by, note=f"№ {aside.pk}")
            return Saved(merged)

    def merge_of(self, aside) -> StoryMerge:
        """What becomes of a version that was saved aside, brought together with the newest one."""
        seen = aside.base or self._first()
        return merge_story(seen.content, aside.content, self.draft_content, KINDS)

    def restore(self, revision, *, by):
        """Bring the words of an older version back, as a new one on top of all. Returns it."""
        with transaction.atomic():
            self._lock()
            if not self.may_be_changed_by(by):
                raise PermissionDenied
            head = self._head()
            content = self._with_fixed_address(cleaned(head.content | revision.content), head)
            restored = self._keep(content, RevisionKind.RESTORED, by=by, base=head)
            self._store(restored, Verb.RESTORED, by, note=f"№ {revision.pk}")
            return restored

    def remove(self, *, by):
        """Delete a story that readers have never been promised, with all its versions. The log keeps a line of it.

        Raises ``PermissionDenied``, and ``WrongState`` for a story that is or was public, or will be.
        """
        with transaction.atomic():
            self._lock()
            if not self.may_be_removed_by(by):
                raise PermissionDenied
            if self.published_on or self.state.code != "draft":
                raise WrongState(_("Only a draft can be deleted: %s") % self.state.sentence)
            self.log(Verb.REMOVED, by, self.status, f"№ {self.pk} · {self}")
            self.events.filter(verb=Verb.REMOVED).update(article=None)
            self.delete()

    for _verb in (save_draft, settle, restore, remove):
        _verb.alters_data = True
    del _verb

    @property
    def draft_content(self) -> dict:
        """What the desk works on: the newest version, or the row of a story that has none."""
        return self.draft_revision.content if self.draft_revision_id else content_of(self)

    @property
    def has_newer_draft(self):
        """Whether words wait behind those that readers see."""
        return self.draft_revision_id is not None and self.draft_revision_id != self.live_revision_id

    def is_behind(self, base):
        """Whether somebody has saved since a page with the version ``base`` (its key, or 0) was opened."""
        if not base:
            return self.draft_revision_id is not None and self._first().pk != self.draft_revision_id
        return base != self.draft_revision_id

    def must_have(self, names):
        """Raise ``Incomplete`` with a sentence for each of these fields that is empty."""
        missing = [name for name in names if not getattr(self, self._meta.get_field(name).attname)]
        if missing:
            raise Incomplete({name: [MISSING[name]] for name in missing})

    def _lock(self):
        """Read the row as it is stored, and keep others from it until the transaction ends."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())

    def _head(self):
        """The version the desk works on; a story that has none yet gets its row as the first."""
        if self.draft_revision_id is None:
            first = self._keep(content_of(self), RevisionKind.SAVED, by=self.created_by, summary={})
            self.live_revision = self.draft_revision = first
            type(self).objects.filter(pk=self.pk).update(live_revision=first, draft_revision=first)
        return self.draft_revision

    def _first(self):
        return self.revisions.exclude(kind=RevisionKind.AUTOSAVE).order_by("pk").first()

    def _seen(self, base, head):
        """The version a page was opened with. One that is not of this story counts as the oldest: that asks most."""
        if base == head.pk:
            return head
        return self.revisions.filter(pk=base).first() or self._first()

    def _with_fixed_address(self, content, head):
        """An address that readers know is changed by ``readdress`` alone."""
        return content | {"slug": head.content["slug"]} if self.published_on else content

    def _keep(self, content, kind, *, by, base=None, **fields):
        """Store a version, told apart from its base."""
        if base and "summary" not in fields:
            fields["summary"] = summary(base.content, content, COMPARED)._asdict()
        return self.revisions.create(
            kind=kind, content=content, base=base, author=by, author_name=str(by or ""), **fields
        )

    def _merge_in(self, content, seen, head, by):
        aside = self._keep(content, RevisionKind.ASIDE, by=by, base=seen)
        merge = merge_story(seen.content, content, head.content, KINDS)
        if not merge.is_clean:
            self.log(Verb.CLASHED, by, self.status, ", ".join(merge.clashes), revision=aside)
            return Saved(aside, clash=merge)
        if merge.values == head.content:
            return Saved(head, is_changed=False, is_behind=True)
        merged = self._keep(merge.values, RevisionKind.MERGED, by=by, base=head)
        self._store(merged, Verb.MERGED, by)
        return Saved(merged, is_merged=True, is_behind=True)

    def _store(self, revision, verb, by, note=""):
        """Make a version the newest; a story that readers cannot see takes it into its row."""
        keys = surrogates.changed_by(self)
        self._take(revision)
        note = note or ", ".join(revision.summary.get("fields", ()))
        self.log(verb, by, self.status, note, revision=revision)
        touch(keys | surrogates.changed_by(self))

    def _take(self, revision):
        self.draft_revision = revision
        fields = ["draft_revision", "modified_at"]
        if self._lives_in_its_row(revision.content):
            fields += self._adopt(revision)
        else:
            note_uses(self)
        self.save(update_fields=fields)

    def _lives_in_its_row(self, content):
        if self.is_public:
            return False
        # What is promised to go out stays fit to: a text that is not waits behind it.
        return not self.is_scheduled or not preflight.stops(self, content, live=self, at=self.publish_at)

    def _adopt(self, revision):
        """Take a version's words into the row in hand: the only way they get there. Returns the columns still to be saved.

        A story that is out, or will be, must keep what readers need: raises ``Incomplete``.
        """
        slug = self.slug
        put_on(self, revision.content)
        if self.published_on:
            self.slug = slug
        if self.status == Status.PUBLISHED:
            self.must_have(NEEDED_BY_READERS)
        self._relate(revision.content)
        self.live_revision = revision
        self.figures = figures_of(revision.content)
        note_uses(self)
        return [*COLUMNS, "live_revision", "figures"]

    def _relate(self, content):
        if content["bylines"] != [author.pk for author in self.authors]:
            self.set_bylines(authors_of(content))
        if content["tags"] != sorted(tag.pk for tag in self.tags.all()):
            self.tags.set(tags_of(content))
