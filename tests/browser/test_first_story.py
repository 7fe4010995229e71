"""From the log-in to a live story with a picture: how many things a new editor has to do.

An action is one field filled, one file or row chosen, or one press; typing five paragraphs is one field.
"""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Photo
from tests import factories
from tests.browser import desk_moves as desk

PARAGRAPHS = [f"Paragraph {number} of the story about the harbour." for number in range(1, 6)]
MOST_ACTIONS = 12


@pytest.fixture(autouse=True)
def harbour():
    return factories.make_section(name="Harbour", slug="harbour")


@pytest.fixture
def editor():
    """New at the paper: a log-in and a byline, and nothing of their own yet."""
    editor = factories.make_user("Editor", username="editor")
    factories.make_author(name="Lin Mei", user=editor)
    return editor


def upload():
    picture = factories.picture_file(1200, 800)
    return {"name": "tide.jpg", "mimeType": "image/jpeg", "buffer": picture.read()}


def lead_picture(page):
    """The picture over the story, once it has come."""
    page.wait_for_function("document.querySelector('.lead-photo img').naturalWidth > 0")
    return page.locator(".lead-photo img")


def chosen_picture(page):
    return page.locator(".field-lead_photo .chosen li")


def beginning(page, editor):
    """The eight actions that have nothing to do with a picture, but the last press."""
    return [
        lambda: page.get_by_label("User name").fill(editor.username),
        lambda: page.get_by_label("Password").fill(editor.username),
        lambda: desk.press(page, "Sign in"),
        lambda: desk.open_empty_form(page),
        lambda: desk.line(page, "headline").fill("The tide came in"),
        lambda: desk.line(page, "standfirst").fill("It brought a blue square."),
        lambda: desk.type_text(page, PARAGRAPHS),
        lambda: page.get_by_label("Section", exact=True).select_option(label="Harbour"),
    ]


def is_live(page, alt):
    desk.told(page, "Published.")
    desk.read_it(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("The tide came in")
    expect(page.locator(".body > p")).to_have_text(PARAGRAPHS)
    # The byline of whoever is logged in came by itself.
    expect(page.locator(".bylines a")).to_have_text("Lin Mei")
    expect(lead_picture(page)).to_have_attribute("alt", alt)


def test_with_a_picture_from_ones_own_disk_it_takes_twelve_actions(page, editor):
    page.goto("/admin/")
    actions = [
        *beginning(page, editor),
        lambda: page.get_by_label("Upload a picture").set_input_files(upload()),
        lambda: page.get_by_label("What it shows").fill("The tide at the quay"),
        lambda: page.get_by_label("Credit").fill("Photograph: Lin Mei"),
        lambda: desk.press(page, "Publish now"),
    ]
    for act in actions:
        act()
    assert len(actions) <= MOST_ACTIONS
    is_live(page, "The tide at the quay")
    expect(page.locator(".lead-photo")).to_contain_text("Photograph: Lin Mei")
    assert page.complaints == []


def test_with_a_picture_of_the_library_it_takes_eleven(page, editor):
    factories.make_photo(alt="A blue square in the harbour")
    page.goto("/admin/")
    actions = [
        *beginning(page, editor),
        lambda: page.get_by_role("combobox", name="Lead picture").press_sequentially("blue"),
        lambda: page.get_by_role("option", name="A blue square").click(),
        lambda: desk.press(page, "Publish now"),
    ]
    for act in actions:
        act()
    assert len(actions) < MOST_ACTIONS
    is_live(page, "A blue square in the harbour")
    assert page.complaints == []


@pytest.fixture
def writing(as_user, editor):
    """The editor's page with an empty form."""
    page = as_user(editor)
    page.goto("/admin/articles/article/add/")
    expect(page.locator(".ProseMirror")).to_be_visible()
    return page


def test_a_picture_is_added_as_soon_as_one_goes_on(writing):
    expect(writing.get_by_label("What it shows")).to_be_hidden()
    writing.get_by_label("Upload a picture").set_input_files(upload())
    expect(writing.get_by_label("What it shows")).to_be_focused()
    writing.keyboard.type("The tide at the quay")
    for _ in range(2):
        writing.keyboard.press("Tab")
    writing.keyboard.type("Photograph: Lin Mei")
    desk.line(writing, "headline").click()
    expect(chosen_picture(writing)).to_contain_text("The tide at the quay")
    expect(writing.get_by_label("What it shows")).to_be_hidden()
    assert Photo.objects.get().credit == "Photograph: Lin Mei"
    assert writing.complaints == []


def test_what_is_wrong_with_a_picture_is_told_beside_it(writing):
    desk.line(writing, "headline").fill("Nothing of this is lost")
    text = {"name": "tide.jpg", "mimeType": "image/jpeg", "buffer": b"no picture at all"}
    writing.get_by_label("Upload a picture").set_input_files(text)
    writing.get_by_label("What it shows").fill("The tide at the quay")
    writing.get_by_label("Credit").fill("Photograph: Lin Mei")
    desk.press(writing, "Save draft")
    file = writing.get_by_label("Upload a picture")
    expect(file).to_be_focused()
    expect(writing.locator(".upload .errorlist")).to_have_count(1)
    expect(file).to_have_attribute("aria-invalid", "true")
    writing.get_by_label("Upload a picture").set_input_files(upload())
    desk.press(writing, "Save draft")
    desk.told(writing, "Saved.")
    expect(desk.line(writing, "headline")).to_have_value("Nothing of this is lost")
    expect(chosen_picture(writing)).to_contain_text("The tide at the quay")


def test_a_picture_without_words_is_asked_about_before_the_story_goes(writing):
    desk.line(writing, "headline").fill("Asked first")
    writing.get_by_label("Upload a picture").set_input_files(upload())
    desk.press(writing, "Save draft")
    expect(writing.locator(".upload [role=status]")).to_contain_text("press again")
    expect(writing.get_by_label("What it shows")).to_be_focused()
    expect(writing.locator(".told li")).to_have_count(0)
    desk.press(writing, "No picture")
    expect(writing.get_by_label("What it shows")).to_be_hidden()
    desk.press(writing, "Save draft")
    desk.told(writing, "Saved.")
    assert not Photo.objects.exists()


def test_without_scripts_the_picture_is_added_on_a_page_of_its_own(as_user, editor):
    page = as_user(editor, scripts=False)
    page.goto("/admin/articles/article/add/")
    expect(page.get_by_label("Upload a picture")).to_be_hidden()
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Upload a picture…").click()
    beside = opened.value
    beside.get_by_label("File").set_input_files(upload())
    beside.get_by_label("What it shows").fill("The tide at the quay")
    beside.get_by_label("Credit").fill("Photograph: Lin Mei")
    beside.get_by_role("button", name="Save picture").click()
    beside.wait_for_load_state()
    page.get_by_role("textbox", name="Lead picture").fill(f"№ {Photo.objects.get().pk}")
    desk.line(page, "headline").fill("Plain fields")
    desk.press(page, "Save draft")
    desk.told(page, "Saved.")
    assert Article.objects.get().lead_photo == Photo.objects.get()
