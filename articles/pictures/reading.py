"""From an uploaded file to pixels, or to a sentence that says what is wrong with it."""

import hashlib
import io
import re
import struct
import warnings
import zlib
from dataclasses import dataclass, field
from typing import IO

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile

from .colour import in_srgb, opaque, scaled
from .found import found_in
from .limits import MAX_BYTES, MAX_FRAMES, MAX_PIXELS, MAX_RENDITION_HEIGHT, MAX_RENDITION_PIXELS, WIDTHS
from .looks import look_of
from .orientation import swaps_sides, turn_needed
from .refusal import DAMAGED, NOT_A_PICTURE, Refused
from .stripping import kind_of, strip

# Process-wide, for whatever else opens pictures here: half a picture is an error, and so is a bomb.
ImageFile.LOAD_TRUNCATED_IMAGES = False
Image.MAX_IMAGE_PIXELS = max(MAX_PIXELS.values())
warnings.simplefilter("error", Image.DecompressionBombWarning)

TRUE_EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}

BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)

# What decoders have been seen to raise over damaged files, and their near relatives.
DECODING_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    AssertionError,
    EOFError,
    MemoryError,
    RuntimeError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True)
class Picture:
    """
    What is known of a file that was accepted.

    ``image`` is upright, opaque, sRGB, free of metadata, and large enough for every rendition; ``width`` and
    ``height`` are those of the upright original, ``extension`` is the true one for its content, and
    ``content_hash`` is the SHA-256 of the file as it was sent. ``found`` is what the file says of itself, and ``look`` what
    ``looks`` compares.
    """

    image: Image.Image
    width: int
    height: int
    extension: str
    content_hash: str
    found: dict = field(default_factory=dict)
    look: int = 0


def read(upload: IO[bytes]) -> Picture:
    """The picture in this file, which is left at its beginning; raises ``Refused`` when there is none to use."""
    data = content_of(upload)
    kind = kind_of(data)
    if kind is None:
        raise Refused(NOT_A_PICTURE)
    content_hash = hashlib.sha256(data).hexdigest()
    try:
        image, (width, height) = decoded(kind, data)
    except Refused:
        raise
    except BOMBS as error:
        raise too_large(pixels_named_in(error), MAX_PIXELS[kind]) from error
    except DECODING_ERRORS as error:
        raise Refused(DAMAGED) from error
    found = found_in(kind, data)
    return Picture(image, width, height, TRUE_EXTENSIONS[kind], content_hash, found, look_of(image))


def hash_of(upload: IO[bytes]) -> str:
    """The SHA-256 of the file, which is left at its beginning; raises ``Refused`` where it is empty or too large."""
    return hashlib.sha256(content_of(upload)).hexdigest()


def content_of(upload: IO[bytes]) -> bytes:
    """The bytes of the file, never more than are allowed."""
    upload.seek(0)
    data = upload.read(MAX_BYTES + 1)
    upload.seek(0)
    if not data:
        raise Refused(_("This file is empty."))
    if len(data) > MAX_BYTES:
        raise Refused(_("This file is larger than %(limit)s MB."), limit=MAX_BYTES // 1024**2)
    return data


def decoded(kind: str, data: bytes) -> tuple[Image.Image, tuple[int, int]]:
    """The pixels, and the size of the upright original."""
    stripped = strip(kind, data)
    image = Image.open(io.BytesIO(stripped.data), formats=(kind,))
    refuse_if_too_much(kind, image, stripped.frames)

    turn = turn_needed(stripped.exif or image.info.get("exif", b""))
    size = upright(image.size, turn)
    refuse_if_too_tall(*size)
    enough = upright(enough_for_renditions(*size), turn)
    image.draft(None, enough)
    image.load()

    profile = image.info.get("icc_profile")
    image = scaled(opaque(image), worthwhile(image.size, enough))
    image = in_srgb(image, profile)
    if turn is not None:
        image = image.transpose(turn)
    return without_information(image), size


def refuse_if_too_much(kind: str, image: Image.Image, frames: int) -> None:
    """Hold the header against the limits, before anything is decoded."""
    pixels = image.width * image.height
    if pixels > MAX_PIXELS[kind]:
        raise too_large(pixels, MAX_PIXELS[kind])
    frames = max(frames, getattr(image, "n_frames", 1))
    if frames > MAX_FRAMES:
        raise Refused(
            _(
                "This is an animation of %(frames)s frames. Send one frame of it: only still pictures are shown."
            ),
            frames=frames,
        )


def too_large(pixels: int, limit: int) -> Refused:
    """The refusal of a picture with too many pixels."""
    sentence = _("This picture is %(megapixels)s megapixels; the limit is %(limit)s. Make it smaller.")
    return Refused(sentence, megapixels=-(-pixels // 1_000_000), limit=limit // 1_000_000)


def pixels_named_in(error: Exception) -> int:
    """How many pixels a bomb has: Pillow names the number in its message and nowhere else."""
    return int(re.search(r"\d+", str(error))[0])


def refuse_if_too_tall(width: int, height: int) -> None:
    """Stop strips, whose renditions would be far larger than those of a photograph."""
    widest = min(width, WIDTHS[-1])
    tallest = height * widest // width
    if tallest > MAX_RENDITION_HEIGHT or tallest * widest > MAX_RENDITION_PIXELS:
        sentence = _(
            "This picture is too tall for its width (%(width)s × %(height)s pixels). Send a part of it."
        )
        raise Refused(sentence, width=width, height=height)


def upright(size: tuple[int, int], turn: Image.Transpose | None) -> tuple[int, int]:
    """The size after the turn; or, as turning twice is none, of the stored pixels for an upright size."""
    return size[::-1] if swaps_sides(turn) else size


def enough_for_renditions(width: int, height: int) -> tuple[int, int]:
    """
    The smallest size that every rendition can be made from.

    Landscapes keep more than the widest rendition, so that a tall part cut out of them is still sharp.
    """
    widest = WIDTHS[-1]
    scale = min(1, max(widest / width, min(widest / height, 2 * widest / width)))
    return max(1, round(width * scale)), max(1, round(height * scale))


def worthwhile(size: tuple[int, int], enough: tuple[int, int]) -> tuple[int, int]:
    """The size to work in: below half as much again as is needed, another scaling costs more than it saves."""
    return enough if size[0] * size[1] > 1.5 * enough[0] * enough[1] else size


def without_information(image: Image.Image) -> Image.Image:
    """The same pixels in an image that knows nothing else."""
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    return clean
