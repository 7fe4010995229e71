"""The readers' pages are valid HTML, by the Nu checker."""

import json
import subprocess
import tempfile
from pathlib import Path

from django.test import TestCase

from tests.parts import require
from tests.public_pages import public_pages


class ValidTests(TestCase):
    def test_no_page_in_any_state_has_an_error(self):
        java, jar = require("java"), require("vnu")
        with tempfile.TemporaryDirectory() as folder:
            for name, page in public_pages().items():
                Path(folder, f"{name}.html").write_bytes(page.content)
            # One run for all: most of its time is the start of Java.
            done = subprocess.run(
                [java, "-Xss8m", "-jar", jar, "--format", "json", "--exit-zero-always", folder],
                capture_output=True,
                check=False,
                text=True,
            )
        self.assertEqual(done.returncode, 0, done.stderr)
        found = [
            f"{Path(said['url']).stem}, line {said.get('lastLine')}: {said['message']} {said.get('extract', '')}"
            for said in json.loads(done.stderr)["messages"]
            if said["type"] != "info"
        ]
        self.assertEqual(found, [])
