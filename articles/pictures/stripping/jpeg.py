"""JPEG: segments that each begin with a marker; the pixels follow the one called start of scan."""

import re
import struct
from collections.abc import Iterator

from articles.pictures.limits import MAX_COEFFICIENT_BYTES, MAX_JPEG_SEGMENTS, MAX_SCANS
from articles.pictures.refusal import UNUSUAL, Refused

from .stripped import Stripped

START, END = b"\xff\xd8", b"\xff\xd9"
# Among pixels, 0xFF is followed by zero or a restart marker (0xD0 to 0xD7), and by nothing else.
MARKER = re.compile(rb"\xff([\x02-\xcf\xd9-\xfe])")

END_OF_IMAGE, START_OF_SCAN, JFIF, EXIF, PROFILE, ADOBE = 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE
NOT_FRAMES = {0xC4, 0xC8, 0xCC}
FRAMES = set(range(0xC0, 0xD0)) - NOT_FRAMES
DECODED_AT_ONCE = {0xC0, 0xC1}
# Frames, Huffman and arithmetic tables; scans, quantisation, number of lines, restart interval.
NEEDED = {*range(0xC0, 0xD0), *range(0xDA, 0xDE)}
# These say how to read the colours.
NEEDED_WHEN = {JFIF: b"JFIF\0", PROFILE: b"ICC_PROFILE\0", ADOBE: b"Adobe"}


def strip_jpeg(data: bytes) -> Stripped:
    """
    The first picture, without comments, EXIF, XMP, thumbnails and what follows its end.

    With the second picture of an MPO goes its index, so that what is left is an ordinary JPEG.
    """
    kept = [START]
    exif = b""
    frames, scans = [], []
    for code, segment, pixels in segments(data):
        if code == EXIF and segment[4:].startswith(b"Exif\0\0"):
            exif = exif or segment[4:]
        elif code in FRAMES:
            frames.append(segment)
        elif code == START_OF_SCAN:
            scans.append(segment)
        if is_needed(code, segment):
            kept.append(segment)
        if scans:
            kept.append(pixels)
    refuse_if_costly(frames, scans)
    return Stripped(b"".join(kept), exif)


def segments(data: bytes) -> Iterator[tuple[int, bytes, memoryview]]:
    """Each segment up to the end of the first picture: its marker, the whole of it, what lies before the next."""
    view = memoryview(data)
    marker = MARKER.search(data, len(START))
    for _ in range(MAX_JPEG_SEGMENTS):
        if marker is None:
            return
        code = marker[1][0]
        if code == END_OF_IMAGE:
            yield code, END, view[:0]
            return
        end = marker.end() + int.from_bytes(data[marker.end() : marker.end() + 2])
        following = MARKER.search(data, end)
        yield code, data[marker.start() : end], view[end : following.start() if following else None]
        marker = following
    raise Refused(UNUSUAL)


def is_needed(code: int, segment: bytes) -> bool:
    """Whether the pixels cannot be read rightly without it."""
    if code in NEEDED_WHEN:
        return segment[4:].startswith(NEEDED_WHEN[code])
    return code in NEEDED or code == END_OF_IMAGE


def refuse_if_costly(frames: list[bytes], scans: list[bytes]) -> None:
    """Stop files whose decoding takes far more time or memory than their pixels."""
    if len(scans) > MAX_SCANS:
        raise Refused(UNUSUAL)
    for frame in frames:
        at_once = frame[1] in DECODED_AT_ONCE and all(scan[4] == frame[9] for scan in scans)
        if not at_once and coefficient_bytes(frame) > MAX_COEFFICIENT_BYTES:
            raise Refused(UNUSUAL)


def coefficient_bytes(frame: bytes) -> float:
    """What a decoder holds until the last scan has been read: two bytes for each value of each channel."""
    height, width, channels = struct.unpack_from(">HHB", frame, 5)
    samplings = [divmod(frame[11 + 3 * channel], 16) for channel in range(channels)]
    across = max(horizontal for horizontal, _ in samplings)
    down = max(vertical for _, vertical in samplings)
    per_pixel = sum(horizontal * vertical for horizontal, vertical in samplings) / (across * down)
    return 2 * width * height * per_pixel
