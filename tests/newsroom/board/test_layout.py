from django.test import SimpleTestCase

from newsroom.board.layout import (
    DEFAULT,
    EMPTY_SLOT,
    HEADLINE_LENGTH,
    KICKER_LENGTH,
    KINDS,
    LARGEST_KEY,
    MOST_BLOCKS,
    MOST_IN_ALL,
    MOST_SLOTS,
    block_of,
    cleaned,
    copied,
    default_content,
)


def slot(article, **words):
    return EMPTY_SLOT | {"article": article} | words


class CleaningTests(SimpleTestCase):
    def only(self, **block):
        (found,) = cleaned({"blocks": [{"kind": "strip"} | block]})["blocks"]
        return found

    def first(self, **words):
        return self.only(slots=[{"article": 1} | words])["slots"][0]

    def test_what_is_no_content_is_an_empty_page(self):
        for nothing in (
            None,
            [],
            "x",
            3,
            {},
            {"blocks": None},
            {"blocks": {"a": 1}},
            {"blocks": [1, None, []]},
        ):
            self.assertEqual(cleaned(nothing), {"blocks": []})

    def test_a_clean_content_stays_as_it_is(self):
        for content in (DEFAULT, default_content([4, 9])):
            self.assertEqual(cleaned(copied(content)), content)

    def test_a_block_of_an_unknown_kind_is_dropped(self):
        kinds = [{"kind": kind} for kind in ("strip", "advert", None, ["lead"], {"a": 1}, "lead")]
        self.assertEqual([block["kind"] for block in cleaned({"blocks": kinds})["blocks"]], ["strip", "lead"])

    def test_there_are_only_so_many_blocks_and_slots(self):
        self.assertEqual(len(cleaned({"blocks": [{"kind": "lead"}] * 99})["blocks"]), MOST_BLOCKS)
        self.assertEqual(len(self.only(size=10**9)["slots"]), MOST_SLOTS)
        self.assertEqual(len(self.only(slots=[{}] * 500)["slots"]), MOST_SLOTS)
        self.assertEqual(len(self.only(size=-3)["slots"]), 1)
        large = cleaned({"blocks": [{"kind": "strip", "size": MOST_SLOTS}] * MOST_BLOCKS})["blocks"]
        self.assertEqual(len(large), MOST_IN_ALL // MOST_SLOTS)

    def test_a_size_that_is_no_number_is_that_of_the_kind(self):
        for size in (None, "4", True, 2.5, []):
            self.assertEqual(self.only(size=size)["size"], KINDS["strip"])

    def test_keys_are_whole_numbers_a_database_can_hold(self):
        for key in (0, -1, "7", True, 1.0, None, LARGEST_KEY + 1, [1]):
            self.assertEqual(self.only(slots=[{"article": key}])["slots"][0], EMPTY_SLOT)
            self.assertIsNone(self.only(section=key)["section"])
        self.assertEqual(self.only(section=7)["section"], 7)

    def test_a_moment_needs_its_zone(self):
        self.assertEqual(self.first(until="2026-03-01T10:00:00Z")["until"], "2026-03-01T10:00:00+00:00")
        for none in ("2026-03-01T10:00:00", "soon", "2026-13-45T99:00:00Z", 5, None):
            self.assertIsNone(self.first(until=none)["until"])

    def test_words_are_one_line_and_no_longer_than_they_may_be(self):
        found = self.first(headline="a\n b" + "x" * 300, kicker="k\t" * 90)
        self.assertLessEqual(len(found["headline"]), HEADLINE_LENGTH)
        self.assertLessEqual(len(found["kicker"]), KICKER_LENGTH)
        self.assertNotIn("\n", found["headline"])
        self.assertEqual(self.first(headline=3, kicker=None)["headline"], "")

    def test_words_without_a_story_go(self):
        self.assertEqual(self.only(slots=[{"headline": "Nobody’s"}])["slots"][0], EMPTY_SLOT)

    def test_a_crop_is_one_of_the_known(self):
        self.assertEqual(self.first(crop="4:3")["crop"], "4:3")
        for crop in ("9:1", None, 4, ["4:3"]):
            self.assertEqual(self.first(crop=crop)["crop"], "")

    def test_a_story_picked_twice_keeps_its_first_place_but_may_repeat(self):
        first = block_of("lead") | {"slots": [slot(1)]}
        again = block_of("strip", size=2) | {"slots": [slot(1), slot(2)]}
        repeat = block_of("latest", size=1, repeats=True) | {"slots": [slot(1)]}
        found = cleaned({"blocks": [first, again, repeat]})["blocks"]
        self.assertEqual([[s["article"] for s in block["slots"]] for block in found], [[1], [None, 2], [1]])
