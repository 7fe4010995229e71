"""What has to be there before the doors open: tables, static files, a demo edition, somebody who can log in.

Each function does one of these if it is still to be done, and returns what it did in a few words. All of them can be
killed at any point and called again. They look models up by name, because they are imported before Django is ready.
"""

import hashlib
import secrets
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from newsroom.env import env_bool, env_str
from newsroom.preflight import Trouble

# Easy to read out and to type: no letter or digit that looks like another one.
LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS = 4
GROUP_LENGTH = 4


def check_settings() -> str:
    """Stop at what the system checks call an error."""
    call_command("check", databases=["default"], stdout=StringIO(), stderr=StringIO())
    return "checked"


def migrate_database() -> str:
    recorder = MigrationRecorder(connection)
    before = len(recorder.applied_migrations())
    call_command("migrate", interactive=False, verbosity=0)
    done = len(recorder.applied_migrations()) - before
    return f"{done} migrations applied" if done else "up to date"


def collect_static_files() -> str:
    """Collect them when a source, or what is done with it, has changed since the last collection that was completed."""
    # Beside the folder and not in it: everything in it has an address.
    stamp = Path(f"{settings.STATIC_ROOT}.stamp")
    wanted = _static_fingerprint()
    manifest = Path(settings.STATIC_ROOT, "staticfiles.json")
    if manifest.exists() and stamp.exists() and stamp.read_text() == wanted:
        return "up to date"
    # A collection that was killed may have left half a file, which its date would pass off as a whole one.
    was_completed = stamp.exists()
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0, clear=not was_completed)
    stamp.write_text(wanted)
    return "collected"


def _static_fingerprint() -> str:
    seen = [settings.STATIC_URL, str(settings.STATIC_ROOT), repr(settings.STORAGES["staticfiles"])]
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            seen.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(seen)).encode()).hexdigest()


def load_demo_edition(progress=None) -> str:
    """Fill an empty paper, unless DEMO=0; complete an edition whose loading was interrupted.

    ``progress`` is a stream that is written a line for each picture and each story.
    """
    unfinished = settings.DATA_DIR / "demo.unfinished"
    stories = apps.get_model("articles", "Article")._default_manager
    if not env_bool("DEMO", default=True):
        return "not wanted"
    if stories.exists() and not unfinished.exists():
        return "not needed"
    unfinished.touch()
    call_command("seed_demo", stdout=progress or StringIO())
    unfinished.unlink()
    return f"{stories.count()} stories"


@dataclass(frozen=True)
class Login:
    """How the Chief gets in. The password is there only when it was made up just now."""

    name: str
    password: str = ""
    is_new: bool = False


def appoint_chief() -> Login:
    """Return the login of a superuser; the first one is made here and belongs to the group Chief.

    Called in a transaction that ends after the password has been shown, so that none is made and never seen.
    """
    users = get_user_model()._default_manager
    name = env_str("NEWSROOM_CHIEF", "chief")
    chiefs = users.filter(is_superuser=True, is_active=True)
    present = chiefs.filter(username=name).first() or chiefs.order_by("pk").first()
    if present:
        return Login(present.get_username())
    if users.filter(username=name).exists():
        raise Trouble(f"The user {name} is no superuser. Name another Chief: make run NEWSROOM_CHIEF=name")
    given = env_str("NEWSROOM_CHIEF_PASSWORD", "")
    password = given or _made_up_password()
    chief = users.model(username=name, is_staff=True, is_superuser=True)
    chief.set_password(password)
    try:
        chief.full_clean()
    except ValidationError as error:
        raise Trouble(f"NEWSROOM_CHIEF={name} cannot be a user name: {' '.join(error.messages)}") from error
    chief.save()
    chief.groups.add(apps.get_model("auth", "Group")._default_manager.get_or_create(name="Chief")[0])
    return Login(name, "" if given else password, is_new=True)


def _made_up_password() -> str:
    return "-".join("".join(secrets.choice(LEGIBLE) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
