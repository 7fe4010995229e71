"""The breaking line, from the desk to the reader and away again, without a script."""

from playwright.sync_api import expect

from newsroom.banner import current, put_up
from tests import factories
from tests.browser.test_reading import fits

LINE = "The harbour is closed"


def may_arrange():
    """An editor whose permissions came back with the groups."""
    return factories.make_user("Chief", is_superuser=True)


def test_an_editor_puts_it_up_leaves_it_longer_and_takes_it_down(as_user, plain_page):
    story = factories.make_published(headline="A tanker lies across the channel")
    desk = as_user(may_arrange(), scripts=False)
    desk.goto("/admin/")
    form = desk.get_by_role("region", name="Breaking line")
    form.get_by_label("The line, on every page").fill(LINE)
    form.get_by_label("It leads to").select_option(label="A tanker lies across the channel")
    form.get_by_role("button", name="Put it up").click()
    expect(desk.get_by_role("status")).to_contain_text("It stands on every page until")
    ends_at = current().ends_at

    plain_page.goto("/latest/")
    said = plain_page.get_by_role("complementary", name="Breaking news")
    said.get_by_role("link", name=LINE).click()
    expect(plain_page).to_have_url(plain_page.url)
    assert plain_page.url.endswith(story.get_absolute_url())

    desk.get_by_role("button", name="30 minutes more").click()
    expect(desk.get_by_role("status")).to_contain_text("It stands until")
    assert current().ends_at > ends_at

    desk.get_by_role("button", name="Take it down").click()
    expect(desk.get_by_role("status")).to_contain_text("gone from every page")
    plain_page.reload()
    expect(said).to_have_count(0)
    assert desk.complaints == plain_page.complaints == []


def test_no_page_with_it_scrolls_to_the_side(page):
    story = factories.make_published()
    put_up("Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 3, by=may_arrange(), article=story)
    for place in ("/", "/latest/", story.get_absolute_url()):
        page.goto(place)
        assert fits(page) == {}
