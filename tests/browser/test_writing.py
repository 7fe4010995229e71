"""The desk in a browser: what its scripts promise to whoever writes, and the whole way of a story."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now
from playwright.sync_api import expect

from articles.models import Article
from tests import factories
from tests.browser import desk_moves as desk
from tests.browser.desk_pages import desk_pages

PARAGRAPHS = [f"Paragraph {number} of the story about the harbour." for number in range(1, 6)]


@pytest.fixture(autouse=True)
def harbour():
    """The one section, there before any form is opened."""
    return factories.make_section(name="Harbour", slug="harbour")


@pytest.fixture
def editor():
    return factories.make_user("Editor", username="editor")


@pytest.fixture
def writing(as_user, editor):
    """An editor's page with an empty form."""
    page = as_user(editor)
    page.goto("/admin/")
    desk.open_empty_form(page)
    yield page
    assert page.complaints == []


def form_of(page, story):
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    expect(page.locator(".ProseMirror")).to_be_visible()


def test_the_counter_follows_the_headline_and_warns_when_it_is_long(writing):
    counter = writing.locator(".field-headline .count")
    expect(counter).to_be_empty()
    desk.line(writing, "headline").fill("Ferry 🚢 sails")
    expect(counter).to_have_text("13 of 90")
    desk.line(writing, "headline").fill("x" * 91)
    expect(counter).to_have_class(re.compile(r"\bover\b"))
    desk.line(writing, "headline").fill("x" * 201)
    expect(counter).to_have_text("201 characters: 200 is the most")


def test_the_browser_asks_before_a_changed_form_is_left(writing):
    asked = []
    writing.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    desk.line(writing, "headline").press_sequentially("Not lost")
    expect(writing.locator("[data-note]")).to_have_text("Not saved yet")
    writing.close(run_before_unload=True)
    writing.get_by_role("combobox", name="Tags").wait_for()
    assert asked == ["beforeunload"]


def test_nothing_is_asked_when_a_form_was_not_changed(writing):
    asked = []
    writing.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    writing.get_by_role("link", name="Stories", exact=True).first.click()
    expect(writing).to_have_url(re.compile(r"/article/$"))
    assert asked == []


def test_control_and_s_saves_a_draft(writing):
    desk.line(writing, "headline").fill("Saved by two keys")
    writing.keyboard.press("Control+s")
    desk.told(writing, "Saved.")
    expect(desk.line(writing, "headline")).to_have_value("Saved by two keys")
    assert Article.objects.get().headline == "Saved by two keys"


def test_the_schedule_button_says_the_time_that_was_given(writing):
    schedule = writing.locator(".submit-row [name=_schedule]")
    publish = writing.locator(".submit-row [name=_publish]")
    expect(schedule).to_be_hidden()
    expect(publish).to_have_class(re.compile("primary"))
    writing.get_by_label("Goes out").fill("2099-11-24T06:00")
    expect(schedule).to_have_text("Schedule for Tue 24 Nov 2099 06:00")
    expect(schedule).to_have_class(re.compile("primary"))
    writing.get_by_label("Goes out").fill("2099-11-24T07:30")
    expect(schedule).to_have_text("Schedule for Tue 24 Nov 2099 07:30")
    writing.get_by_label("Goes out").fill("")
    expect(schedule).to_be_hidden()


def test_a_scheduled_story_stays_unseen(writing, page):
    desk.line(writing, "headline").fill("Tomorrow's ferry")
    desk.type_text(writing, PARAGRAPHS[:1])
    writing.get_by_label("Section", exact=True).select_option(label="Harbour")
    tomorrow = localtime(now() + timedelta(days=1))
    writing.get_by_label("Goes out").fill(f"{tomorrow:%Y-%m-%dT%H:%M}")
    writing.get_by_role("button", name=re.compile("^Schedule for")).click()
    desk.told(writing, "Scheduled: goes out")
    page.goto("/latest/")
    expect(page.locator("main")).not_to_contain_text("Tomorrow's ferry")


