from unittest import mock

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import TestCase
from django.urls import reverse

from articles.models import Photo
from articles.models.photo import originals_storage
from tests.factories import make_article, make_photo, make_published, make_user, picture_file

ADD = reverse("admin:articles_photo_add")
LIST = reverse("admin:articles_photo_changelist")


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

    def test_the_same_file_again_is_pointed_out(self):
        self.upload()
        page = self.client.post(ADD, {"file": picture_file(400, 300), "alt": "A quay"}, follow=True)
        self.assertContains(page, f"already in the library, as № {Photo.objects.earliest('pk').pk}")

    def test_who_may_not_add_pictures_has_none_prepared(self):
        self.client.force_login(make_user("Moderator"))
        with mock.patch.object(type(Photo.objects), "prepare") as prepare:
            self.assertEqual(self.upload().status_code, 403)
        prepare.assert_not_called()


class LibraryTests(TestCase):
    def setUp(self):
        self.user = make_user("Editor")
        self.client.force_login(self.user)

    def test_the_library_shows_pictures_and_how_often_each_is_used(self):
        used, unused = make_photo(alt="Used"), make_photo(alt="Unused", credit="")
        make_published(lead_photo=used)
        page = self.client.get(LIST)
        self.assertContains(page, used.rendition_url(used.widths[0], "webp"))
        self.assertContains(page, "1 story")
        self.assertContains(page, "Not used yet")
        self.assertContains(page, "No credit yet")
        self.assertContains(page, f"№ {unused.pk}")

    def test_the_number_of_queries_does_not_depend_on_the_number_of_pictures(self):
        for number in (1, 5):
            for _n in range(number):
                make_article(lead_photo=make_photo())
            with self.subTest(number), self.assertNumQueries(5):
                self.client.get(LIST)

    def test_a_picture_is_found_by_its_words_and_by_its_number(self):
        photo, other = make_photo(alt="The lighthouse"), make_photo(alt="A gull")
        for term, found in (("lighthouse", photo), (f"№ {other.pk}", other), (str(photo.pk), photo)):
            with self.subTest(term):
                self.assertEqual(list(self.client.get(LIST, {"q": term}).context["cl"].result_list), [found])
        self.assertContains(self.client.get(LIST, {"q": "nowhere"}), "No picture here.")

    def test_suggestions_carry_a_small_rendition_and_the_credit(self):
        photo = make_photo(credit="Photograph: Maren Holt")
        ask = {
            "app_label": "articles",
            "model_name": "article",
            "field_name": "lead_photo",
            "term": f"№ {photo.pk}",
        }
        (row,) = self.client.get(reverse("admin:autocomplete"), ask).json()["results"]
        self.assertEqual(row["thumb"], photo.rendition_url(photo.widths[0], "webp"))
        self.assertEqual((row["id"], row["detail"]), (str(photo.pk), "Photograph: Maren Holt"))

    def test_what_is_said_about_a_picture_can_be_changed_and_its_file_cannot(self):
        photo = make_photo()
        url = reverse("admin:articles_photo_change", args=[photo.pk])
        self.assertNotContains(self.client.get(url), 'type="file"')
        self.client.post(
            url, {"alt": "Better words", "credit": "Me", "file": picture_file(50, 50), "width": 9}
        )
        stored = Photo.objects.get()
        self.assertEqual(
            (stored.alt, stored.original.name, stored.width), ("Better words", photo.original.name, 400)
        )

    def test_a_used_picture_is_not_deleted_and_it_is_said_where_it_stands(self):
        photo = make_photo()
        make_published(headline="Lamps on the pier", lead_photo=photo)
        url = reverse("admin:articles_photo_delete", args=[photo.pk])
        self.assertContains(self.client.get(url), "Lamps on the pier")
        self.client.post(url, {"post": "yes"})
        self.assertTrue(Photo.objects.exists())

    def test_an_unused_picture_is_deleted_with_its_files(self):
        before = files()
        photo = make_photo()
        url = reverse("admin:articles_photo_delete", args=[photo.pk])
        self.assertContains(self.client.get(url), "Delete this picture")
        with self.captureOnCommitCallbacks(execute=True):
            self.client.post(url, {"post": "yes"})
        self.assertEqual((Photo.objects.count(), files()), (0, before))

    def test_the_headline_of_a_draft_is_not_told_to_who_may_not_see_it(self):
        photo = make_photo()
        make_article(headline="DRAFTMARK", lead_photo=photo)
        reporter = make_user("Reporter")
        reporter.user_permissions.set(
            self.user.groups.get().permissions.filter(codename__in=["delete_photo", "change_photo"])
        )
        self.client.force_login(reporter)
        for view in ("change", "delete"):
            page = self.client.get(reverse(f"admin:articles_photo_{view}", args=[photo.pk]))
            self.assertNotContains(page, "DRAFTMARK")
            self.assertContains(page, "1 more story")
