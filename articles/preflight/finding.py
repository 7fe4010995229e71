"""What a check says about a story."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Finding:
    """A sentence that tells what is wrong and what to do about it, and the field of the story form it is about.

    A hard one stops the story from going out; a final one stops it whoever wants it. ``detail`` tells those of one code apart:
    the same code and detail in two texts is the same fault.
    """

    code: str
    field: str
    sentence: str
    is_hard: bool = False
    is_final: bool = False
    detail: str = ""

    @property
    def fault(self):
        return self.code, self.detail

    def softened(self):
        return replace(self, is_hard=False, is_final=False)
