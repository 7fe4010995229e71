"""The tide over the quay at dusk, a hand's width from the doors."""

from newsroom.demo.drawing.curve import closed
from newsroom.demo.drawing.inks import (
    BARK,
    CLAY,
    COAL,
    CREAM,
    EMBER,
    GLOW,
    MIST,
    NIGHT,
    PALE,
    PINE,
    RUST,
    SAND,
    SLATE,
    STEEL,
    UMBER,
    mix,
)
from newsroom.demo.drawing.motifs import echo, figure, sash
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("flood")
    plate.gradient(
        0, 700, SLATE, mix(SLATE, STEEL, 0.6), STEEL, mix(MIST, STEEL, 0.3), mix(MIST, CREAM, 0.35)
    )
    for band in range(6):
        y, x = 50 + band * 44, plate.dice.uniform(-200, 500)
        cloud = closed(
            [
                (x, y),
                (x + 320, y - 24),
                (x + 760, y - 8),
                (x + 1180, y + 6),
                (x + 700, y + 22),
                (x + 240, y + 18),
            ]
        )
        plate.polygon(cloud, mix(SLATE, NIGHT, 0.35), 110)
    facade = (
        (-30, 296, 260),
        (300, 560, 214),
        (564, 850, 248),
        (854, 1128, 196),
        (1132, 1384, 252),
        (1388, 1640, 224),
    )
    tones = (
        mix(CLAY, SLATE, 0.45),
        mix(CREAM, STEEL, 0.35),
        mix(STEEL, SLATE, 0.4),
        mix(CLAY, STEEL, 0.35),
        mix(CREAM, STEEL, 0.45),
        mix(UMBER, SLATE, 0.4),
    )
    for (left, right, eaves), tone in zip(facade, tones, strict=True):
        _terrace(plate, left, right, eaves, 676, tone, lit=left in (564, 1132))
    plate.reflect(676, 391, SLATE, share=0.48, sway=7, squeeze=1.0)
    for x in (430, 990):
        plate.rectangle(x - 5, 360, x + 5, 760, COAL)
        plate.rectangle(x - 11, 640, x + 11, 760, COAL, radius=4)
        plate.glow(x, 342, 210, GLOW, 0.75)
        plate.polygon([(x - 24, 326), (x + 24, 326), (x + 15, 366), (x - 15, 366)], GLOW)
        plate.polygon([(x - 30, 326), (x, 302), (x + 30, 326)], COAL)
        for step in range(16):
            y = 768 + step * 17
            half = plate.dice.uniform(5, 18) + step
            plate.polygon([(x - half, y), (x, y - 3), (x + half, y), (x, y + 3)], GLOW, 190 - step * 8)
    bench = COAL
    plate.rectangle(604, 724, 850, 736, bench, radius=3)
    plate.rectangle(604, 746, 850, 756, bench, radius=3)
    for x in (628, 826):
        plate.rectangle(x - 6, 716, x + 6, 790, bench)
    plate.rectangle(596, 776, 858, 787, bench, radius=3)
    echo(plate, 727, 788, 250, mix(COAL, SLATE, 0.4))
    figure(plate, 1256, 830, 280, RUST, legs=mix(PINE, NIGHT, 0.6), hair=mix(EMBER, BARK, 0.5), turn=-1)
    plate.ellipse(1256, 826, 66, 17, mix(SLATE, STEEL, 0.35))
    plate.ring(1256, 818, 76, 12, mix(MIST, PALE, 0.4), 2)
    for step in range(9):
        y = 832 + step * 13
        half = 60 - step * 3 + plate.dice.uniform(-9, 9)
        plate.polygon(
            [(1256 - half, y), (1256, y - 4), (1256 + half, y), (1256, y + 4)], mix(RUST, SLATE, 0.45), 210
        )
    plate.ripples(700, 1060, mix(MIST, PALE, 0.4), 110, alpha=90)
    for _ in range(150):
        x, y = plate.dice.uniform(0, 1640), plate.dice.uniform(0, 1040)
        plate.line([(x, y), (x - 9, y + 40)], PALE, 1, 58)
    return plate


def _terrace(plate, left, right, eaves, foot, tone, *, lit):
    wall = [(left, eaves), (right, eaves), (right, foot), (left, foot)]
    plate.polygon(wall, tone)
    plate.shade(wall, mix(tone, NIGHT, 0.6), strength=0.9, start=-0.1)
    roof = [(left - 4, eaves), (left + 26, eaves - 74), (right - 26, eaves - 74), (right + 4, eaves)]
    plate.polygon(roof, mix(NIGHT, SLATE, 0.5))
    for x in (left + 60, right - 74):
        plate.rectangle(x, eaves - 112, x + 30, eaves - 60, mix(UMBER, NIGHT, 0.5))
    wide, trim = right - left, mix(tone, PALE, 0.45)
    for place in (0.22, 0.5, 0.78):
        sash(plate, left + wide * place, eaves + 40, 42, 96, lit=lit and place == 0.5, frame=trim)
    sash(plate, left + wide * 0.3, eaves + 216, 62, 106, lit=lit, frame=trim)
    door = left + wide * 0.7
    plate.rectangle(door - 38, eaves + 196, door + 38, foot, trim)
    plate.rectangle(door - 30, eaves + 206, door + 30, foot, mix(tone, NIGHT, 0.65))
    for row in range(3):
        for column in range(3 - row % 2):
            x = door - 52 + column * 38 + (row % 2) * 19
            plate.rectangle(
                x, foot - 22 - row * 20, x + 36, foot - 3 - row * 20, mix(SAND, STEEL, 0.3), radius=8
            )
