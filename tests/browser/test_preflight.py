"""The list of what stands in the way of a story, as it follows what is typed and leads to where that is put right."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.articles.preflight.check_case import WORDS, link_to
from tests.browser.test_axe import complaints


@pytest.fixture
def editor(groups):
    return factories.make_user("Editor", first_name="Ana", last_name="Duarte")


def make_story(editor, **fields):
    fields = {"headline": "The lamp is lit", "section": factories.make_section(name="Harbour"), **fields}
    return factories.make_article(created_by=editor, **fields)


def open_form(page, story):
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    expect(page.locator(".ProseMirror")).to_be_visible()
    return page.locator("[data-preflight]")


def test_it_follows_what_is_typed(as_user, editor):
    page = as_user(editor)
    box = open_form(page, make_story(editor, body=WORDS))
    expect(box.locator("h2")).to_contain_text("to look at")
    page.locator("#id_headline").fill("")
    expect(box.locator("h2")).to_contain_text("1 thing stops it")
    expect(box.locator("[data-said]")).to_contain_text("1 thing stops it")
    page.locator("#id_headline").fill("Back")
    expect(box.locator("h2")).not_to_contain_text("stops it")
    assert page.complaints == []


def test_it_leads_to_the_field_and_to_the_text(as_user, editor):
    page = as_user(editor)
    box = open_form(page, make_story(editor, body=link_to("/nowhere/")))
    box.get_by_role("link", name="the tide tables").click()
    expect(page.locator(".ProseMirror")).to_be_focused()
    box.get_by_role("link", name="no standfirst").click()
    expect(page.locator("#id_standfirst")).to_be_focused()
    assert page.complaints == []


def test_a_story_begun_on_an_empty_form_is_told_of_too(as_user, editor):
    page = as_user(editor)
    page.goto("/admin/articles/article/add/")
    page.locator("#id_headline").fill("New")
    expect(page.locator("[data-preflight] h2")).to_contain_text("2 things stop it")
    assert page.complaints == []


def test_a_picture_that_was_put_right_beside_it_is_asked_for_again(as_user, editor):
    page = as_user(editor)
    box = open_form(page, make_story(editor, body=WORDS, lead_photo=factories.make_photo(credit="")))
    with page.context.expect_page() as opened:
        box.get_by_role("link", name="Open the picture").click()
    picture = opened.value
    picture.locator("#id_credit").fill("Photograph: Maren Holt")
    picture.locator("[name=_save]").first.click()
    picture.wait_for_load_state()
    picture.close()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(box).not_to_contain_text("no credit")
    assert page.complaints == []


def test_nothing_in_it_is_closed_to_anybody(as_user, editor):
    page = as_user(editor, viewport={"width": 320, "height": 700})
    open_form(page, make_story(editor, body=link_to("/nowhere/")))
    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
