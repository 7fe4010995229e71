"""The front page under an editor's hands: by pointer, by keyboard, and without scripts."""

from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now
from playwright.sync_api import expect

from newsroom.models import Board
from tests.factories import make_photo, make_published, make_section, make_user

SIZES = {"narrow": {"width": 320, "height": 700}, "wide": {"width": 1280, "height": 900}}


@pytest.fixture
def stories(live_server):
    section = make_section(name="City", slug="city")
    photo = make_photo()
    return [
        make_published(
            ago=timedelta(hours=n),
            section=section,
            headline=f"Story {n}",
            lead_photo=photo if n == 1 else None,
        )
        for n in range(1, 31)
    ]


@pytest.fixture
def editor(live_server):
    return make_user("Editor", first_name="Ana")


def slot(page, place):
    return page.locator(f'[data-slot="{place}"]')


def lead_of_readers(page):
    page.goto("/")
    return page.locator(".lead h2").first


def press(page, label):
    page.locator(".submit-row").get_by_role("button", name=label, exact=True).click()


def test_a_story_is_dragged_to_the_lead_previewed_put_live_and_undone(as_user, page, stories, editor):
    desk = as_user(editor, viewport=SIZES["wide"])
    desk.goto("/admin/board/")
    handle = slot(desk, "1:1").locator("[data-grip]")
    handle.scroll_into_view_if_needed()
    source, goal = handle.bounding_box(), slot(desk, "0:0").locator(".n").bounding_box()
    desk.mouse.move(source["x"] + 8, source["y"] + 8)
    desk.mouse.down()
    desk.mouse.move(goal["x"] + 60, goal["y"] + 10, steps=8)
    expect(slot(desk, "0:0")).to_have_class("slot auto is-target")
    desk.mouse.up()
    expect(slot(desk, "0:0")).to_contain_text("Story 3")
    expect(desk.locator("[data-said]")).to_have_text("Story 3 stands at Lead 1.")
    expect(lead_of_readers(page)).to_have_text("Story 1")
    press(desk, "Preview")
    expect(desk.locator(".lead h2").first).to_have_text("Story 3")
    desk.goto("/admin/board/")
    press(desk, "Put this front live")
    expect(desk.locator(".told")).to_contain_text("Readers see this edition.")
    expect(lead_of_readers(page)).to_have_text("Story 3")
    press(desk, "Undo what is live")
    expect(lead_of_readers(page)).to_have_text("Story 1")
    assert desk.complaints == []


def test_it_is_moved_by_keyboard_and_every_step_is_said(as_user, stories, editor):
    desk = as_user(editor)
    desk.goto("/admin/board/")
    said = desk.locator("[data-said]")
    slot(desk, "1:0").locator("[data-grip]").focus()
    desk.keyboard.press("Enter")
    expect(said).to_contain_text("Picked up: Story 2")
    desk.keyboard.press("ArrowUp")
    expect(said).to_have_text("Lead 1, now: Story 1")
    desk.keyboard.press("Escape")
    expect(said).to_have_text("Left where it was.")
    desk.keyboard.press("Enter")
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("Enter")
    expect(said).to_have_text("Story 2 stands at Lead 1.")
    expect(slot(desk, "0:0").locator("[data-grip]")).to_be_focused()
    lead = Board.objects.get().draft_content["blocks"][0]["slots"][0]
    assert lead["article"] == stories[1].pk
    assert desk.complaints == []


def test_a_story_is_found_and_put_down_from_the_list(as_user, stories, editor):
    desk = as_user(editor)
    desk.goto("/admin/board/")
    desk.get_by_label("Find a story").fill("Story 30")
    desk.keyboard.press("Enter")
    offer = desk.locator("[data-story]")
    expect(offer).to_have_count(1)
    offer.locator("[data-grip]").press("Enter")
    desk.keyboard.press("Enter")
    expect(slot(desk, "0:0")).to_contain_text("Story 30")
    assert desk.complaints == []


def test_all_of_it_works_without_scripts(as_user, plain_page, stories, editor):
    desk = as_user(editor, scripts=False)
    desk.goto("/admin/board/")
    desk.get_by_role("button", name="Move up: Story 2").click()
    expect(slot(desk, "0:0")).to_contain_text("Story 2")
    desk.locator("[data-story]").first.get_by_role("radio").check()
    words = desk.locator("[data-story]").first.get_attribute("data-words")
    desk.get_by_label("Place it at").select_option("0:0")
    desk.get_by_role("button", name="Place", exact=True).click()
    expect(slot(desk, "0:0")).to_contain_text(words)
    slot(desk, "0:0").locator("summary").click()
    slot(desk, "0:0").get_by_label("Headline here").fill("Shorter here")
    slot(desk, "0:0").get_by_role("button", name="Save draft").click()
    press(desk, "Put this front live")
    expect(lead_of_readers(plain_page)).to_have_text("Shorter here")


def test_an_edition_goes_live_at_its_time_with_nothing_running(as_user, page, stories, editor):
    desk = as_user(editor)
    desk.goto("/admin/board/")
    desk.get_by_role("button", name="Move up: Story 2").click()
    expect(slot(desk, "0:0")).to_contain_text("Story 2")
    desk.locator(".submit-row summary").click()
    desk.get_by_label("Goes live").fill(f"{localtime(now() + timedelta(hours=1)):%Y-%m-%dT%H:%M}")
    desk.get_by_role("button", name="Schedule this edition").click()
    expect(desk.locator(".told")).to_contain_text("It goes live")
    expect(lead_of_readers(page)).to_have_text("Story 1")
    Board.objects.update(goes_live_at=now() - timedelta(seconds=1))
    expect(lead_of_readers(page)).to_have_text("Story 2")


@pytest.mark.parametrize("size", SIZES)
def test_nothing_scrolls_sideways(as_user, stories, editor, size):
    desk = as_user(editor, viewport=SIZES[size])
    for place in ("/admin/board/", "/admin/board/city/", "/admin/board/history/"):
        desk.goto(place)
        wide = desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, (place, size)
    assert desk.complaints == []
