import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from unittest import mock

import pytest
from django.db import IntegrityError, connection
from django.test import TestCase, TransactionTestCase
from django.utils.timezone import now

from comments import submission
from comments.choices import Action, HoldReason, Status
from comments.models import Comment
from comments.submission import submit
from newsroom.text import name_key
from tests.factories import listening, make_approved, make_comment, make_published


class SubmitTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()

    def send(self, text="Words.", name="Anna Berg", **fields):
        return submit(self.story, **{"name": name, "text": text, "network_key": "home", **fields})

    def test_it_waits_with_its_reasons_and_one_line_of_log(self):
        comment = self.send("See a.com", filled_honeypot=True)
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.version, comment.decided_at), (Status.PENDING, 1, None))
        self.assertEqual(
            comment.hold_reasons, [HoldReason.HONEYPOT, HoldReason.LINK, HoldReason.PRE_MODERATED]
        )
        self.assertEqual((comment.name_key, comment.network_key), (name_key("Anna Berg"), "home"))
        line = comment.events.get()
        self.assertEqual((line.action, line.to_status, line.version), (Action.SUBMITTED, Status.PENDING, 1))
        self.assertEqual((line.actor, line.actor_name, line.at), (None, "Anna Berg", comment.created_at))

    def test_a_waiting_comment_changes_no_page(self):
        with listening(self) as heard:
            self.send()
        self.assertEqual(heard, set())

    def test_an_answer_joins_the_thread(self):
        root = make_approved(self.story)
        answer = make_approved(self.story, parent=root)
        comment = self.send(parent=answer)
        self.assertEqual((comment.parent, comment.root, comment.thread_at), (answer, root, root.thread_at))
        self.assertEqual(self.send("Other", parent=root).root, root)

    def test_two_threads_begun_in_one_microsecond_are_both_kept(self):
        at = now()
        with mock.patch.object(
            submission.timezone, "now", side_effect=[at, at, at, *[at + timedelta(seconds=1)] * 9]
        ):
            make_comment(self.story, thread_at=at)
            comment = self.send()
        self.assertEqual(Comment.objects.count(), 2)
        self.assertNotEqual(comment.thread_at, at)

    def test_a_database_that_refuses_for_another_reason_is_heard(self):
        with (
            mock.patch.object(submission, "_store", side_effect=IntegrityError),
            self.assertRaises(IntegrityError),
        ):
            self.send()


