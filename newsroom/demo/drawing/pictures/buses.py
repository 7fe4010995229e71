"""Mill Road bus station, the 14 to Pikesey in stand B, the clock going."""

import math

from newsroom.demo.drawing.curve import path
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
    PALE,
    PAPER,
    PINE,
    RUST,
    SAND,
    SLATE,
    STEEL,
    UMBER,
    WINE,
    mix,
)
from newsroom.demo.drawing.motifs import figure
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("buses")
    plate.gradient(
        0, 760, mix(SLATE, NIGHT, 0.3), SLATE, STEEL, mix(MIST, EMBER, 0.2), mix(EMBER, CREAM, 0.4)
    )
    for x, wide, top in (
        (-20, 190, 470),
        (160, 130, 520),
        (300, 210, 440),
        (1010, 170, 500),
        (1170, 120, 452),
        (1300, 220, 506),
        (1500, 140, 470),
    ):
        plate.rectangle(x, top, x + wide, 760, mix(SLATE, NIGHT, 0.2))
        for k in range(int(wide // 44)):
            if (k * 7 + x) % 3:
                plate.rectangle(x + 18 + k * 42, top + 40, x + 34 + k * 42, top + 64, GLOW, 170)
    plate.gradient(742, 1067, mix(SLATE, STEEL, 0.3), mix(SLATE, NIGHT, 0.2), mix(NIGHT, SLATE, 0.4))
    _canopy(plate)
    for x in (330, 760, 1190):
        plate.glow(x, 420, 330, GLOW, 0.35, 0.8)
    _bus(plate, 560, 836)
    for number, (x, tall, coat) in enumerate(
        (
            (156, 210, mix(EMBER, SAND, 0.3)),
            (236, 196, SLATE),
            (372, 222, mix(MOSS, PINE, 0.4)),
            (432, 150, MIST),
            (1376, 214, mix(CLAY, UMBER, 0.4)),
        )
    ):
        figure(
            plate,
            x,
            834,
            tall,
            coat,
            legs=NIGHT,
            hair=(COAL, UMBER, BARK, NIGHT, PALE)[number],
            turn=1 if x < 900 else -1,
        )
    plate.rectangle(1344, 790, 1366, 834, WINE, radius=4)
    plate.rectangle(1350, 776, 1360, 792, NIGHT)
    plate.rectangle(0, 832, 1600, 846, mix(MIST, PALE, 0.3))
    plate.reflect(846, 221, mix(NIGHT, SLATE, 0.6), share=0.55, sway=5, squeeze=1.7)
    plate.ripples(850, 1060, mix(GLOW, STEEL, 0.4), 60, alpha=70)
    return plate


def _canopy(plate):
    roof = path("-10 330, 1610 286, 1610 336, -10 372")
    plate.polygon(roof, mix(CREAM, STEEL, 0.3))
    plate.shade(roof, SLATE, strength=0.9, start=0)
    plate.polygon(path("-10 372, 1610 336, 1610 350, -10 386"), NIGHT)
    for x in (110, 520, 1180, 1500):
        for lean in (-62, 62):
            plate.polygon([(x - 8, 834), (x + 8, 834), (x + lean + 9, 366), (x + lean - 9, 366)], COAL)
    for x in (330, 760, 1190):
        plate.rectangle(x - 46, 374, x + 46, 384, GLOW, radius=4)
    x, y = 1290, 196
    plate.rectangle(x - 7, y + 60, x + 7, 318, COAL)
    plate.ellipse(x, y, 76, 76, COAL)
    plate.ellipse(x, y, 66, 66, PAPER)
    for hour in range(12):
        turn = hour * math.pi / 6
        inner = 48 if hour % 3 == 0 else 54
        plate.line(
            [
                (x + inner * math.cos(turn), y + inner * math.sin(turn)),
                (x + 60 * math.cos(turn), y + 60 * math.sin(turn)),
            ],
            COAL,
            4,
        )
    plate.line([(x, y), (x - 25, y + 26)], COAL, 7)
    plate.line([(x, y), (x + 4, y - 52)], COAL, 5)
    plate.ellipse(x, y, 6, 6, RUST)


def _bus(plate, left, foot):
    right, top = left + 560, foot - 380
    plate.rectangle(left, top, right, foot - 26, RUST, radius=30)
    body = [(left, top + 30), (right, top + 30), (right, foot - 26), (left, foot - 26)]
    plate.shade(body, WINE, strength=0.9, start=-0.2)
    plate.rectangle(left, top + 166, right, top + 190, CREAM)
    for row, (a, b) in enumerate(((top + 42, top + 136), (top + 208, top + 292))):
        for n in range(6):
            x = left + 26 + n * 88
            if row and n == 5:
                continue
            plate.rectangle(x, a, x + 74, b, GLOW, radius=7)
            plate.polygon([(x + 8, b), (x + 40, a), (x + 60, a), (x + 28, b)], PAPER, 70)
            if (n + row) % 2:
                plate.ellipse(x + 38, b - 40, 14, 17, UMBER)
                plate.polygon([(x + 12, b), (x + 22, b - 24), (x + 54, b - 24), (x + 64, b)], UMBER)
    plate.rectangle(right - 92, top + 208, right - 22, foot - 40, COAL, radius=6)
    plate.rectangle(right - 86, top + 214, right - 60, foot - 46, mix(GLOW, STEEL, 0.35))
    plate.rectangle(right - 54, top + 214, right - 28, foot - 46, mix(GLOW, STEEL, 0.35))
    plate.rectangle(left + 190, top + 144, left + 380, top + 164, NIGHT, radius=3)
    for n in range(11):
        plate.rectangle(left + 206 + n * 15, top + 150, left + 214 + n * 15, top + 158, EMBER)
    for x in (left + 110, left + 410):
        plate.ellipse(x, foot - 30, 50, 46, NIGHT)
        plate.ellipse(x, foot - 30, 24, 24, MIST)
        plate.ellipse(x, foot - 30, 10, 10, COAL)
    plate.ellipse(right - 8, foot - 66, 10, 13, PAPER)
    plate.glow(right, foot - 66, 90, GLOW, 0.6)
