"""The desk in a browser: what its scripts promise to whoever writes, and the whole way of a story."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now
from playwright.sync_api import expect

from articles.models import Article
from tests import factories
from tests.browser import desk_moves as desk

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
    assert page.locator(".body > p").all_text_contents() == PARAGRAPHS
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


@pytest.mark.parametrize(
    "place",
    [
        "",
        "articles/article/",
        "articles/photo/",
        "articles/photo/add/",
        "articles/author/",
        "articles/section/",
        "articles/tag/",
        "comments/comment/",
        "password_change/",
    ],
)
def test_a_page_of_the_desk_breaks_no_policy(as_user, place):
    story = factories.make_published()
    factories.make_photo()
    factories.make_comment(story)
    page = as_user(factories.make_user("Chief"))
    assert page.goto(f"/admin/{place}", wait_until="networkidle").status == 200
    assert page.complaints == []


def test_five_paragraphs_and_a_picture_are_live_within_fifteen_actions(page, editor):
    """An action is one field filled, one choice or one press; typing a paragraph is writing and not counted."""
    factories.make_author(name="Lin Mei")
    factories.make_photo(alt="A blue square in the harbour")
    desk.log_in(page, editor)  # 1, 2, 3: name, password, button
    desk.open_empty_form(page)  # 4
    desk.line(page, "headline").fill("The blue square")  # 5
    desk.line(page, "standfirst").fill("It came in with the tide.")  # 6
    desk.type_text(page, PARAGRAPHS)  # 7
    page.get_by_label("Section", exact=True).select_option(label="Harbour")  # 8
    desk.pick(page, "Bylines", "Lin", "Lin Mei")  # 9, 10: letters, choice
    desk.pick(page, "Lead picture", "blue", "A blue square in the harbour")  # 11, 12
    desk.press(page, "Publish now")  # 13
    desk.told(page, "Published.")
    desk.read_it(page)
    assert page.locator(".body > p").all_text_contents() == PARAGRAPHS
    picture = page.locator(".lead-photo img")
    expect(picture).to_have_attribute("alt", "A blue square in the harbour")
    page.wait_for_function("document.querySelector('.lead-photo img').naturalWidth > 0")
    assert page.complaints == []
