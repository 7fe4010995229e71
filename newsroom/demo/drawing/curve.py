"""Outlines: points written as text, and smooth lines through them (Catmull-Rom)."""

STEPS = 8


def path(text):
    """The points of "x y, x y, …": an outline that fits on a line or two of source."""
    return [tuple(float(number) for number in pair.split()) for pair in text.split(",")]


def closed(points):
    """A rounded outline that passes through every point and returns to the first."""
    count = len(points)
    return _through([points[(n - 1) % count] for n in range(count + 3)])


def through(points):
    """A smooth line from the first point to the last."""
    return [*_through([points[0], *points, points[-1]]), points[-1]]


def _through(points):
    line = []
    for before, start, end, after in zip(points, points[1:], points[2:], points[3:], strict=False):
        for step in range(STEPS):
            share = step / STEPS
            line.append(
                tuple(
                    _spline(b, s, e, a, share) for b, s, e, a in zip(before, start, end, after, strict=True)
                )
            )
    return line


def _spline(before, start, end, after, t):
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )
