"""The web server: how granian is called, the word that it answers, and the process that makes the rounds beside it."""

import http.client
import logging
import os
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

from django.utils.module_loading import import_string
from granian.cli import cli

from newsroom.env import env_str

log = logging.getLogger(__name__)

# Two, so that one can die, be replaced or wait for the disk without readers noticing; more than four do not pay on
# the embedded database, whose writers wait for each other.
FEWEST_WORKERS, MOST_WORKERS = 2, 4

# GRANIAN_WORKERS=8 and the like, granian's own variables, go before these.
PREFERENCES = {
    "GRANIAN_WORKERS": str(max(FEWEST_WORKERS, min(os.cpu_count() or 1, MOST_WORKERS))),
    "GRANIAN_BLOCKING_THREADS": "8",
    # Longer than any honest request takes. Rarely a worker misses the word to end, and whoever pressed Ctrl-C waits this long.
    "GRANIAN_WORKERS_KILL_TIMEOUT": "5",
    "GRANIAN_LOG_LEVEL": "error",
    "GRANIAN_LOG_ACCESS_ENABLED": "false",
}

A_YEAR = 31_536_000
PATIENCE = 60
PAUSE = 0.05
# How often whoever makes the rounds is looked after, and how long one that ends badly is let be, in seconds.
GLANCE = 0.5
RESPITE = 5


def arguments(port: int, mounts: dict[str, Path]) -> list[str]:
    """Return the words of granian's command line that serve the site, and each folder of files under its address."""
    words = f"--interface wsgi --no-ws --host 127.0.0.1 --port {port} --static-path-expires {A_YEAR}".split()
    # Without it one dead worker ends the whole server.
    words += ["--respawn-failed-workers", "--respawn-interval", "1"]
    for route, folder in mounts.items():
        words += ["--static-path-route", route, "--static-path-mount", str(folder)]
    return [*words, "--factory", f"{__name__}:application_of_worker"]


def application_of_worker():
    """Return the site; granian calls this once in each of its worker processes."""
    _leave_signals_to_the_server()
    return import_string("newsroom.wsgi.application")


def _leave_signals_to_the_server():
    """Make of this process a worker that hears the server and nobody else.

    Ctrl-C reaches every process at the terminal, and the server then ends its workers by a signal of its own. A worker
    that gets two signals at once may never end (granian 2.8), so only the server is left to hear Ctrl-C. And until the
    worker listens for that signal, it has the server's handler, which would swallow it: the default one ends it.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def serve(words: list[str]) -> None:
    """Serve until somebody stops it.

    In this process, so that its workers, which are forked from it, find Django loaded: that halves the time and the
    memory of a start. Nothing that has a thread or a connection may be open here.
    """
    for name, value in PREFERENCES.items():
        os.environ[name] = env_str(name, value)
    # From its first moment: one stopped while it is still loading would else be waited for until it is killed.
    os.register_at_fork(after_in_child=_leave_signals_to_the_server)
    cli(words, auto_envvar_prefix="GRANIAN")


def attend(rounds: Callable[[Callable[[], bool]], None], claim: socket.socket) -> None:
    """Have ``rounds`` run beside the server for as long as it lives, and again whenever it dies.

    ``rounds`` is given a function that says whether it is still wanted. The process that calls this becomes the server,
    which waits for its workers and for nobody else: so a child looks after the grandchild that makes the rounds. Both end
    within seconds of the server, however that ends. ``claim`` keeps the next start out, so the server alone holds it.
    """
    server = os.getpid()
    if os.fork():
        return
    try:
        claim.close()
        # Ctrl-C is for the server, whose end is noticed.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _look_after(rounds, server, is_wanted=lambda: os.getppid() == server)
    except Exception:
        log.exception("The rounds have ended; they are begun again")
    finally:
        os._exit(0)


def _look_after(rounds, server, is_wanted):
    keeper = os.getpid()
    while is_wanted():
        child = os.fork()
        if not child:
            rounds(lambda: os.getppid() == keeper)
            if os.getppid() != keeper:
                # Its keeper was killed: it is the next one, should the server still be there.
                _look_after(rounds, server, is_wanted=lambda: _is_alive(server))
            return
        while is_wanted() and not os.waitpid(child, os.WNOHANG)[0]:
            time.sleep(GLANCE)
        again_at = time.monotonic() + RESPITE
        while is_wanted() and time.monotonic() < again_at:
            time.sleep(GLANCE)


def watch(port: int) -> None:
    """Leave a process behind that says when the server answers, and ends.

    The process that calls this becomes the server, which waits for its workers and for nobody else: so the child
    ends at once, and the grandchild watches.
    """
    server = os.getpid()
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    if not os.fork():
        try:
            print(first_answer(port, server), flush=True)
        except KeyboardInterrupt:
            pass
    os._exit(0)


def first_answer(port: int, server: int) -> str:
    """Ask for the front page until it comes, and tell how that went. ``server`` is the number of the server's process."""
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        if not _is_alive(server):
            return "✗ it stopped; the reason is above"
        status = _status_of_front_page(port)
        if status:
            if status >= http.client.INTERNAL_SERVER_ERROR:
                return f"✗ the front page fails with {status}; the reason is above"
            return f"✓ answers, {time.monotonic() - started:.1f} s"
        time.sleep(PAUSE)
    return f"✗ no answer within {PATIENCE} s"


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _status_of_front_page(port: int) -> int | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()
