from django.core.exceptions import PermissionDenied
from django.test import TestCase

from comments.choices import Action, Status
from comments.models import Comment, Event
from comments.moderation import decide, last_decisions
from tests.factories import listening, make_comment, make_published, make_user


class DecideTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()
        cls.moderator, cls.other = make_user("Moderator"), make_user("Moderator")

    def seen(self, *comments):
        return {comment.pk: comment.version for comment in comments}

    def test_every_move_between_states(self):
        for start in Status:
            for to in Status:
                with self.subTest(start=start, to=to):
                    comment = make_comment(self.story, status=start)
                    outcome = decide(self.seen(comment), to, by=self.moderator)
                    comment.refresh_from_db()
                    if start == to:
                        self.assertEqual((outcome.decided, outcome.conflicts), ([], [comment]))
                        self.assertEqual((comment.version, comment.events.count()), (1, 0))
                    else:
                        self.assertEqual((outcome.decided, outcome.conflicts), ([comment], []))
                        self.assertEqual((comment.status, comment.version), (to, 2))
                        self.assertIsNotNone(comment.decided_at)

    def test_a_decision_is_logged(self):
        comment = make_comment(self.story)
        decide(self.seen(comment), Status.REJECTED, by=self.moderator, reason="  Insults\x00 the author. ")
        line = comment.events.get()
        self.assertEqual((line.actor, line.actor_name), (self.moderator, str(self.moderator)))
        self.assertEqual((line.from_status, line.to_status), (Status.PENDING, Status.REJECTED))
        self.assertEqual((line.action, line.version), (Action.DECIDED, 2))
        self.assertEqual(line.reason, "Insults the author.")

    def test_a_long_reason_and_a_long_name_fit_the_log(self):
        comment = make_comment(self.story)
        user = make_user("Moderator", first_name="A" * 150, last_name="B" * 150)
        decide(self.seen(comment), Status.SPAM, by=user, reason="r" * 900)
        line = comment.events.get()
        for name in ("reason", "actor_name"):
            self.assertLessEqual(len(getattr(line, name)), Event._meta.get_field(name).max_length)

    def test_one_press_is_one_batch(self):
        comments = [make_comment(self.story) for _ in range(3)]
        decide(self.seen(*comments), Status.APPROVED, by=self.moderator)
        decide(self.seen(make_comment(self.story)), Status.APPROVED, by=self.moderator)
        self.assertEqual(len(set(Event.objects.values_list("batch", flat=True))), 2)

    def test_a_colleague_is_not_overwritten_unknowingly(self):
        comment = make_comment(self.story)
        seen = self.seen(comment)
        decide(seen, Status.APPROVED, by=self.other)
        outcome = decide(seen, Status.SPAM, by=self.moderator)
        self.assertEqual((outcome.decided, outcome.conflicts), ([], [comment]))
        self.assertEqual(outcome.conflicts[0].status, Status.APPROVED)
        comment.refresh_from_db()
        self.assertEqual((comment.status, comment.events.count()), (Status.APPROVED, 1))

    def test_what_can_be_decided_is_though_another_conflicts(self):
        stale, fresh = make_comment(self.story), make_comment(self.story)
        seen = self.seen(stale, fresh)
        decide(self.seen(stale), Status.SPAM, by=self.other)
        outcome = decide(seen, Status.APPROVED, by=self.moderator)
        self.assertEqual((outcome.decided, outcome.conflicts), ([fresh], [stale]))

    def test_who_may_not_moderate_changes_nothing(self):
        comment = make_comment(self.story)
        users = [make_user(group) for group in (None, "Reporter", "Editor")]
        users.append(make_user("Moderator", is_active=False))
        for user in users:
            with listening(self) as heard, self.assertRaises(PermissionDenied):
                decide(self.seen(comment), Status.APPROVED, by=user)
            comment.refresh_from_db()
            self.assertEqual((comment.status, comment.events.count(), heard), (Status.PENDING, 0, set()))
        decide(self.seen(comment), Status.APPROVED, by=make_user("Chief"))

    def test_a_status_there_is_not_is_an_error_and_changes_nothing(self):
        comment = make_comment(self.story)
        with self.assertRaises(ValueError):
            decide(self.seen(comment), "erased", by=self.moderator)
        comment.refresh_from_db()
        self.assertEqual(comment.version, 1)

    def test_keys_and_versions_that_cannot_be_are_passed_over(self):
        comment = make_comment(self.story)
        outcome = decide({10**9: 1, -5: 1}, Status.SPAM, by=self.moderator)
        self.assertEqual((outcome.decided, outcome.conflicts), ([], []))
        outcome = decide({comment.pk: 10**20}, Status.SPAM, by=self.moderator)
        self.assertEqual((outcome.decided, outcome.conflicts), ([], [comment]))
        self.assertEqual(decide({}, Status.SPAM, by=self.moderator).decided, [])

    def test_the_pages_of_the_stories_are_told_and_nothing_else(self):
        second = make_published()
        comments = [make_comment(self.story), make_comment(self.story), make_comment(second)]
        with listening(self) as heard:
            decide(self.seen(*comments), Status.APPROVED, by=self.moderator)
        self.assertEqual(heard, {f"article-{self.story.pk}", f"article-{second.pk}"})

    def test_a_conflict_tells_nothing(self):
        comment = make_comment(self.story, status=Status.SPAM)
        with listening(self) as heard:
            decide(self.seen(comment), Status.SPAM, by=self.moderator)
        self.assertEqual(heard, set())

    def test_hundreds_at_once(self):
        template = make_comment(self.story)
        Comment.objects.bulk_create(
            Comment(article=self.story, name="A", name_key="a", text="T", text_hash="h", parent=template, root=template,
                    thread_at=template.thread_at)
            for _ in range(400)
        )  # fmt: skip
        seen = dict(Comment.objects.values_list("pk", "version"))
        outcome = decide(seen, Status.SPAM, by=self.moderator)
        self.assertEqual(len(outcome.decided), 401)

    def test_the_last_decision_is_told_for_many_in_one_query(self):
        comments = [make_comment(self.story) for _ in range(3)]
        decide(self.seen(*comments), Status.SPAM, by=self.other)
        for comment in comments[:2]:
            comment.refresh_from_db()
        decide(self.seen(*comments[:2]), Status.APPROVED, by=self.moderator)
        with self.assertNumQueries(1):
            last = last_decisions(comments)
        self.assertEqual(last[comments[0].pk].actor_id, self.moderator.pk)
        self.assertEqual(last[comments[2].pk].actor_id, self.other.pk)

    def test_the_log_tells_how_every_comment_came_to_where_it_stands(self):
        comment = make_comment(self.story)
        for to in (Status.APPROVED, Status.SPAM, Status.PENDING, Status.REJECTED):
            decide(self.seen(comment), to, by=self.moderator)
            comment.refresh_from_db()
        moves = list(comment.events.order_by("version").values_list("from_status", "to_status"))
        self.assertEqual([start for start, _to in moves], ["pending", *[to for _start, to in moves[:-1]]])
        self.assertEqual(moves[-1][1], comment.status)
