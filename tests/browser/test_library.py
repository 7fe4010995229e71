"""The library in a browser: many pictures at once, what each shows, and the focus of one."""

import base64

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Photo
from tests.articles.test_looks import file_of, scene
from tests.factories import make_photo, make_user, picture_file

UPLOAD = "/admin/articles/photo/upload/"

# What a hand does that drops files, without a hand.
DROP = """(zone, files) => {
  const carried = new DataTransfer()
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
    carried.items.add(new File([bytes], name, { type: "image/jpeg" }))
  }
  for (const kind of ["dragenter", "dragover", "drop"]) {
    zone.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }))
  }
}"""


def content(upload):
    return base64.b64encode(upload.read()).decode()


def sent(name, upload):
    return {"name": name, "mimeType": "image/jpeg", "buffer": upload.read()}


@pytest.fixture
def editor(db):
    return make_user("Editor")


@pytest.fixture
def sending(as_user, editor):
    page = as_user(editor)
    page.goto(UPLOAD)
    return page


def row(page, name):
    return page.locator("[data-list] li").filter(has=page.get_by_text(name, exact=True))


def test_three_are_dropped_and_the_hostile_one_is_named(sending):
    files = [
        ["quay.jpg", content(file_of(scene()))],
        ["evil.jpg", base64.b64encode(b"\xff\xd8\xff<svg onload=alert(1)>").decode()],
        ["pier.jpg", content(file_of(scene(5)))],
    ]
    sending.get_by_label("Credit").fill("Photograph: Lin Mei")
    sending.locator("[data-drop]").evaluate(DROP, files)
    expect(sending.locator("[data-tally]")).to_have_text("2 of 3 done, 1 not taken")
    expect(row(sending, "quay.jpg")).to_contain_text("In the library.")
    expect(row(sending, "evil.jpg")).to_contain_text("cut off or damaged")
    expect(row(sending, "evil.jpg").get_by_role("button", name="Try again")).to_be_visible()
    row(sending, "evil.jpg").get_by_role("button", name="Try again").click()
    expect(row(sending, "evil.jpg").get_by_role("button", name="Try again")).to_be_visible()
    assert set(Photo.objects.values_list("credit", flat=True)) == {"Photograph: Lin Mei"}

    sending.get_by_role("link", name="Say what they show").click()
    expect(sending.locator(".describing > li")).to_have_count(2)
    first = sending.locator(".describing > li").filter(has_text="quay.jpg")
    first.get_by_label("What it shows").fill("The quay at night")
    sending.get_by_role("button", name="Save").click()
    expect(sending.locator(".told")).to_contain_text("1 picture is described.")
    expect(sending.locator(".describing > li")).to_have_count(1)
    # Two refusals, each an answer the browser notes.
    assert all("422" in complaint for complaint in sending.complaints)


def test_each_has_a_bar_while_it_is_on_its_way(sending):
    held, later = [], []

    def hold(route):
        if route.request.method == "POST" and not later:
            held.append(route)
        else:
            route.continue_()

    sending.route("**" + UPLOAD, hold)
    sending.get_by_label("Pictures").set_input_files(
        [sent(f"{number}.jpg", file_of(scene(number))) for number in range(4)]
    )
    expect(sending.get_by_role("progressbar", name="0.jpg")).to_be_visible()
    expect(row(sending, "3.jpg")).to_contain_text("Waits")
    sending.wait_for_timeout(300)
    assert len(held) == 2
    later.append(True)
    for route in held:
        route.continue_()
    expect(sending.locator("[data-tally]")).to_have_text("4 of 4 done, 0 not taken")
    expect(sending.get_by_role("progressbar")).to_have_count(0)
    assert sending.complaints == []


def test_the_same_file_is_offered_from_the_library_and_taken_again_only_when_asked(sending):
    first = make_photo(upload=file_of(scene()))
    sending.get_by_label("Pictures").set_input_files(sent("again.jpg", file_of(scene())))
    expect(row(sending, "again.jpg")).to_contain_text(
        f"Already in the library as № {first.pk}: use that one."
    )
    assert Photo.objects.count() == 1
    row(sending, "again.jpg").get_by_role("button", name="Add it once more").click()
    expect(row(sending, "again.jpg")).to_contain_text(f"It looks like № {first.pk}")
    assert Photo.objects.count() == 2
    assert sending.complaints == []


def test_the_focus_follows_a_press_and_the_arrow_keys_and_the_crops_follow_it(as_user, editor):
    photo = make_photo(upload=picture_file(900, 600))
    Photo.objects.filter(pk=photo.pk).update(found={"photographer": "Ines Roth"})
    page = as_user(editor)
    page.goto(reverse("admin:articles_photo_change", args=[photo.pk]))
    control = page.get_by_role("button", name="Focus: what no crop may lose")
    box = control.locator("img").bounding_box()
    control.click(position={"x": box["width"] * 0.2, "y": box["height"] * 0.7})
    expect(page.get_by_label("From the left, in %")).to_have_value("20")
    expect(page.get_by_label("From the top, in %")).to_have_value("70")
    expect(page.locator("ellipse")).to_have_attribute("cx", "20")
    square = page.locator(".crop.is-1-1")
    assert square.evaluate("(crop) => getComputedStyle(crop).objectPosition") == "20% 70%"
    control.focus()
    for key in ("ArrowRight", "ArrowDown", "Shift+ArrowDown"):
        page.keyboard.press(key)
    expect(page.get_by_label("From the left, in %")).to_have_value("22")
    expect(page.get_by_label("From the top, in %")).to_have_value("82")
    page.get_by_label("Caption").fill("Typed before")
    page.get_by_role("link", name="Take for").first.click()
    page.get_by_role("button", name="Save picture").click()
    expect(page.locator(".told")).to_be_visible()
    photo.refresh_from_db()
    assert (photo.focus_x, photo.focus_y) == (22, 82)
    assert (photo.credit, photo.caption) == ("Ines Roth", "Typed before")
    assert page.complaints == []


def test_without_scripts_pictures_are_sent_and_the_focus_is_typed(as_user, editor):
    page = as_user(editor, scripts=False)
    page.goto(UPLOAD)
    page.get_by_label("Pictures").set_input_files(
        [sent("quay.jpg", file_of(scene())), sent("pier.jpg", file_of(scene(5)))]
    )
    page.get_by_role("button", name="Send them").click()
    expect(page.locator(".told")).to_contain_text("2 pictures are in the library")
    for number, photo in enumerate(Photo.objects.all()):
        page.locator(f"[name=p{photo.pk}-alt]").fill(f"Words {number}")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".told")).to_contain_text("2 pictures are described.")
    page.goto(reverse("admin:articles_photo_change", args=[Photo.objects.first().pk]))
    page.get_by_label("From the left, in %").fill("30")
    page.get_by_role("button", name="Save picture").click()
    expect(page.locator(".told")).to_be_visible()
    assert Photo.objects.first().focus_x == 30


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(as_user, editor, width):
    photo = make_photo(upload=picture_file(900, 600, name="a" * 60 + ".jpg"))
    Photo.objects.create(
        **{name: getattr(photo, name) for name in ("original", "width", "height", "content_hash")},
        folder="x",
        is_decorative=True,
        found={"undescribed": True, "caption": "word " * 30, "name": "b" * 80},
    )
    page = as_user(editor, viewport={"width": width, "height": 800})
    for address in ("", "upload/", "describe/", f"{photo.pk}/change/", f"{photo.pk}/delete/"):
        page.goto(f"/admin/articles/photo/{address}")
        room = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert room == 0, address
