from django.core.signing import Signer
from django.test import TestCase
from django.urls import reverse

from comments import receipts
from comments.choices import Status
from comments.models import Comment
from tests.factories import make_comment, make_published, make_user


class ReceiptTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()
        cls.comment = make_comment(cls.story, name="Anna <b>", text="My words\n\nand <i>more</i>")

    def get(self):
        return self.client.get(receipts.receipt_url(self.comment))

    def test_it_shows_the_words_and_where_they_stand(self):
        response = self.get()
        self.assertContains(response, "Your comment is held until an editor has read it.")
        self.assertContains(response, "Anna &lt;b&gt;")
        self.assertContains(response, "and &lt;i&gt;more&lt;/i&gt;")
        self.assertContains(response, self.story.get_absolute_url())

    def test_it_follows_the_comment(self):
        self.assertEqual(set(receipts.SENTENCES), set(Status))
        for status, sentence in receipts.SENTENCES.items():
            Comment.objects.filter(pk=self.comment.pk).update(status=status)
            self.assertContains(self.get(), sentence)

    def test_a_withdrawn_story_takes_what_was_said_under_it_along(self):
        Comment.objects.filter(pk=self.comment.pk).update(status=Status.APPROVED)
        self.assertContains(self.get(), receipts.SENTENCES[Status.APPROVED])
        self.story.withdraw("Wrong", by=make_user("Editor"))
        response = self.get()
        self.assertContains(response, "has been withdrawn")
        self.assertNotContains(response, receipts.SENTENCES[Status.APPROVED])
        self.assertNotContains(response, self.story.headline)

    def test_spam_is_not_told_that_it_is_spam(self):
        self.assertEqual(receipts.SENTENCES[Status.SPAM], receipts.SENTENCES[Status.REJECTED])

    def test_it_is_for_one_reader_and_no_cache(self):
        response = self.get()
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        self.assertEqual(response.headers["X-Robots-Tag"], "noindex")
        self.assertNotIn("Surrogate-Key", response.headers)
        self.assertNotIn("CDN-Cache-Control", response.headers)
        self.assertFalse(response.cookies)

    def test_a_token_that_is_not_ours_is_404(self):
        good = receipts.receipt_url(self.comment).rstrip("/").rpartition("/")[2]
        public_id, _sep, signature = good.partition("~")
        other = make_comment(self.story).public_id.hex
        for token in (
            public_id,
            f"{public_id}~",
            f"{other}~{signature}",
            good[:-1],
            f"{good}x",
            good.upper(),
            "~",
            "é~ü",
            "a" * 5000,
            "\ud7ff\u202e~x",
        ):
            with self.subTest(token[:40]):
                response = self.client.get(reverse("comments:received", args=[token]))
                self.assertEqual(response.status_code, 404)

    def test_a_signed_word_that_is_no_comment_is_404(self):
        for word in ("nonsense", "0" * 32, ""):
            token = receipts._signer.sign(word)
            self.assertEqual(self.client.get(reverse("comments:received", args=[token])).status_code, 404)

    def test_a_signature_made_for_something_else_does_not_open_it(self):

        token = Signer(sep="~").sign(self.comment.public_id.hex)
        self.assertEqual(self.client.get(reverse("comments:received", args=[token])).status_code, 404)

    def test_nothing_is_sent_to_it(self):
        self.assertEqual(self.client.post(receipts.receipt_url(self.comment)).status_code, 405)
