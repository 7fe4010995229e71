"""Thursday in Corn Street, with the town hall clock at twenty past ten."""

import itertools
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
    WINE,
    mix,
)
from newsroom.demo.drawing.motifs import figure, house, sash
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("market")
    plate.gradient(0, 700, mix(MIST, PALE, 0.4), PALE, CREAM, CREAM)
    for left, right, eaves, wall, roof in (
        (-60, 190, 330, SAND, SLATE),
        (194, 420, 286, mix(MIST, PALE, 0.3), UMBER),
        (1120, 1352, 300, mix(CLAY, CREAM, 0.4), SLATE),
        (1356, 1660, 344, PALE, UMBER),
    ):
        house(plate, left, right, eaves, 760, mix(wall, HAZE, 0.25), mix(roof, MIST, 0.2), storeys=3)
    _townhall(plate)
    plate.gradient(740, 1067, mix(CLAY, HAZE, 0.4), mix(CLAY, STEEL, 0.3), mix(UMBER, STEEL, 0.3))
    for row in range(11):
        y = 752 + row**1.55 * 8.6
        plate.line([(0, y), (1600, y)], mix(UMBER, SLATE, 0.4), 1.2, 90)
        for x in range(-40 + row * 13 % 60, 1640, 60 + row * 8):
            plate.line([(x, y), (800 + (x - 800) * 1.05, y + 9 + row * 2.6)], mix(UMBER, SLATE, 0.4), 1.2, 80)
    _bunting(plate, (-20, 236), (800, 300), 60)
    _bunting(plate, (800, 300), (1620, 220), 54)
    _stall(plate, 90, 540, 520, (RUST, CREAM), "crates")
    _stall(plate, 588, 1018, 532, (mix(PINE, SAGE, 0.3), CREAM), "bread")
    _stall(plate, 1066, 1530, 520, (mix(SLATE, STEEL, 0.5), CREAM), "fish")
    people = (
        (60, 1000, 330, SLATE, COAL, 1),
        (552, 972, 300, mix(EMBER, SAND, 0.2), UMBER, 1),
        (648, 984, 210, RUST, BARK, -1),
        (1010, 976, 312, mix(MOSS, PINE, 0.3), mix(PALE, MIST, 0.4), -1),
        (1170, 1018, 336, mix(UMBER, CLAY, 0.2), COAL, 1),
        (1548, 984, 316, mix(STEEL, SLATE, 0.4), BARK, -1),
    )
    for x, foot, tall, coat, hair, turn in people:
        plate.ellipse(x + 10, foot, tall * 0.2, 9, COAL, 90)
        figure(plate, x, foot, tall, coat, hair=hair, turn=turn)
    _basket(plate, 600, 862)
    _basket(plate, 1236, 900)
    return plate


def _townhall(plate):
    wall = path("426 760, 426 250, 1114 250, 1114 760")
    tone = mix(SAND, CREAM, 0.45)
    plate.polygon(wall, tone)
    plate.shade(wall, CLAY, towards="right", strength=0.6)
    plate.polygon([(404, 254), (770, 134), (1136, 254)], mix(CLAY, SAND, 0.4))
    plate.polygon([(446, 246), (770, 146), (1094, 246)], tone)
    plate.rectangle(410, 248, 1130, 266, mix(CLAY, CREAM, 0.3))
    plate.rectangle(706, 40, 834, 170, tone)
    plate.shade(path("706 40, 834 40, 834 170, 706 170"), CLAY, towards="right", strength=0.9)
    plate.polygon([(694, 44), (770, -50), (846, 44)], mix(SLATE, STEEL, 0.4))
    plate.ellipse(770, 104, 44, 44, PAPER)
    plate.ring(770, 104, 45, 45, COAL, 4)
    for hour in range(12):
        turn = hour * math.pi / 6
        plate.line(
            [
                (770 + 34 * math.cos(turn), 104 + 34 * math.sin(turn)),
                (770 + 39 * math.cos(turn), 104 + 39 * math.sin(turn)),
            ],
            COAL,
            2.4,
        )
    plate.line([(770, 104), (748, 92)], COAL, 4.5)
    plate.line([(770, 104), (799, 121)], COAL, 3)
    for n in range(6):
        x = 484 + n * 114
        sash(plate, x, 306, 46, 104, frame=PAPER)
        plate.ring(x, 306, 26, 24, PAPER, 4, 180, 360)
    for n in range(5):
        x = 514 + n * 114
        plate.rectangle(x + 12, 440, x + 22, 760, mix(CLAY, CREAM, 0.4))


