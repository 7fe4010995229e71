"""Keys at the desk: what they do in a list and on a story, that none fires while one types, and that they can be switched off."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import make_article, make_section, make_user

LIST = "/admin/articles/article/"


@pytest.fixture
def desk(as_user):
    """A page of an editor with three stories, the newest first."""
    section = make_section(name="Harbour")
    user = make_user("Editor", first_name="Ana")
    for name in ("Third", "Second", "First"):
        make_article(headline=name, section=section, created_by=user)
    page = as_user(user)
    page.goto(LIST)
    return page


def row(page, name):
    return page.locator("#result_list tbody tr").filter(has_text=name)


def link(page, name):
    return row(page, name).locator("th a")


def help_of(page):
    return page.get_by_role("dialog", name="Keyboard shortcuts")


def test_j_and_k_walk_the_rows_x_chooses_and_o_opens(desk):
    desk.keyboard.press("j")
    expect(link(desk, "First")).to_be_focused()
    desk.keyboard.press("j")
    expect(link(desk, "Second")).to_be_focused()
    desk.keyboard.press("x")
    expect(row(desk, "Second").get_by_role("checkbox")).to_be_checked()
    expect(desk.locator(".action-counter")).to_have_text("1 chosen")
    desk.keyboard.press("k")
    expect(link(desk, "First")).to_be_focused()
    desk.keyboard.press("k")
    expect(link(desk, "First")).to_be_focused()
    desk.keyboard.press("j")
    desk.keyboard.press("x")
    expect(row(desk, "Second").get_by_role("checkbox")).not_to_be_checked()
    desk.keyboard.press("o")
    expect(desk).to_have_url(re.compile(r"/article/\d+/change/"))
    assert desk.complaints == []


def test_enter_opens_the_row_slash_searches_and_n_begins_a_story(desk):
    desk.keyboard.press("/")
    expect(desk.locator("#searchbar")).to_be_focused()
    # In a field a letter is a letter.
    desk.keyboard.type("jxno/?")
    expect(desk.locator("#searchbar")).to_have_value("jxno/?")
    expect(help_of(desk)).to_be_hidden()
    assert desk.url.endswith(LIST)
    desk.locator("h1").click()
    desk.keyboard.press("n")
    expect(desk).to_have_url(re.compile("/article/add/"))
    desk.goto(LIST)
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile(r"/article/\d+/change/"))


def test_keys_of_the_browser_stay_the_browsers(desk):
    for keys in ("Control+j", "Alt+j", "Meta+x", "Alt+Shift+p"):
        desk.keyboard.press(keys)
    expect(desk.locator("#result_list :focus")).to_have_count(0)
    expect(desk.locator(".action-select:checked")).to_have_count(0)


def test_the_help_opens_by_key_and_by_menu_and_takes_the_keys_while_it_is_open(desk):
    desk.keyboard.press("?")
    expect(help_of(desk)).to_be_visible()
    desk.keyboard.press("n")
    desk.keyboard.press("Escape")
    expect(help_of(desk)).to_be_hidden()
    assert desk.url.endswith(LIST)
    desk.locator("#user-tools summary").click()
    desk.get_by_role("button", name="Keyboard shortcuts").click()
    expect(help_of(desk)).to_be_visible()
    desk.get_by_role("button", name="Close", exact=True).click()
    expect(help_of(desk)).to_be_hidden()


def test_they_are_switched_off_and_stay_off(desk):
    desk.keyboard.press("?")
    switch = desk.get_by_label("Use them in this browser")
    expect(switch).to_be_checked()
    switch.uncheck()
    desk.keyboard.press("Escape")
    desk.reload()
    for key in ("j", "n", "?", "x"):
        desk.keyboard.press(key)
    expect(desk.locator("#result_list :focus")).to_have_count(0)
    expect(help_of(desk)).to_be_hidden()
    desk.locator("#user-tools summary").click()
    desk.get_by_role("button", name="Keyboard shortcuts").click()
    expect(switch).not_to_be_checked()
    switch.check()
    desk.keyboard.press("Escape")
    desk.keyboard.press("j")
    expect(link(desk, "First")).to_be_focused()


def test_on_a_story_the_history_opens_by_key_but_not_out_of_a_field(desk):
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    expect(desk.locator(".ProseMirror")).to_be_visible()
    # Whatever the page offers for these keys, they press it.
    desk.evaluate(
        "for (const name of ['history', 'preview']) {"
        "  document.querySelectorAll(`[data-${name}]`).forEach((one) => one.removeAttribute(`data-${name}`));"
        "  const button = document.createElement('button'); button.type = 'button'; button.dataset[name] = '';"
        "  button.addEventListener('click', () => { document.title = name }); document.body.append(button) }"
    )
    title = desk.title()
    for field in ("textarea[name=headline]", ".ProseMirror"):
        desk.locator(field).click()
        desk.keyboard.press("Alt+Shift+H")
        assert desk.title() == title
    desk.locator("#site-name").evaluate("(mark) => document.activeElement.blur()")
    desk.keyboard.press("Alt+Shift+H")
    expect(desk).to_have_title("history")
    desk.keyboard.press("Alt+Shift+P")
    expect(desk).to_have_title("preview")
    # A single letter is no shortcut here.
    desk.keyboard.press("n")
    desk.keyboard.press("j")
    expect(desk).to_have_title("preview")


def test_without_script_nothing_promises_keys(as_user):
    page = as_user(make_user("Editor"), scripts=False)
    page.goto(LIST)
    page.locator("#user-tools summary").click()
    expect(page.get_by_text("Sign out")).to_be_visible()
    expect(page.get_by_role("button", name="Keyboard shortcuts")).to_be_hidden()
