"""The documents say what is there: every variable, every command, every check."""

import re
from pathlib import Path

from django.test import SimpleTestCase

PROJECT = Path(__file__).resolve().parent.parent


def text(name):
    return (PROJECT / name).read_text()


def sources(*folders):
    return "\n".join(
        path.read_text() for folder in folders for path in sorted((PROJECT / folder).rglob("*.py"))
    )


class SettingsTests(SimpleTestCase):
    def variables(self):
        found = set(re.findall(r'env_(?:str|bool|int|list)\(\s*"([A-Z_]+)"', sources("newsroom")))
        self.assertIn("DATABASE_URL", found, "the search finds what is known to be there")
        return found

    def test_every_variable_that_is_read_is_told(self):
        page = text("docs/settings.md")
        self.assertEqual([name for name in sorted(self.variables()) if f"`{name}`" not in page], [])

    def test_every_variable_that_is_read_stands_in_the_example(self):
        page = text(".env.example")
        self.assertEqual([name for name in sorted(self.variables()) if f"{name}=" not in page], [])

    def test_no_variable_is_told_that_nobody_reads(self):
        told = set(re.findall(r"^#? ?([A-Z_]+)=", text(".env.example"), re.MULTILINE))
        ours = {name for name in told if not name.startswith("GRANIAN_")}
        self.assertEqual(ours - self.variables(), set())

    def test_every_check_is_explained(self):
        page, ids = text("docs/settings.md"), set(re.findall(r'id="(newsroom\.\w+)"', sources("newsroom")))
        self.assertIn("newsroom.E001", ids)
        self.assertEqual([name for name in sorted(ids) if name not in page], [])


class PageTests(SimpleTestCase):
    pages = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/settings.md")

    def test_every_command_named_is_there(self):
        targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
        for page in self.pages:
            named = set(re.findall(r"(?:`|^    )make ([a-z]+)", text(page), re.MULTILINE))
            self.assertEqual(named - targets, set(), page)
        self.assertLessEqual({"run", "test", "check"}, targets)

    def test_every_file_linked_or_named_is_there(self):
        for page in self.pages:
            folder = (PROJECT / page).parent
            links = [link for link in re.findall(r"\]\(([^)#]+)\)", text(page)) if "://" not in link]
            self.assertEqual([link for link in links if not (folder / link).exists()], [], page)
            rooms = re.findall(r"`((?:articles|comments|newsroom|templates|tests|docs)/[\w/.]*)`", text(page))
            self.assertEqual([room for room in rooms if not (PROJECT / room).exists()], [], page)

    def test_the_readme_is_one_screen(self):
        self.assertLessEqual(len(text("README.md").splitlines()), 60)

    def test_the_map_is_short_enough_to_read(self):
        self.assertLessEqual(len(text("ARCHITECTURE.md").splitlines()), 150)

    def test_decisions_are_numbered_without_a_gap(self):
        numbers = [int(path.name[:4]) for path in sorted((PROJECT / "docs/adr").glob("*.md"))]
        self.assertEqual(numbers, list(range(1, len(numbers) + 1)))
