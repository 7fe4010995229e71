"""No page has an error that axe can see, at a desktop by day and on a narrow phone by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from tests.factories import (
    make_approved,
    make_author,
    make_comment,
    make_photo,
    make_published,
    make_section,
    make_tag,
    make_user,
    make_withdrawn,
)
from tests.public_pages import public_pages

LIGHT = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"}
DARK = {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}


@pytest.fixture(params=[LIGHT, DARK], ids=["light-1280", "dark-320"])
def look(request):
    # The policy of the pages would keep axe out, too.
    return {**request.param, "bypass_csp": True}


def complaints(page):
    """What axe finds in the page as it stands, a line for each element."""
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))} {node['failureSummary']}"
        for rule in Axe().run(page, options=OPTIONS).response["violations"]
        for node in rule["nodes"]
    ]


def test_readers_pages_have_no_error(open_page, look):
    page, pages, found = open_page(**look), public_pages(), {}

    def shown(route):
        name = route.request.url.rpartition("/")[2]
        route.fulfill(body=pages[name].content, content_type="text/html; charset=utf-8")

    # Answers to forms and to faults have no address that a browser could be sent to.
    page.route("**/shown/*", shown)
    for name in pages:
        page.goto(f"/shown/{name}")
        if wrong := complaints(page):
            found[name] = wrong
    assert found == {}


@pytest.fixture
def desk():
    """A paper with one of everything: the desk's pages by name."""
    section, tag, author = make_section(name="Harbour"), make_tag(), make_author(bio="Writes.")
    photo = make_photo(caption="The lamp")
    editor = make_user("Chief", first_name="Ana", last_name="Duarte", is_superuser=True)
    live = make_published(section=section, tags=[tag], bylines=[author], lead_photo=photo, standfirst="Lit.")
    withdrawn = make_withdrawn()
    make_approved(live)
    held = make_comment(live, text="One.\n\nTwo.", hold_reasons=["link"])
    make_comment(live, parent=make_approved(live))

    def at(name, *args):
        return reverse(f"admin:{name}", args=args)

    return editor, {
        "dashboard": at("index"),
        "stories": at("articles_article_changelist"),
        "stories, none found": at("articles_article_changelist") + "?q=nowhere",
        "new story": at("articles_article_add"),
        "live story": at("articles_article_change", live.pk),
        "withdrawn story": at("articles_article_change", withdrawn.pk),
        "story history": at("articles_article_history", live.pk),
        "comments": at("comments_comment_changelist"),
        "comment": at("comments_comment_change", held.pk),
        "pictures": at("articles_photo_changelist"),
        "picture": at("articles_photo_change", photo.pk),
        "new picture": at("articles_photo_add"),
        "sections": at("articles_section_changelist"),
        "section": at("articles_section_change", section.pk),
        "new section": at("articles_section_add"),
        "tag": at("articles_tag_change", tag.pk),
        "author": at("articles_author_change", author.pk),
        "users": at("newsroom_user_changelist"),
        "user": at("newsroom_user_change", editor.pk),
        "new user": at("newsroom_user_add"),
        "password": at("password_change"),
        "delete": at("articles_tag_delete", tag.pk),
        "delete, in use": at("articles_photo_delete", photo.pk),
    }


def test_the_desk_has_no_error(as_user, desk, look):
    editor, addresses = desk
    page, found = as_user(editor, **look), {}
    for name, address in addresses.items():
        answer = page.goto(address)
        assert answer.status == 200, f"{name}: {answer.status}"
        if wrong := complaints(page):
            found[name] = wrong
    assert found == {}


def test_what_is_refused_at_the_desk_has_no_error(as_user, desk, look):
    editor, addresses = desk
    page, found = as_user(editor, **look), {}
    for name in ("new picture", "new section", "new user"):
        page.goto(addresses[name])
        # The server's own answer is wanted, not the browser's hint at an empty field.
        page.locator("main form, #content form").first.evaluate("form => { form.noValidate = true }")
        page.locator("input[type=submit], button[type=submit]").last.click()
        page.locator(".errorlist, [role=alert]").first.wait_for()
        if wrong := complaints(page):
            found[name] = wrong
    assert found == {}


def test_the_way_into_the_desk_has_no_error(open_page, look):
    page = open_page(**look)
    page.goto("/admin/login/")
    assert complaints(page) == []
    page.get_by_label("User name").fill("nobody")
    page.get_by_label("Password").fill("nothing")
    page.locator("button.primary").click()
    page.get_by_role("alert").wait_for()
    assert complaints(page) == []
