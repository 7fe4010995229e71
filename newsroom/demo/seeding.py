"""Puts the demo edition into the paper, through the same verbs as the desk and the readers' form.

It can be run again at any time. A story whose address is taken is left as it is, so what an editor has changed stays
changed; each story comes whole, with its readers' words, in one transaction, so a run that was killed is completed by
the next one.
"""

from dataclasses import dataclass
from io import BytesIO

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Article, Author, Photo, Section, Tag
from newsroom.demo import edition, printing
from newsroom.demo.drawing import draw
from newsroom.text import name_key

# High enough that the renditions made from it show nothing of it.
JPEG_QUALITY = 93


@dataclass
class Report:
    """What a run has added."""

    pictures: int = 0
    stories: int = 0
    comments: int = 0


@dataclass(frozen=True)
class Shelf:
    """The rows that stories point to, by the names the edition's files use."""

    sections: dict[str, Section]
    authors: dict[str, Author]
    tags: dict[str, Tag]
    photos: dict[str, Photo]


def seed(*, by, now=None, say=print) -> Report:
    """Add what is missing of the edition, dated back from ``now``, in the name of a Chief; ``say`` hears each step.

    Call it outside a transaction: drawing and rendering take seconds.
    """
    now = (now or timezone.now()).replace(microsecond=0)
    paper, report = edition.read(), Report()
    present = set(
        Article.objects.filter(slug__in=[story.slug for story in paper.stories]).values_list(
            "slug", flat=True
        )
    )
    missing = [story for story in paper.stories if story.slug not in present]
    if not missing:
        say("The demo edition is complete already.")
        return report
    shelf = _furnish(paper)
    shelf.photos.update(_hang(paper, missing, by=by, say=say, report=report))
    # Oldest first, so that the numbers of the rows run with time.
    for story in sorted(missing, key=printing.age, reverse=True):
        report.comments += printing.set_story(story, shelf, by=by, now=now)
        report.stories += 1
        say(f"{report.stories} of {len(missing)} stories: {story.headline[:60]}")
    return report


@transaction.atomic
def _furnish(paper) -> Shelf:
    """The sections, authors and tags, each made unless one of that name is there."""
    sections = {}
    for place, section in enumerate(paper.sections, start=1):
        found = Section.objects.filter(Q(slug=section.slug) | Q(name=section.name)).first()
        sections[section.slug] = found or Section.objects.create(
            slug=section.slug,
            name=section.name,
            hue=section.hue,
            description=section.description,
            position=place * 10,
        )
    authors = {
        author.slug: Author.objects.get_or_create(
            slug=author.slug, defaults={"name": author.name, "role": author.role, "bio": author.bio}
        )[0]
        for author in paper.authors
    }
    tags = {
        name: Tag.objects.get_or_create(key=name_key(name), defaults={"name": name})[0] for name in paper.tags
    }
    return Shelf(sections, authors, tags, photos={})


def _hang(paper, missing, *, by, say, report) -> dict[str, Photo]:
    """The pictures the missing stories need, drawn unless they hang already."""
    wanted = {story.photo for story in missing if story.photo}
    pictures = [picture for picture in paper.pictures if picture.name in wanted]
    hung = {}
    for number, picture in enumerate(pictures, start=1):
        photo = Photo.objects.filter(alt=picture.alt, credit=picture.credit).first()
        if photo is None:
            photo = Photo.objects.store(
                _drawn(picture.name), by=by, alt=picture.alt, caption=picture.caption, credit=picture.credit
            )
            report.pictures += 1
        hung[picture.name] = photo
        say(f"{number} of {len(pictures)} pictures: {picture.name}")
    return hung


def _drawn(name):
    """The drawing as a file that could have been uploaded."""
    file = BytesIO()
    draw(name).save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return ContentFile(file.getvalue(), name=f"{name}.jpg")
