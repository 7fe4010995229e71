"""The Wend winding out to a low sun."""

from newsroom.demo.drawing.curve import closed, path, through
from newsroom.demo.drawing.inks import (
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
    PINE,
    RUST,
    SAGE,
    SLATE,
    STEEL,
    mix,
)
from newsroom.demo.drawing.motifs import reeds, ridge, tussocks
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("dawn")
    plate.gradient(0, 440, STEEL, MIST, HAZE, CREAM, GLOW)
    plate.glow(1080, 400, 520, EMBER, 0.75, 0.62)
    plate.ellipse(1080, 372, 58, 58, mix(RUST, EMBER, 0.35))
    for y, left, right, thick in (
        (150, 140, 820, 9),
        (188, 420, 1190, 6),
        (246, 60, 520, 7),
        (286, 820, 1500, 8),
        (316, 300, 700, 4),
    ):
        plate.polygon(
            [(left, y), ((left + right) / 2, y - thick), (right, y), ((left + right) / 2, y + thick)],
            mix(HAZE, CREAM, 0.5),
            150,
        )
    ridge(plate, 424, 70, mix(MIST, HAZE, 0.4), wave=640)
    _spire(plate, 372, 376)
    ridge(plate, 446, 60, MIST, wave=430)
    plate.gradient(440, 1067, mix(GLOW, CREAM, 0.4), CREAM, HAZE, MIST, STEEL)
    plate.glow(1080, 470, 360, EMBER, 0.55, 0.3)
    for step in range(26):
        y = 452 + step**1.62 * 2.1
        half = 16 + step * 3.4
        shift = plate.dice.uniform(-half, half) * 0.7
        plate.polygon(
            [
                (1080 + shift - half, y),
                (1080 + shift, y - 2 - step * 0.13),
                (1080 + shift + half, y),
                (1080 + shift, y + 2 + step * 0.13),
            ],
            GLOW,
            200,
        )
    far = mix(SAGE, MIST, 0.35)
    _bank(plate, path("-60 462, 300 455, 640 454, 860 466, 700 484, 380 512, 120 552, -60 570"), far)
    _bank(plate, path("1680 454, 1400 455, 1280 464, 1370 492, 1500 536, 1680 566"), far)
    near = mix(MOSS, SAGE, 0.5)
    _bank(plate, path("1700 540, 1400 598, 1120 622, 930 660, 1060 716, 1330 764, 1700 796"), near)
    _bank(
        plate,
        path("-80 600, 260 604, 500 640, 590 692, 490 756, 330 830, 290 920, 380 1010, 470 1140, -80 1140"),
        MOSS,
    )
    tussocks(plate, 630, 1050, (PINE, mix(MOSS, PINE, 0.5), SAGE), 230, right=300, size=17)
    tussocks(plate, 650, 742, (PINE, MOSS, LICHEN), 110, left=1090, right=1600, size=11)
    plate.ripples(800, 1060, PALE, 46, alpha=90, left=520, right=1500)
    plate.ripples(500, 590, PALE, 14, alpha=120, left=560, right=1150)
    _heron(plate, 752, 748, 1.25)
    stems = (NIGHT, COAL, mix(PINE, NIGHT, 0.5))
    reeds(plate, -20, 300, 1085, 470, stems, 170, lean=46)
    reeds(plate, 260, 460, 1110, 300, stems, 60, lean=40)
    reeds(plate, 1330, 1640, 1090, 300, stems, 100, lean=34)
    reeds(plate, 1220, 1380, 1100, 190, stems, 34, lean=26)
    return plate


def _spire(plate, x, foot):
    tone = mix(MIST, STEEL, 0.45)
    plate.polygon(
        [(x - 9, foot), (x - 9, foot - 44), (x, foot - 92), (x + 9, foot - 44), (x + 9, foot)], tone
    )
    plate.polygon([(x + 9, foot), (x + 9, foot - 26), (x + 60, foot - 26), (x + 68, foot)], tone)


def _bank(plate, points, colour):
    outline = closed(points)
    plate.polygon([(x, y + 8) for x, y in outline], mix(colour, NIGHT, 0.5))
    plate.polygon(outline, colour)
    plate.shade(outline, mix(colour, NIGHT, 0.45), towards="down", strength=0.7)
    plate.shade(outline, mix(colour, CREAM, 0.4), towards="up", strength=0.5, start=-0.3)


def _heron(plate, x, foot, size):
    def at(points):
        return [(x + a * size, foot + b * size) for a, b in points]

    plate.ripples(foot - 4, foot + 12, PALE, 4, alpha=170, left=x - 50, right=x + 10)
    plate.line(at([(-2, -46), (-4, -22), (-8, 2)]), COAL, 2.4)
    plate.line(at([(6, -46), (7, -22), (5, 2)]), COAL, 2.4)
    body = closed(at(path("-46 -36, -26 -62, -2 -78, 17 -76, 20 -60, 6 -46, -14 -42")))
    plate.polygon(body, mix(SLATE, STEEL, 0.4))
    plate.shade(body, COAL, towards="left", strength=1)
    plate.line(
        through(at(path("10 -70, 24 -82, 18 -100, 13 -114, 22 -126"))), mix(SLATE, STEEL, 0.6), 6 * size
    )
    plate.polygon(closed(at(path("13 -126, 24 -134, 36 -128, 27 -121"))), mix(SLATE, STEEL, 0.6))
    plate.polygon(at([(30, -131), (66, -123), (30, -124)]), EMBER)
    plate.polygon(at([(26, -133), (-2, -127), (20, -128)]), NIGHT)
