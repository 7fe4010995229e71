from unittest import mock

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import SimpleTestCase, TestCase, TransactionTestCase

from newsroom import caching
from newsroom.caching import deliver_left, keep_private, private, public, touch
from newsroom.models import Purge
from tests.factories import listening, make_author, make_section, make_tag


class PublicTests(SimpleTestCase):
    def test_browsers_ask_again_and_shared_caches_have_their_own_time(self):
        response = public(HttpResponse(), {"site", "article-1"}, 300)
        self.assertEqual(response.headers["Cache-Control"], "public, max-age=0")
        cdn = response.headers["CDN-Cache-Control"]
        self.assertEqual(cdn, "max-age=300, stale-while-revalidate=60, stale-if-error=86400")
        self.assertEqual(response.headers["Surrogate-Key"], "article-1 site")

    def test_it_is_kept_a_second_at_least_and_whole_seconds(self):
        for ttl, header in ((0, "max-age=1,"), (-9, "max-age=1,"), (7.9, "max-age=7,")):
            self.assertTrue(public(HttpResponse(), (), ttl).headers["CDN-Cache-Control"].startswith(header))

    def test_nothing_forbids_stale_pages_in_an_outage(self):
        self.assertNotIn("s-maxage", public(HttpResponse(), (), 5).headers["Cache-Control"])


class PrivateTests(SimpleTestCase):
    def check(self, response):
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        self.assertEqual(response.headers["X-Robots-Tag"], "noindex")
        for header in ("Expires", "CDN-Cache-Control", "Surrogate-Key"):
            self.assertNotIn(header, response.headers)

    def test_no_cache_keeps_it_and_no_search_engine_lists_it(self):
        self.check(keep_private(HttpResponse()))

    def test_a_view_can_be_marked_as_a_whole(self):
        @private
        def view(request):
            """Say so."""
            return HttpResponse("mine")

        self.check(view(None))
        self.assertEqual((view.__name__, view.__doc__), ("view", "Say so."))

    def test_what_was_marked_public_can_be_taken_back(self):
        self.check(keep_private(public(HttpResponse(), {"site"}, 60)))


class TouchTests(TestCase):
    def test_the_keys_are_told_after_the_transaction(self):
        with mock.patch.object(caching, "LISTENERS", [heard := mock.Mock()]):
            with self.captureOnCommitCallbacks(execute=True), transaction.atomic():
                touch({"front", "site"})
                heard.assert_not_called()
            heard.assert_called_once_with(frozenset({"front", "site"}))

    def test_every_listener_is_told(self):
        with mock.patch.object(caching, "LISTENERS", [one := mock.Mock(), two := mock.Mock()]):
            with self.captureOnCommitCallbacks(execute=True):
                touch(["front"])
            one.assert_called_once()
            two.assert_called_once()

    def test_a_listener_that_fails_keeps_the_next_from_nothing(self):
        broken, next_one = mock.Mock(side_effect=RuntimeError("down")), mock.Mock()
        with (
            mock.patch.object(caching, "LISTENERS", [broken, next_one]),
            self.assertLogs(level="ERROR"),
            self.captureOnCommitCallbacks(execute=True),
        ):
            touch({"front"})
        next_one.assert_called_once_with(frozenset({"front"}))

    def test_what_is_to_be_told_is_written_down_with_the_change_and_struck_when_it_was(self):
        with mock.patch.object(caching, "LISTENERS", [heard := mock.Mock()]):
            with self.captureOnCommitCallbacks() as callbacks:
                touch({"site", "front"})
            self.assertEqual(Purge.objects.get().keys, "front site", "a crash here loses nothing")
            for tell in callbacks:
                tell()
        heard.assert_called_once()
        self.assertFalse(Purge.objects.exists())

    def test_it_stays_written_down_while_a_listener_fails_and_all_are_told_again(self):
        broken, other = mock.Mock(side_effect=RuntimeError("down")), mock.Mock()
        with (
            mock.patch.object(caching, "LISTENERS", [broken, other]),
            self.assertLogs("newsroom.caching", "ERROR"),
        ):
            with self.captureOnCommitCallbacks(execute=True):
                touch({"front"})
            self.assertEqual(Purge.objects.count(), 1)
            told, problems = deliver_left()
        self.assertEqual((told, len(problems)), (0, 1))
        self.assertIn("front", problems[0])
        broken.side_effect = None
        with mock.patch.object(caching, "LISTENERS", [broken, other]):
            self.assertEqual(deliver_left(), (1, []))
            self.assertEqual(deliver_left(), (0, []))
        self.assertEqual(other.call_args_list, [mock.call(frozenset({"front"}))] * 3)

    def test_a_change_that_fails_leaves_nothing_to_be_told(self):
        with self.assertRaises(InterruptedError), transaction.atomic():
            touch({"front"})
            raise InterruptedError
        self.assertFalse(Purge.objects.exists())

    def test_no_keys_write_nothing(self):
        with self.assertNumQueries(0):
            touch(())

    def test_nothing_is_told_of_a_transaction_that_failed(self):
        with listening(self) as heard:
            try:
                with transaction.atomic():
                    touch({"front"})
                    raise InterruptedError
            except InterruptedError:
                pass
        self.assertEqual(heard, set())

    def test_no_keys_tell_nothing(self):
        with mock.patch.object(caching, "LISTENERS", [heard := mock.Mock()]):
            with self.captureOnCommitCallbacks(execute=True):
                touch(set())
            heard.assert_not_called()


class OutsideOfTransactionsTests(TransactionTestCase):
    def test_the_keys_are_told_at_once(self):
        self.assertFalse(connection.in_atomic_block)
        with mock.patch.object(caching, "LISTENERS", [heard := mock.Mock()]):
            touch({"front"})
        heard.assert_called_once_with(frozenset({"front"}))

    def test_a_deletion_is_told_when_it_has_happened(self):
        """Told before, a cache would fetch the page as it was, and keep it."""
        for row in (make_tag(), make_author(), make_section()):
            rows, there = type(row).objects.filter(pk=row.pk), []
            with mock.patch.object(
                caching, "LISTENERS", [lambda _keys, rows=rows, there=there: there.append(rows.exists())]
            ):
                row.delete()
            self.assertEqual(there, [False], type(row).__name__)
