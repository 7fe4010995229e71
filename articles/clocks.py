"""What a clock on the wall shows and when: in a zone with summer time a time may be there once, twice or not at all."""

from datetime import UTC, datetime, timedelta, tzinfo

from django.utils.formats import date_format

STEP = timedelta(seconds=1)


def readings(naive: datetime, zone: tzinfo) -> list[datetime]:
    """The moments at which a clock in the zone shows this time, in their order: one, none, or two."""
    found = []
    for fold in (0, 1):
        moment = naive.replace(tzinfo=zone, fold=fold)
        is_real = moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == naive
        # Two moments of one zone are compared by what the clock shows; by their offsets they are told apart.
        if is_real and moment.utcoffset() not in [other.utcoffset() for other in found]:
            found.append(moment)
    return found


def gap_at(naive: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """The edges of the gap this time falls in: what the clock shows when it jumps, and what it shows then."""
    after = naive.replace(tzinfo=zone, fold=0).astimezone(UTC)
    before = naive.replace(tzinfo=zone, fold=1).astimezone(UTC)
    old = before.astimezone(zone).utcoffset()
    while after - before > STEP:
        middle = before + (after - before) // 2
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    jump = after.replace(microsecond=0)
    return jump.replace(tzinfo=None) + old, jump.astimezone(zone).replace(tzinfo=None)


def in_words(naive: datetime) -> str:
    """“02:30 on Sunday 28 March 2027”."""
    return f"{naive:%H:%M}, {date_format(naive, 'l j F Y')}"


def offset_in_words(moment: datetime) -> str:
    """“CEST (UTC+02:00)”; a zone without letters of its own is the offset alone."""
    offset = f"{moment:%z}"
    utc = f"UTC{offset[:3]}:{offset[3:5]}"
    name = moment.tzname() or ""
    return f"{name} ({utc})" if name.isalpha() else utc
