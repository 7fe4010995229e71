"""That nothing typed at the desk is lost: by a reload, a log-in that ends, a server that is gone, or a second tab."""

import json
import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles.autosaving import autosave_of
from articles.models import Article
from tests import factories
from tests.browser import desk_moves as desk

COPIES = (
    "Object.entries(localStorage).filter(([k]) => k.startsWith('desk.kept.')).map(([, v]) => JSON.parse(v))"
)
KEPT = re.compile(r"^Kept \d\d:\d\d:\d\d$")


@pytest.fixture
def editor():
    return factories.make_user("Editor", username="editor", first_name="Ana", last_name="Duarte")


@pytest.fixture
def story(editor):
    return factories.make_article(headline="As it is", body="<p>First words.</p>", created_by=editor)


@pytest.fixture
def page(as_user, editor):
    """The editor's browser. No dialog is ever answered: one that asks whether to leave would show."""
    return as_user(editor)


def open_form(page, story):
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    expect(page.locator(".ProseMirror")).to_be_visible()


def note(page):
    return page.locator("[data-note]")


def copies(page):
    """What the browser itself keeps."""
    return page.evaluate(COPIES)


def wait_for_copy(page, words, *, is_kept=False):
    """Until the browser has kept a text itself, or also knows that the desk has it."""
    script = f"([words, isKept]) => {COPIES}.some((copy) => copy.isKept >= isKept && JSON.stringify(copy).includes(words))"
    page.wait_for_function(script, arg=[words, is_kept])


def headline_of(story, user):
    return autosave_of(story, user).content["headline"]


def test_what_is_typed_is_kept_without_a_press_and_the_story_stays_as_it_is(page, story, editor):
    open_form(page, story)
    desk.line(page, "headline").fill("As typed")
    expect(note(page)).to_have_text("Not saved yet")
    desk.type_text(page, ["First words. And more"])
    expect(note(page)).to_have_text(KEPT)
    desk.line(page, "kicker").fill("Pier")
    wait_for_copy(page, "Pier", is_kept=True)
    kept = autosave_of(story, editor)
    assert (kept.content["headline"], "And more" in kept.content["body"]) == ("As typed", True)
    stored = Article.objects.get()
    assert (stored.headline, stored.modified_at) == ("As it is", story.modified_at)
    assert page.complaints == []


def test_after_a_reload_it_is_offered_and_comes_back_and_can_be_saved(page, story, editor):
    open_form(page, story)
    desk.line(page, "headline").fill("As typed")
    expect(note(page)).to_have_text(KEPT)
    page.reload()
    expect(desk.line(page, "headline")).to_have_value("As it is")
    bar = page.locator(".kept")
    expect(bar).to_have_count(1)
    expect(bar).to_contain_text("It differs in: Headline")
    bar.get_by_role("link", name="Bring it back").click()
    expect(desk.line(page, "headline")).to_have_value("As typed")
    desk.press(page, "Save draft")
    desk.told(page, "Saved")
    expect(page.locator(".kept")).to_have_count(0)
    assert copies(page) == []
    assert Article.objects.get().headline == "As typed"


def test_typing_on_after_a_reload_does_not_write_over_what_was_offered(page, story, editor):
    open_form(page, story)
    desk.line(page, "headline").fill("The first text")
    expect(note(page)).to_have_text(KEPT)
    page.reload()
    desk.line(page, "headline").fill("The second text")
    expect(note(page)).to_have_text(KEPT)
    assert headline_of(story, editor) == "The second text"
    page.locator(".kept").get_by_role("link", name="Bring it back").click()
    expect(desk.line(page, "headline")).to_have_value("The first text")
    page.locator(".kept").get_by_role("link", name="Open the story as it is").click()
    expect(page.locator(".kept")).to_contain_text("It differs in: Headline")


