"""The smallest valid objects, by hand and without chance; each keyword overrides one thing."""

from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from itertools import count
from unittest import mock

from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate, now
from PIL import Image

from articles.choices import ChangeKind, Status
from articles.models import Article, Author, Correction, Photo, Section, Tag
from comments.choices import Status as CommentStatus
from comments.models import Comment
from newsroom import caching
from newsroom.models import User
from newsroom.text import name_key

_numbers = count(1)


def make_user(group=None, **overrides):
    """Somebody with a login, in one of the four groups; the password is the username."""
    name = overrides.pop("username", f"user{next(_numbers)}")
    user = User.objects.create_user(name, password=name, is_staff=True, **overrides)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def make_section(**overrides):
    number = next(_numbers)
    return Section.objects.create(**{"name": f"Section {number}", "slug": f"section-{number}", **overrides})


def make_author(**overrides):
    return Author.objects.create(**{"name": f"Author {next(_numbers)}", **overrides})


def make_tag(**overrides):
    return Tag.objects.create(**{"name": f"Tag {next(_numbers)}", **overrides})


def make_article(*, bylines=(), tags=(), **overrides):
    """A draft; ``status`` and ``publish_at`` put it elsewhere, with every field that its state needs."""
    number = next(_numbers)
    fields = {"headline": f"Headline {number}", "body": "<p>Words.</p>", **overrides}
    if fields.get("status") in (Status.PUBLISHED, Status.WITHDRAWN):
        at = fields.setdefault("publish_at", now() - timedelta(days=1))
        fields.setdefault("first_published_at", at)
        fields.setdefault("published_on", localdate(at))
        fields.setdefault("slug", f"slug-{number}")
        fields.setdefault("section", Section.objects.first() or make_section())
    article = Article.objects.create(**fields)
    article.set_bylines(bylines)
    article.tags.set(tags)
    return article


def make_published(**overrides):
    """A story the public sees since yesterday; ``ago`` (a timedelta) says since when."""
    ago = overrides.pop("ago", timedelta(days=1))
    return make_article(**{"status": Status.PUBLISHED, "publish_at": now() - ago, **overrides})


def make_scheduled(**overrides):
    return make_article(**{"status": Status.PUBLISHED, "publish_at": now() + timedelta(hours=2), **overrides})


def make_withdrawn(**overrides):
    return make_article(**{"status": Status.WITHDRAWN, **overrides})


def make_correction(article, **overrides):
    number = next(_numbers)
    return Correction.objects.create(
        article=article,
        **{"kind": ChangeKind.CORRECTION, "note": f"Correction {number}.", "at": now(), **overrides},
    )


def make_comment(article, **overrides):
    """A waiting comment; ``parent`` makes it an answer."""
    fields = {"name": "Anna Berg", "text": f"Words {next(_numbers)}.", "created_at": now(), **overrides}
    parent = fields.get("parent")
    if parent:
        fields["root"] = parent.root or parent
        fields["thread_at"] = fields["root"].thread_at
    fields.setdefault("thread_at", fields["created_at"])
    fields.setdefault("name_key", name_key(fields["name"]))
    fields.setdefault("text_hash", str(next(_numbers)))
    return Comment.objects.create(article=article, **fields)


def make_approved(article, **overrides):
    return make_comment(article, **{"status": CommentStatus.APPROVED, **overrides})


def picture_file(width=800, height=600, kind="JPEG", name="picture.jpg", colour="navy"):
    """An uploaded picture."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, kind)
    return SimpleUploadedFile(name, buffer.getvalue())


def make_photo(*, by=None, upload=None, **overrides):
    record = {"alt": "A blue square", "credit": "Photograph: Maren Holt", **overrides}
    return Photo.objects.store(upload or picture_file(400, 300), by=by, **record)


@contextmanager
def listening(case):
    """The cache keys told while the block runs, as a set filled at its end, when the transaction counts as committed."""
    heard = set()
    with mock.patch.object(caching, "LISTENERS", [heard.update]), case.captureOnCommitCallbacks(execute=True):
        yield heard
