from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from articles.models import Section
from articles.refusals import Incomplete, WrongState
from newsroom.banner import MOST, current, extend, put_up, take_down
from newsroom.models import Banner, Board, BoardEvent
from tests.articles.desk_case import DeskTestCase
from tests.factories import (
    listening,
    make_article,
    make_published,
    make_scheduled,
    make_section,
    make_user,
    make_withdrawn,
)

LINE = "The harbour is closed"


def ended(banner):
    Banner.objects.filter(pk=banner.pk).update(
        starts_at=now() - timedelta(hours=1), ends_at=now() - timedelta(seconds=1)
    )


class VerbTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("Editor", first_name="Ana", last_name="Duarte")

    def test_it_stands_for_half_an_hour(self):
        banner = put_up(f"  {LINE}\n", by=self.editor)
        self.assertEqual((banner.text, banner.author_name), (LINE, "Ana Duarte"))
        self.assertEqual(banner.ends_at - banner.starts_at, timedelta(minutes=30))
        self.assertEqual(current(), banner)

    def test_a_new_one_ends_the_old(self):
        old = put_up("One", by=self.editor)
        new = put_up("Two", by=self.editor)
        old.refresh_from_db()
        self.assertLessEqual(old.ends_at, new.starts_at)
        self.assertEqual(current(), new)
        with self.assertRaises(WrongState):
            extend(old, by=self.editor)

    def test_half_an_hour_more_as_often_as_six_hours_allow(self):
        banner = put_up(LINE, by=self.editor)
        longer = extend(banner, by=self.editor)
        self.assertEqual(longer.ends_at - banner.ends_at, timedelta(minutes=30))
        full = put_up(LINE, by=self.editor, minutes=MOST)
        with self.assertRaises(WrongState):
            extend(full, by=self.editor)
        full.refresh_from_db()
        self.assertEqual(full.ends_at - full.starts_at, timedelta(hours=6))

    def test_what_was_taken_down_or_has_ended_is_gone(self):
        down = take_down(put_up(LINE, by=self.editor), by=self.editor)
        self.assertIsNone(current())
        for verb in (extend, take_down):
            with self.assertRaises(WrongState):
                verb(down, by=self.editor)
        ended(put_up(LINE, by=self.editor))
        self.assertIsNone(current())

    def test_whoever_may_not_arrange_the_front_page_may_do_nothing(self):
        banner = put_up(LINE, by=self.editor)
        for group in ("Reporter", "Moderator", None):
            user = make_user(group)
            with self.assertRaises(PermissionDenied):
                put_up("No", by=user)
            for verb in (extend, take_down):
                with self.assertRaises(PermissionDenied):
                    verb(banner, by=user)
        self.assertEqual((current(), Banner.objects.count()), (banner, 1))
        put_up(LINE, by=make_user("Chief"))

    def test_it_is_one_line_of_160_characters(self):
        for text in ("", " \n\u200b", "x" * 161):
            with self.assertRaises(Incomplete) as refused:
                put_up(text, by=self.editor)
            self.assertEqual(list(refused.exception.message_dict), ["text"])
        self.assertEqual(put_up("x" * 160, by=self.editor).text, "x" * 160)
        self.assertEqual(put_up("Two\nlines", by=self.editor).text, "Two lines")

    def test_a_time_out_of_reach_is_refused(self):
        for minutes in (0, -5, MOST + 1):
            with self.assertRaises(Incomplete):
                put_up(LINE, by=self.editor, minutes=minutes)

    def test_it_leads_to_no_story_that_readers_cannot_open(self):
        for make in (make_article, make_scheduled, make_withdrawn):
            with self.assertRaises(Incomplete) as refused:
                put_up(LINE, by=self.editor, article=make())
            self.assertEqual(list(refused.exception.message_dict), ["article"])
        self.assertEqual((Banner.objects.count(), BoardEvent.objects.count()), (0, 0))

    def test_each_is_logged_on_the_front_page_and_changes_every_page(self):
        with listening(self) as heard:
            banner = put_up(LINE, by=self.editor)
        self.assertEqual(heard, {"site"})
        for verb in (extend, take_down):
            with listening(self) as heard:
                verb(banner, by=self.editor)
            self.assertEqual(heard, {"site"})
        events = Board.objects.get(section=None).events.order_by("pk")
        self.assertEqual([event.verb for event in events], ["banner_up", "banner_extended", "banner_down"])
        self.assertIn(LINE, events[0].note)
        self.assertEqual({event.actor for event in events}, {self.editor})


