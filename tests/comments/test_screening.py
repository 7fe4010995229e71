import time

from django.test import TestCase

from comments.choices import HoldReason
from comments.screening import CHECKS, Draft, link, reasons_to_hold
from tests.factories import make_comment, make_published


class ScreeningTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()

    def draft(self, text="Words.", name="Anna", text_hash="h", **fields):
        return Draft(self.story, name, text, text_hash, **fields)

    def test_everything_waits_whatever_it_says(self):
        self.assertEqual(reasons_to_hold(self.draft()), [HoldReason.PRE_MODERATED])

    def test_a_filled_trap_is_told(self):
        self.assertIn(HoldReason.HONEYPOT, reasons_to_hold(self.draft(filled_honeypot=True)))

    def test_a_link_is_told_wherever_it_stands(self):
        for words in (
            "see https://a.example/",
            "WWW.EXAMPLE",
            "buy at cheap-pills.com now",
            "HTTP://X",
            "a.ru",
        ):
            self.assertIn(HoldReason.LINK, reasons_to_hold(self.draft(words)), words)
            self.assertIn(HoldReason.LINK, reasons_to_hold(self.draft(name=words)), words)

    def test_words_are_no_link(self):
        for words in ("a sentence.And another", "the comet", "e.g. this", "3.5 per cent", "www", "node.js"):
            self.assertIsNone(link(self.draft(words)), words)

    def test_the_same_words_on_the_same_story_are_told(self):
        make_comment(self.story, text_hash="h")
        self.assertIn(HoldReason.REPEATED, reasons_to_hold(self.draft()))
        self.assertNotIn(HoldReason.REPEATED, reasons_to_hold(self.draft(text_hash="other")))
        elsewhere = Draft(make_published(), "Anna", "Words.", "h")
        self.assertNotIn(HoldReason.REPEATED, reasons_to_hold(elsewhere))

    def test_every_reason_can_be_given_and_is_a_code_the_log_can_hold(self):
        make_comment(self.story, text_hash="h")
        reasons = reasons_to_hold(self.draft("a.com", filled_honeypot=True))
        self.assertEqual(set(reasons), set(HoldReason.values))
        self.assertEqual(len(reasons), len(CHECKS))
        self.assertTrue(all(type(reason) is str for reason in reasons))

    def test_the_longest_comment_is_screened_at_once(self):
        for words in (
            "a-" * 2500,
            "w" * 5000,
            "www" * 1666,
            "a." * 2500,
            "-" * 5000,
            "a.co" * 1250,
            "é-" * 2500,
        ):
            draft, started = self.draft(words), time.perf_counter()
            link(draft)
            self.assertLess(time.perf_counter() - started, 0.05, words[:8])
