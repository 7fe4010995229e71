from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, timedelta
from unittest import mock

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone
from django.utils.timezone import localdate

from articles import lifetimes
from articles.lifetimes import list_ttl, page_ttl
from articles.models import Article, Photo, PhotoUse
from articles.preflight import examine, proof
from articles.refusals import Incomplete
from newsroom import rounds
from newsroom.models import Heartbeat, Purge
from tests.factories import listening, make_article, make_photo, make_published, make_section, make_user

DAY = timedelta(days=1)


def today(days=0):
    return localdate() + days * DAY


@contextmanager
def at(moment):
    """The clock of everything that is asked here."""
    with ExitStack() as stack:
        for module in (timezone, lifetimes, proof):
            stack.enter_context(mock.patch.object(module, "now", lambda: moment))
        yield


class ShownTests(TestCase):
    def setUp(self):
        self.photo, self.other = make_photo(), make_photo()

    def test_without_a_last_day_it_is_shown_for_ever(self):
        self.assertIs(self.photo.shown, self.photo)
        self.assertIsNone(self.photo.changes_at)

    def test_its_last_day_is_the_whole_of_it(self):
        self.photo.rights_until = today()
        self.assertTrue(self.photo.may_be_shown)
        self.photo.rights_until = today(-1)
        self.assertFalse(self.photo.may_be_shown)
        self.assertIsNone(self.photo.shown)

    def test_the_day_is_that_of_the_site(self):
        photo = Photo(rights_until=date(2026, 7, 1))
        with override_settings(TIME_ZONE="America/New_York"):
            self.assertEqual(photo.rights_until.day, 1)
            with at(datetime(2026, 7, 2, 3, 59, tzinfo=UTC)):
                self.assertTrue(photo.may_be_shown)
                self.assertEqual(photo.changes_at, datetime(2026, 7, 2, 4, tzinfo=UTC))
            with at(datetime(2026, 7, 2, 4, 0, tzinfo=UTC)):
                self.assertFalse(photo.may_be_shown)

    def test_after_it_the_replacement_is_shown_if_that_may_be(self):
        self.photo.rights_until, self.photo.replacement = today(-1), self.other
        self.assertEqual(self.photo.shown, self.other)
        self.other.rights_until = today(-1)
        self.assertIsNone(self.photo.shown)

    def test_a_replacement_is_not_replaced(self):
        self.photo.rights_until, self.photo.replacement = today(-1), self.other
        self.other.rights_until, self.other.replacement = today(-1), make_photo()
        self.assertIsNone(self.photo.shown)

    def test_lists_of_what_ends(self):
        for photo, days in ((self.photo, -1), (self.other, 14)):
            Photo.objects.filter(pk=photo.pk).update(rights_until=today(days))
        make_photo(rights_until=today(15))
        self.assertEqual(list(Photo.objects.over()), [self.photo])
        self.assertEqual(list(Photo.objects.ending_within(14)), [self.other])
        self.assertEqual(list(Photo.objects.ended_since(today(-1))), [self.photo])
        self.assertFalse(Photo.objects.ended_since(today()).exists())

    def test_in_use_is_what_leads_a_story_or_stands_in_one(self):
        story = make_published(lead_photo=self.photo)
        PhotoUse.objects.create(photo=self.photo, article=story)
        self.assertEqual(list(Photo.objects.in_use()), [self.photo])
        PhotoUse.objects.create(photo=self.other, article=story)
        self.assertEqual(set(Photo.objects.in_use()), {self.photo, self.other})


class PublicPageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.photo = make_photo(alt="The old one", rights_until=today(), credit="Photograph: Agency")
        cls.other = make_photo(alt="The new one", credit="Photograph: Maren Holt")
        cls.section = make_section()
        cls.story = make_published(lead_photo=cls.photo, section=cls.section)

    def pages(self):
        return [
            *("/", "/latest/", self.section.get_absolute_url()),
            *(self.story.get_absolute_url(), f"{self.story.get_absolute_url()}comments/"),
        ]

    def test_a_picture_whose_rights_are_over_stands_on_no_page(self):
        with_picture = [page for page in self.pages() if self.photo.folder in self.text(page)]
        self.assertIn(self.story.get_absolute_url(), with_picture)
        Photo.objects.update(rights_until=today(-1))
        for page in self.pages():
            with self.subTest(page):
                for told in (self.photo.folder, "The old one", "Photograph: Agency", "og:image"):
                    self.assertNotIn(told, self.text(page))

    def test_its_replacement_takes_its_place_with_its_own_words(self):
        with_picture = [page for page in self.pages() if self.photo.folder in self.text(page)]
        Photo.objects.filter(pk=self.photo.pk).update(rights_until=today(-1), replacement=self.other)
        for page in with_picture:
            with self.subTest(page):
                self.assertNotIn(self.photo.folder, self.text(page))
                self.assertContains(self.client.get(page), self.other.folder)
                self.assertContains(self.client.get(page), "The new one")

    def test_that_costs_no_query(self):
        for page in (self.story.get_absolute_url(), "/latest/"):
            with self.subTest(page):
                Photo.objects.filter(pk=self.photo.pk).update(rights_until=None, replacement=None)
                before = self.number_of_queries(page)
                Photo.objects.filter(pk=self.photo.pk).update(rights_until=today(-1), replacement=self.other)
                self.assertEqual(self.number_of_queries(page), before)

    def number_of_queries(self, page):
        with CaptureQueriesContext(connection) as queries:
            self.client.get(page)
        return len(queries)

    def test_a_page_hears_when_the_replacement_changes(self):
        Photo.objects.filter(pk=self.photo.pk).update(replacement=self.other)
        for page in (self.story.get_absolute_url(), "/latest/"):
            keys = self.client.get(page).headers["Surrogate-Key"].split()
            self.assertLessEqual({f"photo-{self.photo.pk}", f"photo-{self.other.pk}"}, set(keys))

    def text(self, page):
        return self.client.get(page).content.decode()


