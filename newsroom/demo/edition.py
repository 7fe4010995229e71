"""Reads the demo edition from its files: what is in the paper, without a word about the database.

``edition.toml`` has the sections, authors, tags and pictures, ``comments.toml`` what readers wrote. Each file in
``stories/`` is a head in TOML between two lines of ``+++``, then the text in HTML, a block a line.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent

FENCE = "+++\n"
_PART = re.compile(r"(\d+) (minute|hour|day)s?")


@dataclass(frozen=True)
class Section:
    slug: str
    name: str
    hue: int
    description: str


@dataclass(frozen=True)
class Author:
    slug: str
    name: str
    role: str
    bio: str


@dataclass(frozen=True)
class Picture:
    """A drawing of ``newsroom.demo.drawing``, and what stands under it."""

    name: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True)
class Words:
    """What a reader wrote. ``to`` is the place in the thread of the comment it answers, or None."""

    name: str
    text: str
    after: timedelta
    to: int | None = None
    state: str = "approved"
    reason: str = ""
    honeypot: bool = False


@dataclass(frozen=True)
class Story:
    """A story and where it stands. The times count from now: what is past is negative."""

    slug: str
    headline: str
    body: str
    authors: tuple[str, ...]
    kicker: str = ""
    standfirst: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    photo: str = ""
    language: str = "en-gb"
    comments: str = "pre"
    state: str = "published"
    reason: str = ""
    published: timedelta | None = None
    updated: timedelta | None = None
    # What the update put right: the words as they are now, as they were before, and what readers are told.
    wrong: tuple[str, ...] = ()
    correction: str = ""
    # Words that a newer draft has in place of those that are live, and when it will replace them.
    newer: tuple[str, ...] = ()
    update_at: timedelta | None = None
    embargo: timedelta | None = None
    withdrawn: timedelta | None = None
    written: timedelta | None = None
    thread: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Edition:
    sections: tuple[Section, ...]
    authors: tuple[Author, ...]
    tags: tuple[str, ...]
    pictures: tuple[Picture, ...]
    stories: tuple[Story, ...]


@cache
def read() -> Edition:
    """The whole edition, stories in the order of their files."""
    paper = tomllib.loads((FOLDER / "edition.toml").read_text(encoding="utf-8"))
    comments = tomllib.loads((FOLDER / "comments.toml").read_text(encoding="utf-8"))
    threads = {thread["story"]: _thread(thread["comments"]) for thread in comments["threads"]}
    return Edition(
        sections=tuple(Section(**row) for row in paper["sections"]),
        authors=tuple(Author(**row) for row in paper["authors"]),
        tags=tuple(paper["tags"]),
        pictures=tuple(Picture(**row) for row in paper["photos"]),
        stories=tuple(_story(path, threads) for path in sorted((FOLDER / "stories").glob("*.story"))),
    )


def span(text: str) -> timedelta:
    """Read “25 minutes ago”, “2 days 3 hours ago” or “in 14 hours” as what has to be added to now."""
    words = text.removeprefix("in ").removesuffix(" ago")
    parts = _PART.findall(words)
    if " ".join(_PART.sub("", words).split()) or not parts:
        raise ValueError(f"Not a span of time: {text!r}")
    total = sum((timedelta(**{f"{unit}s": int(number)}) for number, unit in parts), timedelta())
    return -total if text.endswith(" ago") else total


def _story(path, threads):
    _before, head, body = path.read_text(encoding="utf-8").split(FENCE, 2)
    row = tomllib.loads(head)
    name = path.stem.partition("-")[2]
    for key in ("published", "updated", "update_at", "embargo", "withdrawn", "written"):
        if key in row:
            row[key] = span(row[key])
    for key in ("authors", "tags", "wrong", "newer"):
        row[key] = tuple(row.get(key, ()))
    # The file has a block a line, for whoever edits it; the paper has no use for the line breaks.
    text = "".join(line.strip() for line in body.splitlines())
    return Story(**{"slug": name, **row, "body": text, "thread": threads.get(name, ())})


def _thread(rows):
    places = {row["id"]: place for place, row in enumerate(rows) if "id" in row}
    return tuple(
        Words(
            name=row["name"],
            text=row["text"].strip(),
            after=span(row["after"]),
            to=places[row["to"]] if "to" in row else None,
            state=row.get("state", "approved"),
            reason=row.get("reason", ""),
            honeypot=row.get("honeypot", False),
        )
        for row in rows
    )
