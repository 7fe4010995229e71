"""The paper in a browser: every width, the keyboard alone, and what a reader writes."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from comments.models import Comment
from tests import factories
from tests.browser.desk_pages import desk_pages

WIDTHS = (320, 768, 1280)
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
ADDRESS = f"https://example.org/{'x' * 120}"
WIDE_BODY = (
    f"<h2>{LONG}</h2><p>{'Words of the story. ' * 40}{LONG}</p><ul><li>{LONG}</li></ul>"
    f'<p><a href="{ADDRESS}">{ADDRESS}</a></p>'
)


@pytest.fixture
def story():
    """A story with everything that a page can show, and words too long for a line wherever a writer may put one."""
    section = factories.make_section(name="Harbour", slug="harbour")
    for number in range(3):
        factories.make_published(headline=f"{LONG} {number}", ago=timedelta(days=number + 2))
    story = factories.make_published(
        headline=f"The ferry and the {LONG}",
        standfirst=f"What the {LONG} said.",
        kicker="Harbour",
        body=WIDE_BODY,
        section=section,
        lead_photo=factories.make_photo(caption=LONG),
        bylines=[factories.make_author(name="Lin Mei", role="Harbour correspondent")],
        tags=[factories.make_tag(name="Ferries")],
    )
    root = factories.make_approved(story, name="Anna Berg", text=f"First. {LONG}{LONG}")
    factories.make_approved(story, name="Erik Ek", text="An answer.", parent=root)
    return story


def thread_address(story):
    return f"{story.get_absolute_url()}comments/"


def fits(page):
    """Nothing stands out to the side at any of the widths; says by how much, and where, if it does."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if excess > 0:
            found[f"{page.url} at {width}"] = excess
    return found


def write(page, text, name="Maja Lind"):
    page.get_by_label("Your comment").fill(text)
    page.get_by_label("Your name").fill(name)


def post(page):
    page.get_by_role("button", name="Post comment").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your comment has been received")


def test_no_public_page_scrolls_to_the_side(page, story):
    gone = factories.make_withdrawn()
    places = {
        "/": 200,
        "/latest/": 200,
        "/harbour/": 200,
        story.tags.get().get_absolute_url(): 200,
        story.authors[0].get_absolute_url(): 200,
        story.get_absolute_url(): 200,
        thread_address(story): 200,
        gone.get_absolute_url(): 410,
        "/nowhere/at/all/": 404,
    }
    found = {}
    for place, status in places.items():
        assert page.goto(place).status == status, place
        found |= fits(page)
    page.goto(story.get_absolute_url())
    page.get_by_role("button", name="Post comment").click()
    expect(page.locator(".summary")).to_be_visible()
    found |= fits(page)
    write(page, LONG * 3)
    post(page)
    assert found | fits(page) == {}
    assert page.complaints == []


def test_no_page_of_the_desk_scrolls_to_the_side(as_user, story):
    waiting = factories.make_comment(story, text=LONG * 3)
    chief, addresses = desk_pages()
    addresses |= {
        "long story": f"/admin/articles/article/{story.pk}/change/",
        "history of a long story": f"/admin/articles/article/{story.pk}/history/",
        "long caption": f"/admin/articles/photo/{story.lead_photo.pk}/change/",
        "long comment": f"/admin/comments/comment/{waiting.pk}/change/",
    }
    page = as_user(chief)
    found = {}
    for name, address in addresses.items():
        assert page.goto(address).status == 200, name
        found |= fits(page)
    assert found == {}
    assert page.complaints == []


FOCUS = """() => {
  const here = document.activeElement
  const style = getComputedStyle(here)
  const box = here.getBoundingClientRect()
  const isDrawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
  const isSeen = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0
    && box.left < innerWidth && box.top < innerHeight
  return {
    tag: here.tagName,
    what: here.getAttribute("name") || here.textContent.trim().slice(0, 40),
    isVisible: isSeen && (isDrawn || style.boxShadow !== "none"),
  }
}"""


def test_the_keyboard_walks_through_a_whole_story_and_the_focus_is_always_seen(open_page, story):
    # Without motion the page stands still by the time it is looked at.
    page = open_page(reduced_motion="reduce")
    page.goto(story.get_absolute_url())
    stops = []
    while len(stops) < 80:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    names = [stop["what"] for stop in stops]
    assert [stop for stop in stops if not stop["isVisible"]] == []
    assert names[0] == "Skip to main content"
    order = ["Lin Mei", "text", "name", "send"]
    assert [name for name in names if name in order][-3:] == order[1:]
    assert names.index("Lin Mei") < names.index("text")
    assert "website" not in names


def test_the_first_link_skips_to_the_story(page, story):
    page.goto(story.get_absolute_url())
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_draft_survives_a_reload_and_goes_with_the_receipt(page, story):
    page.goto(story.get_absolute_url())
    write(page, "Half a thought")
    page.reload()
    expect(page.get_by_label("Your comment")).to_have_value("Half a thought")
    expect(page.get_by_label("Your name")).to_have_value("Maja Lind")
    post(page)
    page.get_by_role("link", name="Back to the story").click()
    expect(page.get_by_label("Your name")).to_have_value("Maja Lind")
    expect(page.get_by_label("Your comment")).to_have_value("")
    assert page.complaints == []


def test_a_draft_stays_while_the_comment_is_refused(page, story):
    page.goto(story.get_absolute_url())
    page.get_by_label("Your comment").fill("Words without a name")
    page.get_by_role("button", name="Post comment").click()
    expect(page.locator(".summary")).to_be_focused()
    expect(page.get_by_label("Your comment")).to_have_value("Words without a name")
    page.goto(story.get_absolute_url())
    expect(page.get_by_label("Your comment")).to_have_value("Words without a name")


def test_the_form_says_how_many_characters_are_left(page, story):
    page.goto(story.get_absolute_url())
    write(page, "🚢🚢")
    expect(page.locator(".count")).to_have_text("You have 4,998 characters left")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_double_click_posts_one_comment(open_page, story, scripts):
    page = open_page(scripts=scripts)
    page.goto(story.get_absolute_url())
    write(page, "Said once")
    page.get_by_role("button", name="Post comment").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your comment has been received")
    assert Comment.objects.filter(text="Said once").count() == 1


def test_two_readers_post_two_comments(open_page, story):
    readers = [open_page(), open_page()]
    for reader, name in zip(readers, ("Maja Lind", "Olle Ek"), strict=True):
        reader.goto(story.get_absolute_url())
        write(reader, "We both say so", name)
    for reader in readers:
        post(reader)
    assert Comment.objects.filter(text="We both say so").count() == 2


def test_a_reader_without_scripts_answers_in_the_thread(plain_page, story):
    plain_page.goto(story.get_absolute_url())
    plain_page.locator(".comment").get_by_role("link", name="Reply to Anna Berg").click()
    expect(plain_page.get_by_role("heading", name="Replying to Anna Berg")).to_be_visible()
    expect(plain_page.locator("#form blockquote")).to_contain_text("First.")
    write(plain_page, "I think so too.")
    post(plain_page)
    answer = Comment.objects.get(text="I think so too.")
    assert answer.parent.name == "Anna Berg"

    Comment.objects.filter(pk=answer.pk).update(status="approved")
    plain_page.goto(thread_address(story))
    expect(plain_page.locator(".replies .comment").filter(has_text="I think so too.")).to_be_visible()
    expect(plain_page.get_by_role("heading", name="3 comments")).to_be_visible()
    assert plain_page.complaints == []
