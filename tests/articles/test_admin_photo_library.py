from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils.timezone import localdate, now

from articles.choices import Licence
from articles.models import Photo, PhotoUse
from tests.factories import make_article, make_photo, make_published, make_user, picture_file

LIST = reverse("admin:articles_photo_changelist")


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
            with self.subTest(number), self.assertNumQueries(8):
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

    def listed(self, **narrowed):
        return set(self.client.get(LIST, narrowed).context["cl"].result_list)

    def test_the_tabs_show_what_has_to_be_done(self):
        today = localdate()
        plain = make_photo(credit="")
        ending, over = (
            make_photo(rights_until=today + timedelta(30)),
            make_photo(rights_until=today - timedelta(1)),
        )
        make_photo(rights_until=today + timedelta(31))
        waiting = make_photo(alt="", is_decorative=True)
        Photo.objects.filter(pk=waiting.pk).update(found={"undescribed": True, "name": "DSC_1.jpg"})
        for state, found in (
            ("uncredited", plain),
            ("ending", ending),
            ("over", over),
            ("undescribed", waiting),
        ):
            with self.subTest(state):
                self.assertEqual(self.listed(state=state), {found})
        self.assertContains(self.client.get(LIST), "DSC_1.jpg")

    def test_the_list_is_narrowed_by_shape_licence_day_and_sender(self):
        reporter = make_user("Reporter")
        tall = make_photo(upload=picture_file(300, 400), by=reporter, licence=Licence.AGENCY)
        square, wide = make_photo(upload=picture_file(300, 300)), make_photo()
        Photo.objects.filter(pk=wide.pk).update(created_at=now() - timedelta(400))
        for narrowed, found in (
            ({"shape": "portrait"}, {tall}),
            ({"shape": "square"}, {square}),
            ({"shape": "landscape"}, {wide}),
            ({"licence": "agency"}, {tall}),
            ({"by": str(reporter.pk)}, {tall}),
            ({"sent": "older"}, {wide}),
            ({"sent": "today"}, {tall, square}),
            ({"by": "x"}, {tall, square, wide}),
        ):
            with self.subTest(narrowed):
                self.assertEqual(self.listed(**narrowed), found)

    def test_a_picture_is_used_above_a_story_or_within_it_and_counted_once_for_each(self):
        led, within, unused = make_photo(), make_photo(), make_photo()
        story = make_article(lead_photo=led)
        for photo in (led, within):
            PhotoUse.objects.get_or_create(photo=photo, article=story)
        self.assertEqual(self.listed(used="yes"), {led, within})
        self.assertEqual(self.listed(used="no"), {unused})
        self.assertEqual(self.listed(state="unused"), {unused})
        self.assertEqual({photo.uses for photo in self.listed(used="yes")}, {1})
