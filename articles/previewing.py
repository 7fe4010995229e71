"""A version of a story as readers would see it: the story's own class with other words on it, and no way to store them."""

from dataclasses import dataclass
from datetime import datetime

from articles.choices import RevisionKind
from articles.content import COLUMNS, LINES, authors_of, content_of, tags_of
from articles.corrections import Corrections
from articles.fields import BodyField
from articles.figures import figures_of
from articles.html import reading_minutes
from articles.models import Byline, Tag
from articles.state import clock
from articles.zone import zone_in_words
from newsroom.text import clean_line


def as_of(article, content, *, new_tags=()):
    """A copy of the story with this content on it, for showing: ``authors``, ``shown_tags``, section and picture are at hand.

    It refuses to be stored. What the content names and is gone is left out. The text has passed the sanitiser, wherever it came from;
    raises ``ValidationError`` where it is over its limits. ``new_tags`` are names that no tag has yet.
    """
    story = type(article)(
        **{field.attname: getattr(article, field.attname) for field in article._meta.concrete_fields}
    )
    for name in COLUMNS:
        field = story._meta.get_field(name)
        value = content.get(name, field.get_default())
        if field.is_relation:
            value = field.related_model.objects.filter(pk=value).first() if value else None
        setattr(story, name, clean_line(value) if name in LINES else value)
    if article.published_on:
        story.slug = article.slug
    story.body = BodyField.sanitised(story.body)
    story.reading_minutes = reading_minutes(story.body)
    story.figures = figures_of({"body": story.body})
    story.authors = authors_of(content)
    story.shown_tags = [*tags_of(content), *(Tag(name=name, slug="new") for name in new_tags)]
    _hold(story, "tags", Tag, story.shown_tags)
    _hold(story, "bylines", Byline, [Byline(author=author) for author in story.authors])
    for verb in ("save", "save_base", "delete", "set_bylines", "log", "refresh_from_db"):
        setattr(story, verb, _never)
    return story


def _hold(story, name, model, rows):
    """Put rows where a prefetch would. Whatever is asked of them beyond themselves finds nothing, not everything."""
    held = model.objects.none()
    held._result_cache, held._prefetch_done = list(rows), True
    vars(story).setdefault("_prefetched_objects_cache", {})[name] = held


def _never(*args, **kwargs):
    raise TypeError("A preview is never stored.")


_never.alters_data = True


def content_at(article, revision):
    """The words of a version, or of the row where there is none. An autosave may lack what was not in its form."""
    if revision is None:
        return content_of(article)
    return article.draft_content | revision.content


def is_what_readers_see(article, revision):
    """Whether this version of the story is the public one (None: the row itself)."""
    if not article.is_public:
        return False
    return revision is None or revision.pk == article.live_revision_id


@dataclass(frozen=True)
class Bar:
    """The line above a preview: which version this is, and that nobody else sees it."""

    at: datetime | None = None
    by: str = ""
    is_live: bool = False
    made_for: str = ""
    embargo_until: datetime | None = None
    problems: tuple = ()

    @property
    def when(self):
        return clock(self.at)

    @property
    def embargo(self):
        return f"{clock(self.embargo_until)} ({zone_in_words()})" if self.embargo_until else ""


def shown(article, content, bar, **context):
    """What the template of a preview is given."""
    told = list(article.corrections.all()) if article.was_public else []
    story = as_of(article, content, new_tags=context.pop("new_tags", ()))
    return {"article": story, "corrections": Corrections(told), "bar": bar, "preview": True, **context}


def bar_of(article, revision=None, *, is_stored=True, **more):
    """The line above a version; without ``is_stored`` above what somebody has just typed."""
    more["embargo_until"] = article.embargo_until if article.is_embargoed else None
    if not is_stored:
        return Bar(**more)
    if revision is None:
        return Bar(at=article.modified_at, is_live=article.is_public, **more)
    more = {"by": revision.author_name} | more
    return Bar(at=moment_of(revision), is_live=is_what_readers_see(article, revision), **more)


def moment_of(revision):
    """When a version got its words: an autosave goes on changing, others are renamed at most."""
    return revision.changed_at if revision.kind == RevisionKind.AUTOSAVE else revision.created_at