def test_a_refused_publish_keeps_the_text_and_leads_to_what_is_missing(writing):
    desk.line(writing, "headline").fill("No section chosen")
    desk.type_text(writing, PARAGRAPHS)
    desk.press(writing, "Publish now")
    desk.told(writing, "Saved, but it cannot go on yet")
    expect(desk.text_of(writing).locator("p")).to_have_text(PARAGRAPHS)
    expect(desk.line(writing, "headline")).to_have_value("No section chosen")
    writing.locator(".told a").click()
    expect(writing.get_by_label("Section", exact=True)).to_be_focused()
    assert not Article.objects.published().exists()


def test_a_missing_text_is_reached_by_its_link(writing):
    desk.line(writing, "headline").fill("No text written")
    writing.get_by_label("Section", exact=True).select_option(label="Harbour")
    desk.press(writing, "Publish now")
    expect(writing.locator(".ProseMirror")).to_be_visible()
    writing.locator(".told a").click()
    expect(writing).to_have_url(re.compile("#id_body$"))
    expect(desk.text_of(writing)).to_be_in_viewport()


def test_a_reporter_submits_and_an_editor_publishes(as_user, editor, page):
    reporter = as_user(factories.make_user("Reporter", username="reporter"))
    reporter.goto("/admin/")
    desk.open_empty_form(reporter)
    expect(reporter.get_by_role("button", name="Publish now")).to_have_count(0)
    desk.line(reporter, "headline").fill("Read by two pairs of eyes")
    desk.type_text(reporter, PARAGRAPHS)
    reporter.get_by_label("Section", exact=True).select_option(label="Harbour")
    desk.press(reporter, "Submit for review")
    desk.told(reporter, "Submitted for review.")

    editing = as_user(editor)
    editing.goto("/admin/")
    editing.get_by_role("link", name="Read by two pairs of eyes").first.click()
    expect(editing.locator(".ProseMirror p")).to_have_text(PARAGRAPHS)
    desk.press(editing, "Publish now")
    desk.told(editing, "Published.")
    page.goto("/")
    page.get_by_role("link", name="Read by two pairs of eyes").first.click()
    expect(page.locator(".body > p")).to_have_text(PARAGRAPHS)
    assert reporter.complaints == editing.complaints == page.complaints == []


def test_a_withdrawn_story_answers_that_it_is_gone(as_user, editor, page):
    story = factories.make_published(headline="Taken down")
    editing = as_user(editor)
    form_of(editing, story)
    editing.locator("summary").filter(has_text="Withdraw…").click()
    editing.locator("#id_reason").fill("The figures were wrong.")
    desk.press(editing, "Withdraw this story")
    desk.told(editing, "Withdrawn.")
    assert page.goto(story.get_absolute_url()).status == 410
    expect(page.get_by_role("heading", level=1)).to_have_text("This story has been withdrawn")
    expect(page.locator("body")).not_to_contain_text("The figures were wrong.")
    expect(page.locator("body")).not_to_contain_text("Taken down")
    assert editing.complaints == page.complaints == []


def test_a_live_story_is_updated_by_its_button(as_user, editor, page):
    story = factories.make_published(body="<p>Before.</p>")
    editing = as_user(editor)
    form_of(editing, story)
    desk.text_of(editing).press("Control+a")
    editing.keyboard.insert_text("After.")
    editing.keyboard.press("Control+s")
    expect(editing.locator("[data-note]")).to_contain_text("press “Update live story”")
    desk.press(editing, "Update live story")
    desk.told(editing, "Updated. Readers see it now.")
    page.goto(story.get_absolute_url())
    expect(page.locator(".body")).to_have_text("After.")
    assert editing.complaints == []


def test_no_page_of_the_desk_breaks_the_policy_or_misses_a_file(as_user):
    chief, addresses = desk_pages()
    page, found = as_user(chief), {}
    for name, address in addresses.items():
        assert page.goto(address).status == 200, name
        # The editor's code is fetched after everything else.
        if page.locator("[data-editor]").count():
            expect(page.locator(".ProseMirror")).to_be_visible()
        if page.complaints:
            found[name] = list(page.complaints)
        page.complaints.clear()
    assert found == {}


