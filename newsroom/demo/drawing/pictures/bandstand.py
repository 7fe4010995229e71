"""The silver band at practice, one cornet short."""

import math

from newsroom.demo.drawing.curve import closed, path, through
from newsroom.demo.drawing.inks import (
    BARK,
    CLAY,
    COAL,
    CREAM,
    EMBER,
    GLOW,
    LICHEN,
    MIST,
    MOSS,
    NIGHT,
    PALE,
    PINE,
    RUST,
    SAGE,
    SAND,
    SLATE,
    STEEL,
    UMBER,
    mix,
)
from newsroom.demo.drawing.motifs import figure
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("bandstand")
    plate.gradient(
        0, 760, mix(SLATE, STEEL, 0.5), mix(STEEL, MIST, 0.5), mix(MIST, CREAM, 0.4), mix(EMBER, CREAM, 0.5)
    )
    for x, y, r, tone in (
        (90, 470, 210, 0.2),
        (300, 540, 150, 0.4),
        (1320, 500, 190, 0.35),
        (1540, 450, 220, 0.15),
        (520, 590, 110, 0.6),
        (1130, 590, 110, 0.6),
    ):
        _tree(plate, x, y, r, mix(mix(PINE, MOSS, 0.3), MIST, tone))
    plate.gradient(740, 1067, mix(SAGE, LICHEN, 0.3), MOSS, mix(MOSS, PINE, 0.5))
    plate.polygon(
        closed(path("700 800, 900 800, 1020 900, 1330 1140, 270 1140, 580 900")), mix(SAND, CLAY, 0.4)
    )
    dome = through(path("420 352, 520 300, 660 250, 800 196, 940 250, 1080 300, 1180 352"))
    plate.polygon(path("450 356, 1150 356, 1130 800, 470 800"), mix(COAL, UMBER, 0.35))
    plate.glow(800, 470, 360, GLOW, 0.7, 0.8)
    _players(plate)
    for x, wide in ((452, 9), (590, 7), (800, 7), (1010, 7), (1148, 9)):
        plate.rectangle(x - wide, 352, x + wide, 800, CREAM)
    plate.polygon([*dome, (1180, 372), (420, 372)], RUST)
    for k in (0.0, 0.33, 0.66, 1.0):
        x = 420 + 760 * k
        plate.line(
            through([(800, 200), ((800 + x) / 2, 262 + 24 * abs(k - 0.5)), (x, 362)]),
            mix(RUST, NIGHT, 0.4),
            5,
        )
    plate.shade([*dome, (1180, 372), (420, 372)], mix(RUST, NIGHT, 0.6), towards="left", strength=0.9)
    plate.rectangle(410, 360, 1190, 380, CREAM)
    plate.line([(800, 204), (800, 138)], COAL, 6)
    plate.polygon([(803, 140), (862, 154), (803, 170)], CREAM)
    for x in range(460, 1150, 26):
        plate.line([(x, 716), (x, 790)], CREAM, 4)
    plate.rectangle(444, 708, 1156, 720, CREAM)
    base = path("430 788, 1170 788, 1190 862, 410 862")
    plate.polygon(base, mix(SAND, CLAY, 0.3))
    plate.shade(base, BARK, strength=0.9)
    listeners = (
        (230, 1000, 300, SLATE, COAL, 1),
        (310, 1006, 280, mix(EMBER, SAND, 0.3), UMBER, 1),
        (1330, 990, 310, mix(PINE, MOSS, 0.2), mix(PALE, MIST, 0.3), -1),
        (1420, 1012, 190, RUST, BARK, -1),
    )
    for x, foot, tall, coat, hair, turn in listeners:
        plate.ellipse(x + 8, foot, tall * 0.2, 10, NIGHT, 100)
        figure(plate, x, foot, tall, coat, hair=hair, turn=turn)
    return plate


def _tree(plate, x, y, r, tone):
    plate.polygon(
        [(x - r * 0.08, 800), (x - r * 0.04, y), (x + r * 0.04, y), (x + r * 0.08, 800)], mix(tone, BARK, 0.6)
    )
    crown = closed(
        [
            (
                x + r * (0.94 + 0.1 * math.sin(n * 2.3 + x)) * math.cos(n * math.pi / 7),
                y + r * (0.94 + 0.1 * math.sin(n * 2.3 + x)) * math.sin(n * math.pi / 7),
            )
            for n in range(14)
        ]
    )
    plate.polygon(crown, tone)
    plate.shade(crown, mix(tone, NIGHT, 0.5), strength=0.9)


def _players(plate):
    brass = mix(EMBER, GLOW, 0.55)
    coat = mix(SLATE, NIGHT, 0.35)
    for n, x in enumerate((530, 660, 740, 868, 940, 1070)):
        turn = 1 if x < 800 else -1
        tall = (226, 238, 220, 232, 224, 230)[n]
        figure(
            plate, x, 800, tall, coat, legs=NIGHT, hair=(COAL, UMBER, PALE, COAL, BARK, MIST)[n], turn=turn
        )
        plate.line(
            [
                (x - 10 * turn, 800 - tall * 0.74),
                (x + 26 * turn, 800 - tall * 0.7),
                (x + 36 * turn, 800 - tall * 0.84),
            ],
            mix(coat, NIGHT, 0.4),
            15,
        )
        mouth = (x + 14 * turn, 800 - tall * 0.885)
        if n in (0, 5):
            plate.ring(x + 26 * turn, 800 - tall * 0.6, 34, 42, brass, 13)
            bell = [
                (x + 40 * turn, 800 - tall * 0.72),
                (x + 32 * turn, 548),
                (x + 96 * turn, 536),
                (x + 58 * turn, 800 - tall * 0.7),
            ]
            plate.polygon(bell, brass)
            continue
        plate.line([mouth, (x + 70 * turn, mouth[1] + 12)], brass, 6)
        plate.polygon(
            [
                (x + 62 * turn, mouth[1] + 8),
                (x + 96 * turn, mouth[1] - 8),
                (x + 96 * turn, mouth[1] + 36),
                (x + 62 * turn, mouth[1] + 17),
            ],
            brass,
        )
        plate.ring(x + 44 * turn, mouth[1] + 16, 17, 10, brass, 5)
