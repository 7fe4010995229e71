"""All fields of a story at once."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, member
from typing import Any

from .fields import merge_html, merge_list, merge_scalar, merge_set, merge_text
from .outcome import Clash, Merged


class Kind(Enum):
    """What a field holds, and so how it is merged."""

    HTML = member(merge_html)  # the body: sanitised HTML
    TEXT = member(merge_text)  # standfirst, kicker, notes: plain text
    SCALAR = member(
        merge_scalar
    )  # headline, slug, language, the keys of section and lead photo, comment mode
    SET = member(merge_set)  # tags
    LIST = member(merge_list)  # bylines

    @property
    def merge(self) -> Callable[[Any, Any, Any], Merged]:
        return self.value


@dataclass(frozen=True)
class StoryMerge:
    """The outcome for each field, by its name."""

    fields: dict[str, Merged]

    @property
    def values(self) -> dict[str, Any]:
        """What can be stored: the merged fields, with theirs where the two clash."""
        return {name: merged.value for name, merged in self.fields.items()}

    @property
    def clashes(self) -> dict[str, list[Clash]]:
        """Where a person must choose; only the fields that have such a place."""
        return {name: merged.clashes for name, merged in self.fields.items() if not merged.is_clean}

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to choose."""
        return not self.clashes


def merge_story(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any], kinds: dict[str, Kind]
) -> StoryMerge:
    """Merges the snapshots of an editing form field by field.

    A field that a side does not have was not changed there. One that is new to the base, or of no kind, is taken as one thing.
    """
    fields = {}
    for name in base | theirs | mine:
        kind = kinds.get(name, Kind.SCALAR) if name in base else Kind.SCALAR
        before = base.get(name)
        fields[name] = kind.merge(before, mine.get(name, before), theirs.get(name, before))
    return StoryMerge(fields)
