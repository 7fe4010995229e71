"""The light on Pikesey Point, an hour after sunset."""

from newsroom.demo.drawing.curve import closed, path
from newsroom.demo.drawing.inks import (
    CLAY,
    COAL,
    CREAM,
    EMBER,
    GLOW,
    MOSS,
    NIGHT,
    PALE,
    PAPER,
    PINE,
    RUST,
    SAGE,
    SLATE,
    STEEL,
    mix,
)
from newsroom.demo.drawing.motifs import boat, tussocks
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("lighthouse")
    plate.gradient(
        0, 720, mix(NIGHT, SLATE, 0.5), SLATE, STEEL, mix(CLAY, STEEL, 0.3), mix(EMBER, CREAM, 0.35)
    )
    _beam(plate, 1062, 296)
    plate.gradient(640, 1067, mix(EMBER, CLAY, 0.5), mix(STEEL, CLAY, 0.3), SLATE, mix(SLATE, NIGHT, 0.6))
    plate.ripples(650, 1050, mix(EMBER, CREAM, 0.4), 130, alpha=110)
    boat(plate, 250, 668, 92, COAL, mast=1.3, cabin=False, trim=SLATE)
    rock = closed(
        path(
            "640 1180, 700 880, 780 770, 850 742, 930 690, 1010 672, 1120 668, 1240 676, "
            "1380 700, 1480 760, 1660 816, 1800 1180"
        )
    )
    plate.polygon(rock, mix(NIGHT, PINE, 0.55))
    plate.shade(rock, NIGHT, strength=1, start=0.1)
    plate.shade(rock, MOSS, towards="up", strength=0.9, start=-0.9)
    tussocks(plate, 730, 1040, (MOSS, mix(PINE, MOSS, 0.5), SAGE), 140, left=860, right=1440, size=14)
    plate.glow(1062, 304, 240, GLOW, 0.7)
    tower = path("1008 690, 1030 356, 1094 356, 1116 690")
    plate.polygon(tower, PAPER)
    band = path("1017 560, 1022 476, 1102 476, 1107 560")
    plate.polygon(band, RUST)
    plate.shade(tower, SLATE, towards="left", strength=1, start=-0.05)
    plate.rectangle(1016, 344, 1108, 358, COAL)
    plate.line([(1018, 322), (1106, 322)], COAL, 3)
    for x in range(1020, 1108, 14):
        plate.line([(x, 322), (x, 346)], COAL, 2)
    plate.rectangle(1036, 266, 1088, 344, GLOW)
    for x in (1038, 1062, 1086):
        plate.line([(x, 266), (x, 344)], COAL, 3)
    plate.polygon([(1028, 268), (1062, 226), (1096, 268)], COAL)
    plate.line([(1062, 228), (1062, 204)], COAL, 4)
    cottage = path("1146 700, 1146 628, 1190 588, 1320 588, 1352 628, 1352 704")
    plate.polygon(cottage, mix(PALE, SLATE, 0.3))
    plate.shade(cottage, NIGHT, towards="right", strength=0.7)
    plate.polygon(path("1136 632, 1188 580, 1322 580, 1364 632"), COAL)
    for x in (1184, 1290):
        plate.rectangle(x, 652, x + 24, 682, GLOW)
    return plate


def _beam(plate, x, y):
    for spread, alpha in ((92, 34), (62, 40), (34, 52)):
        plate.polygon(
            [(x, y - 4), (-40, y - 90 - spread), (-40, y - 90 + spread * 1.3), (x, y + 10)], GLOW, alpha
        )
        plate.polygon(
            [(x, y - 4), (1640, y + 44 - spread * 0.6), (1640, y + 44 + spread * 0.6), (x, y + 10)],
            GLOW,
            alpha,
        )
