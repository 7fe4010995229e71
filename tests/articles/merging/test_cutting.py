from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.merging import blocks
from articles.merging.cutting import paragraphs

SCRAPS = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<ul>", "<li>", "</ul>", "<hr>", "<br>", "<em>", "</em>", "<a href='>'>", "<p"]
    )
    | st.text(max_size=3)
).map("".join)


class BlockTests(SimpleTestCase):
    CASES = {
        "paragraphs": ["<p>a</p>", "<p>b <em>c</em><br>d</p>"],
        "a heading and a line": ["<h2>a</h2>", "<hr>", "<p>b</p>"],
        "a list in a list": ["<ul><li>a<ul><li>b</li></ul></li></ul>", "<p>c</p>"],
        "a quotation of two paragraphs": ["<blockquote><p>a</p><p>b</p></blockquote>", "<p>c</p>"],
        "a line inside a quotation": ["<blockquote><p>a</p><hr><p>b</p></blockquote>"],
        "an address with a bare sign": ['<p><a href="/?q=</p><p>">a</a></p>', "<p>b</p>"],
        "an address in single quotes": ["<p><a href='/?q=</p><p>'>a</a></p>", "<p>b</p>"],
        "capitals": ["<P>a</P>", "<HR>", "b <EM>c</EM>", "<p>d</p>"],
        "attributes": ['<P LANG="de">a</P>', "<p dir='rtl'>b</p>"],
        "running text beside blocks": ["a <strong>b</strong> c<br>d", "<p>e</p>", "f"],
        "white space after a block": [" <p>a</p>\n", "<hr>\n\n", "<p>b</p> "],
        "an end without a start": ["a</p>b", "<p>c</p>"],
        "a start without an end": ["<p>a</p>", "<p>b<ul><li>c</li></ul>d"],
        "a tag that does not end": ["<p>a</p>", "b <p c='"],
        "a picture": ["<p>a</p>", "<img src='a.png'>", "<p>b</p>"],
        "nothing but white space": ["\n "],
        "nothing": [],
    }

    def test_a_body_is_cut_at_its_top_level(self):
        for name, expected in self.CASES.items():
            with self.subTest(name):
                self.assertEqual(blocks("".join(expected)), expected)

    @given(SCRAPS | st.text())
    def test_joined_they_are_the_same_body(self, html):
        found = blocks(html)
        self.assertEqual("".join(found), html)
        self.assertNotIn("", found)


class ParagraphTests(SimpleTestCase):
    def test_a_paragraph_is_a_line_with_words(self):
        self.assertEqual(
            paragraphs("\na\n\nb\r\nc\rd\n"),
            (["a", "b", "c", "d"], {"a": "\n", "b": "\n\n", "c": "\r\n", "d": "\r"}),
        )

    def test_no_text_has_no_paragraph(self):
        self.assertEqual(paragraphs(""), ([], {}))
