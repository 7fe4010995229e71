"""Two versions of a story beside each other: what became of each field, in words a person reads.

A version holds keys of rows; here they become names, also those of rows that are gone. Two queries at most, and none where
no section, picture, byline or tag differs.
"""

from dataclasses import dataclass

from django.db.models import CharField, Value
from django.utils.translation import gettext as _

from articles.choices import CommentMode, story_languages
from articles.content import FIELDS
from articles.differences import Difference, difference, names_difference, text_difference
from articles.models import Author, Photo, Section, Tag

ROWS = {"section": Section, "bylines": Author, "tags": Tag}
TEXTS = ("kicker", "headline", "standfirst")
# Rows of which a text kept by itself may have names that nobody has looked up yet.
TYPED = ("bylines", "tags")
EMPTY = dict.fromkeys(FIELDS, "") | {"section": None, "lead_photo": None, "bylines": [], "tags": []}


@dataclass(frozen=True)
class Change:
    """A field that differs. ``shape`` is text, rich, names or picture; pictures have ``old`` and ``new``, either None."""

    name: str
    shape: str
    told: Difference | None = None
    old: object = None
    new: object = None


@dataclass(frozen=True)
class Comparison:
    """The fields that differ, in the order of the form."""

    changes: list[Change]

    @property
    def added_words(self):
        return sum(told.added_words for told in self._texts)

    @property
    def removed_words(self):
        return sum(told.removed_words for told in self._texts)

    @property
    def _texts(self):
        return [change.told for change in self.changes if change.shape in ("text", "rich")]


def compared(old, new) -> Comparison:
    """What became of one content in another. What one of them does not have, as a text kept by itself may, is not compared."""
    typed = [_typed(content) for content in (old, new)]
    pairs = {name: (old.get(name, EMPTY[name]), new.get(name, EMPTY[name])) for name in FIELDS}
    asked = {name: pair for name, pair in pairs.items() if name in old or name in new}
    asked = {
        name: pair
        for name, pair in asked.items()
        if pair[0] != pair[1] or any(name in words for words in typed)
    }
    names = _names({name: pair for name, pair in asked.items() if name in ROWS})
    changes = []
    for name, (before, after) in asked.items():
        change = _change(name, before, after, names, [words.get(name, []) for words in typed])
        if change.told is None or not change.told.is_empty:
            changes.append(change)
    return Comparison(changes)


def _typed(content):
    words = content.get("typed") or {}
    return {name: words[name] for name in TYPED if words.get(name)}


def _change(name, before, after, names, typed):
    if name == "body":
        return Change(name, "rich", difference(before or "", after or ""))
    if name in TEXTS:
        return Change(name, "text", text_difference(before or "", after or ""))
    if name == "lead_photo":
        found = Photo.objects.in_bulk([pk for pk in (before, after) if pk])
        return Change(name, "picture", old=_picture(before, found), new=_picture(after, found))
    sides = [_in_words(name, value, names) for value in (before, after)]
    sides = [
        side + [word for word in words if word not in side] for side, words in zip(sides, typed, strict=True)
    ]
    return Change(name, "names", names_difference(*sides))


def _in_words(name, value, names):
    """A value as a list of what a person calls it."""
    if name in ROWS:
        keys = value if isinstance(value, list) else [value] if value else []
        called = [names.get((name, key)) or _gone(key) for key in keys]
        return sorted(called, key=str.casefold) if name == "tags" else called
    if name == "language":
        return [str(dict(story_languages()).get(value, value))] if value else []
    if name == "comment_mode":
        return [str(dict(CommentMode.choices).get(value, value))] if value else []
    return [str(value)] if value else []


def _names(pairs):
    """The name of every row that is asked for, under field and key: one query for all kinds of rows."""
    queries = []
    for name, pair in pairs.items():
        keys = {key for side in pair for key in (side if isinstance(side, list) else [side]) if key}
        rows = ROWS[name].objects.filter(pk__in=keys).order_by()
        if keys:
            kind = Value(name, output_field=CharField())
            queries.append(rows.annotate(kind=kind).values_list("kind", "pk", "name"))
    if not queries:
        return {}
    return {(kind, pk): name for kind, pk, name in queries[0].union(*queries[1:], all=True)}


def _picture(key, found):
    if not key:
        return None
    return found.get(key) or _gone(key)


def _gone(key):
    return _("№ %d, not there any more") % key
