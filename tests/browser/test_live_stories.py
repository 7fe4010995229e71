"""A story that readers see: a newer draft behind it, an update with a word for readers, a fix, a plan, and its end."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now
from playwright.sync_api import expect

from articles.models import Article
from tests import factories
from tests.browser import desk_moves as desk

NOTE = "The ferry sails at nine, not at eight."


@pytest.fixture
def story(groups):
    section = factories.make_section(name="Harbour", slug="harbour")
    return factories.make_published(headline="The ferry", body="<p>At eight.</p>", section=section)


@pytest.fixture
def editing(as_user, story):
    """An editor's page with the form of the story."""
    page = as_user(factories.make_user("Editor", username="editor"))
    desk.open_story(page, story)
    yield page
    assert page.complaints == []


def stored(story):
    return Article.objects.get(pk=story.pk)


def body(page, story):
    """The text that a reader sees at the next request."""
    page.goto(story.get_absolute_url())
    return page.locator(".body")


def test_a_save_makes_a_newer_draft_and_readers_see_what_they_saw(editing, story, page):
    desk.write_over(editing, "At nine.")
    editing.keyboard.press("Control+s")
    desk.told(editing, "Readers still see the text that is live.")
    expect(editing.locator(".version")).to_contain_text("This is the newer draft by editor")
    expect(desk.text_of(editing)).to_have_text("At nine.")
    texts = editing.locator(".versions")
    expect(texts.locator("li")).to_contain_text(["Live text", "Newer draft"])
    texts.get_by_role("link", name="Compare").click()
    expect(editing.locator("main ins").filter(has_text="nine")).to_be_visible()
    expect(body(page, story)).to_have_text("At eight.")


def test_an_update_asks_first_what_kind_of_change_it_is(editing, story, page):
    desk.write_over(editing, "At nine.")
    expect(editing.get_by_label("Note for readers")).to_be_hidden()
    desk.press(editing, "Update live story")
    expect(editing.get_by_role("radio", name="Minor")).to_be_focused()
    expect(editing.get_by_text("Choose one, then press again.")).to_be_visible()
    assert not stored(story).revisions.exclude(kind="autosave").exists()
    editing.keyboard.press("Space")
    expect(editing.get_by_label("Note for readers")).to_be_hidden()
    editing.keyboard.press("ArrowDown")
    expect(editing.get_by_role("radio", name="Update")).to_be_checked()
    desk.press(editing, "Update live story")
    desk.told(editing, "Updated. Readers see it now.")
    expect(body(page, story)).to_have_text("At nine.")
    expect(page.locator("main")).to_contain_text("Updated")
    assert not stored(story).corrections.exists()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_correction_stands_at_the_story_and_on_the_page_of_corrections(as_user, story, page, scripts):
    editing = as_user(factories.make_user("Editor"), scripts=scripts)
    desk.open_story(editing, story, scripts=scripts)
    desk.write_over(editing, "At nine.", scripts=scripts)
    desk.say_what_changed(editing, "Correction")
    with editing.expect_navigation() as answer:
        desk.press(editing, "Update live story")
    assert answer.value.status == 422
    expect(editing.locator(".problem")).to_be_focused()
    editing.locator(".problem").get_by_role("link", name="Note for readers").click()
    expect(editing.get_by_label("Note for readers")).to_be_focused()
    expect(editing.get_by_role("radio", name="Correction")).to_be_checked()
    expect(body(page, story)).to_have_text("At eight.")

    desk.say_what_changed(editing, "Correction", NOTE)
    desk.press(editing, "Update live story")
    desk.told(editing, "Updated. Readers see it now.")
    desk.read_it(editing)
    expect(editing.locator(".body").first).to_have_text("At nine.")
    expect(editing.locator("main")).to_contain_text(NOTE)
    page.goto("/corrections/")
    expect(page.locator("article.correction")).to_contain_text(NOTE)
    page.get_by_role("link", name="The ferry").click()
    expect(page.locator(":target")).to_contain_text(NOTE)
    assert editing.complaints == page.complaints == []


