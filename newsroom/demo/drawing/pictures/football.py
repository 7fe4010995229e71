"""Sluice Lane under the lights, a corner to come."""

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
    SAGE,
    SAND,
    SLATE,
    STEEL,
    UMBER,
    mix,
)
from newsroom.demo.drawing.motifs import ridge
from newsroom.demo.drawing.plate import Plate


def draw() -> Plate:
    plate = Plate("football")
    plate.gradient(0, 560, mix(NIGHT, SLATE, 0.5), SLATE, STEEL, mix(CLAY, MIST, 0.3))
    for x, top in ((150, 120), (1450, 96)):
        _pylon(plate, x, top, 520)
    ridge(plate, 500, 40, mix(SLATE, NIGHT, 0.2), wave=420, floor=560)
    _stand(plate)
    plate.gradient(560, 1067, mix(MOSS, SLATE, 0.4), MOSS)
    for n in range(14):
        edge = [
            _pitch(-1500 + n * 320, 570),
            _pitch(-1340 + n * 320, 570),
            _pitch(-1340 + n * 320, 1067),
            _pitch(-1500 + n * 320, 1067),
        ]
        plate.polygon(edge, mix(MOSS, SAGE, 0.4))
    plate.shade(path("0 570, 1600 570, 1600 1067, 0 1067"), mix(PINE, NIGHT, 0.5), strength=0.75, start=-0.35)
    plate.glow(800, 690, 620, GLOW, 0.22, 0.3)
    plate.line([(-20, 604), _pitch(640, 604)], PAPER, 3, 220)
    plate.line([_pitch(640, 604), _pitch(640, 1012)], PAPER, 5, 230)
    plate.line([(-20, 1012), _pitch(640, 1012)], PAPER, 6, 230)
    plate.line([_pitch(640, 640), _pitch(-60, 640), _pitch(-60, 870), _pitch(640, 870)], PAPER, 4, 220)
    plate.ring(*_pitch(640, 1012), 96, 30, PAPER, 5, 180, 252)
    _goal(plate)
    sides = (
        (850, 700, 142, 0, 1),
        (910, 686, 136, 1, 1),
        (986, 730, 152, 0, 1),
        (1046, 706, 142, 1, 1),
        (1010, 800, 178, 1, -1),
        (700, 760, 164, 0, 1),
        (1140, 716, 144, 1, -1),
        (480, 680, 134, 1, 1),
        (300, 800, 178, 0, 1),
        (940, 830, 190, 0, 1),
    )
    for x, foot, tall, side, turn in sides:
        _player(plate, x, foot, tall, RUST if side == 0 else mix(PALE, STEEL, 0.1), turn)
    corner = _pitch(640, 1012)
    plate.line([corner, (corner[0] - 8, 726)], CREAM, 8)
    plate.polygon([(corner[0] - 6, 728), (corner[0] + 78, 758), (corner[0] - 5, 792)], mix(EMBER, GLOW, 0.3))
    _player(plate, 1506, 1006, 330, RUST, -1)
    plate.ellipse(1372, 1000, 18, 18, PAPER)
    plate.polygon(path("1364 996, 1374 991, 1381 999, 1372 1008"), COAL)
    return plate


def _pitch(across, y):
    """Where a place `across` from the middle lies at a height, the stripes running away from us."""
    return 800 + across * (0.42 + 0.58 * (y - 570) / 497), y


def _pylon(plate, x, top, foot):
    for side in (-1, 1):
        plate.line([(x + side * 22, foot), (x + side * 8, top)], COAL, 5)
    for n in range(9):
        y = foot - (foot - top) * n / 9
        half = 22 - 14 * n / 9
        plate.line([(x - half, y), (x + half, y - (foot - top) / 9)], COAL, 2.5)
    plate.glow(x, top - 16, 260, GLOW, 0.75)
    plate.rectangle(x - 60, top - 46, x + 60, top + 8, COAL, radius=4)
    for row in range(2):
        for n in range(4):
            plate.ellipse(x - 42 + n * 28, top - 32 + row * 26, 10, 10, PAPER)


