"""What readers are told of changes: at the story itself, and on the page of all corrections."""

from dataclasses import dataclass

from django.db.models import F

from articles.choices import ChangeKind
from articles.models import Article, Correction

SHOWN = ("id", "kind", "note", "at")
LINK_FIELDS = [f"article__{name}" for name in ("headline", "slug", "published_on", "language")]


@dataclass(frozen=True)
class Corrections:
    """Those of one story, newest first."""

    rows: list[Correction]

    @property
    def retraction(self):
        """The newest retraction, or None. It stands for the story as long as there is one."""
        return next((row for row in self.rows if row.kind == ChangeKind.RETRACTION), None)

    @property
    def pointed_at(self):
        """The correction that a line above the text points to, or None: the newest, unless the whole story is retracted."""
        if self.retraction:
            return None
        return next((row for row in self.rows if row.kind == ChangeKind.CORRECTION), None)


def story_with_corrections(stories):
    """The one story of a queryset with its ``Corrections``, in the query that fetches the story; (None, None) if there is none.

    A left join gives a row for each correction, and almost always that is one row.
    """
    columns = {f"correction_{name}": F(f"corrections__{name}") for name in SHOWN}
    rows = list(stories.annotate(**columns).order_by("-corrections__at", "-corrections__pk"))
    if not rows:
        return None, None
    story = rows[0]
    return story, Corrections(
        [
            Correction(article=story, **{name: getattr(row, f"correction_{name}") for name in SHOWN})
            for row in rows
            if row.correction_id
        ]
    )


def public_corrections():
    """All corrections of stories the public may see, newest first, each with what a link to its story needs."""
    return (
        Correction.objects.filter(article__in=Article.objects.published())
        .select_related("article")
        .only(*SHOWN, *LINK_FIELDS)
    )
