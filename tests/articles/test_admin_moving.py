from datetime import timedelta
from unittest import mock

from django.utils.timezone import localtime, now

from articles.choices import Status, Verb
from articles.models import Article
from articles.refusals import WrongState
from tests.articles.desk_case import DeskTestCase, address
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_published,
    make_scheduled,
    make_section,
    make_tag,
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
        for _press in range(2):
            response = self.press("_publish", story, seen="draft.20200101000000000000")
        self.assertIn("already live", self.told(response))
        self.assertEqual(story.events.filter(verb=Verb.PUBLISHED).count(), 1)

    def test_what_is_missing_is_told_with_a_link_to_each_field_and_the_text_is_saved(self):
        story = make_article(created_by=self.user, body="")
        response = self.press("_publish", story, headline="", standfirst="Kept")
        self.assertEqual((self.stored(story).status, self.stored(story).standfirst), (Status.DRAFT, "Kept"))
        for name in ("headline", "section", "body"):
            self.assertIn(f'href="#id_{name}"', self.told(response))

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
        for button in ("_schedule", "_save"):
            response = self.press(button, story, goes_out_at="2035-03-02T06:00")
            self.assertEqual(self.stored(story).status, Status.DRAFT)
            page = self.client.get(response.headers["Location"])
            self.assertContains(page, 'value="2035-03-02T06:00"')
            self.assertContains(page, "Schedule for 2 Mar 2035, 06:00")

    def test_a_time_in_the_address_that_is_none_is_passed_over(self):
        story = make_article(created_by=self.user)
        self.assertEqual(self.client.get(address(story), {"goes_out_at": "soon"}).status_code, 200)

    def test_a_time_that_has_passed_is_refused_and_the_text_is_saved(self):
        story = make_article(created_by=self.user, section=make_section())
        response = self.press("_schedule", story, goes_out_at="2020-01-01T06:00", headline="Late")
        self.assertIn("This time has passed", self.told(response))
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

    def test_a_live_story_is_updated(self):
        story = make_published()
        response = self.press("_save", story, headline="Better")
        self.assertEqual(self.stored(story).headline, "Better")
        self.assertIn("Readers see it now", self.told(response))

    def test_a_live_story_keeps_what_readers_need(self):
        story = make_published(headline="Stays")
        response = self.press("_save", story, headline="", standfirst="Kept in the form")
        self.assertContains(response, "The story has no headline.")
        self.assertContains(response, "Kept in the form")
        self.assertEqual(self.stored(story).headline, "Stays")

    def test_withdrawing_asks_for_a_reason_and_keeps_what_was_typed(self):
        story = make_published()
        response = self.press("_withdraw", story, headline="Typed")
        self.assertContains(response, "Say why the story is withdrawn.")
        self.assertContains(response, "Typed")
        self.assertTrue(self.stored(story).is_public)

    def test_withdrawing_takes_the_story_back_before_it_stores_what_was_typed(self):
        story = make_published()
        self.press("_withdraw", story, headline="Half a", reason="Wrong pier")
        story = self.stored(story)
        self.assertEqual((story.status, story.headline, story.updated_at), (Status.WITHDRAWN, "Half a", None))
        self.assertEqual(story.events.get(verb=Verb.WITHDRAWN).note, "Wrong pier")

    def test_a_withdrawal_that_is_refused_comes_back_with_what_was_typed(self):
        story = make_article(created_by=self.user)
        response = self.press("_withdraw", story, headline="Typed", reason="Why")
        self.assertContains(response, "Only a live story can be withdrawn")
        self.assertContains(response, "Typed")
        self.assertNotEqual(self.stored(story).headline, "Typed")

    def test_a_refusal_of_the_verb_is_told_and_the_text_is_saved(self):
        story = make_article(created_by=self.user, section=make_section())
        with mock.patch.object(Article, "publish", side_effect=WrongState("Not now")):
            response = self.press("_publish", story, headline="Saved")
        self.assertIn("Not now", self.told(response))
        self.assertEqual(self.stored(story).headline, "Saved")


class BehindTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_article(created_by=self.user, headline="As it was")
        self.seen = self.client.get(address(self.story)).context["seen"]
        self.other = make_user("Editor", first_name="Tom", last_name="Okafor")

    def test_a_form_that_is_behind_is_not_stored_over_a_colleague_and_keeps_its_text(self):
        theirs = self.stored(self.story)
        theirs.headline = "Theirs"
        theirs.revise(by=self.other)
        response = self.press("_save", self.story, headline="Mine", seen=self.seen)
        self.assertContains(response, "Tom Okafor has changed this story")
        self.assertContains(response, "Mine")
        self.assertEqual(self.stored(self.story).headline, "Theirs")
        # Seen and pressed again: now it is meant.
        self.press("_save", self.story, headline="Mine", seen=response.context["seen"])
        self.assertEqual(self.stored(self.story).headline, "Mine")

    def test_a_draft_that_went_live_meanwhile_is_not_changed_by_save_draft(self):
        story = self.stored(self.story)
        story.section = make_section()
        story.revise(by=self.other)
        story.publish(by=self.other)
        response = self.press(
            "_save", self.story, headline="Half a", section=story.section_id, seen=self.seen
        )
        self.assertContains(response, "not saved yet")
        self.assertContains(response, "Update live story")
        self.assertEqual(self.stored(self.story).headline, "As it was")

    def test_a_change_that_left_no_line_in_the_log_is_told_as_well(self):
        story = self.stored(self.story)
        story.headline = "By a script"
        story.save()
        response = self.press("_save", self.story, headline="Mine", seen=self.seen)
        self.assertContains(response, "The story has changed since you opened it.")

    def test_a_press_that_changes_nothing_is_never_behind(self):
        self.press("_save", self.story, headline="As it was ", seen="draft.2020")
        self.assertEqual(self.press("_save", self.story, seen="draft.2020").status_code, 302)

    def test_every_kind_of_field_counts_as_a_change(self):
        changes = {
            "section": make_section().pk,
            "bylines": [make_author().pk],
            "tags": [make_tag().pk],
            "body": "<p>Other</p>",
            "lead_photo": make_photo().pk,
        }
        for name, value in changes.items():
            with self.subTest(name):
                response = self.press("_save", self.story, seen="draft.2020", **{name: value})
                self.assertContains(response, "not saved yet")
        self.assertContains(
            self.press("_save", self.story, seen="draft.2020", body="x" * 600_000), "not saved yet"
        )
