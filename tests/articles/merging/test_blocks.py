from django.test import SimpleTestCase

from articles.merging import Clash, merge_blocks

A, B, C, D = (f"<p>{letter}1 {letter}2 {letter}3</p>" for letter in "abcd")
A_MINE, A_THEIRS = A.replace("a1", "mine"), A.replace("a1", "theirs")
B_MINE, B_THEIRS = B.replace("b1", "mine"), B.replace("b1", "theirs")


class TakenTests(SimpleTestCase):
    """What one person did alone, or both in the same way, is taken without a word."""

    def assert_merged(self, base, mine, theirs, expected):
        merged = merge_blocks(base, mine, theirs)
        self.assertEqual((merged.value, merged.clashes), (expected, []))
        self.assertIs(merged.is_clean, True)

    def test_edits_of_neighbours(self):
        self.assert_merged([A, B], [A_MINE, B], [A, B_THEIRS], [A_MINE, B_THEIRS])

    def test_neighbours_written_anew(self):
        self.assert_merged([A, B], ["<p>x</p>", B], [A, "<p>y</p>"], ["<p>x</p>", "<p>y</p>"])

    def test_the_same_edit(self):
        self.assert_merged([A, B], [A_MINE, B], [A_MINE, B_THEIRS], [A_MINE, B_THEIRS])

    def test_an_insert_before_an_edit(self):
        self.assert_merged([A, B], [A, C, B], [A, B_THEIRS], [A, C, B_THEIRS])

    def test_an_insert_after_an_edit(self):
        self.assert_merged([A, B], [A, C, B], [A_THEIRS, B], [A_THEIRS, C, B])

    def test_an_insert_beside_an_edit_of_the_same_person(self):
        self.assert_merged([A, B], [C, A_MINE, B], [A, B_THEIRS], [C, A_MINE, B_THEIRS])
        self.assert_merged([A, B], [A_MINE, C, B], [A, B_THEIRS], [A_MINE, C, B_THEIRS])

    def test_unlike_inserts_at_one_point_are_kept_theirs_first(self):
        self.assert_merged([A, B], [A, C, B], [A, D, B], [A, D, C, B])

    def test_what_both_inserted_stands_there_once(self):
        self.assert_merged([A], [A, C], [A, C], [A, C])
        self.assert_merged([A], [A, C, D], [A, B, C], [A, B, C, D])
        self.assert_merged([A], [A, C, D], [A, D, B], [A, C, D, B])

    def test_an_edit_and_an_insert_at_one_end(self):
        self.assert_merged([A], [A, C], [A, D], [A, D, C])
        self.assert_merged([A], [C, A_MINE], [D, A], [D, C, A_MINE])

    def test_deletions_that_overlap(self):
        self.assert_merged([A, B, C, D], [A, D], [A, B], [A])
        self.assert_merged([A, B, C, D], [D], [A, C, D], [D])

    def test_a_move_by_one_and_an_edit_elsewhere_by_the_other(self):
        self.assert_merged([A, B, C], [C, A, B], [A, B_THEIRS, C], [C, A, B_THEIRS])

    def test_a_block_that_both_moved_stands_where_they_put_it(self):
        self.assert_merged([A, B, C, D], [B, C, A, D], [B, C, D, A], [B, C, D, A])

    def test_a_block_that_i_moved_with_words_about_it_leaves_the_words(self):
        self.assert_merged([A, B, C, D], [B, C, A, "<p>x</p>", D], [B, C, D, A], [B, C, "<p>x</p>", D, A])

    def test_a_move_of_both_leaves_nothing_where_i_put_it(self):
        base = [A, "<p>z</p>", B, C, D, "<p>e</p>"]
        mine, theirs = ["<p>z</p>", B, A, C, D, "<p>e</p>"], ["<p>z</p>", "<p>x</p>", D, "<p>e</p>", A]
        self.assert_merged(base, mine, theirs, theirs)

    def test_copies_made_in_two_places_stand_in_both(self):
        self.assert_merged([A, B, C], [A, B, A, C], [A, B, C, A], [A, B, A, C, A])

    def test_an_edit_of_one_copy_and_a_deletion_of_another(self):
        self.assert_merged([A, B, A, C, A], [A, B, C, A], [A, B, A, C, A_THEIRS], [A, B, C, A_THEIRS])

    def test_chinese_is_told_again_by_its_characters(self):
        before, after = "<p>市长周一表示桥梁不会关闭</p>", "<p>市长周二表示桥梁不会关闭</p>"
        self.assert_merged([before], [C, after], [before, D], [C, after, D])

    def test_a_paragraph_without_words_is_told_again_by_its_markup(self):
        picture, other = (
            '<figure data-photo="7" class="a b"></figure>',
            '<figure data-photo="8" class="a b"></figure>',
        )
        self.assert_merged([picture, B], [C, other, B], [picture, D, B], [C, other, D, B])


