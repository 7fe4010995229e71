"""Things that return in many pictures: hills, reeds, birds, people, houses, boats."""

import math

from .inks import BARK, COAL, CREAM, GLOW, NIGHT, PALE, SAND, UMBER, Ink, mix
from .plate import Plate


def ridge(plate: Plate, base, height, colour: Ink, *, wave=520, floor=None, grain: Ink | None = None):
    """A rolling skyline across the page, filled down to `floor`."""
    phases = [plate.dice.uniform(0, 6.3) for _ in range(4)]
    points = []
    for x in range(-20, plate.width + 41, 20):
        rise = sum(math.sin(x / (wave / (n * 1.7 + 1)) + phase) / (n + 1) for n, phase in enumerate(phases))
        points.append((x, base - height * (0.5 + rise / 3.2)))
    floor = plate.height if floor is None else floor
    outline = [*points, (plate.width + 40, floor), (-20, floor)]
    plate.polygon(outline, colour)
    if grain:
        plate.shade(outline, grain, towards="down", strength=0.75)
    return points


def reeds(plate: Plate, left, right, foot, height, inks, count, *, lean=12, heads=0.25):
    """A stand of reeds, some in flower, all leaning the way of the wind."""
    dice = plate.dice
    for _ in range(count):
        x, tall = dice.uniform(left, right), height * dice.uniform(0.45, 1)
        bend = lean * dice.uniform(0.4, 1.6) * tall / height
        root = foot + dice.uniform(-6, 6)
        colour = dice.choice(inks)
        mid, tip = (x + bend * 0.3, root - tall * 0.55), (x + bend, root - tall)
        plate.polygon([(x - 2.2, root), mid, tip, (mid[0] + 2, mid[1]), (x + 2.2, root)], colour)
        if dice.random() < heads:
            plate.line([(tip[0] - bend * 0.2, tip[1] + tall * 0.13), tip], colour, 4.5)


def tussocks(plate: Plate, top, bottom, inks, count, *, left=0, right=None, size=9):
    """Grass marks over a field, larger towards the viewer."""
    right = plate.width if right is None else right
    marks = sorted((plate.dice.random(), plate.dice.uniform(left, right)) for _ in range(count))
    for near, x in marks:
        y, s = top + (bottom - top) * near, size * (0.35 + near)
        colour = plate.dice.choice(inks)
        for spread in (-0.7, -0.2, 0.3, 0.8):
            plate.line(
                [(x + spread * s * 0.3, y), (x + spread * s, y - s * (1.3 - abs(spread) / 2))], colour, 1.5
            )


def gull(plate: Plate, x, y, span, colour: Ink, *, tilt=0.0):
    """A bird on the wing, drawn with two curved strokes."""
    half = span / 2
    left, right = y - half * (0.45 + tilt), y - half * (0.45 - tilt)
    wing = [
        (x - half, left + half * 0.18),
        (x - half * 0.5, left - half * 0.02),
        (x - half * 0.1, y - half * 0.05),
        (x + half * 0.1, y - half * 0.05),
        (x + half * 0.5, right - half * 0.02),
        (x + half, right + half * 0.18),
        (x + half * 0.5, right + half * 0.12),
        (x + half * 0.12, y + half * 0.14),
        (x - half * 0.12, y + half * 0.14),
        (x - half * 0.5, left + half * 0.12),
    ]
    plate.polygon(wing, colour)


def figure(
    plate: Plate, x, foot, tall, coat: Ink, *, legs: Ink = COAL, skin: Ink = SAND, hair: Ink = BARK, turn=1
):
    """Somebody standing: coat, legs and a head, seen from a few yards off."""
    top, hem, wide = foot - tall * 0.83, foot - tall * 0.4, tall * 0.125
    for side in (-1, 1):
        hip, shoe = x + side * wide * 0.4, x + side * wide * 0.55
        plate.polygon(
            [
                (hip - wide * 0.36, hem - 2),
                (hip + wide * 0.36, hem - 2),
                (shoe + wide * 0.26, foot),
                (shoe - wide * 0.26, foot),
            ],
            legs,
        )
        plate.ellipse(shoe + turn * wide * 0.18, foot - tall * 0.008, wide * 0.42, tall * 0.016, legs)
    body = [
        (x - wide * 0.35, top),
        (x + wide * 0.35, top),
        (x + wide * 0.95, top + tall * 0.05),
        (x + wide * 1.12, foot - tall * 0.5),
        (x + wide, hem),
        (x - wide, hem),
        (x - wide * 1.12, foot - tall * 0.5),
        (x - wide * 0.95, top + tall * 0.05),
    ]
    plate.polygon(body, coat)
    plate.shade(
        body, mix(coat, NIGHT, 0.55), towards="left" if turn > 0 else "right", strength=0.9, start=-0.2
    )
    head = foot - tall * 0.905
    plate.rectangle(x - wide * 0.2, head, x + wide * 0.2, top + 2, skin)
    plate.ellipse(x + turn * wide * 0.08, head, wide * 0.48, tall * 0.07, skin)
    plate.polygon(
        [
            (x - turn * wide * 0.5, head + tall * 0.03),
            (x - turn * wide * 0.5, head - tall * 0.05),
            (x, head - tall * 0.085),
            (x + turn * wide * 0.5, head - tall * 0.05),
            (x + turn * wide * 0.48, head - tall * 0.015),
            (x, head - tall * 0.025),
            (x - turn * wide * 0.12, head + tall * 0.04),
        ],
        hair,
    )


