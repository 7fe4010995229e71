"""What a version of a story holds: the fields of its form as plain JSON, and how they are put back.

``{"kicker": "", "headline": "", "standfirst": "", "body": "<p>…", "language": "en", "section": 3, "lead_photo": None,
"comment_mode": "pre", "slug": "", "bylines": [2, 5], "tags": [7]}``: keys of rows for what is a row elsewhere, bylines in
their order. Where the story stands, and when, is never part of it.
"""

from django.apps import apps

from articles.merging import Kind
from articles.models.author import Author
from articles.models.tag import Tag

LINES = ("kicker", "headline", "standfirst")
TYPED = (*LINES, "body", "language", "comment_mode", "slug")
COLUMNS = (*LINES, "body", "language", "section", "lead_photo", "comment_mode", "slug")
FIELDS = (*COLUMNS, "bylines", "tags")
# How each is merged, and how it is compared.
KINDS = dict.fromkeys(COLUMNS, Kind.SCALAR) | {
    "standfirst": Kind.TEXT,
    "body": Kind.HTML,
    "bylines": Kind.LIST,
    "tags": Kind.SET,
}
COMPARED = dict.fromkeys(COLUMNS, "value") | {
    **dict.fromkeys(LINES, "text"),
    "body": "rich",
    "bylines": "names",
    "tags": "names",
}


def content_of(article) -> dict:
    """The content of a story as its row has it."""
    content = {name: getattr(article, article._meta.get_field(name).attname) for name in COLUMNS}
    return content | {
        "bylines": [author.pk for author in article.authors],
        "tags": sorted(tag.pk for tag in article.tags.all()),
    }


def put_on(article, content):
    """Set the columns of an instance from a content; nothing is stored. What is gone elsewhere becomes empty."""
    for name in COLUMNS:
        field = article._meta.get_field(name)
        value = content.get(name, field.get_default())
        if field.is_relation and value and not field.related_model.objects.filter(pk=value).exists():
            value = None
        setattr(article, field.attname, value)


def cleaned(content) -> dict:
    """A content as it may be stored: every field there, sanitised, of its kind and length.

    Raises ``ValidationError``, by field, for what does not fit. Keys of rows that are not there are left as they are: a
    reader is never shown them (``put_on``), and whoever writes is told when they publish.
    """
    story = apps.get_model("articles.Article")()
    for name in COLUMNS:
        field = story._meta.get_field(name)
        setattr(story, field.attname, content.get(name, field.get_default()))
    story.clean_fields(exclude=[field.name for field in story._meta.fields if field.name not in TYPED])
    return {name: getattr(story, story._meta.get_field(name).attname) for name in COLUMNS} | {
        "bylines": list(dict.fromkeys(content.get("bylines", ()))),
        "tags": sorted(set(content.get("tags", ()))),
    }


def authors_of(content) -> list[Author]:
    """The authors a content names, in their order, without those that are gone."""
    found = Author.objects.in_bulk(content.get("bylines", []))
    return [found[pk] for pk in content.get("bylines", []) if pk in found]


def tags_of(content) -> list[Tag]:
    return list(Tag.objects.filter(pk__in=content.get("tags", [])))
