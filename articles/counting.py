"""Counting no further than a number says something: past a limit a count is only “more than”, and costs no more."""


def bounded_count(queryset, limit) -> int:
    """How many rows there are, counted no further than one past the limit."""
    return queryset.order_by()[: limit + 1].count()


def bounded_words(count, limit) -> str:
    """A bounded count as it is shown: “12”, or “1,000+” where there are more."""
    return f"{limit:,}+" if count > limit else f"{count:,}"