class PageTests(TestCase):
    """What readers see of it, and for how long caches may keep that."""

    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("Editor")
        cls.story = make_published()

    def pages(self):
        story = self.story
        return [
            "/",
            "/latest/",
            "/corrections/",
            story.section.get_absolute_url(),
            story.get_absolute_url(),
            f"{story.get_absolute_url()}comments/",
            "/nowhere/",
        ]

    def ttl(self, address):
        header = self.client.get(address).headers["CDN-Cache-Control"]
        return int(header.removeprefix("max-age=").split(",")[0])

    def test_every_page_shows_it_and_none_without(self):
        for address in self.pages():
            self.assertNotContains(
                self.client.get(address), "Breaking news", status_code=404 if "nowhere" in address else 200
            )
        put_up("Fire & <b>smoke</b>", by=self.editor, article=self.story)
        for address in self.pages():
            response = self.client.get(address)
            with self.subTest(address):
                page = response.content.decode()
                self.assertIn("Fire &amp; &lt;b&gt;smoke&lt;/b&gt;", page)
                self.assertIn(f'<a href="{self.story.get_absolute_url()}"><bdi>Fire', page)
                self.assertIn(f"article-{self.story.pk}", response.headers["Surrogate-Key"].split())

    def test_the_desk_and_a_page_made_after_its_end_do_not(self):
        banner = put_up(LINE, by=self.editor)
        self.assertContains(self.client.get("/"), LINE)
        self.assertNotContains(self.client.get("/admin/login/"), LINE)
        ended(banner)
        self.assertNotContains(self.client.get("/"), LINE)

    def test_no_page_is_kept_past_its_end(self):
        before = {address: self.ttl(address) for address in self.pages()}
        banner = put_up(LINE, by=self.editor)
        for address, ttl in before.items():
            self.assertIn(self.ttl(address), {ttl, 1_799, 1_800}, address)
        Banner.objects.filter(pk=banner.pk).update(ends_at=now() + timedelta(seconds=12))
        for address in self.pages():
            self.assertLessEqual(self.ttl(address), 12, address)
            self.assertGreaterEqual(self.ttl(address), 1, address)

    def test_a_page_with_it_is_as_public_as_without(self):
        put_up(LINE, by=self.editor)
        response = self.client.get("/")
        self.assertEqual(response.headers["Cache-Control"], "public, max-age=0")
        self.assertIn("stale-if-error", response.headers["CDN-Cache-Control"])
        self.assertFalse(response.cookies)

    def test_the_page_of_one_reader_stays_private(self):
        put_up(LINE, by=self.editor)
        link = make_article().share(by=self.editor).get_absolute_url()
        self.assertNotIn("CDN-Cache-Control", self.client.get(link).headers)

    def test_when_its_story_is_withdrawn_the_words_stay_without_the_way(self):
        put_up(LINE, by=self.editor, article=self.story)
        address = self.story.get_absolute_url()
        self.story.withdraw("It is wrong.", by=self.editor)
        page = self.client.get("/latest/").content.decode()
        self.assertIn(LINE, page)
        self.assertNotIn(f'"{address}"', page)

    def test_no_page_is_kept_past_the_withdrawal_of_its_story(self):
        put_up(LINE, by=self.editor, article=self.story)
        self.story.schedule_withdrawal(now() + timedelta(seconds=15), "Rights end.", by=self.editor)
        self.assertLessEqual(self.ttl("/corrections/"), 15)

    def test_it_costs_no_query(self):
        for address in self.pages():
            with self.subTest(address):
                with CaptureQueriesContext(connection) as before:
                    self.client.get(address)
                banner = put_up(LINE, by=self.editor, article=self.story)
                with CaptureQueriesContext(connection) as after:
                    self.client.get(address)
                self.assertEqual(len(after), len(before))
                take_down(banner, by=self.editor)

    def test_a_paper_without_a_section_shows_it_too(self):
        self.story.delete()
        Section.objects.all().delete()
        put_up(LINE, by=self.editor)
        self.assertContains(self.client.get("/"), LINE)


