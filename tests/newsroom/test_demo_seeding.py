"""How the demo edition comes into the paper: whole, once, and past nobody's changes."""

from collections import Counter
from datetime import timedelta
from io import StringIO
from unittest import mock

from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils.timezone import localdate, now
from PIL import Image

from articles.choices import CommentMode, Verb
from articles.models import Article, ArticleEvent, Author, Byline, Photo, Section, Tag
from comments.choices import Action
from comments.models import Comment, Event
from newsroom.demo import edition, printing, seeding
from newsroom.models import User
from tests.factories import make_user

MODELS = (Section, Author, Tag, Photo, Article, Byline, ArticleEvent, Comment, Event, User)


def small(name):
    """Stands in for a drawing where the test is not about drawing."""
    return Image.new("RGB", (48, 32), tuple(name.encode()[:3]))


def silence(line):
    """Nobody listens in a test."""


def seed(**options):
    with mock.patch.object(seeding, "draw", small):
        return seeding.seed(**{"by": User.objects.get(username="chief"), "say": silence, **options})


def census():
    return {model.__name__: model.objects.count() for model in MODELS}


class SeedingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_user("Chief", username="chief")
        cls.said = []
        cls.now = now().replace(microsecond=0)
        cls.report = seed(now=cls.now, say=cls.said.append)

    def test_the_whole_edition_is_in_the_paper(self):
        paper = edition.read()
        self.assertEqual(Article.objects.count(), len(paper.stories))
        self.assertEqual(Photo.objects.count(), len(paper.pictures))
        self.assertEqual(Section.objects.count(), 6)
        self.assertEqual(Author.objects.count(), 8)
        self.assertEqual(Tag.objects.count(), len(paper.tags))
        self.assertEqual(
            (self.report.stories, self.report.pictures, self.report.comments),
            (Article.objects.count(), Photo.objects.count(), Comment.objects.count()),
        )

    def test_it_says_each_step(self):
        self.assertIn("12 of 20 pictures: bandstand", self.said)
        self.assertTrue(any(line.startswith("33 of 33 stories") for line in self.said))

    def test_stories_stand_in_every_state(self):
        states = Counter(article.state.code for article in Article.objects.all())
        self.assertEqual(states, {"live": 25, "scheduled": 2, "review": 2, "draft": 3, "withdrawn": 1})

    def test_a_second_run_adds_nothing(self):
        before = census()
        self.assertEqual(seed(), seeding.Report())
        self.assertEqual(census(), before)

    def test_a_story_that_an_editor_changed_stays_changed(self):
        article = Article.objects.get(slug="ferry-sundays")
        article.save_draft(article.draft_content | {"headline": "No ferry on Sundays"}, by=self.chief)
        article.update_live(by=self.chief, kind="minor")
        seed()
        article.refresh_from_db()
        self.assertEqual(article.headline, "No ferry on Sundays")

    def test_a_run_that_was_killed_is_completed(self):
        before = census()
        Article.objects.get(slug="ferry-sundays").delete()
        report = seed()
        self.assertEqual((report.stories, report.pictures), (1, 0))
        self.assertEqual(census(), before)

    def test_the_newest_story_came_out_25_minutes_ago(self):
        newest = Article.objects.published().newest_first().first()
        self.assertEqual(newest.slug, "third-highest-tide")
        self.assertEqual(newest.publish_at, self.now - timedelta(minutes=25))
        self.assertEqual(newest.first_published_at, newest.publish_at)

    def test_the_address_has_the_date_of_the_publication(self):
        for article in Article.objects.published():
            self.assertEqual(article.published_on, localdate(article.publish_at))

    def test_the_log_runs_with_the_story_and_never_into_the_future(self):
        for event in ArticleEvent.objects.select_related("article"):
            self.assertLessEqual(event.at, now())
            if event.verb == Verb.PUBLISHED:
                self.assertEqual(event.at, event.article.first_published_at)
            if event.verb == Verb.CREATED:
                self.assertEqual(event.at, event.article.created_at)

    def test_one_story_was_corrected_after_it_came_out(self):
        article = Article.objects.get(updated_at__isnull=False)
        self.assertGreater(article.updated_at, article.publish_at)
        self.assertEqual(article.events.get(verb=Verb.UPDATED).at, article.updated_at)
        self.assertEqual(article.corrections.get().at, article.updated_at)
        self.assertIn("15,000 oysters", article.body)
        self.assertIn("50,000 oysters", article.revisions.last().content["body"])

    def test_one_story_has_a_newer_draft_and_one_an_update_to_come(self):
        drafts = [story for story in Article.objects.published() if story.has_newer_draft]
        self.assertEqual(sorted(story.update_at is not None for story in drafts), [False, True])

    def test_one_draft_is_embargoed(self):
        self.assertTrue(Article.objects.get(embargo_until__isnull=False).is_embargoed)

    def test_the_withdrawn_story_has_its_reason_in_the_log(self):
        article = Article.objects.withdrawn().get()
        self.assertIn("never adopted", article.events.get(verb=Verb.WITHDRAWN).note)

    def test_one_draft_is_nearly_empty(self):
        draft = Article.objects.drafts().get(section=None)
        self.assertTrue(draft.headline)
        self.assertEqual(draft.body, "")

    def test_comments_stand_in_every_state(self):
        thread = Article.objects.get(slug="corn-street-market-days").comments
        self.assertEqual(thread.approved().count(), 40)
        every = Comment.objects
        self.assertEqual((every.pending().count(), every.rejected().count(), every.spam().count()), (8, 4, 3))
        self.assertGreaterEqual(Article.objects.filter(comments__isnull=False).distinct().count(), 7)

    def test_some_answer_an_answer(self):
        self.assertTrue(Comment.objects.filter(parent__parent__parent__isnull=False).exists())

    def test_comments_are_dated_like_their_log(self):
        for comment in Comment.objects.select_related("article", "root").prefetch_related("events"):
            self.assertGreater(comment.created_at, comment.article.publish_at)
            self.assertLessEqual(comment.created_at, self.now)
            self.assertEqual(comment.thread_at, (comment.root or comment).created_at)
            times = {event.action: event.at for event in comment.events.all()}
            self.assertEqual(times[Action.SUBMITTED], comment.created_at)
            self.assertEqual(times.get(Action.DECIDED), comment.decided_at)

    def test_every_rejection_has_its_reason(self):
        for event in Event.objects.filter(comment__in=Comment.objects.rejected(), action=Action.DECIDED):
            self.assertTrue(event.reason)

    def test_a_story_without_comments_has_none(self):
        self.assertFalse(Comment.objects.filter(article__comment_mode=CommentMode.OFF).exists())

    def test_nobody_but_the_chief_has_a_login(self):
        self.assertFalse(Author.objects.filter(user__isnull=False).exists())
        self.assertEqual(User.objects.get(), self.chief)


