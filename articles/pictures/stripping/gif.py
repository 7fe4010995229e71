"""GIF: a header, then blocks, each followed by sub-blocks of up to 255 bytes."""

from collections.abc import Iterator

from articles.pictures.limits import MAX_GIF_BLOCKS
from articles.pictures.refusal import UNUSUAL, Refused

from .stripped import Stripped

HEADER_LENGTH = 13
IMAGE, EXTENSION, END = ord(","), ord("!"), ord(";")
GRAPHIC_CONTROL = 0xF9


def strip_gif(data: bytes) -> Stripped:
    """The first frame, without comments, further frames and what follows the end."""
    start = HEADER_LENGTH + table_length(data[10])
    control = image = b""
    frames = 0
    for block in Blocks(data, start):
        if block[0] == IMAGE:
            frames += 1
            image = image or bytes(block)
        elif not frames and block[1] == GRAPHIC_CONTROL:
            control = bytes(block)
    return Stripped(b"".join([data[:start], control, image, bytes([END])]), frames=frames)


def table_length(flags: int) -> int:
    """Bytes of the colour table that follows a descriptor with these flags."""
    return 3 << ((flags & 7) + 1) if flags & 128 else 0


class Blocks:
    """The blocks of a file in turn, counting sub-blocks too; the last may be cut off."""

    def __init__(self, data: bytes, start: int):
        self.data = data
        self.at = start
        self.left = MAX_GIF_BLOCKS

    def __iter__(self) -> Iterator[memoryview]:
        view = memoryview(self.data)
        while self.byte() in (IMAGE, EXTENSION):
            start = self.at
            if self.byte() == IMAGE:
                self.at += 9
                self.at += 2 + table_length(self.byte())
            else:
                self.at += 2
            self.count()
            self.skip_sub_blocks()
            yield view[start : self.at]

    def byte(self) -> int:
        """The byte at this place; nothing but zeros beyond the end."""
        return self.data[self.at] if self.at < len(self.data) else 0

    def skip_sub_blocks(self) -> None:
        """Go past the sub-blocks that begin here, and the zero that ends them."""
        length = self.byte()
        while length:
            self.at += 1 + length
            self.count()
            length = self.byte()
        self.at += 1

    def count(self) -> None:
        """Give up on a file of too many pieces."""
        self.left -= 1
        if self.left < 0:
            raise Refused(UNUSUAL)
