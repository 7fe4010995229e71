"""What must hold before any work begins: a free port and a data folder that can be written.

``bin/environment.py`` asks the same on the system's Python, before a single package is installed: the standard
library is all there is.
"""

import errno
import fcntl
import os
import socket
import tempfile
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

# Enough to notice a full disk, too little to notice otherwise.
PROBE = b"\0" * 65_536

FULL = {errno.ENOSPC, errno.EDQUOT}


class Trouble(Exception):
    """One sentence for the person at the terminal: what is wrong and what to do. No traceback would add to it."""


def claim_port(port: int) -> socket.socket:
    """Take the port on this machine for the server to come; Trouble if anybody else has it.

    The web server shares its port with every process that asks to (SO_REUSEPORT), so two of them would both seem to
    start and answer by turns. The socket returned here is bound but never listens: it gets no connection, lets that
    server in, and keeps a second start out from the first moment. It has to stay open until the server has stopped.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Trouble(_port_trouble(port, error)) from error
    claim = socket.socket()
    claim.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        claim.bind(("127.0.0.1", port))
    except OSError:
        # Connections of another program's last run are still being closed. The port is free all the same.
        return claim
    return claim


def _port_trouble(port: int, error: OSError) -> str:
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights than you have. Choose one above 1023: make run PORT=8000"
    return (
        f"Port {port} is taken: something already answers there, perhaps another Newsroom. "
        f"Stop it, or choose another port: make run PORT={port + 1 if port < 65_535 else 8000}"
    )


def locate(folder: str) -> Path:
    """Return the absolute path of a folder given as in NEWSROOM_DATA: ``~`` is the home, the project holds the rest."""
    return PROJECT / Path(folder).expanduser()


def ready_folder(folder: Path) -> None:
    """Make the data folder if there is none, and prove that it can be written; Trouble says what is in the way."""
    try:
        # Drafts, passwords and readers' words live here: nobody outside the group looks in.
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(PROBE)
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        raise Trouble(folder_trouble(folder, error)) from error


def folder_trouble(folder: Path, error: OSError) -> str:
    """Say in one sentence why the data folder cannot be used."""
    if error.errno in FULL:
        return f"The disk that holds {folder} is full. Free some space and start again; nothing is lost."
    elsewhere = "Choose another one: make run NEWSROOM_DATA=/path/to/folder"
    if error.errno in {errno.EEXIST, errno.ENOTDIR}:
        return f"The data folder {folder} cannot be made: a file is in the way. {elsewhere}"
    return f"The data folder {folder} cannot be written ({error.strerror}). {elsewhere}"


@contextmanager
def alone_in(folder: Path, waiting):
    """Let one start at a time prepare a folder. ``waiting()`` is called if another one has to be waited for."""
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
