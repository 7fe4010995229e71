"""Two people write in one story at the same time: what can be brought together is, and the rest is asked of a person."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests import factories
from tests.browser import desk_moves as desk

PARAGRAPHS = ["The first paragraph.", "The second paragraph.", "The third paragraph."]
HERS, HIS = "The second paragraph, as Ana has it.", "The second paragraph, as Tom has it."


@pytest.fixture
def story(groups):
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return factories.make_article(headline="Written by two", body=body)


@pytest.fixture
def ana():
    return factories.make_user("Editor", username="ana", first_name="Ana", last_name="Duarte")


@pytest.fixture
def tom():
    return factories.make_user("Editor", username="tom", first_name="Tom", last_name="Okafor")


def open_both(as_user, story, *users, scripts=True):
    """The story, open in two browsers before either has saved."""
    pages = [as_user(user, scripts=scripts) for user in users]
    for page in pages:
        desk.open_story(page, story, scripts=scripts)
    return pages


def with_second(words):
    return [PARAGRAPHS[0], words, PARAGRAPHS[2]]


def save(page):
    """Press to save; the answer's status is returned."""
    with page.expect_navigation() as answer:
        desk.press(page, "Save draft")
    return answer.value.status


def overlapping(as_user, story, ana, tom, *, scripts=True):
    """Ana's page, where both texts of the second paragraph stand side by side."""
    hers, his = open_both(as_user, story, ana, tom, scripts=scripts)
    desk.write_over(his, *with_second(HIS), scripts=scripts)
    assert save(his) == 200
    desk.write_over(hers, *with_second(HERS), scripts=scripts)
    assert save(hers) == 409
    expect(hers.get_by_role("heading", level=1)).to_have_text("Two saves overlap")
    return hers


def texts(story):
    return Article.objects.get(pk=story.pk).draft_content["body"]


def test_changes_in_different_places_are_brought_together_and_told(as_user, story, ana, tom):
    hers, his = open_both(as_user, story, ana, tom)
    desk.write_over(his, PARAGRAPHS[0], PARAGRAPHS[1], "The third paragraph, as Tom has it.")
    save(his)
    desk.told(his, "Saved.")
    desk.write_over(hers, "The first paragraph, as Ana has it.", *PARAGRAPHS[1:])
    desk.line(hers, "headline").fill("Written by both")
    save(hers)
    desk.told(hers, "Saved, together with what somebody else has saved meanwhile.")
    both = [
        "The first paragraph, as Ana has it.",
        "The second paragraph.",
        "The third paragraph, as Tom has it.",
    ]
    expect(desk.text_of(hers).locator("p")).to_have_text(both)
    expect(desk.line(hers, "headline")).to_have_value("Written by both")
    assert hers.complaints == his.complaints == []


def test_a_press_that_would_publish_what_nobody_has_read_asks_to_look_first(as_user, story, ana, tom):
    story.section = factories.make_section()
    story.save()
    hers, his = open_both(as_user, story, ana, tom)
    desk.write_over(his, PARAGRAPHS[0], PARAGRAPHS[1], "The third paragraph, as Tom has it.")
    save(his)
    desk.line(hers, "headline").fill("Written by both")
    desk.press(hers, "Publish now")
    expect(hers.locator(".problem")).to_contain_text("look, and press again")
    expect(desk.text_of(hers)).to_contain_text("as Tom has it")
    assert not Article.objects.published().exists()
    desk.press(hers, "Publish now")
    desk.told(hers, "Published.")


def test_the_same_paragraph_is_chosen_by_keyboard(as_user, story, ana, tom):
    page = overlapping(as_user, story, ana, tom)
    expect(page.locator(".side")).to_contain_text([HERS, HIS])
    expect(page.locator(".lede")).to_contain_text("Tom Okafor saved this story")
    assert HIS in texts(story) and HERS not in texts(story)
    mine = page.get_by_role("radio", name="Yours")
    mine.focus()
    page.keyboard.press("Space")
    expect(mine).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="By Tom Okafor")).to_be_checked()
    page.keyboard.press("ArrowUp")
    for _ in range(2):
        if page.locator("button:focus").count() == 0:
            page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Save it so")).to_be_focused()
    page.keyboard.press("Enter")
    desk.told(page, "Saved, as you chose.")
    expect(desk.text_of(page).locator("p")).to_have_text(with_second(HERS))
    assert page.complaints == []


def test_both_may_stay(as_user, story, ana, tom):
    page = overlapping(as_user, story, ana, tom)
    page.get_by_role("radio", name="Both").check()
    desk.press(page, "Save it so")
    desk.told(page, "Saved, as you chose.")
    expect(desk.text_of(page).locator("p")).to_have_count(4)
    expect(desk.text_of(page)).to_contain_text(HERS)
    expect(desk.text_of(page)).to_contain_text(HIS)


def test_it_is_chosen_without_scripts_too(as_user, story, ana, tom):
    page = overlapping(as_user, story, ana, tom, scripts=False)
    expect(page.locator(".side")).to_contain_text([HERS, HIS])
    # The browser asks for a choice by itself.
    desk.press(page, "Save it so")
    expect(page.get_by_role("radio", name="Yours")).to_be_focused()
    page.get_by_role("radio", name="By Tom Okafor").check()
    desk.press(page, "Save it so")
    expect(page.locator(".told")).to_be_visible()
    assert HIS in texts(story) and HERS not in texts(story)


def test_whoever_leaves_it_as_it_is_finds_their_text_in_the_history(as_user, story, ana, tom):
    page = overlapping(as_user, story, ana, tom)
    page.get_by_role("link", name="Leave the story as it is saved").click()
    expect(desk.text_of(page)).to_contain_text(HIS)
    page.get_by_role("link", name="History", exact=True).click()
    expect(page.locator("main")).to_contain_text("Saved on an older version")
