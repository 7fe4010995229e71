"""The environment, read in one place and by type: a typing mistake stops the start instead of becoming a default.

A variable that is set but empty counts as not set. What the process environment does not say may stand in the file
``.env`` beside ``manage.py`` (another one by ``NEWSROOM_ENV_FILE``, none if that is set and empty).
"""

import os
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

PROJECT = Path(__file__).resolve().parent.parent

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off"})


def env_str(name: str, default: str | None = None) -> str:
    """Return the text of a variable; without a default it must be set."""
    value = os.environ.get(name, "").strip() or _file().get(name, "")
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set. docs/settings.md says what it is for.")
    return default


def env_bool(name: str, *, default: bool | None = None) -> bool:
    """Return a yes or a no: 1, true, yes, on or 0, false, no, off. Anything else is refused."""
    word = env_str(name, None if default is None else str(default)).lower()
    if word in YES | NO:
        return word in YES
    raise ImproperlyConfigured(f"{name}={word} is neither yes nor no. Use 1 or 0.")


def env_int(name: str, default: int | None = None, *, least: int = 0, most: int | None = None) -> int:
    """Return a whole number from ``least`` to ``most``."""
    digits = env_str(name, None if default is None else str(default))
    if not (digits.isascii() and digits.removeprefix("-").isdecimal()):
        raise ImproperlyConfigured(f"{name}={digits} is not a whole number.")
    number = int(digits)
    if number < least or (most is not None and number > most):
        span = f"at least {least}" if most is None else f"from {least} to {most}"
        raise ImproperlyConfigured(f"{name}={digits} must be {span}.")
    return number


def env_list(name: str, default: list[str] | tuple[str, ...] | None = None) -> list[str]:
    """Return the parts of a comma-separated variable, without the spaces around them."""
    text = env_str(name, None if default is None else "")
    return [part.strip() for part in text.split(",") if part.strip()] or list(default or ())


@cache
def _file() -> dict[str, str]:
    """Return what the environment file says; an absent ``.env`` says nothing, an absent file that was named is an error."""
    named = os.environ.get("NEWSROOM_ENV_FILE")
    if named == "":
        return {}
    path = PROJECT / (named or ".env")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        if named:
            raise ImproperlyConfigured(f"NEWSROOM_ENV_FILE={named}: there is no such file.") from None
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{path} cannot be read: {error}.") from error
    return dict(
        _assignment(path, number, line) for number, line in enumerate(lines, 1) if _says_something(line)
    )


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _assignment(path: Path, number: int, line: str) -> tuple[str, str]:
    name, equals, value = line.strip().removeprefix("export ").partition("=")
    name, value = name.strip(), value.strip()
    if not equals or not name.isidentifier():
        raise ImproperlyConfigured(f"{path}, line {number}: write NAME=value, not {line.strip()!r}.")
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return name, value


def host_of(url: str) -> str:
    """Return the host of an address, or an empty string if it has none or cannot be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