def test_a_story_is_written_and_published_without_scripts(as_user, editor, page):
    """The editor's code may fail to load: the same form is then plain fields."""
    writing = as_user(editor, scripts=False)
    writing.goto("/admin/articles/article/add/")
    desk.line(writing, "headline").fill("Plain fields")
    desk.text_of(writing).fill("<p>One.</p><p>Two.</p>")
    writing.get_by_label("Section", exact=True).select_option(label="Harbour")
    writing.get_by_label("Tags", exact=True).fill("ferries, tides")
    desk.press(writing, "Publish now")
    desk.told(writing, "Published.")
    page.goto(desk.read_it(writing))
    expect(page.locator(".body > p")).to_have_text(["One.", "Two."])
    expect(page.locator(".tags a")).to_have_text(["ferries", "tides"])


def lead_picture(page):
    """The picture over the story, once it has come."""
    page.wait_for_function("document.querySelector('.lead-photo img').naturalWidth > 0")
    return page.locator(".lead-photo img")


def test_five_paragraphs_and_a_picture_of_the_library_are_live_after_eleven_actions(page, editor):
    """An action is one field filled, one choice or one press; typing a paragraph is writing and not counted."""
    factories.make_author(name="Lin Mei", user=editor)
    factories.make_photo(alt="A blue square in the harbour")
    page.goto("/admin/")
    picture = page.get_by_role("combobox", name="Lead picture")
    actions = [
        lambda: page.get_by_label("User name").fill(editor.username),
        lambda: page.get_by_label("Password").fill(editor.username),
        lambda: desk.press(page, "Sign in"),
        lambda: desk.open_empty_form(page),
        lambda: desk.line(page, "headline").fill("The blue square"),
        lambda: desk.line(page, "standfirst").fill("It came in with the tide."),
        lambda: desk.type_text(page, PARAGRAPHS),
        lambda: page.get_by_label("Section", exact=True).select_option(label="Harbour"),
        lambda: picture.press_sequentially("blue"),
        lambda: page.get_by_role("option", name="A blue square").click(),
        lambda: desk.press(page, "Publish now"),
    ]
    for act in actions:
        act()
    assert len(actions) <= 11
    desk.told(page, "Published.")
    desk.read_it(page)
    expect(page.locator(".body > p")).to_have_text(PARAGRAPHS)
    # The byline of whoever is logged in came by itself.
    expect(page.locator(".bylines a")).to_have_text("Lin Mei")
    expect(lead_picture(page)).to_have_attribute("alt", "A blue square in the harbour")
    assert page.complaints == []


def test_a_new_picture_is_uploaded_beside_the_story_with_four_actions(writing):
    """So a story with one of its own takes two more than one with a picture of the library."""
    file = factories.picture_file(1200, 800)
    upload = {"name": "tide.jpg", "mimeType": "image/jpeg", "buffer": file.read()}
    desk.line(writing, "headline").fill("The tide came in")
    desk.type_text(writing, PARAGRAPHS)
    writing.get_by_label("Section", exact=True).select_option(label="Harbour")
    with writing.expect_popup() as opened:
        writing.get_by_role("link", name="Upload a picture…").click()
    beside = opened.value
    beside.get_by_label("File").set_input_files(upload)
    beside.get_by_label("What it shows").fill("The tide at the quay")
    with beside.expect_event("close"):
        beside.get_by_role("button", name="Save picture").click()
    assert beside.complaints == []
    chosen = writing.locator(".picks").filter(has=writing.get_by_role("combobox", name="Lead picture"))
    expect(chosen.locator(".chosen li")).to_contain_text("The tide at the quay")
    expect(desk.text_of(writing).locator("p")).to_have_text(PARAGRAPHS)
    desk.press(writing, "Publish now")
    desk.told(writing, "Published.")
    desk.read_it(writing)
    expect(lead_picture(writing)).to_have_attribute("alt", "The tide at the quay")
