"""Several bounded counts in one query."""

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, Subquery


class BoundedCount(Subquery):
    """How many rows a query has, counted no further than one past the limit, as a part of another query."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS bounded)"
    output_field = IntegerField()

    def __init__(self, queryset, limit):
        super().__init__(queryset.order_by().values("pk")[: limit + 1])


def numbers_of(user, wanted) -> dict:
    """The numbers wanted, ``{name: (queryset, limit)}``, by their names."""
    if not wanted:
        return {}
    counts = {f"number_{place}": BoundedCount(*each) for place, each in enumerate(wanted.values())}
    # A query selects from something: the one row of whoever asks.
    row = get_user_model().objects.filter(pk=user.pk).order_by().values_list()
    found = row.annotate(**counts).values_list(*counts).get()
    return dict(zip(wanted, found, strict=True))
