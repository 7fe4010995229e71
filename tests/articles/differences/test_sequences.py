from itertools import pairwise

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.differences.sequences import REACH, Budget, Run, common_runs, in_order

letters = st.text(alphabet="abc", max_size=30)


class RunTests(SimpleTestCase):
    def test_the_longest_run_comes_first(self):
        self.assertEqual(common_runs("xabcy", "zabcaw", Budget()), [Run(1, 1, 3)])

    def test_what_is_left_and_right_of_it_is_looked_at_too(self):
        self.assertEqual(
            common_runs("1aQQQQb2", "3a4QQQQ5b6", Budget()), [Run(1, 1, 1), Run(2, 3, 4), Run(6, 8, 1)]
        )

    def test_equal_ends_cost_nothing(self):
        self.assertEqual(common_runs("abXcd", "abYYcd", Budget(0)), [Run(0, 0, 2), Run(3, 4, 2)])

    def test_without_a_budget_the_nearest_like_it_is_taken(self):
        self.assertEqual(common_runs("XabcdY", "PQabcdZ", Budget(0)), [Run(1, 2, 4)])

    def test_but_not_from_afar(self):
        self.assertEqual(common_runs("Xab", "Y" * REACH + "abZ", Budget(0)), [])
        self.assertEqual(common_runs("Xab", "Y" * (REACH - 1) + "abZ", Budget(0)), [Run(1, REACH - 1, 2)])

    def test_and_not_a_lone_one(self):
        self.assertEqual(common_runs("XaY", "PQaZ", Budget(0)), [])

    @settings(max_examples=300, deadline=None)
    @given(letters, letters, st.sampled_from([0, 10, 40, 10_000]))
    def test_runs_are_equal_apart_and_in_order(self, old, new, steps):
        runs = common_runs(old, new, Budget(steps))
        for run in runs:
            self.assertEqual(old[run.old : run.old + run.size], new[run.new : run.new + run.size])
            self.assertGreater(run.size, 0)
        for run, after in pairwise(runs):
            gap = after.old - run.old - run.size, after.new - run.new - run.size
            self.assertGreaterEqual(min(gap), 0)
            self.assertGreater(max(gap), 0)

    def test_a_budget_is_spent(self):
        budget = Budget(10)
        self.assertEqual([budget.allows(7), budget.allows(4), budget.allows(3)], [True, False, True])


class OrderTests(SimpleTestCase):
    @given(st.lists(st.integers(0, 50), unique=True, max_size=9))
    def test_they_rise_and_no_more_could(self, places):
        found = sorted(in_order(places))
        self.assertEqual([places[index] for index in found], sorted(places[index] for index in found))
        longest = [0] * len(places)
        for index, place in enumerate(places):
            longest[index] = 1 + max((longest[j] for j in range(index) if places[j] < place), default=0)
        self.assertEqual(len(found), max(longest, default=0))
