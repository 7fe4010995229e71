from unittest import mock

from django.test import SimpleTestCase
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from articles.differences import difference
from articles.differences.kinds import NAMES
from tests.articles.differences.readings import shown


class StructureTests(SimpleTestCase):
    def assert_changed(self, old, new, html, label=""):
        [part] = difference(old, new).parts
        self.assertEqual((part.kind, part.html, part.label), ("changed", html, label))

    def test_a_word_made_bold(self):
        self.assert_changed(
            "<p>a b c</p>", "<p>a <strong>b</strong> c</p>", "a <del>b</del><ins><b>b</b></ins> c"
        )

    def test_a_word_made_bold_is_no_word_more(self):
        found = difference("<p>a b c</p>", "<p>a <strong>b</strong> <em>c</em></p>")
        self.assertEqual((found.added_words, found.removed_words, found.is_empty), (0, 0, False))

    def test_type_that_stays_is_shown(self):
        self.assert_changed(
            "<p><strong>a <em>b</em></strong> <em>c</em> d</p>",
            "<p><strong>a <em>b</em></strong> <em>c</em> e</p>",
            "<b>a</b><b><i> b</i></b><i> c</i> <del>d</del><ins>e</ins>",
        )

    def test_mixed_type_is_put_in_as_one(self):
        self.assert_changed("<p>a b c</p>", "<p>a b c d <em>e</em></p>", "a b c<ins> d<i> e</i></ins>")

    def test_type_ends_with_its_last_tag(self):
        self.assert_changed(
            "<p><b><b>a</b> b</b> c d</p>", "<p><b><b>a</b> b</b> c e</p>",
            "<b>a b</b> c <del>d</del><ins>e</ins>",
        )  # fmt: skip

    def test_type_that_nobody_ended_ends_with_its_paragraph(self):
        self.assertEqual(shown(difference("", "<p><b>a<p>b"))[1], ("added", "<ins>b</ins>"))

    def test_a_space_inside_a_tag_is_a_space(self):
        self.assert_changed(
            "<p><i>a </i>b c</p>", "<p><i>a </i>b d</p>", "<i>a</i> b <del>c</del><ins>d</ins>"
        )
        self.assertTrue(difference("<p>a <b> b</b></p>", "<p>a<b> b</b></p>").is_empty)

    def test_a_number_set_low(self):
        self.assert_changed(
            "<p>H2O is it</p>", "<p>H<sub>2</sub>O is it</p>", "<del>H2O</del><ins>H2O</ins> is it"
        )

    def test_a_link_to_elsewhere(self):
        self.assert_changed(
            '<p>See <a href="https://a.test/?x=1&amp;y">the report</a> now.</p>',
            '<p>See <a href="https://b.test/">the report</a> now.</p>',
            "See the report<del> [https://a.test/?x=1&amp;y]</del><ins> [https://b.test/]</ins> now.",
        )

    def test_a_link_put_in(self):
        self.assert_changed(
            "<p>It is the report</p>", '<p>It is <a href="/x">the report</a></p>',
            "It is <del>the report</del><ins>the report [/x]</ins>",
        )  # fmt: skip

    def test_a_link_over_fewer_words(self):
        self.assert_changed(
            '<p>It is <a href="/x">the report</a></p>', '<p>It is the <a href="/x">report</a></p>',
            "It is <del>the</del><ins>the</ins> report",
        )  # fmt: skip

    def test_a_link_that_nobody_closed_ends_where_the_next_begins(self):
        self.assert_changed(
            '<p><a href="/x">one <a href="/y">two three four</p>', "<p>one two three four</p>",
            "<del>one [/x] two three four [/y]</del><ins>one two three four</ins>",
        )  # fmt: skip

    def test_an_anchor_that_leads_nowhere_is_no_link(self):
        self.assertTrue(difference("<p>a</p>", "<p><a name=x>a</a></p>").is_empty)

    def test_a_heading_made_a_paragraph(self):
        self.assert_changed(
            "<h2>Gate is shut</h2>",
            "<p>Gate is shut</p>",
            "<del>[heading]</del><ins>[paragraph]</ins> Gate is shut",
        )

    def test_a_heading_made_smaller(self):
        self.assert_changed(
            "<h2>Gate</h2>",
            "<h3>Gate</h3>",
            "<del>[heading]</del><ins>[smaller heading]</ins> Gate",
            "smaller heading",
        )

    def test_a_list_made_a_numbered_one(self):
        self.assert_changed(
            "<ul><li>a</li></ul>",
            "<ol><li>a</li></ol>",
            "<del>[list]</del><ins>[numbered list]</ins> a",
            "numbered list",
        )

    def test_a_point_moved_a_level_down(self):
        part = difference("<ul><li>a</li><li>b</li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>").parts[-1]
        self.assertEqual(part.html, "<del>[list]</del><ins>[list, level 2]</ins> b")
        self.assertEqual(part.label, "list, level 2")

    def test_two_points_made_one(self):
        part = difference("<ul><li>a</li><li>b</li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>").parts[-1]
        self.assertEqual(part.html, "<del>[list]</del><ins>[list, same point]</ins> b")

    def test_a_paragraph_in_a_point_is_the_point(self):
        self.assertTrue(difference("<ul><li>a</li></ul>", "<ul><li><p>a</p></li></ul>").is_empty)

    def test_only_the_point_that_changed_is_shown(self):
        found = difference(
            "<ul><li>a b c</li><li>d e f</li></ul>", "<ul><li>a b c</li><li>d e g</li></ul>", 0
        )
        self.assertEqual(shown(found), [("folded", ""), ("changed", "d e <del>f</del><ins>g</ins>")])

    def test_a_quotation_is_named(self):
        [part] = difference("", "<blockquote><p>a</p></blockquote>").parts
        self.assertEqual((part.kind, part.label), ("added", "quotation"))

    def test_what_follows_a_list_is_no_list(self):
        [part] = difference("", "<ul><li>a</ul><p>b").parts[1:]
        self.assertEqual(part.label, "")

    def test_another_picture(self):
        self.assert_changed(
            '<figure><img src="/a.jpg" alt="Gate"><figcaption>The gate</figcaption></figure>',
            '<figure><img src="/b.jpg" alt="Gate"><figcaption>The gate</figcaption></figure>',
            "<del> [Gate /a.jpg]</del><ins> [Gate /b.jpg]</ins> The gate",
            "picture",
        )

    def test_another_caption(self):
        self.assert_changed(
            '<figure><img src="/a.jpg"><figcaption>The gate</figcaption></figure>',
            '<figure><img src="/a.jpg"><figcaption>The quay</figcaption></figure>',
            " The <del>gate</del><ins>quay</ins>",
            "picture",
        )

    def test_a_caption_stands_apart_from_what_is_beside_it(self):
        [part] = difference("", "<figure>Photo<figcaption>The gate</figcaption>Ana</figure>").parts
        self.assertEqual(part.html, "<ins>Photo The gate Ana</ins>")

    def test_a_picture_without_a_caption(self):
        [part] = difference("", "<p><img src=/a.jpg></p>").parts
        self.assertEqual((part.html, part.label), ("<ins> [/a.jpg]</ins>", "picture"))

    def test_a_picture_without_a_caption_is_replaced_by_another(self):
        self.assertEqual(
            shown(difference("<p><img src=/a.jpg></p>", "<p><img src=/b.jpg></p>")),
            [("removed", "<del> [/a.jpg]</del>"), ("added", "<ins> [/b.jpg]</ins>")],
        )

    def test_pictures_that_differ_far_into_their_address(self):
        old, new = (f'<p>a b <img src="data:{"x" * 2000}{end}"></p>' for end in "ab")
        [part] = difference(old, new).parts
        self.assertEqual(part.kind, "changed")
        self.assertLess(len(part.html), 1200)

    def test_a_row_of_a_table(self):
        self.assert_changed(
            "<table><tr><td>a</td><td>b</td></tr></table>", "<table><tr><td>a</td><td>c</td></tr></table>",
            "a <del>b</del><ins>c</ins>", "table",
        )  # fmt: skip

    def test_a_break_between_sections(self):
        [_kept, part] = difference("<p>a</p>", "<p>a</p><hr>").parts
        self.assertEqual((part.kind, part.html, part.label), ("added", "<ins>* * *</ins>", "break"))

    def test_a_line_break(self):
        self.assert_changed("<p>a<br>b</p>", "<p>a b</p>", "a<del> ↵</del> b")

    def test_a_line_break_that_stays_is_a_space(self):
        self.assertEqual(shown(difference("<p>a<br>b</p><p>c</p>", "<p>a<br>b</p>"))[0], ("kept", "a b"))

    def test_another_language(self):
        self.assert_changed("<p>a b</p>", '<p lang="fr" dir=ltr>a b</p>', "<ins> [fr ltr] </ins>a b")

    def test_the_language_of_a_list_goes_with_its_first_point(self):
        [first, second] = difference("", '<ul lang="fr"><li>a</li><li>b</li></ul>').parts
        self.assertEqual((first.html, second.html), ("<ins> [fr] a</ins>", "<ins>b</ins>"))

    def test_paragraphs_that_hold_nothing_are_not_there(self):
        self.assertEqual(difference("", "<p></p><p><br></p><p lang=fr> <a href=/x></a></p>").parts, [])

    def test_scripts_and_comments_are_not_there(self):
        self.assertEqual(difference("", "<script>a</script><!-- b --><style>c</style><?d?><!e>").parts, [])

    def test_a_tag_without_its_end_is_text(self):
        self.assertEqual(
            shown(difference("", '<p>a <b title="x')), [("added", "<ins>a &lt;b title=&quot;x</ins>")]
        )

    def test_lists_without_end_are_read(self):
        [part] = difference("", "<ul>" * 1000 + "<li>a").parts
        self.assertEqual(part.label, "list, level 50")

    def test_a_text_that_was_marked_safe_is_escaped(self):
        [part] = difference("", SafeString("a&lt;b")).parts
        self.assertEqual(part.html, "<ins>a&lt;b</ins>")


class LanguageTests(SimpleTestCase):
    def test_names_wait_for_the_language_of_the_reader(self):
        [part] = difference("", "<h2>a</h2>").parts
        with mock.patch.dict(NAMES, {"heading": "Überschrift"}):
            self.assertEqual(part.label, "Überschrift")
        self.assertTrue(all(isinstance(name, Promise) for name in NAMES.values()))