def _stand(plate):
    back = path("330 600, 330 386, 1290 386, 1290 600")
    plate.polygon(back, mix(NIGHT, SLATE, 0.25))
    dice = plate.dice
    inks = (RUST, CREAM, STEEL, CLAY, SAGE, EMBER, PALE, SLATE)
    for row in range(6):
        y = 452 + row * 24
        for n in range(52):
            x = 346 + n * 18 + row % 2 * 9
            if dice.random() < 0.8 and x < 1282:
                coat = mix(dice.choice(inks), NIGHT, 0.35)
                plate.rectangle(x - 7, y, x + 7, y + 22, coat, radius=5)
                plate.ellipse(x, y - 4, 4.4, 5.2, mix(SAND, UMBER, 0.35 + 0.3 * dice.random()))
    roof = path("296 398, 320 340, 1300 340, 1326 398")
    plate.polygon(roof, mix(RUST, NIGHT, 0.25))
    plate.shade(roof, NIGHT, strength=0.8)
    for x in range(330, 1291, 160):
        plate.rectangle(x - 4, 390, x + 4, 604, COAL)
    plate.rectangle(310, 582, 1310, 606, PAPER)
    for n, tone in enumerate((RUST, SLATE, MOSS, CLAY, SLATE, RUST)):
        plate.rectangle(326 + n * 164, 586, 472 + n * 164, 602, mix(tone, CREAM, 0.15))


def _goal(plate):
    """Posts on the goal line, the net hanging behind."""
    far, near = _pitch(640, 690), _pitch(640, 786)
    top_far, top_near = (far[0], far[1] - 112), (near[0], near[1] - 138)
    back_far, back_near = (far[0] + 62, far[1] - 6), (near[0] + 76, near[1] - 6)
    hang_far, hang_near = (far[0] + 26, top_far[1]), (near[0] + 32, top_near[1])
    net = mix(PAPER, MIST, 0.3)

    def between(a, b, share):
        return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)

    for n in range(11):
        share = n / 10
        top, hang, back = (
            between(top_far, top_near, share),
            between(hang_far, hang_near, share),
            between(back_far, back_near, share),
        )
        plate.line([top, hang, back], net, 1.3, 150)
        plate.line([between(hang_far, back_far, share), between(hang_near, back_near, share)], net, 1.3, 150)
        plate.line([between(top_near, near, share), between(hang_near, back_near, share)], net, 1.2, 120)
    plate.line([far, top_far, top_near, near], PAPER, 8)
    plate.line([top_near, hang_near, back_near], PAPER, 3)
    plate.line([top_far, hang_far, back_far], PAPER, 2.5)


def _player(plate, x, foot, tall, shirt, turn):
    plate.ellipse(x + 6, foot, tall * 0.2, tall * 0.03, NIGHT, 110)
    hip, knee = foot - tall * 0.48, foot - tall * 0.25
    skin = mix(SAND, CLAY, 0.3)
    for swing in (-1, 1):
        k = (x + swing * tall * 0.08, knee)
        plate.line([(x, hip), k], skin, tall * 0.075)
        plate.line([k, (x + swing * tall * 0.1 - turn * tall * 0.05, foot - 4)], shirt, tall * 0.062)
    plate.polygon(
        [
            (x - tall * 0.1, hip - tall * 0.05),
            (x + tall * 0.1, hip - tall * 0.05),
            (x + tall * 0.14, hip + tall * 0.12),
            (x + tall * 0.01, hip + tall * 0.09),
            (x - tall * 0.12, hip + tall * 0.12),
        ],
        NIGHT,
    )
    body = [
        (x - tall * 0.06, foot - tall * 0.83),
        (x + tall * 0.06, foot - tall * 0.83),
        (x + tall * 0.125, foot - tall * 0.78),
        (x + tall * 0.1, hip - tall * 0.03),
        (x - tall * 0.1, hip - tall * 0.03),
        (x - tall * 0.125, foot - tall * 0.78),
    ]
    for side in (-1, 1):
        plate.line(
            [
                (x + side * tall * 0.1, foot - tall * 0.77),
                (x + side * tall * 0.2, foot - tall * 0.66),
                (x + side * tall * 0.22 + turn * tall * 0.04, foot - tall * 0.56),
            ],
            skin,
            tall * 0.05,
        )
    plate.polygon(body, shirt)
    plate.shade(body, mix(shirt, NIGHT, 0.6), towards="left" if turn > 0 else "right", strength=0.8)
    plate.ellipse(x + turn * tall * 0.01, foot - tall * 0.905, tall * 0.058, tall * 0.07, skin)
    plate.ring(x, foot - tall * 0.915, tall * 0.056, tall * 0.06, BARK, tall * 0.04, 160, 350)
