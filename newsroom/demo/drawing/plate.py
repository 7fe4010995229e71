"""A plate to draw on: shapes in page units at twice the size, pulled once as a finished print.

Everything random comes from the plate's own dice, so the same name always gives the same picture.
"""

import math
import random

from PIL import Image, ImageChops, ImageDraw

from .inks import PAPER, Ink

SCALE = 2
# Grains of this many fine pixels survive the halving as tooth, not as noise.
GRAIN = 3
GRAIN_TILE = 384

Point = tuple[float, float]


class Plate:
    """A drawing surface measured in finished pixels."""

    def __init__(self, name: str, *, size: tuple[int, int] = (1600, 1067), paper: Ink = PAPER):
        self.width, self.height = size
        self.dice = random.Random(name)  # noqa: S311 (a drawing, not a secret)
        self.image = Image.new("RGB", (self.width * SCALE, self.height * SCALE), paper)
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self._grain = None

    # Flat shapes

    def polygon(self, points, colour: Ink, alpha: int = 255):
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=(*colour, alpha))

    def rectangle(self, x0, y0, x1, y1, colour: Ink, alpha: int = 255, radius: float = 0):
        box = (x0 * SCALE, y0 * SCALE, x1 * SCALE - 1, y1 * SCALE - 1)
        if radius:
            self.pen.rounded_rectangle(box, radius * SCALE, fill=(*colour, alpha))
        else:
            self.pen.rectangle(box, fill=(*colour, alpha))

    def ellipse(self, x, y, rx, ry, colour: Ink, alpha: int = 255):
        box = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.ellipse(box, fill=(*colour, alpha))

    def ring(self, x, y, rx, ry, colour: Ink, width: float, start=0, end=360, alpha: int = 255):
        box = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.arc(box, start, end, fill=(*colour, alpha), width=round(width * SCALE))

    def line(self, points, colour: Ink, width: float = 2, alpha: int = 255):
        flat = [(x * SCALE, y * SCALE) for x, y in points]
        joint = "curve" if len(flat) > 2 and width > 2 else None
        self.pen.line(flat, fill=(*colour, alpha), width=max(1, round(width * SCALE)), joint=joint)

    # Tone

    def gradient(self, top, bottom, *stops: Ink):
        """Fill the full width between two heights with evenly spaced inks, top to bottom."""
        top, bottom = round(top * SCALE), round(bottom * SCALE)
        column = Image.new("RGB", (1, len(stops)))
        column.putdata(stops)
        column = _stretch(column, bottom - top)
        self.image.paste(column.resize((self.image.width, bottom - top), Image.Resampling.NEAREST), (0, top))

    def shade(self, points, colour: Ink, *, towards: str = "down", strength: float = 1, start: float = 0):
        """Spray grain into a shape, denser `towards` one side, as a screen printer would."""
        fine = [(x * SCALE, y * SCALE) for x, y in points]
        left, top = (max(0, math.floor(min(axis))) for axis in zip(*fine, strict=True))
        right = min(self.image.width, math.ceil(max(x for x, _ in fine)))
        bottom = min(self.image.height, math.ceil(max(y for _, y in fine)))
        if right <= left or bottom <= top:
            return
        size = (right - left, bottom - top)
        shape = Image.new("L", size)
        ImageDraw.Draw(shape).polygon([(x - left, y - top) for x, y in fine], fill=255)
        tone = _ramp(size, towards, strength, start)
        spray = ImageChops.subtract(tone, self.grain(size), 0.3)
        self.image.paste(colour, (left, top), ImageChops.multiply(shape, spray))

    def glow(self, x, y, radius, colour: Ink, strength: float = 1, flat: float = 1):
        """A soft round light; `flat` squeezes it."""
        halo = Image.radial_gradient("L").point(
            lambda v: round(max(0, 255 - v * 1.42) ** 1.6 / 255**0.6 * strength)
        )
        size = (round(radius * 2 * SCALE), round(radius * 2 * flat * SCALE))
        halo = halo.resize(size, Image.Resampling.BICUBIC)
        corner = (round((x - radius) * SCALE), round((y - radius * flat) * SCALE))
        self.image.paste(colour, corner, halo)

    def grain(self, size):
        """Even noise of the wanted size, cut from one tile."""
        if self._grain is None:
            side = GRAIN_TILE
            tile = Image.frombytes("L", (side, side), self.dice.randbytes(side * side))
            side = round(side * GRAIN / 2)
            self._grain = tile.resize((side, side), Image.Resampling.BILINEAR)
        return _tiled(self._grain, size)

    # Water

    def reflect(self, waterline, depth, tint: Ink, share: float = 0.45, sway: float = 5, squeeze: float = 1):
        """Mirror what stands above the waterline, swaying more the nearer it comes."""
        line, rows = round(waterline * SCALE), round(depth * SCALE)
        source = round(rows * squeeze)
        above = self.image.crop((0, line - source, self.image.width, line))
        above = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        if squeeze != 1:
            above = above.resize((above.width, rows), Image.Resampling.BILINEAR)
        above = Image.blend(above, Image.new("RGB", above.size, tint), share)
        step, phase = SCALE, self.dice.random() * 6
        for y in range(0, rows, step):
            near = y / rows
            drift = math.sin(y / (7 + 13 * near) + phase) + 0.6 * math.sin(y / (19 + 17 * near))
            offset = round(drift * sway * SCALE * (0.25 + near))
            strip = above.crop((0, y, above.width, min(rows, y + step)))
            self.image.paste(ImageChops.offset(strip, offset, 0), (0, line + y))

    def ripples(self, top, bottom, colour: Ink, count: int, *, alpha: int = 90, left=0, right=None):
        """Short flat strokes, longer and thicker towards the viewer."""
        right = self.width if right is None else right
        for _ in range(count):
            near = self.dice.random() ** 1.4
            y = top + (bottom - top) * near
            x = self.dice.uniform(left - 40, right)
            length = self.dice.uniform(14, 60) * (0.5 + 1.8 * near)
            thick = 0.8 + 2.4 * near
            self.polygon(
                [(x, y), (x + length / 2, y - thick), (x + length, y), (x + length / 2, y + thick)],
                colour,
                alpha,
            )

    def pull(self) -> Image.Image:
        """The finished print: halved, with the tooth of the paper laid over it."""
        picture = self.image.reduce(SCALE)
        tooth = self.grain(picture.size).point(lambda v: 128 + round((v - 128) / 26))
        tooth = Image.merge("RGB", (tooth, tooth, tooth))
        return ImageChops.add(picture, tooth, 1, -128)


