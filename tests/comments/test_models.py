from django.db import IntegrityError, transaction
from django.test import TestCase

from comments.choices import Action, HoldReason, Status
from comments.models import Comment, Event
from tests.factories import make_approved, make_comment, make_published, make_user


class CommentConstraintTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()
        cls.comment = make_comment(cls.story)

    def test_an_unknown_status_is_refused(self):
        with self.assertRaisesMessage(IntegrityError, "comment_status_known"), transaction.atomic():
            Comment.objects.filter(pk=self.comment.pk).update(status="lost")

    def test_a_comment_has_a_name_and_a_text(self):
        for fields in ({"name": ""}, {"text": ""}):
            with self.assertRaisesMessage(IntegrityError, "comment_has_name_and_text"), transaction.atomic():
                Comment.objects.filter(pk=self.comment.pk).update(**fields)

    def test_an_answer_knows_its_thread(self):
        answer = make_comment(self.story, parent=self.comment)
        for pk, fields in ((answer.pk, {"root": None}), (self.comment.pk, {"root": self.comment})):
            with self.assertRaisesMessage(IntegrityError, "comment_answer_has_root"), transaction.atomic():
                Comment.objects.filter(pk=pk).update(**fields)

    def test_two_threads_of_a_story_begin_at_two_moments(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            make_comment(self.story, thread_at=self.comment.thread_at)
        make_comment(make_published(), thread_at=self.comment.thread_at)

    def test_a_submission_token_is_used_once(self):
        token = "5d0f1c3e-5b1e-4a43-9f0e-0d6a3a9d6a10"
        make_comment(self.story, submission_token=token)
        with self.assertRaises(IntegrityError), transaction.atomic():
            make_comment(make_published(), submission_token=token)

    def test_imports_need_no_token(self):
        make_comment(self.story, submission_token=None)
        make_comment(self.story, submission_token=None)

    def test_one_version_is_logged_once(self):
        fields = {"comment": self.comment, "action": Action.DECIDED, "to_status": Status.SPAM, "version": 2}
        Event.objects.create(**fields)
        with self.assertRaises(IntegrityError), transaction.atomic():
            Event.objects.create(**fields)


class CommentTests(TestCase):
    def test_it_waits_unless_somebody_decides(self):
        self.assertEqual(make_comment(make_published()).status, Status.PENDING)

    def test_its_address_is_its_place_on_the_page_of_the_story(self):
        story = make_published()
        comment = make_approved(story)
        self.assertEqual(comment.get_absolute_url(), f"{story.get_absolute_url()}#comment-{comment.pk}")
        self.assertContains(self.client.get(story.get_absolute_url()), f'id="{comment.anchor}"')

    def test_its_reasons_are_words_and_an_unknown_code_is_shown(self):
        comment = Comment(hold_reasons=[HoldReason.LINK, "from-an-older-release"])
        self.assertEqual(comment.reasons, ["Has a link", "from-an-older-release"])

    def test_it_is_called_by_its_name_and_first_words(self):
        self.assertEqual(str(Comment(name="Anna", text="w" * 90)), f"Anna: {'w' * 60}")

    def test_the_log_outlives_the_login_of_the_moderator(self):
        comment, user = make_comment(make_published()), make_user(username="ana")
        line = Event.objects.create(
            comment=comment,
            actor=user,
            actor_name="ana",
            action=Action.DECIDED,
            to_status=Status.SPAM,
            version=2,
        )
        user.delete()
        line.refresh_from_db()
        self.assertEqual((line.actor, str(line)), (None, "Spam: ana"))

    def test_every_status_says_from_where_it_is_reached(self):
        for status in Status:
            self.assertNotIn(status, status.sources)
            self.assertEqual(len(status.sources), len(Status) - 1)
