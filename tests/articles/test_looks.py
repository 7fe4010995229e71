from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from PIL import Image, ImageDraw, ImageEnhance

from articles.admin.photo_twins import near, same_file
from articles.models import Photo
from articles.pictures.looks import NEAR, columns, distance, look_of, parts_of, says_something
from tests.factories import make_photo, picture_file


def scene(shift=0, size=(900, 600)):
    """A drawing with enough in it to be told from others; ``shift`` makes another one."""
    image = Image.new("RGB", (900, 600), "white")
    draw = ImageDraw.Draw(image)
    for number in range(40):
        x, y = (number * 197 + shift * 83) % 850, (number * 131 + shift * 57) % 550
        shade = (number * 67 + shift * 29) % 256
        draw.rectangle((x, y, x + 90, y + 120), fill=(shade, (shade * 3) % 256, 255 - shade))
    return image.resize(size)


def file_of(image, quality=90):
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return SimpleUploadedFile("scene.jpg", buffer.getvalue())


class LookTests(TestCase):
    def test_the_same_picture_in_another_size_or_quality_looks_the_same(self):
        look = look_of(scene())
        for other in (
            scene(size=(450, 300)),
            scene(size=(1800, 1200)),
            Image.open(file_of(scene(), quality=40)),
        ):
            self.assertLessEqual(distance(look, look_of(other)), NEAR)
        self.assertLessEqual(distance(look, look_of(ImageEnhance.Brightness(scene()).enhance(0.95))), NEAR)

    def test_other_pictures_look_different(self):
        looks = [look_of(scene(shift)) for shift in range(12)]
        for number, look in enumerate(looks):
            for other in looks[number + 1 :]:
                self.assertGreater(distance(look, other), NEAR)

    def test_a_plain_surface_says_nothing(self):
        self.assertFalse(says_something(look_of(Image.new("RGB", (300, 200), "navy"))))
        self.assertTrue(says_something(look_of(scene())))

    def test_a_look_fits_into_what_databases_hold(self):
        image = Image.new("L", (9, 8))
        image.putdata([255 - column * 20 for _row in range(8) for column in range(9)])
        look = look_of(image.resize((900, 800), Image.Resampling.NEAREST).convert("RGB"))
        self.assertEqual((look, parts_of(look)), (-1, (0xFFFF,) * 4))
        self.assertEqual(columns(-1)["look_4"], 0xFFFF)

    def test_looks_that_differ_in_three_places_have_a_part_in_common(self):
        for places in ((0, 20, 40), (0, 1, 2), (15, 16, 63)):
            look = 0x0123456789ABCDEF
            other = look
            for place in places:
                other ^= 1 << place
            self.assertTrue(set(enumerate(parts_of(look))) & set(enumerate(parts_of(other))))

    def test_the_smallest_picture_has_a_look(self):
        self.assertIsInstance(look_of(Image.new("RGB", (1, 1))), int)


class TwinTests(TestCase):
    def test_a_picture_that_looks_the_same_is_found_and_another_is_not(self):
        first, other = make_photo(upload=file_of(scene())), make_photo(upload=file_of(scene(5)))
        again = make_photo(upload=file_of(scene(size=(600, 400)), quality=60))
        with self.assertNumQueries(2):
            self.assertEqual(near(again), [first])
        self.assertEqual((near(first), near(other)), ([again], []))

    def test_plain_surfaces_are_not_compared(self):
        make_photo(upload=picture_file(colour="navy"))
        with self.assertNumQueries(0):
            self.assertEqual(near(Photo(look=0)), [])

    def test_the_same_file_is_found_by_its_content(self):
        first = make_photo(upload=picture_file(colour="teal"))
        make_photo(upload=picture_file(colour="teal"))
        self.assertEqual(same_file(first.content_hash), first)
        self.assertIsNone(same_file("0" * 64))
