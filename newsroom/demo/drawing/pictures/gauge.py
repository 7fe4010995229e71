"""The tide board at Staithe Quay, a metre twenty and rising."""

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
from newsroom.demo.drawing.motifs import gull, ridge
from newsroom.demo.drawing.plate import Plate

STROKES = {"0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc"}


def draw() -> Plate:
    plate = Plate("gauge", size=(1067, 1600))
    plate.gradient(0, 900, mix(MIST, HAZE, 0.3), HAZE, PALE, CREAM)
    plate.glow(240, 700, 420, GLOW, 0.5)
    ridge(plate, 860, 90, mix(HAZE, MIST, 0.5), wave=520)
    ridge(plate, 884, 60, mix(MIST, SAGE, 0.35), wave=300)
    plate.gradient(890, 1600, mix(CREAM, HAZE, 0.5), HAZE, MIST, STEEL, SLATE)
    plate.ripples(900, 1180, PAPER, 70, alpha=120)
    _wall(plate)
    _board(plate, 470, 150, 1240)
    _post(plate, 170, 420)
    for step in range(30):
        y = 1238 + step * 12.2
        half = (70 - step * 0.9) * plate.dice.uniform(0.7, 1.12)
        x = 540 + plate.dice.uniform(-9, 9)
        plate.polygon(
            [(x - half, y), (x, y - 5), (x + half, y), (x, y + 5)], mix(PAPER, STEEL, 0.3), 190 - step * 5
        )
    for step in range(24):
        y = 1236 + step * 13
        half = 52 * plate.dice.uniform(0.6, 1.1)
        plate.polygon(
            [(170 - half, y), (170, y - 5), (170 + half, y), (170, y + 5)],
            mix(BARK, STEEL, 0.35),
            190 - step * 6,
        )
    plate.ripples(1236, 1590, mix(PALE, PAPER, 0.5), 70, alpha=120)
    _perched(plate, 168, 416)
    for x, y, span in ((760, 190, 60), (860, 250, 40), (330, 120, 44)):
        gull(plate, x, y, span, mix(STEEL, PALE, 0.3), tilt=0.14)
    return plate


def _wall(plate):
    wall = path("660 1232, 660 420, 1080 380, 1080 1232")
    tone = mix(CLAY, STEEL, 0.35)
    plate.polygon(wall, tone)
    for row in range(13):
        y = 430 + row * 62
        plate.line([(660, y), (1080, y - 24 + row * 2)], mix(tone, NIGHT, 0.35), 3)
        for k in range(3):
            x = 700 + k * 150 + row % 2 * 74
            plate.line([(x, y), (x, min(1230, y + 60))], mix(tone, NIGHT, 0.35), 3)
    plate.shade(wall, mix(PINE, NIGHT, 0.45), strength=1.05, start=-0.5)
    plate.polygon(path("648 424, 1080 382, 1080 340, 636 380"), mix(SAND, CLAY, 0.3))
    plate.ring(880, 700, 44, 44, COAL, 12)
    plate.rectangle(864, 640, 896, 672, COAL, radius=4)
    plate.line(through(path("890 742, 930 860, 940 1040, 900 1236")), SAND, 9)


