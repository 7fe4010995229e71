"""Rounds as processes of their own: killed in the middle, told to end, looked after by the server."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.test import SimpleTestCase

from newsroom.preflight import claim_port
from tests.newsroom.test_preflight import free_port

PATIENCE = 60
STORIES = """
from datetime import timedelta
from django.core.management import call_command
from tests.factories import make_published, make_section
call_command("migrate", verbosity=0)
make_section()
for hours in (3, 2, 1):
    make_published(ago=timedelta(hours=hours), is_awaited=True)
"""
KILLED = """
import os, signal
from unittest import mock
from articles import due
from newsroom import rounds
told = []
def touch(keys):
    told.append(keys)
    if len(told) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
with mock.patch.object(due, "touch", touch):
    rounds.go_round()
"""


class KilledTests(SimpleTestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_DATA": str(self.folder),
            "NEWSROOM_ENV_FILE": "",
        }
        self.environment.pop("DATABASE_URL", None)

    def python(self, *words):
        process = subprocess.Popen(
            [sys.executable, *words],
            cwd=settings.BASE_DIR,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.kill)
        return process

    def run_here(self, code):
        process = self.python("-c", f"import django\ndjango.setup()\n{code}")
        said, _ = process.communicate(timeout=PATIENCE)
        return process.returncode, said

    def tick(self):
        process = self.python("manage.py", "newsroom_tick")
        said, _ = process.communicate(timeout=PATIENCE)
        return process.returncode, said

    def ask(self, query):
        with closing(sqlite3.connect(self.folder / "db.sqlite3")) as database:
            return database.execute(query).fetchall()

    def test_a_round_killed_in_the_middle_is_finished_by_the_next_and_that_ends_when_it_is_told(self):
        self.assertEqual(self.run_here(STORIES), (0, ""))
        self.assertEqual(self.run_here(KILLED), (-signal.SIGKILL, ""))
        awaited = "select id from articles_article where is_awaited"
        self.assertEqual(len(self.ask(awaited)), 2, "the first was done, the second not by half")

        code, said = self.tick()
        self.assertEqual((code, said), (0, "2 done\n"))
        self.assertEqual(self.ask(awaited), [])
        events = "select article_id, count(*) from articles_articleevent where verb = 'came_out' group by 1"
        self.assertEqual(self.ask(events), [(1, 1), (2, 1), (3, 1)])
        beats = self.ask("select finished_at is null, done from newsroom_heartbeat order by id")
        self.assertEqual(beats, [(1, 0), (0, 2)])

        self.run_here("from tests.factories import make_published; make_published(is_awaited=True)")
        process = self.python("manage.py", "newsroom_tick", "--every", "60")
        self.assertEqual(process.stdout.readline(), "1 done\n")
        process.send_signal(signal.SIGTERM)
        self.assertEqual((process.wait(PATIENCE), process.stdout.read()), (0, ""))


ATTENDED = """
import os, sys, time
from pathlib import Path
from newsroom import server
from newsroom.preflight import claim_port
server.GLANCE = server.RESPITE = 0.05
claim = claim_port({port})
def rounds(is_wanted):
    with Path({page!r}).open("a") as page:
        page.write(f"{{os.getpid()}} {{os.getppid()}}\\n")
    while is_wanted():
        time.sleep(0.05)
server.attend(rounds, claim)
time.sleep({patience})
"""


class AttendedTests(SimpleTestCase):
    """The server, and who makes the rounds beside it: a keeper, and its child."""

    def setUp(self):
        self.page = Path(self.enterContext(tempfile.TemporaryDirectory()), "page")
        self.port = free_port()
        code = ATTENDED.format(port=self.port, page=str(self.page), patience=PATIENCE)
        self.server = subprocess.Popen([sys.executable, "-c", code], cwd=settings.BASE_DIR)
        self.addCleanup(self.server.wait)
        self.addCleanup(self.server.kill)

    def begun(self, number):
        """The process and its keeper that began as the nth."""
        return self.eventually(lambda: self.lines()[number - 1])

    def lines(self):
        return [tuple(map(int, line.split())) for line in self.page.read_text().splitlines()]

    def eventually(self, ask):
        ends = time.monotonic() + PATIENCE
        while True:
            try:
                return ask()
            except (IndexError, FileNotFoundError, AssertionError):
                if time.monotonic() > ends:
                    raise
                time.sleep(0.05)

    def assert_ends(self, *processes):
        for process in processes:
            self.eventually(lambda process=process: self.assertFalse(is_running(process)))

    def test_it_is_begun_again_when_it_dies(self):
        first, keeper = self.begun(1)
        os.kill(first, signal.SIGKILL)
        second, same = self.begun(2)
        self.assertNotEqual(first, second)
        self.assertEqual(keeper, same)

    def test_it_takes_the_place_of_its_keeper(self):
        first, keeper = self.begun(1)
        os.kill(keeper, signal.SIGKILL)
        self.assertEqual(self.begun(2)[1], first)
        processes = self.begun(2)
        self.server.kill()
        self.server.wait()
        self.assert_ends(*processes)

    def test_it_ends_with_the_server_however_that_ends(self):
        processes = self.begun(1)
        self.server.kill()
        self.server.wait()
        self.assert_ends(*processes)

    def test_only_the_server_keeps_the_port(self):
        self.begun(1)
        self.server.kill()
        self.server.wait()
        claim_port(self.port).close()


def is_running(process):
    """Whether there is such a process, and more of it than its end that nobody has asked for."""
    said = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], check=False, capture_output=True, text=True
    )
    return said.stdout.strip()[:1] not in ("", "Z")
