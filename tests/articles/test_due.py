"""What falls due: done once, in its own transaction, told on the story when it cannot be."""

from datetime import timedelta
from unittest import mock

from django.db import IntegrityError, OperationalError
from django.test import TestCase
from django.utils.timezone import now

from articles import due
from articles.choices import ChangeKind, Status, Verb
from articles.models import Article
from articles.refusals import Incomplete
from tests.factories import listening, make_article, make_published, make_scheduled, make_section, make_user

HOUR = timedelta(hours=1)


def came_out_unnoticed(**overrides):
    return make_published(**{"ago": HOUR, "is_awaited": True, **overrides})


def make_ending(ago=HOUR, **overrides):
    """A live story whose scheduled withdrawal has come to pass."""
    fields = {
        "ago": 24 * HOUR,
        "withdraw_at": now() - ago,
        "withdraw_reason": "The fair is over.",
        **overrides,
    }
    return make_published(**fields)


def make_changing(ago=HOUR, by=None, **overrides):
    """A live story whose scheduled update is due."""
    by = by or make_user("Chief")
    story = make_published(**{"headline": "Before", "ago": 24 * HOUR, **overrides})
    story.save_draft(story.draft_content | {"headline": "After"}, by=by)
    story.schedule_update(now() + HOUR, by=by, kind=ChangeKind.UPDATE)
    Article.objects.filter(pk=story.pk).update(update_at=now() - ago)
    return Article.objects.get(pk=story.pk)


def settle_all():
    return [due.settle(item) for item in due.due_now()]


class DueCase(TestCase):
    def stored(self, story):
        return Article.objects.get(pk=story.pk)

    def events(self, story, verb):
        return list(story.events.filter(verb=verb))


class ComingOutTests(DueCase):
    def test_a_story_that_came_out_is_noted_once_and_its_pages_are_told(self):
        section = make_section()
        before = make_published(section=section, ago=3 * HOUR)
        story = came_out_unnoticed(section=section)
        with listening(self) as heard:
            self.assertEqual(settle_all(), [due.Outcome(is_done=True)])
        self.assertEqual(settle_all(), [])
        self.assertFalse(self.stored(story).is_awaited)
        (event,) = self.events(story, Verb.CAME_OUT)
        self.assertEqual((event.actor, event.actor_name), (None, "The clock"))
        self.assertLessEqual(
            {f"article-{story.pk}", f"article-{before.pk}", "front", "latest", f"section-{section.pk}"}, heard
        )

    def test_the_story_itself_is_as_it_was(self):
        story = came_out_unnoticed()
        settle_all()
        stored = self.stored(story)
        self.assertEqual((stored.publish_at, stored.modified_at), (story.publish_at, story.modified_at))

    def test_a_story_to_come_is_awaited_still(self):
        make_scheduled(is_awaited=True)
        self.assertEqual(due.due_now(), [])

    def test_a_story_moved_on_meanwhile_is_left_alone(self):
        story = came_out_unnoticed()
        (item,) = due.due_now()
        Article.objects.filter(pk=story.pk).update(publish_at=now() + HOUR)
        self.assertEqual(due.settle(item), due.Outcome())
        self.assertTrue(self.stored(story).is_awaited)

    def test_a_story_deleted_meanwhile_is_no_failure(self):
        story = came_out_unnoticed()
        (item,) = due.due_now()
        story.delete()
        self.assertEqual(due.settle(item), due.Outcome())

    def test_a_draft_that_is_awaited_by_mistake_is_not_said_to_have_come_out(self):
        story = make_article(is_awaited=True)
        settle_all()
        self.assertEqual((self.stored(story).is_awaited, self.events(story, Verb.CAME_OUT)), (False, []))


