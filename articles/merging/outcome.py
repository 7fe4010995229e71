"""What a merge hands back: a value that can be stored, and the places where a person must choose."""

from dataclasses import dataclass, field
from typing import Any, ClassVar


@dataclass(frozen=True)
class Clash:
    """One place that two people changed in different ways: what stood there, and what each of them made of it.

    ``at`` is where it stands in the merged value, which carries ``theirs``: where the texts are parts of the value,
    ``value[at : at + len(theirs)] == theirs``. One side may be empty: that side deleted what the other changed. ``is_elsewhere``
    tells that it did not delete but move it, so that the text as it was stands somewhere else too.
    """

    base: Any
    mine: Any
    theirs: Any
    at: int = 0
    is_elsewhere: bool = False

    # A template cannot ask for the type of a piece, and a string answers this with nothing.
    is_clash: ClassVar[bool] = True


@dataclass(frozen=True)
class Merged:
    """A merged value, and its clashes in the order in which they stand there."""

    value: Any
    clashes: list[Clash] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to choose."""
        return not self.clashes

    def pieces(self) -> list:
        """The whole value in order, as the parts that are settled and the clashes between them.

        With ``theirs`` in place of each clash, the pieces add up to the value. A value that has no parts is one piece.
        """
        if not isinstance(self.value, str | list):
            return self.clashes or [self.value]
        found, done = [], 0
        for clash in self.clashes:
            found += [self.value[done : clash.at], clash]
            done = clash.at + len(clash.theirs)
        found.append(self.value[done:])
        return [piece for piece in found if piece]
