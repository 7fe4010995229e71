"""The history of a story: its versions and its log as one line of time, the newest first.

What was done with a version right after it was saved stands with it; what came later, or has no version, stands at its own
moment. Two queries for a page of any story, and no text of any version is read.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from django.db.models import Q
from django.http import Http404
from django.utils.functional import cached_property

from articles.choices import RevisionKind, Verb
from articles.models.event import ArticleEvent
from articles.models.revision import Revision

# What made the version it names. Every other verb is something that was done with one, or with the story.
MAKING = (Verb.CREATED, Verb.REVISED, Verb.MERGED, Verb.CLASHED, Verb.RESTORED, Verb.CARRIED)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CURSOR = re.compile(r"([0-9]{1,18})-([0-9]{1,16})-([0-9]{1,18})")


@dataclass
class VersionEntry:
    """A version, the line of the log that made it, and what has been done with it since, the last first."""

    revision: Revision
    made: ArticleEvent | None = None
    events: list[ArticleEvent] = field(default_factory=list)
    #: The version that came after it, where that stands on the same page.
    following: Revision | None = None

    kind = "version"

    @property
    def at(self):
        return self.revision.created_at

    @property
    def is_quick_fix(self):
        """Whether it went into the live text past the newer draft."""
        return self.revision.kind == RevisionKind.ASIDE and any(
            event.verb == Verb.UPDATED for event in self.events
        )

    @property
    def overlaps(self):
        """Whether it was saved beside another that changed the same place, so that a person has to choose."""
        if self.revision.kind != RevisionKind.ASIDE:
            return False
        if self.made:
            return self.made.verb == Verb.CLASHED
        # A fix of the live text that overlaps is stored and not logged. What was brought together is followed by that.
        return bool(self.following) and not self.is_quick_fix and not self._is_merged

    @property
    def _is_merged(self):
        following = self.following
        is_by_same = following.author_id == self.revision.author_id
        return following.kind == RevisionKind.MERGED and is_by_same


@dataclass
class MoveEntry:
    """Something that was done with the story, or with a version that stands elsewhere."""

    event: ArticleEvent

    kind = "move"

    @property
    def at(self):
        return self.event.at


@dataclass
class KeptEntry:
    """Versions that browsers kept by themselves, with nothing between them."""

    versions: list[VersionEntry]

    kind = "kept"


class Cursor(NamedTuple):
    """How far a page went: the last version, and the moment (in microseconds) and key of the last line of the log."""

    version: int
    at: int
    event: int

    @classmethod
    def read(cls, text):
        """The cursor an address names, or None where it names none. Raises ``Http404`` for what is no cursor."""
        if not text:
            return None
        match = _CURSOR.fullmatch(text)
        if not match:
            raise Http404("There is no such page.")
        cursor = cls(*map(int, match.groups()))
        cursor.moment()
        return cursor

    def __str__(self):
        return "-".join(map(str, self))

    def moment(self):
        return moment_after_epoch(self.at)


class TimeLine:
    """One page of a story's history, ``SIZE`` versions and moves at most; ``before`` is the ``older`` of the page before it.

    With ``named_only`` it holds the versions that have a name, and nothing else.
    """

    SIZE = 40

    def __init__(self, story, *, before="", named_only=False):
        self.story, self.named_only = story, named_only
        self._after = Cursor.read(before)
        versions = self._versions()
        events = list(self._events(versions))
        self._own = {}
        for event in events:
            self._own.setdefault(event.revision_id, []).append(event)
        moves = [] if named_only else [event for event in events if self._is_a_move(event)]
        self._lay_out(versions, moves)

    @cached_property
    def entries(self):
        """Versions, moves and folded autosaves, the newest first."""
        folded = []
        for is_kept, group in groupby(self._line, key=_is_kept):
            run = list(group)
            folded += [KeptEntry(run)] if is_kept else run
        return folded

    @property
    def versions(self):
        """The version entries of this page, folded or not."""
        return [entry for entry in self._line if entry.kind == "version"]

    def _versions(self):
        rows = self.story.revisions.defer("content").order_by("-pk")
        if self.named_only:
            rows = rows.exclude(name="")
        if self._after:
            rows = rows.filter(pk__lt=self._after.version)
        return [VersionEntry(revision) for revision in rows[: self.SIZE + 1]]

    def _events(self, versions):
        """The lines of the log about these versions, and the moves of this page, in one query."""
        wanted = Q(revision__in=[entry.revision.pk for entry in versions])
        if not self.named_only:
            moves = self.story.events.filter(Q(revision=None) | ~Q(verb__in=MAKING)).filter(self._past())
            wanted |= Q(pk__in=moves.order_by("-at", "-pk").values("pk")[: self.SIZE + 1])
        return self.story.events.filter(wanted).order_by("-at", "-pk")

    def _past(self):
        if not self._after:
            return Q()
        at = self._after.moment()
        return Q(at__lt=at) | Q(at=at, pk__lt=self._after.event)

    def _is_a_move(self, event):
        if event.revision_id and event.verb in MAKING:
            return False
        return not self._after or _key(event) < (self._after.at, self._after.event)

    def _lay_out(self, versions, moves):
        """Bring both lists together by time, as much as a page holds; ``older`` is where the next one begins."""
        moves = moves[: self.SIZE + 1]
        line, version, move = [], 0, 0
        while len(line) < self.SIZE and (version < len(versions) or move < len(moves)):
            next_version = versions[version] if version < len(versions) else None
            next_move = moves[move] if move < len(moves) else None
            if next_move and (not next_version or next_move.at >= next_version.at):
                line.append(MoveEntry(next_move))
                move += 1
            else:
                line.append(next_version)
                version += 1
        has_more = version < len(versions) or move < len(moves)
        self.older = str(self._cursor(versions[:version], moves[:move])) if has_more else ""
        self._line = self._joined(line)

    def _cursor(self, versions, moves):
        # Nothing of a kind shown yet: the next page begins with the newest of it.
        start = self._after or Cursor(10**17, microseconds(datetime(2200, 1, 1, tzinfo=UTC)), 0)
        version = versions[-1].revision.pk if versions else start.version
        at, event = _key(moves[-1]) if moves else start[1:]
        return Cursor(version, at, event)

    def _joined(self, line):
        """Without the moves that stand right above the version they were made with: it tells them itself."""
        joined, following = [], None
        for entry in line:
            if entry.kind == "version":
                entry.following, following = following, entry.revision
                about = self._own.get(entry.revision.pk, [])
                entry.made = next((event for event in about if event.verb in MAKING), None)
                entry.events = [event for event in about if event is not entry.made]
                while joined and joined[-1].kind == "move" and joined[-1].event in entry.events:
                    joined.pop()
            joined.append(entry)
        return joined


def _is_kept(entry):
    return entry.kind == "version" and entry.revision.kind == RevisionKind.AUTOSAVE


def _key(event):
    return microseconds(event.at), event.pk


def microseconds(moment) -> int:
    """A moment as a whole number, without the rounding of a float: it is compared for being equal."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment_after_epoch(number) -> datetime:
    """The moment that ``microseconds`` gave this number. Raises ``Http404`` for one no calendar has."""
    try:
        return _EPOCH + timedelta(microseconds=number)
    except OverflowError as error:
        raise Http404("There is no such moment.") from error
