import re

from django.contrib.staticfiles import finders
from django.test import SimpleTestCase, TestCase

from newsroom.templatetags.site import picture, tenths
from tests.factories import make_photo, make_published


class FocusTests(TestCase):
    def test_tenths_are_said_and_the_middle_is_not(self):
        self.assertEqual(
            [tenths(x) for x in (0, 4, 5, 33, 49, 50, 51, 96, 100)], [*list("00135"), "", "5", "10", "10"]
        )

    def test_a_card_and_the_lead_name_it(self):
        photo = make_photo(focus_x=20, focus_y=100)
        story = make_published(lead_photo=photo)
        for page in ("/latest/", story.get_absolute_url()):
            self.assertContains(self.client.get(page), 'data-fx="2" data-fy="10"')

    def test_no_style_is_written_into_a_page(self):
        story = make_published(lead_photo=make_photo(focus_x=20))
        for page in ("/latest/", story.get_absolute_url()):
            self.assertNotContains(self.client.get(page), "style=")

    def test_every_picture_has_its_size_and_only_the_lead_is_hurried(self):
        story = make_published(lead_photo=make_photo())
        for page, hurried in (("/latest/", False), (story.get_absolute_url(), True)):
            (tag,) = re.findall(r"<img [^>]*srcset[^>]*>", self.client.get(page).content.decode())
            self.assertIn('width="400" height="300"', tag)
            self.assertEqual('fetchpriority="high"' in tag, hurried)
            self.assertEqual('loading="lazy"' in tag, not hurried)

    def test_avif_comes_first_once_there_is_one(self):
        photo = make_photo()
        self.assertEqual(picture(photo)["avif"], "")
        story = make_published(lead_photo=photo)
        self.assertNotContains(self.client.get(story.get_absolute_url()), "avif")
        type(photo).objects.update(avif_at=photo.created_at)
        page = self.client.get(story.get_absolute_url()).content.decode()
        kinds = re.findall(r'type="image/(\w+)" srcset|<(img)', page)
        self.assertEqual(["".join(kind) for kind in kinds][:3], ["avif", "webp", "img"])


class StyleTests(SimpleTestCase):
    def test_the_stylesheet_knows_every_step(self):
        with open(finders.find("press/press.css")) as file:  # noqa: PTH123 - finders give strings
            css = file.read()
        self.assertIn("object-position: var(--fx, 50%) var(--fy, 50%)", css)
        for axis in "xy":
            for step in range(11):
                self.assertIn(f'[data-f{axis}="{step}"] {{ --f{axis}: {step * 10}% }}', css)
