from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as st

from newsroom.board.filling import Pool, ends, fill, wanted
from newsroom.board.layout import EMPTY_SLOT, KINDS, block_of, cleaned, default_content

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECTIONS = {1: "City", 2: "World"}


@dataclass(frozen=True)
class Photo:
    shown: bool = True


PHOTO = Photo()


@dataclass(frozen=True)
class Story:
    pk: int
    section_id: int
    lead_photo: Photo | None = None


def pool_of(stories):
    """What a page would be given: the newest first, that is those with the largest keys."""
    ordered = sorted(stories, key=lambda story: -story.pk)
    by_section = {key: [story for story in ordered if story.section_id == key] for key in SECTIONS}
    return Pool(ordered, by_section, SECTIONS)


stories = st.lists(
    st.builds(Story, st.integers(1, 40), st.sampled_from([1, 2]), st.sampled_from([None, PHOTO])),
    unique_by=lambda story: story.pk,
    max_size=30,
)
slots = st.fixed_dictionaries(
    {
        "article": st.one_of(st.none(), st.integers(1, 60)),
        "until": st.sampled_from(
            [None, (NOW - timedelta(hours=1)).isoformat(), (NOW + timedelta(hours=1)).isoformat()]
        ),
    }
)
blocks = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(list(KINDS)),
        "section": st.sampled_from([None, None, 1, 2, 3]),
        "repeats": st.sampled_from([False, False, True]),
        "slots": st.lists(slots, min_size=1, max_size=5),
        "size": st.integers(1, 6),
    }
)
contents = st.builds(lambda found: cleaned({"blocks": found}), st.lists(blocks, max_size=6))


class PropertyTests(SimpleTestCase):
    def filled(self, content, found):
        chosen = {story.pk: story for story in found}
        return fill(content, pool_of(found), chosen, NOW), chosen

    @given(contents, stories)
    def test_no_story_stands_twice_but_where_it_may(self, content, found):
        page, _chosen = self.filled(content, found)
        shown = [story.pk for block in page if not block.repeats for story in block.articles]
        self.assertEqual(len(shown), len(set(shown)))
        for block in page:
            self.assertEqual(len(block.articles), len(set(block.articles)))

    @given(contents, stories)
    def test_what_was_picked_and_is_public_stands_in_its_place(self, content, found):
        page, chosen = self.filled(content, found)
        for block in page:
            items = {item.place: item for item in block.items}
            mine = set()
            for place, slot in enumerate(content["blocks"][block.place]["slots"]):
                is_over = slot["until"] and datetime.fromisoformat(slot["until"]) <= NOW
                if slot["article"] in chosen and not is_over and slot["article"] not in mine:
                    mine.add(slot["article"])
                    self.assertEqual(items[place].article.pk, slot["article"])
                    self.assertTrue(items[place].is_picked)
                elif place in items:
                    self.assertFalse(items[place].is_picked)

    @given(contents, stories)
    def test_no_slot_is_empty_while_a_story_is_left(self, content, found):
        page, _chosen = self.filled(content, found)
        shown = {story.pk for block in page if not block.repeats for story in block.articles}
        for block in page:
            if len(block.items) == block.size or block.repeats:
                continue
            may_stand = (
                pool_of(found).newest
                if block.section is None
                else [story for story in found if SECTIONS[story.section_id] == block.section]
            )
            self.assertEqual([story for story in may_stand if story.pk not in shown], [])

    @given(contents, stories)
    def test_it_is_the_same_each_time(self, content, found):
        self.assertEqual(self.filled(content, found)[0], self.filled(content, list(reversed(found)))[0])

    @given(contents, stories)
    def test_so_many_stories_as_are_asked_for_are_enough(self, content, found):
        whole = pool_of(found)
        few = Pool(
            whole.newest[: wanted(content, None)],
            {key: whole.by_section[key][: wanted(content, key)] for key in SECTIONS},
            SECTIONS,
        )
        chosen = {story.pk: story for story in found}
        self.assertEqual(fill(content, few, chosen, NOW), fill(content, whole, chosen, NOW))


class FillingTests(SimpleTestCase):
    def setUp(self):
        self.stories = [Story(pk, 1) for pk in range(9, 0, -1)]
        self.pool = pool_of(self.stories)
        self.chosen = {story.pk: story for story in self.stories}

    def lead(self, chosen=None, **words):
        content = {"blocks": [block_of("lead") | {"slots": [EMPTY_SLOT | words]}]}
        return fill(content, self.pool, self.chosen if chosen is None else chosen, NOW)[0].items[0]

    def test_the_newest_leads_unless_one_near_it_has_a_picture(self):
        self.assertEqual(self.lead().article.pk, 9)
        self.pool.newest[3] = Story(6, 1, lead_photo=PHOTO)
        self.assertEqual(self.lead().article.pk, 6)

    def test_a_pick_carries_its_own_words(self):
        item = self.lead(article=2, headline="Short", kicker="Now", crop="1:1")
        self.assertEqual((item.article.pk, item.headline, item.kicker, item.crop), (2, "Short", "Now", "1:1"))

    def test_a_pin_ends_at_its_moment_and_its_words_go_with_it(self):
        item = self.lead(article=2, headline="Short", until=NOW.isoformat())
        self.assertEqual((item.article.pk, item.headline, item.is_picked), (9, "", False))

    def test_a_story_readers_may_not_see_gives_its_place_away(self):
        self.assertEqual(self.lead(chosen={}, article=2).article.pk, 9)

    def test_a_story_picked_below_is_not_taken_above(self):
        strip = block_of("strip", size=1) | {"slots": [EMPTY_SLOT | {"article": 9}]}
        page = fill({"blocks": [block_of("lead"), strip]}, self.pool, self.chosen, NOW)
        self.assertEqual([[story.pk for story in block.articles] for block in page], [[8], [9]])

    def test_the_page_nobody_arranged(self):
        page = fill(default_content([1, 2]), self.pool, {}, NOW)
        found = [(block.kind, [story.pk for story in block.articles]) for block in page]
        expected = [
            ("lead", [9]),
            ("seconds", [8, 7, 6]),
            ("latest", [5, 4, 3, 2, 1]),
            ("strip", [5, 4, 3, 2]),
        ]
        self.assertEqual(found, [*expected, ("strip", [])])

    def test_the_end_of_the_next_pin_is_known(self):
        moments = [NOW + timedelta(hours=hours) for hours in (-1, 3, 2)]
        picks = [EMPTY_SLOT | {"article": n, "until": at.isoformat()} for n, at in enumerate(moments, 1)]
        self.assertEqual(ends({"blocks": [block_of("strip") | {"slots": picks}]}, NOW), moments[2])
