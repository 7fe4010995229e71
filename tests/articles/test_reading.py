from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.html import excerpt, plain_text, reading_minutes, word_count
from tests.articles.hostile_bodies import any_body


class PlainTextTests(SimpleTestCase):
    def test_blocks_and_breaks_are_lines_and_inline_elements_are_not(self):
        body = "<h2>Tide</h2><p>High\n <em>wa</em>ter&nbsp;at<br>nine</p><ul><li>a</li><li><p>b &amp; c</p></li></ul>"
        self.assertEqual(plain_text(body), "Tide\nHigh water at\nnine\na\nb & c")

    def test_an_empty_body_has_no_text(self):
        self.assertEqual(plain_text(""), "")

    @given(any_body)
    @settings(deadline=None, max_examples=200)
    def test_any_text_can_be_read(self, body):
        self.assertNotRegex(plain_text(body), r"[\0-\x08\x0b-\x1f\ud800-\udfff]|\n\n|^\s|\s$")
        self.assertGreaterEqual(reading_minutes(body), 1)


class ReadingTimeTests(SimpleTestCase):
    def test_words_of_letters_are_counted_and_signs_are_not(self):
        self.assertEqual(word_count("<p>The well-known pilot’s 3 boats — &amp; more</p><p>Gone.</p>"), 7)

    def test_chinese_and_japanese_are_counted_by_the_character_and_korean_by_the_word(self):
        self.assertEqual(word_count("<p>港口 reopened</p>"), 3)
        self.assertEqual(word_count("<p>カタカナとかな</p>"), 7)
        self.assertEqual(word_count("<p>항구가 다시 열렸다</p>"), 3)

    def test_minutes(self):
        for what, body, minutes in [
            ("nothing", "", 1),
            ("a sentence", "word " * 20, 1),
            ("615 English words", "word " * 615, 3),
            ("870 Chinese characters", "港" * 870, 2),
            ("both, added", "word " * 238 + "港" * 439, 2),
            ("Hangul by the word", "항구가 " * 476, 2),
        ]:
            with self.subTest(what):
                self.assertEqual(reading_minutes(f"<p>{body}</p>"), minutes)


class ExcerptTests(SimpleTestCase):
    def test_a_text_that_fits_is_not_cut(self):
        self.assertEqual(excerpt("The tide\nturned.", 16), "The tide turned.")

    def test_it_is_cut_after_a_word_without_loose_ends(self):
        self.assertEqual(excerpt("The harbour reopened today", 15), "The harbour…")
        self.assertEqual(excerpt("The harbour reopened today", 12), "The harbour…")
        self.assertEqual(excerpt("The harbour, reopened", 15), "The harbour…")
        self.assertEqual(excerpt("One two three four", 14), "One two three…")

    def test_chinese_is_cut_after_any_character(self):
        self.assertEqual(excerpt("港口委员会周二表示，渡轮将再次启航。", 10), "港口委员会周二表示…")
        self.assertEqual(excerpt("渡轮将启航GPS信号", 9), "渡轮将启航GPS…")
        self.assertEqual(excerpt("新 港口委员会周二表示，渡轮", 9), "新 港口委员会周…")

    def test_a_word_longer_than_the_room_is_cut(self):
        self.assertEqual(excerpt("a " + "x" * 50, 10), "a xxxxxxx…")

    def test_no_character_loses_its_accents(self):
        self.assertEqual(excerpt("กิ" * 10, 4), "กิ…")

    @given(st.text(max_size=60), st.integers(1, 40))
    @settings(deadline=None, max_examples=300)
    def test_an_excerpt_keeps_to_its_limit(self, text, limit):
        short = excerpt(text, limit)
        self.assertLessEqual(len(short), limit)
        self.assertTrue(short == " ".join(text.split()) or short.endswith("…"))
