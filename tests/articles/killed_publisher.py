"""A process whose children publish stories and are killed at it, by themselves after the nth step, or by the clock.

Every child has a connection of its own: those that look afterwards know nothing of those that died. One line of JSON is written
for each that was killed, with what the database held before, after, and after the next minute's round.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from itertools import count
from pathlib import Path

import django
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

django.setup()

from articles.choices import ChangeKind  # noqa: E402 - models need the line above
from articles.models import Article, ArticleEvent, Author, Correction, Revision, Section, Tag  # noqa: E402 - the same
from newsroom import caching, rounds  # noqa: E402 - the same
from newsroom.models import Purge, User  # noqa: E402 - the same
from tests.factories import make_author, make_section, make_tag, make_user  # noqa: E402 - the same

NOTE = "The pier is 240 m long, not 420."
TOLD = Path(settings.DATA_DIR, "told")
MOVES = ("publish", "update")


class Fuse:
    """Kills this process after so many steps: statements, commits and words to a cache."""

    def __init__(self, steps=0, say=lambda _words: None):
        self.left, self.say = steps, say
        self.commit = connection.commit
        connection.commit = self.commit_and_burn
        connection.execute_wrappers.append(self.execute_and_burn)
        caching.LISTENERS[:] = [self.tell_and_burn]

    def execute_and_burn(self, execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        self.burn(" ".join(sql.replace('"', "").split()[:3]))
        return result

    def commit_and_burn(self):
        self.commit()
        self.burn("COMMIT")

    def tell_and_burn(self, keys):
        with TOLD.open("a") as page:
            page.write(" ".join(sorted(keys)) + "\n")
        self.burn("a cache was told")

    def burn(self, what):
        self.left -= 1
        if self.left == 0:
            self.say(what)
            os.kill(os.getpid(), signal.SIGKILL)


def in_child(act, *args, seconds=None):
    """Do something in a process of its own; with ``seconds`` it is killed so long after it has begun."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(writer, b" ")
            said = act(*args, say=lambda words: os.write(writer, json.dumps(words).encode()))
            os.write(writer, json.dumps(said, cls=DjangoJSONEncoder).encode())
        except BaseException:  # noqa: BLE001 - whatever it is, the child must not go on as its parent would
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        pipe.read(1)
        began = time.monotonic()
        if seconds is not None:
            time.sleep(seconds)
            os.kill(child, signal.SIGKILL)
        said = pipe.read()
    _pid, status = os.waitpid(child, 0)
    took = time.monotonic() - began
    return {"was_killed": os.WIFSIGNALED(status), "said": json.loads(said) if said else None, "took": took}


def prepare(moves, say):
    """A story for each move, and what the database holds of it."""
    editor = User.objects.first() or make_user("Chief")
    content = {
        "headline": "Before",
        "body": "<p>Before.</p>",
        "language": "en-gb",
        "section": (Section.objects.first() or make_section()).pk,
    }
    author, tag = Author.objects.first() or make_author(), Tag.objects.first() or make_tag()
    found = []
    for move in moves:
        story = Article.begin(content, by=editor)
        if move == "update":
            story.publish(by=editor)
        words = {"headline": "After", "bylines": [author.pk], "tags": [tag.pk]}
        story.save_draft(story.draft_content | words, by=editor)
        found.append((story.pk, move))
    Purge.objects.all().delete()
    TOLD.unlink(missing_ok=True)
    return [(pk, move, held(pk)) for pk, move in found]


def held(pk):
    """All that the database holds of a story, and what caches were told of it."""
    story = Article.objects.filter(pk=pk)
    told = TOLD.read_text().split("\n") if TOLD.exists() else []
    return {
        "row": story.values().get(),
        "is_public": story.published().exists(),
        "bylines": list(story.values_list("bylines__author", flat=True)),
        "tags": list(story.values_list("tags", flat=True)),
        "versions": Revision.objects.filter(article=pk).count(),
        "events": list(
            ArticleEvent.objects.filter(article=pk).order_by("pk").values_list("verb", "revision")
        ),
        "corrections": list(Correction.objects.filter(article=pk).values_list("kind", "note", "revision")),
        "owed": [keys.split() for keys in Purge.objects.values_list("keys", flat=True)],
        "told": [line.split() for line in told if line],
    }


def move_all(stories, steps, say):
    Fuse(steps, say)
    for pk, move in stories:
        story, editor = Article.objects.get(pk=pk), User.objects.first()
        if move == "publish":
            story.publish(by=editor)
        else:
            story.update_live(by=editor, kind=ChangeKind.CORRECTION, note=NOTE)


def look(stories, say):
    """What is there now, and after the next round; whoever was killed has left the database by now."""
    while connection.vendor == "postgresql" and others():
        time.sleep(0.005)
    found = [held(pk) for pk, _move in stories]
    Fuse()
    done = rounds.go_round()
    return [[before, held(pk)] for before, (pk, _move) in zip(found, stories, strict=True)], done.problems


def others():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_stat_activity"
            " WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()


def kill(moves, *, steps=0, seconds=None):
    """One child that is killed while it moves stories. Returns whether it was, and writes what came of it."""
    before = in_child(prepare, moves)["said"]
    stories = [story[:2] for story in before]
    killed = in_child(move_all, stories, steps, seconds=seconds)
    after, problems = in_child(look, stories)["said"]
    found = [
        {"pk": pk, "move": move, "before": was, "after": now, "settled": then}
        for (pk, move, was), (now, then) in zip(before, after, strict=True)
    ]
    line = {"step": steps, "seconds": seconds, **killed, "stories": found, "problems": problems}
    sys.stdout.write(json.dumps(line, cls=DjangoJSONEncoder) + "\n")
    sys.stdout.flush()
    return killed


def at_every_step():
    for move in MOVES:
        for steps in count(1):
            if not kill([move], steps=steps)["was_killed"]:
                break


def at_any_moment(kills, seed):
    """By the clock, somewhere in the middle of four stories."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    moves = MOVES * 2
    most = kill(moves)["took"]
    for _kill in range(kills):
        kill(moves, seconds=chance.uniform(0, most))


if __name__ == "__main__":
    what, *numbers = sys.argv[1:]
    {"steps": at_every_step, "moments": at_any_moment}[what](*map(int, numbers))