def _stretch(column, height):
    """A column of inks drawn out to a height without banding at the ends."""
    steps = column.height
    wide = Image.new("RGB", (1, height))
    source = [column.getpixel((0, row)) for row in range(steps)]
    pixels = []
    for y in range(height):
        place = y / max(1, height - 1) * (steps - 1)
        first = min(int(place), steps - 2) if steps > 1 else 0
        share = place - first
        second = source[min(first + 1, steps - 1)]
        pixels.append(tuple(round(a + (b - a) * share) for a, b in zip(source[first], second, strict=True)))
    wide.putdata(pixels)
    return wide


def _ramp(size, towards, strength, start):
    """A grey wedge from `start` to `strength`, rising towards one side."""
    wedge = Image.linear_gradient("L").point(lambda v: round(255 * (start + (strength - start) * v / 255)))
    turn = {
        "down": None,
        "up": Image.Transpose.ROTATE_180,
        "right": Image.Transpose.ROTATE_90,
        "left": Image.Transpose.ROTATE_270,
    }[towards]
    if turn is not None:
        wedge = wedge.transpose(turn)
    return wedge.resize(size, Image.Resampling.BILINEAR)


def _tiled(tile, size):
    sheet = Image.new("L", size)
    for x in range(0, size[0], tile.width):
        for y in range(0, size[1], tile.height):
            sheet.paste(tile, (x, y))
    return sheet
