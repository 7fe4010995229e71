from django.test import SimpleTestCase

from articles.differences import difference
from tests.articles.differences.readings import shown

STORY = "".join(f"<p>Paragraph {name} stays as it is.</p>" for name in "abcdefg")


class ParagraphTests(SimpleTestCase):
    def assert_shown(self, old, new, *parts):
        self.assertEqual(shown(difference(old, new)), list(parts))

    def test_the_words_that_became_others_are_marked(self):
        self.assert_shown(
            "<p>Residents gain their quiet, and the council a fight it put off since the summer.</p>",
            "<p>Residents gain their sleep, and the council a fight it put off since spring.</p>",
            ("changed", "Residents gain their <del>quiet</del><ins>sleep</ins>, and the council a fight it put off since "
             "<del>the summer</del><ins>spring</ins>."),
        )  # fmt: skip

    def test_a_paragraph_is_added_or_removed_where_it_stands(self):
        self.assert_shown(
            "<p>One.</p><p>Gone for good.</p><p>Two.</p>",
            "<p>One.</p><p>Two.</p><p>Newly come.</p>",
            ("kept", "One."),
            ("removed", "<del>Gone for good.</del>"),
            ("kept", "Two."),
            ("added", "<ins>Newly come.</ins>"),
        )

    def test_a_paragraph_rewritten_is_two(self):
        self.assert_shown(
            "<p>The harbour sleeps.</p>",
            "<p>Council votes tonight.</p>",
            ("removed", "<del>The harbour sleeps.</del>"),
            ("added", "<ins>Council votes tonight.</ins>"),
        )

    def test_half_of_the_words_make_it_the_same_paragraph(self):
        self.assert_shown("<p>a b c d</p>", "<p>a b x y</p>", ("changed", "a b <del>c d</del><ins>x y</ins>"))
        self.assertEqual(difference("<p>a b c d</p>", "<p>a x y z</p>").changes, 2)

    def test_a_paragraph_that_moved_is_shown_where_it_came_to(self):
        self.assert_shown(
            "<p>The first of all.</p><p>Second thoughts.</p><p>Third man.</p>",
            "<p>Second thoughts.</p><p>Third man.</p><p>The first of all.</p>",
            ("folded", ""),
            ("kept", "Third man."),
            ("moved", "The first of all."),
        )

    def test_a_paragraph_that_moved_shows_its_new_words(self):
        self.assert_shown(
            "<p>The first of all the men.</p><p>Second thoughts.</p><p>Third man.</p>",
            "<p>Second thoughts.</p><p>Third man.</p><p>The first of all the women.</p>",
            ("folded", ""),
            ("kept", "Third man."),
            ("moved", "The first of all the <del>men</del><ins>women</ins>."),
        )

    def test_of_two_like_it_the_likest_is_the_same_paragraph(self):
        self.assert_shown(
            "<p>a b c d e f</p>",
            "<p>a b c x y z</p><p>a b c d e g</p>",
            ("added", "<ins>a b c x y z</ins>"),
            ("changed", "a b c d e <del>f</del><ins>g</ins>"),
        )

    def test_a_stray_word_in_common_does_not_break_a_change_up(self):
        self.assert_shown(
            "<p>It began long ago when old men spoke the truth plainly and it ended.</p>",
            "<p>It began long ago when young girls sang the songs loudly and it ended.</p>",
            ("changed", "It began long ago when <del>old men spoke the truth plainly</del>"
             "<ins>young girls sang the songs loudly</ins> and it ended."),
        )  # fmt: skip

    def test_white_space_between_words_is_no_difference(self):
        self.assertTrue(difference("<p>a  b</p>\n<p>c</p>", "<p> a&nbsp;b\n</p><p> c</p>").is_empty)

    def test_a_missing_space_is_one(self):
        self.assert_shown("<p>one(two</p>", "<p>one (two</p>", ("changed", "one<ins> </ins>(two"))
        self.assert_shown("<p>one (two</p>", "<p>one(two</p>", ("changed", "one<del> </del>(two"))
        self.assert_shown("<p>one(two</p>", "<p>one two</p>", ("changed", "one<del>(</del><ins> </ins>two"))

    def test_what_is_put_in_takes_one_space_along(self):
        self.assert_shown("<p>a b c d</p>", "<p>a b x c d</p>", ("changed", "a b <ins>x </ins>c d"))
        self.assert_shown(
            "<p>a b c.</p>", "<p>a b c, and more.</p>", ("changed", "a b c<ins>, and more</ins>.")
        )
        self.assert_shown("<p>a b c</p>", "<p>a b c d</p>", ("changed", "a b c<ins> d</ins>"))


class FoldingTests(SimpleTestCase):
    def folds(self, context):
        new = STORY.replace("d stays", "d remains")
        return [(part.kind, part.count) for part in difference(STORY, new, context).parts]

    def test_one_paragraph_is_shown_on_each_side(self):
        self.assertEqual(
            self.folds(1), [("folded", 2), ("kept", 1), ("changed", 1), ("kept", 1), ("folded", 2)]
        )

    def test_none_if_none_is_wanted(self):
        self.assertEqual(self.folds(0), [("folded", 3), ("changed", 1), ("folded", 3)])
        self.assertEqual(self.folds(-1), self.folds(0))

    def test_all_if_more_are_wanted_than_there_are(self):
        self.assertEqual(self.folds(10**9), [*[("kept", 1)] * 3, ("changed", 1), *[("kept", 1)] * 3])

    def test_what_is_folded_can_be_opened(self):
        [part] = difference(STORY, STORY).parts
        self.assertEqual((part.kind, part.count, part.html), ("folded", 7, ""))
        self.assertEqual(part.inside[1].html, "Paragraph b stays as it is.")

    def test_it_says_how_much_is_folded(self):
        [part] = difference(STORY, STORY).parts
        self.assertEqual(part.label, "7 paragraphs unchanged")
        [part] = difference("<p>a</p>", "<p>a</p>").parts
        self.assertEqual(part.label, "1 paragraph unchanged")

    def test_two_empty_bodies_have_no_parts(self):
        self.assertEqual(difference("", " ").parts, [])
        self.assertTrue(difference("", " ").is_empty)


class CountTests(SimpleTestCase):
    def counts(self, old, new):
        found = difference(old, new)
        return found.added_words, found.removed_words, found.changes

    def test_words_are_counted_where_they_changed(self):
        self.assertEqual(self.counts("<p>a b c d</p>", "<p>a x y b c</p>"), (2, 1, 1))

    def test_punctuation_is_no_word(self):
        self.assertEqual(self.counts("<p>a b</p>", "<p>a, b!</p>"), (0, 0, 1))

    def test_paragraphs_count_with_all_their_words(self):
        self.assertEqual(self.counts("<p>a b c.</p><p>k</p>", "<p>k</p><p>d e!</p>"), (2, 3, 2))

    def test_a_move_changes_no_words(self):
        self.assertEqual(
            self.counts("<p>a b c</p><p>k</p><p>l</p>", "<p>k</p><p>l</p><p>a b c</p>"), (0, 0, 1)
        )

    def test_a_link_is_no_word(self):
        self.assertEqual(self.counts("<p>a</p>", "<p>a</p><p><a href=/x>b</a></p>"), (1, 0, 1))

    def test_nothing_changed(self):
        self.assertTrue(difference(STORY, STORY).is_empty)
        self.assertFalse(difference(STORY, "").is_empty)
