from datetime import datetime, timedelta
from unittest import mock
from zoneinfo import ZoneInfo

import time_machine
from django.test import SimpleTestCase

from articles.choices import Status
from articles.models import Article, Revision
from articles.state import clock, distance, is_overdue, state_for

LONDON = ZoneInfo("Europe/London")
# A Wednesday.
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=LONDON)


# With a no-break space behind it: a line begins with the dot, and never ends with it.
DOT = "·\N{NO-BREAK SPACE}"


@time_machine.travel(NOON, tick=False)
class StateTests(SimpleTestCase):
    def state(self, status, **fields):
        return Article(status=status, **fields).state

    def test_each_state_is_a_code_and_a_sentence(self):
        at, ahead = NOON - timedelta(hours=3), NOON + timedelta(hours=18)
        table = {
            ("draft", "Draft · not public"): self.state(Status.DRAFT),
            ("review", "In review · waits for an editor"): self.state(Status.IN_REVIEW),
            ("withdrawn", "Withdrawn · readers are told it is gone"): self.state(
                Status.WITHDRAWN, publish_at=at
            ),
            ("live", "Live since 09:00"): self.state(Status.PUBLISHED, publish_at=at),
            ("scheduled", "Goes out Thu 06:00 · in 18 h"): self.state(Status.PUBLISHED, publish_at=ahead),
        }
        for (code, sentence), state in table.items():
            self.assertEqual((state.code, state.sentence), (code, sentence.replace("· ", DOT)))

    def test_an_update_is_told(self):
        state = self.state(
            Status.PUBLISHED, publish_at=NOON - timedelta(days=1), updated_at=NOON - timedelta(minutes=5)
        )
        self.assertEqual(state.sentence, f"Live since Tue 12:00 {DOT}updated 11:55")

    def test_a_moment_says_no_more_than_needed(self):
        self.assertEqual(clock(NOON), "12:00")
        self.assertEqual(clock(NOON + timedelta(days=6)), "Tue 12:00")
        self.assertEqual(clock(NOON + timedelta(days=7)), "2 Dec, 12:00")
        self.assertEqual(clock(NOON - timedelta(days=400)), "21 Oct 2025, 12:00")

    def test_a_moment_is_told_in_the_time_of_the_site(self):
        self.assertEqual(clock(datetime(2026, 11, 25, 20, 30, tzinfo=ZoneInfo("Asia/Tokyo"))), "11:30")

    def test_a_day_ends_at_midnight_not_after_24_hours(self):
        self.assertEqual(clock(NOON + timedelta(hours=12)), "Thu 00:00")

    def test_a_distance_is_in_the_two_largest_units(self):
        table = {
            timedelta(seconds=20): "in 0 min",
            timedelta(minutes=41): "in 41 min",
            timedelta(hours=8, minutes=14): "in 8 h 14 min",
            timedelta(hours=47): "in 47 h",
            timedelta(days=3, hours=5): "in 3 days",
            -timedelta(minutes=41): "41 min ago",
        }
        for offset, words in table.items():
            self.assertEqual(distance(NOON + offset), words)


@time_machine.travel(NOON, tick=False)
class PlansTests(SimpleTestCase):
    """What the desk knows and readers do not."""

    draft = Revision(pk=2, author_name="Ana Duarte", summary={"fields": ["headline", "body"], "changes": 3})

    def sentence(self, status=Status.PUBLISHED, *, is_open=True, **fields):
        fields = {"publish_at": NOON - timedelta(hours=3), **fields} if status == Status.PUBLISHED else fields
        with mock.patch.object(Article, "drafts_are_open_to", return_value=is_open):
            state = state_for(Article(status=status, **fields), None)
        return state.code, state.sentence.replace(DOT, "· ")

    def test_a_newer_draft_is_told_with_its_author_and_what_is_different(self):
        told = {
            3: "newer draft by Ana Duarte, 3 changes",
            1: "newer draft by Ana Duarte, 1 change",
            0: "newer draft by Ana Duarte",
        }
        for number, words in told.items():
            draft = Revision(pk=2, author_name="Ana Duarte", summary={"changes": number} if number else {})
            code, sentence = self.sentence(draft_revision=draft, live_revision_id=1)
            self.assertEqual((code, sentence), ("live", f"Live since 09:00 · {words}"))

    def test_what_readers_see_is_no_newer_draft(self):
        self.assertEqual(
            self.sentence(draft_revision=self.draft, live_revision_id=2), ("live", "Live since 09:00")
        )
        self.assertEqual(self.sentence(Status.DRAFT, draft_revision=self.draft)[1], "Draft · not public")

    def test_everything_planned_is_told_in_one_sentence(self):
        self.assertEqual(
            self.sentence(
                draft_revision=self.draft,
                live_revision_id=1,
                update_at=NOON + timedelta(days=5, hours=18),
                withdraw_at=NOON + timedelta(days=2),
            )[1],
            "Live since 09:00 · newer draft by Ana Duarte, 3 changes · update goes out Tue 06:00"
            " · withdrawn from Fri 12:00",
        )

    def test_an_embargo_is_told_until_it_has_passed(self):
        until = NOON + timedelta(days=5, hours=18)
        self.assertEqual(
            self.sentence(Status.DRAFT, embargo_until=until)[1],
            "Draft · not public · embargo until Tue 06:00",
        )
        self.assertEqual(
            self.sentence(Status.IN_REVIEW, embargo_until=NOON - timedelta(hours=1))[1],
            "In review · waits for an editor",
        )

    def test_what_has_stopped_says_why_and_where_it_stands(self):
        self.assertEqual(
            self.sentence(stopped_because="The picture has no credit."),
            ("stopped", "Stopped: The picture has no credit. · Live since 09:00"),
        )

    def test_a_withdrawal_whose_time_has_come_is_told_before_anything_has_noted_it(self):
        self.assertEqual(
            self.sentence(withdraw_at=NOON - timedelta(minutes=1)),
            ("withdrawn", "Withdrawn · readers are told it is gone"),
        )

    def test_nothing_of_this_is_told_to_whoever_may_not_read_the_drafts(self):
        planned = {
            "draft_revision": self.draft,
            "update_at": NOON,
            "withdraw_at": NOON + timedelta(days=1),
            "stopped_because": "Why",
        }
        self.assertEqual(self.sentence(is_open=False, **planned), ("live", "Live since 09:00"))
        story = Article(status=Status.PUBLISHED, publish_at=NOON - timedelta(hours=3), **planned)
        self.assertEqual(story.state.sentence, "Live since 09:00")

    def test_only_what_readers_have_not_been_given_is_overdue(self):
        past, ahead = NOON - timedelta(minutes=1), NOON + timedelta(minutes=1)
        self.assertTrue(is_overdue(Article(due_at=past)))
        self.assertFalse(is_overdue(Article(due_at=ahead)))
        self.assertFalse(is_overdue(Article()))
        self.assertFalse(is_overdue(Article(due_at=past, first_published_at=past)))
