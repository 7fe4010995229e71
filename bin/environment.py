"""Keeps .venv in step with the pinned packages: made when it is missing, left alone when nothing changed.

``environment.py run`` brings the packages the site runs on, after looking whether it could start at all;
``environment.py dev`` brings those for tests and tools too. Called through ``bin/environment``, with the standard
library only.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from newsroom.preflight import Trouble, claim_port, locate, ready_folder  # noqa: E402 - the path comes first

VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
# Names the packages that stand in .venv. It is written last, so its absence means that nothing can be relied on.
STAMP = VENV / "installed.json"
# Stands there while .venv is being changed: who finds it follows somebody who was interrupted.
UNFINISHED = VENV / "unfinished"

FILES = {"run": ["requirements.txt"], "dev": ["requirements-dev.txt", "requirements.txt"]}
# What pip says at the end of a failure; its first lines are about packages that went well.
LAST_LINES = 15


def main(kind: str) -> None:
    if kind == "run":
        # Half a minute of installing is a poor way to learn that the port was taken.
        port = os.environ.get("PORT", "") or "8000"
        if port.isdecimal() and 0 < int(port) < 65_536:
            claim_port(int(port)).close()
        ready_folder(locate(os.environ.get("NEWSROOM_DATA", "") or "var"))
    if is_ready(kind):
        return
    with Path(__file__).open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another make is preparing the packages: waiting for it …\n")
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_ready(kind):
            make(kind)


def is_ready(kind: str) -> bool:
    """Whether .venv holds exactly what the requirement files say now, and its Python still is the one it was made with."""
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return False
    return (
        stamp.get(kind) == fingerprint(kind)
        and stamp.get("python") == interpreter()
        and os.access(PYTHON, os.X_OK)
    )


def fingerprint(kind: str) -> str:
    return hashlib.sha256(b"\0".join((PROJECT / name).read_bytes() for name in FILES[kind])).hexdigest()


def interpreter() -> str:
    """The real program behind .venv/bin/python; an upgrade of the system's Python changes it."""
    return os.path.realpath(PYTHON)


def make(kind: str) -> None:
    try:
        if not is_sound():
            make_venv()
        install(kind)
    except OSError as error:
        raise Trouble(f"The packages cannot be installed in {VENV}: {error.strerror}.") from error


def is_sound() -> bool:
    """Whether packages can be installed into the .venv that is there."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    question = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([PYTHON, "-c", question], capture_output=True, check=False).returncode == 0


def make_venv() -> None:
    say("  Environment     ")
    started = time.monotonic()
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    UNFINISHED.touch()
    made = subprocess.run([sys.executable, "-m", "venv", VENV], capture_output=True, text=True, check=False)
    if made.returncode:
        if "ensurepip" in made.stdout + made.stderr:
            raise Trouble("Python lacks its venv module. On Debian and Ubuntu: apt-get install python3-venv")
        raise Trouble(f"The environment cannot be made in {VENV}:\n{made.stdout}{made.stderr}")
    say(f"✓ Python {sys.version.split()[0]} in .venv, {time.monotonic() - started:.1f} s\n")


def install(kind: str) -> None:
    say("  Packages        ")
    started = time.monotonic()
    UNFINISHED.touch()
    STAMP.unlink(missing_ok=True)
    command = [PYTHON, "-m", "pip", "install", "--requirement", PROJECT / FILES[kind][0]]
    command += ["--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    heard = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "errors": "replace"}
    lines = []
    with subprocess.Popen(command, env={**os.environ, "PIP_USER": "0"}, **heard) as pip:
        for line in pip.stdout:
            lines.append(line)
            if line.startswith("Collecting "):
                say_in_place(f"  Packages        fetching {line.split()[1]}")
            if line.startswith("Installing "):
                say_in_place("  Packages        installing")
    say_in_place("  Packages        ")
    if pip.returncode:
        # pip has put back what it changed; only one that was killed leaves the mark.
        UNFINISHED.unlink()
        raise Trouble(_pip_trouble(lines))
    STAMP.write_text(json.dumps(_stamp(kind)))
    UNFINISHED.unlink()
    say(f"✓ installed as pinned, {time.monotonic() - started:.1f} s\n")


def _stamp(kind: str) -> dict[str, str]:
    # The packages for development contain those for running.
    kinds = ("run", "dev") if kind == "dev" else ("run",)
    return {"python": interpreter(), **{each: fingerprint(each) for each in kinds}}


def _pip_trouble(lines: list[str]) -> str:
    if any("No space left on device" in line for line in lines):
        return f"The disk that holds {VENV} is full. Free some space and start again."
    last_words = "".join(lines[-LAST_LINES:])
    return (
        f"{last_words}\nThe packages could not be installed; above is what pip said last. "
        "It needs the network, or a mirror named in PIP_INDEX_URL."
    )


def say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def say_in_place(text: str) -> None:
    """Replace the line on a terminal; say nothing where lines cannot be replaced."""
    if sys.stdout.isatty():
        say(f"\r\033[K{text}")


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")
    try:
        main(sys.argv[1])
    except Trouble as trouble:
        sys.exit(f"\n{trouble}")
    except KeyboardInterrupt:
        sys.exit("\nStopped. The next start begins this step again.")
