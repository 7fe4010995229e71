import http.server
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from unittest import mock

from django.core.handlers.wsgi import WSGIHandler
from django.test import SimpleTestCase

from newsroom import server
from tests.newsroom.test_preflight import free_port


class ArgumentsTests(SimpleTestCase):
    def test_they_name_the_port_the_application_and_every_folder(self):
        words = server.arguments(8123, {"/static": Path("/paper/static"), "/media": Path("/paper/media")})
        line = " ".join(words)
        self.assertIn("--interface wsgi", line)
        self.assertIn("--host 127.0.0.1 --port 8123", line)
        self.assertIn("--respawn-failed-workers", line)
        self.assertIn("--static-path-route /static --static-path-mount /paper/static", line)
        self.assertIn("--static-path-route /media --static-path-mount /paper/media", line)
        self.assertEqual(words[-1], "newsroom.server:application_of_worker")

    def serve(self, **environment):
        """Return what granian understood."""
        heard = {}
        with (
            mock.patch.dict(os.environ, environment),
            mock.patch.object(server.cli, "callback", side_effect=lambda **options: heard.update(options)),
            self.assertRaises(SystemExit) as ending,
        ):
            server.serve(server.arguments(8123, {"/static": Path(__file__).parent}))
        self.assertEqual(ending.exception.code, 0)
        return heard

    def test_granian_understands_them(self):
        heard = self.serve()
        self.assertEqual((heard["host"], heard["port"]), ("127.0.0.1", 8123))
        self.assertIs(heard["respawn_failed_workers"], True)
        self.assertGreaterEqual(heard["workers"], server.FEWEST_WORKERS)

    def test_an_operator_can_choose_the_number_of_workers(self):
        self.assertEqual(self.serve(GRANIAN_WORKERS="9")["workers"], 9)

    def test_a_worker_serves_the_site_and_leaves_ctrl_c_to_the_server(self):
        before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
        self.addCleanup(signal.pthread_sigmask, signal.SIG_SETMASK, before)
        self.addCleanup(signal.signal, signal.SIGTERM, signal.getsignal(signal.SIGTERM))
        self.assertIsInstance(server.application_of_worker(), WSGIHandler)
        self.assertIn(signal.SIGINT, signal.pthread_sigmask(signal.SIG_BLOCK, ()))
        self.assertEqual(signal.getsignal(signal.SIGTERM), signal.SIG_DFL)


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *args):
        pass


class FirstAnswerTests(SimpleTestCase):
    def answer_with(self, status):
        site = http.server.HTTPServer(("127.0.0.1", 0), Answer)
        site.status = status
        threading.Thread(target=site.serve_forever, args=(0.01,)).start()
        self.addCleanup(site.server_close)
        self.addCleanup(site.shutdown)
        return site.server_port

    def test_a_page_is_an_answer(self):
        self.assertIn("✓", server.first_answer(self.answer_with(200), os.getpid()))

    def test_a_page_that_fails_is_told(self):
        said = server.first_answer(self.answer_with(500), os.getpid())
        self.assertIn("the front page fails with 500", said)

    def test_a_server_that_stopped_is_told(self):
        ended = subprocess.Popen([sys.executable, "-c", ""])
        ended.wait()
        self.assertIn("it stopped", server.first_answer(free_port(), ended.pid))

    def test_a_server_that_never_answers_is_told(self):
        with mock.patch.object(server, "PATIENCE", 0.1):
            self.assertIn("no answer", server.first_answer(free_port(), os.getpid()))
