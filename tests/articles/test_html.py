import re
from unittest import mock

from django.test import SimpleTestCase
from hypothesis import given, settings

from articles import html as door
from articles.html import TooMuch, clean_body
from tests.articles.body_faults import Reading
from tests.articles.hostile_bodies import HOSTILE_BODIES, any_body


class AllowedMarkupTests(SimpleTestCase):
    def test_everything_a_story_may_have_passes_unchanged(self):
        body = (
            "<h2>Tide</h2><h3>High</h3><p>One <strong>two</strong> <em>three</em><br>H<sub>2</sub>O m<sup>2</sup></p>"
            '<ul><li><p>a</p></li><li>b</li></ul><ol><li>c<ul><li>d</li></ul></li></ol><blockquote lang="fr"><p>Oui&nbsp;!</p></blockquote>'
            '<hr><p lang="zh-Hans" dir="ltr">港口 <span lang="ar" dir="rtl">ميناء</span> &amp; &lt;b&gt;</p>'
        )
        self.assertEqual(clean_body(body), body)
        self.assertEqual(Reading(body).faults, [])

    def test_figures_and_tables_pass_unchanged(self):
        body = (
            '<figure data-photo="12" data-place="start"><figcaption>a <em>b</em></figcaption></figure>'
            '<figure data-gallery=""><figure data-photo="1"></figure><figure data-photo="2"></figure></figure>'
            '<blockquote lang="fr" data-pull=""><p>Oui</p></blockquote>'
            '<table><thead><tr><th scope="col">a</th><th scope="col"></th></tr></thead>'
            '<tbody><tr><th scope="row">b</th><td>c<br>d</td></tr></tbody></table>'
            '<figure data-embed="https://vimeo.com/123456"><figcaption>e</figcaption></figure>'
        )
        self.assertEqual(clean_body(body), body)
        self.assertEqual(Reading(body).faults, [])

    def test_a_figure_has_no_address_no_style_and_no_other_key(self):
        for attributes in ['data-photo="0"', 'data-photo="1.5"', 'data-photo="x"', "src=/x.jpg", "style=x"]:
            with self.subTest(attributes):
                self.assertEqual(clean_body(f"<figure {attributes}>a</figure>"), "<p>a</p>")
        self.assertEqual(
            clean_body('<figure class="x" data-photo="1" data-place="left" style="x" data-gallery></figure>'),
            '<figure data-photo="1"></figure>',
        )

    def test_links_to_the_web_to_mail_and_within_the_paper_pass(self):
        for href in [
            "https://x.test/a?b=1&amp;copy=2#c",
            "HTTP://x.test",
            "mailto:desk@x.test",
            "/2026/11/22/tide/",
            "/",
            "#notes",
        ]:
            with self.subTest(href=href):
                body = f'<p><a href="{href}" rel="noopener">x</a></p>'
                self.assertEqual(clean_body(body), body)

    def test_an_address_is_read_as_a_browser_reads_it(self):
        self.assertIn(
            'href="https://x.test/?a=1&amp;copy=2"',
            clean_body("<a href=' https://x\t.test/?a=1&copy=2\n'>x</a>"),
        )

    def test_a_link_that_leads_nowhere_good_keeps_its_words_only(self):
        self.assertEqual(
            clean_body('<p>See <a href="javascript:x">the quay</a>.</p>'), "<p>See the quay.</p>"
        )
        self.assertEqual(clean_body('<p>See <a href="//evil.test">the quay</a>.</p>'), "<p>See the quay.</p>")

    def test_a_direction_or_language_that_is_none_goes(self):
        self.assertEqual(clean_body('<p lang="english please" dir="up">x</p>'), "<p>x</p>")
        self.assertEqual(clean_body('<p dir="RTL">x</p>'), '<p dir="rtl">x</p>')

    def test_of_two_attributes_of_one_name_the_first_holds(self):
        self.assertEqual(clean_body('<p lang="en" lang="zh">x</p>'), '<p lang="en">x</p>')


class HostileMarkupTests(SimpleTestCase):
    def test_the_reading_of_these_tests_sees_what_is_wrong(self):
        for body in [
            "<script>x</script>",
            "<p onclick=x>x</p>",
            '<p><a href="java\tscript:x" rel="noopener">x</a></p>',
            '<p><a href="//x" rel="noopener">x</a></p>',
            '<p><a href="/x">x</a></p>',
            "<p>x",
            "<!--x-->",
            "<p><p>x</p></p>",
            "x<li>x</li>",
        ]:
            with self.subTest(body=body):
                self.assertTrue(Reading(body).faults)

    def test_nothing_but_what_a_story_may_have_comes_out(self):
        for body in HOSTILE_BODIES:
            with self.subTest(body=ascii(body[:200])):
                cleaned = clean_body(body)
                self.assertEqual(Reading(cleaned).faults, [])
                self.assertEqual(clean_body(cleaned), cleaned)
                self.assertNotRegex(cleaned, "[\0-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

    def test_the_sanitiser_alone_lets_nothing_else_pass_either(self):
        with mock.patch.object(door, "tidied", lambda html: html):
            for body in HOSTILE_BODIES:
                with self.subTest(body=ascii(body[:200])):
                    try:
                        faults = Reading(clean_body(body)).faults
                    except TooMuch:
                        continue
                    where = [
                        fault
                        for fault in faults
                        if not re.match(r"<\w+> in |link \{'rel': 'noopener'\}$", fault)
                    ]
                    self.assertEqual(where, [])

    def test_the_sanitiser_alone_drops_scripts_and_stray_attributes(self):
        clean = door.CLEANER.clean
        self.assertEqual(clean("<p>a<script>b</script><style>c</style></p>"), "<p>a</p>")
        self.assertEqual(clean('<em lang="en" title="x">a</em>'), "<em>a</em>")

    def test_what_was_written_as_text_stays_text(self):
        for text in ["<script>alert(1)</script>", "{{7*7}}", "]]>", "a & b", "&lt;", '"><img src=x>']:
            with self.subTest(text=text):
                escaped = text.replace("&", "&amp;").replace("<", "&lt;")
                self.assertEqual("".join(Reading(clean_body(f"<p>{escaped}</p>")).words), text)

    def test_scripts_and_styles_go_with_their_content(self):
        for tag in ("script", "style", "title", "template", "iframe", "noscript"):
            with self.subTest(tag=tag):
                self.assertEqual(
                    clean_body(f"<p>a</p><{tag} x>gone <b>too</b></{tag} ><p>b</p>"), "<p>a</p><p>b</p>"
                )

    def test_words_around_an_illegal_character_stay(self):
        self.assertEqual(clean_body("<p>a\x07b\ud800c&#7;d\ufffee</p>"), "<p>abcde</p>")


class AnyTextTests(SimpleTestCase):
    @given(any_body)
    @settings(deadline=None, max_examples=500)
    def test_any_text_comes_out_safe_regular_and_at_rest(self, body):
        cleaned = clean_body(body)
        self.assertEqual(Reading(cleaned).faults, [])
        self.assertEqual(clean_body(cleaned), cleaned)
