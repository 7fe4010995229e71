"""The old cutter in frame, two shipwrights, light through the doors."""

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
    NIGHT,
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
from newsroom.demo.drawing.motifs import figure
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("boatyard")
    plate.gradient(0, 860, mix(BARK, NIGHT, 0.45), mix(BARK, UMBER, 0.3), mix(UMBER, CLAY, 0.15))
    _doors(plate)
    _roof(plate)
    plate.gradient(860, 1067, mix(UMBER, CLAY, 0.2), mix(BARK, NIGHT, 0.2))
    plate.polygon(path("560 860, 1040 860, 1330 1067, 270 1067"), GLOW, 70)
    plate.glow(800, 470, 460, GLOW, 0.3)
    _frames(plate)
    for x in (330, 620, 980, 1270):
        plate.polygon([(x - 16, 896), (x + 16, 896), (x + 44, 930), (x - 44, 930)], mix(BARK, NIGHT, 0.3))
        plate.line([(x - 70, 930), (x - 8, 800)], mix(BARK, NIGHT, 0.4), 11)
    _bench(plate)
    figure(plate, 1330, 960, 330, RUST, legs=NIGHT, hair=PALE, turn=-1)
    plate.line([(1306, 716), (1250, 760), (1206, 740)], mix(RUST, NIGHT, 0.25), 22)
    plate.ellipse(1204, 738, 12, 11, SAND)
    plate.line([(1236, 768), (1170, 706)], BARK, 8)
    plate.polygon(path("1146 702, 1172 680, 1192 700, 1168 722"), MIST)
    figure(plate, 520, 948, 310, mix(SLATE, STEEL, 0.4), legs=NIGHT, hair=COAL)
    for _ in range(90):
        x, y = plate.dice.uniform(300, 1400), plate.dice.uniform(950, 1050)
        plate.ring(
            x,
            y,
            plate.dice.uniform(4, 11),
            plate.dice.uniform(2, 5),
            mix(SAND, EMBER, 0.25),
            2.4,
            plate.dice.randint(0, 180),
            plate.dice.randint(200, 340),
        )
    return plate


def _doors(plate):
    plate.rectangle(560, 250, 1040, 862, PALE)
    sky = path("560 250, 1040 250, 1040 862, 560 862")
    plate.shade(sky, mix(EMBER, CREAM, 0.35), strength=0.8)
    plate.rectangle(560, 680, 1040, 862, mix(HAZE, MIST, 0.5))
    plate.polygon(
        closed(path("540 690, 660 664, 800 672, 930 656, 1060 670, 1060 704, 540 706")), mix(MIST, STEEL, 0.3)
    )
    plate.polygon(path("640 862, 960 862, 860 700, 760 700"), mix(CLAY, STEEL, 0.3))
    plate.ripples(712, 840, PAPER, 16, left=580, right=980)
    for left, right in ((390, 556), (1044, 1210)):
        plate.rectangle(left, 240, right, 862, mix(PINE, BARK, 0.45))
        for n in range(6):
            x = left + (right - left) * n / 6
            plate.line([(x, 240), (x, 862)], NIGHT, 3)
        plate.line([(left + 6, 850), (right - 6, 600)], mix(PINE, NIGHT, 0.4), 16)
    plate.rectangle(380, 226, 1220, 252, mix(BARK, NIGHT, 0.4))


def _roof(plate):
    beam = mix(BARK, NIGHT, 0.5)
    plate.polygon(path("-10 150, 800 -60, 1610 150, 1610 190, 800 -14, -10 190"), beam)
    plate.rectangle(-10, 186, 1610, 212, beam)
    for x in (220, 510, 800, 1090, 1380):
        plate.line([(x, 200), (x, 200 - (1 - abs(x - 800) / 800) * 190)], beam, 13)
    for x in (40, 1560):
        plate.rectangle(x - 20, 190, x + 20, 880, beam)
    for n, x in enumerate((110, 160, 206, 262, 1310, 1372, 1430, 1490)):
        plate.rectangle(x - 4, 330, x + 4, 330 + 90 + n * 23 % 70, UMBER)
        if n % 2:
            plate.polygon(
                [(x - 22, 420), (x + 22, 420), (x + 14, 470), (x - 14, 470)], mix(STEEL, SLATE, 0.5)
            )
        else:
            plate.ring(x, 440, 24, 32, mix(SAND, UMBER, 0.4), 8)
    plate.rectangle(84, 322, 300, 334, CLAY)
    plate.rectangle(1290, 322, 1520, 334, CLAY)


def _frames(plate):
    """A hull half planked: ribs standing above the strakes that are done."""
    rib = mix(SAND, CLAY, 0.35)
    for n in range(17):
        x = 300 + n * 62
        share = (n - 8) / 8
        top = 470 + 60 * (1 - share**2) - (70 * share if share > 0 else -26 * share)
        foot = 850 - 190 * abs(share) ** 2
        side = closed(
            [
                (x - 8, foot),
                (x - 10, foot - 90),
                (x - 9 + share * 12, top),
                (x + 7 + share * 12, top - 2),
                (x + 10, foot - 90),
                (x + 8, foot),
            ]
        )
        plate.polygon(side, rib)
        plate.shade(side, UMBER, towards="left", strength=0.9)
    strakes = 7
    for n in range(strakes):
        drop = n * 38
        upper = through(
            [
                (236 + n * 26, 610 + drop * 0.86),
                (480, 664 + drop * 0.82),
                (800, 680 + drop * 0.8),
                (1120, 650 + drop * 0.86),
                (1388 - n * 22, 552 + drop * 1.1),
            ]
        )
        lower = through(
            [
                (1372 - n * 22, 596 + drop * 1.1),
                (1120, 690 + drop * 0.84),
                (800, 716 + drop * 0.8),
                (480, 700 + drop * 0.82),
                (252 + n * 26, 648 + drop * 0.86),
            ]
        )
        plank = [*upper, *lower]
        tone = mix(mix(EMBER, SAND, 0.45), UMBER, 0.08 * n)
        plate.polygon(plank, tone)
        plate.shade(plank, BARK, strength=0.55, start=-0.1)
        plate.line(lower, BARK, 2)
    plate.line(through(path("226 596, 480 652, 800 668, 1120 638, 1400 534")), CREAM, 9)
    plate.polygon(path("300 880, 1300 880, 1270 902, 330 902"), mix(BARK, NIGHT, 0.3))
    plate.polygon(path("1384 530, 1406 524, 1300 890, 1270 890"), mix(UMBER, CLAY, 0.3))


def _bench(plate):
    plate.rectangle(-10, 838, 268, 860, CLAY)
    plate.rectangle(10, 860, 34, 1040, mix(BARK, NIGHT, 0.3))
    plate.rectangle(216, 860, 240, 1040, mix(BARK, NIGHT, 0.3))
    plate.rectangle(40, 796, 150, 838, mix(RUST, UMBER, 0.4), radius=4)
    plate.line(path("70 796, 70 780, 120 780, 120 796"), BARK, 6)
    plate.rectangle(176, 808, 200, 838, STEEL, radius=4)
    plate.line([(182, 808), (176, 764)], BARK, 4)
    plate.line([(192, 808), (202, 758)], BARK, 4)
