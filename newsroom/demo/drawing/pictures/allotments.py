"""Cinder Bank, with St Osyth's behind and everything to be picked at once."""

from newsroom.demo.drawing.curve import closed, path
from newsroom.demo.drawing.inks import (
    BARK,
    CLAY,
    COAL,
    CREAM,
    EMBER,
    GLOW,
    HAZE,
    LICHEN,
    MIST,
    MOSS,
    NIGHT,
    PALE,
    PAPER,
    PINE,
    RUST,
    SAGE,
    SAND,
    SLATE,
    STEEL,
    UMBER,
    mix,
)
from newsroom.demo.drawing.motifs import figure, ridge
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("allotments")
    plate.gradient(0, 420, mix(MIST, HAZE, 0.4), HAZE, PALE, CREAM)
    for x, y, long in ((90, 110, 420), (700, 70, 520), (1180, 150, 420)):
        plate.polygon(
            closed(
                [
                    (x, y),
                    (x + long * 0.25, y - 30),
                    (x + long * 0.55, y - 22),
                    (x + long, y),
                    (x + long * 0.5, y + 16),
                ]
            ),
            PAPER,
            170,
        )
    ridge(plate, 404, 60, mix(HAZE, SAGE, 0.35), wave=600)
    _skyline(plate)
    plate.gradient(420, 1067, mix(SAGE, LICHEN, 0.4), SAGE, MOSS)
    _rows(plate)
    for x, foot, size, tone in (
        (120, 470, 0.8, mix(PINE, SAGE, 0.3)),
        (520, 456, 0.6, RUST),
        (1110, 462, 0.66, mix(SLATE, STEEL, 0.4)),
        (1420, 496, 1.0, mix(UMBER, CLAY, 0.3)),
    ):
        _hut(plate, x, foot, size, tone)
    for x, foot, size in ((330, 590, 0.75), (440, 600, 0.8), (1230, 640, 0.95), (250, 780, 1.35)):
        _wigwam(plate, x, foot, size)
    figure(plate, 700, 700, 216, RUST, legs=mix(SLATE, NIGHT, 0.4), hair=PALE)
    plate.line([(722, 556), (768, 704)], BARK, 6)
    plate.polygon(path("758 696, 782 690, 780 728, 768 736"), STEEL)
    figure(plate, 980, 560, 130, mix(EMBER, SAND, 0.3), hair=BARK, turn=-1)
    _barrow(plate, 1090, 880)
    return plate


def _skyline(plate):
    tone = mix(MIST, STEEL, 0.25)
    plate.rectangle(770, 262, 830, 420, tone)
    plate.polygon([(764, 264), (800, 120), (836, 264)], tone)
    plate.polygon(path("826 420, 826 340, 840 320, 950 320, 966 340, 966 420"), tone)
    dice = plate.dice
    for n in range(26):
        x, wide, tall = -20 + n * 64, dice.uniform(46, 72), dice.uniform(24, 66)
        colour = mix(mix(CLAY, HAZE, 0.6), MIST, dice.random() * 0.5)
        plate.polygon(
            [
                (x, 424),
                (x, 420 - tall * 0.6),
                (x + wide / 2, 420 - tall),
                (x + wide, 420 - tall * 0.6),
                (x + wide, 424),
            ],
            colour,
        )


