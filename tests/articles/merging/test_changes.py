from random import Random

from django.test import SimpleTestCase

from articles.merging.changes import Change, applied, changes


class ChangeTests(SimpleTestCase):
    CASES = {
        "nothing": (["a", "b"], ["a", "b"], []),
        "an insert": (["a", "b"], ["a", "x", "b"], [Change(1, 1, ["x"])]),
        "one copy less": (["a", "a", "a"], ["a", "a"], [Change(2, 3, [])]),
        "one copy more": (["a", "a"], ["a", "a", "a"], [Change(2, 2, ["a"])]),
        "a copy before": (["a", "b", "a", "c"], ["b", "a", "c"], [Change(0, 1, [])]),
        "a copy behind": (
            ["q", "a", "r"],
            ["s", "a", "t", "a"],
            [Change(0, 1, ["s"]), Change(2, 3, ["t", "a"])],
        ),
        "a block moved far": (
            ["a", "b", "c", "d"],
            ["b", "c", "d", "a"],
            [Change(0, 1, []), Change(4, 4, ["a"])],
        ),
        "neighbours rewritten": (["a", "b"], ["x", "y"], [Change(0, 1, ["x"]), Change(1, 2, ["y"])]),
        "two made one": (["a", "b"], ["x"], [Change(0, 2, ["x"])]),
        "edited, with an insert": (
            ["a b c", "d"],
            ["x", "a b y", "d"],
            [Change(0, 0, ["x"]), Change(0, 1, ["a b y"])],
        ),
    }

    def test_they_are_as_small_as_can_be(self):
        for name, (base, side, expected) in self.CASES.items():
            with self.subTest(name):
                self.assertEqual(changes(base, side), expected)

    def test_a_line_put_among_thousands_of_equal_ones_is_one_insert(self):
        same = ["a"] * 4000
        self.assertEqual(changes(same, [*same[:2000], "x", *same[:2000]]), [Change(2000, 2000, ["x"])])

    def test_edits_among_hundreds_of_equal_lines_are_only_edits(self):
        same = ["a b"] * 300
        side = ["x", *same[:99], "a b c", *same[:99], "a b d", *same[:99], "y"]
        places = [(change.start, change.end) for change in changes(same, side) if not change.is_insert]
        self.assertLessEqual(len(places), 3)

    def test_they_make_the_side_of_the_base_and_nothing_of_nothing(self):
        for seed in range(60):
            chance = Random(seed)  # noqa: S311  it only has to be repeatable
            base, side = (
                [chance.choice(("a b", "a b c", "d", "e")) for _block in range(chance.randint(0, 150))]
                for _version in "ab"
            )
            made = changes(base, side)
            self.assertEqual(applied(base, 0, len(base), made), side)
            for before, change in zip([Change(0, 0, []), *made], made, strict=False):
                self.assertLessEqual(before.end, change.start)
                self.assertNotEqual(base[change.start : change.end], change.new)
