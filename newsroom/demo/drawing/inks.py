"""The inks on the shelf: paper tones, blue greys, greens, and one warm colour used sparingly."""

from PIL import ImageColor

Ink = tuple[int, ...]


def ink(colour: str) -> Ink:
    return ImageColor.getrgb(colour)


PAPER = ink("#f4ecdc")
CREAM = ink("#eaddc4")
SAND = ink("#d6c19d")
CLAY = ink("#b4977a")
UMBER = ink("#6d5645")
BARK = ink("#46392f")

NIGHT = ink("#16202a")
COAL = ink("#222d33")
SLATE = ink("#3a4c58")
STEEL = ink("#5c7480")
MIST = ink("#8ea3a9")
HAZE = ink("#b9c5c2")
PALE = ink("#d9dfd8")

PINE = ink("#2f443d")
MOSS = ink("#526650")
SAGE = ink("#7d8e70")
LICHEN = ink("#aeb48f")

RUST = ink("#b04e2c")
EMBER = ink("#d3824d")
GLOW = ink("#f3cf94")
WINE = ink("#6b2a24")


def mix(first: Ink, second: Ink, share: float) -> Ink:
    """The ink that is `share` of the way from the first to the second."""
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
