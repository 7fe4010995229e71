from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from articles.choices import Status, Verb
from articles.models import Article
from articles.refusals import Incomplete, WrongState
from tests.articles.drafts_case import SOON, PublishingTestCase
from tests.factories import (
    make_article,
    make_published,
    make_scheduled,
    make_section,
    make_user,
    make_withdrawn,
)


class EmbargoTests(PublishingTestCase):
    def test_nobody_publishes_before_it_whoever_tries(self):
        until = now() + SOON
        for user in (self.editor, make_user("Chief"), make_user(is_superuser=True)):
            story = make_article(section=make_section())
            story.set_embargo(until, by=self.editor)
            for act in (
                lambda s=story, u=user: s.publish(by=u),
                lambda s=story, u=user: s.schedule(until - timedelta(minutes=1), by=u),
            ):
                self.assert_refused(Incomplete, act, story)
            story.schedule(until, by=user)
            self.assertTrue(self.stored(story).is_scheduled)

    def test_the_database_refuses_it_too(self):
        story = make_article(section=make_section())
        story.set_embargo(now() + SOON, by=self.editor)
        with self.assertRaises(IntegrityError), transaction.atomic():
            Article.objects.filter(pk=story.pk).update(
                status=Status.PUBLISHED,
                publish_at=now(),
                first_published_at=now(),
                published_on=now().date(),
                slug="x",
            )

    def test_a_scheduled_story_is_not_embargoed_past_its_time(self):
        story = make_scheduled()
        refusal = self.assert_refused(
            Incomplete, lambda: story.set_embargo(now() + timedelta(days=9), by=self.editor), story
        )
        self.assertIn("Move it first", str(refusal))

    def test_whoever_writes_may_set_one_and_only_editors_end_it(self):
        reporter, until = make_user("Reporter"), now() + SOON
        story = make_article(created_by=reporter)
        story.set_embargo(until, by=reporter)
        story.set_embargo(until + SOON, by=reporter)
        for earlier in (None, until):
            self.assert_refused(
                PermissionDenied, lambda earlier=earlier: story.set_embargo(earlier, by=reporter), story
            )
        story.set_embargo(None, by=self.editor)
        self.assertEqual(
            list(story.events.values_list("verb", flat=True))[:2], [Verb.EMBARGO_LIFTED, Verb.EMBARGOED]
        )

    def test_a_live_story_and_a_time_that_has_passed_have_none(self):
        live = make_published()
        self.assert_refused(WrongState, lambda: live.set_embargo(now() + SOON, by=self.editor), live)
        story = make_article()
        self.assert_refused(Incomplete, lambda: story.set_embargo(now() - SOON, by=self.editor), story)

    def test_one_that_has_passed_holds_nobody_back(self):
        story = make_withdrawn()
        Article.objects.filter(pk=story.pk).update(embargo_until=now() - timedelta(minutes=1))
        story.publish(by=self.editor)
        self.assertTrue(self.stored(story).is_public)
        self.assertIsNone(self.stored(story).embargo_until)
