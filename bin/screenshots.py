"""Photographs the demo edition for docs/screenshots: pages at three widths, by day and by night.

It fills a paper of its own in a temporary folder, serves it, and throws it away. Run it as .venv/bin/python bin/screenshots.py
after a change of what pages look like; a Chromium has to be there (CHROMIUM=/path/to/it).
"""

import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "docs" / "screenshots"
CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
WIDTHS = {320: 640, 768: 1024, 1280: 800}
SCHEMES = ("light", "dark")
STORY = "/2"  # every story's address begins with its year
PATIENCE = 120


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served() as (address, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for scheme in SCHEMES:
            for width, height in WIDTHS.items():
                context = browser.new_context(
                    base_url=address,
                    locale="en-GB",
                    color_scheme=scheme,
                    viewport={"width": width, "height": height},
                )
                photograph(context.new_page(), password, f"{width}-{scheme}")
                context.close()
        browser.close()


@contextmanager
def served():
    """A paper with the demo edition: its address and the Chief's password, until the block ends."""
    port, password = free_port(), secrets.token_urlsafe(12)
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        ours = {
            "NEWSROOM_DATA": folder,
            "NEWSROOM_ENV_FILE": "",
            "NEWSROOM_CHIEF_PASSWORD": password,
            "PORT": str(port),
        }
        surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        site = subprocess.Popen(
            [sys.executable, "-m", "newsroom.start"],
            cwd=PROJECT,
            env=surroundings | ours,
            stdout=subprocess.DEVNULL,
        )
        try:
            wait_for(address, site)
            yield address, password
        finally:
            site.send_signal(signal.SIGINT)
            site.wait()


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def wait_for(address, site):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and site.poll() is None:
        try:
            with urllib.request.urlopen(address):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.3)
    sys.exit("The paper did not open.")


def photograph(page, password, suffix):
    """All pages at one width and in one scheme."""
    page.goto("/")
    keep(page, "front", suffix)
    commented = page.locator(f'main article a[href^="{STORY}"]').first.get_attribute("href")
    page.goto(page.locator("nav.sections a").first.get_attribute("href"))
    keep(page, "section", suffix)
    page.goto(commented)
    keep(page, "article", suffix)
    page.goto(f"{commented}comments/")
    page.get_by_role("textbox", name="Comment").fill("The lamp is back, and so are the moths.")
    # The server's own answer is wanted, not the browser's hint at an empty field.
    page.locator("main form").evaluate("form => { form.noValidate = true; form.submit() }")
    page.wait_for_load_state()
    page.get_by_role("alert").first.wait_for()
    keep(page, "comment-error", suffix)

    page.goto("/corrections/")
    corrected = page.locator(".correction a").first
    headline = corrected.text_content()
    page.goto(corrected.get_attribute("href"))
    keep(page, "correction", suffix)

    page.goto("/admin/")
    page.get_by_label("User name").fill("chief")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "login" not in address)
    keep(page, "dashboard", suffix)
    page.goto("/admin/comments/comment/")
    keep(page, "comment-list", suffix)
    page.goto("/admin/articles/article/calendar/")
    keep(page, "calendar", suffix)
    page.goto("/admin/articles/article/")
    page.goto(page.locator("#result_list a[href*='/change/']").first.get_attribute("href"))
    keep(page, "story-form", suffix)
    page.goto(f"/admin/articles/article/?{urlencode({'q': headline})}")
    page.goto(page.locator("#result_list a[href*='/change/']").first.get_attribute("href"))
    page.goto(page.locator("[data-history]").get_attribute("href"))
    keep(page, "history", suffix)


def keep(page, name, suffix):
    """What the window shows, as WebP: in all its colours a PNG is three times as heavy."""
    page.wait_for_load_state("networkidle")
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    shot.save(FOLDER / f"{name}-{suffix}.webp", quality=90, method=6)


if __name__ == "__main__":
    main()