def house(
    plate: Plate, left, right, eaves, foot, wall: Ink, roof: Ink, *, pitch=0.42, lit=(), storeys=2, bays=2
):
    """A gable-end house with sash windows; `lit` lists the windows with a lamp in them."""
    wide = right - left
    ridge_y = eaves - wide * pitch
    front = [(left, foot), (left, eaves), ((left + right) / 2, ridge_y), (right, eaves), (right, foot)]
    plate.rectangle(left + wide * 0.7, ridge_y, left + wide * 0.82, eaves, mix(wall, NIGHT, 0.4))
    plate.polygon(front, wall)
    plate.shade(front, mix(wall, NIGHT, 0.5), towards="left", strength=0.55, start=-0.3)
    plate.line(
        [(left - 7, eaves + 6), ((left + right) / 2, ridge_y), (right + 7, eaves + 6)], roof, wide * 0.055
    )
    floor = (foot - eaves) / storeys
    number = 0
    for row in range(storeys):
        for column in range(bays):
            x = left + wide * (column + 0.5) / bays
            y = eaves + floor * (row + 0.18)
            sash(plate, x, y, wide * 0.2, floor * 0.5, lit=number in lit)
            number += 1


def sash(plate: Plate, x, y, wide, tall, *, lit=False, frame: Ink = CREAM):
    """A sash window centred on x, hanging from y."""
    plate.rectangle(x - wide / 2 - 3, y - 3, x + wide / 2 + 3, y + tall + 4, frame)
    plate.rectangle(x - wide / 2, y, x + wide / 2, y + tall, GLOW if lit else mix(COAL, PALE, 0.25))
    plate.line([(x, y), (x, y + tall)], frame, 2)
    plate.line([(x - wide / 2, y + tall / 2), (x + wide / 2, y + tall / 2)], frame, 2.5)


def boat(plate: Plate, x, water, long, hull: Ink, *, trim: Ink = CREAM, mast=1.0, cabin=True, turn=1):
    """A small fishing boat lying at its mooring, bow to the right unless turned."""

    def at(along, up):
        return (x + turn * along * long, water - up * long)

    shell = [
        at(-0.5, 0.15),
        at(-0.46, -0.02),
        at(0.36, -0.02),
        at(0.56, 0.24),
        at(0.3, 0.17),
        at(-0.1, 0.135),
    ]
    plate.line([at(0.06, 0.13), at(0.05, mast)], BARK, long * 0.016)
    plate.line([at(0.05, mast), at(0.55, 0.24)], BARK, 1.4)
    plate.line([at(0.05, mast), at(-0.48, 0.15)], BARK, 1.4)
    plate.line([at(0.055, 0.3), at(-0.36, 0.36)], UMBER, long * 0.012)
    if cabin:
        plate.polygon([at(-0.3, 0.12), at(-0.3, 0.36), at(-0.02, 0.36), at(0.03, 0.12)], trim)
        plate.shade([at(-0.3, 0.12), at(-0.3, 0.36), at(-0.02, 0.36), at(0.03, 0.12)], SAND, strength=0.8)
        plate.polygon(
            [at(-0.33, 0.36), at(-0.33, 0.385), at(0.01, 0.385), at(0.0, 0.36)], mix(hull, NIGHT, 0.3)
        )
        plate.polygon([at(-0.25, 0.24), at(-0.25, 0.32), at(-0.15, 0.32), at(-0.15, 0.24)], COAL)
        plate.polygon([at(-0.11, 0.24), at(-0.11, 0.32), at(-0.035, 0.32), at(-0.02, 0.24)], COAL)
    plate.polygon(shell, hull)
    plate.shade(shell, mix(hull, NIGHT, 0.65), towards="down", strength=0.95)
    plate.line([at(-0.5, 0.15), at(-0.1, 0.135), at(0.3, 0.17), at(0.56, 0.24)], trim, long * 0.016)


def echo(plate, x, water, long, colour):
    """The broken image of a hull in the water below it."""
    for step in range(12):
        y = water + 4 + step * long * 0.022
        half = long * (0.47 - step * 0.026) * plate.dice.uniform(0.82, 1.06)
        shift = plate.dice.uniform(-8, 8)
        thick = long * 0.0085
        plate.polygon(
            [(x + shift - half, y), (x + shift, y - thick), (x + shift + half, y), (x + shift, y + thick)],
            colour,
            215,
        )
