"""What the dashboard tells of the clock: what it did, what it is to do, and what it cannot."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils.html import escape
from django.utils.timezone import now

from articles.models import Article
from newsroom.desk.dashboard import ROWS
from newsroom.models import Heartbeat
from tests.factories import make_article, make_author, make_published, make_scheduled, make_user

DESK = reverse("admin:index")
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def beat(ago=timedelta(0), **fields):
    at = now() - ago
    return Heartbeat.objects.create(**{"started_at": at, "finished_at": at, **fields})


class DashboardCase(TestCase):
    group = "Editor"

    def setUp(self):
        self.user = self.sign_in(self.group)

    def sign_in(self, group):
        user = make_user(group)
        self.client.force_login(user)
        return user

    def page(self):
        return self.client.get(DESK)


def changing(at, stopped_because="", **overrides):
    """A live story with an update to come, or overdue, of which only the row is there."""
    by = make_user("Chief")
    story = make_published(**overrides)
    story.save_draft(story.draft_content | {"standfirst": "New."}, by=by)
    story.schedule_update(now() + HOUR, by=by, kind="update")
    Article.objects.filter(pk=story.pk).update(update_at=at, stopped_because=stopped_because)
    return story


class HouseTests(DashboardCase):
    def test_a_clock_that_goes_round_is_said_in_a_quiet_line(self):
        beat(ago=timedelta(seconds=40))
        page = self.page()
        self.assertContains(page, "The clock last went round 40 s ago.")
        self.assertContains(page, "Nothing is overdue.")
        self.assertNotContains(page, "Needs looking after")

    def test_one_that_has_stopped_is_told_first_with_what_that_means(self):
        beat(ago=5 * MINUTE)
        page = self.page()
        self.assertContains(page, "Nobody has run newsroom_tick since")
        self.assertContains(page, "Stories still come out, and are withdrawn, on time.")
        html = page.content.decode()
        self.assertLess(html.index("Needs looking after"), html.index("In review"))

    def test_so_is_one_that_nobody_has_ever_started(self):
        self.assertContains(self.page(), "Nobody has run newsroom_tick yet:")

    def test_a_round_that_never_ended_is_none(self):
        Heartbeat.objects.create(started_at=now())
        self.assertContains(self.page(), "Nobody has run newsroom_tick yet:")

    def test_what_the_last_round_could_not_do_is_told_and_of_older_ones_nothing(self):
        beat(ago=2 * MINUTE, failed=1, problems=["Older."])
        beat(failed=1, problems=["A cache was not told: <b>front</b>"])
        page = self.page()
        self.assertContains(page, escape("A cache was not told: <b>front</b>"))
        self.assertNotContains(page, "Older.")

    def test_it_is_for_those_who_publish(self):
        for group, is_told in (("Chief", True), ("Reporter", False), ("Moderator", False)):
            with self.subTest(group):
                self.sign_in(group)
                self.assertEqual("newsroom_tick" in self.page().content.decode(), is_told)


class StoppedTests(DashboardCase):
    def setUp(self):
        super().setUp()
        beat()
        self.story = changing(
            now() - HOUR, headline="Slow boat", stopped_because="The picture has no credit."
        )

    def test_a_plan_that_has_stopped_stands_first_with_its_reason_and_a_link(self):
        page = self.page()
        html = page.content.decode()
        self.assertContains(page, "1 plan has stopped")
        self.assertLess(html.index("The picture has no credit."), html.index("In review"))
        link = reverse("admin:articles_article_change", args=[self.story.pk])
        self.assertIn(link, html[html.index('id="stopped"') : html.index("The picture has no credit.")])
        self.assertNotContains(page, "Overdue:")

    def test_others_stories_are_not_told_to_a_reporter(self):
        user = self.sign_in("Reporter")
        self.assertNotContains(self.page(), "The picture has no credit.")
        self.story.set_bylines([make_author(user=user)])
        self.assertContains(self.page(), "The picture has no credit.")


class PlansTests(DashboardCase):
    def setUp(self):
        super().setUp()
        beat()

    def plans(self):
        desk = self.page().context["desk"]
        return [(str(plan.story), str(plan.what)) for plan in desk.to_come], [
            str(plan.story) for plan in desk.late
        ]

    def test_everything_the_clock_is_to_do_stands_in_one_order(self):
        make_scheduled(headline="Third", publish_at=now() + 3 * HOUR)
        changing(now() + 2 * HOUR, headline="Second")
        make_published(headline="Fourth", withdraw_at=now() + 4 * HOUR, withdraw_reason="Over.")
        make_article(headline="First", embargo_until=now() + HOUR)
        self.assertEqual(
            self.plans()[0],
            [
                ("First", "Embargo ends"),
                ("Second", "Update of a live story"),
                ("Third", "Comes out"),
                ("Fourth", "Withdrawn"),
            ],
        )
        self.assertContains(self.page(), "in 59 min")

    def test_what_should_have_been_done_is_overdue_after_three_rounds(self):
        changing(now() - 4 * MINUTE, headline="Late")
        changing(now() - MINUTE, headline="Any moment")
        make_published(ago=24 * HOUR, headline="Gone", withdraw_at=now() - HOUR, withdraw_reason="Over.")
        self.assertEqual(self.plans(), ([("Any moment", "Update of a live story")], ["Gone", "Late"]))
        self.assertContains(self.page(), "Overdue:")
        self.assertNotContains(self.page(), "Nothing is overdue.")

    def test_a_long_list_shows_its_beginning(self):
        for hours in range(1, ROWS + 2):
            make_article(headline=f"Plan {hours}", embargo_until=now() + hours * HOUR)
        page = self.page()
        self.assertContains(page, f"Plan {ROWS}")
        self.assertNotContains(page, f"Plan {ROWS + 1}")
        self.assertContains(page, "All that is scheduled")

    def test_plans_for_others_stories_are_not_told_to_a_reporter(self):
        make_published(headline="Live", withdraw_at=now() + HOUR, withdraw_reason="Over.")
        make_article(headline="Secret", embargo_until=now() + HOUR)
        self.sign_in("Reporter")
        self.assertEqual(self.plans(), ([], []))
        self.assertContains(self.page(), "Live")


class AssignedTests(DashboardCase):
    group = "Reporter"

    def assigned(self):
        return [str(story) for story in self.page().context["desk"].lists["assigned"]]

    def test_my_work_stands_by_when_it_is_due_with_what_has_no_time_last(self):
        mine = {"assignee": self.user, "created_by": self.user}
        make_article(headline="Some time", **mine)
        make_article(headline="Tomorrow", due_at=now() + 24 * HOUR, **mine)
        make_article(headline="Yesterday", due_at=now() - 24 * HOUR, **mine)
        make_article(headline="Not mine", assignee=make_user("Reporter"), created_by=self.user)
        self.assertEqual(self.assigned(), ["Yesterday", "Tomorrow", "Some time"])
        page = self.page()
        self.assertContains(page, "overdue since")
        self.assertContains(page, "Assigned to you")

    def test_what_readers_have_is_done_until_a_newer_draft_lies_behind_it(self):
        by = self.sign_in("Editor")
        story = make_published(headline="Out", assignee=by)
        story.save_draft(story.draft_content | {"headline": "Out, newer"}, by=by)
        self.assertEqual(self.assigned(), ["Out"])
        story.update_live(by=by, kind="minor")
        self.assertEqual(self.page().context["desk"].lists["assigned"], [])
        self.assertNotContains(self.page(), "Assigned to you")


class QuestionTests(DashboardCase):
    def test_who_is_asked_in_a_note_sees_it(self):
        chief = make_user("Chief", first_name="Ingrid", last_name="Vik")
        story = make_article(headline="Ferry deal")
        story.note(f"@{self.user.username} is the name right?", by=chief)
        page = self.page()
        self.assertContains(page, "Asked of you")
        self.assertContains(page, "is the name right?")
        self.assertContains(page, "1 question")
        forms = page.content.decode().count('method="post"')
        self.assertContains(page, "csrfmiddlewaretoken", count=forms)


class QueryTests(DashboardCase):
    group = "Chief"

    def test_ten_queries_are_enough_for_everything_at_once(self):
        beat()
        for _n in range(ROWS + 2):
            changing(now() - HOUR, stopped_because="No.", assignee=self.user)
            changing(now() + HOUR, bylines=[make_author()])
            make_article(embargo_until=now() + HOUR, assignee=self.user, due_at=now() + HOUR)
            make_article().note(f"@{self.user.username} look", by=make_user("Chief"))
        with self.assertNumQueries(10):
            self.page()
