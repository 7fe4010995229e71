"""The verbs of ``Board``: an arrangement is saved, put live, scheduled, taken back, and none is ever lost.

Every save is a new row. Readers see the live edition, or the scheduled one from its time on, whether or not anything runs.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from articles.refusals import WrongState
from articles.state import clock
from newsroom.caching import touch

from .layout import cleaned, default_content
from .together import Overlap, bring_together
from .verbs import LIVE_VERBS, BoardVerb

MAY_ARRANGE = "newsroom.arrange_board"


@dataclass(frozen=True)
class Saved:
    """What became of a save: the edition that holds it."""

    edition: Any
    is_changed: bool = True
    #: Whether somebody had saved since the page was opened, so that what is newest now was not before the presser's eyes.
    is_behind: bool = False
    #: Where the save overlaps another; then ``edition`` holds what was typed, and the draft is still the other one.
    overlaps: list[Overlap] = field(default_factory=list)


class Arranging:
    """What may be done to a board. Raises ``PermissionDenied`` and ``WrongState``, and then changes nothing."""

    @classmethod
    def of(cls, section=None):
        """The board of the front page or of a section, made where nobody has begun one."""
        return cls.objects.get_or_create(section=section)[0]

    of.__func__.alters_data = True

    def edition_at(self, moment):
        """The edition readers see at a moment that is not past, or None for a page nobody has arranged."""
        is_due = self.goes_live_at is not None and self.goes_live_at <= moment
        return self.scheduled_edition if is_due else self.live_edition

    def edition_as_of(self, moment):
        """The edition that was live at a moment, by the log; None for the page as it is without one."""
        if self.goes_live_at is not None and self.goes_live_at <= moment:
            return self.scheduled_edition
        lines = self.events.filter(verb__in=LIVE_VERBS, at__lte=moment)
        line = lines.select_related("edition").order_by("-at", "-pk").first()
        return line.edition if line else None

    @property
    def has_newer_draft(self):
        """Whether the desk works on something that readers do not see."""
        return self.draft_edition_id is not None and self.draft_edition_id != self.live_edition_id

    @property
    def draft_content(self):
        """What the desk works on; what readers see where there is no draft."""
        return cleaned(self.draft_edition.content) if self.draft_edition_id else self._untouched()

    @property
    def keys(self):
        """The surrogate keys of the pages this board shows on."""
        return {f"board-{self.pk}", f"section-{self.section_id}" if self.section_id else "front"}

    def save_draft(self, content, *, by, base=None) -> Saved:
        """Store an arrangement made on top of the edition with the key ``base``: 0 for none, None for whatever is newest."""
        content = cleaned(content)
        with self._locked(by):
            head = self.draft_edition
            seen = head if base is None else self._seen(base)
            before, newest = self._content(seen), self._content(head)
            is_behind = seen != head
            if content == before:
                return Saved(head, is_changed=False, is_behind=is_behind)
            if not is_behind:
                return Saved(self._take(content, BoardVerb.SAVED, by))
            # First of all what was typed is safe.
            aside = self._keep(content, by, base=seen)
            merged = bring_together(before, content, newest)
            if merged.overlaps:
                self._log(BoardVerb.CLASHED, by, aside)
                return Saved(aside, is_behind=True, overlaps=merged.overlaps)
            if merged.content == newest:
                return Saved(head, is_changed=False, is_behind=True)
            return Saved(self._take(merged.content, BoardVerb.MERGED, by), is_behind=True)

    def restore(self, edition, *, by):
        """Bring an older edition back, as a new one on top of all. Returns it."""
        with self._locked(by):
            return self._take(cleaned(edition.content), BoardVerb.RESTORED, by, note=f"№ {edition.pk}")

    def publish(self, *, by, edition=None):
        """Show readers the draft. With ``edition`` (a key), that one and no other: not what was saved since it was seen."""
        with self._locked(by):
            self._check_draft(edition)
            if self.draft_edition_id == self.live_edition_id:
                raise WrongState(_("Readers see this edition already."))
            self._go_live(self.draft_edition, BoardVerb.PUBLISHED, by)

    def schedule(self, at, *, by, edition=None):
        """Show readers the draft from a moment on. An edition that was scheduled before gives way."""
        with self._locked(by):
            self._check_draft(edition)
            if at <= now():
                raise WrongState(_("%s is past. Choose a later time, or put it live.") % clock(at))
            self.scheduled_edition, self.goes_live_at = self.draft_edition, at
            self._log(BoardVerb.SCHEDULED, by, self.draft_edition, note=clock(at))
            self._changed()

    def unschedule(self, *, by):
        """Call off the edition that was to come. It stays among the editions."""
        with self._locked(by):
            if not self.scheduled_edition_id:
                raise WrongState(_("No edition is scheduled."))
            self._log(BoardVerb.UNSCHEDULED, by, self.scheduled_edition)
            self.scheduled_edition = self.goes_live_at = None
            self._changed()

    def undo(self, *, by):
        """Show readers again what stood before the live edition: the one it replaced, or the page nobody had arranged.

        A draft that was made since stays the draft.
        """
        with self._locked(by):
            past = self._past()
            if not past:
                raise WrongState(_("There is no edition before this one."))
            undone, before = self.live_edition, past[-2] if len(past) > 1 else None
            if self.draft_edition_id == undone.pk:
                self.draft_edition = before
            self._go_live(before, BoardVerb.UNDONE, by, note=f"№ {undone.pk}")

    def settle(self):
        """Note that the scheduled edition has gone live, if it has. Returns whether it had; readers see it without this."""
        with transaction.atomic():
            self._lock()
            return self._settle()

    for _verb in (save_draft, restore, publish, schedule, unschedule, undo, settle):
        _verb.alters_data = True
    del _verb

    @contextmanager
    def _locked(self, by):
        """A transaction that has the board to itself, for somebody who may arrange it; what was due has been noted."""
        if not by.has_perm(MAY_ARRANGE):
            raise PermissionDenied
        with transaction.atomic():
            self._lock()
            self._settle()
            yield

    def _lock(self):
        """Read the row as it is stored, and keep others from it until the transaction ends."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())

    def _settle(self):
        at = self.goes_live_at
        if at is None or at > now():
            return False
        edition, self.scheduled_edition, self.goes_live_at = self.scheduled_edition, None, None
        line = self._go_live(edition, BoardVerb.CAME_OUT, None)
        # The log tells what readers saw, not when somebody looked.
        self.events.filter(pk=line.pk).update(at=at)
        return True

    def _go_live(self, edition, verb, by, note=""):
        self.live_edition = edition
        line = self._log(verb, by, edition, note)
        self._changed()
        return line

    def _changed(self):
        self.save()
        touch(self.keys)

    def _check_draft(self, edition):
        if not self.draft_edition_id:
            raise WrongState(_("Nothing has been arranged yet: readers see the page as it fills itself."))
        if edition is not None and edition != self.draft_edition_id:
            raise WrongState(
                _("Somebody has saved meanwhile. Look at the draft as it is now, then press again.")
            )

    def _past(self):
        """The editions that were live, each on top of the one it replaced; the last one is live now."""
        past = []
        lines = self.events.filter(verb__in=LIVE_VERBS).select_related("edition").order_by("pk")
        for line in lines:
            if line.verb != BoardVerb.UNDONE:
                past.append(line.edition)
            elif past:
                past.pop()
        return past if self.live_edition_id else []

    def _seen(self, base):
        """The edition a page was opened with. One that is not of this board counts as none: that asks most."""
        return self.editions.filter(pk=base).first() if base else None

    def _content(self, edition):
        return cleaned(edition.content) if edition else self._untouched()

    def _untouched(self):
        """The page as it is while nobody arranges it."""
        if self.section_id:
            return default_content()
        sections = apps.get_model("articles", "Section").objects.values_list("pk", flat=True)
        return default_content(sections)

    def _take(self, content, verb, by, note=""):
        edition = self._keep(content, by, base=self.draft_edition)
        self.draft_edition = edition
        self._log(verb, by, edition, note)
        self.save(update_fields=["draft_edition", "modified_at"])
        return edition

    def _keep(self, content, by, base):
        return self.editions.create(content=content, base=base, author=by, author_name=str(by))

    def _log(self, verb, by, edition, note=""):
        return self.events.create(
            edition=edition, actor=by, actor_name=str(by or _("The clock")), verb=verb, note=note
        )
