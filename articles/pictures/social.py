"""The one picture that other sites show with a link: a wide part of it, around what must not be lost."""

from PIL import Image

from .limits import MIN_SOCIAL_WIDTH, SOCIAL_SIZE
from .rendering import ENCODINGS, encoded


def social_size(width: int, height: int) -> tuple[int, int] | None:
    """The size of the part of a picture of this size; never enlarged. None where it would be too small to be of use."""
    wide, high = SOCIAL_SIZE
    scale = min(1, width / wide, height / high)
    if wide * scale < MIN_SOCIAL_WIDTH:
        return None
    return round(wide * scale), round(high * scale)


def social(image: Image.Image, size: tuple[int, int], focus: tuple[int, int]) -> bytes:
    """A JPEG of the largest part of the image in the shape of ``size``, as near as can be to having ``focus`` (in percent of
    width and height) in its middle.
    """
    part = image.resize(size, Image.Resampling.LANCZOS, box=_part(image.size, size, focus))
    return encoded(part, **ENCODINGS["jpg"])


def _part(whole, size, focus):
    """The box to cut out: left, top, right, bottom."""
    scale = min(whole[0] / size[0], whole[1] / size[1])
    sides = [side * scale for side in size]
    begins = [
        min(max(0, length * percent / 100 - side / 2), length - side)
        for length, side, percent in zip(whole, sides, focus, strict=True)
    ]
    # Sums of fractions may exceed the image by a hair, which Pillow refuses.
    ends = [min(begin + side, length) for begin, side, length in zip(begins, sides, whole, strict=True)]
    return (*begins, *ends)
