from datetime import timedelta

from django.utils.timezone import now

from articles.choices import Status, Verb
from articles.models import Article
from articles.refusals import Incomplete, WrongState
from tests.articles.drafts_case import SOON, PublishingTestCase
from tests.factories import (
    make_article,
    make_published,
    make_scheduled,
)


class WithdrawalTests(PublishingTestCase):
    def test_readers_are_given_the_notice_and_not_the_reason(self):
        story = make_published()
        story.withdraw("Our lawyer", by=self.editor, notice=" It was wrong. ")
        self.assertEqual(self.stored(story).withdrawn_notice, "It was wrong.")
        self.assertEqual(story.events.first().note, "Our lawyer")

    def test_published_again_the_notice_is_gone(self):
        story = make_published()
        story.withdraw("Why", by=self.editor, notice="Gone.")
        story.publish(by=self.editor)
        self.assertEqual(self.stored(story).withdrawn_notice, "")

    def test_a_withdrawal_to_come_needs_nobody_at_its_time(self):
        story = make_published()
        at = now() + SOON
        story.schedule_withdrawal(at, "The licence ends", by=self.editor, notice="Its time is over.")
        self.assertTrue(self.stored(story).is_public)
        self.assertTrue(Article.objects.published().filter(pk=story.pk).exists())
        Article.objects.filter(pk=story.pk).update(withdraw_at=now() - timedelta(minutes=1))
        self.assertFalse(self.stored(story).is_public)
        self.assertFalse(Article.objects.published().filter(pk=story.pk).exists())
        self.assertTrue(Article.objects.gone().filter(pk=story.pk).exists())
        story.apply_withdrawal()
        stored = self.stored(story)
        self.assertEqual((stored.status, stored.withdraw_at), (Status.WITHDRAWN, None))
        self.assertEqual(stored.withdrawn_notice, "Its time is over.")
        line = stored.events.first()
        self.assertEqual((line.verb, line.note, line.actor), (Verb.WITHDRAWN, "The licence ends", None))

    def test_before_its_time_nothing_is_due(self):
        story = make_published()
        for act in (story.apply_withdrawal, lambda: story.unschedule_withdrawal(by=self.editor)):
            self.assert_refused(WrongState, act, story)
        story.schedule_withdrawal(now() + SOON, "Why", by=self.editor)
        self.assert_refused(WrongState, story.apply_withdrawal, story)
        story.unschedule_withdrawal(by=self.editor)
        self.assertIsNone(self.stored(story).withdraw_at)

    def test_it_comes_after_the_story_has_come_out(self):
        story = make_scheduled()
        early = story.publish_at - timedelta(minutes=5)
        refusal = self.assert_refused(
            Incomplete, lambda: story.schedule_withdrawal(early, "Why", by=self.editor), story
        )
        self.assertEqual(set(refusal.message_dict), {"withdraw_at"})
        story.schedule_withdrawal(story.publish_at + SOON, "Why", by=self.editor)
        late = story.publish_at + timedelta(days=2)
        refusal = self.assert_refused(Incomplete, lambda: story.schedule(late, by=self.editor), story)
        self.assertEqual(set(refusal.message_dict), {"goes_out_at"})

    def test_a_story_whose_time_is_over_can_be_published_again(self):
        story = make_published()
        story.schedule_withdrawal(now() + SOON, "Why", by=self.editor)
        Article.objects.filter(pk=story.pk).update(withdraw_at=now() - timedelta(minutes=1))
        story.publish(by=self.editor)
        self.assertTrue(self.stored(story).is_public)

    def test_a_draft_has_nothing_to_withdraw(self):
        story = make_article()
        self.assert_refused(
            WrongState, lambda: story.schedule_withdrawal(now() + SOON, "Why", by=self.editor), story
        )
