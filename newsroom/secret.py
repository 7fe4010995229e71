"""The secret key of a paper that was given none: made once, kept in its data folder, readable by its owner alone."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key


def local_secret_key(folder: Path) -> str:
    """Return the key kept in ``folder``; make it first if there is none. Two starts at once agree on one key."""
    path = folder / "secret_key"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _publish(path, get_random_secret_key())
        key = path.read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(f"The data folder {folder} cannot be used: {error.strerror}.") from error
    if not key:
        raise ImproperlyConfigured(
            f"{path} is empty. Delete it to have a new key made; everybody must log in again."
        )
    return key


def _publish(path: Path, key: str) -> None:
    draft = path.with_name(f"secret_key.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(key)
    try:
        # A link fails if the name is taken, so whoever is second reads the first one's key.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
