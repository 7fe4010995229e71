"""The noodle shop by the bus station, open since before it was light."""

import math

from newsroom.demo.drawing.curve import path, through
from newsroom.demo.drawing.inks import (
    BARK,
    CLAY,
    COAL,
    CREAM,
    EMBER,
    GLOW,
    MIST,
    MOSS,
    NIGHT,
    PAPER,
    PINE,
    RUST,
    SLATE,
    STEEL,
    UMBER,
    WINE,
    mix,
)
from newsroom.demo.drawing.motifs import figure, house, sash
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("noodles")
    plate.gradient(0, 820, mix(NIGHT, SLATE, 0.4), mix(SLATE, NIGHT, 0.3), mix(SLATE, STEEL, 0.4))
    house(plate, -90, 330, 250, 850, mix(SLATE, NIGHT, 0.2), NIGHT, storeys=3)
    house(plate, 1290, 1720, 280, 850, mix(UMBER, NIGHT, 0.45), NIGHT, storeys=3, lit=(2,))
    wall = path("330 850, 330 96, 1290 96, 1290 850")
    brick = mix(WINE, SLATE, 0.42)
    plate.polygon(wall, brick)
    plate.shade(wall, NIGHT, towards="up", strength=0.9, start=-0.2)
    for row in range(15):
        for x in range(346 + row % 2 * 20, 1190, 148):
            plate.rectangle(
                x + plate.dice.randint(0, 60),
                112 + row * 17,
                x + plate.dice.randint(64, 96),
                114 + row * 17,
                mix(brick, CLAY, 0.3),
                130,
            )
    for x in (520, 810, 1100):
        sash(plate, x, 140, 92, 150, lit=x == 810, frame=mix(CREAM, STEEL, 0.4))
    plate.rectangle(330, 352, 1290, 448, mix(PINE, NIGHT, 0.3))
    _bowl_sign(plate, 810, 400)
    plate.rectangle(318, 446, 1302, 460, mix(EMBER, CLAY, 0.4))
    _shop_window(plate)
    plate.gradient(846, 1067, mix(SLATE, STEEL, 0.2), mix(SLATE, NIGHT, 0.4), NIGHT)
    plate.polygon(path("370 850, 1250 850, 1420 1067, 200 1067"), EMBER, 60)
    plate.polygon(path("420 850, 1000 850, 1070 1067, 330 1067"), GLOW, 70)
    for x in (366, 1254):
        plate.line([(x, 452), (x, 478)], NIGHT, 3)
        plate.glow(x, 520, 130, EMBER, 0.7)
        plate.ellipse(x, 520, 36, 44, RUST)
        plate.shade([(x - 30, 484), (x + 30, 484), (x + 30, 560), (x - 30, 560)], EMBER, strength=0.55)
        plate.rectangle(x - 16, 472, x + 16, 482, NIGHT)
        plate.rectangle(x - 16, 560, x + 16, 569, NIGHT)
        plate.line([(x, 569), (x, 604)], GLOW, 3)
    _bicycle(plate, 1360, 962)
    plate.ellipse(260, 992, 80, 12, NIGHT, 150)
    figure(plate, 250, 990, 330, mix(SLATE, STEEL, 0.5), legs=NIGHT, hair=NIGHT)
    return plate


def _bowl_sign(plate, x, y):
    bowl = [
        (x - 52, y - 4),
        (x + 52, y - 4),
        (x + 38, y + 28),
        (x + 16, y + 38),
        (x - 16, y + 38),
        (x - 38, y + 28),
    ]
    plate.polygon(bowl, CREAM)
    plate.line([(x + 8, y - 8), (x + 72, y - 40)], CREAM, 5)
    plate.line([(x + 20, y - 6), (x + 82, y - 30)], CREAM, 5)
    for k in (-28, -8):
        plate.line(
            through([(x + k, y - 10), (x + k - 6, y - 20), (x + k + 5, y - 30), (x + k, y - 40)]), CREAM, 4
        )
    for side in (-1, 1):
        plate.rectangle(x + side * 270 - 150, y - 3, x + side * 270 + 150, y + 3, EMBER)
        plate.ellipse(x + side * 118, y, 6, 6, EMBER)
        plate.ellipse(x + side * 422, y, 6, 6, EMBER)


