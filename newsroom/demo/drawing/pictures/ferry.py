"""The chain ferry half way over, six aboard, rain from the west."""

from newsroom.demo.drawing.curve import closed, path, through
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
    mix,
)
from newsroom.demo.drawing.motifs import figure, ridge
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("ferry")
    plate.gradient(0, 520, mix(STEEL, MIST, 0.4), MIST, HAZE, PALE)
    ridge(plate, 470, 150, mix(HAZE, MIST, 0.55), wave=760)
    ridge(plate, 500, 110, mix(MIST, SAGE, 0.4), wave=480, grain=mix(MIST, STEEL, 0.5))
    _treeline(plate, 512, mix(SAGE, SLATE, 0.45))
    plate.gradient(520, 1067, mix(HAZE, PALE, 0.5), MIST, STEEL, SLATE)
    plate.ripples(530, 660, PALE, 60, alpha=120)
    slip = path("1610 500, 1500 506, 1330 540, 1400 548, 1610 560")
    plate.polygon(slip, mix(CLAY, STEEL, 0.3))
    plate.line(through(path("-20 640, 120 690, 330 736, 420 742")), COAL, 3.5)
    plate.line(through(path("1120 742, 1240 716, 1380 610, 1450 530")), COAL, 3)
    _ferry_hull(plate)
    for row, (top, count) in enumerate(((770, 46), (850, 40))):
        plate.ripples(top, top + 130, mix(PALE, CREAM, 0.4), count, alpha=110 - row * 20)
    for step in range(15):
        y = 792 + step * 11
        half = 350 - step * 15 + plate.dice.uniform(-26, 26)
        plate.polygon(
            [(770 - half, y), (770, y - 4), (770 + half, y), (770, y + 4)],
            mix(RUST, SLATE, 0.55),
            190 - step * 8,
        )
    for _ in range(330):
        x, y, long = plate.dice.uniform(0, 1700), plate.dice.uniform(-40, 1060), plate.dice.uniform(26, 66)
        plate.line([(x, y), (x - long * 0.3, y + long)], PAPER, 1.1, 90)
    return plate


def _treeline(plate, foot, colour):
    for _ in range(46):
        x, r = plate.dice.uniform(-20, 900), plate.dice.uniform(9, 27)
        plate.ellipse(x, foot - r * 0.7, r * 1.25, r, colour)
    plate.rectangle(-10, foot - 8, 1000, foot + 9, colour)


def _ferry_hull(plate):
    deck = 728
    hull = closed(
        [
            (376, deck),
            (420, 786),
            (520, 800),
            (1020, 800),
            (1120, 786),
            (1164, deck),
            (900, deck),
            (640, deck),
        ]
    )
    plate.polygon([(300, 668), (312, 662), (412, deck), (400, deck + 10)], COAL)
    plate.polygon([(1240, 668), (1228, 662), (1128, deck), (1140, deck + 10)], COAL)
    colours = (SLATE, RUST, mix(SAGE, PINE, 0.4), CLAY, STEEL, mix(EMBER, SAND, 0.4))
    for number, (x, tall) in enumerate(
        ((486, 150), (540, 138), (604, 158), (890, 146), (950, 154), (1004, 120))
    ):
        figure(
            plate,
            x,
            deck,
            tall,
            colours[number],
            turn=1 if number % 3 else -1,
            hair=(COAL, BARK, UMBER)[number % 3],
        )
    _umbrella(plate, 540, deck - 150, 74, NIGHT)
    _umbrella(plate, 950, deck - 164, 80, mix(MOSS, PINE, 0.4))
    house = [(676, deck), (676, 508), (828, 508), (828, deck)]
    plate.polygon(house, CREAM)
    plate.shade(house, CLAY, towards="right", strength=0.8)
    plate.rectangle(660, 494, 846, 512, COAL, radius=3)
    for x in (692, 742, 786):
        plate.rectangle(x, 536, x + 34, 596, GLOW if x == 742 else COAL)
    plate.rectangle(726, 620, 780, deck, mix(PINE, COAL, 0.3))
    plate.rectangle(748, 400, 755, 496, COAL)
    plate.ellipse(751, 398, 8, 8, EMBER)
    plate.glow(751, 398, 70, EMBER, 0.5)
    for x in range(420, 1130, 58):
        if not 650 < x < 840:
            plate.line([(x, deck), (x, deck - 62)], COAL, 4)
    for y in (deck - 60, deck - 32):
        plate.line([(412, y), (676, y)], COAL, 4)
        plate.line([(828, y), (1132, y)], COAL, 4)
    plate.polygon(hull, RUST)
    plate.shade(hull, NIGHT, strength=0.95)
    plate.rectangle(384, deck - 2, 1156, deck + 9, CREAM)
    for x in range(470, 1090, 88):
        plate.ring(x, deck + 40, 16, 16, COAL, 8)


def _umbrella(plate, x, y, wide, colour):
    half = wide / 2
    plate.line([(x, y), (x, y + 66)], COAL, 2.5)
    dome = closed(
        [
            (x - half, y + 16),
            (x - half * 0.6, y - 14),
            (x, y - 26),
            (x + half * 0.6, y - 14),
            (x + half, y + 16),
            (x, y + 9),
        ]
    )
    plate.polygon(dome, colour)
    plate.shade(dome, PAPER, towards="right", strength=0.35, start=-0.4)
