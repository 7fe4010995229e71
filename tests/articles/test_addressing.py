from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils.timezone import localdate

from articles.choices import Verb
from articles.models import Article, FormerAddress
from articles.refusals import Incomplete, WrongState
from tests.factories import (
    listening,
    make_article,
    make_author,
    make_published,
    make_scheduled,
    make_tag,
    make_user,
    make_withdrawn,
)


class AddressingCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("Editor")

    def former(self, story):
        return [str(address) for address in story.former_addresses.all()]

    def assert_stands(self, story, slug, day=None):
        stored = Article.objects.get(pk=story.pk)
        self.assertEqual((stored.slug, stored.published_on), (slug, day or story.published_on))


class ReaddressTests(AddressingCase):
    def test_the_old_address_of_a_public_story_is_kept(self):
        story = make_published(slug="bridge")
        old = story.get_absolute_url()
        story.readdress("The Bridge: Opens!", by=self.editor)
        self.assert_stands(story, "the-bridge-opens")
        self.assertEqual([f"/{address}/" for address in self.former(story)], [old])
        event = story.events.get(verb=Verb.READDRESSED)
        self.assertEqual(event.note, f"{old} → {story.get_absolute_url()}")
        self.assertEqual((event.actor, event.from_status, event.to_status), (self.editor, *["published"] * 2))

    def test_words_of_any_script_are_taken(self):
        story = make_published()
        story.readdress("الميناء القديم", by=self.editor)
        self.assert_stands(story, "الميناء-القديم")

    def test_words_without_a_letter_are_none(self):
        story = make_published(slug="bridge")
        for words in ("", "   ", "!!!", "\u200b"):
            with self.assertRaises(Incomplete):
                story.readdress(words, by=self.editor)
        self.assert_stands(story, "bridge")

    def test_very_long_words_are_cut_to_what_an_address_holds(self):
        story = make_published()
        story.readdress("word " * 100, by=self.editor)
        self.assertLessEqual(len(Article.objects.get(pk=story.pk).slug), 120)

    def test_the_day_in_the_address_moves_and_nothing_else_does(self):
        story = make_published(slug="bridge", ago=timedelta(days=3))
        at = story.publish_at
        day = story.published_on - timedelta(days=1)
        story.readdress("bridge", day, by=self.editor)
        self.assert_stands(story, "bridge", day)
        stored = Article.objects.get(pk=story.pk)
        self.assertEqual((stored.publish_at, stored.first_published_at, stored.updated_at), (at, at, None))

    def test_no_story_stands_on_a_day_to_come(self):
        with self.assertRaises(Incomplete):
            make_published().readdress("bridge", localdate() + timedelta(days=2), by=self.editor)

    def test_a_draft_takes_the_words_and_leaves_nothing_behind(self):
        story = make_article(slug="old")
        story.readdress("New words", by=self.editor)
        self.assert_stands(story, "new-words")
        self.assertEqual(story.draft_content["slug"], "new-words")
        self.assertEqual(self.former(story), [])
        with self.assertRaises(Incomplete):
            story.readdress("x", localdate(), by=self.editor)

    def test_a_scheduled_story_leaves_nothing_behind_and_keeps_its_day(self):
        story = make_scheduled(slug="old")
        story.readdress("new", by=self.editor)
        self.assert_stands(story, "new")
        self.assertEqual(self.former(story), [])
        with self.assertRaises(Incomplete):
            story.readdress("x", localdate() - timedelta(days=1), by=self.editor)

    def test_a_withdrawn_story_keeps_its_old_address_too(self):
        story = make_withdrawn(slug="old")
        story.readdress("new", by=self.editor)
        self.assertEqual(len(self.former(story)), 1)

    def test_whoever_does_not_publish_may_not(self):
        author = make_author(user=make_user("Reporter"))
        story = make_published(slug="bridge", bylines=[author])
        for user in (author.user, make_user("Moderator"), make_user()):
            with self.assertRaises(PermissionDenied):
                story.readdress("other", by=user)
            with self.assertRaises(PermissionDenied):
                make_article(created_by=user).readdress("other", by=user)
        self.assert_stands(story, "bridge")
        story.readdress("other", by=make_user("Chief"))

    def test_the_same_address_is_no_change(self):
        story = make_published(slug="bridge")
        with self.assertRaisesMessage(WrongState, "already"):
            story.readdress("Bridge", by=self.editor)
        self.assertFalse(story.events.exists())

    def test_what_changes_with_it_is_told_to_caches(self):
        before = make_published(ago=timedelta(days=2))
        story = make_published(bylines=[make_author()], tags=[make_tag()])
        with listening(self) as heard:
            story.readdress("other", by=self.editor)
        for key in (
            f"article-{story.pk}",
            f"article-{before.pk}",
            "front",
            "latest",
            f"author-{story.authors[0].pk}",
            f"tag-{story.tags.get().pk}",
        ):
            self.assertIn(key, heard)


