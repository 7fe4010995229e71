"""One large picture from a camera, from the file on a reporter's disk to the front page."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image, ImageCms
from playwright.sync_api import expect

from articles.models import Article, Photo
from tests.articles.picture_files import exif
from tests.factories import make_article, make_section, make_user

ORIENTATION, GPS = 6, 0x8825


@pytest.fixture
def camera_file():
    """24 megapixels lying on their side, the place in them, and a profile of their own; blue above, green below."""
    image = Image.new("RGB", (6000, 4000), "blue")
    image.paste("green", (3000, 0, 6000, 4000))
    tags = exif(ORIENTATION)
    tags.get_ifd(GPS)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file = BytesIO()
    image.save(file, "JPEG", exif=tags, icc_profile=profile, quality=90)
    return file.getvalue()


def test_it_leads_a_story_and_the_front_page_upright_and_without_its_secrets(
    as_user, page, live_server, camera_file
):
    editor = make_user("Editor")
    story = make_article(headline="Tall and green below", section=make_section(), created_by=editor)
    desk = as_user(editor)
    desk.goto("/admin/articles/photo/upload/")
    desk.get_by_label("Credit").fill("Photograph: Lin Mei")
    desk.get_by_label("Pictures").set_input_files(
        {"name": "tall.jpg", "mimeType": "image/jpeg", "buffer": camera_file}
    )
    expect(desk.locator("[data-tally]")).to_have_text("1 of 1 done, 0 not taken")
    photo = Photo.objects.get()
    assert (photo.width, photo.height) == (4000, 6000)
    desk.goto(reverse("admin:articles_photo_change", args=[photo.pk]))
    desk.get_by_label("What it shows").fill("A field under the sky")
    if (decorative := desk.get_by_label("Decorative")).is_checked():
        decorative.uncheck()
    control = desk.get_by_role("button", name="Focus: what no crop may lose")
    box = control.locator("img").bounding_box()
    control.click(position={"x": box["width"] * 0.3, "y": box["height"] * 0.8})
    desk.get_by_role("button", name="Save picture").click()
    expect(desk.locator(".told")).to_be_visible()
    desk.goto(reverse("admin:articles_article_change", args=[story.pk]))
    desk.get_by_role("combobox", name="Lead picture").fill(str(photo.pk))
    desk.locator("[role=option]").first.click()
    desk.get_by_role("button", name="Publish now", exact=True).click()
    expect(desk.locator(".told")).to_contain_text("Published.")
    for address in ("/", Article.objects.get().get_absolute_url()):
        page.goto(address)
        shown = page.locator(f'img[src*="{photo.folder}"]').first
        expect(shown).to_have_attribute("alt", "A field under the sky")
        assert shown.evaluate(
            "(image) => image.decode().then(() => image.naturalHeight > image.naturalWidth)"
        )
    for name in default_storage.listdir(f"photos/{photo.folder}")[1]:
        with default_storage.open(f"photos/{photo.folder}/{name}") as file, Image.open(file) as public:
            assert not public.getexif(), name
            assert "icc_profile" not in public.info, name
            if not name.startswith("social"):
                assert public.height > public.width, name
                assert public.convert("RGB").getpixel((public.width // 2, public.height - 2))[1] > 90, name
