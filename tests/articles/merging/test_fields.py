from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.merging import Clash, merge_html, merge_list, merge_scalar, merge_set, merge_text

ANY_HTML = (
    st.lists(
        st.sampled_from(
            ["<p>a</p>", "<p>b c</p>", "<p>b d</p>", "<ul><li>a</li></ul>", "<p>", "</p>", "<hr>", "a"]
        )
    ).map("".join)
    | st.text()
)


class ScalarTests(SimpleTestCase):
    def test_whoever_changed_it_has_it(self):
        for base, mine, theirs, expected in (
            (1, 1, 2, 2),
            (1, 2, 1, 2),
            (1, 2, 2, 2),
            (None, None, 3, 3),
            (3, None, 3, None),
        ):
            self.assertEqual(merge_scalar(base, mine, theirs).value, expected)
            self.assertIs(merge_scalar(base, mine, theirs).is_clean, True)

    def test_two_who_changed_it_differently_are_asked(self):
        for base, mine, theirs in (
            (1, 2, 3),
            ("a", "b", "c"),
            ("a", "b", ""),
            (None, [1], {"x": 1}),
            (1, 2, None),
        ):
            merged = merge_scalar(base, mine, theirs)
            self.assertEqual((merged.value, merged.clashes), (theirs, [Clash(base, mine, theirs)]))
            self.assertEqual(merged.pieces(), merged.clashes)

    def test_what_has_no_parts_is_one_piece(self):
        self.assertEqual(merge_scalar(1, 2, 1).pieces(), [2])
        self.assertEqual(merge_scalar("a", "b", "a").pieces(), ["b"])


class SetTests(SimpleTestCase):
    def test_what_either_put_in_is_in_and_what_either_took_out_is_out(self):
        merged = merge_set(["a", "b", "c"], ["c", "a", "m", "x"], ["t", "b", "c", "x"])
        self.assertEqual((merged.value, merged.clashes), (["t", "c", "x", "m"], []))

    def test_nothing_is_in_twice(self):
        self.assertEqual(merge_set(["a"], ["a", "m", "m"], ["a", "t", "t"]).value, ["a", "t", "m"])

    def test_a_field_that_was_empty_counts_as_no_items(self):
        self.assertEqual(merge_set(None, ["a"], ["b"]).value, ["b", "a"])
        self.assertEqual(merge_set(["a"], None, ["a", "b"]).value, ["b"])
        self.assertEqual(merge_set(["a"], ["a", "b"], None).value, ["b"])


class ListTests(SimpleTestCase):
    ANNA, BO, CY = [1, "text"], [2, "text"], [3, "photos"]

    def test_bylines_keep_their_order(self):
        merged = merge_list([self.ANNA, self.BO], [self.CY, self.ANNA, self.BO], [self.BO])
        self.assertEqual((merged.value, merged.clashes), ([self.CY, self.BO], []))

    def test_two_roles_for_one_author_are_asked(self):
        mine, theirs = [1, "research"], [1, "photos"]
        merged = merge_list([self.ANNA, self.BO], [mine, self.BO], [theirs, self.BO])
        self.assertEqual(merged.clashes, [Clash([self.ANNA], [mine], [theirs], at=0)])
        self.assertEqual(merged.value, [theirs, self.BO])
        self.assertEqual(merged.pieces(), [merged.clashes[0], [self.BO]])

    def test_items_are_the_same_whatever_the_order_of_their_keys(self):
        merged = merge_list([{"a": 1, "b": 2}], [{"b": 2, "a": 1}, 3], [{"a": 1, "b": 4}])
        self.assertEqual((merged.value, merged.clashes), ([{"a": 1, "b": 4}, 3], []))

    def test_a_field_that_was_empty_counts_as_no_items(self):
        self.assertEqual(merge_list(None, [self.ANNA], [self.BO]).value, [self.BO, self.ANNA])
        self.assertEqual(merge_list([self.ANNA], None, [self.ANNA, self.BO]).value, [self.BO])


