"""A paper of a test's own, for processes that are real and may be killed: a data folder, and a database of the kind the suite
runs on."""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connection

PATIENCE = 120


class ScratchPaper:
    """Made empty, and gone with the test case whose class it is given."""

    def __init__(self, case):
        folder = tempfile.TemporaryDirectory(prefix="newsroom-scratch-")
        case.addClassCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_DATA": folder.name,
            "NEWSROOM_ENV_FILE": "",
            "DEMO": "0",
        }
        self.environment.pop("DATABASE_URL", None)
        if connection.vendor == "postgresql":
            self.environment["DATABASE_URL"] = scratch_database(case)
        self.run("manage.py", "migrate", "--verbosity", "0")

    def start(self, *words, **options):
        """Start Python with these words in the project's folder. The process is the caller's to end."""
        return subprocess.Popen(
            [sys.executable, *words], cwd=settings.BASE_DIR, env=self.environment, text=True, **options
        )

    def run(self, *words):
        """Return what it says. Raises AssertionError with all it said if it fails."""
        process = self.start(*words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        try:
            said, _ = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
            process.wait()
        assert process.returncode == 0, said
        return said


def scratch_database(case):
    """Make a database beside the one of ``DATABASE_URL``, and return its address."""
    address = os.environ["DATABASE_URL"]
    name = f"newsroom_scratch_{secrets.token_hex(6)}"

    def do(what):
        with psycopg.connect(address, autocommit=True) as server:
            server.execute(what)

    do(f"CREATE DATABASE {name}")
    case.addClassCleanup(do, f"DROP DATABASE {name} WITH (FORCE)")
    return urlsplit(address)._replace(path=f"/{name}").geturl()