class DeskTests(DeskTestCase):
    ADDRESS = "/admin/banner/"

    def press(self, name, banner, **more):
        return self.client.post(f"{self.ADDRESS}{name}/", {"banner": banner.pk, **more})

    def test_it_is_put_up_from_the_first_page_of_the_desk(self):
        story = make_published()
        page = self.client.get("/admin/").content.decode()
        self.assertIn(f'<option value="{story.pk}"', page)
        response = self.client.post(
            self.ADDRESS, {"text": LINE, "article": story.pk, "minutes": "60"}, follow=True
        )
        self.assertContains(response, "It stands on every page until")
        banner = current()
        self.assertEqual((banner.text, banner.article, banner.author), (LINE, story, self.user))
        self.assertEqual(banner.ends_at - banner.starts_at, timedelta(hours=1))
        for address in ("/admin/", self.ADDRESS):
            page = self.client.get(address)
            self.assertContains(page, LINE)
            self.assertContains(page, "1 h 0 min")

    def test_one_press_leaves_it_longer_and_one_takes_it_down(self):
        banner = put_up(LINE, by=self.user)
        self.assertRedirects(self.press("extend", banner, back="desk"), "/admin/")
        self.assertEqual(current().ends_at - banner.ends_at, timedelta(minutes=30))
        self.assertRedirects(self.press("take-down", banner), self.ADDRESS)
        self.assertIsNone(current())
        self.assertIn("shown no longer", self.told(self.press("take-down", banner)))

    def test_what_is_refused_keeps_what_was_typed(self):
        response = self.client.post(self.ADDRESS, {"text": "y" * 170, "article": "", "minutes": "30"})
        self.assertContains(response, "y" * 170, status_code=422)
        self.assertContains(response, "these are 170", status_code=422)
        response = self.client.post(self.ADDRESS, {"text": LINE, "article": make_article().pk})
        self.assertContains(response, "Readers cannot open this story", status_code=422)
        self.assertContains(self.client.post(self.ADDRESS, {}), "Say in one line", status_code=422)

    def test_a_press_means_the_line_that_was_seen(self):
        old = put_up("One", by=self.user)
        new = put_up("Two", by=self.user)
        self.press("take-down", old)
        self.assertEqual(current(), new)
        for nonsense in ("", "x", "9" * 30):
            response = self.client.post(f"{self.ADDRESS}extend/", {"banner": nonsense})
            self.assertEqual(response.status_code, 302)

    def test_nobody_else_comes_in(self):
        banner = put_up(LINE, by=self.user)
        for group in ("Reporter", "Moderator"):
            self.client.force_login(make_user(group))
            self.assertEqual(self.client.get(self.ADDRESS).status_code, 403)
            self.assertEqual(self.client.post(self.ADDRESS, {"text": "No"}).status_code, 403)
            for name in ("extend", "take-down"):
                self.assertEqual(self.press(name, banner).status_code, 403)
            self.assertNotContains(self.client.get("/admin/"), "Breaking line")
        self.client.logout()
        self.assertEqual(self.client.get(self.ADDRESS).status_code, 302)
        self.assertEqual(current(), banner)

    def test_it_is_changed_by_a_press_alone(self):
        for name in ("extend", "take-down"):
            self.assertEqual(self.client.get(f"{self.ADDRESS}{name}/").status_code, 405)

    def test_the_page_asks_little(self):
        make_section()
        put_up(LINE, by=self.user, article=make_published())
        with self.assertNumQueries(5):
            self.client.get(self.ADDRESS)
