"""The last working pans at Netherpans, raked by hand."""

import itertools
import math

from newsroom.demo.drawing.curve import closed
from newsroom.demo.drawing.inks import (
    BARK,
    CLAY,
    COAL,
    CREAM,
    EMBER,
    GLOW,
    HAZE,
    MIST,
    NIGHT,
    PALE,
    PAPER,
    RUST,
    SAND,
    SLATE,
    STEEL,
    UMBER,
    mix,
)
from newsroom.demo.drawing.motifs import figure, ridge
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("saltpans")
    plate.gradient(0, 360, mix(STEEL, MIST, 0.5), MIST, HAZE, CREAM)
    plate.glow(1240, 330, 460, GLOW, 0.7, 0.5)
    for x, y, long in ((120, 120, 520), (620, 84, 700), (900, 190, 560), (60, 232, 420)):
        cloud = closed(
            [
                (x, y),
                (x + long * 0.3, y - 16),
                (x + long * 0.7, y - 10),
                (x + long, y + 4),
                (x + long * 0.5, y + 13),
            ]
        )
        plate.polygon(cloud, PAPER, 120)
    ridge(plate, 372, 52, mix(HAZE, MIST, 0.5), wave=560)
    plate.gradient(360, 1067, mix(SAND, CLAY, 0.4), CLAY, mix(CLAY, UMBER, 0.5))
    _pans(plate)
    for x, foot, size in (
        (1010, 500, 0.5),
        (1120, 506, 0.55),
        (1236, 512, 0.6),
        (1372, 524, 0.7),
        (250, 560, 0.75),
        (1300, 700, 1.2),
        (1490, 716, 1.35),
    ):
        _heap(plate, x, foot, size)
    _windpump(plate, 322, 520)
    _raker(plate, 742, 838)
    return plate


def _pans(plate):
    """Rows of shallow squares running to a point above the horizon."""
    far, horizon, vanish = [372, 398, 436, 492, 580, 720, 960, 1300], 330, 860
    edges = [-2400 + n * 640 for n in range(11)]
    tones = (PALE, HAZE, mix(CREAM, HAZE, 0.4), mix(MIST, PALE, 0.5), PAPER, mix(EMBER, CREAM, 0.72))
    for row, (top, bottom) in enumerate(itertools.pairwise(far)):
        gap = (bottom - top) * 0.09
        for column, (left, right) in enumerate(itertools.pairwise(edges)):

            def at(x, y):
                return (vanish + (x - vanish) * (y - horizon) / (1067 - horizon), y)

            pan = [
                at(left + 40, top + gap),
                at(right - 40, top + gap),
                at(right - 40, bottom - gap),
                at(left + 40, bottom - gap),
            ]
            tone = tones[(row * 5 + column * 7 + row * column) % len(tones)]
            plate.polygon([(x, y - gap * 0.5) for x, y in pan], mix(UMBER, CLAY, 0.2))
            plate.polygon(pan, tone)
            plate.shade(pan, mix(tone, STEEL, 0.55), towards="left", strength=0.5, start=-0.2)


def _heap(plate, x, foot, size):
    cone = closed(
        [
            (x - 78 * size, foot),
            (x - 34 * size, foot - 54 * size),
            (x, foot - 84 * size),
            (x + 36 * size, foot - 52 * size),
            (x + 82 * size, foot),
            (x, foot + 10 * size),
        ]
    )
    plate.ellipse(x + 26 * size, foot + 4 * size, 104 * size, 13 * size, mix(STEEL, CLAY, 0.3), 120)
    plate.polygon(cone, PAPER)
    plate.shade(cone, mix(MIST, STEEL, 0.3), towards="left", strength=0.9)


def _windpump(plate, x, foot):
    hub = foot - 330
    for spread in (-58, -20, 20, 58):
        plate.line([(x + spread, foot), (x + spread * 0.12, hub)], BARK, 7)
    for share in (0.25, 0.5, 0.75):
        half = 58 * (1 - share * 0.88)
        y = foot - 330 * share
        plate.line([(x - half, y), (x + half, y)], BARK, 4)
        plate.line([(x - half, y), (x + half * 0.75, y - 80)], BARK, 2.5)
    plate.polygon(
        [(x - 8, hub - 6), (x - 150, hub - 34), (x - 150, hub + 30), (x - 8, hub + 6)], mix(UMBER, CLAY, 0.3)
    )
    for number in range(4):
        turn = number * math.pi / 2 + 0.42
        along, across = (math.cos(turn), math.sin(turn)), (-math.sin(turn), math.cos(turn))

        def at(far, side, along=along, across=across):
            return (x + along[0] * far + across[0] * side, hub + along[1] * far + across[1] * side)

        sail = [at(34, 4), at(176, 4), at(176, 46), at(34, 34)]
        plate.polygon(sail, RUST if number == 1 else CREAM)
        plate.shade(sail, UMBER, towards="left", strength=0.7)
        plate.line([at(0, 0), at(186, 0)], BARK, 6)
    plate.ellipse(x, hub, 13, 13, COAL)


def _raker(plate, x, foot):
    plate.ellipse(x + 50, foot + 2, 120, 13, mix(STEEL, CLAY, 0.3), 110)
    figure(plate, x, foot, 300, RUST, legs=mix(SLATE, NIGHT, 0.4), hair=CREAM)
    plate.polygon(
        closed(
            [
                (x - 44, foot - 283),
                (x - 10, foot - 300),
                (x + 20, foot - 300),
                (x + 50, foot - 280),
                (x, foot - 286),
            ]
        ),
        SAND,
    )
    plate.line([(x - 26, foot - 236), (x + 34, foot - 176), (x + 92, foot - 152)], mix(RUST, NIGHT, 0.25), 21)
    plate.ellipse(x + 94, foot - 150, 11, 10, SAND)
    plate.line([(x + 20, foot - 214), (x + 300, foot + 14)], BARK, 7)
    plate.polygon(
        [(x + 262, foot + 10), (x + 346, foot - 4), (x + 352, foot + 12), (x + 268, foot + 26)], BARK
    )
    mound = closed(
        [
            (x + 280, foot + 24),
            (x + 330, foot - 8),
            (x + 400, foot - 22),
            (x + 470, foot + 4),
            (x + 500, foot + 26),
            (x + 390, foot + 36),
        ]
    )
    plate.polygon(mound, PAPER)
    plate.shade(mound, MIST, towards="left", strength=0.8)
