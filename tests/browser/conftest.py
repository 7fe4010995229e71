"""A Chromium for the tests of this folder, pages in it, and what is left to look at when one of them fails.

``page`` runs scripts, ``plain_page`` does not, ``as_user(user)`` is a page of somebody who is logged in, and ``open_page``
makes more of them. Every page knows the live server's address, and keeps in ``page.complaints`` what its console complained
of, a breach of the content security policy among it.
"""

import importlib
import os
import re
from contextlib import suppress
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Error, expect, sync_playwright

from tests.parts import require

FOLDER = Path(__file__).resolve().parent
LEFTOVERS = FOLDER.parent.parent / ".cache" / "browser"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000  # milliseconds, for a machine with other work; only a test that fails waits that long
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    for item in items:
        if FOLDER in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.when == "call" and report.failed:
        _keep(item)
    return report


def _keep(item):
    """What the pages of a failed test showed; they are still open here."""
    LEFTOVERS.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(getattr(item, "pages", []), start=1):
        # A page that cannot be asked any more is no reason to lose the whole run.
        with suppress(Error):
            name = re.sub(r"\W+", "-", f"{item.name}-{number}")
            (LEFTOVERS / f"{name}.html").write_text(page.content(), encoding="utf-8")
            page.screenshot(path=LEFTOVERS / f"{name}.png", full_page=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """A file and not memory: there all threads of the live server would share one connection, and its transactions."""
    wanted = connections["default"].settings_dict
    if wanted["ENGINE"] == "django.db.backends.sqlite3":
        wanted["TEST"]["NAME"] = str(settings.DATA_DIR / "browser.sqlite3")


@pytest.fixture(scope="session")
def chromium():
    """The one browser. Playwright keeps an event loop in this thread, which Django would take for asynchronous code."""
    place = require("chromium")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=place, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def groups(transactional_db):
    """The four groups, which the emptying of the database after each such test takes away."""
    importlib.import_module("newsroom.migrations.0002_groups").make_groups(apps, None)
    importlib.import_module("newsroom.migrations.0006_arrange_board").grant(apps, None)


@pytest.fixture(autouse=True)
def pictures_on_disk(settings):
    """The live server serves the media folder, so that is where renditions have to be."""
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": disk}


@pytest.fixture
def open_page(request, chromium, live_server):
    """Opens a page in a context of its own: ``open_page(scripts=False, viewport={…}, …)``."""
    contexts = []
    request.node.pages = []

    def opened(*, scripts=True, **options):
        context = chromium.new_context(base_url=live_server.url, java_script_enabled=scripts, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        # Also to the small windows that a page opens beside itself.
        context.on("page", _listen)
        page = context.new_page()
        request.node.pages.append(page)
        return page

    yield opened
    for context in contexts:
        context.close()


def _listen(page):
    """Collect complaints. That the page itself was answered with 422 or 410 is what tests ask for, and is none."""
    page.complaints = []
    documents = set()

    def requested(asked):
        if asked.is_navigation_request():
            documents.add(asked.url)

    def said(message):
        is_status = message.text.startswith("Failed to load resource: the server responded with a status")
        if message.type == "error" and not (is_status and message.location["url"] in documents):
            page.complaints.append(message.text)

    page.on("request", requested)
    page.on("console", said)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def plain_page(open_page):
    return open_page(scripts=False)


@pytest.fixture
def as_user(open_page, live_server):
    """Opens a page of somebody who is logged in: ``as_user(user)``; takes what ``open_page`` takes."""

    def logged_in(user, **options):
        client = Client()
        client.force_login(user)
        page = open_page(**options)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
        )
        return page

    return logged_in