def test_a_fix_goes_live_and_into_the_draft_that_waits(editing, story, page):
    desk.write_over(editing, "At eight.", "A new paragraph that is not finished.")
    desk.press(editing, "Save draft")
    desk.told(editing, "Saved.")
    editing.get_by_role("link", name="Fix the live text instead").click()
    expect(editing.locator(".version")).to_contain_text("You are fixing the text readers see.")
    expect(desk.text_of(editing)).to_have_text("At eight.")
    desk.write_over(editing, "At nine.")
    editing.keyboard.press("Control+s")
    expect(editing.locator("[data-note]")).to_contain_text("press “Put this fix live”")
    desk.say_what_changed(editing, "Minor")
    desk.press(editing, "Put this fix live")
    desk.told(editing, "Updated. Readers see it now.")
    expect(editing.locator(".version")).to_contain_text("This is the newer draft")
    expect(desk.text_of(editing).locator("p")).to_have_text(
        ["At nine.", "A new paragraph that is not finished."]
    )
    expect(body(page, story)).to_have_text("At nine.")


def test_an_update_is_planned_said_in_a_sentence_and_taken_back(editing, story, page):
    desk.write_over(editing, "At nine.")
    schedule = editing.locator(".submit-row [name=_schedule_update]")
    expect(schedule).to_be_hidden()
    tomorrow = localtime(now() + timedelta(days=1))
    editing.get_by_label("Update goes out").fill(f"{tomorrow:%Y-%m-%dT%H:%M}")
    expect(schedule).to_have_text(re.compile("^Update at "))
    expect(schedule).to_have_class(re.compile("primary"))
    schedule.click()
    expect(editing.get_by_role("radio", name="Minor")).to_be_focused()
    desk.say_what_changed(editing, "Update")
    schedule.click()
    desk.told(editing, "Until then readers see what they see now.")
    expect(editing.locator(".sentence")).to_contain_text(f"update goes out {tomorrow:%a %H:%M}")
    expect(body(page, story)).to_have_text("At eight.")

    row = editing.locator(".versions li").filter(has_text="Update")
    expect(row).to_contain_text(f"{tomorrow:%a %H:%M}")
    row.get_by_role("button", name="Take back").click()
    desk.told(editing, "The update is not scheduled any more. Its words are kept.")
    expect(editing.locator(".sentence")).not_to_contain_text("update goes out")
    expect(desk.text_of(editing)).to_have_text("At nine.")
    assert stored(story).update_at is None


def test_a_withdrawn_story_answers_that_it_is_gone_and_may_come_back(editing, story, page):
    expect(body(page, story)).to_have_text("At eight.")
    editing.locator("summary").filter(has_text="Withdraw…").click()
    editing.get_by_label("Why?").fill("The figures were wrong.")
    editing.get_by_label("Notice at its address").fill("This story mixed up two ferries.")
    desk.press(editing, "Withdraw this story")
    desk.told(editing, "Withdrawn.")
    assert page.goto(story.get_absolute_url()).status == 410
    expect(page.get_by_role("heading", level=1)).to_have_text("This story has been withdrawn")
    expect(page.locator("main")).to_contain_text("This story mixed up two ferries.")
    for unsaid in ("The figures were wrong.", "At eight."):
        expect(page.locator("body")).not_to_contain_text(unsaid)

    desk.press(editing, "Publish again")
    desk.told(editing, "Published.")
    expect(body(page, story)).to_have_text("At eight.")
    assert page.complaints == []


def test_an_embargo_stops_whoever_presses(as_user, groups, page):
    factories.make_section(name="Harbour", slug="harbour")
    draft = factories.make_article(headline="Not yet", section=factories.make_section())
    editing = as_user(factories.make_user("Editor"))
    desk.open_story(editing, draft)
    editing.locator("summary").filter(has_text="Embargo").click()
    tomorrow = localtime(now() + timedelta(days=1))
    editing.get_by_label("Embargo until").fill(f"{tomorrow:%Y-%m-%dT%H:%M}")
    desk.press(editing, "Publish now")
    expect(editing.locator(".problem")).to_contain_text("Embargo until")
    desk.press(editing, "Save draft")
    expect(editing.locator(".sentence")).to_contain_text("embargo until")
    assert not Article.objects.published().exists()
