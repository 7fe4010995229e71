"""What the strippers hand over."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stripped:
    """A file with only what its pixels need, and the two things that were learned on the way."""

    data: bytes
    exif: bytes = b""
    frames: int = 1
