from unittest import mock

from django.test import SimpleTestCase

from articles import html as door
from articles.html import MAX_BYTES, MAX_REFERENCES, MAX_TAGS, TooMuch, clean_body, plain_text
from articles.tidying import MAX_DEPTH, MAX_TAG


def at_the_cap(unit):
    limits = [MAX_BYTES // len(unit.encode())]
    limits += [
        cap // unit.count(sign) for sign, cap in (("<", MAX_TAGS), ("&", MAX_REFERENCES)) if sign in unit
    ]
    return unit * min(limits)


SHAPES = {
    "nested": at_the_cap("<p><blockquote>"),
    "nested lists": at_the_cap("<ul><li>"),
    "unclosed": at_the_cap("<p>x"),
    "table": at_the_cap("<table><tr><td>"),
    "misnested": at_the_cap("<b><p></b>x"),
    "formatting": at_the_cap("<b><i><em><strong>"),
    "formatting, each with its own attribute": "".join(
        f"<b x={number}><p>x" for number in range(MAX_TAGS // 2)
    ),
    "attributes": at_the_cap("<p " + " ".join(f"a{number}" for number in range(2500)) + ">x"),
    "ampersands": at_the_cap("&"),
    "less-than signs": at_the_cap("<"),
    "references without an end": at_the_cap("&lt"),
    "starts of tags": at_the_cap("<a "),
    "starts of comments": at_the_cap("<!--"),
    "starts of scripts": at_the_cap("<script>"),
    "quotation marks without an end": at_the_cap("<a href='"),
    "a link on everything": at_the_cap("<a href=/x><p>"),
}


class CapTests(SimpleTestCase):
    def test_what_is_at_the_cap_is_cleaned_or_refused_in_words(self):
        for what, body in SHAPES.items():
            with self.subTest(what):
                try:
                    cleaned = clean_body(body)
                except TooMuch as refusal:
                    self.assertRegex(str(refusal), r"^The text .*\.$")
                else:
                    self.assertEqual(clean_body(cleaned), cleaned)
                plain_text(body)

    def test_the_sanitiser_never_sees_a_text_that_doubles_itself(self):
        body = "".join(f"<b x={number}><p>x" for number in range(300))
        with mock.patch.object(door, "CLEANER", wraps=door.CLEANER) as cleaner:
            clean_body(body)
        self.assertLess(max(len(call.args[0]) for call in cleaner.clean.call_args_list), 300 * 150)

    def test_each_cap_lets_its_last_one_pass_and_refuses_the_next(self):
        for what, fits, over in [
            ("bytes", "x" * (MAX_BYTES - 7), "x" * (MAX_BYTES + 1)),
            ("bytes of Chinese", "港" * (MAX_BYTES // 3 - 3), "港" * (MAX_BYTES // 3 + 1)),
            ("tags", "<p>x</p>" * (MAX_TAGS // 2), "<p>x</p>" * (MAX_TAGS // 2) + "<"),
            ("references", "&amp;" * MAX_REFERENCES, "&amp;" * (MAX_REFERENCES + 1)),
            ("one tag", f"<p {'a' * (MAX_TAG - 4)}>x", f"<p {'a' * (MAX_TAG - 3)}>x"),
            ("depth", "<blockquote>" * MAX_DEPTH + "x", "<blockquote>" * (MAX_DEPTH + 1) + "x"),
        ]:
            with self.subTest(what):
                self.assertTrue(clean_body(fits))
                with self.assertRaises(TooMuch):
                    clean_body(over)

    def test_a_long_tag_hides_behind_no_quotation_mark(self):
        for start in ("<p a='>' ", '<!-- <p a=" --><p b=">" ', "<b '>\" <p c='>' "):
            with self.subTest(start=start), self.assertRaises(TooMuch):
                clean_body(start + "d " * MAX_TAG + ">x")

    def test_what_would_come_out_too_long_is_refused(self):
        with self.assertRaises(TooMuch):
            clean_body("<p>x" * (MAX_TAGS // 2 + 1))
        with self.assertRaises(TooMuch):
            clean_body(">" * (MAX_BYTES // 4))

    def test_a_text_over_the_cap_is_not_even_encoded(self):
        class Text(str):
            __slots__ = ()

            def encode(self, *args, **kwargs):
                raise AssertionError("encoded")

        with self.assertRaises(TooMuch):
            clean_body(Text("x" * (MAX_BYTES + 1)))

    def test_a_text_over_the_cap_is_not_worked_on(self):
        with mock.patch.object(door, "tidied") as tidied, self.assertRaises(TooMuch):
            clean_body("x" * 100_000_000)
        tidied.assert_not_called()

    def test_markup_that_never_comes_to_rest_is_refused(self):
        with mock.patch.object(door, "tidied", lambda html: html + "x"), self.assertRaises(TooMuch):
            clean_body("<p>x</p>")
