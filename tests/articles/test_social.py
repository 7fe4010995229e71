import io
from unittest import mock

from django.core.files.storage import default_storage
from django.test import SimpleTestCase, TestCase
from PIL import Image

from articles.models import Photo
from articles.pictures import social, social_size
from tests.factories import listening, make_photo, make_published, picture_file


def striped(width, height, *, across=True):
    """A picture whose red tells the place along one side, from 0 to 250."""
    gradient = Image.linear_gradient("L").point(lambda shade: shade * 250 // 255)
    red = (gradient.rotate(90) if across else gradient).resize((width, height))
    return Image.merge("RGB", [red, Image.new("L", red.size, 90), Image.new("L", red.size, 90)])


def middle(content):
    image = Image.open(io.BytesIO(content))
    return image.getpixel((image.width // 2, image.height // 2))[0] / 2.5


class PartTests(SimpleTestCase):
    def test_it_has_the_shape_that_is_asked_for_and_is_never_enlarged(self):
        for whole, wanted in {
            (6000, 4000): (1200, 630),
            (1200, 630): (1200, 630),
            (1200, 3000): (1200, 630),
            (4000, 630): (1200, 630),
            (800, 600): (800, 420),
            (600, 315): (600, 315),
        }.items():
            self.assertEqual(social_size(*whole), wanted)

    def test_of_a_small_picture_there_is_none(self):
        for whole in ((599, 2000), (2000, 300), (1, 1)):
            self.assertIsNone(social_size(*whole))

    def test_the_focus_is_in_its_middle_as_far_as_the_picture_reaches(self):
        for size, across in (((1800, 630), True), ((1200, 1260), False)):
            whole = striped(*size, across=across)
            for percent, wanted in ((50, 50), (40, 40), (60, 60), (0, None), (100, None)):
                with self.subTest(size=size, percent=percent):
                    at = (percent, 50) if across else (50, percent)
                    content = social(whole, (1200, 630), at)
                    self.assertEqual(Image.open(io.BytesIO(content)).size, (1200, 630))
                    edge = {0: 630 / 1260 / 2 * 100, 100: 75}
                    if across:
                        edge = {0: 1200 / 1800 / 2 * 100, 100: 200 / 3}
                    self.assertAlmostEqual(middle(content), wanted or edge[percent], delta=2)

    def test_a_hair_beyond_the_edge_is_none(self):
        for side in (1201, 1399, 1777, 1999, 2311):
            social(Image.new("RGB", (side, side * 2 // 3)), (1200, 630), (100, 100))


class ShareTests(TestCase):
    def name(self, photo, x, y):
        return f"photos/{photo.folder}/social-{x}-{y}.jpg"

    def test_it_is_made_at_upload_and_named_on_the_page(self):
        photo = make_photo(upload=picture_file(1600, 1200))
        self.assertTrue(default_storage.exists(self.name(photo, 50, 50)))
        page = self.client.get(make_published(lead_photo=photo).get_absolute_url())
        self.assertContains(page, f"{photo.folder}/social-50-50.jpg")
        self.assertContains(page, '<meta property="og:image:width" content="1200">')
        self.assertContains(page, '<meta property="og:image:height" content="630">')

    def test_what_is_said_of_its_size_is_true(self):
        for size in ((1600, 1200), (700, 900), (300, 500)):
            photo = make_photo(upload=picture_file(*size))
            name = photo.share["url"].removeprefix(default_storage.url(""))
            with default_storage.open(name) as file, Image.open(file) as image:
                self.assertEqual(image.size, (photo.share["width"], photo.share["height"]))
                self.assertEqual(image.format, "JPEG")

    def test_it_is_made_anew_when_the_focus_moves_and_caches_are_told(self):
        photo = make_photo(upload=picture_file(1600, 1200))
        photo.focus_x = 10
        with listening(self) as heard:
            photo.save()
        self.assertFalse(default_storage.exists(self.name(photo, 50, 50)))
        self.assertTrue(default_storage.exists(self.name(photo, 10, 50)))
        self.assertIn("social-10-50", Photo.objects.get().share["url"])
        self.assertIn(f"photo-{photo.pk}", heard)

    def test_a_change_of_words_makes_none(self):
        photo = make_photo(upload=picture_file(1600, 1200))
        photo.caption = "New"
        with mock.patch("articles.files.write") as write, self.captureOnCommitCallbacks(execute=True):
            photo.save()
        write.assert_not_called()

    def test_where_that_fails_the_old_one_stands(self):
        photo = make_photo(upload=picture_file(1600, 1200))
        photo.focus_x = 10
        with (
            mock.patch("articles.files.write", side_effect=OSError("full")),
            self.assertLogs("django", "ERROR"),
            self.captureOnCommitCallbacks(execute=True),
        ):
            photo.save()
        share = Photo.objects.get().share
        self.assertIn("social-50-50", share["url"])
        self.assertTrue(default_storage.exists(self.name(photo, 50, 50)))

    def test_a_picture_may_come_with_its_focus(self):
        with self.captureOnCommitCallbacks(execute=True):
            photo = make_photo(upload=picture_file(1600, 1200), focus_x=20, focus_y=80)
        names = default_storage.listdir(f"photos/{photo.folder}")[1]
        self.assertEqual([name for name in names if "social" in name], ["social-20-80.jpg"])

    def test_one_from_before_shows_a_rendition_until_the_round_or_a_saving_makes_it(self):
        photo = make_photo(upload=picture_file(1600, 1200))
        default_storage.delete(self.name(photo, 50, 50))
        photo.found = {}
        self.assertEqual(photo.share["width"], 1280)
        with self.captureOnCommitCallbacks(execute=True):
            photo.save()
        self.assertEqual(Photo.objects.get().share["width"], 1200)
