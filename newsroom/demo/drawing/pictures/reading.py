"""Corn Street Library, the upper reading room at four in the afternoon."""

import math

from newsroom.demo.drawing.curve import closed, path
from newsroom.demo.drawing.inks import (
    BARK,
    CLAY,
    COAL,
    CREAM,
    EMBER,
    GLOW,
    HAZE,
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
    WINE,
    mix,
)
from newsroom.demo.drawing.motifs import figure
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("reading")
    plate.gradient(0, 790, mix(CREAM, SAND, 0.3), CREAM, mix(SAND, CLAY, 0.2))
    for n, x in enumerate((330, 800, 1270)):
        _window(plate, x, 96, 246, 480, n)
    for n, (left, right) in enumerate(((-20, 170), (490, 640), (960, 1110), (1430, 1620))):
        _shelves(plate, left, right, 130, 700, n)
    plate.rectangle(0, 690, 1600, 716, mix(UMBER, BARK, 0.3))
    plate.gradient(716, 1067, mix(CLAY, UMBER, 0.4), mix(UMBER, BARK, 0.4))
    for x in (330, 800, 1270):
        plate.polygon([(x - 110, 716), (x + 110, 716), (x + 10, 1067), (x - 330, 1067)], GLOW, 44)
        plate.polygon([(x - 110, 560), (x + 110, 560), (x + 100, 716), (x - 190, 716)], PAPER, 30)
    figure(plate, 420, 812, 300, mix(SLATE, STEEL, 0.3), hair=COAL)
    figure(plate, 1160, 812, 296, RUST, hair=mix(UMBER, CLAY, 0.3), turn=-1)
    figure(plate, 1290, 806, 200, mix(MOSS, SAGE, 0.4), hair=BARK, turn=-1)
    top = path("150 764, 1450 764, 1560 850, 40 850")
    plate.polygon(top, mix(UMBER, EMBER, 0.22))
    plate.shade(top, BARK, towards="left", strength=0.7, start=-0.2)
    plate.polygon(path("40 850, 1560 850, 1556 892, 44 892"), BARK)
    for x in (130, 1410):
        plate.polygon([(x, 892), (x + 62, 892), (x + 52, 1067), (x + 10, 1067)], mix(BARK, NIGHT, 0.3))
    for x in (330, 800, 1270):
        _lamp(plate, x, 804)
    for x, y, tone in (
        (540, 806, SLATE),
        (570, 792, RUST),
        (980, 812, MOSS),
        (640, 820, CREAM),
        (1060, 800, CLAY),
    ):
        plate.polygon(
            [(x - 52, y), (x + 44, y - 6), (x + 58, y + 14), (x - 44, y + 20)], mix(tone, NIGHT, 0.3)
        )
        plate.polygon([(x - 52, y - 8), (x + 44, y - 14), (x + 58, y + 6), (x - 44, y + 12)], tone)
    leaf = path("752 826, 800 818, 848 826, 868 846, 800 840, 732 846")
    plate.polygon(leaf, PAPER)
    plate.line([(800, 818), (800, 840)], CLAY, 2)
    return plate


def _window(plate, x, top, wide, tall, number):
    half = wide / 2
    arch = [
        (
            x + half * math.cos(math.pi - n * math.pi / 24),
            top + half - half * math.sin(math.pi - n * math.pi / 24),
        )
        for n in range(25)
    ]
    outline = [(x - half, top + tall), *arch, (x + half, top + tall)]
    frame = [
        (x + (a - x) * 1.12, top + half + (b - top - half) * (1.12 if b < top + half else 1.02))
        for a, b in outline
    ]
    plate.polygon(frame, mix(CREAM, CLAY, 0.45))
    plate.polygon(outline, mix(HAZE, PALE, 0.5))
    plate.shade(outline, MIST, towards="up", strength=0.8, start=-0.2)
    hill = [
        (x - half, top + tall),
        *[
            (x - half + wide * k / 8, top + tall * (0.72 - 0.06 * math.sin(k * 0.9 + number * 2)))
            for k in range(9)
        ],
        (x + half, top + tall),
    ]
    plate.polygon(hill, mix(SAGE, HAZE, 0.4))
    plate.polygon(
        [
            (x - half, top + tall),
            (x - half, top + tall * 0.86),
            (x + half, top + tall * 0.82),
            (x + half, top + tall),
        ],
        mix(MIST, STEEL, 0.2),
    )
    if number == 1:
        plate.polygon(
            [
                (x + 20, top + tall * 0.86),
                (x + 74, top + tall * 0.86),
                (x + 62, top + tall * 0.9),
                (x + 28, top + tall * 0.9),
            ],
            RUST,
        )
        plate.polygon(
            [(x + 46, top + tall * 0.85), (x + 46, top + tall * 0.64), (x + 84, top + tall * 0.83)], PAPER
        )
    bar = mix(CREAM, CLAY, 0.3)
    for k in (-0.34, 0.34):
        plate.rectangle(x + wide * k - 4, top + 24, x + wide * k + 4, top + tall, bar)
    for k in (0.27, 0.51, 0.75):
        plate.rectangle(x - half, top + tall * k - 4, x + half, top + tall * k + 4, bar)
    plate.rectangle(x - half - 26, top + tall, x + half + 26, top + tall + 22, mix(CREAM, PAPER, 0.5))


def _shelves(plate, left, right, top, bottom, number):
    plate.rectangle(left, top, right, bottom, BARK)
    plate.rectangle(left - 8, top - 16, right + 8, top + 4, mix(UMBER, CLAY, 0.2))
    inks = (RUST, SLATE, MOSS, CLAY, WINE, STEEL, SAND, PINE, mix(EMBER, SAND, 0.3))
    dice, gap = plate.dice, (bottom - top - 10) / 6
    for row in range(6):
        base = top + 10 + gap * (row + 1) - 8
        x = left + 10
        while x < right - 20:
            thick, tall = dice.uniform(8, 19), gap * dice.uniform(0.56, 0.84)
            if dice.random() < 0.07:
                x += thick * 2
                continue
            colour = mix(dice.choice(inks), BARK, 0.22)
            plate.rectangle(x, base - tall, min(x + thick, right - 10), base, colour)
            if thick > 12:
                plate.rectangle(x + 2, base - tall * 0.8, x + thick - 2, base - tall * 0.74, SAND, 190)
            x += thick + 1.5
        plate.rectangle(left, base, right, base + 8, mix(UMBER, CLAY, 0.15))


def _lamp(plate, x, foot):
    plate.glow(x, foot - 20, 190, GLOW, 0.75, 0.42)
    plate.rectangle(x - 4, foot - 96, x + 4, foot, mix(EMBER, UMBER, 0.4))
    plate.polygon(
        [(x - 40, foot + 8), (x + 40, foot + 8), (x + 26, foot - 6), (x - 26, foot - 6)],
        mix(EMBER, UMBER, 0.5),
    )
    shade = closed(
        [
            (x - 78, foot - 88),
            (x - 60, foot - 126),
            (x, foot - 140),
            (x + 60, foot - 126),
            (x + 78, foot - 88),
            (x, foot - 84),
        ]
    )
    plate.polygon(shade, mix(PINE, MOSS, 0.45))
    plate.shade(shade, NIGHT, towards="left", strength=0.8)
    plate.polygon([(x - 70, foot - 86), (x + 70, foot - 86), (x + 54, foot - 78), (x - 54, foot - 78)], PAPER)
