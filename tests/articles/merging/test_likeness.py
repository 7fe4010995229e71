from collections import Counter

from django.test import SimpleTestCase

from articles.merging.likeness import MOST_COMPARED, alike, likeness, words_of


class WordTests(SimpleTestCase):
    def test_markup_does_not_count(self):
        self.assertEqual(
            words_of('<p lang="de">Ein <em>Wort</em>,<br>ein Wort.</p>'),
            Counter({"Wort": 2, "Ein": 1, "ein": 1}),
        )

    def test_markup_counts_where_there_is_nothing_else(self):
        self.assertEqual(words_of('<img src="a">'), Counter(["img", "src", "a"]))
        self.assertEqual(words_of(""), Counter())

    def test_scripts_without_spaces_count_by_the_character(self):
        self.assertEqual(words_of("<p>市长 BBC说</p>"), Counter(["市", "长", "BBC", "说"]))
        self.assertEqual(words_of("สวัสดี").total(), len("สวัสดี"))


class LikenessTests(SimpleTestCase):
    def test_it_is_the_share_of_words_in_common(self):
        for one, other, expected in (
            ("a b c d", "d c b a", 1),
            ("a b c d", "a b x y", 0.5),
            ("a b", "c d", 0),
            ("a a b", "a b b", 2 / 3),
            ("a", "a b c", 0.5),
            ("a", "a b c d", 0),
            ("", "", 1),
            ("", "a", 0),
        ):
            with self.subTest(one=one, other=other):
                self.assertEqual(likeness(Counter(one.split()), Counter(other.split())), expected)


class AlikeTests(SimpleTestCase):
    def test_an_edited_block_is_told_again_among_others(self):
        self.assertEqual(alike(["a b c"], ["x", "a b y", "z"]), [(0, 1)])
        self.assertEqual(alike(["x", "a b c", "z"], ["a b y"]), [(1, 0)])

    def test_as_much_as_possible_is_told_again(self):
        self.assertEqual(alike(["a b c d", "e f g h i"], ["a b c x", "e f g h j"]), [(0, 0), (1, 1)])
        self.assertEqual(alike(["a b c d"], ["a b x y", "a b c d e", "a b c y"]), [(0, 1)])

    def test_less_than_half_is_another_block(self):
        self.assertEqual(alike(["a b c 1 2 3"], ["a b c 4 5 6"]), [(0, 0)])
        self.assertEqual(alike(["a b c 1 2 3"], ["a b c 4 5 6 7"]), [])

    def test_of_very_many_each_is_told_again_once(self):
        many = MOST_COMPARED
        self.assertEqual(alike(["a b"] * many, ["a b c"] * 9), [(place, place) for place in range(9)])
        self.assertEqual(alike(["a b"] * 9, ["a b c"] * many), [(place, place) for place in range(9)])

    def test_of_very_many_a_few_inserts_are_passed_over(self):
        base = [f"{place} a" for place in range(100)]
        self.assertEqual(alike(base, ["x"] * 7 + base), [(place, place + 7) for place in range(100)])
