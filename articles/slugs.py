"""Free addresses: a name already taken gets the next number."""

from itertools import count


def first_free(stem, rows, *, limit):
    """``stem``, or ``stem-2``, ``stem-3`` … : the first that none of ``rows`` (a queryset) has as its slug.

    The stem is cut where the number would not fit in ``limit`` characters.
    """
    taken = set(rows.filter(slug__startswith=stem[: limit - NUMBER_LENGTH]).values_list("slug", flat=True))
    if stem not in taken:
        return stem
    stem = stem[: limit - NUMBER_LENGTH]
    return next(slug for number in count(2) if (slug := f"{stem}-{number}") not in taken)


# A hyphen and as many digits as anybody will need.
NUMBER_LENGTH = 6