class AskedTests(SimpleTestCase):
    """What both changed, each in a way of their own, is asked."""

    def test_two_edits_of_one_block(self):
        merged = merge_blocks([A, B, C], [A, B_MINE, C], [A, B_THEIRS, C])
        self.assertEqual(merged.clashes, [Clash([B], [B_MINE], [B_THEIRS], at=1)])
        self.assertEqual(merged.value, [A, B_THEIRS, C])
        self.assertIs(merged.is_clean, False)

    def test_the_pieces_tell_the_whole_story_in_order(self):
        merged = merge_blocks([A, B, C, D], [A, B_MINE, C, "<p>x</p>"], [A, B_THEIRS, C, "<p>y</p>"])
        self.assertEqual(merged.pieces(), [[A], merged.clashes[0], [C], merged.clashes[1]])
        self.assertIs(merged.pieces()[1].is_clash, True)

    def test_an_edit_of_what_they_deleted(self):
        merged = merge_blocks([A, B, C], [A, B_MINE, C], [A, C])
        self.assertEqual(merged.clashes, [Clash([B], [B_MINE], [], at=1)])
        self.assertEqual(merged.value, [A, C])
        self.assertEqual(merged.pieces(), [[A], merged.clashes[0], [C]])

    def test_a_deletion_of_what_they_edited(self):
        merged = merge_blocks([A, B, C], [A, C], [A, B_THEIRS, C])
        self.assertEqual(merged.clashes, [Clash([B], [], [B_THEIRS], at=1)])
        self.assertEqual(merged.value, [A, B_THEIRS, C])

    def test_an_insert_inside_what_they_deleted(self):
        merged = merge_blocks([A, B, C, D], [A, B, "<p>x</p>", C, D], [A, D])
        self.assertEqual(merged.clashes, [Clash([B, C], [B, "<p>x</p>", C], [], at=1)])

    def test_an_edit_of_what_they_moved_is_shown_beside_the_move(self):
        merged = merge_blocks([A, B, C, D], [A_MINE, B, C, D], [B, C, D, A])
        self.assertEqual(merged.clashes, [Clash([A], [A_MINE], [], at=0, is_elsewhere=True)])
        self.assertEqual(merged.value, [B, C, D, A])

    def test_their_edit_of_what_i_moved_is_shown_beside_the_move(self):
        merged = merge_blocks([A, B, C, D], [B, C, D, A], [A_THEIRS, B, C, D])
        self.assertEqual(merged.clashes, [Clash([A], [], [A_THEIRS], at=0, is_elsewhere=True)])
        self.assertEqual(merged.value, [A_THEIRS, B, C, D, A])

    def test_a_copy_of_what_still_stands_is_no_move(self):
        merged = merge_blocks([A, B, C, D], [A, "<p>x</p>", B, C, A, D], [C, D])
        self.assertEqual(merged.clashes, [Clash([A, B], [A, "<p>x</p>", B], [], at=0, is_elsewhere=False)])
        self.assertEqual(merged.value, [C, A, D])

    def test_changes_that_meet_through_a_third_are_one_question(self):
        merged = merge_blocks([A, B, C, D], ["<p>x</p>", C, "<p>y</p>"], [A, "<p>z</p>"])
        self.assertEqual(len(merged.clashes), 1)
        self.assertEqual(merged.clashes[0].mine, ["<p>x</p>", C, "<p>y</p>"])
        self.assertEqual(merged.clashes[0].theirs, [A, "<p>z</p>"])

    def test_only_the_rewritten_block_of_several_is_asked(self):
        merged = merge_blocks([A, B], ["<p>x</p>", "<p>y</p>"], [A, B_THEIRS])
        self.assertEqual(merged.clashes, [Clash([B], ["<p>y</p>"], [B_THEIRS], at=1)])
        self.assertEqual(merged.value, ["<p>x</p>", B_THEIRS])

    def test_half_of_the_words_make_an_edited_block(self):
        half, less = "<p>a1 a2 x y</p>", "<p>a1 x y z</p>"
        base = ["<p>a1 a2 a3 a4</p>"]
        self.assertEqual(len(merge_blocks(base, [C, half], [D, *base]).clashes), 0)
        self.assertEqual(merge_blocks(base, [half, C], [*base, D]).value, [half, D, C])
        self.assertEqual(merge_blocks(base, [less, C], [*base, D]).value, [less, C, D])
