from datetime import date

from django.test import TestCase
from django.urls import reverse

from articles.models import Photo, PhotoUse
from tests.articles.test_admin_photo import files
from tests.factories import make_article, make_photo, make_published, make_user, picture_file


class RecordTests(TestCase):
    def setUp(self):
        self.user = make_user("Editor")
        self.client.force_login(self.user)

    def at(self, photo, query=""):
        return reverse("admin:articles_photo_change", args=[photo.pk]) + query

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

    def test_rights_and_focus_are_part_of_the_record(self):
        photo, other = make_photo(), make_photo()
        answer = self.client.post(
            self.at(photo),
            {
                "alt": "A quay",
                "credit": "Nord",
                "source": "Wire",
                "licence": "agency",
                "territory": "UK",
                "rights_until": "2031-05-01",
                "replacement": other.pk,
                "focus_x": "20",
                "focus_y": "80",
            },
        )
        self.assertEqual(answer.status_code, 302)
        photo.refresh_from_db()
        self.assertEqual((photo.licence, photo.source, photo.territory), ("agency", "Wire", "UK"))
        self.assertEqual((photo.rights_until, photo.replacement), (date(2031, 5, 1), other))
        self.assertEqual((photo.focus_x, photo.focus_y), (20, 80))
        page = self.client.get(self.at(photo))
        self.assertContains(page, 'cx="20" cy="80"')
        self.assertContains(page, 'data-fx="2" data-fy="8"', count=4)
        self.assertContains(page, 'value="2031-05-01"')

    def test_a_focus_lies_within_the_picture_and_a_picture_does_not_replace_itself(self):
        photo = make_photo()
        for wrong in ({"focus_x": "101"}, {"focus_y": "-1"}, {"replacement": photo.pk}, {"licence": "none"}):
            with self.subTest(wrong):
                answer = self.client.post(self.at(photo), {"alt": "A quay", **wrong})
                self.assertEqual(answer.status_code, 200)
                self.assertTrue(answer.context["adminform"].form.errors)

    def test_what_the_file_says_is_offered_and_taken_only_when_asked(self):
        photo = make_photo(credit="")
        Photo.objects.filter(pk=photo.pk).update(
            found={"photographer": "Ines <b>Roth", "caption": "The ferry"}
        )
        page = self.client.get(self.at(photo))
        self.assertContains(page, "From the file")
        self.assertContains(page, "Ines &lt;b&gt;Roth")
        form = page.context["adminform"].form
        self.assertEqual((form["credit"].value(), form["caption"].value()), ("", ""))
        form = self.client.get(self.at(photo, "?take=credit")).context["adminform"].form
        self.assertEqual((form["credit"].value(), form["caption"].value()), ("Ines <b>Roth", ""))
        self.client.post(self.at(photo), {"alt": "A ferry", "credit": "Ines Roth"})
        self.assertEqual(Photo.objects.get().found["caption"], "The ferry")

    def test_one_that_waits_for_words_says_so_until_it_has_them(self):
        photo = make_photo(alt="", is_decorative=True)
        Photo.objects.filter(pk=photo.pk).update(found={"undescribed": True})
        page = self.client.get(self.at(photo))
        self.assertContains(page, "Nobody has said yet what it shows")
        self.assertFalse(page.context["adminform"].form["is_decorative"].value())
        self.client.post(self.at(photo), {"is_decorative": "on"})
        self.assertEqual(Photo.objects.get().found, {})

    def test_the_record_costs_ten_queries_at_most(self):
        photo = make_photo()
        for _number in range(3):
            make_published(lead_photo=photo)
        with self.assertNumQueries(6):
            self.client.get(self.at(photo))

    def test_a_picture_within_the_text_of_a_story_is_not_deleted_either(self):
        photo = make_photo()
        PhotoUse.objects.create(photo=photo, article=make_article(headline="Within"))
        url = reverse("admin:articles_photo_delete", args=[photo.pk])
        self.assertContains(self.client.get(url), "Within")
        self.client.post(url, {"post": "yes"})
        self.assertTrue(Photo.objects.exists())
        self.assertContains(self.client.get(self.at(photo)), "Within")

    def test_a_reporter_reads_the_record_and_changes_nothing(self):
        photo = make_photo()
        self.client.force_login(make_user("Reporter"))
        self.assertNotContains(self.client.get(self.at(photo)), "data-focus aria")
        self.assertEqual(self.client.post(self.at(photo), {"alt": "Mine"}).status_code, 403)
