"""The history of a story in words: a row for each version and each move."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.choices import RevisionKind, Status, Verb
from articles.content import FIELDS
from articles.models import Article
from articles.previewing import moment_of
from articles.state import clock

# Lines of the log whose note is a list of fields, by their names.
ABOUT_FIELDS = (Verb.REVISED, Verb.MERGED, Verb.CLASHED, Verb.CARRIED, Verb.NOT_CARRIED)
LABELS = {"bylines": gettext_lazy("bylines")}
# Readers have had a newer text, or have none any more: there what the desk works on has a name of its own.
FINISHED = (Status.PUBLISHED, Status.WITHDRAWN)


@dataclass(frozen=True)
class Move:
    """A line of the log."""

    at: object
    who: str
    what: str
    why: str
    code: str
    #: The version it was done with, where that is still there.
    number: int | None
    #: Where the story stood from then on, where that changed.
    became: str = ""

    kind = "move"


@dataclass(frozen=True)
class Version:
    """A version, and all that may be done with it."""

    number: int
    at: object
    who: str
    how: str
    name: str
    changes: str
    why: str
    marks: list
    done: list[Move]
    overlaps: bool
    is_kept: bool
    is_newest: bool

    kind = "version"

    @property
    def said(self):
        """It in a few words, for whoever hears the page."""
        words = _("№ %(number)d, %(how)s, %(when)s") % {
            "number": self.number,
            "how": self.how,
            "when": clock(self.at),
        }
        return f"{words}, “{self.name}”" if self.name else words


@dataclass(frozen=True)
class Kept:
    """Versions that nobody saved, folded away."""

    versions: list[Version] = field(default_factory=list)

    kind = "kept"

    @property
    def sentence(self):
        number = len(self.versions)
        return ngettext("%d kept by itself", "%d kept by themselves", number) % number

    @property
    def at(self):
        return self.versions[0].at


def rows_of(story, line):
    """The entries of a ``TimeLine`` in words."""
    return [_row(story, entry) for entry in line.entries]


def _row(story, entry):
    if entry.kind == "move":
        return move_of(entry.event)
    if entry.kind == "kept":
        return Kept([version_of(story, version) for version in entry.versions])
    return version_of(story, entry)


def move_of(event) -> Move:
    what, became = event.get_verb_display(), event.get_to_status_display()
    return Move(
        at=event.at,
        who=event.actor_name,
        what=what,
        why=note_in_words(event),
        code=event.verb,
        number=event.revision_id,
        became=became if event.from_status != event.to_status and became != what else "",
    )


def version_of(story, entry) -> Version:
    revision, made = entry.revision, entry.made
    return Version(
        number=revision.pk,
        at=moment_of(revision),
        who=revision.author_name,
        how=_how(entry),
        name=revision.name,
        changes=changes_in_words(revision.summary),
        why=made.note if made and made.verb == Verb.RESTORED else "",
        marks=marks_of(story, revision.pk),
        # Its name stands above it; who gave it one stands in the line of time.
        done=[move_of(event) for event in entry.events if event.verb != Verb.NAMED],
        overlaps=entry.overlaps,
        is_kept=revision.kind == RevisionKind.AUTOSAVE,
        is_newest=revision.pk == story.draft_revision_id,
    )


def _how(entry):
    if entry.made and entry.made.verb == Verb.CREATED:
        return _("Begun")
    return _("Quick fix") if entry.is_quick_fix else entry.revision.get_kind_display()


def marks_of(story, pk):
    """What a version is to the story now, as pairs of a sign and its words."""
    is_live, is_newest = pk == story.live_revision_id, pk == story.draft_revision_id
    marks = []
    if is_live and story.is_public:
        marks.append(("live", _("Live text")))
    elif is_live and story.is_scheduled:
        marks.append(("scheduled", _("Goes out %s") % clock(story.publish_at)))
    elif is_live and story.status in FINISHED:
        marks.append(("withdrawn", _("What readers saw last")))
    if pk == story.scheduled_revision_id:
        marks.append(("update", _("Scheduled update, %s") % clock(story.update_at)))
    if is_newest and not is_live:
        marks.append(("draft", _("Newer draft") if story.status in FINISHED else _("Newest version")))
    elif is_newest and not marks:
        marks.append(("draft", _("Newest version")))
    return marks


def changes_in_words(summary):
    """“3 changes: headline, text”; nothing for a version that was compared with none, or is like its base."""
    number, names = summary.get("changes"), summary.get("fields") or []
    if not number:
        return ""
    words = ngettext("%d change", "%d changes", number) % number
    return f"{words}: {_listed(names)}"


def note_in_words(event):
    """What a line of the log says beside its verb."""
    if event.verb not in ABOUT_FIELDS or not event.note:
        return event.note
    names = event.note.split(", ")
    return _listed(names) if all(name in FIELDS for name in names) else event.note


def label_of(name) -> str:
    """What a field of a story is called, as within a sentence."""
    return str(LABELS.get(name) or Article._meta.get_field(name).verbose_name)


def _listed(names):
    return ", ".join(label_of(name) for name in names)
