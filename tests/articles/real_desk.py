"""The desk served by the real server, and somebody at it over HTTP: cookies, forms read from the page, nothing else."""

import http.client
import os
import signal
import subprocess
import time
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.newsroom.test_preflight import free_port
from tests.scratch_paper import PATIENCE

WORKERS = 2


class RealDesk:
    """``make run`` in the folder of a scratch paper, until the test case that has it ends."""

    def __init__(self, case, paper):
        self.port, self.screen = free_port(), paper.folder / "screen"
        paper.environment |= {"PORT": str(self.port), "GRANIAN_WORKERS": str(WORKERS)}
        screen = self.screen.open("w")
        case.addClassCleanup(screen.close)
        self.server = paper.start(
            "-m", "newsroom.start", stdout=screen, stderr=subprocess.STDOUT, start_new_session=True
        )
        case.addClassCleanup(self.end)
        ends = time.monotonic() + PATIENCE
        while "answers" not in (said := self.screen.read_text()):
            assert time.monotonic() < ends and self.server.poll() is None, said
            time.sleep(0.05)

    def end(self):
        # As Ctrl-C does at a terminal.
        os.killpg(self.server.pid, signal.SIGINT)
        try:
            self.server.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()


class Answer:
    def __init__(self, response, path):
        self.status, self.text, self.path = response.status, response.read().decode(), path
        self.location = response.headers.get("Location", "")

    def form(self, marked):
        """The first form with this in its id or its classes, as a ``Form``."""
        reader = FormReader(marked)
        reader.feed(self.text)
        assert reader.form, f"{self.status} {self.path} has no form {marked}: {self.text[:2_000]}"
        return reader.form


class Form:
    """What a browser would send: names and values as they stand on the page. ``radios`` has the choices of each group."""

    def __init__(self, action):
        self.action, self.pairs, self.radios = action, [], {}

    def __getitem__(self, name):
        return dict(self.pairs)[name]

    def typed(self, **fields):
        """All pairs, with these fields typed over."""
        return [pair for pair in self.pairs if pair[0] not in fields] + list(fields.items())


class FormReader(HTMLParser):
    def __init__(self, marked):
        super().__init__()
        self.marked, self.form, self.is_inside = marked, None, False
        self.text_of = self.chosen_in = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form" and not self.form:
            marks = {attrs.get("id"), *(attrs.get("class") or "").split()}
            if self.marked in marks:
                self.form, self.is_inside = Form(attrs.get("action")), True
        elif self.is_inside and not {"form", "disabled"} & set(attrs):
            self.take(tag, attrs, attrs.get("name"))

    def take(self, tag, attrs, name):
        if tag == "select":
            self.chosen_in = name
        elif tag == "option" and "selected" in attrs and self.chosen_in:
            self.form.pairs.append((self.chosen_in, attrs.get("value", "")))
        elif tag == "textarea" and name:
            self.text_of = [name, ""]
        elif tag == "input" and name:
            kind = attrs.get("type", "text")
            if kind == "radio":
                self.form.radios.setdefault(name, []).append(attrs["value"])
            if kind not in ("radio", "checkbox", "submit", "button", "file") or "checked" in attrs:
                self.form.pairs.append((name, attrs.get("value", "")))

    def handle_data(self, data):
        if self.text_of:
            self.text_of[1] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_inside = False
        elif tag == "textarea" and self.text_of:
            name, text = self.text_of
            self.form.pairs.append((name, text.removeprefix("\n")))
            self.text_of = None


class Browser:
    """Somebody at the desk, on a connection of their own. Follows no redirects."""

    def __init__(self, case, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        case.addCleanup(self.connection.close)
        self.cookies = {}

    def log_in(self, name):
        """With a user of the factories, whose password is the name."""
        form = self.get("/admin/login/").form("login-form")
        sent = form.typed(username=name, password=name)
        assert self.post("/admin/login/?next=/admin/", sent).status == 302
        return self

    def get(self, path):
        return self.ask("GET", path, None, {})

    def post(self, path, pairs, **headers):
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, urlencode(pairs), form | headers)

    def ask(self, method, path, body, headers):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            self.connection.request(method, path, body, headers | {"Cookie": cookies})
            response = self.connection.getresponse()
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            # The server lets go of a connection that was idle; nothing was done with it.
            self.connection.close()
            self.connection.request(method, path, body, headers | {"Cookie": cookies})
            response = self.connection.getresponse()
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return Answer(response, path)