class InterruptedSeedingTests(TestCase):
    def test_a_story_comes_with_all_its_readers_words_or_not_at_all(self):
        make_user("Chief", username="chief")
        with (
            mock.patch.object(printing.moderation, "decide", side_effect=KeyboardInterrupt),
            self.assertRaises(KeyboardInterrupt),
        ):
            seed()
        self.assertFalse(Comment.objects.exists())
        self.assertTrue(Article.objects.exists())
        self.assertFalse(Article.objects.filter(slug="nine-stiles-to-pikesey").exists())
        seed()
        self.assertEqual(Article.objects.count(), len(edition.read().stories))
        self.assertEqual(Photo.objects.count(), len(edition.read().pictures))
        self.assertTrue(Article.objects.get(slug="nine-stiles-to-pikesey").comments.exists())


@mock.patch("newsroom.management.commands.seed_demo.seed", return_value=seeding.Report(1, 2, 3))
class CommandTests(TestCase):
    def actor(self, seed):
        return seed.call_args.kwargs["by"]

    def test_the_first_chief_is_the_actor(self, seed):
        make_user("Editor")
        chief = make_user("Chief")
        make_user("Chief")
        call_command("seed_demo", stdout=StringIO())
        self.assertEqual(self.actor(seed), chief)

    def test_a_superuser_is_a_chief(self, seed):
        root = make_user(is_superuser=True)
        call_command("seed_demo", stdout=StringIO())
        self.assertEqual(self.actor(seed), root)

    def test_somebody_who_has_left_is_no_actor(self, seed):
        make_user("Chief", is_active=False)
        call_command("seed_demo", stdout=StringIO())
        self.assertEqual(self.actor(seed).username, "herald")

    def test_a_chief_is_made_whom_nobody_can_log_in_as(self, seed):
        call_command("seed_demo", stdout=StringIO())
        herald = User.objects.get(username="herald")
        self.assertEqual(self.actor(seed), herald)
        self.assertFalse(herald.has_usable_password())
        self.assertFalse(herald.is_superuser)
        self.assertEqual(herald.groups.get(), Group.objects.get(name="Chief"))

    def test_a_user_of_that_name_is_not_raised_to_chief(self, seed):
        make_user("Reporter", username="herald")
        with self.assertRaises(CommandError):
            call_command("seed_demo", stdout=StringIO())
        self.assertFalse(seed.called)

    def test_it_says_what_it_added_and_keeps_quiet_when_told(self, seed):
        loud, quiet = StringIO(), StringIO()
        call_command("seed_demo", stdout=loud)
        self.assertIn("1 pictures, 2 stories and 3 comments", loud.getvalue())
        call_command("seed_demo", verbosity=0, stdout=quiet)
        seed.call_args.kwargs["say"]("nothing")
        self.assertEqual(quiet.getvalue(), "")
