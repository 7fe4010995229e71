import unicodedata

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.text import (
    KEY_LENGTH,
    clean_line,
    clean_text,
    cut,
    is_blank,
    legal,
    length_of,
    name_key,
    slug_of,
    too_long,
)

INVISIBLE = {
    "zero-width space": "\u200b",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\xad",
    "Hangul filler": "\u3164",
    "half-width Hangul filler": "\uffa0",
    "Braille blank": "\u2800",
    "joiner with nothing to join": "\u200d",
    "non-joiner with nothing to keep apart": "\u200c",
    "selector with nothing to vary": "\ufe0f",
    "left-to-right override": "\u202d",
    "right-to-left isolate": "\u2067",
    "Arabic letter mark": "\u061c",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "tag characters": "\U000e0041\U000e0042",
    "grapheme joiner": "\u034f",
    "an accent on a vowel separator": "\u180e\u0301",
    "Mongolian vowel separator": "\u180e",
    "variation selector 17": "\U000e0100",
    "accents on nothing": "\u0301\u0323 \u0301",
    "no-break spaces": "\xa0\u202f\u3000",
    "controls": "\0\x07\x1b\x7f\x9f",
    "half a surrogate pair": "\ud800\udfff",
    "non-characters": "\ufdd0\ufffe\U0001ffff\U0010fffe",
}

BAD = [
    "\0",
    "\x07",
    "\x0b",
    "\x85",
    "\u2028",
    "\r\n",
    "\r",
    "\n",
    "\t",
    " ",
    "\xa0",
    "\u3000",
    "\ud800",
    "\udc00",
    "\ufffe",
    "\U0001fffe",
]
BAD += [
    *INVISIBLE.values(),
    "\u202e",
    "\u0301",
    "\u0323",
    "\u0489",
    "\u20e3",
    "\u05b8",
    "\u064b",
    "\u094d",
    "\u0951",
    "\u1037",
    "\u0e49",
]
BAD += [
    "ي",
    "क",
    "中",
    "1",
    "❤",
    "👩",
    "🏽",
    "\U0001f3f4",
    "ᠰ",
    "\u180b",
    "a",
    "é",
    "ǖ",
    "ẞ",
    "İ",
    "ﷺ",
    "ᄀ",
    "ᅡ",
    "가",
    "\u0958",
]
hostile = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(BAD)), max_size=14).map("".join)


def is_legal_xml(character):
    """The rule of XML 1.0 for a character, written down apart from the code that is tested."""
    point = ord(character)
    return point in (9, 10) or 0x20 <= point < 0xD800 or 0xE000 <= point < 0xFFFE or point >= 0x10000


class InvisibleTests(SimpleTestCase):
    def test_what_nobody_can_see_is_empty(self):
        for what, value in INVISIBLE.items():
            with self.subTest(what):
                self.assertEqual(clean_line(value), "")
                self.assertEqual(clean_text(f"\n{value}\n"), "")
                self.assertTrue(is_blank(value * 20))

    def test_a_letter_after_many_invisible_characters_is_seen(self):
        self.assertFalse(is_blank("\u200b" * 50 + "a"))

    def test_invisible_characters_leave_a_name_they_do_not_belong_to(self):
        for what, value in INVISIBLE.items():
            if not what.startswith(("accent", "an accent")):
                with self.subTest(what):
                    self.assertIn(clean_line(f"Ana{value}Berg"), ("AnaBerg", "Ana Berg"))

    def test_tag_characters_stay_in_three_flags_only(self):
        spelt = "".join(chr(0xE0000 + ord(letter)) for letter in "frbre") + "\U000e007f"
        self.assertEqual(clean_line(f"\U0001f3f4{spelt}"), "\U0001f3f4")

    def test_a_selector_hides_nothing_behind_a_letter_or_a_second_selector(self):
        self.assertEqual(clean_line("a\ufe0fb"), "ab")
        self.assertEqual(clean_line("❤\ufe0f\ufe0e\U000e0100!"), "❤\ufe0f!")
        self.assertEqual(clean_line("1\ufe0f"), "1")

    def test_a_control_character_goes_and_a_break_becomes_a_space(self):
        self.assertEqual(clean_line("a\x07b\r\nc\u2028d\te\x0bf"), "ab c d e f")


class LineTests(SimpleTestCase):
    def test_white_space_is_trimmed_and_folded(self):
        self.assertEqual(clean_line(" \xa0 Ana \u3000\t Berg\u2003"), "Ana Berg")

    def test_characters_are_composed(self):
        self.assertEqual(clean_line("Jose\u0301"), "José")

    def test_accents_are_piled_three_high_at_most(self):
        self.assertEqual(
            unicodedata.normalize("NFD", clean_line("Z" + "\u0300\u0316" * 30)), "Z\u0316\u0300\u0300"
        )
        self.assertEqual(len(clean_line("é" + "\u0301" * 30)), 3)

    def test_an_invisible_character_starts_no_second_pile(self):
        self.assertEqual(clean_line("é" + "\u0301\u200d" * 30), clean_line("é" + "\u0301" * 30))

    def test_signs_of_one_script_are_piled_six_high_at_most(self):
        self.assertEqual(clean_line("ด" + "\u0e49" * 30), "ด" + "\u0e49" * 6)

    def test_a_hundred_thousand_accents_are_no_work(self):
        self.assertEqual(len(clean_line("a" + "\u0316\u0301" * 50_000)), 3)

    def test_a_joiner_that_loses_its_company_does_not_stay_for_the_next_cleaning(self):
        once = clean_line("q\u0301\u200d\u094d\u200c x")
        self.assertEqual(clean_line(once), once)

    def test_a_limit_cuts_between_characters(self):
        for value, limit, expected in [
            ("Harbour", 7, "Harbour"),
            ("Harbour", 4, "Harb"),
            ("New quay", 4, "New"),
            ("Zo" + "x\u0323\u0316", 4, "Zo"),
            ("ab👩🏽", 3, "ab"),
            ("a👩\u200d🚀", 3, "a👩"),
            ("\u0323\u0316", 1, ""),
        ]:
            with self.subTest(value=value, limit=limit):
                self.assertEqual(clean_line(value, limit=limit), expected)

    def test_a_cut_never_leaves_less_than_nothing(self):
        self.assertEqual(cut("x\u0323\u0316", 1), "")
        self.assertEqual(cut("\u0323\u0316", 1), "")
        self.assertEqual(cut("abc", 0), "")

    def test_a_cut_leaves_no_joiner_without_its_other_half(self):
        self.assertEqual(cut("a👩\u200d🚀", 3), "a👩")


