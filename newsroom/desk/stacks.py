"""Several short lists of stories at once, in three queries however many they are and whatever lies in them."""

from dataclasses import dataclass

from django.db.models import F, QuerySet, Value

from articles.models import Article
from articles.querysets import BYLINES


@dataclass(frozen=True)
class Stack:
    """Stories in the order of one of their moments."""

    stories: QuerySet
    by: str
    newest_first: bool = False
    #: Whether some have no such moment; they come last, which no index knows of.
    has_some_without: bool = False

    def top(self, number):
        """The first so many, as a query."""
        sign = "-" if self.newest_first else ""
        moment = F(self.by).asc(nulls_last=True) if self.has_some_without else f"{sign}{self.by}"
        return self.stories.order_by(moment, f"{sign}pk").values("pk")[:number]

    def sorted(self, found):
        return sorted(found, key=self._place, reverse=self.newest_first)

    def _place(self, story):
        at = getattr(story, self.by)
        return (at is None, at or story.modified_at, story.pk)


class Rows(list):
    """A few stories, and whether there are more of them than are shown."""

    def __init__(self, stories, most):
        super().__init__(stories[:most])
        self.has_more = len(stories) > most


def first_of(stacks: dict[str, Stack], most: int) -> dict[str, Rows]:
    """The first stories of each stack, and whether there are more than ``most``. A story in two stacks is one object."""
    if not stacks:
        return {}
    every = Article.objects.order_by()
    parts = [
        every.filter(pk__in=stack.top(most + 1)).annotate(stack=Value(name)).values_list("stack", "pk")
        for name, stack in stacks.items()
    ]
    places = list(parts[0].union(*parts[1:], all=True))
    stories = (
        every.select_related("section", "draft_revision")
        .prefetch_related(BYLINES)
        .defer("body", "draft_revision__content")
        .in_bulk({pk for _name, pk in places})
    )
    return {
        name: Rows(stack.sorted([stories[pk] for at, pk in places if at == name and pk in stories]), most)
        for name, stack in stacks.items()
    }
