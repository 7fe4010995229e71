"""Two versions of a story beside each other at the desk."""

from dataclasses import dataclass

from django.contrib import admin
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from articles.admin.desk import is_key
from articles.admin.guard import READ_DRAFTS, story_for
from articles.admin.history import stories_for
from articles.admin.history_rows import label_of, marks_of
from articles.admin.photo import shown_at
from articles.choices import ChangeKind, RevisionKind
from articles.comparing import compared
from articles.content import content_of
from articles.models import Article, Revision
from articles.previewing import moment_of
from articles.querysets import BYLINES
from articles.state import clock

LIVE = "live"
THUMB_WIDTH = 480


def doors(guarded):
    return [path("<int:pk>/compare/", guarded(compare), name="articles_article_compare")]


@dataclass(frozen=True)
class Side:
    """One of the two: a version, the text readers see where no version holds it, or nothing at all."""

    story: Article
    revision: Revision | None = None
    is_row: bool = False

    @property
    def content(self):
        if self.is_row:
            prefetch_related_objects([self.story], BYLINES, "tags")
            return content_of(self.story)
        return self.revision.content if self.revision else {}

    @property
    def title(self):
        if self.is_row:
            return _("the live text") if self.story.is_public else _("the story as it stands")
        return _("№ %d") % self.revision.pk if self.revision else _("an empty page")

    @property
    def by(self):
        if not self.revision:
            return ""
        who = {"who": self.revision.author_name, "when": clock(moment_of(self.revision))}
        return _("%(who)s, %(when)s") % who

    @property
    def marks(self):
        return marks_of(self.story, self.revision.pk) if self.revision else []

    @property
    def is_newest(self):
        return bool(self.revision) and self.revision.pk == self.story.draft_revision_id


@require_safe
def compare(request, pk):
    """What became of a version: ``?old=12&new=15``, either of which may be ``live``.

    Without ``old`` a version is told apart from what its author saw; without both, the newest one from the live text, or
    from its own base.
    """
    story = story_for(request, pk, READ_DRAFTS, queryset=stories_for(request.user))
    old, new = _sides(story, request.GET.get("old", ""), request.GET.get("new", ""))
    comparison = compared(*_comparable(old, new))
    context = {
        **admin.site.each_context(request),
        "title": _("Compare: %s") % story,
        "opts": Article._meta,
        "story": story,
        "old": old,
        "new": new,
        "sections": [_section(change) for change in comparison.changes],
        "sum": _sum(comparison),
        "told": _told(story, new),
        "may_change": story.may_be_changed_by(request.user),
        "history_url": reverse("admin:articles_article_history", args=[story.pk]),
    }
    return TemplateResponse(request, "admin/articles/article/compare.html", context)


def _sides(story, old, new):
    keys = {int(key) for key in (old, new) if is_key(key)}
    if {old, new} - {str(key) for key in keys} - {"", LIVE}:
        raise Http404
    if not new and story.draft_revision_id:
        keys.add(story.draft_revision_id)
    if LIVE in (old, new) or not (old or new):
        keys.add(story.live_revision_id or 0)
    found = {found.pk: found for found in story.revisions.filter(pk__in=keys).select_related("base")}
    newer = _side(story, new, found, story.draft_revision_id)
    if old:
        return _side(story, old, found, None), newer
    if not new and story.has_newer_draft and story.is_public:
        return _side(story, LIVE, found, None), newer
    return Side(story, _base_of(newer)), newer


def _side(story, asked, found, otherwise):
    if asked == LIVE:
        # A row readers see may differ from its version in the address alone; a version says who wrote it.
        revision = found.get(story.live_revision_id)
        return Side(story, revision, is_row=revision is None)
    key = int(asked) if asked else otherwise
    if key is None:
        return Side(story, is_row=True)
    if key not in found:
        raise Http404
    return Side(story, found[key])


def _base_of(side):
    """What the author of a version saw; where that is not known, the one that was saved before it."""
    revision = side.revision
    if revision is None:
        return None
    if revision.base and revision.base.article_id == revision.article_id:
        return revision.base
    earlier = side.story.revisions.exclude(kind=RevisionKind.AUTOSAVE).filter(pk__lt=revision.pk)
    return earlier.order_by("-pk").first()


def _comparable(old, new):
    """Both contents. An autosave holds what was in its form; what was not is as it was."""
    before, after = old.content, new.content
    if before and after:
        if new.revision and new.revision.kind == RevisionKind.AUTOSAVE:
            after = before | after
        if old.revision and old.revision.kind == RevisionKind.AUTOSAVE:
            before = after | before
    return before, after


def _section(change):
    return {
        "name": change.name,
        "label": label_of(change.name),
        "shape": change.shape,
        "told": change.told,
        "pictures": [_picture(photo) for photo in (change.old, change.new)] if change.told is None else [],
    }


def _picture(photo):
    """A picture as the page shows it: a small one, or the words for one that is gone or was never there."""
    if photo is None or isinstance(photo, str):
        return {"words": photo or _("No picture")}
    height = round(THUMB_WIDTH * photo.height / photo.width)
    src = shown_at(photo, THUMB_WIDTH)
    return {"src": src, "width": THUMB_WIDTH, "height": height, "alt": photo.alt, "words": str(photo)}


def _sum(comparison):
    """How much differs, in a line: fields, words in, words out."""
    number, added, removed = len(comparison.changes), comparison.added_words, comparison.removed_words
    return {
        "fields": ngettext("%d field", "%d fields", number) % number,
        "added": ngettext("%d word in", "%d words in", added) % added,
        "removed": ngettext("%d word out", "%d words out", removed) % removed,
    }


def _told(story, new):
    """What readers are told of the newer of the two, as far as that is decided: pairs of a line and a note."""
    if new.revision is None:
        return []
    told = []
    if new.revision.pk == story.scheduled_revision_id:
        kind = ChangeKind(story.update_kind)
        told.append((_("Readers will be told, %s") % clock(story.update_at), _note(kind, story.update_note)))
    if story.was_public:
        for correction in story.corrections.filter(revision=new.revision):
            line = _("Readers were told, %s") % clock(correction.at)
            told.append((line, _note(ChangeKind(correction.kind), correction.note)))
    if not told and story.is_public and new.is_newest and story.has_newer_draft:
        words = _("Nothing yet. When the live story is updated, whoever does it says what the change is.")
        told.append((_("What readers are told"), {"kind": "", "note": words}))
    return told


def _note(kind, note):
    return {"kind": kind.label, "note": note if kind in ChangeKind.with_note() else ""}
