from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, now

from articles.choices import Status
from articles.models import Article
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_published,
    make_scheduled,
    make_section,
    make_tag,
    make_user,
    make_withdrawn,
)

PAST, AHEAD = -timedelta(minutes=5), timedelta(minutes=5)


class PublishedTests(TestCase):
    """The table of what the public may see: each status, past and future, by query and by instance."""

    TABLE = {
        (Status.DRAFT, None): False,
        (Status.DRAFT, PAST): False,
        (Status.DRAFT, AHEAD): False,
        (Status.IN_REVIEW, None): False,
        (Status.IN_REVIEW, PAST): False,
        (Status.IN_REVIEW, AHEAD): False,
        (Status.PUBLISHED, PAST): True,
        (Status.PUBLISHED, AHEAD): False,
        (Status.WITHDRAWN, PAST): False,
        (Status.WITHDRAWN, AHEAD): False,
    }

    @classmethod
    def setUpTestData(cls):
        cls.section = make_section()

    def article(self, status, offset):
        at = now() + offset if offset is not None else None
        return make_article(
            status=status,
            publish_at=at,
            first_published_at=at,
            published_on=at and localdate(at),
            slug="x" if at else "",
            section=self.section,
        )

    def test_the_moment_of_a_withdrawal_ends_it_by_itself(self):
        for offset, is_public in ((AHEAD, True), (PAST, False)):
            story = make_published(section=self.section)
            Article.objects.filter(pk=story.pk).update(withdraw_at=now() + offset, withdraw_reason="x")
            story.refresh_from_db()
            self.assertIs(story.is_public, is_public)
            for stories, is_in in (
                (Article.objects.published(), is_public),
                (Article.objects.gone(), not is_public),
                (Article.objects.withdrawn(), not is_public),
            ):
                self.assertIs(stories.filter(pk=story.pk).exists(), is_in)

    def test_the_next_change_is_the_soonest_of_what_comes_changes_and_goes(self):
        shown = make_published(section=self.section)
        asked = Article.objects.with_next_change()
        self.assertIsNone(asked.get(pk=shown.pk).next_change_at)
        self.assertIsNone(Article.objects.next_change_at())
        scheduled = make_scheduled(section=self.section)
        expected = scheduled.publish_at
        for column in ("withdraw_at", "update_at"):
            self.assertEqual(asked.get(pk=shown.pk).next_change_at, expected)
            self.assertEqual(Article.objects.next_change_at(), expected)
            expected -= timedelta(minutes=20)
            revision = shown.revisions.create(kind="saved", content={})
            extra = {"withdraw_reason": "x"} if column == "withdraw_at" else {"update_kind": "minor"}
            if column == "update_at":
                extra["scheduled_revision"] = revision
            Article.objects.filter(pk=shown.pk).update(**{column: expected}, **extra)
        self.assertEqual(asked.get(pk=shown.pk).next_change_at, expected)
        self.assertEqual(Article.objects.next_change_at(), expected)

    def test_every_status_is_in_the_table(self):
        self.assertEqual({status for status, _offset in self.TABLE}, set(Status))

    def test_query_and_instance_agree(self):
        for (status, offset), is_public in self.TABLE.items():
            with self.subTest(status=status, offset=offset):
                article = self.article(status, offset)
                self.assertIs(Article.objects.published().filter(pk=article.pk).exists(), is_public)
                self.assertIs(Article.objects.get(pk=article.pk).is_public, is_public)
                article.delete()

    def test_scheduled_and_its_twin_agree(self):
        for status, offset in self.TABLE:
            with self.subTest(status=status, offset=offset):
                article = self.article(status, offset)
                found = Article.objects.scheduled().filter(pk=article.pk).exists()
                self.assertIs(found, (status, offset) == (Status.PUBLISHED, AHEAD))
                self.assertIs(article.is_scheduled, found)
                article.delete()

    def test_a_scheduled_story_appears_by_itself(self):
        article = make_scheduled()
        self.assertNotIn(article, Article.objects.published())
        Article.objects.filter(pk=article.pk).update(publish_at=now() - timedelta(seconds=1))
        self.assertIn(article, Article.objects.published())

    def test_gone_is_what_was_public_and_is_not(self):
        withdrawn = make_withdrawn()
        returning = make_scheduled(first_published_at=now() - timedelta(days=2))
        make_published()
        make_scheduled()
        make_article()
        self.assertCountEqual(Article.objects.gone(), [withdrawn, returning])


class DeskQuerySetTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.reporter, cls.other = make_user("Reporter"), make_user("Reporter")
        cls.editor = make_user("Editor")
        cls.own = make_article(created_by=cls.reporter)
        cls.by_byline = make_article(bylines=[make_author(user=cls.reporter), make_author()])
        cls.foreign = make_article(created_by=cls.other)
        cls.orphan = make_article(status=Status.IN_REVIEW, bylines=[make_author()])
        cls.live = make_published(created_by=cls.other)
        cls.scheduled = make_scheduled(created_by=cls.other)
        cls.withdrawn = make_withdrawn(created_by=cls.other)

    def test_a_reporter_reads_what_is_public_and_their_own(self):
        visible = Article.objects.visible_to(self.reporter)
        self.assertCountEqual(visible, [self.own, self.by_byline, self.live])

    def test_an_editor_reads_all(self):
        self.assertEqual(Article.objects.visible_to(self.editor).count(), Article.objects.count())

    def test_a_moderator_and_somebody_without_a_group_read_what_is_public(self):
        for user in (make_user("Moderator"), make_user()):
            self.assertCountEqual(Article.objects.visible_to(user), [self.live])

    def test_own_is_what_one_began_or_is_a_byline_of(self):
        self.assertCountEqual(Article.objects.own(self.reporter), [self.own, self.by_byline])

    def test_a_co_author_is_listed_once(self):
        story = make_article(created_by=self.reporter, bylines=[self.reporter.author, make_author()])
        self.assertEqual(list(Article.objects.own(self.reporter)).count(story), 1)

    def test_each_pile_holds_its_own(self):
        self.assertCountEqual(Article.objects.drafts(), [self.own, self.by_byline, self.foreign])
        self.assertCountEqual(Article.objects.awaiting_review(), [self.orphan])
        self.assertCountEqual(Article.objects.scheduled(), [self.scheduled])
        self.assertCountEqual(Article.objects.withdrawn(), [self.withdrawn])


class NeighbourTests(TestCase):
    def neighbours(self, article):
        return Article.objects.all().neighbours_of(article)

    def test_they_are_the_public_stories_just_before_and_after(self):
        oldest, middle, newest = (make_published(ago=timedelta(hours=hours)) for hours in (30, 20, 10))
        make_article()
        make_withdrawn(publish_at=middle.publish_at + timedelta(minutes=1))
        make_scheduled()
        self.assertEqual(self.neighbours(middle), (oldest, newest))
        self.assertEqual(self.neighbours(oldest), (None, middle))
        self.assertEqual(self.neighbours(newest), (middle, None))

    def test_stories_of_one_moment_stand_in_the_order_they_were_made(self):
        at = now() - timedelta(hours=1)
        first, second, third = (make_published(publish_at=at) for _ in range(3))
        self.assertEqual(self.neighbours(second), (first, third))
        self.assertEqual(self.neighbours(first), (None, second))

    def test_one_query_finds_both(self):
        article = make_published()
        make_published()
        with self.assertNumQueries(1):
            self.neighbours(article)

    def test_walking_by_previous_meets_every_public_story_once(self):
        at = now() - timedelta(days=1)
        stories = [make_published(publish_at=at + timedelta(hours=n // 2)) for n in range(7)]
        walk, here = [], stories[-1]
        while here:
            walk.append(here)
            here = self.neighbours(here)[0]
        self.assertEqual(walk, list(Article.objects.published().newest_first()))


class ListTests(TestCase):
    def make(self, number):
        for _ in range(number):
            make_published(bylines=[make_author(), make_author()], tags=[make_tag()], lead_photo=self.photo)

    def look(self):
        """What a card asks of each story."""
        with CaptureQueriesContext(connection) as captured:
            for article in (
                Article.objects.published().newest_first().with_list_relations().with_next_change()
            ):
                assert article.section.name and article.authors and article.lead_photo.widths
                assert article.get_absolute_url() and article.next_change_at is None
        return len(captured)

    def test_cards_cost_two_queries_whatever_their_number(self):
        self.photo = make_photo()
        self.make(1)
        self.assertEqual(self.look(), 2)
        self.make(6)
        self.assertEqual(self.look(), 2)

    def test_lists_do_not_carry_the_body(self):
        make_published()
        self.assertIn("body", Article.objects.with_list_relations().get().get_deferred_fields())

    def test_the_next_change_is_when_the_next_scheduled_story_comes_out(self):
        make_published()
        later = make_scheduled()
        sooner = make_scheduled(publish_at=now() + timedelta(minutes=3))
        self.assertLess(sooner.publish_at, later.publish_at)
        found = Article.objects.published().with_next_change().get()
        self.assertEqual(found.next_change_at, sooner.publish_at)

    def test_newest_first_has_one_order_only(self):
        at = now() - timedelta(hours=1)
        stories = [make_published(publish_at=at) for _ in range(3)]
        self.assertEqual(list(Article.objects.published().newest_first()), stories[::-1])
