from django.test import TestCase

from comments.choices import Status
from comments.models import Comment
from tests.factories import make_comment, make_published


class CommentQuerySetTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()
        cls.by_status = {status: make_comment(cls.story, status=status) for status in Status}

    def test_each_pile_holds_its_own(self):
        piles = {
            Status.PENDING: Comment.objects.pending(),
            Status.APPROVED: Comment.objects.approved(),
            Status.REJECTED: Comment.objects.rejected(),
            Status.SPAM: Comment.objects.spam(),
        }
        self.assertEqual(set(piles), set(Status))
        for status, pile in piles.items():
            self.assertEqual(list(pile), [self.by_status[status]], status)

    def test_orders_are_each_others_reverse_even_within_one_moment(self):
        at = self.by_status[Status.PENDING].created_at
        for comment in self.by_status.values():
            Comment.objects.filter(pk=comment.pk).update(created_at=at)
        oldest = list(Comment.objects.oldest_first())
        self.assertEqual(oldest, sorted(self.by_status.values(), key=lambda comment: comment.pk))
        self.assertEqual(list(Comment.objects.newest_first()), oldest[::-1])