class HtmlTests(SimpleTestCase):
    BASE = "<p>a b c</p><p>d e f</p><p>g h i</p>"
    MINE = "<p>a b c</p><p>d e mine</p><p>g h i</p><p>j</p>"
    THEIRS = "<h2>k</h2><p>a b c</p><p>d e theirs</p><p>g h i</p>"

    def test_a_body_is_told_with_its_clashes_in_place(self):
        merged = merge_html(self.BASE, self.MINE, self.THEIRS)
        clash = Clash(
            "<p>d e f</p>", "<p>d e mine</p>", "<p>d e theirs</p>", at=len("<h2>k</h2><p>a b c</p>")
        )
        self.assertEqual(merged.pieces(), ["<h2>k</h2><p>a b c</p>", clash, "<p>g h i</p><p>j</p>"])
        self.assertEqual(merged.value, "<h2>k</h2><p>a b c</p><p>d e theirs</p><p>g h i</p><p>j</p>")

    def test_a_field_that_was_empty_counts_as_no_text(self):
        self.assertEqual(merge_html(None, "<p>a</p>", "<p>b</p>").value, "<p>b</p><p>a</p>")
        merged = merge_html("<p>a</p>", "<p>a b</p>", None)
        self.assertEqual((merged.value, merged.pieces()), ("", [Clash("<p>a</p>", "<p>a b</p>", "")]))

    @given(ANY_HTML, ANY_HTML, ANY_HTML)
    def test_any_three_texts_are_merged(self, base, mine, theirs):
        for merge in (merge_html, merge_text):
            merged = merge(base, mine, theirs)
            told = [piece if isinstance(piece, str) else piece.theirs for piece in merged.pieces()]
            self.assertEqual("".join(told), merged.value)
            for clash in merged.clashes:
                self.assertEqual(merged.value[clash.at : clash.at + len(clash.theirs)], clash.theirs)


class TextTests(SimpleTestCase):
    def test_one_line_is_one_thing(self):
        merged = merge_text("a b c", "a b c mine", "theirs a b c")
        self.assertEqual(merged.clashes, [Clash("a b c", "a b c mine", "theirs a b c")])
        self.assertEqual(merge_text("", "mine", "theirs").clashes, [Clash("", "mine", "theirs")])

    def test_paragraphs_of_two_people_come_together(self):
        merged = merge_text("a b\n\nc d", "a b mine\n\nc d", "a b\n\nc d\n\ntheirs")
        self.assertEqual((merged.value, merged.clashes), ("a b mine\n\nc d\n\ntheirs", []))

    def test_a_paragraph_both_put_before_the_first_has_a_blank_line_behind_it(self):
        self.assertEqual(merge_text("a\n\nb", "x\n\na\n\nb", "a\n\nb\n\ny").value, "x\n\na\n\nb\n\ny")
        self.assertEqual(merge_text("a", "x\na", "a\ny").value, "x\na\ny")

    def test_a_paragraph_that_was_first_somewhere_gets_a_blank_line(self):
        self.assertEqual(merge_text("", "mine\nm", "theirs\nt").value, "theirs\nt\n\nmine\nm")

    def test_breaks_are_those_of_whoever_changed_them(self):
        self.assertEqual(merge_text("a\nb\nc d", "a\n\nb\nc d", "a\nb\nc d e").value, "a\n\nb\nc d e")
        self.assertEqual(merge_text("a\nb\nc d", "a\nb\nc d e", "a\n\nb\nc d").value, "a\n\nb\nc d e")
        self.assertEqual(merge_text("a\nb\nc d", "a\n\nb\nc d e", "a\n\n\nb\nc d").value, "a\n\n\nb\nc d e")

    def test_a_clash_stands_where_it_says(self):
        merged = merge_text("a\n\nb c\n\nd", "a\n\nb mine\n\nd", "a\n\nb theirs\n\nd")
        self.assertEqual(merged.clashes, [Clash("b c", "b mine", "b theirs", at=3)])
        self.assertEqual(merged.pieces(), ["a\n\n", merged.clashes[0], "\n\nd"])

    def test_a_clash_of_several_paragraphs_is_told_as_it_was_set(self):
        merged = merge_text("a\nb\nc", "x\ny", "z")
        self.assertEqual(merged.clashes, [Clash("a\nb\nc", "x\ny", "z")])

    def test_a_paragraph_they_deleted_leaves_no_gap(self):
        merged = merge_text("a\n\nb c\n\nd", "a\n\nb mine\n\nd", "a\n\nd")
        self.assertEqual(merged.value, "a\n\nd")
        self.assertEqual(merged.clashes, [Clash("b c", "b mine", "", at=1)])

    def test_a_field_that_was_empty_counts_as_no_text(self):
        self.assertEqual(merge_text(None, "a\nb", "c").value, "c\n\na\nb")
