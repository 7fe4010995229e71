"""The Lantern after the audience has gone home."""

import math

from newsroom.demo.drawing.curve import closed, path, through
from newsroom.demo.drawing.inks import BARK, CLAY, EMBER, GLOW, NIGHT, PAPER, RUST, SLATE, UMBER, WINE, mix
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("theatre")
    plate.gradient(0, 1067, NIGHT, mix(NIGHT, WINE, 0.25), NIGHT)
    stage = path("330 150, 1270 150, 1270 700, 330 700")
    plate.polygon(stage, mix(NIGHT, UMBER, 0.3))
    plate.glow(800, 470, 520, EMBER, 0.55)
    plate.glow(800, 450, 260, GLOW, 0.7)
    _flats(plate)
    boards = path("360 640, 1240 640, 1370 740, 230 740")
    plate.polygon(boards, mix(CLAY, UMBER, 0.4))
    for n in range(-8, 9):
        plate.line([(800 + n * 52, 640), (800 + n * 68, 740)], BARK, 2, 170)
    plate.glow(800, 672, 330, GLOW, 0.6, 0.22)
    plate.shade(boards, NIGHT, towards="down", strength=0.7, start=-0.4)
    plate.rectangle(795, 440, 805, 676, NIGHT)
    plate.polygon(path("764 684, 836 684, 822 672, 778 672"), NIGHT)
    plate.polygon(path("805 678, 860 684, 1010 726, 960 730"), NIGHT, 90)
    plate.ellipse(800, 418, 22, 25, PAPER)
    for k in (-12, 0, 12):
        plate.line([(800 + k, 394), (800 + k, 446)], NIGHT, 2, 150)
    plate.rectangle(784, 440, 816, 452, NIGHT, radius=3)
    for side in (-1, 1):
        _curtain(plate, side)
    _pelmet(plate)
    _arch(plate)
    _seats(plate)
    return plate


def _flats(plate):
    """Painted scenery left standing: a painted sea, two painted houses."""
    sea = closed(path("420 640, 420 560, 560 546, 700 560, 900 548, 1060 562, 1180 552, 1180 640"))
    plate.polygon(sea, mix(SLATE, UMBER, 0.45), 150)
    for left, wide, top in ((450, 130, 360), (1030, 140, 330)):
        front = [
            (left, 620),
            (left, top),
            (left + wide / 2, top - 70),
            (left + wide, top),
            (left + wide, 620),
        ]
        plate.polygon(front, mix(CLAY, EMBER, 0.3))
        plate.shade(front, BARK, towards="left" if left < 800 else "right", strength=0.9, start=0.1)
        for k in (0.28, 0.72):
            plate.rectangle(
                left + wide * k - 14, top + 36, left + wide * k + 14, top + 84, mix(BARK, UMBER, 0.4)
            )


def _curtain(plate, side):
    """One half of the house curtain, drawn back in folds."""
    edge = 800 + side * 490
    for n in range(9):
        near, far = edge - side * n * 27, edge - side * (n + 1) * 27
        hang = 716 - n * 4
        tie = 26 * math.sin(min(n, 8) / 8 * math.pi / 2)
        fold = through(
            [
                (near, 140),
                (near + side * tie * 0.2, 380),
                (near + side * tie * 2.2, 520),
                (near + side * tie, hang),
            ]
        )
        back = through(
            [
                (far + side * tie, hang - 2),
                (far + side * tie * 2.4, 520),
                (far + side * tie * 0.3, 380),
                (far, 140),
            ]
        )
        shape = [*fold, *back]
        tone = mix(WINE, RUST, 0.15 + 0.08 * n)
        plate.polygon(shape, tone)
        plate.shade(
            shape, mix(WINE, NIGHT, 0.6), towards="right" if side > 0 else "left", strength=0.95, start=-0.1
        )
    plate.line([(edge + side * 4, 520), (edge - side * 170, 540)], EMBER, 9)


def _pelmet(plate):
    for n in range(10):
        left = 310 + n * 98
        swag = closed([(left, 130), (left + 98, 130), (left + 92, 188), (left + 49, 222), (left + 6, 188)])
        plate.polygon(swag, mix(RUST, WINE, 0.35))
        plate.shade(swag, mix(WINE, NIGHT, 0.7), towards="up", strength=1, start=-0.1)
        plate.line(through([(left + 6, 190), (left + 49, 226), (left + 92, 190)]), EMBER, 4)


def _arch(plate):
    gilt = mix(CLAY, EMBER, 0.25)
    for inset, colour in ((0, mix(UMBER, NIGHT, 0.35)), (22, gilt), (34, mix(UMBER, NIGHT, 0.2))):
        for side in (-1, 1):
            outer, inner = 800 + side * (580 - inset), 800 + side * (496 + (34 - inset) * 0.4)
            plate.polygon([(outer, 760), (outer, 80), (inner, 80), (inner, 760)], colour)
    plate.rectangle(220, 66, 1380, 138, mix(UMBER, NIGHT, 0.35))
    plate.rectangle(220, 122, 1380, 132, gilt)
    plate.rectangle(220, 76, 1380, 82, gilt)
    for n in range(29):
        plate.ellipse(240 + n * 40, 102, 8, 8, gilt)
    medal = closed(path("740 102, 760 50, 800 34, 840 50, 860 102, 840 146, 800 160, 760 146"))
    plate.polygon(medal, gilt)
    plate.ellipse(800, 98, 40, 44, mix(UMBER, NIGHT, 0.4))
    plate.polygon(path("784 124, 788 84, 800 68, 812 84, 816 124"), GLOW)
    for side in (-1, 1):
        x = 800 + side * 690
        for y in (250, 470):
            box = closed([(x - 92, y), (x + 92, y), (x + 88, y + 74), (x, y + 100), (x - 88, y + 74)])
            plate.polygon([(x - 84, y), (x - 84, y - 110), (x + 84, y - 110), (x + 84, y)], NIGHT)
            plate.polygon(box, mix(UMBER, WINE, 0.4))
            plate.shade(box, NIGHT, towards="right" if side > 0 else "left", strength=0.95)
            plate.line([(x - 94, y), (x + 94, y)], gilt, 8)


def _seats(plate):
    """Rows of seat backs, catching the one light on their top edge."""
    for row in range(4):
        top, wide = 800 + row * 76, 92 + row * 22
        count = 1600 // wide + 2
        start = 800 - count * wide / 2 + (wide / 2 if row % 2 else 0)
        for n in range(count + 1):
            x = start + n * wide
            bow = ((x - 800) / 800) ** 2 * -30
            seat = closed(
                [
                    (x - wide * 0.45, top + 120 + bow),
                    (x - wide * 0.44, top + 22 + bow),
                    (x - wide * 0.3, top + bow),
                    (x + wide * 0.3, top + bow),
                    (x + wide * 0.44, top + 22 + bow),
                    (x + wide * 0.45, top + 120 + bow),
                ]
            )
            tone = mix(mix(WINE, RUST, 0.25), NIGHT, 0.25 + row * 0.17)
            plate.polygon(seat, tone)
            plate.shade(seat, NIGHT, strength=1, start=0.1)
            plate.line(
                through(
                    [
                        (x - wide * 0.38, top + 12 + bow),
                        (x - wide * 0.26, top + 3 + bow),
                        (x + wide * 0.26, top + 3 + bow),
                        (x + wide * 0.38, top + 12 + bow),
                    ]
                ),
                mix(EMBER, WINE, 0.25 + row * 0.2),
                3,
            )
