"""The house style that no tool knows."""

import ast
import re
from pathlib import Path

from django.test import SimpleTestCase

PROJECT = Path(__file__).resolve().parent.parent
APPS = ("newsroom", "comments", "articles")
LONGEST = 300
# Templates that print HTML unescaped, and modules that mark it as safe, each looked at by somebody.
TRUSTING = {"articles/_body.html"}
MARKING = set()
# Modules of plain functions, whose names are all there is to know of them unless they say more.
LEAVES = ("newsroom/caching.py", "newsroom/clients.py", "newsroom/env.py", "newsroom/paging.py", "newsroom/text.py",
          "articles/html.py", "articles/slugs.py", "articles/lifetimes.py", "articles/surrogates.py",
          "comments/origin.py", "comments/policy.py", "comments/receipts.py", "comments/submission.py")  # fmt: skip
# Small functions whose name and signature say everything.
OBVIOUS = {"receipt_url", "shows_comments", "Evidence"}


def python():
    return [path for app in (*APPS, "tests", "bin") for path in (PROJECT / app).rglob("*.py")]


def templates():
    folders = [PROJECT / "templates", *[PROJECT / app / "templates" for app in APPS]]
    return [path for folder in folders for path in folder.rglob("*.html")]


def text(path):
    return path.read_text(encoding="utf-8")


class TemplateTests(SimpleTestCase):
    def assert_in_none(self, pattern, but=()):
        found = []
        for path in templates():
            name = path.as_posix().partition("templates/")[2]
            markup = re.sub(
                r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", "", text(path), flags=re.DOTALL
            )
            found += [
                f"{name}: {match[0]}"
                for match in re.finditer(pattern, markup, re.IGNORECASE)
                if name not in but
            ]
        self.assertEqual(found, [])

    def test_no_style_stands_in_the_markup(self):
        self.assert_in_none(r"<[^>]*\sstyle\s*=|<style\b")

    def test_no_script_stands_in_the_markup(self):
        self.assert_in_none(r"<script\b(?![^>]*\bsrc=)[^>]*>")

    def test_no_handler_stands_in_the_markup(self):
        self.assert_in_none(r"<[^>]*\son[a-z]+\s*=|javascript:")

    def test_html_is_trusted_in_one_template(self):
        self.assert_in_none(r"\|\s*safe\b|autoescape\s+off|\|\s*safeseq", but=TRUSTING)
        self.assertIn("|safe", text(PROJECT / "templates/articles/_body.html"))

    def test_nothing_is_loaded_from_elsewhere(self):
        self.assert_in_none(r"(?:src|href|srcset)=\"(?:https?:)?//[^\"]*\"")

    def test_words_are_never_cut_by_spaces(self):
        """Chinese has none: ``truncatewords`` would leave a whole story."""
        public = [path for path in templates() if "admin" not in path.parts]
        found = [path.name for path in public if re.search(r"truncatewords|wordcount", text(path))]
        self.assertEqual(found, [])


class CodeTests(SimpleTestCase):
    def test_html_is_marked_as_safe_only_where_it_was_looked_at(self):
        found = set()
        for path in python():
            names = {node.id for node in ast.walk(ast.parse(text(path))) if isinstance(node, ast.Name)}
            if names & {"mark_safe", "SafeString", "SafeText"} and "tests" not in path.parts:
                found.add(path.relative_to(PROJECT).as_posix())
        self.assertEqual(found, MARKING)

    def test_no_file_is_too_long_to_read(self):
        written = [path for path in python() if "migrations" not in path.parts]
        long = {path.name: lines for path in written if (lines := text(path).count("\n")) > LONGEST}
        self.assertEqual(long, {})
        scripts = [path for app in APPS for path in (PROJECT / app).rglob("*.js")]
        self.assertEqual([path.name for path in scripts if text(path).count("\n") > LONGEST], [])

    def test_what_a_leaf_offers_says_what_it_promises(self):
        silent = []
        for name in LEAVES:
            tree = ast.parse(text(PROJECT / name))
            self.assertTrue(ast.get_docstring(tree), f"{name} opens with its reason")
            for node in tree.body:
                is_offered = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith(
                    "_"
                )
                if is_offered and not ast.get_docstring(node) and node.name not in OBVIOUS:
                    silent.append(f"{name}: {node.name}")
        self.assertEqual(silent, [])

    def test_a_scripts_page_never_writes_markup(self):
        for path in [path for app in APPS for path in (PROJECT / app).rglob("*.js")]:
            self.assertNotRegex(
                text(path), r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", path.name
            )

    def test_a_silenced_rule_says_why(self):
        for path in python():
            for line in re.findall(r"#\s*noqa\b.*", text(path)):
                self.assertRegex(line, r"noqa: [A-Z]+[0-9]+(, [A-Z]+[0-9]+)*\s+\S.{3,}", path.name)

    def test_settings_are_read_from_the_environment_in_one_module(self):
        for path in python():
            relative = path.relative_to(PROJECT).as_posix()
            if relative.startswith(("tests/", "bin/")) or relative in (
                "newsroom/env.py",
                "newsroom/server.py",
            ):
                continue
            self.assertNotRegex(text(path), r"os\.environ\b(?!\.setdefault)|os\.getenv", relative)
