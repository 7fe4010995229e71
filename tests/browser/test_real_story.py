"""A story that was once printed elsewhere, from the empty form to the comment of a reader.

Its text is not part of this project: where the file is missing the test is skipped and says so.
"""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser import desk_moves as desk

FILE = Path(__file__).resolve().parents[2].parent / "shared" / "seed" / "sweden-and-jumore.txt"
STANDFIRST = "A visit from the embassy, and what the two sides hope for."


@pytest.fixture
def story():
    """The lines of the file: headline, six paragraphs, the neighbours, the two refusals."""
    if not FILE.exists():
        pytest.skip(f"The text of the story is not here: {FILE}")
    lines = [line.strip() for line in FILE.read_text(encoding="utf-8").splitlines() if line.strip()]
    headline, again, *paragraphs, previous, following, no_text, no_name = lines
    assert again == headline and len(paragraphs) == 6
    return {
        "headline": headline,
        "paragraphs": paragraphs,
        "previous": previous.removeprefix("Previous article"),
        "next": following.removeprefix("Next article"),
        "refusals": [no_text, no_name],
    }


def test_a_real_story_goes_from_the_empty_form_to_an_approved_comment(story, page, open_page):
    factories.make_section(name="World", slug="world")
    factories.make_author(name="Lin Mei")
    factories.make_published(headline=story["previous"], ago=timedelta(hours=3))
    address = write_and_publish(page, story)
    factories.make_published(headline=story["next"], ago=timedelta(0))

    reader = open_page()
    reader.goto(address)
    see_the_story(reader, story)

    plain = open_page(scripts=False)
    plain.goto(address)
    be_refused_without_words(plain, story)
    comment_and_be_held(plain)
    for public in (address, f"{address}comments/", "/"):
        reader.goto(public)
        expect(reader.locator("main")).not_to_contain_text("Good news for both sides.")

    approve(open_page())
    reader.goto(address)
    expect(reader.get_by_role("heading", name="1 comment", exact=True)).to_be_visible()
    expect(reader.locator(".comment").get_by_text("Good news for both sides.")).to_be_visible()
    expect(reader.locator(".comment").get_by_role("heading", name="Erik Sjöberg")).to_be_visible()
    assert page.complaints == reader.complaints == plain.complaints == []


def write_and_publish(page, story):
    desk.log_in(page, factories.make_user("Editor", username="editor"))
    desk.open_empty_form(page)
    desk.line(page, "headline").fill(story["headline"])
    desk.line(page, "standfirst").fill(STANDFIRST)
    desk.type_text(page, story["paragraphs"], key_by_key=True)
    page.get_by_label("Section", exact=True).select_option(label="World")
    desk.pick(page, "Bylines", "Lin", "Lin Mei")
    desk.press(page, "Publish now")
    desk.told(page, "Published.")
    return desk.read_it(page)


def see_the_story(reader, story):
    expect(reader.get_by_role("heading", level=1)).to_have_text(story["headline"])
    expect(reader.locator(".standfirst")).to_have_text(STANDFIRST)
    expect(reader.locator(".bylines").get_by_role("link", name="Lin Mei")).to_be_visible()
    assert reader.locator(".body > p").all_text_contents() == story["paragraphs"]
    for rel, label, headline in (
        ("prev", "Previous article", story["previous"]),
        ("next", "Next article", story["next"]),
    ):
        neighbour = reader.locator(f"main a[rel={rel}]")
        expect(neighbour).to_have_accessible_name(f"{label} {headline}")
        answer = reader.request.get(neighbour.get_attribute("href"))
        assert answer.status == 200 and headline in answer.text()


def be_refused_without_words(plain, story):
    with plain.expect_navigation() as answer:
        plain.get_by_role("button", name="Post comment").click()
    assert answer.value.status == 422
    assert plain.title().startswith("Error:")
    summary = plain.locator(".summary")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_text(story["refusals"])
    for sentence, field in zip(story["refusals"], ("Your comment", "Your name"), strict=True):
        summary.get_by_role("link", name=sentence).click()
        expect(plain.get_by_label(field)).to_be_focused()
        expect(plain.get_by_label(field)).to_have_accessible_description(re.compile(re.escape(sentence)))


def comment_and_be_held(plain):
    plain.get_by_label("Your comment").fill("Good news for both sides.")
    plain.get_by_label("Your name").fill("Erik Sjöberg")
    plain.get_by_role("button", name="Post comment").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Your comment has been received")
    expect(plain.get_by_role("status")).to_contain_text("held until an editor has read it")
    expect(plain.get_by_text("Good news for both sides.")).to_be_visible()


def approve(page):
    desk.log_in(page, factories.make_user("Moderator", username="moderator"))
    page.goto("/admin/comments/comment/")
    page.get_by_role("button", name="Approve Erik Sjöberg").click()
    expect(page.get_by_text("Nothing waits here.")).to_be_visible()
    assert page.complaints == []
