import io
from contextlib import contextmanager
from unittest import mock

from django.core.files.storage import Storage, default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from PIL import Image, ImageCms

from articles import encoding
from articles.encoding import make_avif
from articles.figures import record_of
from articles.models import Photo, PhotoUse
from newsroom import rounds
from tests.articles.picture_files import exif, landscape, saved
from tests.articles.test_photos import files
from tests.factories import listening, make_photo, make_published, picture_file

MARK = "LEAKMARK"


def stored(photo):
    """Every public file of a photo, by its name without the folder."""
    folder = f"photos/{photo.folder}"
    found = {}
    for name in default_storage.listdir(folder)[1]:
        with default_storage.open(f"{folder}/{name}") as file:
            found[name] = file.read()
    return found


class AvifTests(TestCase):
    def test_a_round_makes_one_for_each_width_and_tells_the_pages(self):
        photo = make_photo(upload=picture_file(800, 600))
        with listening(self) as heard:
            rounds.go_round()
        photo.refresh_from_db()
        self.assertTrue(photo.has_avif)
        names = [f"{width}.avif" for width in photo.widths]
        self.assertLessEqual(set(names), set(files(photo)[0]))
        self.assertIn(f"photo-{photo.pk}", heard)
        self.assertEqual(make_avif().done, 0)

    def test_the_row_is_marked_when_the_files_are_there(self):
        photo, seen = make_photo(), []
        with mock.patch.object(encoding, "write", lambda *_: seen.append(Photo.objects.get().avif_at)):
            make_avif()
        self.assertEqual(seen, [None] * len(photo.widths))

    def test_what_an_interrupted_round_left_is_written_over(self):
        photo = make_photo()
        with mock.patch.object(encoding, "_note", side_effect=SystemExit), self.assertRaises(SystemExit):
            make_avif()
        before = files(photo)
        make_avif()
        self.assertEqual(files(photo), before)

    def test_one_that_fails_keeps_nobody_else_waiting_and_is_not_tried_again(self):
        good, bad = make_photo(), make_photo()
        bad.original.storage.delete(bad.original.name)
        made = make_avif()
        self.assertEqual((made.done, made.problems), (1, []))
        bad.refresh_from_db()
        good.refresh_from_db()
        self.assertEqual((good.has_avif, bad.has_avif), (True, False))
        self.assertFalse(Photo.objects.without_avif().exists())
        story = make_published(lead_photo=bad)
        self.assertNotContains(self.client.get(story.get_absolute_url()), "image/avif")

    def test_an_encoder_that_gives_up_is_noted_too(self):
        photo = make_photo()
        with mock.patch("articles.encoding.pictures.renditions", side_effect=MemoryError):
            make_avif()
        photo.refresh_from_db()
        self.assertIsNotNone(photo.avif_at)
        self.assertFalse(photo.has_avif)

    def test_a_storage_that_is_away_is_told_and_tried_again(self):
        make_photo()
        with mock.patch.object(encoding, "write", side_effect=OSError("away")):
            made = make_avif()
        self.assertEqual((made.done, len(made.problems)), (0, 1))
        self.assertEqual(make_avif().done, 1)

    def test_a_round_begins_no_more_than_it_has_time_for(self):
        first, last = make_photo(), make_photo()
        with mock.patch("articles.encoding.time.process_time", side_effect=[0, 1, 25]):
            self.assertEqual(make_avif().done, 1)
        # The newest is what readers look at.
        self.assertEqual(list(Photo.objects.without_avif()), [first])
        self.assertNotEqual(files(last), ([], []))

    def test_one_deleted_in_the_meantime_leaves_no_file(self):
        photo = make_photo()
        with mock.patch.object(encoding, "_note", return_value=False):
            self.assertEqual(make_avif().done, 0)
        self.assertEqual(files(photo), ([], []))

    def test_deleting_takes_every_kind_of_file(self):
        photo = make_photo(upload=picture_file(800, 600))
        make_avif()
        photo.refresh_from_db()
        with self.captureOnCommitCallbacks(execute=True):
            photo.delete()
        self.assertEqual(files(photo), ([], []))

    def test_what_the_desk_learned_in_the_meantime_is_kept(self):
        photo = make_photo(found={"title": "Boats"})

        def renamed(*_args):
            Photo.objects.update(found={"title": "Ships"})

        with mock.patch.object(encoding, "write", renamed):
            make_avif()
        photo.refresh_from_db()
        self.assertEqual(photo.found["title"], "Ships")

    def test_stories_whose_text_shows_it_hear_of_it(self):
        photo = make_photo()
        story = make_published(figures={str(photo.pk): record_of(photo)})
        PhotoUse.objects.create(photo=photo, article=story)
        make_avif()
        story.refresh_from_db()
        self.assertTrue(story.figures[str(photo.pk)]["avif"])

    def test_one_from_before_gets_its_picture_for_other_sites_as_well(self):
        photo = make_photo(upload=picture_file(800, 600))
        Photo.objects.update(found={})
        default_storage.delete(f"photos/{photo.folder}/social-50-50.jpg")
        make_avif()
        photo.refresh_from_db()
        self.assertIn("social-50-50", photo.share["url"])
        self.assertIn("social-50-50.jpg", files(photo)[0])


