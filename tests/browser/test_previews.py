"""A story seen before readers see it: beside the form, and by somebody without a login who answers the desk."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from articles.models import PreviewAnswer
from tests import factories
from tests.browser import desk_moves as desk
from tests.browser.test_axe import complaints

WIDE = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 320, "height": 640}}


@pytest.fixture
def editor(groups):
    return factories.make_user("Editor", first_name="Ana", last_name="Duarte")


@pytest.fixture
def story(editor):
    section = factories.make_section(name="Harbour")
    story = factories.make_article(headline="The lamp is lit", section=section, created_by=editor)
    story.save_draft(story.draft_content | {"body": "<p>After nine years.</p>"}, by=editor)
    return story


def beside(page):
    """What stands in the frame."""
    frame = page.frame_locator(".preview-stage iframe:not(.is-coming)")
    expect(frame.locator("[data-preview-bar]")).to_be_visible()
    return frame


def open_form(page, story):
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    expect(page.locator(".ProseMirror")).to_be_visible()


def test_somebody_without_a_login_approves_what_the_desk_showed_them(as_user, open_page, editor, story):
    page = as_user(editor)
    page.goto(f"/admin/articles/article/{story.pk}/previews/")
    page.get_by_label("For whom").fill("Maren Holt")
    page.get_by_label("Only the version of").check()
    page.get_by_label("One day").check()
    desk.press(page, "Make the link")
    desk.told(page, "The link is made")
    link = page.locator(".link")
    expect(link).to_contain_text("Works until")
    desk.press(page, "Copy")
    expect(link.get_by_role("status")).to_have_text("Copied")
    address = urlsplit(link.get_by_role("textbox").input_value()).path

    outsider = open_page(scripts=False)
    outsider.goto(address)
    expect(outsider.get_by_role("heading", name="The lamp is lit")).to_be_visible()
    expect(outsider.locator(".preview-bar")).to_contain_text("Preview for Maren Holt")
    desk.press(outsider, "Send the note")
    expect(outsider.get_by_role("alert")).to_contain_text("Write a note")
    outsider.get_by_label("Your name").fill("Maren Holt")
    outsider.get_by_label("Your note").fill("It was ten years.")
    desk.press(outsider, "Send the note")
    expect(outsider.get_by_role("status")).to_contain_text("Your note is with the desk")
    outsider.get_by_label("Your name").fill("Maren Holt")
    desk.press(outsider, "Approve this version")
    expect(outsider.get_by_role("status")).to_contain_text("you approve")
    assert PreviewAnswer.objects.count() == 2

    story.save_draft(story.draft_content | {"headline": "The lamp is out"}, by=editor)
    page.reload()
    expect(link).to_contain_text("Maren Holt approved the version of")
    expect(link).to_contain_text("1 version came since")
    expect(link).to_contain_text("It was ten years.")
    desk.press(page, "Revoke")
    desk.told(page, "Revoked.")
    outsider.goto(address)
    expect(outsider.get_by_role("heading", name="This link no longer works")).to_be_visible()
    expect(outsider.locator("body")).not_to_contain_text("lamp")
    assert page.complaints == outsider.complaints == []


def test_what_is_typed_is_seen_beside_the_form(as_user, editor, story):
    page = as_user(editor, **WIDE)
    open_form(page, story)
    button = page.get_by_role("button", name="Preview", exact=True)
    button.click()
    panel = page.get_by_role("dialog", name="Preview")
    expect(panel).to_be_visible()
    expect(beside(page).locator("h1")).to_have_text("The lamp is lit")
    desk.line(page, "headline").fill("The lamp is lit again")
    expect(beside(page).locator("h1")).to_have_text("The lamp is lit again")
    expect(beside(page).locator("[data-preview-bar]")).to_contain_text("not saved")
    for width in ("Tablet", "Full width", "Phone"):
        panel.get_by_label(width).check()
        expect(page.locator(".preview-stage iframe")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    desk.press(page, "Save draft")
    desk.told(page, "Saved")
    # It is remembered, and takes nothing from whoever writes.
    expect(beside(page).locator("h1")).to_have_text("The lamp is lit again")
    panel.get_by_label("Phone").focus()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()
    page.reload()
    expect(panel).to_be_hidden()
    assert page.complaints == []


def test_on_a_phone_it_covers_the_form_and_is_left_again(as_user, editor, story):
    page = as_user(editor, **PHONE)
    open_form(page, story)
    button = page.get_by_role("button", name="Preview", exact=True)
    button.click()
    panel = page.get_by_role("dialog", name="Preview")
    expect(beside(page).locator("h1")).to_have_text("The lamp is lit")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()


def test_without_scripts_it_opens_in_a_tab(as_user, editor, story):
    page = as_user(editor, scripts=False)
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    desk.line(page, "headline").fill("Typed and not saved")
    with page.expect_popup() as opened:
        desk.press(page, "Preview")
    expect(opened.value.get_by_role("heading", name="Typed and not saved")).to_be_visible()
    assert re.search(r"/preview/$", opened.value.url)


@pytest.mark.parametrize("look", [WIDE | {"color_scheme": "light"}, PHONE | {"color_scheme": "dark"}])
def test_none_of_it_has_an_error(as_user, open_page, editor, story, look):
    page, outsider = (
        opened(bypass_csp=True, **look) for opened in (lambda **o: as_user(editor, **o), open_page)
    )
    link = story.share(by=editor, made_for="Maren Holt")
    link.answer("approval", name="Maren Holt", text="Good.", revision=story.draft_revision)
    story.share(by=editor).revoke(by=editor)
    found = {}
    for tab, address in (
        (page, f"/admin/articles/article/{story.pk}/previews/"),
        (page, f"/admin/articles/article/{story.pk}/preview/"),
        (outsider, link.get_absolute_url()),
        (outsider, "/preview/never/"),
    ):
        tab.goto(address)
        found[address] = complaints(tab)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    outsider.goto(link.get_absolute_url())
    desk.press(outsider, "Send the note")
    found["refused"] = complaints(outsider)
    open_form(page, story)
    page.get_by_role("button", name="Preview", exact=True).click()
    beside(page)
    # The form has a test of its own.
    found["beside"] = [line for line in complaints(page) if "preview" in line]
    assert {state: wrong for state, wrong in found.items() if wrong} == {}
