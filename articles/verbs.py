"""What can be done to a story. Every door (desk, commands, importers) comes through here.

A verb acts on the row as it is stored, under a lock: it checks that the actor may do it and that the story is in a state
for it, changes status and times, writes one line of the log and names the cache keys it touches, in one transaction. It
raises ``PermissionDenied``, ``refusals.WrongState`` or ``refusals.Incomplete``, and then nothing has changed.
"""

from contextlib import contextmanager
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from articles import surrogates
from articles.choices import Status, Verb
from articles.refusals import NEEDED_BY_READERS, NEEDED_FOR_REVIEW, Incomplete, WrongState
from articles.slugs import first_free
from newsroom.caching import touch
from newsroom.text import slug_of


class Verbs:
    """The verbs of ``Article`` that move it; ``articles.writing`` has the one that stores what was typed."""

    def submit(self, *, by):
        """Hand a draft to the editors."""
        with self._moving(Verb.SUBMITTED, by):
            self._must_be(Status.DRAFT)
            if not self.may_be_changed_by(by):
                raise PermissionDenied
            self.must_have(NEEDED_FOR_REVIEW)
            self.status = Status.IN_REVIEW

    def reopen(self, *, by):
        """Take a story back from review, by an editor or by whoever wrote it."""
        with self._moving(Verb.REOPENED, by):
            self._must_be(Status.IN_REVIEW)
            if not self.may_be_reopened_by(by):
                raise PermissionDenied
            self.status = Status.DRAFT

    def publish(self, *, by):
        """Make a story public now; one that was withdrawn returns to its old place and address."""
        with self._moving(Verb.PUBLISHED, by):
            self._must_be_ready_for_readers(by)
            returns = self.was_public
            # Whole seconds, so that a database whose clock is a little behind shows it to the next request.
            self._come_out(self.first_published_at if returns else now().replace(microsecond=0))

    def schedule(self, at, *, by):
        """Make a story public at a moment to come (an aware datetime); a scheduled one is moved."""
        with self._moving(Verb.SCHEDULED, by):
            self._must_be_ready_for_readers(by)
            if at <= now():
                raise Incomplete(
                    {"goes_out_at": [_("This time has passed. Choose one to come, or publish now.")]}
                )
            if at - now() > FURTHEST:
                raise Incomplete({"goes_out_at": [_("This is more than ten years ahead. Look at the year.")]})
            self._come_out(at)

    def unschedule(self, *, by):
        """Take a scheduled story back: to draft, or to withdrawn if it had been public before."""
        with self._moving(Verb.UNSCHEDULED, by):
            self._must_be_released_by(by)
            if not self.is_scheduled:
                raise WrongState(_("This story is not scheduled: %s") % self.state.sentence)
            self._go_in()

    def withdraw(self, reason, *, by):
        """Take a live story off every page; its address answers 410. The reason is for the log."""
        with self._moving(Verb.WITHDRAWN, by, note=reason):
            self._must_be_released_by(by)
            if not self.is_public:
                raise WrongState(_("Only a live story can be withdrawn: %s") % self.state.sentence)
            if not reason.strip():
                raise Incomplete({"reason": [_("Say why the story is withdrawn.")]})
            self._go_in()

    for _verb in (submit, reopen, publish, schedule, unschedule, withdraw):
        _verb.alters_data = True
    del _verb

    def may_be_reopened_by(self, user):
        if not user.has_perm("articles.change_article"):
            return False
        return user.has_perm("articles.edit_any_article") or self.belongs_to(user)

    def may_be_released_by(self, user):
        """Whether a user decides what readers see: may publish, schedule and withdraw this story."""
        return user.has_perm("articles.publish_article") and user.has_perm("articles.edit_any_article")

    @contextmanager
    def _moving(self, verb, by, note=""):
        with transaction.atomic():
            self.refresh_from_db(from_queryset=type(self).objects.select_for_update())
            before = {name: getattr(self, name) for name in STANDING}
            keys = surrogates.changed_by(self)
            yield
            try:
                with transaction.atomic():
                    self.save(update_fields=STANDING)
            except IntegrityError as error:
                # Whoever holds this instance must not take it for what is stored.
                vars(self).update(before)
                raise WrongState(_("Another story has just taken this address. Try once more.")) from error
            self.log(verb, by, before["status"], note)
            touch(keys | surrogates.changed_by(self))

    def _must_be(self, status):
        if self.status != status:
            raise WrongState(_("This cannot be done now: %s") % self.state.sentence)

    def _must_be_released_by(self, user):
        if not self.may_be_released_by(user):
            raise PermissionDenied

    def _must_be_ready_for_readers(self, user):
        self._must_be_released_by(user)
        if self.is_public:
            raise WrongState(_("This story is already live."))
        self.must_have(NEEDED_BY_READERS)

    def _come_out(self, at):
        if not self.was_public:
            self.first_published_at = at
            self.published_on = localdate(at)
            self.slug = self._free_slug()
        self.publish_at = at
        self.status = Status.PUBLISHED

    def _go_in(self):
        if self.was_public:
            self.publish_at = self.first_published_at
            self.status = Status.WITHDRAWN
        else:
            self.publish_at = self.first_published_at = self.published_on = None
            self.status = Status.DRAFT

    def _free_slug(self):
        stem = self.slug or slug_of(self.headline, limit=STEM_LENGTH) or f"article-{self.pk}"
        same_day = type(self).objects.filter(published_on=self.published_on).exclude(pk=self.pk)
        return first_free(stem, same_day, limit=self._meta.get_field("slug").max_length)


# An address is read out and typed; a hundred characters of a headline are enough to know it by.
STEM_LENGTH = 100
# Nobody plans further; what is beyond is a slip of the finger, or at the end of the calendar no time at all.
FURTHEST = timedelta(days=3_660)
STANDING = ("status", "publish_at", "first_published_at", "published_on", "slug", "modified_at")
