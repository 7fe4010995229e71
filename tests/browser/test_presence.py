"""Two who have one story open know of each other, and of what the other saves."""

from playwright.sync_api import expect

from articles.models import Presence
from tests import factories
from tests.browser import desk_moves as desk


def open_form(page, story):
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    expect(page.locator(".ProseMirror")).to_be_visible()


def ask_now(page):
    """What the page does every few seconds, and when one comes back to it."""
    page.evaluate("dispatchEvent(new Event('pageshow'))")


def test_others_are_seen_and_a_version_saved_meanwhile_is_told(as_user):
    ana = factories.make_user("Editor", username="ana", first_name="Ana", last_name="Duarte")
    bea = factories.make_user("Editor", username="bea", first_name="Bea", last_name="Lund")
    story = factories.make_article(headline="As it is", created_by=ana)
    story.save_draft(story.draft_content, by=ana)
    first, second = as_user(ana), as_user(bea)
    open_form(first, story)
    open_form(second, story)
    expect(second.locator("[data-others]")).to_contain_text("Ana Duarte has it open")
    ask_now(first)
    expect(first.locator("[data-others]")).to_contain_text("Bea Lund has it open")
    desk.line(second, "headline").fill("Of Bea")
    ask_now(second)
    while not Presence.objects.filter(user=bea, typed_at__isnull=False).exists():
        second.wait_for_timeout(100)
    ask_now(first)
    expect(first.locator("[data-others]")).to_contain_text("Bea Lund is editing")
    desk.press(second, "Save draft")
    expect(second.locator(".told")).to_be_visible()
    ask_now(first)
    expect(first.locator("[data-newer]")).to_contain_text("Bea Lund saved a newer version at")
    expect(first.locator("[data-newer]")).to_contain_text("Your text will be merged when you save.")
    second.goto("/admin/")
    expect(second.locator("#departments")).to_be_visible()
    while Presence.objects.filter(user=bea).exists():
        second.wait_for_timeout(100)
    ask_now(first)
    expect(first.locator("[data-others]")).to_be_hidden()
    assert [row.user for row in Presence.objects.all()] == [ana]
    assert first.complaints == second.complaints == []
