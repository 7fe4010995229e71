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
    writing.get_by_role("textbox", name="Goes out").fill("2099-11-24T06:00")
    expect(schedule).to_have_text("Schedule for Tue 24 Nov 2099 06:00")
    expect(schedule).to_have_class(re.compile("primary"))
    writing.get_by_role("textbox", name="Goes out").fill("2099-11-24T07:30")
    expect(schedule).to_have_text("Schedule for Tue 24 Nov 2099 07:30")
    writing.get_by_role("textbox", name="Goes out").fill("")
    expect(schedule).to_be_hidden()


def test_a_scheduled_story_stays_unseen(writing, page):
    desk.line(writing, "headline").fill("Tomorrow's ferry")
    desk.type_text(writing, PARAGRAPHS[:1])
    writing.get_by_label("Section", exact=True).select_option(label="Harbour")
    tomorrow = localtime(now() + timedelta(days=1))
    writing.get_by_role("textbox", name="Goes out").fill(f"{tomorrow:%Y-%m-%dT%H:%M}")
    writing.get_by_role("button", name=re.compile("^Schedule for")).click()
    desk.told(writing, "Scheduled: goes out")
    page.goto("/latest/")
    expect(page.locator("main")).not_to_contain_text("Tomorrow's ferry")


def refused(page):
    """Press to publish, and be told why not on the same form."""
    with page.expect_navigation() as answer:
        desk.press(page, "Publish now")
    assert answer.value.status == 422
    problem = page.locator(".problem")
    expect(problem.get_by_role("heading")).to_have_text("Saved as a draft, but")
    expect(problem).to_be_focused()
    return problem


def test_a_refused_publish_keeps_the_text_and_leads_to_what_is_missing(writing):
    desk.line(writing, "headline").fill("No section chosen")
    desk.type_text(writing, PARAGRAPHS)
    problem = refused(writing)
    expect(desk.text_of(writing).locator("p")).to_have_text(PARAGRAPHS)
    expect(desk.line(writing, "headline")).to_have_value("No section chosen")
    expect(writing.locator(".field-section .errorlist")).to_contain_text("no section")
    problem.get_by_role("link", name="Section").click()
    section = writing.get_by_label("Section", exact=True)
    expect(section).to_be_focused()
    expect(section).to_have_accessible_description(re.compile("no section"))
    assert not Article.objects.published().exists()
    section.select_option(label="Harbour")
    desk.press(writing, "Publish now")
    desk.told(writing, "Published.")
    assert Article.objects.published().get().headline == "No section chosen"


def test_a_missing_text_is_reached_by_its_link(writing):
    desk.line(writing, "headline").fill("No text written")
    writing.get_by_label("Section", exact=True).select_option(label="Harbour")
    problem = refused(writing)
    expect(writing.locator(".ProseMirror")).to_be_visible()
    problem.get_by_role("link", name="Text").click()
    expect(desk.text_of(writing)).to_be_in_viewport()


def test_what_does_not_fit_comes_back_with_everything_that_was_typed(writing):
    desk.line(writing, "headline").fill("x" * 201)
    desk.type_text(writing, PARAGRAPHS)
    desk.press(writing, "Save draft")
    problem = writing.locator(".problem")
    expect(problem.get_by_role("heading")).to_have_text("Not saved yet")
    expect(desk.line(writing, "headline")).to_have_value("x" * 201)
    expect(desk.text_of(writing).locator("p")).to_have_text(PARAGRAPHS)
    problem.get_by_role("link", name="Headline").click()
    expect(desk.line(writing, "headline")).to_be_focused()


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
