from datetime import UTC, datetime, timedelta
from unittest import mock
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import TestCase
from django.utils.timezone import localdate, now

from articles.choices import Status, Verb
from articles.models import Article
from articles.refusals import Incomplete, WrongState
from tests.factories import (
    listening,
    make_article,
    make_author,
    make_published,
    make_scheduled,
    make_section,
    make_user,
    make_withdrawn,
)

DO = {
    "submit": lambda story, by: story.submit(by=by),
    "reopen": lambda story, by: story.reopen(by=by),
    "publish": lambda story, by: story.publish(by=by),
    "schedule": lambda story, by: story.schedule(now() + timedelta(hours=3), by=by),
    "unschedule": lambda story, by: story.unschedule(by=by),
    "withdraw": lambda story, by: story.withdraw("Not true.", by=by),
}
STATES = {
    "draft": lambda **fields: make_article(section=make_section(), **fields),
    "review": lambda **fields: make_article(section=make_section(), status=Status.IN_REVIEW, **fields),
    "scheduled": make_scheduled,
    "live": make_published,
    "withdrawn": make_withdrawn,
}
# From which state a verb leads where; what is not here is refused.
MOVES = {
    ("draft", "submit"): "review",
    ("draft", "publish"): "live",
    ("draft", "schedule"): "scheduled",
    ("review", "reopen"): "draft",
    ("review", "publish"): "live",
    ("review", "schedule"): "scheduled",
    ("scheduled", "publish"): "live",
    ("scheduled", "schedule"): "scheduled",
    ("scheduled", "unschedule"): "draft",
    ("live", "withdraw"): "withdrawn",
    ("withdrawn", "publish"): "live",
    ("withdrawn", "schedule"): "scheduled",
}
LOGGED = {
    "submit": Verb.SUBMITTED,
    "reopen": Verb.REOPENED,
    "publish": Verb.PUBLISHED,
    "schedule": Verb.SCHEDULED,
    "unschedule": Verb.UNSCHEDULED,
    "withdraw": Verb.WITHDRAWN,
}
START = {"submit": "draft", "reopen": "review", "unschedule": "scheduled", "withdraw": "live"}


def stored(story):
    return Article.objects.filter(pk=story.pk).values().get(), story.events.count()


class StateMachineTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_user("Chief")

    def test_every_verb_from_every_state(self):
        for state, make in STATES.items():
            for verb, do in DO.items():
                with self.subTest(state=state, verb=verb):
                    story, target = make(), MOVES.get((state, verb))
                    if target is None:
                        self.assert_refused(WrongState, story, do)
                    else:
                        self.assert_moves(story, do, verb, target)

    def assert_refused(self, error, story, do, by=None):
        before = stored(story)
        with listening(self) as heard, self.assertRaises(error):
            do(story, by or self.chief)
        self.assertEqual(stored(story), before)
        self.assertEqual(heard, set())

    def assert_moves(self, story, do, verb, target):
        before = story.status
        with listening(self) as heard:
            do(story, self.chief)
        self.assertEqual(story.state.code, target, "the instance in hand stands where the row does")
        self.assertEqual(Article.objects.get(pk=story.pk).state.code, target)
        line = story.events.get()
        self.assertEqual(
            (line.verb, line.actor, line.actor_name), (LOGGED[verb], self.chief, str(self.chief))
        )
        self.assertEqual((line.from_status, line.to_status), (before, story.status))
        self.assertIn(f"article-{story.pk}", heard)

    def test_publishing_twice_publishes_once(self):
        story = make_article(section=make_section())
        twin = Article.objects.get(pk=story.pk)
        story.publish(by=self.chief)
        with self.assertRaisesMessage(WrongState, "already live"):
            twin.publish(by=self.chief)
        self.assertEqual(story.events.filter(verb=Verb.PUBLISHED).count(), 1)

    def test_a_verb_acts_on_what_is_stored_not_on_what_is_in_hand(self):
        story = make_article(section=make_section())
        story.headline = "Typed and never saved"
        story.publish(by=self.chief)
        self.assertNotEqual(Article.objects.get(pk=story.pk).headline, "Typed and never saved")

    def test_what_readers_need_is_asked_for_by_field(self):
        empty = Article.objects.create()
        for verb, fields in {
            "submit": {"headline", "body"},
            "publish": {"headline", "body", "section"},
        }.items():
            with self.subTest(verb), self.assertRaises(Incomplete) as caught:
                DO[verb](empty, self.chief)
            self.assertEqual(set(caught.exception.message_dict), fields)
            self.assertIsInstance(caught.exception, ValidationError)
        self.assertEqual(stored(empty)[1], 0)

    def test_a_time_that_has_passed_or_that_no_calendar_holds_is_no_schedule(self):
        story = make_article(section=make_section())
        end_of_time = datetime(9999, 12, 31, 23, 30, tzinfo=ZoneInfo("America/New_York"))
        for at in (now() - timedelta(seconds=1), end_of_time):
            with self.assertRaises(Incomplete) as caught:
                story.schedule(at, by=self.chief)
            self.assertIn("goes_out_at", caught.exception.message_dict)

    def test_withdrawing_needs_a_reason_and_logs_it(self):
        story = make_published()
        for reason in ("", "  \n"):
            with self.assertRaises(Incomplete) as caught:
                story.withdraw(reason, by=self.chief)
            self.assertIn("reason", caught.exception.message_dict)
        story.withdraw("The quote\x00 was invented. " * 60, by=self.chief)
        self.assertTrue(story.events.get().note.startswith("The quote was invented."))

    def test_a_refused_verb_leaves_the_instance_in_hand_as_it_was(self):
        make_published(slug="taken", ago=timedelta(seconds=1))
        story = make_article(section=make_section(), slug="taken")
        with (
            mock.patch.object(Article, "_free_slug", return_value="taken"),
            self.assertRaisesMessage(WrongState, "taken this address"),
        ):
            story.publish(by=self.chief)
        self.assertEqual((story.status, story.published_on), (Status.DRAFT, None))
        self.assertEqual(stored(story)[0]["status"], Status.DRAFT)


