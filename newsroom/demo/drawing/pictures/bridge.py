"""The swing bridge at Sluice Lane, open for a yacht, in its hundredth year."""

from newsroom.demo.drawing.curve import closed, path
from newsroom.demo.drawing.inks import (
    BARK,
    CLAY,
    COAL,
    CREAM,
    EMBER,
    GLOW,
    HAZE,
    MIST,
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
from newsroom.demo.drawing.motifs import figure, gull, ridge
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("bridge")
    plate.gradient(0, 640, mix(EMBER, CREAM, 0.55), CREAM, PALE, HAZE)
    plate.glow(250, 330, 420, PAPER, 0.9, 0.7)
    ridge(plate, 590, 80, mix(HAZE, SAND, 0.45), wave=620, floor=690)
    _warehouses(plate)
    plate.gradient(660, 1067, mix(HAZE, CREAM, 0.5), HAZE, MIST, mix(MIST, STEEL, 0.6))
    ink = COAL
    pier = path("616 596, 820 596, 800 690, 636 690")
    plate.polygon(pier, mix(CLAY, UMBER, 0.35))
    plate.shade(pier, NIGHT, strength=0.9)
    plate.rectangle(604, 572, 832, 598, mix(SAND, CLAY, 0.5))
    _truss(plate, ink)
    cabin = path("654 560, 654 372, 782 372, 782 560")
    plate.polygon(cabin, RUST)
    plate.shade(cabin, mix(RUST, NIGHT, 0.6), towards="right", strength=0.9)
    plate.polygon([(638, 374), (718, 316), (798, 374)], ink)
    for x in (668, 706, 744):
        plate.rectangle(x, 398, x + 27, 456, GLOW if x == 706 else PALE)
    plate.rectangle(716, 282, 720, 318, ink)
    abutment = path("1300 560, 1610 560, 1610 700, 1330 700")
    plate.polygon(abutment, mix(CLAY, UMBER, 0.4))
    plate.shade(abutment, NIGHT, strength=0.9)
    plate.rectangle(1288, 536, 1610, 562, mix(SAND, CLAY, 0.5))
    for x in (1340, 1440, 1540):
        plate.line([(x, 536), (x, 486)], ink, 5)
    plate.line([(1330, 488), (1610, 488)], ink, 5)
    figure(plate, 1480, 537, 124, SLATE, turn=-1)
    figure(plate, 1400, 537, 118, mix(PINE, SAGE, 0.3), turn=-1, hair=UMBER)
    plate.reflect(690, 377, mix(STEEL, MIST, 0.3), share=0.45, sway=6, squeeze=1.2)
    _yacht(plate, 1092, 742)
    plate.ripples(700, 1060, PAPER, 80, alpha=110)
    for x, y, span in ((360, 210, 60), (440, 246, 38), (930, 140, 46)):
        gull(plate, x, y, span, mix(STEEL, PALE, 0.2), tilt=0.12)
    return plate


def _truss(plate, ink):
    """The bowstring, drawn swung towards us on the left."""
    left, right, deck, rise = 40, 1180, 560, 176
    plate.rectangle(left, deck - 8, right, deck + 16, ink)
    bow, bays = [], 20
    for n in range(bays + 1):
        share = n / bays
        bow.append((left + (right - left) * share, deck - 20 - rise * (1 - abs(2 * share - 1) ** 2.2)))
    plate.line(bow, ink, 13)
    for n, (x, y) in enumerate(bow[1:-1], start=1):
        plate.line([(x, y), (x, deck)], ink, 5)
        after = bow[n + 1] if n < bays / 2 else bow[n - 1]
        plate.line([(x, y), (after[0], deck)], ink, 3)


def _warehouses(plate):
    for left, right, top, paint in (
        (-20, 220, 430, SAND),
        (226, 420, 476, HAZE),
        (880, 1060, 464, PALE),
        (1066, 1330, 418, SAND),
        (1336, 1640, 450, HAZE),
    ):
        tone = mix(paint, MIST, 0.35)
        wall = [(left, 690), (left, top), ((left + right) / 2, top - 54), (right, top), (right, 690)]
        plate.polygon(wall, tone)
        plate.shade(wall, mix(tone, STEEL, 0.6), strength=0.7, start=-0.2)
        for x in range(int(left) + 34, int(right) - 30, 52):
            for y in range(top + 26, 560, 58):
                plate.rectangle(x, y, x + 20, y + 28, mix(tone, SLATE, 0.45))


def _yacht(plate, x, water):
    plate.line([(x + 6, water - 30), (x + 10, water - 500)], BARK, 6)
    sail = closed(
        [
            (x + 2, water - 478),
            (x - 60, water - 300),
            (x - 150, water - 92),
            (x - 60, water - 82),
            (x + 2, water - 84),
        ]
    )
    plate.polygon(sail, PAPER)
    plate.shade(sail, SAND, towards="left", strength=0.9)
    jib = closed(
        [
            (x + 18, water - 452),
            (x + 70, water - 250),
            (x + 128, water - 62),
            (x + 66, water - 84),
            (x + 20, water - 96),
        ]
    )
    plate.polygon(jib, mix(PAPER, HAZE, 0.4))
    hull = closed(
        [
            (x - 176, water - 40),
            (x - 150, water - 4),
            (x, water + 8),
            (x + 100, water - 4),
            (x + 158, water - 50),
            (x + 40, water - 42),
        ]
    )
    plate.polygon(hull, mix(PINE, SLATE, 0.5))
    plate.shade(hull, NIGHT, strength=0.9)
    for step in range(20):
        y = water + 14 + step * 13
        half = (150 - step * 3 if step < 4 else 66 - step * 2.6) * plate.dice.uniform(0.8, 1.15)
        tone = mix(PINE, MIST, 0.4) if step < 4 else mix(PAPER, MIST, 0.25)
        plate.polygon(
            [(x - 20 - half, y), (x - 20, y - 4), (x - 20 + half, y), (x - 20, y + 4)], tone, 220 - step * 8
        )
