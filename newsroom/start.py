"""``make run``: from whatever stands in the data folder to a paper that is being served.

One process does the work and then is the web server, so that nothing is loaded twice; beside it another makes the
minute's rounds. Every step says what it does while it does it; whatever goes wrong that a person can mend is one sentence
and exit code 1.
"""

import errno
import os
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandError
from django.db import DatabaseError, connections, transaction
from django.utils.module_loading import import_string

from newsroom import opening, server
from newsroom.caching import deliver_left
from newsroom.env import env_int, env_str
from newsroom.preflight import FULL, Trouble, alone_in, claim_port, folder_trouble, locate, ready_folder

LABEL_WIDTH = 16

INTERRUPTED = 130


def main() -> int:
    """Serve the paper; come back only to say why not."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    try:
        serve()
    except (Trouble, ImproperlyConfigured, CommandError, DatabaseError, OSError) as error:
        print(f"\n{in_words(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on from here.", file=sys.stderr)
        return INTERRUPTED


def serve() -> None:
    port = env_int("PORT", 8000, least=1, most=65_535)
    # Reading the settings makes the secret key, so the folder comes before them.
    ready_folder(folder())
    with claim_port(port) as claim:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
        print(f"\n{settings.SITE_NAME}")
        with alone_in(folder(), waiting=lambda: print("  Another start is preparing this folder: waiting …")):
            prepare()
        connections.close_all()
        print(f"\n  {'Server':{LABEL_WIDTH}}", end="", flush=True)
        server.attend(make_rounds, claim)
        server.watch(port)
        server.serve(server.arguments(port, mounts()))


def folder() -> Path:
    return locate(env_str("NEWSROOM_DATA", "var"))


def mounts() -> dict[str, Path]:
    """Return the folders whose files the server hands out itself, by their address."""
    return {
        settings.MEDIA_URL.rstrip("/"): Path(settings.MEDIA_ROOT),
    }


def prepare() -> None:
    """Bring the data folder to where the site can be served, and show how to get in."""
    with step("Settings") as outcome:
        django.setup()
        outcome.append(opening.check_settings())
    with step("Database") as outcome:
        outcome.append(opening.migrate_database())
        deliver_left()
    with step("Static files") as outcome:
        outcome.append(opening.collect_static_files())
    Path(settings.MEDIA_ROOT).mkdir(exist_ok=True)
    # One transaction, so that no password is made and never seen.
    with transaction.atomic(), step("Chief") as outcome:
        login = opening.appoint_chief()
        outcome.append(introduction(login))
    with step("Demo edition") as outcome:
        outcome.append(opening.load_demo_edition(Dots()))
    print(directions(login))


def make_rounds(is_wanted: Callable[[], bool]) -> None:
    """Go round every minute, as ``manage.py newsroom_tick`` does, for as long as it is wanted. Says nothing here."""
    # Found by its name, since it knows the models, which are not there when this module is imported.
    import_string("newsroom.rounds.keep_going")(60, say=lambda _line: None, is_wanted=is_wanted)


@contextmanager
def step(label: str):
    """Name a step while it runs, then tick it off with what was done and how long that took."""
    print(f"  {label:{LABEL_WIDTH}}", end="", flush=True)
    started = time.monotonic()
    outcome = []
    try:
        yield outcome
    except BaseException:
        print(flush=True)
        raise
    print(f"✓ {outcome[0]}, {time.monotonic() - started:.1f} s", flush=True)


class Dots:
    """A stream that shows a dot for every line it is written: long work that moves."""

    def write(self, line: str) -> None:
        if line.strip():
            print("·", end="", flush=True)

    def flush(self) -> None:
        """Nothing is held back."""


def introduction(login: opening.Login) -> str:
    """Say who the Chief is. A password that was made up is said as soon as it holds: what follows may be interrupted."""
    if login.password:
        return f"{login.name}, password {login.password}"
    return f"{login.name}, {'made just now' if login.is_new else 'there already'}"


def directions(login: opening.Login) -> str:
    """Say where the paper is, how to get in and how to stop it."""
    how = "password as you set it"
    if login.password:
        how = f"password {login.password}  (shown only now: write it down)"
    lines = {
        "Read": f"{settings.SITE_URL}/",
        "Edit": f"{settings.SITE_URL}/admin/",
        "Log in": f"{login.name}, {how}",
        "Stop": "Ctrl-C",
    }
    return "\n" + "\n".join(f"  {label:{LABEL_WIDTH}}{text}" for label, text in lines.items())


def in_words(error: Exception) -> str:
    """Return the sentence for an error that a person can mend; any other is a bug, and is raised again."""
    if isinstance(error, DatabaseError):
        text = " ".join(str(error).split())
        if "disk is full" in text or "No space left on device" in text:
            return folder_trouble(folder(), OSError(errno.ENOSPC, text))
        return f"The database cannot be used: {text}"
    if isinstance(error, OSError):
        if error.errno in FULL | {errno.EACCES, errno.EPERM, errno.EROFS}:
            return folder_trouble(folder(), error)
        raise error
    return str(error)


if __name__ == "__main__":
    sys.exit(main())
