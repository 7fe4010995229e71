"""No page has an error that axe can see, at a desktop by day and on a narrow phone by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import desk_moves
from tests.browser.desk_pages import desk_pages
from tests.factories import make_user
from tests.public_pages import public_pages

LIGHT = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}
DARK = {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NO_PICTURE = {"name": "tide.jpg", "mimeType": "image/jpeg", "buffer": b"no picture at all"}
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}


@pytest.fixture(params=[LIGHT, DARK], ids=["light-1280", "dark-320"])
def look(request):
    # The policy of the pages would keep axe out, too.
    return {**request.param, "bypass_csp": True}


def complaints(page):
    """What axe finds in the page as it stands, a line for each element."""
    # It would count what one has scrolled half under the bar as too small to hit.
    page.evaluate("for (const bar of document.querySelectorAll('.submit-row')) bar.style.position = 'static'")
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))} {node['failureSummary']}"
        for rule in Axe().run(page, options=OPTIONS).response["violations"]
        for node in rule["nodes"]
    ]


def test_readers_pages_have_no_error(open_page, look):
    page, pages, found = open_page(**look), public_pages(), {}

    def shown(route):
        name = route.request.url.rpartition("/")[2]
        route.fulfill(body=pages[name].content, content_type="text/html; charset=utf-8")

    # Answers to forms and to faults have no address that a browser could be sent to.
    page.route("**/shown/*", shown)
    for name in pages:
        page.goto(f"/shown/{name}")
        if wrong := complaints(page):
            found[name] = wrong
    assert found == {}


@pytest.fixture
def desk(groups):
    return desk_pages()


def test_the_desk_has_no_error(as_user, desk, look):
    chief, addresses = desk
    page, found = as_user(chief, **look), {}
    for name, address in addresses.items():
        answer = page.goto(address)
        assert answer.status == 200, f"{name}: {answer.status}"
        if wrong := complaints(page):
            found[name] = wrong
    assert found == {}


def test_what_is_refused_at_the_desk_has_no_error(as_user, desk, look):
    chief, addresses = desk
    page, found = as_user(chief, **look), {}
    for name in ("new picture", "new section", "new user"):
        page.goto(addresses[name])
        # The server's own answer is wanted, not the browser's hint at an empty field.
        page.locator("main form, #content form").first.evaluate("form => { form.noValidate = true }")
        page.locator("input[type=submit], button[type=submit]").last.click()
        page.locator(".errorlist, [role=alert]").first.wait_for()
        if wrong := complaints(page):
            found[name] = wrong
    assert found == {}


def test_the_way_into_the_desk_has_no_error(open_page, look):
    page = open_page(**look)
    page.goto("/admin/login/")
    assert complaints(page) == []
    page.get_by_label("User name").fill("nobody")
    page.get_by_label("Password").fill("nothing")
    page.locator("button.primary").click()
    page.get_by_role("alert").wait_for()
    assert complaints(page) == []


def test_what_opens_while_one_writes_has_no_error(as_user, desk, look):
    chief, addresses = desk
    page, found = as_user(chief, **look), {}

    def looked_at(state):
        if wrong := complaints(page):
            found[state] = wrong

    page.goto(addresses["new story"])
    desk_moves.type_text(page, ["Words to link."])
    page.keyboard.press("Control+a")
    page.get_by_role("button", name="Link", exact=True).click()
    expect(page.get_by_role("dialog", name="Link")).to_be_visible()
    looked_at("asked for a link")
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Bylines").click()
    expect(page.locator("[role=option]").first).to_be_visible()
    looked_at("names suggested")
    desk_moves.line(page, "headline").fill("x" * 201)
    desk_moves.press(page, "Save draft")
    expect(page.locator(".problem")).to_be_focused()
    looked_at("not saved")
    desk_moves.line(page, "headline").fill("Short enough")
    desk_moves.press(page, "Publish now")
    expect(page.locator(".field-section .errorlist")).to_be_visible()
    looked_at("refused")
    page.get_by_label("Upload a picture").set_input_files(NO_PICTURE)
    looked_at("a picture chosen")
    page.get_by_label("What it shows").fill("Nothing")
    desk_moves.press(page, "Add this picture")
    expect(page.locator(".upload .errorlist")).to_be_visible()
    looked_at("a picture refused")
    assert found == {}


def test_what_is_asked_about_a_live_story_has_no_error(as_user, desk, look):
    chief, addresses = desk
    page, found = as_user(chief, **look), {}
    page.goto(addresses["live story"])
    expect(page.locator(".ProseMirror")).to_be_visible()
    for folded in page.locator(".column summary:visible").all():
        folded.click()
    desk_moves.press(page, "Update live story")
    expect(page.get_by_text("Choose one, then press again.")).to_be_visible()
    if wrong := complaints(page):
        found["asked what changed"] = wrong
    desk_moves.say_what_changed(page, "Correction")
    desk_moves.press(page, "Update live story")
    # To the field, where the bar at the foot of the page covers no half of anything.
    page.locator(".problem").get_by_role("link", name="Note for readers").click()
    expect(page.get_by_label("Note for readers")).to_be_focused()
    if wrong := complaints(page):
        found["no note for readers"] = wrong
    assert found == {}


@pytest.mark.parametrize("action", ["Publish…", "Withdraw…"])
def test_what_is_asked_about_many_stories_has_no_error(as_user, desk, look, action):
    chief, addresses = desk
    page = as_user(chief, **look)
    page.goto(addresses["stories"])
    for box in page.locator("input.action-select").all():
        box.check()
    desk_moves.press(page, action)
    expect(page.locator("form.batch")).to_be_visible()
    assert complaints(page) == []
    if action == "Withdraw…":
        page.locator("form.batch .primary").click()
        expect(page.locator(".problem")).to_be_visible()
        assert complaints(page) == []


def test_what_a_reporter_may_only_read_has_no_error(as_user, desk, look):
    _chief, addresses = desk
    page = as_user(make_user("Reporter"), **look)
    page.goto(addresses["live story"])
    expect(page.get_by_text("You can read this story, but not change it.")).to_be_visible()
    assert complaints(page) == []


def test_axe_would_see_an_error(open_page, look):
    page = open_page(**look)
    page.set_content("<p style='color: #ccc; background: #fff'>Pale</p><img src='#'>")
    rules = {line.partition(":")[0] for line in complaints(page)}
    assert {"color-contrast", "image-alt", "html-has-lang", "landmark-one-main"} <= rules
