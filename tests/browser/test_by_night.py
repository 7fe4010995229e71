"""The dark scheme: the reader's system asks for it, and at the desk the button at the head of the page."""

import re

import pytest
from playwright.sync_api import expect

from tests import factories

# How light the page is behind the words, and the words upon it, from 0 to 1.
LIGHT = """() => {
  const light = (colour) => {
    const dot = new OffscreenCanvas(1, 1).getContext("2d")
    dot.fillStyle = colour
    dot.fillRect(0, 0, 1, 1)
    const [red, green, blue] = dot.getImageData(0, 0, 1, 1).data
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
  }
  const { backgroundColor, color } = getComputedStyle(document.body)
  return { paper: light(backgroundColor), ink: light(color) }
}"""


def is_night(page):
    seen = page.evaluate(LIGHT)
    assert abs(seen["paper"] - seen["ink"]) > 0.6, seen
    return seen["paper"] < seen["ink"]


def test_the_paper_follows_the_readers_system(open_page):
    story = factories.make_published(lead_photo=factories.make_photo())
    page = open_page(color_scheme="light")
    for place in ("/", "/latest/", story.get_absolute_url(), "/nowhere/at/all/"):
        page.goto(place)
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            assert is_night(page) == (scheme == "dark"), f"{place} {scheme}"
    assert page.complaints == []


def test_the_browsers_own_parts_follow_too(open_page):
    page = open_page(color_scheme="dark")
    page.goto(factories.make_published().get_absolute_url())
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light dark"
    field = page.get_by_label("Your comment")
    expect(field).not_to_have_css("background-color", re.compile(r"rgb\(2[45]\d"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_follows_the_system_until_its_button_says_otherwise(as_user, scheme):
    page = as_user(factories.make_user("Editor"), color_scheme=scheme)
    page.goto("/admin/")
    assert is_night(page) == (scheme == "dark")
    page.locator("button.theme-toggle:visible").click()
    for place in ("/admin/", "/admin/articles/article/add/"):
        page.goto(place)
        assert is_night(page) == (scheme == "light"), place
    assert page.complaints == []
