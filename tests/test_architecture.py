"""Where things stand and who may know whom, held by reading the code."""

import ast
import inspect
import re
from pathlib import Path

from django.apps import apps
from django.db.models import Model
from django.test import SimpleTestCase
from django.urls import URLResolver, get_resolver

from comments.views import comment_thread

PROJECT = Path(__file__).resolve().parent.parent
APPS = ("newsroom", "comments", "articles")
# The modules of newsroom that know nothing of the others, so that everybody may know them.
LEAVES = {f"newsroom.{name}" for name in ("caching", "clients", "env", "paging", "text")}
# Who may import whom: each app, and the apps it may name.
ALLOWED = {"newsroom": {"newsroom", "comments", "articles"}, "comments": {"articles"}, "articles": set()}
STATUS_IS_NAMED_IN = re.compile(
    r"(articles/(querysets|choices|verbs|drafting|publishing|ownership|standing|state)\.py|comments/(querysets|choices|models|moderation|submission)\.py"
    r"|articles/models/article\.py|\w+/migrations/.*|newsroom/demo/.*|newsroom/management/.*)"
)
NAMES_OF_NOTHING = {"utils", "helpers", "common", "misc", "services", "util", "helper", "tools", "base"}


def modules():
    for app in APPS:
        for path in sorted((PROJECT / app).rglob("*.py")):
            yield path.relative_to(PROJECT), ast.parse(path.read_text(encoding="utf-8"))


def imported(path, tree):
    """Every module of ours that a file imports, by its full name."""
    package = path.with_suffix("").parts[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join([*start, *([node.module] if node.module else [])])
            names = [stem, *[f"{stem}.{alias.name}" for alias in node.names]]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] in APPS)


def is_leaf(name):
    return any(name == leaf or name.startswith(f"{leaf}.") for leaf in LEAVES)


class ImportTests(SimpleTestCase):
    def test_they_run_one_way(self):
        wrong = []
        for path, tree in modules():
            app = path.parts[0]
            for name in imported(path, tree):
                other = name.split(".")[0]
                if other == app or other in ALLOWED[app] or is_leaf(name) or name == "newsroom":
                    continue
                wrong.append(f"{path} imports {name}")
        self.assertEqual(wrong, [])

    def test_leaves_know_nobody(self):
        for leaf in LEAVES:
            path = Path(*leaf.split(".")).with_suffix(".py")
            tree = ast.parse((PROJECT / path).read_text(encoding="utf-8"))
            self.assertEqual([name for name in imported(path, tree) if not is_leaf(name)], [], leaf)

    def test_the_test_would_see_a_wrong_one(self):
        tree = ast.parse(
            "def f():\n    from comments.models import Comment\nimport newsroom.front\nfrom . import x"
        )
        found = set(imported(Path("articles/views.py"), tree))
        self.assertLessEqual({"comments.models", "newsroom.front", "articles.x"}, found)


class RuleTests(SimpleTestCase):
    def test_the_rule_of_what_is_public_is_said_in_one_place(self):
        """``status=`` and ``publish_at__`` as words of a query, and comparisons with a status, stand where the rules are."""
        wrong = []
        for path, tree in modules():
            if STATUS_IS_NAMED_IN.fullmatch(path.as_posix()):
                continue
            for node in ast.walk(tree):
                for keyword in getattr(node, "keywords", []):
                    word = keyword.arg or ""
                    is_http = isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, int)
                    passed_on = isinstance(keyword.value, ast.Name) and keyword.value.id == "status"
                    if word.startswith(("status__", "publish_at__")) or (
                        word == "status" and not is_http and not passed_on
                    ):
                        wrong.append(f"{path}:{node.lineno} {word}=")
        self.assertEqual(wrong, [])

    def test_no_page_of_readers_tells_a_status_apart(self):
        for path in (PROJECT / "templates").rglob("*.html"):
            if "admin" not in path.parts:
                self.assertNotRegex(path.read_text(encoding="utf-8"), r"\.status\s*(==|!=)", path.name)

    def test_there_are_no_signals_between_our_apps(self):
        for path, tree in modules():
            sources = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
            self.assertFalse(
                [source for source in sources if "signals" in source or "dispatch" in source], path
            )

    def test_no_query_is_written_by_hand(self):
        for path, tree in modules():
            called = {
                node.func.attr
                for node in ast.walk(tree)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            }
            self.assertFalse(called & {"raw", "extra", "RawSQL"}, path)


class VerbTests(SimpleTestCase):
    """A template calls whatever it is given; what writes must be marked."""

    WRITES = re.compile(
        r"\.(save|delete|update|bulk_create|bulk_update|set|add|clear|create|get_or_create|discard_files|discard)\("
        r"|\b_moving\(|\btouch\("
    )

    def test_every_method_of_a_model_that_writes_is_marked(self):
        wrong = []
        for model in apps.get_models():
            if model._meta.app_label not in APPS:
                continue
            for owner in model.__mro__:
                if not owner.__module__.startswith(APPS):
                    continue
                for name, method in vars(owner).items():
                    if not inspect.isfunction(method) or name.startswith("_"):
                        continue
                    if self.WRITES.search(inspect.getsource(method)) and not getattr(
                        method, "alters_data", False
                    ):
                        wrong.append(f"{owner.__name__}.{name}")
        self.assertEqual(sorted(set(wrong)), [])

    def test_the_verbs_are_marked(self):
        story = apps.get_model("articles", "Article")
        for name in (
            "submit",
            "reopen",
            "publish",
            "schedule",
            "unschedule",
            "withdraw",
            "save_draft",
            "restore",
            "settle",
            "update_live",
            "fix_live",
            "schedule_update",
            "unschedule_update",
            "apply_update",
            "schedule_withdrawal",
            "unschedule_withdrawal",
            "apply_withdrawal",
            "set_embargo",
            "readdress",
            "return_to",
            "keep",
            "discard",
            "share",
            "unshare",
            "note",
            "name_version",
            "remove",
            "assign",
            "save",
            "delete",
            "log",
        ):
            self.assertTrue(getattr(story, name).alters_data, name)
        self.assertTrue(issubclass(story, Model))


class ExemptTests(SimpleTestCase):
    def views(self, patterns=None):
        for pattern in get_resolver().url_patterns if patterns is None else patterns:
            if isinstance(pattern, URLResolver):
                yield from self.views(pattern.url_patterns)
            else:
                yield pattern.callback

    def test_one_view_alone_takes_a_form_without_a_token(self):
        exempt = [view for view in self.views() if getattr(view, "csrf_exempt", False)]
        self.assertEqual(exempt, [comment_thread])

    def test_it_is_named_so_in_one_place(self):
        named = [path.as_posix() for path, tree in modules() if "csrf_exempt" in ast.dump(tree)]
        self.assertEqual(named, ["comments/views.py"])


class NameTests(SimpleTestCase):
    def test_no_file_is_named_for_nothing(self):
        found = [path for app in APPS for path in (PROJECT / app).rglob("*") if path.stem in NAMES_OF_NOTHING]
        self.assertEqual([path for path in found if path.suffix != ".html"], [])

    def test_every_folder_of_tests_is_a_package(self):
        """Without ``__init__.py`` Django's own runner finds no test and says that all is well."""
        for folder in [
            PROJECT / "tests",
            *[path for path in (PROJECT / "tests").rglob("*") if path.is_dir()],
        ]:
            if any(folder.glob("test_*.py")):
                self.assertTrue((folder / "__init__.py").exists(), folder)
