"""Free addresses: a name already taken gets the next number."""

from itertools import count


def first_free(stem, *querysets, limit):
    """``stem``, or ``stem-2``, ``stem-3`` … : the first that no row of these querysets has as its slug.

    The stem is cut where the number would not fit in ``limit`` characters.
    """
    start = stem[: limit - NUMBER_LENGTH]
    taken = {
        slug
        for rows in querysets
        for slug in rows.filter(slug__startswith=start).values_list("slug", flat=True)
    }
    if stem not in taken:
        return stem
    return next(slug for number in count(2) if (slug := f"{start}-{number}") not in taken)


# A hyphen and as many digits as anybody will need.
NUMBER_LENGTH = 6
