"""What colleagues tell each other about a story, and whom they call to it. Nothing of it is ever shown to readers."""

from contextlib import contextmanager
from datetime import timedelta

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.colleagues import Directory, calls_in, readers_of_drafts, why_not_called
from articles.models.editorial_note import EditorialNote, Mention
from articles.refusals import Incomplete
from newsroom.paging import page_of
from newsroom.text import clean_text, length_of, too_long

# Two presses of one button come within this time.
TWICE = timedelta(seconds=30)


class Noting:
    """The verbs of ``Article`` that write notes. Whoever may read a story's drafts may write and settle them."""

    def note(self, text, *, by):
        """Write a note, and call the colleagues it names with an @.

        Returns the note: its ``called`` are the users who will be told, its ``uncalled`` the sentences that say who was not
        and why. The text is stored whatever the names in it. Raises ``Incomplete`` for a text that is empty or too long.
        """
        if too_long(text, EditorialNote.TEXT_LENGTH):
            raise Incomplete({"text": [_too_long(length_of(text))]})
        text = clean_text(text)
        if not text:
            raise Incomplete({"text": [_("Write something first.")]})
        with self._open_to(by) as story:
            note = story._same_as_just_now(text, by)
            if note is None:
                note = story.editorial_notes.create(author=by, author_name=str(by), text=text)
                note.called, note.uncalled = story._call(note, by)
            else:
                note.called, note.uncalled = [], []
            # Whoever answers has read the question.
            story.see_notes(by=by)
        return note

    note.alters_data = True

    def settle_note(self, note_pk, *, by):
        """Fold a note away: what it asked is done. Raises ``EditorialNote.DoesNotExist`` for a note of another story."""
        self._set_settled(note_pk, now(), by)

    settle_note.alters_data = True

    def unsettle_note(self, note_pk, *, by):
        """Open a settled note again."""
        self._set_settled(note_pk, None, by)

    unsettle_note.alters_data = True

    def see_notes(self, *, by):
        """Take this user's mentions in the story's notes for seen. Returns how many were not."""
        return Mention.objects.filter(note__article=self, user=by, seen_at=None).update(seen_at=now())

    see_notes.alters_data = True

    def notes_for(self, user):
        """The notes, the open ones first and each kind newest first; ``is_new`` marks those that call this user."""
        unseen = Mention.objects.filter(note=OuterRef("pk"), user=user, seen_at=None)
        return self.editorial_notes.annotate(is_new=Exists(unseen)).order_by(
            F("settled_at").desc(nulls_first=True), "-created_at", "-pk"
        )

    @contextmanager
    def _open_to(self, user):
        """The story as it is stored, under a lock, for somebody who may read its drafts."""
        with transaction.atomic():
            story = type(self).objects.select_for_update().get(pk=self.pk)
            if not story.drafts_are_open_to(user):
                raise PermissionDenied
            yield story

    def _set_settled(self, note_pk, at, by):
        with self._open_to(by) as story:
            note = story.editorial_notes.get(pk=note_pk)
            if bool(note.settled_at) != bool(at):
                note.settled_at = at
                note.save(update_fields=["settled_at"])

    def _same_as_just_now(self, text, by):
        recent = self.editorial_notes.filter(author=by, created_at__gt=now() - TWICE)
        return recent.filter(text=text).first()

    def _call(self, note, by):
        called, uncalled = {}, []
        calls = calls_in(note.text)
        if not calls:
            return [], []
        directory, readers = Directory(), set(readers_of_drafts(self).values_list("pk", flat=True))
        for call in calls:
            meant = directory.find(call)
            if meant == [by]:
                continue
            if sentence := why_not_called(call, meant, meant and meant[0].pk in readers):
                uncalled.append(sentence)
            else:
                called[meant[0].pk] = meant[0]
        Mention.objects.bulk_create(Mention(note=note, user=user) for user in called.values())
        return list(called.values()), uncalled


class NotesPage:
    """One page of a story's notes as they are read: the open ones and the settled, each in the order they were written.

    One query. Raises ``Http404`` for a ``number`` (as it stands in an address) that is no page.
    """

    SIZE = 30

    def __init__(self, story, user, number=None):
        self.page = page_of(story.notes_for(user), number, self.SIZE)
        notes = self.page.items[::-1]
        self.open = [note for note in notes if not note.settled_at]
        self.settled = [note for note in notes if note.settled_at]
        self.calls = any(note.is_new for note in self.open)


def unseen_mentions(user, limit):
    """The newest mentions that call this user, not seen yet, in notes that are open and stories that are open to them.

    A list of ``Mention`` with its note and story, in one query, one more than ``limit`` where there are more.
    """
    if not (user.has_perm("articles.view_article") or user.has_perm("articles.change_article")):
        return []
    mentions = Mention.objects.filter(user=user, seen_at=None, note__settled_at=None)
    if not user.has_perm("articles.edit_any_article"):
        stories = apps.get_model("articles", "Article").objects
        mentions = mentions.filter(note__article__in=stories.own(user))
    mentions = mentions.select_related("note__article__section").defer("note__article__body")
    return list(mentions.order_by("-pk")[: limit + 1])


def _too_long(length):
    excess = length - EditorialNote.TEXT_LENGTH
    return ngettext(
        "%(most)s characters at most: this note is %(number)s character too long. It is below, whole.",
        "%(most)s characters at most: this note is %(number)s characters too long. It is below, whole.",
        excess,
    ) % {"most": f"{EditorialNote.TEXT_LENGTH:,}", "number": f"{excess:,}"}
