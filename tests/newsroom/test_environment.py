import importlib.util
import io
import os
import subprocess
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from django.conf import settings
from django.test import SimpleTestCase

from newsroom.preflight import Trouble, claim_port
from tests.newsroom.test_preflight import free_port


def load_script():
    path = settings.BASE_DIR / "bin" / "environment.py"
    spec = importlib.util.spec_from_file_location("environment", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Pip:
    """Takes the place of pip: installs nothing, and says and answers what it is told to."""

    says, returncode = ["Collecting Django==5.2\n", "Installing collected packages: Django\n"], 0

    def __init__(self, *args, **kwargs):
        self.stdout = iter(self.says)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass


class FullDisk(Pip):
    says, returncode = ["ERROR: Could not install: No space left on device\n"], 1


class NoNetwork(Pip):
    says, returncode = ["ERROR: No matching distribution found\n"], 1


class Killed(Pip):
    def __init__(self, *args, **kwargs):
        raise KeyboardInterrupt


class EnvironmentTests(SimpleTestCase):
    """The packages of a project of our own, without the minute that real ones take."""

    def setUp(self):
        self.project = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.venv = self.project / ".venv"
        (self.project / "requirements.txt").write_text("Django==5.2\n")
        (self.project / "requirements-dev.txt").write_text("-r requirements.txt\n")
        self.script = load_script()
        self.script.PROJECT, self.script.VENV = self.project, self.venv
        self.script.PYTHON = self.venv / "bin" / "python"
        self.script.STAMP, self.script.UNFINISHED = self.venv / "installed.json", self.venv / "unfinished"
        self.script.subprocess = SimpleNamespace(
            run=self.make_venv, Popen=Pip, PIPE=subprocess.PIPE, STDOUT=subprocess.STDOUT
        )
        self.made = 0
        environment = {"PORT": str(free_port()), "NEWSROOM_DATA": str(self.project / "var")}
        self.enterContext(mock.patch.dict(os.environ, environment))

    def make_venv(self, command, **kwargs):
        if "venv" in command:
            self.made += 1
            self.script.PYTHON.parent.mkdir()
            self.script.PYTHON.symlink_to(sys.executable)
        return SimpleNamespace(returncode=0)

    def prepare(self, kind, pip=Pip):
        """Return what stands on the screen afterwards."""
        self.script.subprocess.Popen = pip
        with redirect_stdout(io.StringIO()) as screen:
            self.script.main(kind)
        return screen.getvalue()

    def test_it_is_made_once(self):
        self.assertIn("✓ installed as pinned", self.prepare("run"))
        self.assertEqual(self.prepare("run"), "")
        self.assertEqual(self.made, 1)

    def test_what_is_there_for_tests_is_enough_to_run_and_not_the_other_way_round(self):
        self.prepare("dev")
        self.assertEqual(self.prepare("run"), "")
        (self.project / "requirements.txt").write_text("Django==5.2.1\n")
        self.prepare("run")
        self.assertIn("✓ installed as pinned", self.prepare("dev"))

    def test_another_package_is_installed_into_what_is_there(self):
        self.prepare("run")
        (self.project / "requirements.txt").write_text("Django==5.2.1\n")
        self.assertIn("✓ installed as pinned", self.prepare("run"))
        self.assertEqual(self.made, 1)

    def test_a_failure_is_told_and_tried_again(self):
        for pip, sentence in (
            (NoNetwork, "No matching distribution found\n\nThe packages"),
            (FullDisk, "is full"),
        ):
            with self.assertRaisesMessage(Trouble, sentence):
                self.prepare("run", pip)
        self.assertIn("✓ installed as pinned", self.prepare("run"))
        self.assertEqual(self.made, 1)

    def test_after_an_interruption_everything_is_made_anew(self):
        with self.assertRaises(KeyboardInterrupt):
            self.prepare("run", Killed)
        (self.venv / "half").touch()
        self.prepare("run")
        self.assertEqual(self.made, 2)
        self.assertFalse((self.venv / "half").exists())

    def test_a_python_that_was_upgraded_gets_a_new_one(self):
        self.prepare("run")
        self.script.PYTHON.unlink()
        self.script.PYTHON.symlink_to(self.project / "gone")
        self.prepare("run")
        self.assertEqual(self.made, 2)

    def test_a_python_without_venv_says_what_to_install(self):
        said = SimpleNamespace(returncode=1, stdout="ensurepip is not available", stderr="")
        self.script.subprocess.run = lambda *args, **kwargs: said
        with self.assertRaisesMessage(Trouble, "apt-get install python3-venv"):
            self.prepare("run")

    def test_a_taken_port_is_told_before_anything_is_installed(self):
        port = free_port()
        os.environ["PORT"] = str(port)
        with claim_port(port), self.assertRaisesMessage(Trouble, f"Port {port} is taken"):
            self.prepare("run")
        self.assertFalse(self.venv.exists())

    def test_a_data_folder_that_is_a_file_is_told_before_anything_is_installed(self):
        (self.project / "var").touch()
        with self.assertRaisesMessage(Trouble, "a file is in the way"):
            self.prepare("run")
        self.assertFalse(self.venv.exists())


class PythonTests(SimpleTestCase):
    def test_an_old_python_and_a_missing_one_are_told(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        old = folder / "python3"
        old.write_text('#!/bin/sh\ncase "$1" in --version) echo Python 3.9.2 ;; *) exit 1 ;; esac\n')
        old.chmod(0o755)
        for python, found in ((str(old), "here is Python 3.9.2."), ("/no/python", "here is no /no/python.")):
            told = subprocess.run(
                [settings.BASE_DIR / "bin" / "environment", "run"],
                env={**os.environ, "PYTHON": python},
                capture_output=True,
                text=True,
                check=False,
            )
            self.assertEqual((told.returncode, told.stdout), (1, ""))
            self.assertIn("Newsroom needs Python 3.11 or newer", told.stderr)
            self.assertIn(found, told.stderr)