class PermissionTests(TestCase):
    """Each verb asked by everybody: the verbs refuse, not only the screens."""

    @classmethod
    def setUpTestData(cls):
        cls.users = {name: make_user(name) for name in ("Reporter", "Editor", "Moderator", "Chief")}
        cls.users["nobody"] = make_user()
        cls.users["former"] = make_user("Reporter", is_active=False)

    MAY = {
        "submit": {"Editor", "Chief", "Reporter of it"},
        "reopen": {"Editor", "Chief", "Reporter of it"},
        "publish": {"Editor", "Chief"},
        "schedule": {"Editor", "Chief"},
        "unschedule": {"Editor", "Chief"},
        "withdraw": {"Editor", "Chief"},
    }

    def test_who_may_do_what(self):
        for verb, do in DO.items():
            for name, user in self.users.items():
                for owner in (None, user):
                    who = f"{name} of it" if owner else name
                    may = who in self.MAY[verb] or name in self.MAY[verb]
                    with self.subTest(verb=verb, who=who, may=may):
                        self.check(STATES[START.get(verb, "draft")](created_by=owner), do, user, may)

    def check(self, story, do, user, may):
        before = stored(story)
        if may:
            do(story, user)
            self.assertEqual(story.events.get().actor, user)
            return
        with listening(self) as heard, self.assertRaises(PermissionDenied):
            do(story, user)
        self.assertEqual((stored(story), heard), (before, set()))

    def test_a_byline_makes_a_story_ones_own(self):
        reporter = self.users["Reporter"]
        story = make_article(bylines=[make_author(), make_author(user=reporter)])
        story.submit(by=reporter)
        self.assertEqual(story.status, Status.IN_REVIEW)

    def test_a_story_nobody_began_belongs_to_nobody(self):
        story = make_article(status=Status.IN_REVIEW, bylines=[make_author()])
        self.assertFalse(story.belongs_to(AnonymousUser()))
        self.assertFalse(story.may_be_reopened_by(AnonymousUser()))
        self.assertFalse(story.may_be_released_by(AnonymousUser()))
        with self.assertRaises(PermissionDenied):
            story.reopen(by=AnonymousUser())

    def test_either_half_of_the_permission_releases_nothing(self):
        for permission in ("publish_article", "edit_any_article"):
            user = make_user()
            user.user_permissions.set(
                user.user_permissions.model.objects.filter(
                    codename=permission, content_type__app_label="articles"
                )
            )
            self.assertFalse(make_published().may_be_released_by(user), permission)


class AddressTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.chief = make_user("Chief")
        cls.section = make_section()

    def publish(self, **fields):
        story = make_article(section=self.section, **fields)
        story.publish(by=self.chief)
        self.assertEqual(self.client.get(story.get_absolute_url()).status_code, 200, story.slug)
        return story

    def test_the_slug_is_made_from_the_headline_in_its_own_script(self):
        self.assertEqual(self.publish(headline="Fish & chips: the facts").slug, "fish-chips-the-facts")
        self.assertEqual(self.publish(headline="瑞典与中国合作").slug, "瑞典与中国合作")
        self.assertTrue(self.publish(headline="أخبار الميناء").slug)

    def test_a_headline_without_a_letter_gets_the_number_of_the_story(self):
        story = self.publish(headline="?!…")
        self.assertEqual(story.slug, f"article-{story.pk}")

    def test_a_slug_taken_on_that_day_gets_a_number(self):
        slugs = [self.publish(headline="Same words").slug for _ in range(3)]
        self.assertEqual(slugs, ["same-words", "same-words-2", "same-words-3"])

    def test_so_does_one_that_fills_its_field(self):
        slugs = [self.publish(slug="a" * 120).slug for _ in range(2)]
        self.assertEqual(len(set(slugs)), 2)
        self.assertLessEqual(max(map(len, slugs)), 120)

    def test_it_is_free_again_on_another_day(self):
        make_published(slug="same-words", ago=timedelta(days=3))
        self.assertEqual(self.publish(headline="Same words").slug, "same-words")

    def test_the_day_is_the_sites_own(self):
        story = make_article(section=self.section)
        noon = (now() + timedelta(days=40)).astimezone(UTC).replace(hour=12)
        with self.settings(TIME_ZONE="Pacific/Kiritimati"):
            story.schedule(noon, by=self.chief)
        self.assertEqual(story.published_on, noon.date() + timedelta(days=1))

    def test_a_story_unscheduled_loses_its_day_and_may_come_out_on_another(self):
        story = make_article(section=self.section, headline="Later")
        story.schedule(now() + timedelta(days=3), by=self.chief)
        self.assertEqual(self.client.get(story.get_absolute_url()).status_code, 404)
        story.unschedule(by=self.chief)
        self.assertEqual((story.status, story.publish_at, story.get_absolute_url()), (Status.DRAFT, None, ""))
        story.publish(by=self.chief)
        self.assertEqual(story.published_on, localdate())

    def test_a_schedule_can_be_moved(self):
        story = make_article(section=self.section)
        story.schedule(now() + timedelta(days=3), by=self.chief)
        at = now() + timedelta(days=5)
        story.schedule(at, by=self.chief)
        self.assertEqual((story.publish_at, story.published_on), (at, localdate(at)))

    def test_withdrawn_answers_410_and_comes_back_at_the_same_address(self):
        story = self.publish(headline="Back again")
        address, first = story.get_absolute_url(), story.first_published_at
        story.withdraw("A mistake.", by=self.chief)
        self.assertEqual(story.get_absolute_url(), address)
        self.assertEqual(self.client.get(address).status_code, 410)
        story.publish(by=self.chief)
        self.assertEqual((story.get_absolute_url(), story.publish_at), (address, first))
        self.assertEqual(self.client.get(address).status_code, 200)

    def test_a_withdrawn_story_may_be_scheduled_and_taken_back(self):
        story = self.publish()
        address = story.get_absolute_url()
        story.withdraw("A mistake.", by=self.chief)
        story.schedule(now() + timedelta(days=1), by=self.chief)
        self.assertEqual(self.client.get(address).status_code, 410)
        story.unschedule(by=self.chief)
        self.assertEqual((story.status, story.get_absolute_url()), (Status.WITHDRAWN, address))

    def test_a_published_story_is_there_for_the_next_request(self):
        story = self.publish()
        self.assertIn(story, Article.objects.published())
        self.assertLessEqual(story.publish_at, now())
