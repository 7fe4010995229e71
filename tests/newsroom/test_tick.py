"""The minute's round as a command: what it does, what it says, and what is left when it is killed."""

import fcntl
import io
import tempfile
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path
from unittest import mock

from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.test import TestCase, override_settings
from django.utils.timezone import now

from articles import due
from articles.choices import Verb
from articles.models import Article, Presence
from articles.refusals import Incomplete
from newsroom import caching, rounds
from newsroom.models import Heartbeat, Purge
from tests.factories import make_published, make_user

HOUR = timedelta(hours=1)


class RoundCase(TestCase):
    def setUp(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        self.enterContext(override_settings(DATA_DIR=Path(folder)))
        # Nothing commits here, so caches are told at once.
        self.enterContext(
            mock.patch.object(caching.transaction, "on_commit", side_effect=lambda tell, robust: tell())
        )

    def tick(self, **options):
        """The exit code and what was said."""
        screen, code = io.StringIO(), 0
        try:
            call_command("newsroom_tick", stdout=screen, **options)
        except SystemExit as ending:
            code = ending.code
        return code, screen.getvalue()

    def awaited(self, **overrides):
        return make_published(**{"ago": HOUR, "is_awaited": True, **overrides})

    def ending(self, **overrides):
        fields = {"ago": 24 * HOUR, "withdraw_at": now() - HOUR, "withdraw_reason": "Over.", **overrides}
        return make_published(**fields)


class TickTests(RoundCase):
    def test_a_quiet_minute_says_nothing_and_leaves_a_heartbeat(self):
        self.assertEqual(self.tick(), (0, ""))
        beat = Heartbeat.objects.get()
        self.assertGreaterEqual(beat.finished_at, beat.started_at)
        self.assertEqual((beat.done, beat.failed, beat.problems), (0, 0, []))

    def test_everything_due_is_done_and_said_in_a_line(self):
        self.awaited()
        self.ending()
        self.assertEqual(self.tick(), (0, "2 done\n"))
        self.assertEqual(Heartbeat.objects.get().done, 2)
        self.assertEqual(self.tick(), (0, ""))

    def test_one_that_fails_keeps_nobody_else_and_is_told_once(self):
        broken, other = self.ending(headline="Broken"), self.awaited()
        with mock.patch.object(Article, "apply_withdrawal", side_effect=Incomplete("No.")):
            code, said = self.tick()
            self.assertEqual(code, 1)
            self.assertEqual(said, f"1 done · № {broken.pk} “Broken”: No.\n")
            self.assertEqual(self.tick(), (1, ""), "it is the same as a minute ago")
        beat = Heartbeat.objects.first()
        self.assertEqual((beat.failed, beat.problems), (1, [f"№ {broken.pk} “Broken”: No."]))
        self.assertFalse(Article.objects.get(pk=other.pk).is_awaited)
        self.assertEqual(broken.events.filter(verb=Verb.STOPPED).count(), 1)
        self.assertEqual(self.tick()[0], 0)
        self.assertEqual(Article.objects.get(pk=broken.pk).stopped_because, "")

    def test_a_part_that_fails_keeps_no_other_part(self):
        stale = Presence.objects.create(
            article=make_published(), user=make_user("Chief"), seen_at=now() - timedelta(days=1)
        )
        Purge.objects.create(keys="front")
        heard = mock.Mock()
        with (
            mock.patch.object(due, "due_now", side_effect=RuntimeError("secret")),
            mock.patch.object(caching, "LISTENERS", [heard]),
            self.assertLogs("newsroom.rounds", "ERROR"),
        ):
            code, said = self.tick()
        self.assertEqual(code, 1)
        self.assertIn("RuntimeError", said)
        self.assertNotIn("secret", said)
        heard.assert_called_once_with(frozenset({"front"}))
        self.assertFalse(Presence.objects.filter(pk=stale.pk).exists())

    def test_what_is_old_goes(self):
        old, young = (Heartbeat.objects.create(started_at=now() - timedelta(days=days)) for days in (8, 6))
        self.tick()
        self.assertEqual(set(Heartbeat.objects.filter(pk__in=[old.pk, young.pk])), {young})

    def test_a_database_that_cannot_be_used_is_one_sentence(self):
        with (
            mock.patch.object(rounds, "_go_round", side_effect=OperationalError("no such\n table")),
            self.assertRaisesMessage(CommandError, "The database cannot be used: no such table"),
        ):
            self.tick()

    def test_seconds_must_be_some(self):
        with self.assertRaises(CommandError):
            self.tick(every=0)


class OutboxTests(RoundCase):
    def test_what_was_not_told_is_told_oldest_first_and_struck(self):
        for keys in ("front site", "latest"):
            Purge.objects.create(keys=keys)
        with mock.patch.object(caching, "LISTENERS", [heard := mock.Mock()]):
            self.assertEqual(self.tick(), (0, "2 done\n"))
            self.assertEqual(self.tick(), (0, ""))
        self.assertEqual(
            heard.call_args_list,
            [mock.call(frozenset({"front", "site"})), mock.call(frozenset({"latest"}))],
        )
        self.assertFalse(Purge.objects.exists())

    def test_a_cache_that_is_away_is_reported_and_told_when_it_is_back(self):
        Purge.objects.create(keys="front")
        Purge.objects.create(keys="latest")

        def cache(keys):
            if "front" in keys:
                raise ConnectionError

        with (
            mock.patch.object(caching, "LISTENERS", [cache]),
            self.assertLogs("newsroom.caching", "ERROR"),
        ):
            code, said = self.tick()
        self.assertEqual((code, said), (1, "1 done · A cache was not told: cache: front\n"))
        self.assertEqual([purge.keys for purge in Purge.objects.all()], ["front"])
        with mock.patch.object(caching, "LISTENERS", [mock.Mock()]):
            self.assertEqual(self.tick()[0], 0)
        self.assertFalse(Purge.objects.exists())


@contextmanager
def another_round():
    """A round that is on its way elsewhere."""
    if connection.vendor == "postgresql":
        elsewhere = connection.copy()
        try:
            with elsewhere.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock(%s)", [rounds.LOCK])
                yield
        finally:
            elsewhere.close()
        return
    with Path(rounds.settings.DATA_DIR, "round.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class AloneTests(RoundCase):
    def test_a_second_round_says_so_and_does_nothing(self):
        story = self.awaited()
        with another_round():
            code, said = self.tick()
        self.assertEqual((code, said), (0, "Another round is on its way; this one has nothing to do.\n"))
        self.assertTrue(Article.objects.get(pk=story.pk).is_awaited)
        self.assertFalse(Heartbeat.objects.exists())
        self.tick()
        self.assertFalse(Article.objects.get(pk=story.pk).is_awaited)

    def test_a_round_that_fails_lets_the_next_one_in(self):
        with mock.patch.object(rounds, "_go_round", side_effect=ZeroDivisionError):
            self.assertRaises(ZeroDivisionError, rounds.go_round)
        self.assertIsNotNone(rounds.go_round())


class KeepGoingTests(RoundCase):
    def go(self, times):
        """Go round so often, without waiting; returns what was said."""
        wanted, said = iter([True] * times), []
        with (
            mock.patch.object(rounds.time, "time", side_effect=count(0, 60)),
            mock.patch.object(rounds, "close_old_connections"),
        ):
            rounds.keep_going(60, say=said.append, is_wanted=lambda: next(wanted, False))
        return said

    def test_it_goes_round_until_it_is_not_wanted_and_speaks_only_of_what_happened(self):
        self.awaited()
        self.assertEqual(self.go(2), ["1 done"])
        self.assertEqual(Heartbeat.objects.count(), 2)

    def test_a_round_that_comes_to_nothing_is_not_the_last(self):
        with (
            mock.patch.object(
                rounds, "go_round", side_effect=[OperationalError, rounds.Round(1, is_news=True)]
            ),
            self.assertLogs("newsroom.rounds", "ERROR"),
        ):
            self.assertEqual(self.go(2), ["1 done"])

    def test_it_waits_for_the_full_minute_and_looks_up_every_second(self):
        slept, clock = [], [119.2]

        def sleep(seconds):
            slept.append(round(seconds, 3))
            clock[0] += seconds

        wanted = iter([True] * 3)
        with (
            mock.patch.object(rounds.time, "time", side_effect=lambda: clock[0]),
            mock.patch.object(rounds.time, "sleep", side_effect=sleep),
            mock.patch.object(rounds, "close_old_connections"),
        ):
            rounds.keep_going(60, say=self.fail, is_wanted=lambda: next(wanted, False))
        self.assertEqual(slept, [0.8])
        self.assertEqual(clock, [120.0])
