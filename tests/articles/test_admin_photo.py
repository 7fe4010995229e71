from unittest import mock

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import TestCase
from django.urls import reverse

from articles.models import Photo
from articles.models.photo import originals_storage
from tests.factories import make_user, picture_file

ADD = reverse("admin:articles_photo_add")


def files():
    """Every file there is, public or not."""
    found = []
    for storage in (default_storage, originals_storage()):
        folders = [""]
        while folders:
            folder = folders.pop()
            names = storage.listdir(folder) if folder == "" or storage.exists(folder) else ([], [])
            folders += [f"{folder}/{name}".strip("/") for name in names[0]]
            found += [f"{folder}/{name}" for name in names[1]]
    return found


class UploadTests(TestCase):
    def setUp(self):
        self.user = make_user("Reporter")
        self.client.force_login(self.user)

    def upload(self, **overrides):
        return self.client.post(
            ADD, {"file": picture_file(400, 300), "alt": "A quay", "credit": "Me", **overrides}
        )

    def test_a_picture_is_added_with_what_is_said_about_it(self):
        self.assertEqual(self.upload(caption="The quay").status_code, 302)
        photo = Photo.objects.get()
        self.assertEqual((photo.alt, photo.credit, photo.caption), ("A quay", "Me", "The quay"))
        self.assertEqual((photo.uploaded_by, photo.width), (self.user, 400))
        self.assertTrue(default_storage.exists(photo.rendition_name(photo.widths[0], "webp")))

    def test_the_renditions_are_made_before_the_transaction_begins(self):
        inside, outside = [], len(connection.savepoint_ids)
        prepare = type(Photo.objects).prepare

        def watched(manager, *args, **kwargs):
            inside.append(len(connection.savepoint_ids))
            return prepare(manager, *args, **kwargs)

        with mock.patch.object(type(Photo.objects), "prepare", watched):
            self.upload()
        self.assertEqual(inside, [outside])

    def test_a_picture_is_described_or_decorative_and_exactly_one_of_the_two(self):
        before = files()
        for both in (
            {"alt": "", "is_decorative": ""},
            {"alt": "A quay", "is_decorative": "on"},
            {"alt": "  "},
        ):
            with self.subTest(both):
                self.assertContains(self.upload(**both), "one of the two")
        self.assertEqual((Photo.objects.count(), files()), (0, before))
        self.upload(alt="", is_decorative="on")
        self.assertTrue(Photo.objects.get().is_decorative)

    def test_a_refused_file_is_told_at_its_field_and_leaves_nothing_behind(self):
        before = files()
        hostile = SimpleUploadedFile("quay.jpg", b"<svg onload=alert(1)>", "image/jpeg")
        page = self.upload(file=hostile, caption="Kept")
        self.assertTrue(page.context["adminform"].form.errors["file"])
        self.assertContains(page, "Kept")
        self.assertEqual((Photo.objects.count(), files()), (0, before))

    def test_a_form_without_a_file_says_so(self):
        self.assertContains(self.client.post(ADD, {"alt": "A quay"}), "This field is required.")

    def test_a_row_that_cannot_be_saved_leaves_no_file(self):
        before = files()
        self.client.raise_request_exception = False
        with mock.patch.object(Photo, "save", side_effect=RuntimeError), self.assertLogs("django.request"):
            self.upload()
        self.assertEqual((Photo.objects.count(), files()), (0, before))

    def test_an_upload_that_is_refused_after_the_renditions_were_made_leaves_no_file(self):
        before = files()
        self.assertEqual(self.upload(_to_field="original").status_code, 400)
        self.client.raise_request_exception = False
        with (
            mock.patch("django.contrib.admin.options.ModelAdmin.log_addition", side_effect=RuntimeError),
            self.assertLogs("django.request"),
        ):
            self.upload()
        self.assertEqual((Photo.objects.count(), files()), (0, before))

    def test_the_same_file_again_is_refused_with_the_one_there_is_until_somebody_insists(self):
        self.upload()
        first, before = Photo.objects.get(), files()
        with mock.patch.object(type(Photo.objects), "prepare") as prepare:
            page = self.upload(alt="Once more")
        prepare.assert_not_called()
        self.assertContains(page, "already in the library, as")
        self.assertContains(page, f'href="{reverse("admin:articles_photo_change", args=[first.pk])}"')
        self.assertContains(page, "Once more")
        self.assertEqual((Photo.objects.count(), files()), (1, before))
        self.assertEqual(self.upload(again="on").status_code, 302)
        self.assertEqual(Photo.objects.count(), 2)

    def test_beside_a_story_it_is_told_without_a_link_that_would_lead_away(self):
        self.upload()
        page = self.upload(_popup="1")
        self.assertContains(page, f"already in the library, as № {Photo.objects.get().pk}: use that one")

    def test_who_may_not_add_pictures_has_none_prepared(self):
        self.client.force_login(make_user("Moderator"))
        with mock.patch.object(type(Photo.objects), "prepare") as prepare:
            self.assertEqual(self.upload().status_code, 403)
        prepare.assert_not_called()