class WithdrawingTests(DueCase):
    def test_it_is_done_in_the_log_and_the_pages_it_stood_on_are_told(self):
        story = make_ending()
        with listening(self) as heard:
            self.assertEqual(settle_all(), [due.Outcome(is_done=True)])
        self.assertEqual(self.stored(story).status, Status.WITHDRAWN)
        (event,) = self.events(story, Verb.WITHDRAWN)
        self.assertEqual((event.actor, event.note), (None, "The fair is over."))
        self.assertLessEqual({"front", "latest", f"section-{story.section_id}"}, heard)
        self.assertEqual(settle_all(), [])

    def test_one_that_was_moved_meanwhile_is_left_alone(self):
        story = make_ending()
        (item,) = due.due_now()
        Article.objects.filter(pk=story.pk).update(withdraw_at=now() + HOUR)
        self.assertEqual(due.settle(item), due.Outcome())

    def test_a_night_without_rounds_is_made_good_in_the_order_of_things(self):
        """Came out, changed and went: the change of a story that is gone is no failure."""
        story = make_changing()
        Article.objects.filter(pk=story.pk).update(
            is_awaited=True, withdraw_at=now() - HOUR / 2, withdraw_reason="Over."
        )
        self.assertEqual(settle_all(), [due.Outcome(is_done=True), due.Outcome(is_done=True), due.Outcome()])
        stored = self.stored(story)
        self.assertEqual(
            (stored.status, stored.update_at, stored.stopped_because), (Status.WITHDRAWN, None, "")
        )


class UpdatingTests(DueCase):
    def test_readers_get_the_new_text_and_the_log_a_line(self):
        story = make_changing()
        with listening(self) as heard:
            self.assertEqual(settle_all(), [due.Outcome(is_done=True)])
        stored = self.stored(story)
        self.assertEqual((stored.headline, stored.update_at), ("After", None))
        self.assertEqual(len(self.events(story, Verb.UPDATED)), 1)
        self.assertIn(f"article-{story.pk}", heard)
        self.assertEqual(settle_all(), [])


class StoppingTests(DueCase):
    def fail(self, error):
        return mock.patch.object(Article, "apply_update", side_effect=error)

    def test_what_is_missing_is_said_on_the_story_and_once_in_its_log(self):
        story, other = make_changing(ago=2 * HOUR), make_changing()
        refusal = Incomplete({"headline": ["The story has no headline."]})

        def apply(article):
            if article.pk == story.pk:
                raise refusal
            return applied(article)

        applied = Article.apply_update
        with mock.patch.object(Article, "apply_update", autospec=True, side_effect=apply):
            first, second = settle_all()
            self.assertEqual((first.is_done, first.is_new, second.is_done), (False, True, True))
            self.assertIn("“Before”: The story has no headline.", first.problem)
            (again,) = settle_all()
            self.assertEqual((again.problem, again.is_new), (first.problem, False))
        self.assertEqual(self.stored(other).headline, "After")
        self.assertEqual(self.stored(story).stopped_because, "The story has no headline.")
        (event,) = self.events(story, Verb.STOPPED)
        self.assertEqual((event.actor_name, event.note), ("The clock", "The story has no headline."))

        settle_all()
        stored = self.stored(story)
        self.assertEqual((stored.headline, stored.stopped_because), ("After", ""))

    def test_a_failed_update_has_changed_nothing(self):
        story = make_changing()

        def half(article):
            Article.objects.filter(pk=article.pk).update(headline="Half")
            raise IntegrityError

        with (
            mock.patch.object(Article, "apply_update", autospec=True, side_effect=half),
            self.assertLogs("articles.due", "ERROR"),
        ):
            settle_all()
        self.assertEqual(self.stored(story).headline, "Before")

    def test_a_fault_of_ours_is_logged_once_and_told_without_its_insides(self):
        story = make_changing()
        with self.fail(ZeroDivisionError("secret")):
            with self.assertLogs("articles.due", "ERROR") as logged:
                settle_all()
            self.assertIn("secret", logged.output[0])
            with self.assertNoLogs("articles.due"):
                settle_all()
        reason = self.stored(story).stopped_because
        self.assertIn("ZeroDivisionError", reason)
        self.assertNotIn("secret", reason)

    def test_another_reason_replaces_the_first_and_adds_no_line_to_the_log(self):
        story = make_changing()
        for words in ("One.", "Two."):
            with self.fail(Incomplete(words)):
                settle_all()
        self.assertEqual(self.stored(story).stopped_because, "Two.")
        self.assertEqual(len(self.events(story, Verb.STOPPED)), 1)

    def test_very_long_and_dirty_reasons_fit(self):
        story = make_changing()
        with self.fail(Incomplete(["x\0y\n" + "z" * 600, "more"])):
            settle_all()
        reason = self.stored(story).stopped_because
        self.assertTrue(reason.startswith("xy zzz"))
        self.assertLessEqual(len(reason), 500)

    def test_a_database_that_is_busy_is_no_fault_of_the_story(self):
        story = make_changing()
        with self.fail(OperationalError("database is locked")), self.assertLogs("articles.due", "WARNING"):
            (outcome,) = settle_all()
        self.assertTrue(outcome.problem)
        self.assertEqual(self.stored(story).stopped_because, "")

    def test_a_reason_that_cannot_be_noted_stops_nobody_else(self):
        story = make_changing()
        with (
            self.fail(Incomplete("No.")),
            mock.patch.object(Article, "log", side_effect=RuntimeError),
            self.assertLogs("articles.due", "ERROR"),
        ):
            (outcome,) = settle_all()
        self.assertIn("No.", outcome.problem)
        self.assertEqual(self.stored(story).stopped_because, "")

    def test_what_else_happens_to_a_stopped_story_lets_nobody_see_a_stale_reason(self):
        story = came_out_unnoticed(stopped_because="The network was away.")
        settle_all()
        self.assertEqual(self.stored(story).stopped_because, "")


