"""
Whether two pictures look the same: 64 bits, each says whether a ninth of a row is clearly brighter than the next one.

The same photograph in another size, saved again or a little brighter differs in a bit or two; another photograph in about
thirty. Bits that differ in three places at most leave one of the four parts of 16 alike: that is what a database can look
for in an index.
"""

from PIL import Image

#: Looks this near are taken for the same picture.
NEAR = 3
PARTS = 4
PART_BITS = 16
ACROSS, DOWN = 8, 8
# Of 255. Less than this is what saving a picture again does to a plain sky.
CLEARLY = 2
# With fewer steps than this in it a picture is a plain surface, and all of those look the same.
FEWEST_STEPS = 6


def look_of(image: Image.Image) -> int:
    """The look of a picture, as a signed number of 64 bits, which is what databases hold."""
    # In two steps: averaging all of a large picture into nine columns at once takes as long, and a copy in grey more.
    small = image.resize((ACROSS * 9 + 9, DOWN * 9), Image.Resampling.BOX, reducing_gap=1.5)
    greys = small.convert("L").resize((ACROSS + 1, DOWN), Image.Resampling.BOX).tobytes()
    look = 0
    for row in range(DOWN):
        for column in range(ACROSS):
            at = row * (ACROSS + 1) + column
            look = look << 1 | (greys[at] - greys[at + 1] > CLEARLY)
    return look - (1 << 64) if look >> 63 else look


def parts_of(look: int) -> tuple[int, ...]:
    """The four parts of a look, each from 0 to 65535."""
    bits = look & (1 << 64) - 1
    return tuple(bits >> PART_BITS * part & 0xFFFF for part in range(PARTS))


def distance(look: int, other: int) -> int:
    """In how many of the 64 places they differ."""
    return ((look ^ other) & (1 << 64) - 1).bit_count()


def says_something(look: int) -> bool:
    """Whether a picture has enough in it to be told from others by its look."""
    return (look & (1 << 64) - 1).bit_count() >= FEWEST_STEPS


def columns(look: int) -> dict[str, int]:
    """The look as the row of a picture keeps it."""
    return {"look": look, **{f"look_{number}": part for number, part in enumerate(parts_of(look), start=1)}}
