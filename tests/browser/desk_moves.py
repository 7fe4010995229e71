"""What hands do at the desk, for the tests that write a story; each move waits until the page has followed."""

import re

from playwright.sync_api import expect


def log_in(page, user):
    """Through the page a person sees; factories make the password of the user name."""
    page.goto("/admin/")
    page.get_by_label("User name").fill(user.username)
    page.get_by_label("Password").fill(user.username)
    page.locator("button.primary").click()
    expect(page.locator("#departments")).to_be_visible()


def open_empty_form(page):
    page.get_by_role("link", name="Write", exact=True).click()
    expect(page.locator(".ProseMirror")).to_be_visible()


def line(page, name):
    """One of the three lines above the text."""
    return page.locator(f"textarea[name={name}]")


def text_of(page):
    return page.get_by_role("textbox", name="Text", exact=True)


def type_text(page, paragraphs, *, key_by_key=False):
    """Write into the text; ``key_by_key`` presses a key for each letter, which takes as many times as long."""
    text_of(page).click()
    for number, paragraph in enumerate(paragraphs):
        if number:
            page.keyboard.press("Enter")
        if key_by_key:
            page.keyboard.type(paragraph)
        else:
            page.keyboard.insert_text(paragraph)
    expect(text_of(page).locator("p")).to_have_count(len(paragraphs))


def pick(page, picker, typed, found):
    """Choose a byline, a tag or a picture by a few letters of it."""
    field = page.get_by_role("combobox", name=picker)
    field.click()
    field.press_sequentially(typed)
    box = page.locator(".picks").filter(has=field)
    box.locator("[role=option]").filter(has_text=found).click()
    expect(box.locator(".chosen li").filter(has_text=found)).to_be_visible()


def press(page, label):
    page.get_by_role("button", name=label, exact=True).click()


def told(page, words):
    """The line with which the desk answers a press."""
    expect(page.locator(".told")).to_contain_text(words)


def read_it(page):
    """Follow the way that the desk offers to the story's public page; the address is returned."""
    page.locator(".told a").click()
    expect(page).to_have_url(re.compile(r"/\d{4}/\d\d/\d\d/"))
    return page.url


def open_story(page, story, query="", *, scripts=True):
    """The form of a story, once it can be written in."""
    page.goto(f"/admin/articles/article/{story.pk}/change/{query}")
    expect(page.locator(".ProseMirror")).to_have_count(int(scripts))


def write_over(page, *paragraphs, scripts=True):
    """Put these paragraphs in the place of the text; without scripts it is a field of markup."""
    if not scripts:
        text_of(page).fill("".join(f"<p>{words}</p>" for words in paragraphs))
        return
    text_of(page).press("Control+a")
    for number, words in enumerate(paragraphs):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.insert_text(words)
    expect(text_of(page).locator("p")).to_have_text(paragraphs)


def say_what_changed(page, kind, note=""):
    """Choose what kind of change it is, with the note it owes readers."""
    page.get_by_role("radio", name=kind).check()
    if note:
        page.get_by_label("Note for readers").fill(note)
