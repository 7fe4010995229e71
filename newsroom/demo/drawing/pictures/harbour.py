"""Staithe Quay on a still morning, three boats in."""

from newsroom.demo.drawing.curve import path
from newsroom.demo.drawing.inks import (
    CLAY,
    COAL,
    CREAM,
    EMBER,
    HAZE,
    MIST,
    PALE,
    PAPER,
    PINE,
    RUST,
    SAND,
    SLATE,
    STEEL,
    UMBER,
    mix,
)
from newsroom.demo.drawing.motifs import boat, echo, figure, gull, house, ridge
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("harbour")
    plate.gradient(0, 620, mix(MIST, HAZE, 0.5), HAZE, PALE, CREAM)
    plate.glow(420, 250, 520, PAPER, 0.8, 0.6)
    ridge(plate, 452, 90, mix(HAZE, MIST, 0.45), wave=700, floor=620)
    walls = (
        CREAM,
        mix(CLAY, HAZE, 0.5),
        PALE,
        mix(EMBER, CREAM, 0.62),
        CREAM,
        mix(MIST, PALE, 0.4),
        mix(SAND, CLAY, 0.4),
        PALE,
        CREAM,
    )
    left = -40
    for number, wall in enumerate(walls):
        wide = (176, 210, 150, 196, 228, 160, 200, 184, 240)[number]
        eaves = (356, 318, 380, 338, 300, 372, 330, 360, 340)[number]
        house(
            plate,
            left,
            left + wide,
            eaves,
            566,
            wall,
            SLATE if number % 2 else mix(UMBER, SLATE, 0.5),
            lit=(1,) if number in (3, 6) else (),
        )
        left += wide + 4
    quay = path("-10 548, 1610 548, 1610 626, -10 626")
    plate.polygon(quay, mix(STEEL, CLAY, 0.35))
    plate.shade(quay, COAL, strength=0.9)
    plate.rectangle(0, 542, 1600, 552, mix(HAZE, CREAM, 0.4))
    for x in range(60, 1600, 148):
        plate.rectangle(x, 552, x + 11, 626, COAL, 190)
    for x in (640, 1040, 1490):
        plate.rectangle(x - 9, 520, x + 9, 546, COAL, radius=4)
        plate.rectangle(x - 14, 516, x + 14, 526, COAL, radius=4)
    figure(plate, 930, 545, 112, mix(SLATE, STEEL, 0.3), hair=COAL)
    figure(plate, 968, 545, 106, mix(RUST, UMBER, 0.2), turn=-1)
    plate.reflect(626, 441, mix(STEEL, MIST, 0.4), share=0.5, sway=6, squeeze=0.98)
    hulls = ((330, 664, 330, mix(PINE, STEEL, 0.25), 1.02, 1), (1190, 676, 372, SLATE, 1.06, -1))
    for x, water, long, hull, mast, turn in hulls:
        boat(plate, x, water, long, hull, mast=mast, turn=turn)
    boat(plate, 742, 790, 470, RUST, mast=1.12, turn=1)
    for x, water, long, hull in ((330, 664, 330, PINE), (1190, 676, 372, SLATE), (742, 790, 470, RUST)):
        echo(plate, x, water, long, mix(hull, STEEL, 0.45))
    plate.ripples(640, 1060, mix(PALE, CREAM, 0.5), 90, alpha=110)
    for x, y, span in ((560, 190, 74), (648, 232, 46), (1010, 128, 58), (1322, 214, 40)):
        gull(plate, x, y, span, PAPER, tilt=0.15)
    return plate
