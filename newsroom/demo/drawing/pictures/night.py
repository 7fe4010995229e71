"""The Milky Way above the sea wall, and one lamp in the observatory hut."""

from newsroom.demo.drawing.curve import closed, path
from newsroom.demo.drawing.inks import (
    BARK,
    CLAY,
    COAL,
    EMBER,
    GLOW,
    MIST,
    MOSS,
    NIGHT,
    PALE,
    PAPER,
    PINE,
    RUST,
    SLATE,
    STEEL,
    mix,
)
from newsroom.demo.drawing.motifs import figure, reeds, ridge, tussocks
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("night")
    plate.gradient(
        0,
        800,
        mix(NIGHT, COAL, 0.2),
        mix(NIGHT, SLATE, 0.45),
        mix(SLATE, STEEL, 0.25),
        mix(STEEL, MIST, 0.15),
        mix(CLAY, STEEL, 0.35),
    )
    dice = plate.dice
    for step in range(15):
        share = step / 14
        plate.glow(200 + share * 1150, 690 - share * 640, 190, mix(STEEL, PALE, 0.3), 0.17)
    for _ in range(2600):
        share, off = dice.random(), dice.gauss(0, 64)
        x, y = 130 + share * 1300 + off * 0.5, 740 - share * 740 + off * 0.9
        r = dice.choice((0.5, 0.6, 0.8))
        plate.ellipse(x, y, r, r, PALE, dice.randint(70, 190))
    for _ in range(520):
        x, y = dice.uniform(0, 1600), dice.random() ** 1.3 * 720
        r = dice.choice((0.8, 0.9, 1.1, 1.2, 1.9))
        plate.ellipse(x, y, r, r, PAPER, dice.randint(120, 255))
    for x, y, r in ((1252, 150, 3.6), (1010, 286, 2.8), (356, 196, 3.2), (1440, 402, 2.8), (640, 110, 2.6)):
        plate.glow(x, y, r * 9, PALE, 0.5)
        plate.ellipse(x, y, r, r, PAPER)
    plate.line([(470, 120), (690, 196)], PAPER, 2.2, 190)
    plate.line([(570, 154), (690, 196)], PAPER, 3.4, 230)
    ridge(plate, 790, 50, mix(SLATE, NIGHT, 0.35), wave=520)
    plate.reflect(786, 282, mix(SLATE, NIGHT, 0.5), share=0.35, sway=4, squeeze=1.4)
    wall = closed(
        path("-60 842, 300 806, 700 812, 1100 796, 1700 820, 1700 1140, 900 1090, 640 960, 280 920, -60 930")
    )
    plate.polygon(wall, mix(NIGHT, PINE, 0.35))
    plate.shade(wall, NIGHT, strength=1, start=0)
    _observatory(plate, 1120, 806)
    tussocks(plate, 830, 1060, (PINE, mix(PINE, NIGHT, 0.4), mix(PINE, MOSS, 0.3)), 150, left=740, size=15)
    reeds(plate, -20, 330, 1090, 230, (NIGHT, mix(NIGHT, PINE, 0.4)), 130, lean=24)
    return plate


def _observatory(plate, x, foot):
    hut = [(x, foot + 6), (x, foot - 116), (x + 190, foot - 116), (x + 190, foot + 6)]
    plate.glow(x + 70, foot - 40, 250, EMBER, 0.4)
    plate.polygon(hut, mix(NIGHT, BARK, 0.4))
    for y in range(int(foot) - 100, int(foot), 17):
        plate.line([(x, y), (x + 190, y)], NIGHT, 2)
    plate.polygon(
        [(x - 16, foot - 112), (x + 14, foot - 152), (x + 120, foot - 152), (x + 120, foot - 112)], NIGHT
    )
    plate.rectangle(x + 44, foot - 88, x + 96, foot - 36, GLOW)
    plate.line([(x + 70, foot - 88), (x + 70, foot - 36)], NIGHT, 4)
    plate.polygon(
        [(x + 40, foot + 4), (x + 100, foot + 4), (x + 150, foot + 76), (x - 30, foot + 76)], GLOW, 40
    )
    figure(plate, x - 128, foot + 26, 150, RUST, legs=NIGHT, hair=NIGHT)
    figure(plate, x - 196, foot + 30, 104, mix(SLATE, STEEL, 0.3), legs=NIGHT, hair=BARK)
    for spread in (-34, 2, 34):
        plate.line([(x - 62 + spread, foot + 24), (x - 66, foot - 66)], COAL, 5)
    plate.line([(x - 104, foot - 42), (x - 18, foot - 122)], PALE, 19)
    plate.line([(x - 30, foot - 111), (x - 14, foot - 126)], COAL, 23)
