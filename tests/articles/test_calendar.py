"""The calendar: which plans stand on which day, and who sees them."""

from datetime import UTC, date, datetime, timedelta
from unittest import mock

from django.test import TestCase, override_settings
from django.urls import reverse
from django.utils.timezone import localdate, localtime, now, override

from articles.calendar import (
    CAME_OUT,
    DUE,
    EMBARGO,
    OUT,
    UPDATE,
    WITHDRAWAL,
    Plan,
    day_asked_for,
    month_after,
    month_asked_for,
    month_before,
    weeks_of,
)
from articles.choices import ChangeKind, RevisionKind
from articles.models import Article, Revision
from tests.articles.desk_case import DeskTestCase
from tests.factories import make_article, make_author, make_published, make_scheduled, make_user

PAGE = reverse("admin:articles_article_calendar")


def kinds(plan):
    return [(entry["kind"], entry["pk"]) for day in plan.days.values() for entry in day.entries]


def with_update(story, at):
    revision = Revision.objects.create(article=story, kind=RevisionKind.SAVED, content={})
    Article.objects.filter(pk=story.pk).update(
        scheduled_revision=revision, update_at=at, update_kind=ChangeKind.UPDATE
    )
    return story


class AskedForTests(TestCase):
    def test_a_month_is_read(self):
        self.assertEqual(month_asked_for("2026-11"), date(2026, 11, 1))

    def test_anything_else_is_this_month(self):
        this = localdate().replace(day=1)
        for text in (
            None,
            "",
            "2026-13",
            "2026-00",
            "0001-01",
            "9999-12",
            "2026-1",
            "2026-11-01",
            "٢٠٢٦-١١",
            "x",
        ):
            self.assertEqual(month_asked_for(text), this, text)

    def test_a_day_is_read_or_none(self):
        self.assertEqual(day_asked_for("2026-11-23"), date(2026, 11, 23))
        for text in (None, "", "2026-02-30", "0001-01-01", "9999-12-31", "23.11.2026", "x" * 9_000):
            self.assertIsNone(day_asked_for(text), text)

    def test_months_follow_each_other(self):
        self.assertEqual(month_before(date(2026, 1, 1)), date(2025, 12, 1))
        self.assertEqual(month_after(date(2026, 12, 1)), date(2027, 1, 1))
        self.assertEqual(month_after(date(2026, 2, 1)), date(2026, 3, 1))

    def test_weeks_begin_as_the_language_has_it(self):
        self.assertEqual(weeks_of(date(2026, 11, 1))[0][0], date(2026, 10, 26))
        with (
            override_settings(LANGUAGE_CODE="en-us"),
            mock.patch("articles.calendar.get_format", return_value=0),
        ):
            self.assertEqual(weeks_of(date(2026, 11, 1))[0][0], date(2026, 11, 1))


class PlanTests(TestCase):
    def setUp(self):
        self.editor = make_user("Editor")
        self.at = localtime(now() + timedelta(days=3)).replace(hour=12)
        self.day = localdate(self.at)

    def plan(self, user=None, first=None, last=None, **options):
        return Plan(
            user or self.editor, first or self.day, last or first or self.day, **{"limit": 5, **options}
        )

    def test_each_kind_stands_on_its_day(self):
        out = make_scheduled(publish_at=self.at)
        update = with_update(make_published(), self.at + timedelta(minutes=1))
        end = make_published(withdraw_at=self.at + timedelta(minutes=2), withdraw_reason="Rights end")
        wall = make_article(embargo_until=self.at)
        due = make_article(due_at=self.at)
        expected = {(OUT, out), (UPDATE, update), (WITHDRAWAL, end), (EMBARGO, wall), (DUE, due)}
        self.assertEqual(set(kinds(self.plan())), {(kind, story.pk) for kind, story in expected})
        self.assertEqual(kinds(self.plan(first=self.day + timedelta(days=2))), [])

    def test_a_story_that_is_out_is_counted_on_its_day(self):
        story = make_published()
        day = localdate(story.publish_at)
        self.assertEqual(self.plan(first=day).days[day].came_out, 1)
        listed = self.plan(first=day, lists_past=True)
        self.assertEqual((kinds(listed), listed.days[day].came_out), ([(CAME_OUT, story.pk)], 0))

    def test_a_full_day_says_how_much_more_there_is(self):
        at = localtime(self.at).replace(hour=12)
        for number in range(4):
            make_article(due_at=at + timedelta(minutes=number))
            make_scheduled(publish_at=at + timedelta(minutes=number))
        day = self.plan(limit=3).days[self.day]
        self.assertEqual((len(day.entries), day.more), (3, 5))
        self.assertEqual([entry["at"] for entry in day.entries], sorted(entry["at"] for entry in day.entries))

    def test_any_number_costs_two_queries(self):
        for _number in range(8):
            make_article(due_at=self.at, assignee=self.editor)
        self.editor.has_perm("articles.edit_any_article")
        with self.assertNumQueries(2):
            self.assertEqual(len(self.plan(first=self.day - timedelta(days=30), last=self.day).days), 31)

    def test_drafts_of_others_are_closed_here_too(self):
        ben = make_user("Reporter")
        theirs = [
            make_scheduled(publish_at=self.at),
            with_update(make_published(), self.at),
            make_published(withdraw_at=self.at, withdraw_reason="Rights"),
            make_article(embargo_until=self.at),
            make_article(due_at=self.at),
        ]
        own = make_article(created_by=ben, due_at=self.at)
        byline = make_scheduled(bylines=[make_author(user=ben)], publish_at=self.at)
        found = kinds(self.plan(ben, limit=20))
        self.assertEqual(set(found), {(DUE, own.pk), (OUT, byline.pk)})
        self.assertEqual(len(kinds(self.plan(limit=20))), len(theirs) + 2)

    def test_what_came_out_is_for_all_who_read(self):
        story = make_published()
        plan = self.plan(make_user("Reporter"), first=localdate(story.publish_at), lists_past=True)
        self.assertEqual(kinds(plan), [(CAME_OUT, story.pk)])