class LifetimeTests(TestCase):
    def test_no_page_is_kept_past_the_midnight_at_which_rights_end(self):
        # A minute and a half before; the site's zone is that of London, in winter.
        with at(datetime(2026, 1, 5, 23, 59, 30, tzinfo=UTC)):
            old = {"publish_at": datetime(2020, 1, 1, tzinfo=UTC), "headline": "Old"}
            plain = Article(**old)
            ending = Article(**old, lead_photo=make_photo(rights_until=date(2026, 1, 5)))
            figured = Article(**old, figures={"7": {"until": "2026-01-05"}, "8": {"until": None}, "9": {}})
            then = Article(**old, figures={"7": {"until": None, "then": {"until": "2026-01-05"}}})
            self.assertEqual(page_ttl(then), 30)
            over = Article(**old, figures={"7": {"until": "2026-01-04"}})
            self.assertEqual(page_ttl(plain), 86_400)
            self.assertEqual(page_ttl(over), 86_400)
            self.assertEqual(page_ttl(ending), 30)
            self.assertEqual(page_ttl(figured), 30)
            self.assertEqual(list_ttl([plain, ending], None), 30)
            self.assertEqual(list_ttl([plain], None), 60)


class RoundTests(TestCase):
    def setUp(self):
        self.ended = make_photo(rights_until=today(-1))
        self.earlier = make_photo(rights_until=today(-2))
        make_photo(rights_until=today())
        Photo.objects.update(avif_at=timezone.now())
        Purge.objects.all().delete()

    def heard(self):
        with listening(self) as heard:
            rounds.go_round()
        return heard

    def beat(self, moment):
        Heartbeat.objects.create(started_at=moment, finished_at=moment)

    def test_the_first_round_of_a_day_tells_whose_rights_ended_once(self):
        self.beat(timezone.now() - DAY)
        self.assertEqual(self.heard(), {f"photo-{self.ended.pk}"})
        self.assertEqual(self.heard(), set())

    def test_after_days_without_rounds_it_tells_of_all_of_them(self):
        self.beat(timezone.now() - 3 * DAY)
        self.assertEqual(self.heard(), {f"photo-{self.ended.pk}", f"photo-{self.earlier.pk}"})

    def test_a_round_that_was_killed_is_made_up_for(self):
        self.beat(timezone.now() - DAY)
        Heartbeat.objects.create(started_at=timezone.now())
        self.assertEqual(self.heard(), {f"photo-{self.ended.pk}"})


class PreflightTests(TestCase):
    def setUp(self):
        self.chief = make_user("Chief")
        self.photo = make_photo()
        self.story = make_article(lead_photo=self.photo, section=make_section())

    def codes(self, at=None):
        found = examine(self.story, at=at)
        return {
            finding.code: finding.is_hard
            for finding in found
            if finding.code.startswith(("rights", "no_credit"))
        }

    def test_what_ends_soon_is_told_and_what_is_over_stops(self):
        for days, wanted in (
            *((None, {}), (15, {}), (13, {"rights_end": False}), (0, {"rights_end": False})),
            (-1, {"rights_over": True}),
        ):
            with self.subTest(days):
                self.photo.rights_until = None if days is None else today(days)
                self.assertEqual(self.codes(), wanted)

    def test_it_is_the_day_on_which_the_story_goes_out_that_counts(self):
        self.photo.rights_until = today(3)
        self.assertEqual(self.codes(at=timezone.now() + 4 * DAY), {"rights_over": True})

    def test_the_sentence_names_the_day_and_what_follows(self):
        self.photo.rights_until = date(2026, 12, 24)
        with at(datetime(2026, 12, 20, 12, tzinfo=UTC)):
            (found,) = [found for found in examine(self.story) if found.code == "rights_end"]
            self.assertIn("24 December 2026", found.sentence)
            self.assertIn("no picture", found.sentence)
            self.photo.replacement = make_photo()
            (found,) = [found for found in examine(self.story) if found.code == "rights_end"]
            self.assertIn("replacement", found.sentence)

    def test_neither_an_uncredited_picture_nor_one_whose_rights_are_over_goes_out(self):
        for fields in ({"credit": ""}, {"credit": "M. Holt", "rights_until": today(-1)}):
            with self.subTest(fields):
                Photo.objects.filter(pk=self.photo.pk).update(**fields)
                story = Article.objects.get(pk=self.story.pk)
                with self.assertRaises(Incomplete) as refused:
                    story.publish(by=self.chief)
                self.assertIn("lead_photo", refused.exception.message_dict)


class DashboardTests(TestCase):
    def test_whoever_publishes_is_told_how_many_end_soon(self):
        make_published(lead_photo=make_photo(rights_until=today(3)))
        make_photo(rights_until=today(3))
        self.client.force_login(make_user("Editor"))
        sentence = "The rights to 1 picture in use end within 14 days."
        # The number comes with the last round.
        Heartbeat.objects.create(started_at=timezone.now(), finished_at=timezone.now())
        self.assertContains(self.client.get("/admin/"), sentence)
        Photo.objects.update(rights_until=today(15))
        self.assertNotContains(self.client.get("/admin/"), "The rights to")
