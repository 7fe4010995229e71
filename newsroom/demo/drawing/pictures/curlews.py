"""Curlews feeding at low water, and more coming in."""

import math

from newsroom.demo.drawing.curve import closed, path, through
from newsroom.demo.drawing.inks import (
    BARK,
    CLAY,
    COAL,
    CREAM,
    EMBER,
    HAZE,
    MIST,
    NIGHT,
    PALE,
    PAPER,
    SAND,
    SLATE,
    UMBER,
    mix,
)
from newsroom.demo.drawing.motifs import gull, reeds, ridge
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("curlews")
    plate.gradient(0, 400, HAZE, PALE, CREAM, mix(EMBER, CREAM, 0.55))
    ridge(plate, 396, 60, mix(HAZE, CLAY, 0.3), wave=600)
    ridge(plate, 408, 34, mix(MIST, CLAY, 0.4), wave=380)
    plate.gradient(
        400, 1067, mix(CLAY, HAZE, 0.45), mix(CLAY, SAND, 0.3), mix(CLAY, UMBER, 0.35), mix(UMBER, COAL, 0.35)
    )
    bright = mix(PAPER, HAZE, 0.3)
    for pool in (
        path("-40 424, 500 416, 1000 424, 1640 418, 1640 436, 900 440, 300 438"),
        path("1640 470, 1200 478, 800 470, 520 492, 760 512, 1180 504, 1640 512"),
        path("-40 500, 200 506, 380 540, 300 570, 90 560, -40 570"),
        path(
            "1650 600, 1380 590, 1120 560, 880 566, 640 610, 470 690, 150 760, -60 850, -60 980, "
            "260 850, 620 770, 860 668, 1100 640, 1390 668, 1650 690"
        ),
    ):
        outline = closed(pool)
        plate.polygon([(x, y - 5) for x, y in outline], mix(UMBER, CLAY, 0.3))
        plate.polygon(outline, bright)
        plate.shade(outline, mix(EMBER, CREAM, 0.35), towards="left", strength=0.55)
    for _ in range(190):
        near = plate.dice.random() ** 0.8
        x, y = plate.dice.uniform(0, 1600), 700 + 360 * near
        plate.ellipse(x, y, 3 + 9 * near, 1 + 2 * near, mix(UMBER, COAL, 0.5), 130)
    flock = mix(SLATE, CLAY, 0.25)
    for _ in range(74):
        along = plate.dice.random()
        x = 160 + along * 900 + plate.dice.gauss(0, 40)
        y = 250 - 120 * math.sin(along * 2.6) + plate.dice.gauss(0, 18)
        gull(plate, x, y, 16 + 12 * along, flock, tilt=plate.dice.uniform(-0.3, 0.3))
    for x, foot, size, turn in (
        (420, 524, 0.42, 1),
        (520, 530, 0.46, -1),
        (1010, 524, 0.4, 1),
        (1260, 548, 0.5, -1),
        (1340, 544, 0.46, 1),
        (250, 640, 0.6, 1),
    ):
        _curlew(plate, x, foot, size, turn)
    _curlew(plate, 560, 800, 1.3, 1, dip=True)
    _curlew(plate, 1130, 930, 2.15, -1)
    reeds(plate, 1380, 1660, 1090, 240, (NIGHT, COAL, BARK), 70, lean=-30)
    return plate


def _curlew(plate, x, foot, size, turn, *, dip=False):
    def at(points):
        return [(x + turn * a * size, foot + b * size) for a, b in points]

    dark, warm = mix(BARK, COAL, 0.35), mix(CLAY, UMBER, 0.35)
    for step in range(7):
        y = foot + (5 + step * 9) * size
        half = (34 - step * 3) * size * plate.dice.uniform(0.7, 1.1)
        plate.polygon(
            [(x - half, y), (x, y - 1.6 * size), (x + half, y), (x, y + 1.6 * size)],
            mix(UMBER, COAL, 0.3),
            120,
        )
    plate.line(at([(-6, -70), (-10, -36), (-4, 0)]), dark, 4 * size)
    plate.line(at([(12, -70), (14, -36), (20, 0)]), dark, 4 * size)
    neck = [(40, -112), (58, -104), (70, -86)] if dip else [(40, -112), (56, -140), (60, -164)]
    head = neck[-1]
    body = closed(at(path("-74 -84, -40 -118, 8 -136, 44 -124, 52 -102, 34 -76, 0 -64, -36 -70")))
    plate.polygon(body, warm)
    plate.shade(body, dark, towards="down", strength=0.9)
    wing = closed(at(path("-84 -82, -40 -108, 8 -118, 26 -104, 0 -86, -44 -80")))
    plate.polygon(wing, mix(warm, dark, 0.55))
    plate.line(through(at([(30, -114), *neck])), warm, 21 * size)
    skull = closed(
        at(
            [
                (head[0] - 12, head[1]),
                (head[0], head[1] - 13),
                (head[0] + 15, head[1] - 2),
                (head[0] + 2, head[1] + 11),
            ]
        )
    )
    plate.polygon(skull, warm)
    reach, drop = (24, 84) if dip else (92, 46)
    bill = [
        (head[0] + 8, head[1]),
        (head[0] + reach * 0.55 + 6, head[1] + drop * 0.22),
        (head[0] + reach, head[1] + drop),
    ]
    plate.line(through(at(bill)), dark, 4.4 * size)
    eye = at([(head[0] + 4, head[1] - 4)])[0]
    plate.ellipse(*eye, 2.3 * size, 2.3 * size, NIGHT)