class TextTests(SimpleTestCase):
    def test_every_kind_of_line_break_is_a_newline(self):
        self.assertEqual(clean_text("a\r\nb\rc\x0bd\x85e\u2029f"), "a\nb\nc\nd\ne\nf")

    def test_two_blank_lines_stay_and_more_do_not(self):
        self.assertEqual(clean_text("a\n \n\t\n\u200b\n\n\nb"), "a\n\n\nb")

    def test_the_space_at_the_ends_of_lines_goes_and_inside_them_stays(self):
        self.assertEqual(clean_text("  a   b \n  c\td  \n"), "a   b\n  c d")


class LengthTests(SimpleTestCase):
    def test_a_line_break_counts_as_one_as_in_the_browser(self):
        self.assertEqual(length_of("a\r\nb\r\n"), 4)
        self.assertEqual(length_of("a\nb\rc"), 5)

    def test_code_points_are_counted(self):
        self.assertEqual(length_of("👨‍👩‍👧‍👦"), 7)
        self.assertEqual(length_of("e\u0301"), 2)

    def test_the_limit_itself_is_allowed(self):
        for unit in ("a", "👩", "\r\n", "\u0301"):
            with self.subTest(unit=unit):
                self.assertFalse(too_long(unit * 80, 80))
                self.assertTrue(too_long(unit * 81, 80))


class SlugTests(SimpleTestCase):
    def test_words_of_any_script_make_an_address(self):
        for words, slug in [
            ("Sweden—China: “a pact”", "sweden-china-a-pact"),
            ("瑞典与中国合作", "瑞典与中国合作"),
            ("港口，重新开放", "港口-重新开放"),
            ("O’Brien’s 10/10", "obriens-10-10"),
            ("  Café\u0301 ", "café"),
            ("الميناء، مفتوح؟", "الميناء-مفتوح"),
            ("Q&A\u2028part\x07 two", "qa-part-two"),
            ("—!?", ""),
            ("_-_", ""),
            ("\u1100!\u1161", "가"),
            ("\ud800\u200b", ""),
        ]:
            with self.subTest(words=words):
                self.assertEqual(slug_of(words, limit=100), slug)

    def test_a_long_one_ends_with_a_whole_word(self):
        self.assertEqual(slug_of("the harbour opens again", limit=16), "the-harbour")
        self.assertEqual(slug_of("a quay is to let", limit=9), "a-quay-is")

    def test_a_word_as_long_as_the_address_is_cut(self):
        self.assertEqual(slug_of("港口委员会周二表示", limit=4), "港口委员")
        self.assertEqual(slug_of("AI 港口委员会周二表示", limit=8), "ai-港口委员会")


class AnyTextTests(SimpleTestCase):
    @given(hostile)
    @settings(deadline=None, max_examples=400)
    def test_cleaning_twice_is_cleaning_once(self, value):
        for clean in (clean_line, clean_text, legal):
            once = clean(value)
            self.assertEqual(clean(once), once)

    @given(hostile, st.integers(1, 12))
    @settings(deadline=None, max_examples=300)
    def test_a_limit_holds_and_cutting_twice_is_cutting_once(self, value, limit):
        once = clean_line(value, limit=limit)
        self.assertLessEqual(len(once), limit)
        self.assertEqual(clean_line(once, limit=limit), once)

    @given(hostile)
    @settings(deadline=None, max_examples=300)
    def test_what_is_clean_can_be_stored_and_put_in_xml(self, value):
        for text in (
            clean_line(value),
            clean_text(value),
            legal(value),
            name_key(value),
            slug_of(value, limit=40),
        ):
            text.encode()
            self.assertTrue(all(map(is_legal_xml, text)), ascii(text))
        self.assertNotRegex(clean_line(value), r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s")
        self.assertNotRegex(
            clean_text(value), r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|^\s|\s$|\n{4}"
        )

    @given(hostile)
    @settings(deadline=None, max_examples=200)
    def test_a_name_and_its_clean_form_have_one_key(self, value):
        self.assertEqual(name_key(clean_line(value)), name_key(value))
        self.assertLessEqual(len(name_key(value)), KEY_LENGTH)

    @given(hostile, st.integers(1, 30))
    @settings(deadline=None, max_examples=300)
    def test_an_address_is_an_address(self, value, limit):
        slug = slug_of(value, limit=limit)
        self.assertLessEqual(len(slug), limit)
        self.assertRegex(slug, r"\A(?:[^\W_](?:[-\w]*\w)?)?\Z")
        self.assertEqual(slug_of(slug, limit=limit), slug)