class SamePressTests(TestCase):
    """One press is one comment; two readers, or two comments of one reader, are two."""

    @classmethod
    def setUpTestData(cls):
        cls.story, cls.other_story = make_published(), make_published()
        cls.token = uuid.uuid4()

    def send(self, text="Words.", name="Anna Berg", story=None, **fields):
        return submit(story or self.story, **{"name": name, "text": text, "network_key": "home", **fields})

    def assert_kept(self, *comments):
        self.assertEqual(len({comment.pk for comment in comments}), len(comments))
        self.assertEqual(Comment.objects.count(), len(comments))

    def test_a_token_sent_twice_is_one_comment(self):
        self.assertEqual(self.send(token=self.token), self.send(token=self.token))
        self.assert_kept(Comment.objects.get())

    def test_it_is_even_after_hours_and_from_another_network(self):
        first = self.send(token=self.token)
        Comment.objects.update(created_at=now() - timedelta(hours=9))
        self.assertEqual(self.send(token=self.token, network_key="train"), first)

    def test_without_a_token_the_same_words_within_a_minute_are_one(self):
        self.assertEqual(self.send(), self.send(name="ANNA  berg"))
        self.assert_kept(Comment.objects.get())

    def test_they_are_two_by_another_name_network_story_or_later(self):
        first = self.send()
        Comment.objects.update(created_at=now() - timedelta(minutes=2), submission_token=uuid.uuid4())
        later = self.send()
        Comment.objects.filter(pk=later.pk).update(created_at=now() - timedelta(minutes=2))
        named, elsewhere = self.send(name="Bo"), self.send(network_key="train")
        self.assert_kept(first, later, named, elsewhere, self.send(story=self.other_story))

    def test_the_same_short_words_to_two_people_are_two(self):
        one, two = make_approved(self.story), make_approved(self.story)
        for token in (None, self.token):
            first, second = (self.send("Agreed.", parent=parent, token=token) for parent in (one, two))
            self.assertEqual((first.parent, second.parent), (one, two))

    def test_two_readers_with_tokens_of_their_own_are_two_whatever_they_write(self):
        self.assert_kept(self.send(token=uuid.uuid4()), self.send(token=uuid.uuid4()))

    def test_the_back_button_and_other_words_make_a_second_comment_and_a_second_only(self):
        first = self.send("First words", token=self.token)
        second = self.send("Second words", token=self.token)
        self.assertEqual(self.send("Second words", token=self.token), second)
        self.assertEqual(self.send("First words", token=self.token), first)
        self.assert_kept(first, second, self.send("Third words", token=self.token))

    def test_a_token_copied_to_other_stories_loses_no_words(self):
        stories = [self.story, self.other_story, make_published()]
        self.assert_kept(*[self.send(token=self.token, story=story) for story in stories])

    def test_a_token_with_another_name_loses_no_words(self):
        self.assert_kept(self.send(token=self.token), self.send(token=self.token, name="Bo"))

    def rival(self, **fields):
        """Store another comment in the moment between the questions and the row."""
        real, done = submission.reasons_to_hold, []

        def meanwhile(draft):
            if not done:
                done.append(True)
                done.append(self.send(**fields))
            return real(draft)

        return mock.patch.object(submission, "reasons_to_hold", meanwhile), done

    def test_two_presses_at_once_are_one_comment(self):
        for fields in ({"token": self.token}, {}):
            with self.subTest(fields):
                patch, done = self.rival(**fields)
                with patch:
                    comment = self.send(**fields)
                self.assertEqual(comment, done[1])
                self.assert_kept(comment)
                comment.events.all().delete()
                comment.delete()

    def test_one_token_with_two_texts_at_once_is_two_comments(self):
        patch, done = self.rival(text="Other words", token=self.token)
        with patch:
            comment = self.send("Words.", token=self.token)
        self.assertEqual(comment.text, "Words.")
        self.assert_kept(comment, done[1])


@pytest.mark.postgres
class RacingTests(TransactionTestCase):
    """The same with real threads: a unique key decides, not the order of questions."""

    THREADS = 12

    def race(self, send):
        barrier = Barrier(self.THREADS)

        def run(number):
            try:
                barrier.wait(timeout=20)
                return send(number).pk
            finally:
                connection.close()

        with ThreadPoolExecutor(self.THREADS) as pool:
            return list(pool.map(run, range(self.THREADS)))

    def test_one_press_many_times_at_once_is_one_comment(self):
        story = make_published()
        for token in (uuid.uuid4(), None):
            with self.subTest(token=token):
                Comment.objects.all().delete()
                fields = {"name": "Anna", "text": f"Words {token}", "token": token, "network_key": "home"}
                found = self.race(lambda _number, fields=fields: submit(story, **fields))
                self.assertEqual((len(set(found)), Comment.objects.count()), (1, 1))

    def test_many_readers_at_once_lose_nothing(self):
        story = make_published()
        found = self.race(lambda number: submit(story, name="Anna", text="Same", network_key=str(number)))
        self.assertEqual((len(set(found)), Comment.objects.count()), (self.THREADS, self.THREADS))

    def test_one_token_with_many_texts_at_once_loses_none(self):
        story, token = make_published(), uuid.uuid4()
        self.race(lambda number: submit(story, name="Anna", text=f"Text {number}", token=token))
        self.assertEqual(Comment.objects.count(), self.THREADS)
