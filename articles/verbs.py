"""What can be done to a story. Every door (desk, commands, importers) comes through here.

A verb acts on the row as it is stored, under a lock: it checks that the actor may do it and that the story is in a state
for it, changes status and times, writes one line of the log and names the cache keys it touches, in one transaction. It
raises ``PermissionDenied``, ``refusals.WrongState`` or ``refusals.Incomplete``, and then nothing has changed.
"""

from contextlib import contextmanager
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from articles import surrogates
from articles.choices import Status, Verb
from articles.refusals import NEEDED_FOR_REVIEW, Incomplete, WrongState
from articles.state import clock
from newsroom.caching import touch


class Move(set):
    """The columns a verb changes beside those of every move, and what its line in the log says."""

    def __init__(self, note):
        super().__init__()
        self.note, self.revision = note, None


class Verbs:
    """The verbs of ``Article`` that move it. ``articles.drafting`` has those that store what was typed,
    ``articles.publishing`` those that show it to readers."""

    def submit(self, *, by):
        """Hand a draft to the editors."""
        with self._moving(Verb.SUBMITTED, by) as move:
            self._must_be(Status.DRAFT)
            if not self.may_be_changed_by(by):
                raise PermissionDenied
            self.must_have(NEEDED_FOR_REVIEW)
            self.status, move.revision = Status.IN_REVIEW, self.draft_revision

    def reopen(self, *, by):
        """Take a story back from review, by an editor or by whoever wrote it."""
        with self._moving(Verb.REOPENED, by):
            self._must_be(Status.IN_REVIEW)
            if not self.may_be_reopened_by(by):
                raise PermissionDenied
            self.status = Status.DRAFT

    def unschedule(self, *, by):
        """Take a scheduled story back: to draft, or to withdrawn if it had been public before."""
        with self._moving(Verb.UNSCHEDULED, by):
            self._must_be_released_by(by)
            if not self.is_scheduled:
                raise WrongState(_("This story is not scheduled: %s") % self.state.sentence)
            self._go_in()

    def withdraw(self, reason, *, by, notice=""):
        """Take a live story off every page; its address answers 410 with the notice. The reason is for the log."""
        with self._moving(Verb.WITHDRAWN, by, note=reason) as move:
            self._must_be_released_by(by)
            if not self.is_public:
                raise WrongState(_("Only a live story can be withdrawn: %s") % self.state.sentence)
            self._must_say_why(reason)
            self.withdrawn_notice, move.revision = notice.strip(), self.live_revision
            self._go_in()
            self.unshare(by=by)

    def schedule_withdrawal(self, at, reason, *, by, notice=""):
        """Take a story that is or will be live off every page from a moment to come (an aware datetime)."""
        with self._moving(Verb.WITHDRAWAL_SCHEDULED, by) as move:
            self._must_be_released_by(by)
            if not (self.is_public or self.is_scheduled):
                raise WrongState(
                    _("Only a story that is live or scheduled can be withdrawn: %s") % self.state.sentence
                )
            self._must_say_why(reason)
            move.note = f"{must_come(at, 'withdraw_at')} · {reason}"
            if at <= self.publish_at:
                raise Incomplete({"withdraw_at": [_("It comes out only after that. Change one of the two.")]})
            self.withdraw_at, self.withdraw_reason = at, reason.strip()
            self.withdrawn_notice = notice.strip()

    def unschedule_withdrawal(self, *, by):
        """Let a story stay that was to be withdrawn."""
        with self._moving(Verb.WITHDRAWAL_UNSCHEDULED, by):
            self._must_be_released_by(by)
            if not self.withdraw_at or self.is_expired:
                raise WrongState(_("No withdrawal of this story is scheduled."))
            self._forget_withdrawal()

    def apply_withdrawal(self):
        """Note that a scheduled withdrawal has come to pass; readers have not seen the story since its time."""
        with self._moving(Verb.WITHDRAWN, None) as move:
            if not self.is_expired:
                raise WrongState(_("No withdrawal of this story is due."))
            move.note, move.revision, notice = self.withdraw_reason, self.live_revision, self.withdrawn_notice
            self._go_in()
            self.withdrawn_notice = notice
            self.unshare(by=None)

    def set_embargo(self, until, *, by):
        """Forbid everybody to publish before a moment (an aware datetime); None lifts it.

        Whoever may write in the story may set one or make it longer; ending it earlier is for those who publish.
        """
        verb = Verb.EMBARGOED if until else Verb.EMBARGO_LIFTED
        with self._moving(verb, by) as move:
            if not self.may_be_changed_by(by):
                raise PermissionDenied
            if self.is_embargoed and (until is None or until < self.embargo_until):
                self._must_be_released_by(by)
            if self.is_public:
                raise WrongState(_("This story is already live."))
            if until:
                move.note = must_come(until, "embargo_until")
                if self.is_scheduled and self.publish_at < until:
                    raise Incomplete(
                        {
                            "embargo_until": [
                                _("It goes out %s, before that. Move it first.") % clock(self.publish_at)
                            ]
                        }
                    )
            self.embargo_until = until

    for _verb in (submit, reopen, unschedule, withdraw, schedule_withdrawal, unschedule_withdrawal):
        _verb.alters_data = True
    for _verb in (apply_withdrawal, set_embargo):
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
        """The transaction of a move; ``by`` is None where the clock does it. Yields the ``Move``."""
        with transaction.atomic():
            self._lock()
            before = {name: getattr(self, name) for name in STANDING}
            keys = surrogates.changed_by(self)
            move = Move(note)
            yield move
            self.stopped_because = ""
            try:
                with transaction.atomic():
                    self.save(update_fields={*STANDING, *move})
            except IntegrityError as error:
                # Whoever holds this instance must not take it for what is stored.
                vars(self).update(before)
                raise WrongState(_("Another story has just taken this address. Try once more.")) from error
            self.log(verb, by, before["status"], move.note, revision=move.revision)
            touch(keys | surrogates.changed_by(self))

    def _must_be(self, status):
        if self.status != status:
            raise WrongState(_("This cannot be done now: %s") % self.state.sentence)

    def _must_be_released_by(self, user):
        if not self.may_be_released_by(user):
            raise PermissionDenied

    def _must_say_why(self, reason):
        if not reason.strip():
            raise Incomplete({"reason": [_("Say why the story is withdrawn.")]})

    def _stand_public_from(self, at):
        self.status, self.publish_at = Status.PUBLISHED, at

    def _go_in(self):
        if self.was_public:
            self.publish_at = self.first_published_at
            self.status = Status.WITHDRAWN
        else:
            self.publish_at = self.first_published_at = self.published_on = None
            self.status = Status.DRAFT
        self.is_awaited = False
        self._forget_update()
        self.withdraw_at, self.withdraw_reason = None, ""

    def _forget_withdrawal(self):
        self.withdraw_at, self.withdraw_reason, self.withdrawn_notice = None, "", ""


def must_come(at, field):
    """A moment to come, in words for the log. Raises ``Incomplete``, for this field, where it lies behind, or so far ahead
    that nobody can have meant it."""
    if at <= now():
        raise Incomplete({field: [_("This time has passed. Choose one to come.")]})
    if at - now() > FURTHEST:
        raise Incomplete({field: [_("This is more than ten years ahead. Look at the year.")]})
    return clock(at)


# Nobody plans further; what is beyond is a slip of the finger, or at the end of the calendar no time at all.
FURTHEST = timedelta(days=3_660)
STANDING = (
    *("status", "publish_at", "first_published_at", "published_on", "slug", "updated_at", "modified_at"),
    *("live_revision", "draft_revision", "scheduled_revision", "update_at", "update_kind", "update_note"),
    *("withdraw_at", "withdraw_reason", "withdrawn_notice", "embargo_until", "is_awaited", "stopped_because"),
)
