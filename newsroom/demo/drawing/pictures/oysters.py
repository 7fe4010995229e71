"""A dozen from the north bank, opened."""

import math

from newsroom.demo.drawing.curve import closed, path, through
from newsroom.demo.drawing.inks import (
    BARK,
    CLAY,
    COAL,
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
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("oysters", paper=mix(UMBER, BARK, 0.3))
    for n in range(7):
        top = n * 156 - 8
        board = [(0, top), (1600, top), (1600, top + 152), (0, top + 152)]
        tone = mix(mix(UMBER, CLAY, 0.28), BARK, 0.1 * (n * 5 % 4))
        plate.polygon(board, tone)
        plate.shade(board, BARK, strength=0.5, start=-0.25)
        for _ in range(9):
            y, x, long = (
                plate.dice.uniform(top + 12, top + 140),
                plate.dice.uniform(-200, 1400),
                plate.dice.uniform(160, 620),
            )
            plate.line(
                through([(x, y), (x + long * 0.4, y + plate.dice.uniform(-6, 6)), (x + long, y)]),
                mix(tone, NIGHT, 0.25),
                1.6,
                150,
            )
    cloth = closed(path("-120 620, 180 560, 420 640, 560 800, 700 980, 660 1200, -120 1200"))
    plate.polygon([(x + 16, y + 22) for x, y in cloth], NIGHT, 80)
    plate.polygon(cloth, mix(PALE, PAPER, 0.4))
    for k in range(5):
        plate.line(
            through([(-40, 760 + k * 62), (160, 700 + k * 66), (380, 800 + k * 60), (560, 980 + k * 50)]),
            mix(STEEL, MIST, 0.3),
            7,
            150,
        )
    plate.shade(cloth, MIST, towards="left", strength=0.6)
    x, y = 830, 520
    plate.ellipse(x + 26, y + 36, 500, 452, NIGHT, 100)
    plate.ellipse(x, y, 496, 448, mix(STEEL, SLATE, 0.3))
    plate.ellipse(x, y - 5, 486, 438, mix(PALE, HAZE, 0.4))
    plate.ring(x, y - 5, 452, 405, mix(SLATE, STEEL, 0.4), 5)
    plate.ellipse(x, y, 404, 358, mix(HAZE, MIST, 0.4))
    for _ in range(230):
        turn, far = plate.dice.uniform(0, 6.3), plate.dice.random() ** 0.5
        cx, cy, s = x + 380 * far * math.cos(turn), y + 334 * far * math.sin(turn), plate.dice.uniform(12, 30)
        chip = [
            (
                cx + s * plate.dice.uniform(0.6, 1.2) * math.cos(k * 1.26),
                cy + s * plate.dice.uniform(0.6, 1.2) * math.sin(k * 1.26),
            )
            for k in range(5)
        ]
        plate.polygon(chip, plate.dice.choice((PAPER, PALE, HAZE, mix(PALE, MIST, 0.4))), 200)
    for n in range(9):
        turn = n * 2 * math.pi / 9 + 0.2
        _oyster(plate, x + 284 * math.cos(turn), y + 248 * math.sin(turn), turn, 1.0)
    for n in range(3):
        turn = n * 2 * math.pi / 3 + 0.9
        _oyster(plate, x + 104 * math.cos(turn), y + 92 * math.sin(turn), turn + 0.6, 0.94)
    for cx, cy, turn in ((1310, 180, 0.4), (1400, 300, 1.2), (1186, 880, 2.6)):
        _lemon(plate, cx, cy, turn)
    _knife(plate)
    return plate


def _oyster(plate, x, y, turn, size):
    dice = plate.dice

    def ring(scale, wobble):
        points = []
        for n in range(15):
            angle = n * 2 * math.pi / 15
            pear = 1 + 0.3 * math.cos(angle)
            r = scale * size * (1 + dice.uniform(-wobble, wobble))
            a, b = 66 * r * pear * math.cos(angle), 62 * r * math.sin(angle)
            points.append(
                (x + a * math.cos(turn) - b * math.sin(turn), y + a * math.sin(turn) + b * math.cos(turn))
            )
        return closed(points)

    shell = ring(1.22, 0.09)
    plate.polygon([(a + 8, b + 11) for a, b in shell], NIGHT, 80)
    plate.polygon(shell, mix(SLATE, UMBER, 0.35))
    plate.polygon(ring(1.1, 0.07), mix(STEEL, CLAY, 0.3))
    pearl = ring(0.98, 0.05)
    plate.polygon(pearl, mix(PAPER, PALE, 0.4))
    plate.shade(pearl, mix(STEEL, MIST, 0.4), towards="left", strength=0.8)
    flesh = ring(0.7, 0.08)
    plate.polygon(flesh, mix(SAND, HAZE, 0.35))
    plate.shade(flesh, mix(STEEL, SLATE, 0.3), towards="down", strength=0.8)
    plate.line(ring(0.74, 0.1), mix(SLATE, COAL, 0.3), 4, 190)
    plate.ellipse(x - 12 * size, y - 14 * size, 17 * size, 8 * size, PAPER, 190)


def _lemon(plate, x, y, turn):
    rind = mix(GLOW, EMBER, 0.35)
    arc = [
        (x + 84 * math.cos(turn + n * math.pi / 20), y + 84 * math.sin(turn + n * math.pi / 20))
        for n in range(21)
    ]
    plate.polygon([(a + 9, b + 12) for a, b in arc], NIGHT, 80)
    plate.polygon(arc, rind)
    inner = [(x + (a - x) * 0.88, y + (b - y) * 0.88) for a, b in arc]
    plate.polygon(inner, PAPER)
    for k in range(4):
        first, last = turn + k * math.pi / 4 + 0.06, turn + (k + 1) * math.pi / 4 - 0.06
        middle = (first + last) / 2
        plate.polygon(
            [
                (x + 10 * math.cos(middle), y + 10 * math.sin(middle)),
                (x + 66 * math.cos(first), y + 66 * math.sin(first)),
                (x + 70 * math.cos(middle), y + 70 * math.sin(middle)),
                (x + 66 * math.cos(last), y + 66 * math.sin(last)),
            ],
            mix(GLOW, EMBER, 0.12),
        )


def _knife(plate):
    blade = path("318 300, 206 520, 190 528, 188 508, 292 288")
    plate.polygon([(a + 12, b + 16) for a, b in blade], NIGHT, 80)
    plate.polygon(blade, MIST)
    plate.shade(blade, SLATE, towards="left", strength=0.9)
    handle = closed(path("300 306, 282 284, 330 170, 372 84, 406 78, 418 106, 378 196"))
    plate.polygon([(a + 12, b + 16) for a, b in handle], NIGHT, 80)
    plate.polygon(handle, RUST)
    plate.shade(handle, mix(RUST, NIGHT, 0.6), towards="right", strength=0.9)
    plate.polygon(path("284 284, 306 302, 326 312, 330 298, 292 272"), mix(EMBER, GLOW, 0.4))
