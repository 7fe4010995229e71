"""PNG: chunks of length, name, content and checksum."""

import struct
from collections.abc import Iterator

from articles.pictures.limits import MAX_PNG_CHUNKS
from articles.pictures.refusal import UNUSUAL, Refused

from .stripped import Stripped

SIGNATURE_LENGTH = 8
# Length, name and checksum.
FRAMING = 12
# The others are kept once: repeated, each would be unpacked anew.
PIXELS = b"IDAT"
NEEDED = {b"IHDR", b"PLTE", b"tRNS", b"iCCP", PIXELS, b"IEND"}


def strip_png(data: bytes) -> Stripped:
    """The still picture, without texts, EXIF, animation and what follows its end."""
    kept = [data[:SIGNATURE_LENGTH]]
    seen = set()
    exif = b""
    frames = 1
    for name, chunk in chunks(data):
        if name == b"eXIf":
            exif = exif or bytes(chunk[8:-4])
        elif name == b"acTL" and len(chunk) > FRAMING:
            (frames,) = struct.unpack_from(">L", chunk, 8)
        elif name in NEEDED and (name == PIXELS or name not in seen):
            kept.append(chunk)
        seen.add(name)
    return Stripped(b"".join(kept), exif, frames)


def chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Each chunk up to the last: its name and the whole of it."""
    view = memoryview(data)
    at = SIGNATURE_LENGTH
    for _ in range(MAX_PNG_CHUNKS):
        if at + FRAMING > len(data):
            return
        length, name = struct.unpack_from(">L4s", data, at)
        yield name, view[at : at + FRAMING + length]
        if name == b"IEND":
            return
        at += FRAMING + length
    raise Refused(UNUSUAL)
