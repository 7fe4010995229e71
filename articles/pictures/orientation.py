"""
Which way is up, as the camera noted it in the EXIF block.

Read here rather than by Pillow, which would decode the whole block (places, maker's notes, thumbnails) and
warns about each of the many that cameras write wrongly.
"""

import struct

from PIL import Image

ORIENTATION_TAG = 0x0112

# What has to be done to the stored pixels, by the value of the tag.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def turn_needed(exif: bytes) -> Image.Transpose | None:
    """The turn that sets the picture upright; None when it is, or when the block is silent or broken."""
    tiff = exif.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return None
    try:
        (start,) = struct.unpack_from(f"{order}L", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(entries):
            tag, _kind, _count, value = struct.unpack_from(f"{order}HHLH", tiff, start + 2 + 12 * number)
            if tag == ORIENTATION_TAG:
                return TURNS.get(value)
    except struct.error:
        pass
    return None


def swaps_sides(turn: Image.Transpose | None) -> bool:
    """Whether width and height change places."""
    return turn in (TURNS[5], TURNS[6], TURNS[7], TURNS[8])
