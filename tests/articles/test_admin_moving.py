import uuid
from datetime import timedelta
from unittest import mock

from django.core.exceptions import PermissionDenied
from django.utils.timezone import localtime, now

from articles.choices import Status, Verb
from articles.models import Article
from articles.refusals import WrongState
from tests.articles.desk_case import DeskTestCase, address
from tests.factories import (
    make_article,
    make_published,
    make_scheduled,
    make_section,
    make_user,
)


class MovingTests(DeskTestCase):
    def test_publishing_saves_the_text_first_and_then_moves_the_story(self):
        story = make_article(created_by=self.user, section=make_section())
        response = self.press("_publish", story, headline="Final")
        story = self.stored(story)
        self.assertTrue(story.is_public)
        self.assertEqual(story.headline, "Final")
        self.assertIn("Published.", self.told(response))
        self.assertIn(story.get_absolute_url(), self.told(response))

    def test_a_new_story_is_published_with_one_press(self):
        self.press("_publish", headline="Now", body="<p>W</p>", section=make_section().pk)
        self.assertTrue(Article.objects.get().is_public)

    def test_pressing_publish_twice_publishes_once(self):
        story = make_article(created_by=self.user, section=make_section())
        self.press("_publish", story)
        response = self.press("_publish", story)
        self.assertContains(response, "already live", status_code=422)
        self.assertEqual(story.events.filter(verb=Verb.PUBLISHED).count(), 1)

    def test_what_is_missing_is_told_beside_its_field_and_the_text_is_saved(self):
        story = make_article(created_by=self.user, body="")
        response = self.press("_publish", story, headline="", standfirst="Kept")
        self.assertEqual((self.stored(story).status, self.stored(story).standfirst), (Status.DRAFT, "Kept"))
        for name in ("headline", "section", "body"):
            self.assertContains(response, f'href="#id_{name}"', status_code=422)
        self.assertContains(response, "Saved as a draft, but", status_code=422)

    def test_the_form_that_comes_back_is_based_on_what_was_saved(self):
        story = make_article(created_by=self.user)
        response = self.press("_publish", story, headline="Typed", base="0")
        base = self.stored(story).draft_revision_id
        self.assertContains(response, f'name="base" value="{base}"', status_code=422)
        self.assertEqual(self.press("_save", story, headline="And more", base=base).status_code, 302)
        self.assertEqual(self.stored(story).headline, "And more")

    def test_a_new_story_that_cannot_go_out_is_one_story_however_often_it_is_pressed(self):
        token = str(uuid.uuid4())
        response = self.press("_publish", headline="No section yet", token=token)
        story = Article.objects.get()
        self.assertContains(response, f'action="{address(story)}"', status_code=422)
        self.press("_publish", headline="No section yet, mended", token=token)
        self.assertEqual([story.headline for story in Article.objects.all()], ["No section yet, mended"])

    def test_a_verb_that_breaks_loses_no_word(self):
        story = make_article(created_by=self.user, section=make_section())
        self.client.raise_request_exception = False
        with (
            mock.patch.object(Article, "publish", side_effect=RuntimeError),
            self.assertLogs("django.request"),
        ):
            self.press("_publish", story, headline="Still here")
        self.assertEqual(self.stored(story).headline, "Still here")

    def test_scheduling_uses_the_time_in_the_field_in_the_zone_of_the_site(self):
        story = make_article(created_by=self.user, section=make_section())
        at = localtime(now() + timedelta(days=2)).replace(second=0, microsecond=0)
        self.press("_schedule", story, goes_out_at=f"{at:%Y-%m-%dT%H:%M}")
        self.assertEqual(self.stored(story).publish_at, at)

    def test_scheduling_without_a_time_comes_back_and_stores_nothing(self):
        story = make_article(created_by=self.user)
        response = self.press("_schedule", story, headline="Typed")
        self.assertContains(response, "Give the day and the time.")
        self.assertContains(response, "Typed")

    def test_a_time_that_did_not_come_to_pass_goes_back_into_its_field(self):
        story = make_article(created_by=self.user)
        response = self.press("_schedule", story, goes_out_at="2035-03-02T06:00")
        self.assertEqual(self.stored(story).status, Status.DRAFT)
        self.assertContains(response, 'value="2035-03-02T06:00"', status_code=422)
        self.assertContains(response, "Schedule for 2 Mar 2035, 06:00", status_code=422)

    def test_a_time_that_has_passed_is_refused_and_the_text_is_saved(self):
        story = make_article(created_by=self.user, section=make_section())
        response = self.press("_schedule", story, goes_out_at="2020-01-01T06:00", headline="Late")
        self.assertContains(response, "This time has passed", status_code=422)
        self.assertEqual((self.stored(story).status, self.stored(story).headline), (Status.DRAFT, "Late"))

    def test_a_scheduled_story_is_moved_saved_and_taken_back(self):
        story = make_scheduled(created_by=self.user)
        at = localtime(now() + timedelta(days=5)).replace(second=0, microsecond=0)
        self.press("_schedule", story, goes_out_at=f"{at:%Y-%m-%dT%H:%M}")
        self.assertEqual(self.stored(story).publish_at, at)
        self.press("_save", story, headline="Mended")
        self.assertEqual((self.stored(story).publish_at, self.stored(story).headline), (at, "Mended"))
        self.press("_unschedule", story)
        self.assertEqual(self.stored(story).status, Status.DRAFT)

    def test_a_story_goes_to_review_and_back(self):
        story = make_article(created_by=self.user)
        self.press("_submit", story)
        self.assertEqual(self.stored(story).status, Status.IN_REVIEW)
        self.press("_reopen", story)
        self.assertEqual(self.stored(story).status, Status.DRAFT)

    def test_saving_a_live_story_shows_readers_nothing(self):
        story = make_published(headline="Live")
        response = self.press("_save", story, headline="Better")
        self.assertEqual(self.stored(story).headline, "Live")
        self.assertIn("Readers still see the text that is live", self.told(response))

    def test_a_live_story_is_updated(self):
        story = make_published()
        response = self.press("_update", story, headline="Better", change="update")
        self.assertEqual(self.stored(story).headline, "Better")
        self.assertIn("Readers see it now", self.told(response))

    def test_an_update_of_no_kind_comes_back_with_its_note_and_the_text_is_a_draft(self):
        story = make_published(headline="Live")
        response = self.press("_update", story, headline="Better", change_note="It was wrong")
        self.assertContains(response, "Say what kind of change this is.", status_code=422)
        self.assertContains(response, "It was wrong", status_code=422)
        self.assertEqual(self.stored(story).headline, "Live")
        self.assertEqual(self.stored(story).draft_content["headline"], "Better")

    def test_a_live_story_keeps_what_readers_need(self):
        story = make_published(headline="Stays")
        response = self.press("_update", story, headline="", standfirst="Kept", change="minor")
        self.assertContains(response, "The story has no headline.", status_code=422)
        self.assertContains(response, "Kept", status_code=422)
        self.assertEqual(self.stored(story).headline, "Stays")

    def test_a_quick_fix_opens_with_the_live_text_and_leaves_the_draft(self):
        story = make_published(headline="Live")
        self.press("_save", story, headline="Draft", standfirst="Of the draft")
        page = self.client.get(address(story), {"of": "live"})
        form = page.context["adminform"].form
        self.assertEqual((form.initial["headline"], form.initial["of"]), ("Live", "live"))
        self.assertNotContains(page, "Of the draft")
        self.press(
            "_update",
            story,
            headline="Live",
            kicker="Fixed",
            of="live",
            change="minor",
            base=form.initial["base"],
        )
        self.assertEqual((self.stored(story).kicker, self.stored(story).headline), ("Fixed", "Live"))
        draft = self.stored(story).draft_content
        self.assertEqual((draft["kicker"], draft["headline"]), ("Fixed", "Draft"))

    def test_an_update_is_scheduled_moved_and_taken_back(self):
        story = make_published(headline="Live")
        at = localtime(now() + timedelta(days=1)).replace(second=0, microsecond=0)
        self.press(
            "_schedule_update", story, headline="Later", change="update", goes_out_at=f"{at:%Y-%m-%dT%H:%M}"
        )
        self.assertEqual((self.stored(story).update_at, self.stored(story).headline), (at, "Live"))
        self.press("_unschedule_update", self.stored(story), headline="Later")
        self.assertIsNone(self.stored(story).update_at)

    def test_an_embargo_is_set_with_the_save_and_nobody_publishes_before_it(self):
        story = make_article(created_by=self.user, section=make_section())
        self.press("_save", story, embargo_until="2035-03-02T06:00")
        self.assertEqual(self.stored(story).embargo_until.year, 2035)
        response = self.press("_publish", story, embargo_until="2035-03-02T06:00")
        self.assertContains(response, "cannot be public before", status_code=422)
        self.press("_publish", story, embargo_until="")
        self.assertTrue(self.stored(story).is_public)

    def test_a_withdrawal_is_scheduled_and_taken_back(self):
        story = make_published()
        at = localtime(now() + timedelta(days=1)).replace(second=0, microsecond=0)
        self.press("_withdraw", story, reason="Licence", withdraw_at=f"{at:%Y-%m-%dT%H:%M}", notice="Over.")
        stored = self.stored(story)
        self.assertEqual((stored.withdraw_at, stored.withdrawn_notice, stored.is_public), (at, "Over.", True))
        self.press("_unschedule_withdrawal", story)
        self.assertIsNone(self.stored(story).withdraw_at)

    def test_withdrawing_asks_for_a_reason_and_keeps_what_was_typed(self):
        story = make_published()
        response = self.press("_withdraw", story, headline="Typed")
        self.assertContains(response, "Say why the story is withdrawn.")
        self.assertContains(response, "Typed")
        self.assertTrue(self.stored(story).is_public)

    def test_withdrawing_stores_what_was_typed_where_no_reader_sees_it(self):
        story = make_published(headline="Live")
        self.press("_withdraw", story, headline="Half a", reason="Wrong pier", notice="It was wrong.")
        story = self.stored(story)
        self.assertEqual((story.status, story.headline), (Status.WITHDRAWN, "Half a"))
        self.assertEqual(story.withdrawn_notice, "It was wrong.")
        self.assertEqual(story.events.get(verb=Verb.WITHDRAWN).note, "Wrong pier")

    def test_no_fault_in_the_text_and_nobodys_save_holds_a_withdrawal_up(self):
        story = make_published(headline="Live")
        self.press("_withdraw", story, headline="x" * 201, reason="Wrong")
        self.assertEqual(self.stored(story).status, Status.WITHDRAWN)
        self.assertEqual(story.revisions.get(autosave_of=self.user).content["headline"], "x" * 201)
        story = make_published(headline="Live")
        base = story._head().pk
        story.save_draft(story.draft_content | {"headline": "Theirs"}, by=make_user("Editor"))
        response = self.press("_withdraw", story, headline="Mine", reason="Wrong", base=base)
        self.assertEqual((response.status_code, self.stored(story).status), (409, Status.WITHDRAWN))

    def test_a_withdrawal_that_is_refused_comes_back_with_what_was_typed(self):
        story = make_article(created_by=self.user)
        response = self.press("_withdraw", story, headline="Typed", reason="Why")
        self.assertContains(response, "Only a live story can be withdrawn", status_code=422)
        self.assertEqual(self.stored(story).headline, "Typed")

    def test_a_refusal_of_the_verb_is_told_and_the_text_is_saved(self):
        story = make_article(created_by=self.user, section=make_section())
        for error in (WrongState("Not now"), PermissionDenied()):
            with mock.patch.object(Article, "publish", side_effect=error):
                response = self.press("_publish", story, headline="Saved")
            self.assertContains(response, str(error) or "You may not do this", status_code=422)
        self.assertEqual(self.stored(story).headline, "Saved")

    def test_a_forged_button_is_refused_by_the_verb(self):
        reporter = make_user("Reporter")
        self.client.force_login(reporter)
        story = make_article(created_by=reporter, section=make_section())
        for button in ("_publish", "_update", "_withdraw"):
            self.press(button, story, headline="Mine", change="minor", reason="x")
            self.assertEqual((self.stored(story).status, self.stored(story).headline), (Status.DRAFT, "Mine"))
