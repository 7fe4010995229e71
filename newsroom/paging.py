"""Pages of a long list, without counting it.

A count reads every row of the list, for a number nobody acts on. One row more than a page holds says whether there is an older
page, which is all that the links below a list need.
"""

import re
from dataclasses import dataclass

from django.http import Http404

# A database walks over all that it leaves out: page 1,000 costs a millisecond or two, and no reader goes further by hand.
MAX_PAGE = 1_000
# ASCII digits without a leading zero, so that each page has one address.
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class Page:
    """One page, the newest being number 1."""

    items: list
    number: int
    has_older: bool
    # The reader wrote ?page=1. That page has a shorter address, without the number, and a view redirects there.
    has_shorter_address: bool = False

    @property
    def has_newer(self):
        return self.number > 1

    @property
    def newer_url(self):
        """Relative to the address of the list, which ends in a slash; "" on the newest page."""
        if not self.has_newer:
            return ""
        return "." if self.number == 2 else f"?page={self.number - 1}"

    @property
    def older_url(self):
        return f"?page={self.number + 1}" if self.has_older else ""


def page_of(queryset, raw_number: str | None, size: int) -> Page:
    """The page that ``request.GET.get("page")`` asks for; None, when it asks for none, is the newest.

    ``queryset`` is in its final order, with a tie-break, or rows would be seen twice or never. One query of ``size`` + 1 rows.
    Raises Http404 for what is no page number, for one over ``MAX_PAGE``, and for a page past the end. An empty list has one page.
    """
    number = 1 if raw_number is None else _number(raw_number)
    start = (number - 1) * size
    rows = list(queryset[start : start + size + 1])
    if not rows and number > 1:
        raise Http404(f"The list ends before page {number}.")
    return Page(
        rows[:size], number, len(rows) > size and number < MAX_PAGE, raw_number is not None and number == 1
    )


def _number(raw):
    if not _NUMBER.fullmatch(raw) or int(raw) > MAX_PAGE:
        raise Http404("There is no such page.")
    return int(raw)