def _shop_window(plate):
    plate.rectangle(330, 460, 1290, 850, mix(PINE, NIGHT, 0.45))
    plate.rectangle(424, 490, 1010, 770, GLOW)
    room = path("424 490, 1010 490, 1010 770, 424 770")
    plate.shade(room, EMBER, towards="up", strength=0.7)
    for y in (548, 606):
        plate.rectangle(640, y, 990, y + 7, UMBER)
        for n in range(9):
            x = 660 + n * 37
            plate.polygon(
                [(x - 14, y - 16), (x + 14, y - 16), (x + 8, y), (x - 8, y)],
                (CREAM, SLATE, RUST, CREAM, MOSS)[(n * 2 + y) % 5],
            )
    figure(plate, 760, 900, 300, CREAM, hair=COAL, turn=-1)
    plate.rectangle(424, 700, 1010, 770, mix(UMBER, BARK, 0.3))
    plate.rectangle(424, 692, 1010, 704, CLAY)
    for x, wide in ((500, 60), (610, 46)):
        plate.rectangle(x - wide, 640, x + wide, 694, mix(STEEL, SLATE, 0.4), radius=6)
        plate.rectangle(x - wide - 6, 634, x + wide + 6, 644, MIST, radius=3)
        for k in (-0.4, 0.1, 0.5):
            foot = x + k * wide
            plate.line(
                through([(foot, 628), (foot - 16, 592), (foot + 14, 556), (foot - 10, 520), (foot + 4, 496)]),
                PAPER,
                8,
                150,
            )
    plate.line([(717, 490), (717, 770)], mix(PINE, NIGHT, 0.3), 8)
    plate.rectangle(424, 770, 1010, 850, mix(PINE, COAL, 0.2))
    plate.rectangle(1060, 490, 1232, 850, mix(EMBER, UMBER, 0.5))
    plate.rectangle(1082, 512, 1210, 700, GLOW)
    plate.rectangle(1082, 724, 1210, 826, mix(EMBER, BARK, 0.6))
    plate.ellipse(1200, 712, 7, 7, NIGHT)
    plate.rectangle(1108, 566, 1184, 602, CREAM)
    for y in (576, 586):
        plate.line([(1118, y), (1174, y)], UMBER, 3)


def _bicycle(plate, x, foot):
    for wheel in (x, x + 176):
        plate.ring(wheel, foot - 62, 62, 62, NIGHT, 5)
        for spoke in range(0, 180, 30):
            turn = math.radians(spoke)
            dx, dy = 60 * math.cos(turn), 60 * math.sin(turn)
            plate.line([(wheel - dx, foot - 62 - dy), (wheel + dx, foot - 62 + dy)], STEEL, 1, 150)
    hub, crank, seat, head = (x, foot - 62), (x + 76, foot - 56), (x + 52, foot - 152), (x + 146, foot - 150)
    for pair in (
        (hub, crank),
        (hub, seat),
        (seat, crank),
        (seat, head),
        (crank, head),
        (head, (x + 176, foot - 62)),
    ):
        plate.line(list(pair), RUST, 6)
    plate.line([seat, (x + 48, foot - 170)], NIGHT, 5)
    plate.line([(x + 26, foot - 172), (x + 74, foot - 172)], NIGHT, 10)
    plate.line(through([head, (x + 142, foot - 184), (x + 166, foot - 192), (x + 186, foot - 176)]), NIGHT, 5)
    plate.rectangle(x - 40, foot - 176, x + 26, foot - 130, mix(CLAY, UMBER, 0.3), radius=4)