class EveryFileTests(TestCase):
    """A photograph as a camera writes it: lying on its side, with its place, its maker and a profile."""

    @classmethod
    def setUpTestData(cls):
        block = exif(6, t270=MARK, t315=MARK)
        block[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)}
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + MARK.encode()
        # Upright it is red above and blue below.
        scene = landscape(1400, 2100)
        scene.paste("red", (0, 0, 1400, 300))
        scene.paste("blue", (0, 1800, 1400, 2100))
        lying = scene.transpose(Image.Transpose.ROTATE_90)
        content = saved(lying, "JPEG", quality=90, exif=block, icc_profile=profile, comment=MARK.encode())
        cls.photo = make_photo(upload=SimpleUploadedFile("a.jpg", content))
        make_avif()
        cls.files = stored(cls.photo)

    def test_there_are_four_kinds(self):
        names = {
            name for width in self.photo.widths for name in (f"{width}.jpg", f"{width}.webp", f"{width}.avif")
        }
        self.assertEqual(set(self.files), names | {"social-50-50.jpg"})

    def test_none_tells_anything_beside_its_pixels(self):
        for name, content in self.files.items():
            with self.subTest(name):
                for word in (MARK.encode(), b"Exif", b"EXIF", b"ICC", b"<x:xmpmeta", b"prof"):
                    self.assertNotIn(word, content)
                image = Image.open(io.BytesIO(content))
                self.assertFalse(image.getexif())
                self.assertFalse({"exif", "icc_profile", "xmp", "comment"} & set(image.info))

    def test_all_are_upright_and_of_the_size_they_are_named_for(self):
        self.assertEqual((self.photo.width, self.photo.height), (1400, 2100))
        for name, content in self.files.items():
            if name.startswith("social"):
                continue
            with self.subTest(name):
                image = Image.open(io.BytesIO(content)).convert("RGB")
                width = int(name.split(".")[0])
                self.assertEqual(image.size, (width, width * 3 // 2))
                above, below = (image.getpixel((width // 2, y)) for y in (5, image.height - 5))
                self.assertGreater(above[0], 200)
                self.assertGreater(below[2], 200)


class Remote(Storage):
    """As one that keeps its files elsewhere: names and contents, no path, no folders to list."""

    def __init__(self):
        self.kept = {}

    def _open(self, name, mode="rb"):
        if name not in self.kept:
            raise FileNotFoundError(name)
        return io.BytesIO(self.kept[name])

    def _save(self, name, content):
        self.kept[name] = content.read()
        return name

    def delete(self, name):
        self.kept.pop(name, None)

    def exists(self, name):
        return name in self.kept

    def url(self, name):
        return f"https://pictures.example/{name}"


@contextmanager
def remote():
    public, originals = Remote(), Remote()
    with (
        mock.patch.object(default_storage, "_wrapped", public),
        mock.patch.object(Photo._meta.get_field("original"), "storage", originals),
    ):
        yield public.kept, originals.kept


class RemoteTests(TestCase):
    def test_a_picture_lives_and_dies_in_a_storage_without_paths(self):
        self.assertIn("default", storages.backends)
        with remote() as (public, originals):
            photo = make_photo(upload=picture_file(800, 600))
            self.assertEqual((len(public), len(originals)), (7, 1))
            self.assertEqual(make_avif().done, 1)
            self.assertEqual(len(public), 10)
            photo.refresh_from_db()
            photo.focus_x = 0
            with self.captureOnCommitCallbacks(execute=True):
                photo.save()
            self.assertEqual(len(public), 10)
            page = self.client.get(make_published(lead_photo=photo).get_absolute_url())
            self.assertContains(page, f"https://pictures.example/photos/{photo.folder}/640.avif 640w")
            Photo.objects.get().led_articles.all().delete()
            with self.captureOnCommitCallbacks(execute=True):
                Photo.objects.get().delete()
            self.assertEqual((public, originals), ({}, {}))

    def test_one_that_fails_at_any_file_keeps_none(self):
        for last in range(8):
            with self.subTest(last), remote() as (public, originals):
                failing = mock.Mock(side_effect=[*[mock.DEFAULT] * last, OSError("full")])
                real = Remote._save

                def save(storage, name, content, real=real, failing=failing):
                    failing()
                    return real(storage, name, content)

                with mock.patch.object(Remote, "_save", save), self.assertRaises(OSError):
                    make_photo(upload=picture_file(800, 600))
                self.assertEqual((public, originals), ({}, {}))
