from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.utils.timezone import now

from articles.choices import Status
from articles.models import Article
from newsroom.board.layout import KINDS, block_of
from newsroom.front import front_page
from newsroom.models import Board
from tests.factories import (
    make_article,
    make_photo,
    make_published,
    make_scheduled,
    make_section,
    make_user,
    make_withdrawn,
)

SECONDS, LATEST, IN_STRIP = KINDS["seconds"], KINDS["latest"], KINDS["strip"]


class FrontTests(TestCase):
    """The page that nobody has arranged."""

    def make(self, number, **fields):
        start = fields.pop("start", 1)
        return [make_published(ago=timedelta(hours=start + n), **fields) for n in range(number)]

    def test_an_empty_paper_has_an_empty_front(self):
        make_section()
        make_article()
        page = front_page()
        self.assertEqual((page.articles, page.top, page.rail, page.below), ([], [], None, []))
        self.assertContains(self.client.get("/"), "Nothing has been published yet")

    def test_the_newest_leads_the_next_are_seconds_then_the_latest(self):
        stories = self.make(SECONDS + LATEST + 5)
        page = front_page()
        lead, seconds = page.top
        self.assertEqual(lead.articles, stories[:1])
        self.assertEqual(seconds.articles, stories[1 : SECONDS + 1])
        self.assertEqual(page.rail.articles, stories[SECONDS + 1 : SECONDS + LATEST + 1])
        self.assertEqual(page.newest_at, stories[0].publish_at)

    def test_one_with_a_picture_is_preferred_among_the_first_few(self):
        first, *_others = self.make(2)
        pictured = make_published(ago=timedelta(hours=9), lead_photo=make_photo())
        lead, seconds = front_page().top
        self.assertEqual((lead.articles, seconds.articles[0]), ([pictured], first))

    def test_one_picture_far_down_does_not_lead(self):
        stories = self.make(SECONDS + 1)
        make_published(ago=timedelta(days=9), lead_photo=make_photo())
        self.assertEqual(front_page().top[0].articles, stories[:1])

    def test_each_section_with_stories_has_a_strip_in_its_order(self):
        last, first, empty = make_section(position=2), make_section(position=1), make_section(position=0)
        self.make(SECONDS + 1, section=last)
        in_first = self.make(IN_STRIP + 2, section=first, start=9)
        in_last = self.make(2, section=last, start=20)
        strips = front_page().below
        self.assertEqual([strip.section for strip in strips], [first, last])
        self.assertNotIn(empty, [strip.section for strip in strips])
        self.assertEqual(strips[0].articles, in_first[:IN_STRIP])
        self.assertEqual(strips[1].articles, in_last)

    def test_no_story_stands_twice_above_and_in_the_strips(self):
        section = make_section()
        self.make(SECONDS + 1 + IN_STRIP, section=section)
        page = front_page()
        shown = [story for block in (*page.top, *page.below) for story in block.articles]
        self.assertEqual(len(shown), len(set(shown)))
        self.assertEqual(len(page.below[0].articles), IN_STRIP)

    def test_nothing_before_its_time(self):
        section = make_section()
        for make in (make_article, make_scheduled, make_withdrawn):
            make(section=section, headline="SECRETMARK", standfirst="SECRETMARK")
        self.assertNotIn(b"MARK", self.client.get("/").content)
        self.make(2)
        self.assertNotIn(b"MARK", self.client.get("/").content)

    def test_a_story_withdrawn_between_two_of_its_queries_is_not_shown(self):
        story = make_published(headline="SECRETMARK")
        self.make(SECONDS)
        done = []

        def withdraw_after_the_keys(execute, sql, params, many, context):
            result = execute(sql, params, many, context)
            if "UNION" in sql and not done:
                done.append(True)
                Article.objects.filter(pk=story.pk).update(status=Status.WITHDRAWN)
            return result

        with connection.execute_wrapper(withdraw_after_the_keys):
            response = self.client.get("/")
        self.assertTrue(done)
        self.assertNotIn(b"SECRETMARK", response.content)

    def test_the_next_change_is_known(self):
        self.make(1)
        at = now() + timedelta(minutes=7)
        make_scheduled(publish_at=at)
        self.assertEqual(front_page().next_change_at, at)


