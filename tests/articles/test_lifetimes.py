from datetime import timedelta

from django.test import SimpleTestCase, TestCase
from django.utils.timezone import now

from articles.lifetimes import page_ttl, until
from articles.models import Article
from newsroom.caching import DAY, HOUR, LIST_TTL
from tests.factories import make_published, make_scheduled, make_section


class PageTtlTests(SimpleTestCase):
    def test_what_is_young_is_kept_shorter(self):
        table = {
            timedelta(minutes=5): 30,
            timedelta(hours=2): 300,
            timedelta(days=3): HOUR,
            timedelta(days=200): DAY,
        }
        for age, ttl in table.items():
            self.assertEqual(page_ttl(Article(publish_at=now() - age)), ttl)

    def test_an_update_makes_an_old_story_young(self):
        story = Article(publish_at=now() - timedelta(days=400), updated_at=now())
        self.assertEqual(page_ttl(story), 30)

    def test_it_ends_when_the_clock_changes_the_story_or_one_it_links_to(self):
        soon, old = now() + timedelta(seconds=20), now() - timedelta(days=400)
        for story, linked in (
            (Article(publish_at=old, update_at=soon), ()),
            (Article(publish_at=old, withdraw_at=soon), (None,)),
            (Article(publish_at=old), (None, Article(publish_at=old, withdraw_at=soon))),
        ):
            self.assertIn(page_ttl(story, *linked), (19, 20))


class UntilTests(SimpleTestCase):
    def test_without_a_change_ahead_it_is_the_usual_time(self):
        self.assertEqual(until(None), LIST_TTL)
        self.assertEqual(until(None, 7), 7)

    def test_a_change_ahead_shortens_and_never_lengthens_it(self):
        self.assertIn(until(now() + timedelta(seconds=20)), (19, 20))
        self.assertEqual(until(now() + timedelta(days=2)), LIST_TTL)

    def test_it_is_a_second_at_least(self):
        self.assertEqual(until(now() - timedelta(hours=1)), 1)
        self.assertEqual(until(now()), 1)


class ScheduledStoryTests(TestCase):
    """No page that changes when a scheduled story comes out is kept beyond that moment."""

    def ttl(self, address):
        header = self.client.get(address).headers["CDN-Cache-Control"]
        return int(header.partition("max-age=")[2].partition(",")[0])

    def test_lists_and_the_newest_story_are_not_kept_past_it(self):
        section = make_section()
        older = make_published(section=section, ago=timedelta(days=300))
        newest = make_published(section=section, ago=timedelta(days=200))
        make_scheduled(section=section, publish_at=now() + timedelta(seconds=15))
        for address in ("/", "/latest/", section.get_absolute_url(), newest.get_absolute_url()):
            with self.subTest(address):
                self.assertLessEqual(self.ttl(address), 15)
        self.assertEqual(self.ttl(older.get_absolute_url()), DAY)

    def test_neither_are_lists_that_have_nothing_yet(self):
        section = make_section()
        make_scheduled(section=section, publish_at=now() + timedelta(seconds=15))
        for address in ("/", "/latest/", section.get_absolute_url()):
            with self.subTest(address):
                self.assertLessEqual(self.ttl(address), 15)
