"""What holds whatever two people do."""

from random import Random

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from articles.merging import merge_blocks, merge_html, merge_list, merge_set, merge_text
from tests.articles.merging.edits import edited, faults, paragraph, worked_on

VERSIONS = st.lists(
    st.sampled_from(["<p>a b</p>", "<p>a b c</p>", "<p>a c d</p>", "<p>x</p>", "<p>y</p>", "<hr>"])
    | st.text("abx ", max_size=4).map("<p>{}</p>".format),
    max_size=9,
)
TEXTS = st.text("ab \n", max_size=12) | st.text(max_size=12)


class NothingIsLostTests(SimpleTestCase):
    def test_in_thousands_of_random_edits(self):
        for seed in range(4000):
            chance = Random(seed)  # noqa: S311  it only has to be repeatable
            base = [paragraph(chance) for _block in range(chance.randint(0, 9))]
            mine = worked_on(chance, base, "mine", chance.randint(0, 5))
            theirs = worked_on(chance, base, "theirs", chance.randint(0, 5))
            self.assertEqual(
                list(faults(base, mine, theirs, merge_blocks(base, mine, theirs))), [], f"seed {seed}"
            )

    @given(VERSIONS, VERSIONS, VERSIONS)
    def test_between_any_three_versions(self, base, mine, theirs):
        self.assertEqual(list(faults(base, mine, theirs, merge_blocks(base, mine, theirs))), [])


class IdentityTests(SimpleTestCase):
    def assert_identities(self, merge, base, other):
        self.assertEqual(merge(base, base, other).value, other, "only they did something")
        self.assertEqual(merge(base, other, base).value, other, "only I did something")
        self.assertEqual(merge(base, other, other).value, other, "both did the same")
        for merged in (merge(base, base, other), merge(base, other, base), merge(base, other, other)):
            self.assertEqual(merged.clashes, [])

    @given(VERSIONS, VERSIONS)
    def test_blocks_of_one_person_are_taken_as_they_are(self, base, other):
        self.assert_identities(merge_blocks, base, other)
        self.assert_identities(merge_list, base, other)
        self.assert_identities(merge_set, base, other)

    def test_every_single_edit_is_taken_as_it_is(self):
        for seed in range(2000):
            chance = Random(seed)  # noqa: S311  it only has to be repeatable
            base = [
                chance.choice(("<p>a</p>", "<p>b c</p>", "<p>b d</p>"))
                for _block in range(chance.randint(0, 5))
            ]
            self.assert_identities(merge_blocks, base, worked_on(chance, base, "x", chance.randint(1, 2)))

    @given(TEXTS, TEXTS)
    def test_text_of_one_person_is_taken_byte_for_byte(self, base, other):
        self.assert_identities(merge_text, base, other)
        self.assert_identities(merge_html, base, other)

    @given(VERSIONS, VERSIONS, VERSIONS)
    def test_the_same_merge_has_the_same_outcome(self, base, mine, theirs):
        self.assertEqual(merge_blocks(base, mine, theirs), merge_blocks(base, mine, theirs))

    @given(VERSIONS, VERSIONS, VERSIONS)
    def test_who_is_asked_does_not_hang_on_who_saved_first(self, base, mine, theirs):
        asked = [(clash.mine, clash.theirs) for clash in merge_blocks(base, mine, theirs).clashes]
        swapped = [(clash.theirs, clash.mine) for clash in merge_blocks(base, theirs, mine).clashes]
        self.assertEqual(asked, swapped)


class OverlapTests(SimpleTestCase):
    """Edits whose places are known: what was not touched by both is never asked, what was always is."""

    def stories(self, rounds):
        for seed in range(rounds):
            chance = Random(seed)  # noqa: S311  it only has to be repeatable
            yield (
                chance,
                [f"<p>{' '.join(f'{place}{letter}' for letter in 'abcdef')}</p>" for place in range(9)],
            )

    def test_edits_in_place_clash_just_where_both_edited(self):
        for chance, base in self.stories(2000):
            versions, touched = [], []
            for name in ("mine", "theirs"):
                places = set(chance.sample(range(9), chance.randint(0, 6)))
                touched.append(places)
                versions.append(
                    [
                        chance.choice((edited(chance, block, name), f"<p>{name} {place}</p>"))
                        if place in places
                        else block
                        for place, block in enumerate(base)
                    ]
                )
            merged = merge_blocks(base, *versions)
            both = sorted(touched[0] & touched[1])
            self.assertEqual([clash.at for clash in merged.clashes], both)
            self.assertEqual([clash.base for clash in merged.clashes], [[base[place]] for place in both])
            self.assertEqual(
                [clash.mine for clash in merged.clashes], [[versions[0][place]] for place in both]
            )
            taken = [versions[0 if place in touched[0] - touched[1] else 1][place] for place in range(9)]
            self.assertEqual(merged.value, taken)

    def test_separate_edits_cuts_and_inserts_never_clash(self):
        for chance, base in self.stories(2000):
            owners = [chance.choice(("mine", "theirs")) for _block in base]
            versions = {name: [] for name in ("mine", "theirs")}
            expected = []
            for place, (block, owner) in enumerate(zip(base, owners, strict=True)):
                other = versions["theirs" if owner == "mine" else "mine"]
                deed = chance.choice(["keep", "edit", "insert", "delete"])
                became = {
                    "keep": [block],
                    "edit": [edited(chance, block, owner)],
                    "insert": [block, f"<p>{owner} after {place}</p>"],
                    "delete": [],
                }[deed]
                versions[owner] += became
                other.append(block)
                expected += became
            merged = merge_blocks(base, versions["mine"], versions["theirs"])
            self.assertEqual(merged.clashes, [])
            self.assertEqual(merged.value, expected)