class ZoneTests(TestCase):
    """Days are those of the paper's clocks, also those that are longer or shorter."""

    def days_of(self, zone, *moments):
        editor = make_user("Editor")
        for moment in moments:
            make_article(due_at=datetime.fromisoformat(moment).replace(tzinfo=UTC))
        with override(zone):
            plan = Plan(editor, date(2026, 3, 1), date(2026, 11, 30), limit=9)
            return [(day.date.isoformat(), len(day.entries)) for day in plan.days.values() if day.entries]

    def test_a_moment_belongs_to_the_day_of_the_zone(self):
        self.assertEqual(self.days_of("Pacific/Auckland", "2026-06-10 13:00"), [("2026-06-11", 1)])
        Article.objects.all().delete()
        self.assertEqual(self.days_of("America/Los_Angeles", "2026-06-10 03:00"), [("2026-06-09", 1)])

    def test_the_long_and_the_short_day_hold_what_is_theirs(self):
        # In London the clocks go forward on 29 March and back on 25 October.
        found = self.days_of(
            "Europe/London",
            *("2026-03-29 00:00", "2026-03-29 22:59", "2026-03-29 23:00"),
            *("2026-10-24 22:59", "2026-10-24 23:00", "2026-10-25 23:59", "2026-10-26 00:00"),
        )
        self.assertEqual(
            found,
            [("2026-03-29", 2), ("2026-03-30", 1), ("2026-10-24", 1), ("2026-10-25", 2), ("2026-10-26", 1)],
        )

    def test_a_day_without_a_midnight_is_whole(self):
        # In Cairo the clocks go from 00:00 to 01:00 on 24 April 2026.
        found = self.days_of("Africa/Cairo", "2026-04-23 21:59", "2026-04-23 22:00", "2026-04-24 20:59")
        self.assertEqual(found, [("2026-04-23", 1), ("2026-04-24", 2)])


class PageTests(DeskTestCase):
    def test_who_comes_in(self):
        for group, code in {
            "Reporter": 200,
            "Editor": 200,
            "Chief": 200,
            "Moderator": 403,
            None: 403,
        }.items():
            self.client.force_login(make_user(group))
            self.assertEqual(self.client.get(PAGE).status_code, code, group)
        self.client.logout()
        self.assertEqual(self.client.get(PAGE).status_code, 302)
        self.assertEqual(self.client.post(PAGE).status_code, 302)

    def test_it_is_read_only(self):
        self.assertEqual(self.client.post(PAGE).status_code, 405)

    def test_a_month_is_shown_with_the_ways_out(self):
        page = self.client.get(PAGE, {"month": "2027-01"})
        self.assertContains(page, "<h1>January 2027</h1>", html=True)
        for link in ("?month=2026-12", "?month=2027-02"):
            self.assertContains(page, f'href="{link}"')
        self.assertNotContains(page, 'aria-current="date"')
        self.assertContains(page, "All times are London time.")

    def test_today_is_marked_in_the_table_and_in_the_list(self):
        for query in ({}, {"month": "nonsense"}, {"day": "nonsense"}):
            self.assertContains(self.client.get(PAGE, query), 'aria-current="date"', count=2)

    def test_entries_lead_to_their_story(self):
        at = now() + timedelta(days=1)
        story = make_article(headline="<i>Gate</i>", due_at=at, assignee=self.user)
        page = self.client.get(PAGE, {"month": f"{localtime(at):%Y-%m}"})
        self.assertContains(page, reverse("admin:articles_article_change", args=[story.pk]), count=2)
        self.assertContains(page, "&lt;i&gt;Gate&lt;/i&gt;")
        self.assertContains(page, "</b> Ana Duarte</span>")

    def test_late_work_says_so_and_what_is_out_is_not_late(self):
        at = now() - timedelta(minutes=1)
        make_article(due_at=at)
        make_published(due_at=at)
        page = self.client.get(PAGE, {"day": f"{localtime(at):%Y-%m-%d}"})
        self.assertContains(page, 'class="late"', count=1)

    def test_a_full_day_leads_to_its_own_page(self):
        at = localtime(now() + timedelta(days=1)).replace(hour=12)
        for _number in range(17):
            make_article(due_at=at)
        page = self.client.get(PAGE, {"month": f"{at:%Y-%m}"})
        self.assertContains(page, f'<a href="?day={at:%Y-%m-%d}">and 12 more</a>', html=True)
        day = self.client.get(PAGE, {"day": f"{at:%Y-%m-%d}"})
        self.assertContains(day, 'class="entry"', count=17)
        self.assertNotContains(day, "more</a>")

    def test_the_page_costs_five_queries(self):
        for number in range(30):
            make_article(due_at=now() + timedelta(hours=number), assignee=self.user)
        for user, number in ((self.user, 5), (make_user("Reporter"), 5), (make_user("Chief"), 6)):
            self.client.force_login(user)
            with self.assertNumQueries(number):
                self.client.get(PAGE)