class TakenTests(AddressingCase):
    def test_an_address_that_another_story_has_is_refused_by_its_name(self):
        make_published(slug="bridge", headline="The other bridge")
        story = make_published(slug="mine")
        with self.assertRaises(WrongState) as refused:
            story.readdress("bridge", by=self.editor)
        self.assertIn("The other bridge", str(refused.exception))
        self.assertIn("bridge-2", str(refused.exception))
        self.assert_stands(story, "mine")
        self.assertEqual((story.slug, self.former(story)), ("mine", []))

    def test_so_is_one_that_another_story_had(self):
        other = make_published(slug="bridge", headline="The other bridge")
        other.readdress("elsewhere", by=self.editor)
        story = make_published(slug="mine")
        with self.assertRaisesMessage(WrongState, "The other bridge"):
            story.readdress("bridge", by=self.editor)
        self.assert_stands(story, "mine")

    def test_and_one_that_a_scheduled_or_withdrawn_story_has(self):
        for make in (make_scheduled, make_withdrawn):
            other = make()
            story = make_published(published_on=other.published_on)
            with self.assertRaises(WrongState):
                story.readdress(other.slug, by=self.editor)

    def test_the_same_words_on_another_day_are_free(self):
        make_published(slug="bridge", ago=timedelta(days=5))
        story = make_published(slug="mine")
        story.readdress("bridge", by=self.editor)
        self.assert_stands(story, "bridge")

    def test_the_database_allows_no_address_twice(self):
        story, other = make_published(slug="one"), make_published(slug="two")
        story.readdress("three", by=self.editor)
        with self.assertRaises(IntegrityError), transaction.atomic():
            FormerAddress.objects.create(published_on=story.published_on, slug="one", article=other)

    def test_two_who_want_one_address_at_once_are_told_apart_by_the_database(self):
        story, other = make_published(slug="one"), make_published(slug="two")
        story._must_be_free = lambda day, slug: None  # as if the other had taken it after the question
        with self.assertRaises(WrongState):
            story.readdress("two", by=self.editor)
        self.assert_stands(story, "one")
        self.assert_stands(other, "two")
        self.assertEqual(story.slug, "one")
        self.assertFalse(FormerAddress.objects.exists())

    def test_a_new_story_never_comes_out_where_another_used_to_stand(self):
        other = make_published(slug="bridge", published_on=localdate())
        other.readdress("elsewhere", by=self.editor)
        story = make_article(slug="bridge", section=other.section)
        story.publish(by=self.editor)
        self.assert_stands(story, "bridge-2", localdate())


class ReturnTests(AddressingCase):
    def test_a_story_goes_back_and_the_address_between_leads_there(self):
        story = make_published(slug="one")
        story.readdress("two", by=self.editor)
        story.return_to(story.former_addresses.get(), by=self.editor)
        self.assert_stands(story, "one")
        self.assertEqual([address.slug for address in story.former_addresses.all()], ["two"])
        self.assertEqual(story.events.filter(verb=Verb.READDRESSED).count(), 2)

    def test_typing_an_old_address_goes_back_too(self):
        story = make_published(slug="one")
        for slug in ("two", "three", "one"):
            story.readdress(slug, by=self.editor)
        self.assert_stands(story, "one")
        self.assertEqual({address.slug for address in story.former_addresses.all()}, {"two", "three"})

    def test_only_to_its_own_and_only_by_whoever_publishes(self):
        story, other = make_published(slug="one"), make_published()
        story.readdress("two", by=self.editor)
        former = story.former_addresses.get()
        with self.assertRaises(PermissionDenied):
            other.return_to(former, by=self.editor)
        with self.assertRaises(PermissionDenied):
            story.return_to(former, by=make_user("Reporter"))
        self.assert_stands(story, "two")


class RedirectTests(AddressingCase):
    def setUp(self):
        self.story = make_published(slug="one")
        self.old = self.story.get_absolute_url()
        self.story.readdress("two", by=self.editor)

    def test_an_old_address_leads_to_the_story_at_once(self):
        self.story.readdress("three", by=self.editor)
        for old in (self.old, self.old.replace("one", "two")):
            response = self.client.get(old)
            self.assertRedirects(response, self.story.get_absolute_url(), status_code=301)
        self.assertEqual(self.client.head(self.old).status_code, 301)

    def test_what_stood_behind_the_question_mark_comes_along(self):
        response = self.client.get(f"{self.old}?utm_source=a&b=%0d%0aX")
        self.assertEqual(
            response.headers["Location"], f"{self.story.get_absolute_url()}?utm_source=a&b=%0d%0aX"
        )

    def test_caches_keep_it_until_they_are_told(self):
        response = self.client.get(self.old)
        self.assertEqual(response.headers["Cache-Control"], "public, max-age=0")
        self.assertIn("max-age=3600", response.headers["CDN-Cache-Control"])
        self.assertEqual(response.headers["Surrogate-Key"], f"article-{self.story.pk}")
        with listening(self) as heard:
            self.story.return_to(self.story.former_addresses.get(), by=self.editor)
        self.assertIn(f"article-{self.story.pk}", heard)
        self.assertEqual(self.client.get(self.old).status_code, 200)

    def test_of_a_withdrawn_story_it_says_that_it_is_gone(self):
        self.story.withdraw("A reason", by=self.editor)
        for old in (self.old, self.story.get_absolute_url()):
            self.assertContains(self.client.get(old), "withdrawn", status_code=410)

    def test_of_a_story_that_no_reader_has_seen_it_says_nothing(self):
        """Such a row is never made; one that is there all the same gives no address away."""
        for make in (make_scheduled, make_article):
            secret = make(headline="SECRETMARK", slug="secretmark")
            FormerAddress.objects.create(published_on=localdate(), slug=f"was-{secret.pk}", article=secret)
            response = self.client.get(f"/{localdate():%Y/%m/%d}/was-{secret.pk}/")
            self.assertEqual(response.status_code, 404)
            self.assertNotIn(b"secretmark", response.content.lower())

    def test_a_miss_costs_two_questions_more(self):
        with self.assertNumQueries(3):  # who stands here, who has gone from here, and who moved
            self.client.get(self.old)
        with self.assertNumQueries(5):  # and the page that says so: the latest, and the sections
            self.client.get(self.old.replace("one", "nothing"))