def test_thrown_away_it_is_not_offered_again(page, story):
    open_form(page, story)
    desk.line(page, "headline").fill("Not wanted")
    expect(note(page)).to_have_text(KEPT)
    page.reload()
    page.locator(".kept").get_by_role("button", name="Throw away").click()
    expect(page.locator(".ProseMirror")).to_be_visible()
    expect(page.locator(".kept")).to_have_count(0)
    assert copies(page) == []


def test_an_empty_form_becomes_a_story_and_its_page_that_of_the_story(page, editor):
    page.goto("/admin/")
    desk.open_empty_form(page)
    desk.line(page, "headline").fill("Ferry")
    expect(note(page)).to_have_text(KEPT)
    story = Article.objects.get()
    expect(page).to_have_url(re.compile(rf"/article/{story.pk}/change/$"))
    desk.line(page, "headline").fill("Ferry sails")
    desk.press(page, "Save draft")
    desk.told(page, "Saved")
    assert [row.headline for row in Article.objects.all()] == ["Ferry sails"]
    expect(page.locator(".kept")).to_have_count(0)
    assert copies(page) == []


def test_a_log_in_that_ends_costs_no_word(page, story, editor):
    open_form(page, story)
    Session.objects.all().delete()
    desk.line(page, "headline").fill("Typed while signed out")
    expect(note(page)).to_contain_text("Signed out: your text is kept in this browser.")
    assert autosave_of(story, editor) is None
    with page.context.expect_page() as opened:
        note(page).get_by_role("link", name="Sign in in another tab").click()
    second = opened.value
    second.get_by_label("User name").fill(editor.username)
    second.get_by_label("Password").fill(editor.username)
    second.locator("button.primary").click()
    expect(second.locator("#departments")).to_be_visible()
    second.close()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(note(page)).to_have_text(KEPT)
    assert headline_of(story, editor) == "Typed while signed out"
    desk.press(page, "Save draft")
    desk.told(page, "Saved")
    assert Article.objects.get().headline == "Typed while signed out"


def test_a_save_with_a_log_in_that_has_ended_costs_no_word_either(page, story, editor):
    open_form(page, story)
    Session.objects.all().delete()
    desk.line(page, "headline").fill("Pressed too late")
    desk.press(page, "Save draft")
    page.get_by_label("User name").fill(editor.username)
    page.get_by_label("Password").fill(editor.username)
    page.locator("button.primary").click()
    open_form(page, story)
    expect(desk.line(page, "headline")).to_have_value("As it is")
    bar = page.locator(".kept")
    expect(bar).to_contain_text(re.compile(r"This browser kept text from \d\d:\d\d that is not in the story"))
    expect(bar).to_contain_text("Headline")
    bar.get_by_role("button", name="Bring it back").click()
    expect(desk.line(page, "headline")).to_have_value("Pressed too late")
    desk.press(page, "Save draft")
    desk.told(page, "Saved")
    assert Article.objects.get().headline == "Pressed too late"


def test_a_server_that_is_gone_leaves_the_browsers_copy(page, story, editor):
    open_form(page, story)
    page.context.set_offline(True)
    desk.line(page, "headline").fill("Typed offline")
    expect(note(page)).to_have_text("Offline: kept in this browser")
    (copy,) = copies(page)
    assert ["headline", "Typed offline"] in copy["fields"]
    page.context.set_offline(False)
    expect(note(page)).to_have_text(KEPT)
    assert headline_of(story, editor) == "Typed offline"


def test_a_server_in_trouble_is_asked_again(page, story, editor):
    open_form(page, story)
    page.route("**/autosave/", lambda route: route.fulfill(status=500, body="Oh dear"))
    desk.line(page, "headline").fill("Typed in trouble")
    expect(note(page)).to_have_text("Offline: kept in this browser")
    page.unroute("**/autosave/")
    expect(note(page)).to_have_text(KEPT)
    assert headline_of(story, editor) == "Typed in trouble"


def test_what_is_stored_somewhere_is_left_without_a_question(page, story):
    open_form(page, story)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    desk.line(page, "headline").fill("Left at once")
    page.goto("/admin/")
    assert asked == []
    assert ["headline", "Left at once"] in [pair for copy in copies(page) for pair in copy["fields"]]