def slot(article=None, **own):
    return {
        "article": article and article.pk,
        "until": None,
        "headline": "",
        "kicker": "",
        "crop": "",
        **own,
    }


def block(kind, *slots, **fields):
    """A block whose first slots hold these."""
    made = {**block_of(kind), **fields}
    return {**made, "slots": [*slots, *made["slots"][len(slots) :]]}


def put_live(*blocks, section=None):
    """Make these blocks the board that readers see."""
    editor = make_user("Editor")
    board = Board.of(section)
    board.save_draft({"blocks": list(blocks)}, by=editor)
    board.publish(by=editor)
    return board


class ArrangedTests(TestCase):
    """The page that editors have arranged."""

    @classmethod
    def setUpTestData(cls):
        cls.section = make_section(name="Harbour", slug="harbour")
        cls.stories = [
            make_published(section=cls.section, ago=timedelta(hours=n + 1), standfirst="What was said.")
            for n in range(30)
        ]

    def page(self):
        return self.client.get("/").content.decode()

    def test_a_slot_has_its_own_words_and_crop_and_the_story_keeps_its_own(self):
        story = make_published(lead_photo=make_photo(), headline="Its own headline", kicker="Own")
        put_live(
            block("lead", slot(story, headline="Said <so> here", kicker="Tonight", crop="16:9")),
            block("latest", repeats=True),
        )
        page = self.page()
        self.assertIn("Said &lt;so&gt; here", page)
        self.assertIn("Tonight", page)
        self.assertIn('data-crop="16:9"', page)
        self.assertNotIn("Its own headline", page)
        self.assertContains(self.client.get(story.get_absolute_url()), "Its own headline")

    def test_blocks_stand_in_their_order_and_what_comes_first_stands_at_the_top(self):
        put_live(block("opinion"), block("lead"), block("pictures"), block("strip", section=self.section.pk))
        page = front_page()
        self.assertEqual(page.top, [])
        self.assertEqual([one.kind for one in page.below], ["opinion", "lead", "pictures", "strip"])
        text = self.page()
        places = [text.index(mark) for mark in (">Opinion<", "card lead", ">In pictures<", 'class="strip"')]
        self.assertEqual(places, sorted(places))

    def test_the_latest_stand_beside_the_lead_wherever_they_come_among_the_first(self):
        put_live(
            block("latest", repeats=True), block("lead"), block("seconds"), block("latest", repeats=True)
        )
        page = front_page()
        self.assertEqual([one.kind for one in page.top], ["lead", "seconds"])
        self.assertEqual((page.rail.place, [one.place for one in page.below]), (0, [3]))

    def test_one_picture_alone_is_fetched_before_all_others(self):
        photo = make_photo()
        Article.objects.update(lead_photo=photo)
        put_live(block("lead"), block("lead"), block("opinion"), block("lead"), block("pictures"))
        self.assertEqual(self.page().count("fetchpriority"), 1)

    def test_opinion_names_its_writers(self):
        story = make_published()
        put_live(block("opinion", slot(story)))
        self.assertIn(f'<p class="kicker">{self.section.name}</p>', self.page())

    def test_eight_queries_are_enough_whatever_stands_there(self):
        put_live(*(block(kind) for kind in KINDS), *(block(kind, slot(self.stories[20])) for kind in KINDS))
        with self.assertNumQueries(6):
            self.page()

    def test_the_page_is_kept_no_longer_than_a_pin(self):
        until = now() + timedelta(seconds=20)
        put_live(block("lead", slot(self.stories[5], until=until.isoformat())), block("seconds"))
        header = self.client.get("/").headers["CDN-Cache-Control"]
        self.assertRegex(header, r"max-age=(1\d|20),")

    def test_every_heading_has_an_id_of_its_own(self):
        put_live(*(block(kind, repeats=True) for kind in (*KINDS, *KINDS)))
        page = self.page()
        ids = [part.split('"')[0] for part in page.split(' id="')[1:]]
        self.assertEqual(len(ids), len(set(ids)))