class CatchUpTests(DueCase):
    def setUp(self):
        due._tried.clear()

    def test_the_first_reader_after_its_time_brings_the_update(self):
        story = make_changing()
        self.assertIs(due.catch_up(story), True)
        self.assertEqual(self.stored(story).headline, "After")

    def test_it_costs_nothing_while_nothing_is_due(self):
        with self.assertNumQueries(0):
            self.assertIs(due.catch_up(Article()), False)
            self.assertIs(due.catch_up(Article(update_at=now() + HOUR)), False)
            self.assertIs(due.catch_up(Article(update_at=now() - HOUR, stopped_because="No.")), False)

    def test_two_readers_at_once_are_one_update(self):
        """Both have read the story before either has begun."""
        one = make_changing()
        other = self.stored(one)
        self.assertTrue(due.catch_up(one))
        self.assertTrue(due.catch_up(other), "the second reads the new text too")
        self.assertEqual(len(self.events(one, Verb.UPDATED)), 1)

    def test_a_failure_is_told_on_the_story_and_the_reader_is_not_bothered(self):
        story = make_changing()
        with mock.patch.object(Article, "apply_update", side_effect=Incomplete("No section.")) as applied:
            self.assertIs(due.catch_up(story), False)
            self.assertIs(due.catch_up(self.stored(story)), False)
            self.assertIs(due.catch_up(story), False)
        applied.assert_called_once()
        self.assertEqual(self.stored(story).stopped_because, "No section.")

    def test_after_the_database_was_busy_readers_are_spared_for_a_minute(self):
        story = make_changing()
        with (
            mock.patch.object(Article, "apply_update", side_effect=OperationalError("locked")) as applied,
            self.assertLogs("articles.due", "WARNING"),
        ):
            self.assertFalse(due.catch_up(story))
            self.assertFalse(due.catch_up(story))
        applied.assert_called_once()
        with mock.patch.object(due, "PAUSE", 0):
            self.assertTrue(due.catch_up(story))
        self.assertEqual(self.stored(story).headline, "After")

    def test_a_reader_of_the_page_sees_the_new_text_and_after_a_failure_the_old_one(self):
        story = make_changing()
        with mock.patch.object(Article, "apply_update", side_effect=Incomplete("No.")):
            self.assertContains(self.client.get(story.get_absolute_url()), "Before")
        Article.objects.update(stopped_because="")
        due._tried.clear()
        page = self.client.get(story.get_absolute_url())
        self.assertContains(page, "After")
        self.assertNotContains(page, "Before")