def test_a_browser_without_a_server_or_room_asks_before_it_is_left(page, story):
    open_form(page, story)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    page.evaluate(f"() => {{ {full} }}")
    page.context.set_offline(True)
    desk.line(page, "headline").press_sequentially("Kept nowhere")
    expect(note(page)).to_contain_text("Not kept anywhere")
    page.context.set_offline(False)
    page.route("**/autosave/", lambda route: route.abort())
    page.reload()
    assert asked == ["beforeunload"]


def test_one_request_is_under_way_and_never_two(page, story):
    open_form(page, story)
    under_way, most = [], []

    def answer(route):
        under_way.append(route)
        most.append(len(under_way))
        page.wait_for_timeout(1500)
        under_way.remove(route)
        route.fulfill(json={"kept": "21:43:10"})

    page.route("**/autosave/", answer)
    desk.line(page, "headline").press_sequentially("Typed without a rest for some seconds", delay=150)
    expect(note(page)).to_have_text("Kept 21:43:10")
    assert set(most) == {1}


def test_two_tabs_of_one_person_lose_nothing(page, story, editor):
    other = page.context.new_page()
    for each in (page, other):
        open_form(each, story)
    for number in (1, 2):
        for each, name, words in ((page, "headline", "First tab"), (other, "standfirst", "Second tab")):
            desk.line(each, name).fill(f"{words} {number}")
            wait_for_copy(each, f"{words} {number}", is_kept=True)
    kept = story.revisions.filter(kind="autosave")
    assert {row.content["headline"] for row in kept} == {"First tab 2", "As it is"}
    assert {row.content["standfirst"] for row in kept} == {"", "Second tab 2"}
    assert len({copy["tab"] for copy in copies(page)}) == 2


def test_copies_are_few_and_what_is_no_copy_is_harmless(page, story, editor):
    page.goto("/admin/")
    script = """(user) => {
      localStorage.setItem("desk.kept.broken", "{")
      for (let i = 1000; i < 1030; i += 1) {
        const copy = { user, story: String(i), tab: "t", at: i, fields: [["headline", "Old"]] }
        localStorage.setItem(`desk.kept.${user}.${i}.t`, JSON.stringify(copy))
      }
    }"""
    page.evaluate(script, str(editor.pk))
    open_form(page, story)
    desk.line(page, "headline").fill("The newest")
    wait_for_copy(page, "The newest")
    found = copies(page)
    assert len(found) == 20
    assert {str(story.pk), "1029", "1011"} <= {copy["story"] for copy in found}
    assert json.dumps(found).count("The newest") == 1


def test_a_story_saved_at_the_first_press_is_not_offered_to_the_next_empty_form(page):
    page.goto("/admin/")
    desk.open_empty_form(page)
    desk.line(page, "headline").fill("Pressed at once")
    desk.press(page, "Save draft")
    expect(page).to_have_url(re.compile(r"/change/"))
    expect(page.locator(".ProseMirror")).to_be_visible()
    desk.open_empty_form(page)
    expect(page.locator(".kept")).to_have_count(0)
    assert copies(page) == []


def test_an_empty_form_offers_what_no_server_ever_saw(page, editor):
    page.goto("/admin/")
    desk.open_empty_form(page)
    page.route("**/autosave/", lambda route: route.abort())
    desk.line(page, "headline").fill("Never sent")
    desk.type_text(page, ["Some words."])
    expect(note(page)).to_have_text("Offline: kept in this browser")
    page.goto("/admin/")
    page.unroute("**/autosave/")
    desk.open_empty_form(page)
    page.locator(".kept").get_by_role("button", name="Bring it back").click()
    expect(desk.line(page, "headline")).to_have_value("Never sent")
    expect(desk.text_of(page)).to_have_text("Some words.")
    expect(page).to_have_url(re.compile(rf"/article/{Article.objects.get().pk}/change/"))
    assert Article.objects.get().created_by == editor
