from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.utils.timezone import now

from articles.choices import Status
from articles.models import Article
from newsroom.front import IN_STRIP, LATEST, SECONDS, front_page
from tests.factories import (
    make_article,
    make_photo,
    make_published,
    make_scheduled,
    make_section,
    make_withdrawn,
)


class FrontTests(TestCase):
    def make(self, number, **fields):
        start = fields.pop("start", 1)
        return [make_published(ago=timedelta(hours=start + n), **fields) for n in range(number)]

    def test_an_empty_paper_has_an_empty_front(self):
        make_section()
        make_article()
        front = front_page()
        self.assertEqual((front.lead, front.seconds, front.latest, front.strips), (None, [], [], []))
        self.assertContains(self.client.get("/"), "Nothing has been published yet")

    def test_the_newest_leads_the_next_are_seconds_then_the_latest(self):
        stories = self.make(SECONDS + LATEST + 5)
        front = front_page()
        self.assertEqual(front.lead, stories[0])
        self.assertEqual(front.seconds, stories[1 : SECONDS + 1])
        self.assertEqual(front.latest, stories[SECONDS + 1 : SECONDS + LATEST + 1])

    def test_one_with_a_picture_is_preferred_among_the_first_few(self):
        first, *_others = self.make(2)
        pictured = make_published(ago=timedelta(hours=9), lead_photo=make_photo())
        front = front_page()
        self.assertEqual((front.lead, front.seconds[0]), (pictured, first))

    def test_one_picture_far_down_does_not_lead(self):
        stories = self.make(SECONDS + 1)
        make_published(ago=timedelta(days=9), lead_photo=make_photo())
        self.assertEqual(front_page().lead, stories[0])

    def test_each_section_with_stories_has_a_strip_in_its_order(self):
        last, first, empty = make_section(position=2), make_section(position=1), make_section(position=0)
        self.make(SECONDS + 1, section=last)
        in_first = self.make(IN_STRIP + 2, section=first, start=9)
        in_last = self.make(2, section=last, start=20)
        strips = front_page().strips
        self.assertEqual([strip.section for strip in strips], [first, last])
        self.assertNotIn(empty, [strip.section for strip in strips])
        self.assertEqual(strips[0].articles, in_first[:IN_STRIP])
        self.assertEqual(strips[1].articles, in_last)

    def test_no_story_stands_twice_above_and_in_the_strips(self):
        section = make_section()
        self.make(SECONDS + 1 + IN_STRIP, section=section)
        front = front_page()
        shown = [front.lead, *front.seconds, *[story for strip in front.strips for story in strip.articles]]
        self.assertEqual(len(shown), len(set(shown)))
        self.assertEqual(len(front.strips[0].articles), IN_STRIP)

    def test_nothing_before_its_time(self):
        section = make_section()
        for make in (make_article, make_scheduled, make_withdrawn):
            make(section=section, headline="SECRETMARK", standfirst="SECRETMARK")
        self.assertNotIn(b"MARK", self.client.get("/").content)
        self.make(2)
        self.assertNotIn(b"MARK", self.client.get("/").content)

    def test_a_story_withdrawn_between_two_of_its_queries_is_not_shown(self):
        self.make(SECONDS + 1)
        story = make_published(headline="SECRETMARK", section=make_section(), ago=timedelta(days=2))
        for _ in range(LATEST):
            make_published()
        done = []

        def withdraw_after_strips(execute, sql, params, many, context):
            result = execute(sql, params, many, context)
            if "nth_0" in sql and not done:
                done.append(True)
                Article.objects.filter(pk=story.pk).update(status=Status.WITHDRAWN)
            return result

        with connection.execute_wrapper(withdraw_after_strips):
            response = self.client.get("/")
        self.assertTrue(done)
        self.assertNotIn(b"SECRETMARK", response.content)

    def test_the_next_change_is_known(self):
        self.make(1)
        at = now() + timedelta(minutes=7)
        make_scheduled(publish_at=at)
        self.assertEqual(front_page().next_change_at, at)
