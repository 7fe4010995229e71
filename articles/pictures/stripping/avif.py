"""AVIF: boxes of length, name and content, of which the one called mdat holds pixels and the others describe them."""

from collections.abc import Iterator

from .stripped import Stripped

PIXELS = b"mdat"


def strip_avif(data: bytes) -> Stripped:
    """
    The same file, with its EXIF block under a name that no decoder asks for.

    Pillow would read the block on opening: 5 seconds and a warning for each of its up to 65,535 entries.
    Nothing of it is needed, because an AVIF says elsewhere how it is to be turned.
    """
    parts = [part if part[4:8] == PIXELS else bytes(part).replace(b"Exif", b"skip") for part in boxes(data)]
    return Stripped(b"".join(parts))


def boxes(data: bytes) -> Iterator[memoryview]:
    """Each of the outermost boxes; the last reaches to the end of the file whatever it says."""
    view = memoryview(data)
    at = 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16])
        # Less than a header can only mean: to the end.
        end = at + length if length >= 8 else len(data)
        yield view[at:end]
        at = end
