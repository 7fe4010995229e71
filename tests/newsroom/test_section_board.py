from datetime import timedelta

from django.test import TestCase
from django.utils.timezone import now

from newsroom.models import Board
from tests.factories import (
    listening,
    make_author,
    make_photo,
    make_published,
    make_scheduled,
    make_section,
    make_user,
)
from tests.newsroom.test_front import block, put_live, slot


class SectionBoardTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.section = make_section(name="Harbour", slug="harbour")
        cls.other = make_section(name="Marsh", slug="marsh")
        cls.stories = [
            make_published(
                section=cls.section,
                ago=timedelta(hours=n + 1),
                bylines=[make_author()],
                headline=f"No{n:02}.",
            )
            for n in range(45)
        ]
        cls.strange = make_published(section=cls.other, headline="Strange.")

    def page(self, number=1):
        response = self.client.get("/harbour/", {"page": number} if number > 1 else {})
        self.assertEqual(response.status_code, 200)
        return response.content.decode()

    def headlines(self, number=1):
        """The stories on the page, by number, in their order."""
        return [int(part[:2]) for part in self.page(number).split("No")[1:] if part[:2].isdigit()]

    def test_without_a_board_the_page_is_the_list(self):
        self.assertEqual(self.headlines(), list(range(20)))
        Board.of(self.section).save_draft({"blocks": [block("opinion")]}, by=make_user("Editor"))
        self.assertEqual(self.headlines(), list(range(20)))
        self.assertNotIn(">Opinion<", self.page())

    def test_what_the_board_shows_is_not_repeated_below_it(self):
        put_live(block("lead", slot(self.stories[7])), block("opinion"), section=self.section)
        self.assertEqual(self.headlines(), [7, 0, 1, 2, 3, 4, 5, 6, *range(8, 20)])
        self.assertEqual(self.headlines(2), list(range(20, 40)))

    def test_one_from_far_down_stands_there_with_its_authors_and_its_own_words(self):
        far = self.stories[33]
        far.set_bylines(authors := [make_author(name="Zoë Zander"), make_author(name="Abe Abel")])
        put_live(block("lead", slot(far, headline="Again today")), section=self.section)
        page = self.page()
        self.assertIn("Again today", page)
        self.assertLess(page.index("Zoë Zander"), page.index("Abe Abel"))
        keys = self.client.get("/harbour/").headers["Surrogate-Key"].split()
        self.assertLessEqual({f"author-{author.pk}" for author in authors}, set(keys))
        self.assertIn(f"board-{Board.of(self.section).pk}", keys)
        self.assertEqual(self.headlines(), list(range(20)))

    def test_nothing_that_readers_may_not_see_and_nothing_of_another_section(self):
        hidden = make_scheduled(section=self.section, headline="SECRETMARK")
        put_live(block("lead", slot(hidden)), block("seconds", slot(self.strange)), section=self.section)
        page = self.page()
        self.assertNotIn("SECRETMARK", page)
        self.assertNotIn("Strange.", page)
        self.assertEqual(self.headlines(), list(range(20)))

    def test_no_slot_stays_empty_while_there_are_stories(self):
        put_live(*(block("strip", size=12, slots=[slot()] * 12) for _ in range(3)), section=self.section)
        self.assertEqual(self.headlines(), list(range(36)))

    def test_where_the_board_shows_all_of_the_page_there_is_still_a_way_on(self):
        put_live(*(block("opinion", size=12, slots=[slot()] * 12) for _ in range(2)), section=self.section)
        page = self.page()
        self.assertIn("?page=2", page)
        self.assertNotIn("Nothing has been published", page)

    def test_five_queries_are_enough(self):
        with self.assertNumQueries(4):
            self.page()
        put_live(block("lead"), block("seconds"), section=self.section)
        with self.assertNumQueries(4):
            self.page()
        put_live(
            block("lead", slot(self.stories[40])),
            *(block("strip", size=12, slots=[slot()] * 12) for _ in range(3)),
            section=self.section,
        )
        with self.assertNumQueries(5):
            self.page()

    def test_the_page_is_kept_no_longer_than_a_pin_or_until_a_board_goes_live(self):
        soon = now() + timedelta(seconds=20)
        put_live(block("lead", slot(self.stories[3], until=soon.isoformat())), section=self.section)
        put_live(block("lead"), section=self.other)
        board, editor = Board.of(self.other), make_user("Editor")
        board.save_draft({"blocks": [block("opinion")]}, by=editor)
        board.schedule(soon, by=editor)
        for address in ("/harbour/", "/marsh/"):
            header = self.client.get(address).headers["CDN-Cache-Control"]
            self.assertRegex(header, r"max-age=(1\d|20),", address)

    def test_a_board_that_goes_live_changes_the_page_it_stands_on(self):
        with listening(self) as heard:
            put_live(block("lead"), section=self.section)
        self.assertIn(f"section-{self.section.pk}", heard)

    def test_one_picture_alone_is_fetched_first(self):
        for story in self.stories[:6]:
            story.lead_photo = make_photo()
            story.save()
        put_live(block("lead"), block("lead"), section=self.section)
        self.assertEqual(self.page().count("fetchpriority"), 1)
