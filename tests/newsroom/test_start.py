import errno
import http.client
import io
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from django.test import SimpleTestCase, override_settings

from newsroom import start
from newsroom.opening import Login
from newsroom.preflight import Trouble, claim_port
from tests.newsroom.test_preflight import free_port

PATIENCE = 60


class WordsTests(SimpleTestCase):
    def test_a_trouble_and_a_wrong_setting_speak_for_themselves(self):
        for error in (Trouble("The tide is out."), ImproperlyConfigured("The tide is out.")):
            self.assertEqual(start.in_words(error), "The tide is out.")

    def test_a_full_disk_is_called_that_whoever_meets_it(self):
        for error in (
            OperationalError("database or disk is full"),
            OSError(errno.ENOSPC, "No space left on device"),
        ):
            self.assertIn("is full. Free some space", start.in_words(error))

    def test_a_database_that_does_not_answer_is_one_line(self):
        self.assertEqual(
            start.in_words(OperationalError("connection refused\n\tIs it running?")),
            "The database cannot be used: connection refused Is it running?",
        )

    def test_a_file_that_cannot_be_written_names_the_folder(self):
        said = start.in_words(PermissionError(errno.EACCES, "Permission denied"))
        self.assertIn(f"{settings.DATA_DIR} cannot be written (Permission denied)", said)

    def test_a_bug_is_not_dressed_up_as_a_sentence(self):
        with self.assertRaises(FileNotFoundError):
            start.in_words(FileNotFoundError(errno.ENOENT, "No such file", "seed_demo.json"))


class ScreenTests(SimpleTestCase):
    def test_a_step_is_named_while_it_runs_and_ticked_off_after(self):
        with redirect_stdout(io.StringIO()) as screen, start.step("Database") as outcome:
            self.assertIn("Database", screen.getvalue())
            self.assertNotIn("✓", screen.getvalue())
            outcome.append("up to date")
        self.assertRegex(screen.getvalue(), r"Database +✓ up to date, \d+\.\d s\n$")

    def test_a_step_that_fails_is_not_ticked_off(self):
        with redirect_stdout(io.StringIO()) as screen, self.assertRaises(Trouble), start.step("Database"):
            raise Trouble
        self.assertRegex(screen.getvalue(), r"Database +\n$")

    @override_settings(SITE_URL="http://127.0.0.1:8123")
    def test_a_password_is_shown_only_when_it_was_made_up_now(self):
        first, later = start.directions(Login("chief", "abcd-efgh")), start.directions(Login("chief"))
        self.assertIn("chief, password abcd-efgh", first)
        self.assertIn("chief, password as you set it", later)
        for shown in (first, later):
            self.assertIn("http://127.0.0.1:8123/\n", shown)
            self.assertIn("http://127.0.0.1:8123/admin/\n", shown)
            self.assertIn("Ctrl-C", shown)

    def test_what_goes_wrong_is_one_sentence_and_an_exit_code(self):
        for error, code, sentence in (
            (Trouble("The tide is out."), 1, "\nThe tide is out.\n"),
            (KeyboardInterrupt(), 130, "\nStopped. The next start goes on from here.\n"),
        ):
            screen = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
            with (
                mock.patch.object(start, "serve", side_effect=error),
                redirect_stderr(screen),
                redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="ascii")),
            ):
                self.assertEqual(start.main(), code)
            screen.seek(0)
            self.assertEqual(screen.read(), sentence)


class PaperTests(SimpleTestCase):
    """The whole start, as a process of its own in a folder of its own."""

    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory())) / "paper with space"
        self.port = free_port()
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_DATA": str(self.folder),
            "NEWSROOM_ENV_FILE": "",
            "PORT": str(self.port),
            "DEMO": "0",
        }
        self.environment.pop("DATABASE_URL", None)

    def start(self):
        paper = subprocess.Popen(
            [sys.executable, "-m", "newsroom.start"],
            cwd=settings.BASE_DIR,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.addCleanup(paper.stdout.close)
        self.addCleanup(self.end, paper)
        return paper

    def end(self, paper):
        if paper.poll() is None:
            os.killpg(paper.pid, signal.SIGKILL)
            paper.wait()

    def read_until(self, paper, word):
        read = []
        for line in paper.stdout:
            read.append(line)
            if word in line:
                break
        return "".join(read)

    def press_ctrl_c(self, paper):
        # A terminal sends it to everybody in the foreground: the server and its workers.
        os.killpg(paper.pid, signal.SIGINT)
        began = time.monotonic()
        code = paper.wait(PATIENCE)
        return code, time.monotonic() - began

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self.addCleanup(connection.close)
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer, answer.read().decode()

    def test_a_paper_opens_closes_and_opens_again_with_everything_kept(self):
        paper = self.start()
        screen = self.read_until(paper, "answers")
        password = re.search(r"password (\S+)  \(shown only now", screen)[1]

        answer, page = self.get("/")
        self.assertEqual(answer.status, 200)
        styles = re.search(r'href="(/static/[^"]+\.css)"', page)[1]
        self.assertEqual(self.get(styles)[0].status, 200)
        self.assertEqual(self.get("/media/no-such-picture.jpg")[0].status, 404)

        code, seconds = self.press_ctrl_c(paper)
        self.assertEqual(code, 0)
        # After five seconds the server kills a worker that does not end by itself.
        self.assertLess(seconds, 8)

        key = (self.folder / "secret_key").read_text()
        self.assertEqual((self.folder / "secret_key").stat().st_mode & 0o777, 0o600)
        with closing(sqlite3.connect(self.folder / "db.sqlite3")) as database, database:
            database.execute(
                "insert into newsroom_purge (keys, created_at) values ('front', '2027-01-01 00:00')"
            )
        paper = self.start()
        screen = self.read_until(paper, "answers")
        self.assertNotIn(password, screen)
        self.assertIn("password as you set it", screen)
        self.assertEqual((self.folder / "secret_key").read_text(), key)
        self.press_ctrl_c(paper)
        with sqlite3.connect(self.folder / "db.sqlite3") as database:
            self.assertEqual(database.execute("select count(*) from newsroom_user").fetchone(), (1,))
            self.assertEqual(database.execute("select count(*) from newsroom_purge").fetchone(), (0,))
            rounds = "select count(*) from newsroom_heartbeat where finished_at is not null"
            self.assertGreaterEqual(database.execute(rounds).fetchone(), (1,))
        database.close()

    def test_a_port_that_is_taken_stops_it_before_it_has_done_anything(self):
        with claim_port(self.port):
            paper = self.start()
            screen, _ = paper.communicate(timeout=PATIENCE)
        self.assertEqual(paper.returncode, 1)
        self.assertIn(f"Port {self.port} is taken", screen)
        self.assertNotIn("Traceback", screen)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_folder_that_is_a_file_stops_it_with_a_sentence(self):
        self.folder.touch()
        paper = self.start()
        screen, _ = paper.communicate(timeout=PATIENCE)
        self.assertEqual(paper.returncode, 1)
        self.assertIn("a file is in the way", screen)
        self.assertNotIn("Traceback", screen)