def _board(plate, left, top, foot):
    right = left + 140
    plate.rectangle(left - 34, top - 40, left + 4, foot + 10, BARK)
    plate.rectangle(right - 4, top - 40, right + 34, foot + 10, BARK)
    for x in (left - 34, right - 4):
        timber = [(x, top - 40), (x + 38, top - 40), (x + 38, foot + 10), (x, foot + 10)]
        plate.shade(timber, NIGHT, strength=0.9, start=-0.1)
        plate.polygon([(x - 4, top - 40), (x + 19, top - 62), (x + 42, top - 40)], mix(UMBER, CLAY, 0.3))
    face = [(left, top), (right, top), (right, foot), (left, foot)]
    plate.polygon(face, PAPER)
    metre, first = 210, foot + 40
    for n in range(6):
        base = first - n * metre
        for tenth in range(10):
            y = base - tenth * metre / 10
            if not top + 6 < y < foot:
                continue
            plate.rectangle(left, y - 10.5, left + (58 if tenth in (0, 5) else 40), y, COAL)
            if tenth % 2 == 0:
                plate.rectangle(left, y - 21, left + 8, y, COAL)
        if n and top + 40 < base - 60:
            _figure(plate, str(n + 1), left + 74, base - 74, 46, 72)
    plate.shade(face, SAND, towards="up", strength=0.4, start=-0.2)
    wet = [(left, foot - 190), (right, foot - 190), (right, foot), (left, foot)]
    plate.shade(wet, mix(MOSS, PINE, 0.4), strength=1, start=-0.35)
    mark = first - 5 * metre + 92
    plate.polygon([(right + 40, mark), (right + 86, mark - 24), (right + 86, mark + 24)], RUST)
    plate.rectangle(right + 84, mark - 5, right + 150, mark + 5, RUST)
    for _ in range(60):
        x, y = plate.dice.uniform(left - 34, right + 34), foot - plate.dice.random() ** 2 * 130
        long = plate.dice.uniform(14, 46)
        plate.line(
            through([(x, y), (x + 5, y + long * 0.5), (x - 3, min(foot + 14, y + long))]),
            plate.dice.choice((MOSS, PINE, mix(MOSS, BARK, 0.4))),
            5,
        )


def _figure(plate, digit, x, y, wide, tall):
    bar, mid = 12, y + tall / 2
    strokes = {
        "a": (x, y, x + wide, y + bar),
        "b": (x + wide - bar, y, x + wide, mid),
        "c": (x + wide - bar, mid, x + wide, y + tall),
        "d": (x, y + tall - bar, x + wide, y + tall),
        "e": (x, mid, x + bar, y + tall),
        "f": (x, y, x + bar, mid),
        "g": (x, mid - bar / 2, x + wide, mid + bar / 2),
    }
    for stroke in STROKES[digit]:
        plate.rectangle(*strokes[stroke], COAL)


def _post(plate, x, top):
    pile = [(x - 44, 1244), (x - 38, top), (x + 38, top), (x + 44, 1244)]
    plate.polygon(pile, mix(UMBER, BARK, 0.4))
    plate.shade(pile, NIGHT, towards="left", strength=0.9, start=-0.1)
    plate.shade(
        [(x - 44, 1244), (x - 42, 1010), (x + 42, 1010), (x + 44, 1244)],
        mix(PINE, MOSS, 0.3),
        strength=1.1,
        start=-0.2,
    )
    plate.ellipse(x, top, 38, 11, mix(CLAY, UMBER, 0.3))
    for y in (640, 668, 696):
        plate.polygon([(x - 44, y), (x + 44, y + 9), (x + 44, y + 27), (x - 44, y + 18)], SAND)
        plate.shade([(x - 44, y), (x + 44, y + 9), (x + 44, y + 27), (x - 44, y + 18)], UMBER, strength=0.8)


def _perched(plate, x, foot):
    for k in (-12, 10):
        plate.line([(x + k, foot - 46), (x + k, foot + 2)], EMBER, 5)
    body = closed(
        [
            (x - 104, foot - 62),
            (x - 60, foot - 94),
            (x, foot - 122),
            (x + 48, foot - 112),
            (x + 56, foot - 84),
            (x + 24, foot - 50),
            (x - 30, foot - 42),
        ]
    )
    plate.polygon(body, PAPER)
    plate.ellipse(x + 48, foot - 132, 27, 25, PAPER)
    wing = closed(
        [
            (x - 132, foot - 60),
            (x - 60, foot - 98),
            (x, foot - 112),
            (x + 26, foot - 92),
            (x - 10, foot - 70),
            (x - 70, foot - 60),
        ]
    )
    plate.polygon(wing, mix(STEEL, MIST, 0.5))
    plate.shade(wing, SLATE, towards="left", strength=1)
    plate.shade(body, SAND, towards="down", strength=0.5, start=-0.4)
    plate.polygon([(x - 140, foot - 58), (x - 92, foot - 74), (x - 84, foot - 60)], NIGHT)
    plate.polygon([(x + 68, foot - 140), (x + 108, foot - 128), (x + 68, foot - 122)], EMBER)
    plate.ellipse(x + 56, foot - 138, 4, 4, NIGHT)