def _rows(plate):
    """Beds running to a point, each with its own crop."""
    vanish, horizon = 800, 360
    crops = (
        MOSS,
        LICHEN,
        PINE,
        mix(SAGE, STEEL, 0.35),
        mix(LICHEN, GLOW, 0.25),
        MOSS,
        mix(PINE, SAGE, 0.3),
        LICHEN,
        PINE,
        mix(SAGE, LICHEN, 0.3),
    )

    def at(x, y):
        return (vanish + (x - vanish) * (y - horizon) / (1067 - horizon), y)

    for n in range(-5, 11):
        left, right = n * 320 - 1000, n * 320 - 790
        for top, bottom in ((452, 560), (576, 760), (786, 1180)):
            bed = [at(left, top), at(right, top), at(right, bottom), at(left, bottom)]
            soil = mix(UMBER, BARK, 0.3)
            plate.polygon(bed, soil)
            crop = crops[(n * 3 + top) % len(crops)]
            for k in range(2):
                lane = left + (right - left) * (0.28 + 0.44 * k)
                y = top + 4.0
                while y < min(bottom, 1080):
                    near = (y - horizon) / (1067 - horizon)
                    x, _ = at(lane, y)
                    r = 56 * near
                    plate.ellipse(x, y - r * 0.2, r, r * 0.62, mix(crop, NIGHT, 0.35))
                    plate.ellipse(x - r * 0.1, y - r * 0.42, r * 0.8, r * 0.5, crop)
                    plate.ellipse(x - r * 0.2, y - r * 0.56, r * 0.36, r * 0.22, mix(crop, CREAM, 0.25))
                    y += 50 * near + 2


def _hut(plate, x, foot, size, tone):
    wide, tall = 170 * size, 150 * size
    wall = [(x, foot), (x, foot - tall), (x + wide, foot - tall * 0.86), (x + wide, foot)]
    plate.polygon(wall, tone)
    for n in range(1, 9):
        plate.line(
            [(x + wide * n / 9, foot), (x + wide * n / 9, foot - tall * (1 - 0.14 * n / 9))],
            mix(tone, NIGHT, 0.3),
            2,
        )
    plate.shade(wall, mix(tone, NIGHT, 0.6), towards="right", strength=0.8)
    plate.polygon(
        [
            (x - 14 * size, foot - tall * 1.02),
            (x + wide + 14 * size, foot - tall * 0.86),
            (x + wide + 14 * size, foot - tall * 0.8),
            (x - 14 * size, foot - tall * 0.95),
        ],
        COAL,
    )
    plate.rectangle(x + wide * 0.12, foot - tall * 0.68, x + wide * 0.42, foot - tall * 0.4, PALE)
    plate.rectangle(x + wide * 0.56, foot - tall * 0.66, x + wide * 0.86, foot, mix(tone, NIGHT, 0.4))
    plate.rectangle(
        x - 44 * size, foot - 64 * size, x - 8 * size, foot, mix(SLATE, NIGHT, 0.2), radius=4 * size
    )


def _wigwam(plate, x, foot, size):
    for k in (-46, -20, 8, 40):
        plate.line([(x + k * size, foot), (x - k * 0.2 * size, foot - 190 * size)], CLAY, 4.5 * size)
    for _ in range(64):
        up = plate.dice.random()
        half = 48 * (1 - up * 0.86) * size
        px, py = x + plate.dice.uniform(-half, half), foot - up * 168 * size
        r = 9 * size
        plate.ellipse(px, py, r, r * 0.7, plate.dice.choice((MOSS, PINE, SAGE, mix(MOSS, PINE, 0.5))))
        if plate.dice.random() < 0.16:
            plate.ellipse(px + r, py, 3.4 * size, 3.4 * size, RUST)


def _barrow(plate, x, foot):
    plate.line([(x - 10, foot - 40), (x + 190, foot - 78)], BARK, 8)
    plate.line([(x + 96, foot - 50), (x + 108, foot + 8)], BARK, 8)
    tub = [(x - 40, foot - 98), (x + 120, foot - 98), (x + 84, foot - 34), (x - 8, foot - 34)]
    for k in (-20, 16, 50, 86):
        plate.ellipse(x + k, foot - 104, 30, 24, (MOSS, LICHEN, MOSS, SAGE)[(k + 20) % 4])
        plate.ellipse(x + k + 8, foot - 112, 15, 14, mix(EMBER, GLOW, 0.3))
    plate.polygon(tub, mix(SLATE, STEEL, 0.3))
    plate.shade(tub, NIGHT, strength=0.9)
    plate.ring(x - 26, foot - 12, 28, 28, COAL, 8)
