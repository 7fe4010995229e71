from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.html import clean_body, plain_text
from articles.tidying import MAX_INLINE, tidied
from tests.articles.body_faults import Reading

PICTURE = '<figure data-photo="3"></figure>'


class PasteTests(SimpleTestCase):
    CASES = {
        "bold and italic": ("<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>"),
        "other headings": ("<h1>a</h1><h4>b</h4><h6>c</h6>", "<h2>a</h2><h3>b</h3><h3>c</h3>"),
        "a div for each line": ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        "words outside a paragraph": ("a <b>b</b><p>c</p>d", "<p>a <strong>b</strong></p><p>c</p><p>d</p>"),
        "a quotation without paragraphs": ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
        "a paragraph that nobody closed": (
            "<p>a<p>b<ul><li>c<li>d</ul>",
            "<p>a</p><p>b</p><ul><li>c</li><li>d</li></ul>",
        ),
        "a list right inside a list": ("<ul><ul><li>a</ul></ul>", "<ul><li><ul><li>a</li></ul></li></ul>"),
        "a point outside a list": ("<li>a</li>", "<p>a</p>"),
        "a paragraph in a heading": ("<h2><div>a</div><p>b</p></h2>", "<h2>a b</h2>"),
        "a table": (
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>",
        ),
        "a table in a table": (
            "<table><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>f",
            "<table><tbody><tr><td>a<br>b<br>c<br>d</td><td>e</td></tr></tbody></table><p>f</p>",
        ),
        "heads of columns and of rows, a caption, paragraphs in cells": (
            "<table><caption>T</caption><thead><tr><th>a<th></thead><tr><th><p>b</p><p>c</p><td>d<b>e<tr><td>f</table>",
            '<table><tbody><tr><td>T</td></tr></tbody><tbody><tr><th scope="row">a</th><th scope="row"></th></tr></tbody>'
            '<tbody><tr><th scope="row">b<br>c</th><td>d<strong>e</strong></td></tr><tr><td>f</td></tr></tbody></table>',
        ),
        "a table of nothing": ("<p>a</p><table><tr><td> </td><th></th></tr></table>", "<p>a</p>"),
        "a figure of another page": ("<figure><img src=x><figcaption>a</figcaption></figure>", "<p>a</p>"),
        "a picture in a list": (
            "<ul><li>a<figure data-photo=3></figure>b</ul>",
            '<ul><li>a</li></ul><figure data-photo="3"></figure><p>b</p>',
        ),
        "a picture that nobody closed": (
            "<figure data-photo=3 data-place=WIDE><p>a",
            '<figure data-photo="3" data-place="wide"></figure><p>a</p>',
        ),
        "words in a figure": (
            "<figure data-photo=3>a <b>b</b><p>c",
            '<figure data-photo="3"><figcaption>a <strong>b</strong> c</figcaption></figure>',
        ),
        "a second caption": (
            "<figure data-photo=3><figcaption>a</figcaption><figcaption>b</figcaption></figure>",
            '<figure data-photo="3"><figcaption>a</figcaption></figure><p>b</p>',
        ),
        "a gallery of one": (
            "<figure data-gallery><figure data-photo=3 data-place=end></figure></figure>",
            '<figure data-photo="3"></figure>',
        ),
        "a gallery of none": ("<figure data-gallery></figure>", ""),
        "a gallery of fourteen": (
            f"<figure data-gallery>{'<figure data-photo=3></figure>' * 14}</figure>a",
            f'<figure data-gallery="">{PICTURE * 12}</figure><figure data-gallery="">{PICTURE * 2}</figure><p>a</p>',
        ),
        "a pull quote": (
            "<blockquote data-pull=x class=y>a</blockquote>",
            '<blockquote data-pull=""><p>a</p></blockquote>',
        ),
        "emphasis across paragraphs": (
            "<b>a<p>b</p></b>c",
            "<p><strong>a</strong></p><p><strong>b</strong></p><p>c</p>",
        ),
        "a link across blocks": (
            '<a href="/x"><h2>a</h2><p>b</p></a><p>c</p>',
            '<h2><a href="/x" rel="noopener">a</a></h2><p><a href="/x" rel="noopener">b</a></p><p>c</p>',
        ),
        "a link in a link": (
            '<a href="/x">a<a href="/y">b</a></a>',
            '<p><a href="/x" rel="noopener">a</a><a href="/y" rel="noopener">b</a></p>',
        ),
        "crossed emphasis": (
            "<p><em>a<strong>b</em>c</strong></p>",
            "<p><em>a<strong>b</strong></em><strong>c</strong></p>",
        ),
        "the bold that is none round a Google document": (
            '<b style="font-weight: normal"><p>a</p></b>',
            "<p>a</p>",
        ),
        "the leavings of Word": (
            "<!--[if gte mso 9]><xml>x</xml><![endif]--><p class=MsoNormal>a<o:p></o:p></p><style>p{}</style>",
            "<p>a</p>",
        ),
        "spans for nothing": (
            '<p><span lang="zh">中<span class=x>文</span>字</span></p>',
            '<p><span lang="zh">中文字</span></p>',
        ),
        "a picture in a link": ('<p>a<a href="/x"><img src=x></a></p>', "<p>a</p>"),
        "a space in bold": ("<p>a<b> </b>b</p>", "<p>a b</p>"),
        "empty paragraphs": (
            "<p>a</p><p>&nbsp;</p><h2></h2><ul><li><br></li></ul><p>b</p>",
            "<p>a</p><p>b</p>",
        ),
        "less than": ("a < b > c", "<p>a &lt; b &gt; c</p>"),
        "a tag without an end": ("<p>a <b and more", "<p>a &lt;b and more</p>"),
        "an end without a start": ("</p></b></ul>a</td>", "<p>a </p>"),
        "a rule in a paragraph": ("<p>a<hr>b", "<p>a</p><hr><p>b</p>"),
        "a rule in a quotation": ("<blockquote><hr></blockquote>", "<blockquote><hr></blockquote>"),
    }

    def test_what_programs_paste_becomes_regular(self):
        for what, (pasted, expected) in self.CASES.items():
            with self.subTest(what):
                self.assertEqual(clean_body(pasted), expected)
                self.assertEqual(tidied(pasted), expected.replace(' rel="noopener"', ""))
                self.assertEqual(Reading(expected).faults, [])

    def test_emphasis_in_emphasis_without_end_keeps_its_words(self):
        cleaned = clean_body("<b><i>" * 50 + "x")
        self.assertEqual(cleaned.count("<strong>") + cleaned.count("<em>"), MAX_INLINE)
        self.assertEqual(plain_text(cleaned), "x")
        self.assertEqual(clean_body("<span>" * 200 + "<b>x</b>"), "<p>x</p>")

    def test_what_shows_nothing_is_empty(self):
        for body in [
            "",
            " \n ",
            "<p></p>",
            "<p> </p>",
            "<p><br></p>",
            "<p>&nbsp;</p>",
            "<p>\u200b&#8203;&ZeroWidthSpace;\ufeff</p>",
        ]:
            with self.subTest(body=body):
                self.assertEqual(clean_body(body), "")
        self.assertEqual(
            clean_body("<div><p><em><br></em></p></div><ul><li></li></ul><script>x</script>\ud800\0"), ""
        )

    @given(st.text(alphabet=st.characters(exclude_categories=["C", "Z", "M"]), min_size=1, max_size=40))
    @settings(deadline=None, max_examples=200)
    def test_no_visible_word_is_lost(self, word):
        escaped = word.replace("&", "&amp;").replace("<", "&lt;")
        self.assertEqual(
            plain_text(clean_body(f"<table><tr><td>{escaped}</td></tr></table>")),
            plain_text(f"<p>{escaped}</p>"),
        )
