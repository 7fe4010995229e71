from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine
from django.test import SimpleTestCase

from articles.choices import Status
from articles.models import Article
from articles.state import clock, distance

LONDON = ZoneInfo("Europe/London")
# A Wednesday.
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=LONDON)


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
            self.assertEqual((state.code, state.sentence), (code, sentence))

    def test_an_update_is_told(self):
        state = self.state(
            Status.PUBLISHED, publish_at=NOON - timedelta(days=1), updated_at=NOON - timedelta(minutes=5)
        )
        self.assertEqual(state.sentence, "Live since Tue 12:00 · updated 11:55")

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
