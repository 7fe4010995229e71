"""Texts that would take a naive merge minutes. No benchmark: the ceiling is what no machine needs."""

from random import Random
from time import process_time

from django.test import SimpleTestCase

from articles.merging import blocks, merge_blocks, merge_html
from tests.articles.merging.edits import edited, faults

CEILING = 40
SAME = ["<p>the same again</p>"] * 2000


class SpeedTests(SimpleTestCase):
    def merged(self, merge, *versions):
        started = process_time()
        merged = merge(*versions)
        self.assertLess(process_time() - started, CEILING)
        if merge is merge_blocks:
            self.assertEqual(list(faults(*versions, merged)), [])
        return merged

    def edited_in_place(self, base, times, name, seed):
        chance = Random(seed)  # noqa: S311  it only has to be repeatable
        places = set(chance.sample(range(len(base)), times))
        return [
            edited(chance, block, name) if place in places else block for place, block in enumerate(base)
        ], places

    def test_a_long_story_with_many_edits(self):
        base = [
            f"<p>{' '.join(f'w{place * 7 + word * word % 90}' for word in range(45))}</p>"
            for place in range(111)
        ]
        (mine, by_me), (theirs, by_them) = (
            self.edited_in_place(base, 25, name, name) for name in ("mine", "theirs")
        )
        merged = self.merged(merge_html, *map("".join, (base, mine, theirs)))
        self.assertEqual(len(merged.clashes), len(by_me & by_them))

    def test_one_paragraph_two_thousand_times(self):
        mine, by_me = self.edited_in_place(SAME, 500, "mine", 1)
        theirs, by_them = self.edited_in_place(SAME, 500, "theirs", 2)
        merged = self.merged(merge_blocks, SAME, mine, theirs)
        self.assertEqual(len(merged.value), 2000)
        self.assertEqual(
            [clash.at for clash in merged.clashes],
            [place for place in sorted(by_me & by_them) if mine[place] != theirs[place]],
        )

    def test_one_paragraph_two_thousand_times_and_some_cut(self):
        mine = self.edited_in_place(SAME[:1990], 500, "mine", 1)[0]
        merged = self.merged(merge_blocks, SAME, mine, SAME[:1900])
        self.assertLessEqual(
            set(mine), {*merged.value, *[block for clash in merged.clashes for block in clash.mine]}
        )

    def test_everything_written_anew(self):
        versions = [[f"<p>{name} {place} of this</p>" for place in range(2000)] for name in ("a", "b", "c")]
        merged = self.merged(merge_blocks, *versions)
        self.assertEqual(len(merged.clashes), 2000)

    def test_everything_written_anew_and_more(self):
        base, theirs = ([f"<p>{name} {place}</p>" for place in range(1000)] for name in "bt")
        mine = ["<p>in front</p>", *[f"<p>b {place} mine</p>" for place in range(1000)]]
        merged = self.merged(merge_blocks, base, mine, theirs)
        self.assertEqual(merged.value, ["<p>in front</p>", *theirs])
        self.assertEqual([clash.mine for clash in merged.clashes], [[block] for block in mine[1:]])

    def test_a_story_turned_round(self):
        base = [f"<p>{place}</p>" for place in range(5000)]
        merged = self.merged(merge_blocks, base, base[::-1], base[2500:] + base[:2500])
        self.assertLessEqual(set(base), set(merged.value))

    def test_tags_that_do_not_end(self):
        for scrap in ("<p '", "<p \"x'", "<a'\"<a''", "<p>", "<", "</p>", "<p><hr>"):
            with self.subTest(scrap):
                html = scrap * 50_000
                started = process_time()
                self.assertEqual("".join(blocks(html)), html)
                self.assertLess(process_time() - started, CEILING)
