"""What stands on the front page, and where."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import OuterRef, Subquery

from articles.models import Article, Section

SECONDS = 3
LATEST = 8
IN_STRIP = 4
# A strip shows no story that already stands above, so it is chosen from more than it shows.
CANDIDATES = IN_STRIP + SECONDS + 1


@dataclass
class Strip:
    section: Section
    articles: list[Article]


@dataclass
class Front:
    """The front page: one lead, a few seconds, the latest, and a strip for each section that has stories."""

    lead: Article | None = None
    seconds: list[Article] = field(default_factory=list)
    latest: list[Article] = field(default_factory=list)
    strips: list[Strip] = field(default_factory=list)
    next_change_at: datetime | None = None

    @property
    def articles(self):
        """Every story that stands on the page, some twice."""
        stories = [
            *self.seconds,
            *self.latest,
            *(article for strip in self.strips for article in strip.articles),
        ]
        return [self.lead, *stories] if self.lead else stories


def front_page() -> Front:
    """Fill the page from what is public, in a fixed number of queries. No story stands twice, but for the latest list.

    The newest story leads; one with a picture is preferred among the first few, since it carries the page.
    """
    newest = list(
        Article.objects.published()
        .newest_first()
        .with_list_relations()
        .with_next_change()[: LATEST + SECONDS + 1]
    )
    if not newest:
        return Front(next_change_at=Article.objects.next_change_at())
    head = newest[: SECONDS + 1]
    lead = next((article for article in head if article.lead_photo_id), head[0])
    seconds = [article for article in head if article is not lead]
    above = {article.pk for article in head}
    rest = [article for article in newest if article.pk not in above]
    return Front(lead, seconds, rest[:LATEST], _strips(above), newest[0].next_change_at)


def _strips(above):
    """The newest stories of each section, found by one step into the index a story."""
    newest = Article.objects.published().filter(section=OuterRef("pk")).newest_first().values("pk")
    nth = {f"nth_{n}": Subquery(newest[n : n + 1]) for n in range(CANDIDATES)}
    sections = list(Section.objects.annotate(**nth))
    keys = {section: [getattr(section, name) for name in nth] for section in sections}
    wanted = {pk for row in keys.values() for pk in row if pk}
    articles = Article.objects.published().with_list_relations().in_bulk(wanted)
    strips = []
    for section, row in keys.items():
        shown = [articles[pk] for pk in row if pk in articles and pk not in above][:IN_STRIP]
        if shown:
            strips.append(Strip(section, shown))
    return strips