def _bunting(plate, start, end, sag):
    points = []
    for n in range(25):
        share = n / 24
        points.append(
            (
                start[0] + (end[0] - start[0]) * share,
                start[1] + (end[1] - start[1]) * share + sag * 4 * share * (1 - share),
            )
        )
    plate.line(points, COAL, 2)
    inks = (RUST, CREAM, mix(SLATE, STEEL, 0.5), mix(EMBER, SAND, 0.3), mix(PINE, SAGE, 0.4))
    for n, ((x0, y0), (x1, y1)) in enumerate(itertools.pairwise(points)):
        flag = [(x0 + 3, y0), (x1 - 3, y1), ((x0 + x1) / 2, (y0 + y1) / 2 + 36)]
        plate.polygon(flag, inks[n % len(inks)])


def _stall(plate, left, right, top, stripes, goods):
    for x in (left + 14, right - 14):
        plate.rectangle(x - 6, top, x + 6, 940, BARK)
    plate.rectangle(left + 10, top + 90, right - 10, 806, mix(COAL, UMBER, 0.25))
    plate.glow((left + right) / 2, top + 150, 170, EMBER, 0.4, 0.8)
    keeper = (left + right) / 2 + (40 if goods == "bread" else -50)
    figure(plate, keeper, 930, 318, mix(CREAM, SAND, 0.3), turn=1 if goods == "fish" else -1)
    count = 9
    wide = (right - left) / count
    roof = [(left + 34, top - 34), (right - 34, top - 34), (right, top + 78), (left, top + 78)]
    for n in range(count):
        a, b = left + wide * n, left + wide * (n + 1)
        inset = (right - left - 68) / count
        c, d = left + 34 + inset * n, left + 34 + inset * (n + 1)
        colour = stripes[n % 2]
        plate.polygon([(c, top - 34), (d, top - 34), (b, top + 78), (a, top + 78)], colour)
        plate.ellipse((a + b) / 2, top + 78, wide / 2, 22, mix(colour, COAL, 0.18))
        plate.polygon([(c, top - 34), (d, top - 34), (b, top + 78), (a, top + 78)], colour)
    plate.shade(roof, COAL, strength=0.5, start=-0.3)
    counter = [(left - 6, 800), (right + 6, 800), (right - 4, 944), (left + 4, 944)]
    plate.polygon(counter, mix(UMBER, CLAY, 0.35))
    plate.shade(counter, NIGHT, strength=0.9)
    plate.rectangle(left - 12, 792, right + 12, 808, SAND)
    {"crates": _fruit, "bread": _bread, "fish": _fish}[goods](plate, left + 20, right - 20)


def _fruit(plate, left, right):
    inks = (RUST, mix(EMBER, GLOW, 0.3), MOSS, WINE, LICHEN)
    wide = (right - left) / 5
    for n in range(5):
        x = left + wide * n
        for row, count in ((0, 5), (1, 4), (2, 3)):
            for k in range(count):
                cx = x + wide * (0.5 + (k - (count - 1) / 2) * 0.17)
                plate.ellipse(cx, 762 - row * 12, 9, 9, mix(inks[n], NIGHT, 0.12 * ((k + row) % 3)))
        plate.rectangle(x + 4, 764, x + wide - 4, 793, SAND)
        plate.line([(x + 4, 778), (x + wide - 4, 778)], UMBER, 2)


def _bread(plate, left, right):
    for n in range(7):
        x = left + (right - left) * (n + 0.5) / 7
        loaf = closed([(x - 27, 790), (x - 24, 762), (x, 750), (x + 24, 762), (x + 27, 790)])
        plate.polygon(loaf, mix(EMBER, SAND, 0.35 if n % 2 else 0.1))
        plate.shade(loaf, UMBER, strength=0.8)
        for k in (-10, 0, 10):
            plate.line([(x + k - 4, 768), (x + k + 4, 759)], CREAM, 2.5)


def _fish(plate, left, right):
    plate.polygon([(left, 792), (left + 16, 756), (right - 16, 756), (right, 792)], PAPER)
    for n in range(8):
        x = left + 40 + (right - left - 80) * n / 7
        body = closed(
            [(x - 26, 784), (x - 6, 770), (x + 16, 774), (x + 26, 782), (x + 14, 789), (x - 8, 790)]
        )
        plate.polygon(body, mix(STEEL, MIST, 0.4 if n % 2 else 0.1))
        plate.polygon([(x - 22, 784), (x - 40, 774), (x - 36, 793)], STEEL)


def _basket(plate, x, y):
    plate.ring(x, y - 4, 26, 34, BARK, 4, 180, 360)
    basket = closed([(x - 34, y), (x - 26, y + 38), (x, y + 42), (x + 26, y + 38), (x + 34, y), (x, y - 4)])
    plate.polygon(basket, mix(CLAY, UMBER, 0.3))
    plate.shade(basket, BARK, strength=0.9)
    for k in (-16, 2, 18):
        plate.ellipse(x + k, y - 4, 11, 9, (MOSS, RUST, LICHEN)[k % 3])
