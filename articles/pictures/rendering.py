"""The files readers load: one JPEG, one WebP and, a minute later, one AVIF for each width."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from .limits import AVIF_QUALITY, AVIF_SPEED, JPEG_QUALITY, WEBP_METHOD, WEBP_QUALITY, WIDTHS
from .reading import Picture

ENCODINGS = {
    "jpg": {"format": "JPEG", "quality": JPEG_QUALITY, "optimize": True, "progressive": True},
    "webp": {"format": "WEBP", "quality": WEBP_QUALITY, "method": WEBP_METHOD},
}

EXTENSIONS = tuple(ENCODINGS)

# Beside the others once there was time for it: it takes as long as both of them and nobody waits for it.
LATER = {
    "avif": {"format": "AVIF", "quality": AVIF_QUALITY, "speed": AVIF_SPEED, "max_threads": 1},
}


@dataclass(frozen=True)
class Rendition:
    """A finished file and its size in pixels."""

    width: int
    height: int
    extension: str
    content: bytes


def widths_for(width: int) -> tuple[int, ...]:
    """The widths a picture is offered in: never more than it has, and its own when it has less than the smallest."""
    return tuple(offered for offered in WIDTHS if offered <= width) or (width,)


def renditions(picture: Picture, encodings=ENCODINGS) -> Iterator[Rendition]:
    """Every file to be made of this picture in these encodings (those of ``LATER`` are the others), the widest first."""
    image = picture.image
    for width in reversed(widths_for(picture.width)):
        height = max(1, round(picture.height * width / picture.width))
        if image.size != (width, height):
            # From the last one: a third less time than from the original each, and above 50 dB the same.
            image = image.resize((width, height), Image.Resampling.LANCZOS)
        for extension, options in encodings.items():
            yield Rendition(width, height, extension, encoded(image, **options))


def encoded(image: Image.Image, **options) -> bytes:
    """The image as a file."""
    file = io.BytesIO()
    image.save(file, **options)
    return file.getvalue()
