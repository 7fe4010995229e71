"""Pictures, tables and what comes from elsewhere in a story's text: put there by keyboard, and seen by readers."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article, Photo
from tests import factories
from tests.browser import desk_moves as desk

FILM = "https://youtu.be/dQw4w9WgXcQ?si=x"
PASTE = """([kind, text]) => {
  const data = new DataTransfer()
  data.setData(kind, text)
  document.querySelector(".ProseMirror").dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
  )
}"""


@pytest.fixture
def photo():
    return factories.make_photo(
        upload=factories.picture_file(1200, 800), caption="The mole at low tide", alt="A grey mole"
    )


@pytest.fixture
def story(photo):
    return factories.make_article(
        headline="The tide", body="<p>One.</p>", section=factories.make_section(name="Harbour")
    )


@pytest.fixture
def writing(as_user, story):
    page = as_user(factories.make_user("Editor"))
    page.goto(f"/admin/articles/article/{story.pk}/change/")
    expect(page.locator(".ProseMirror")).to_be_visible()
    yield page
    assert page.complaints == []


def at_the_end(page):
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")


def saved(page, story):
    page.keyboard.press("Control+s")
    desk.told(page, "Saved.")
    return Article.objects.get(pk=story.pk)


def insert_by_keyboard(page):
    factories.make_photo(caption="Not this one")
    at_the_end(page)
    button = page.locator('[data-do="picture"]')
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Pictures")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("mole")
    expect(dialog.locator("li button")).to_have_count(1)
    expect(dialog.get_by_role("status")).to_have_text("1 found")
    page.locator(".pictures-dialog li button").focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()


def test_a_picture_is_put_into_the_text_by_keyboard_and_readers_see_it(writing, page, story, photo):
    insert_by_keyboard(writing)
    expect(writing.locator(".ProseMirror figure img")).to_be_visible()
    writing.keyboard.type("Grey as ever")
    wide = writing.get_by_role("button", name="Wide")
    wide.click()
    expect(wide).to_have_attribute("aria-pressed", "true")
    writing.keyboard.press("Enter")
    writing.keyboard.type("Two.")
    stored = saved(writing, story)
    assert stored.body == (
        f'<p>One.</p><figure data-photo="{photo.pk}" data-place="wide"><figcaption>Grey as ever</figcaption></figure><p>Two.</p>'
    )
    expect(writing.locator(".ProseMirror figcaption")).to_have_text("Grey as ever")
    stored.publish(by=factories.make_user("Chief"))
    page.goto(stored.get_absolute_url())
    figure = page.locator(".body figure")
    expect(figure.get_by_role("img", name="A grey mole")).to_be_visible()
    expect(figure.locator("figcaption")).to_have_text("Grey as ever Photograph: Maren Holt")
    assert figure.locator("img").evaluate("img => img.naturalWidth") > 0
    assert page.complaints == []


def test_a_picture_can_be_taken_out_again(writing, story):
    insert_by_keyboard(writing)
    writing.get_by_role("button", name="Take out").click()
    expect(writing.locator(".ProseMirror figure")).to_have_count(0)
    writing.keyboard.type("Two.")
    assert saved(writing, story).body == "<p>One.</p><p>Two.</p>"


def test_several_pictures_make_a_gallery(writing, story, photo):
    other = factories.make_photo(caption="Ferry")
    at_the_end(writing)
    writing.locator('[data-do="gallery"]').click()
    rows = writing.locator(".pictures-dialog li button")
    expect(rows).to_have_count(2)
    rows.nth(0).click()
    rows.nth(1).click()
    writing.get_by_role("button", name="Insert").click()
    expect(writing.locator(".ProseMirror figure figure")).to_have_count(2)
    assert saved(writing, story).body == (
        f'<p>One.</p><figure data-gallery=""><figure data-photo="{other.pk}"></figure>'
        f'<figure data-photo="{photo.pk}"></figure></figure>'
    )


def test_a_table_and_a_pull_quote(writing, story):
    at_the_end(writing)
    writing.keyboard.type("Quoted.")
    writing.locator('[data-do="pull"]').click()
    writing.keyboard.press("Enter")
    writing.keyboard.press("Enter")
    writing.locator('[data-do="table"]').click()
    writing.keyboard.type("Port")
    writing.keyboard.press("Tab")
    writing.keyboard.type("Boats")
    body = saved(writing, story).body
    assert body.startswith(
        '<p>One.</p><blockquote data-pull=""><p>Quoted.</p></blockquote><table><tbody><tr>'
    )
    assert '<th scope="col">Port</th><th scope="col">Boats</th>' in body
    expect(writing.locator(".ProseMirror th").first).to_have_text("Port")


def test_an_address_alone_becomes_what_it_shows_and_a_picture_of_others_stays_out(writing, story):
    at_the_end(writing)
    writing.evaluate(PASTE, ["text/plain", FILM])
    expect(writing.locator(".ProseMirror .embed")).to_contain_text("youtu.be")
    assert saved(writing, story).body == (
        '<p>One.</p><figure data-embed="https://www.youtube.com/watch?v=dQw4w9WgXcQ"></figure>'
    )
    at_the_end(writing)
    writing.evaluate(PASTE, ["text/html", '<p>Kept <img src="https://elsewhere.test/x.jpg"></p>'])
    expect(writing.locator("[data-figures-said]")).to_contain_text("left out")
    expect(writing.locator(".ProseMirror")).to_contain_text("Kept")
    expect(writing.locator(".ProseMirror img")).to_have_count(0)


def test_a_film_asks_nobody_before_the_reader_does(page):
    body = '<figure data-embed="https://www.youtube.com/watch?v=dQw4w9WgXcQ"></figure>'
    story = factories.make_published(body=body)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.route(
        re.compile("youtube"), lambda route: route.fulfill(body="A film", content_type="text/html")
    )
    page.goto(story.get_absolute_url())
    expect(page.get_by_role("link", name="A film on YouTube")).to_be_visible()
    assert not [url for url in asked if "youtube" in url]
    page.get_by_role("button", name="Play it here").click()
    expect(page.frame_locator("iframe").locator("body")).to_have_text("A film")
    expect(page.locator("iframe")).to_be_focused()
    assert [url for url in asked if "youtube" in url] == [
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
    ]
    assert page.complaints == []


def test_without_scripts_a_film_is_a_link(plain_page):
    body = '<figure data-embed="https://www.youtube.com/watch?v=dQw4w9WgXcQ"></figure>'
    plain_page.goto(factories.make_published(body=body).get_absolute_url())
    link = plain_page.get_by_role("link", name="A film on YouTube")
    expect(link).to_have_attribute("href", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")
    expect(plain_page.get_by_role("button", name="Play it here")).to_be_hidden()


def test_a_file_goes_into_the_library_and_into_the_text(writing, story):
    at_the_end(writing)
    writing.locator('[data-do="picture"]').click()
    with writing.expect_response(re.compile("/upload/")) as answer:
        writing.get_by_label("Or add a picture").set_input_files(
            {
                "name": "ferry.jpg",
                "mimeType": "image/jpeg",
                "buffer": factories.picture_file(900, 600, colour="teal").read(),
            }
        )
    assert answer.value.status == 201
    expect(writing.locator(".ProseMirror figure img")).to_be_visible()
    newest = Photo.objects.first()
    assert saved(writing, story).body == f'<p>One.</p><figure data-photo="{newest.pk}"></figure>'
