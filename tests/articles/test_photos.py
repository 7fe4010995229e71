from unittest import mock

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import TestCase

from articles.models import Photo
from articles.pictures import Refused
from tests.factories import listening, make_photo, make_published, make_user, picture_file

ORIGINALS = Photo._meta.get_field("original").storage


def files(photo):
    """Every file there is of a photo: renditions, then the original."""
    folder = f"photos/{photo.folder}"
    names = default_storage.listdir(folder)[1] if default_storage.exists(folder) else []
    originals = [name for name in ORIGINALS.listdir("")[1] if name.startswith(photo.folder)]
    return sorted(names), originals


class PhotoTests(TestCase):
    def test_an_upload_becomes_renditions_a_private_original_and_a_row(self):
        user = make_user()
        photo = Photo.objects.store(picture_file(800, 600), by=user, alt="Boats", credit="M. Holt")
        self.assertEqual((photo.width, photo.height, photo.uploaded_by), (800, 600, user))
        names, originals = files(photo)
        wanted = [f"{width}.{kind}" for width in photo.widths for kind in ("jpg", "webp")]
        self.assertEqual(names, sorted([*wanted, "social-50-50.jpg"]))
        self.assertEqual(len(originals), 1)
        self.assertEqual(Photo.objects.get().alt, "Boats")

    def test_the_original_stands_where_nothing_is_served_from(self):
        self.assertFalse(default_storage.exists(make_photo().original.name))
        for served in (settings.MEDIA_ROOT, settings.STATIC_ROOT):
            self.assertFalse(settings.ORIGINALS_ROOT.is_relative_to(served))
            self.assertFalse(served.is_relative_to(settings.ORIGINALS_ROOT))

    def test_the_folder_cannot_be_guessed(self):
        self.assertNotEqual(make_photo().folder, make_photo().folder)
        self.assertGreaterEqual(len(make_photo().folder), 16)

    def test_what_is_no_picture_leaves_nothing_behind(self):
        before = set(ORIGINALS.listdir("")[1])
        for content in (b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff\xe0 no picture"):
            with self.assertRaises(Refused) as caught:
                Photo.objects.store(SimpleUploadedFile("a.jpg", content), by=None, alt="x")
            self.assertTrue(str(caught.exception))
        self.assertFalse(Photo.objects.exists())
        self.assertEqual(set(ORIGINALS.listdir("")[1]), before)

    def test_a_disk_that_fails_midway_leaves_nothing_behind(self):
        real, made = default_storage.save, []

        def failing(name, content):
            if made:
                raise OSError("full")
            made.append(real(name, content))
            return made[0]

        with mock.patch.object(default_storage, "save", failing), self.assertRaises(OSError):
            make_photo()
        self.assertFalse(default_storage.exists(made[0]))
        self.assertFalse(Photo.objects.exists())

    def test_a_row_that_cannot_be_saved_leaves_no_file(self):
        photo = Photo.objects.prepare(picture_file(), by=None)
        with self.assertRaisesMessage(IntegrityError, "photo_described_or_decorative"), transaction.atomic():
            photo.keep(alt="")
        self.assertEqual(files(photo), ([], []))

    def test_it_is_described_or_decorative_and_not_both(self):
        photo = make_photo()
        for fields in ({"alt": ""}, {"is_decorative": True}, {"width": 0}):
            with self.subTest(fields), self.assertRaises(IntegrityError), transaction.atomic():
                Photo.objects.filter(pk=photo.pk).update(**fields)
        self.assertEqual(str(make_photo(alt="", is_decorative=True)), "Decorative picture")

    def test_deleting_takes_the_files_once_that_is_committed(self):
        photo = make_photo()
        kept = files(photo)
        with self.captureOnCommitCallbacks(execute=True):
            photo.delete()
            self.assertEqual(files(photo), kept)
        self.assertEqual(files(photo), ([], []))

    def test_a_picture_that_leads_a_story_stays_with_its_files(self):
        photo = make_photo()
        make_published(lead_photo=photo)
        with self.captureOnCommitCallbacks(execute=True), self.assertRaises(ProtectedError):
            photo.delete()
        self.assertNotEqual(files(photo), ([], []))

    def test_a_change_of_its_words_is_told(self):
        photo = make_photo()
        with listening(self) as heard:
            photo.save()
        self.assertIn(f"photo-{photo.pk}", heard)

    def test_control_characters_leave_its_words(self):
        photo = make_photo(alt="A\x07 boat\u202e", caption="On\x00 water\n")
        photo.refresh_from_db()
        self.assertEqual((photo.alt, photo.caption), ("A boat", "On water"))
        self.assertEqual(str(photo), "On water")

    def test_a_set_of_sources_names_every_width(self):
        photo = make_photo()
        self.assertEqual(photo.srcset("webp").count("w,") + 1, len(photo.widths))
        self.assertIn(f"{photo.folder}/{photo.widths[0]}.webp {photo.widths[0]}w", photo.srcset("webp"))
