"""
What a file says of itself: who made the picture, what it shows, whose it is.

Read from the blocks of EXIF, IPTC and XMP themselves, each of a capped size, without a decoder and without an XML parser:
nothing in a file can make this raise, expand or linger. It is offered at the desk and believed by nobody.
"""

import html
import re
import struct
from collections.abc import Iterator

from newsroom.text import clean_line

from .limits import MAX_JPEG_SEGMENTS
from .refusal import Refused
from .stripping.jpeg import START_OF_SCAN, segments
from .stripping.png import chunks

#: What is looked for, and how much of it is kept: what the fields of a record hold.
LENGTHS = {"photographer": 120, "caption": 300, "credit": 120, "source": 120, "copyright": 120}

# Of one block. A JPEG segment cannot be longer than 64 kB.
MAX_BLOCK = 256 * 1024
# Of one value, before it is tidied.
MAX_VALUE = 4_000

EXIF_TAGS = {0x010E: "caption", 0x013B: "photographer", 0x8298: "copyright"}
ASCII = 2
# Of record 2.
IPTC_SETS = {80: "photographer", 110: "credit", 115: "source", 116: "copyright", 120: "caption"}
XMP_NAMES = {
    "dc:creator": "photographer",
    "dc:description": "caption",
    "dc:rights": "copyright",
    "photoshop:Credit": "credit",
    "photoshop:Source": "source",
}
TAGS = re.compile(r"<[^<>]*>")
# What cameras write when nobody has written anything.
NOTHING_SAID = {"olympus digital camera", "digital camera", "samsung", "ascii", "default", "unknown"}


def found_in(kind: str, data: bytes) -> dict[str, str]:
    """What the file says, by the names in ``LENGTHS``; only what it does say, in plain text. Never raises."""
    said = {"xmp": {}, "iptc": {}, "exif": {}}
    readers = {"xmp": _xmp, "iptc": _iptc, "exif": _exif}
    try:
        for name, block in _blocks(kind, data):
            if not said[name]:
                said[name] = dict(readers[name](bytes(block[:MAX_BLOCK])))
    except (Refused, ValueError, IndexError, struct.error):
        pass
    # The newest way of saying it first: programs that write two of them keep that one up to date.
    found = {}
    for name, limit in LENGTHS.items():
        values = (_tidied(source.get(name, ""), limit) for source in said.values())
        if value := next(filter(None, values), ""):
            found[name] = value
    return found


def _tidied(text: str, limit: int) -> str:
    line = clean_line(text[:MAX_VALUE], limit=limit)
    return "" if line.casefold() in NOTHING_SAID else line


def _blocks(kind: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    walk = {"JPEG": _of_jpeg, "PNG": _of_png, "WEBP": _of_webp}.get(kind)
    return walk(data) if walk else iter(())


def _of_jpeg(data):
    for code, segment, _pixels in segments(data):
        if code == START_OF_SCAN:
            return
        content = segment[4:]
        if code == 0xE1 and content.startswith(b"Exif\0\0"):
            yield "exif", content[6:]
        elif code == 0xE1 and content.startswith(b"http://ns.adobe.com/xap/1.0/\0"):
            yield "xmp", content[29:]
        elif code == 0xED and content.startswith(b"Photoshop 3.0\0"):
            yield "iptc", content[14:]


def _of_png(data):
    for name, chunk in chunks(data):
        if name == b"eXIf":
            yield "exif", chunk[8:-4]
        elif name == b"iTXt" and bytes(chunk[8:30]) == b"XML:com.adobe.xmp\0\0\0\0\0":
            yield "xmp", chunk[30:-4]


def _of_webp(data):
    at = 12
    for _ in range(MAX_JPEG_SEGMENTS):
        if at + 8 > len(data):
            return
        name, length = struct.unpack_from("<4sL", data, at)
        content = data[at + 8 : at + 8 + min(length, MAX_BLOCK)]
        if name == b"EXIF":
            yield "exif", content.removeprefix(b"Exif\0\0")
        elif name == b"XMP ":
            yield "xmp", content
        at += 8 + length + length % 2


def _exif(tiff):
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return
    try:
        (start,) = struct.unpack_from(f"{order}L", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(entries):
            at = start + 2 + 12 * number
            tag, kind, length, value = struct.unpack_from(f"{order}HHLL", tiff, at)
            if tag in EXIF_TAGS and kind == ASCII:
                begin = at + 8 if length <= 4 else value
                yield EXIF_TAGS[tag], _text(tiff[begin : begin + min(length, MAX_VALUE)].split(b"\0")[0])
    except struct.error:
        return


def _iptc(resources):
    """The resource numbered 0x0404 among those that Photoshop keeps, and in it its numbered lines."""
    at = 0
    while resources[at : at + 4] == b"8BIM" and at + 12 <= len(resources):
        (number,) = struct.unpack_from(">H", resources, at + 4)
        at += 6 + (resources[at + 6] // 2 + 1) * 2
        if at + 4 > len(resources):
            return
        (length,) = struct.unpack_from(">L", resources, at)
        if number == 0x0404:
            yield from _lines(resources[at + 4 : at + 4 + length])
            return
        at += 4 + length + length % 2


def _lines(data):
    at, seen = 0, set()
    while at + 5 <= len(data) and data[at] == 0x1C:
        record, number, length = struct.unpack_from(">BBH", data, at + 1)
        name = IPTC_SETS.get(number) if record == 2 else None
        # The first of several, such as two photographers. Lengths from 0x8000 on mean another way of counting.
        if name and name not in seen:
            seen.add(name)
            yield name, _text(data[at + 5 : at + 5 + min(length, MAX_VALUE)])
        at += 5 + length


def _xmp(packet):
    """By looking for names in the text: XML with entities or without an end is text like any other here."""
    text = packet.decode("utf-8", "replace")
    for name, meaning in XMP_NAMES.items():
        value = _attribute(text, name) or _element(text, name)
        if value:
            yield meaning, html.unescape(value)


def _attribute(text, name):
    at = text.find(f"{name}=")
    if at < 0:
        return ""
    quote = text[at + len(name) + 1 : at + len(name) + 2]
    begin = at + len(name) + 2
    end = text.find(quote, begin, begin + MAX_VALUE) if quote in ('"', "'") else -1
    return text[begin:end] if end > 0 else ""


def _element(text, name):
    """What stands in the element, or in the first item of the list in it."""
    begin = text.find(f"<{name}>")
    end = text.find(f"</{name}>", begin, begin + 4 * MAX_VALUE) if begin >= 0 else -1
    if end < 0:
        return ""
    inner = text[begin + len(name) + 2 : end]
    item = inner.find("<rdf:li")
    if item >= 0:
        inner = inner[item:].split("</rdf:li>", 1)[0]
    return TAGS.sub(" ", inner)


def _text(raw):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
