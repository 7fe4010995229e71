"""What makes words public: coming out, and every change of a live story's text.

Each verb is one transaction: the version's words go into the row under the rules for what readers need, the log gets its
line, the cache keys are named. What happens after is never half of it.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from articles import preflight
from articles.choices import ChangeKind, RevisionKind, Verb
from articles.content import KINDS, cleaned, content_of
from articles.merging import merge_story
from articles.refusals import NEEDED_BY_READERS, Incomplete, WrongState
from articles.state import clock
from articles.verbs import must_come
from newsroom.caching import touch


class Publishing:
    """The verbs of ``Article`` that decide which words readers see."""

    def publish(self, *, by, override=""):
        """Make a story public now; one that was withdrawn returns to its old place and address.

        ``override``: the reason why a check that says no is passed over, by somebody who may.
        """
        with self._moving(Verb.PUBLISHED, by) as move:
            self._get_ready(by, move, override)
            if self.is_embargoed:
                raise Incomplete({"embargo_until": [self._embargo_in_words()]})
            # Whole seconds, so that a database whose clock is a little behind shows it to the next request.
            moment = now().replace(microsecond=0)
            self._come_out(self.first_published_at if self.was_public else moment)

    def schedule(self, at, *, by, override=""):
        """Make a story public at a moment to come (an aware datetime); a scheduled one is moved."""
        with self._moving(Verb.SCHEDULED, by) as move:
            self._get_ready(by, move, override, at)
            move.note = must_come(at, "goes_out_at")
            if self.embargo_until and at < self.embargo_until:
                raise Incomplete({"goes_out_at": [self._embargo_in_words()]})
            if self.withdraw_at and self.withdraw_at <= at:
                raise Incomplete(
                    {"goes_out_at": [_("It is to be withdrawn before that. Change one of the two.")]}
                )
            self._come_out(at)

    def update_live(self, *, by, kind, note="", override=""):
        """Show readers the newer draft of a live story. ``kind`` (``ChangeKind``) is what that is to them; a correction,
        clarification or retraction carries a ``note`` for them."""
        with self._moving(Verb.UPDATED, by, note=_in_a_line(kind, note)) as move:
            self._must_be_live_for(by)
            if not self.has_newer_draft:
                raise WrongState(_("Nothing is newer than what readers see."))
            _must_say(kind, note)
            was = content_of(self)
            self._put_live(self.draft_revision, move)
            self._pass_checks(by, override)
            self._tell_readers(kind, note)
            self._carry(was, by)

    def fix_live(self, content, *, by, kind, note="", base=None, override=""):
        """Put a quick fix into the text readers see, and carry it into the newer draft and the scheduled update.

        ``base`` is the key of the live version that was on the page. What was typed is stored first, whatever comes of it.
        """
        content = cleaned(content)
        with transaction.atomic():
            self._lock()
            if not self.may_be_released_by(by):
                raise PermissionDenied
            self._head()
            live = self.live_revision
            seen = live if base is None else self._seen(base, live)
            content = self._with_fixed_address(content, live)
            if content == seen.content:
                raise WrongState(_("Nothing is different from what readers see."))
            typed = self._keep(content, RevisionKind.ASIDE, by=by, base=seen)
        with self._moving(Verb.UPDATED, by, note=_in_a_line(kind, note)) as move:
            self._must_be_live_for(by)
            _must_say(kind, note)
            was = content_of(self) | {"slug": content["slug"]}
            merge = merge_story(seen.content, content, was, KINDS)
            if not merge.is_clean:
                raise WrongState(
                    _(
                        "Somebody has changed the live text in the same place. Your fix is kept in the history, № %d."
                    )
                    % typed.pk
                )
            if merge.values != content:
                typed = self._keep(merge.values, RevisionKind.MERGED, by=by, base=self.live_revision)
            self._put_live(typed, move)
            self._pass_checks(by, override)
            self._tell_readers(kind, note)
            self._carry(was, by)

    def schedule_update(self, at, *, by, kind, note="", override=""):
        """Let the newest draft of a live story replace its text at a moment to come. Later drafts stay behind it."""
        with self._moving(Verb.UPDATE_SCHEDULED, by) as move:
            self._must_be_live_for(by)
            if not self.has_newer_draft:
                raise WrongState(_("Nothing is newer than what readers see."))
            _must_say(kind, note)
            move.note = f"{must_come(at, 'goes_out_at')} · {_in_a_line(kind, note)}"
            move.revision = self.draft_revision
            self._pass_checks(by, override, content=self.draft_revision.content, at=at)
            self.scheduled_revision, self.update_at = self.draft_revision, at
            self.update_kind, self.update_note = kind, note.strip()

    def unschedule_update(self, *, by):
        """Take the scheduled update back; its words stay, as the newer draft or in the history."""
        with self._moving(Verb.UPDATE_UNSCHEDULED, by, note=clock(self.update_at) if self.update_at else ""):
            self._must_be_released_by(by)
            if not self.update_at:
                raise WrongState(_("No update of this story is scheduled."))
            self._forget_update()

    def apply_update(self):
        """Do what ``schedule_update`` promised, once its time has come; by the clock, so nobody is asked for."""
        with self._moving(Verb.UPDATED, None) as move:
            if not self.update_at or self.update_at > now() or not self.is_public:
                raise WrongState(_("No update of this story is due."))
            was, kind, note = content_of(self), self.update_kind, self.update_note
            move.note = _in_a_line(kind, note)
            self._put_live(self.scheduled_revision, move)
            self._forget_update()
            self._tell_readers(kind, note)
            self._carry(was, None)

    for _verb in (publish, schedule, update_live, fix_live, schedule_update, unschedule_update, apply_update):
        _verb.alters_data = True
    del _verb

    def _put_live(self, revision, move):
        """Make a version the one readers see, in the row in hand."""
        move.update(self._adopt(revision))
        move.revision = revision

    def _pass_checks(self, by, override, content=None, at=None):
        """Raise ``Incomplete`` where a check says no, unless ``by`` may pass over it and says why; then that is logged.

        What is checked is the row in hand, or ``content``, as it would go out at a moment (None: now).
        """
        # The row as it is stored still has the text that readers see.
        live = type(self).objects.select_related("lead_photo").get(pk=self.pk) if self.is_public else None
        found = preflight.stops(self, content, live=live, at=at)
        reason = override.strip()
        if not found:
            return
        is_final = any(finding.is_final for finding in found)
        if not reason or is_final or not by.has_perm("articles.override_check_article"):
            raise preflight.refusal(found, was_overridden=bool(reason))
        codes = ", ".join(dict.fromkeys(finding.code for finding in found))
        revision = self.live_revision if content is None else self.draft_revision
        self.log(Verb.OVERRIDDEN, by, self.status, f"{codes}: {reason}", revision=revision)

    def _get_ready(self, by, move, override, at=None):
        self._must_be_released_by(by)
        if self.is_public:
            raise WrongState(_("This story is already live."))
        if self.has_newer_draft:
            self._put_live(self.draft_revision, move)
        else:
            move.revision = self.draft_revision
        self.must_have(NEEDED_BY_READERS)
        self._pass_checks(by, override, at=at)

    def _must_be_live_for(self, by):
        self._must_be_released_by(by)
        if not self.is_public:
            raise WrongState(_("Only a live story can be updated: %s") % self.state.sentence)

    def _come_out(self, at):
        if not self.was_public:
            self.first_published_at = at
            self.published_on = localdate(at)
            self.slug = self._free_slug()
        if self.embargo_until and self.embargo_until > at:
            # It has passed, and the story returns to where it stood before there was one.
            self.embargo_until = None
        if self.is_expired or not self.withdraw_at:
            self._forget_withdrawal()
        self._stand_public_from(at)
        self.is_awaited = at > now()

    def _tell_readers(self, kind, note):
        moment = now()
        if kind != ChangeKind.MINOR:
            self.updated_at = moment
        if kind in ChangeKind.with_note():
            self.corrections.create(kind=kind, note=note.strip(), revision=self.live_revision, at=moment)
            touch({"corrections"})

    def _forget_update(self):
        self.scheduled_revision = self.update_at = None
        self.update_kind = self.update_note = ""

    def _carry(self, was, by):
        """Bring what has just changed in the live text into the newer draft and the scheduled update behind it."""
        live = self.live_revision
        draft, scheduled = self.draft_revision, self.scheduled_revision
        self.draft_revision = live if draft is None else self._carried(draft, was, live, by)
        if scheduled == draft:
            self.scheduled_revision = scheduled and self.draft_revision
        elif scheduled:
            self.scheduled_revision = self._carried(scheduled, was, live, by)

    def _carried(self, waiting, was, live, by):
        """The version that should wait instead of this one now that the live text has changed from ``was``."""
        if waiting == live or waiting.content == live.content:
            return live
        merge = merge_story(was, waiting.content, live.content, KINDS)
        if not merge.is_clean:
            self.log(Verb.NOT_CARRIED, by, self.status, ", ".join(merge.clashes), revision=waiting)
            return waiting
        if merge.values == waiting.content:
            return waiting
        if merge.values == live.content:
            return live
        carried = self._keep(merge.values, RevisionKind.CARRIED, by=by, base=waiting)
        self.log(Verb.CARRIED, by, self.status, ", ".join(carried.summary["fields"]), revision=carried)
        return carried

    @property
    def is_embargoed(self):
        """Whether nobody may publish the story yet."""
        return self.embargo_until is not None and self.embargo_until > now()

    def _embargo_in_words(self):
        return _("Embargo until %s: it cannot be public before.") % clock(self.embargo_until)


def _must_say(kind, note):
    if kind not in ChangeKind.values:
        raise Incomplete({"change": [_("Say what kind of change this is.")]})
    if kind in ChangeKind.with_note() and not note.strip():
        raise Incomplete({"change_note": [_("Tell readers what was wrong, and what is right.")]})


def _in_a_line(kind, note):
    label = dict(ChangeKind.choices).get(kind, "")
    return f"{label}: {note}" if note else str(label)
