"""The log of all stories, on its page and as a table."""

from datetime import UTC, datetime, timedelta
from unittest import mock

from django.test import override_settings
from django.urls import reverse
from django.utils.timezone import now

from articles.admin import audit
from articles.choices import Status, Verb
from articles.models import ArticleEvent
from tests.articles.desk_case import DeskTestCase
from tests.factories import make_article, make_author, make_published, make_user

LOG = reverse("admin:articles_article_log")
TABLE = reverse("admin:articles_article_log_csv")


def table_of(story):
    return reverse("admin:articles_article_log_of_story", args=[story.pk])


class AuditCase(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_published(created_by=self.user, headline="Lamps")

    def log(self, verb=Verb.ASSIGNED, by=None, story=None, note="", at=None):
        story = story or self.story
        story.log(verb, by or self.user, story.status, note)
        event = ArticleEvent.objects.order_by("-pk").first()
        if at:
            ArticleEvent.objects.filter(pk=event.pk).update(at=at)
        return event

    def events(self, query=""):
        return [row["move"] for row in self.client.get(LOG + query).context["rows"]]


class DoorTests(AuditCase):
    def codes(self, user, *addresses):
        self.client.force_login(user)
        return [self.client.get(address).status_code for address in addresses]

    def test_the_log_of_all_stories_is_for_those_who_edit_all(self):
        for group, code in (("Reporter", 403), ("Moderator", 403), ("Editor", 200), ("Chief", 200)):
            self.assertEqual(self.codes(make_user(group), LOG, TABLE), [code] * 2, group)
        self.client.logout()
        for page in (LOG, TABLE):
            self.assertRedirects(
                self.client.get(page), f"{reverse('admin:login')}?next={page}", fetch_redirect_response=False
            )

    def test_the_log_of_one_story_is_for_those_who_read_its_drafts(self):
        ben = make_user("Reporter")
        own, waiting = (make_article(created_by=ben, status=to) for to in (Status.DRAFT, Status.IN_REVIEW))
        byline, draft = make_published(bylines=[make_author(user=ben)]), make_article()
        tables = [table_of(story) for story in (own, waiting, byline, draft, self.story)]
        self.assertEqual(self.codes(ben, *tables), [200, 200, 200, 404, 403])
        for group in ("Editor", "Chief"):
            self.assertEqual(self.codes(make_user(group), *tables), [200] * 5)
        self.assertEqual(self.codes(make_user("Moderator"), *tables), [403] * 5)

    def test_they_are_read_and_not_pressed(self):
        for page in (LOG, TABLE, table_of(self.story)):
            self.assertEqual(self.client.post(page).status_code, 405)

    def test_no_cache_keeps_them(self):
        for page in (LOG, TABLE, table_of(self.story)):
            kept = self.client.get(page).headers["Cache-Control"]
            self.assertIn("private", kept)
            self.assertIn("no-store", kept)


class PageTests(AuditCase):
    def test_the_last_stands_first(self):
        first, second = self.log(note="one"), self.log(note="two")
        self.assertEqual([move.why for move in self.events()], ["two", "one"])
        self.assertEqual([first.pk < second.pk], [True])

    def test_it_is_narrowed_by_whom_what_and_which_story(self):
        ben = make_user("Editor", username="ben", first_name="Ben", last_name="Ode")
        other = make_article()
        self.log(note="a")
        self.log(note="b", by=ben, verb=Verb.SHARED)
        self.log(note="c", by=ben, story=other)
        for query, expected in (
            ("?who=ben", "cb"),
            ("?who=Ben+Ode", "cb"),
            ("?who=BEN+ode&verb=shared", "b"),
            ("?verb=assigned", "ca"),
            (f"?story={other.pk}", "c"),
            (f"?story=№+{self.story.pk}", "ba"),
            ("?who=&verb=&since=&until=&story=", "cba"),
            ("?who=nobody", ""),
        ):
            self.assertEqual("".join(move.why for move in self.events(query)), expected, query)

    def test_somebody_whose_login_is_gone_is_found_by_name(self):
        ben = make_user("Editor", first_name="Ben", last_name="Ode")
        self.log(note="b", by=ben)
        ben.delete()
        self.assertEqual([move.why for move in self.events("?who=Ben+Ode")], ["b"])

    @override_settings(TIME_ZONE="Pacific/Auckland")
    def test_days_are_those_of_the_site_and_both_are_included(self):
        for hour, note in ((10, "12th"), (11, "13th"), (34, "13th late"), (35, "14th")):
            self.log(note=note, at=datetime(2026, 3, 12, tzinfo=UTC) + timedelta(hours=hour))
        self.assertEqual(
            [move.why for move in self.events("?since=2026-03-13&until=2026-03-13")], ["13th late", "13th"]
        )

    def test_what_cannot_be_asked_is_said_beside_its_field(self):
        self.log()
        for query, sentence in (
            ("?story=lamps", "no number of a story"),
            ("?since=2026-02-30", "Enter a valid date"),
            ("?since=2026-03-02&until=2026-03-01", "This day is before the other"),
            ("?verb=eaten", "Select a valid choice"),
            ("?who=" + "x" * 400, "at most 301 characters"),
        ):
            response = self.client.get(LOG + query)
            self.assertContains(response, sentence, status_code=422)
            self.assertEqual(response.context["rows"], [])
            self.assertEqual(self.client.get(TABLE + query).status_code, 422)

    def test_the_ends_of_the_calendar_are_no_error(self):
        for query in (
            "?since=0001-01-01",
            "?until=9999-12-31",
            "?story=999999999999999999",
            "?before=x",
            "?before=" + "9" * 16 + "-1",
        ):
            self.assertIn(self.client.get(LOG + query).status_code, (200, 404, 422), query)

    def test_pages_leave_nothing_out_and_keep_what_was_asked(self):
        moment = now()
        notes = {self.log(note=str(number), at=moment).note for number in range(7)}
        self.log(verb=Verb.SHARED)
        seen, query, pages = [], "?verb=assigned", 0
        with mock.patch.object(audit, "SIZE", 3):
            while query:
                response = self.client.get(LOG + query)
                seen += [row["move"].why for row in response.context["rows"]]
                query, pages = response.context["older"], pages + 1
        self.assertEqual((pages, len(seen), set(seen)), (3, 7, notes))

    def test_it_takes_six_queries_whatever_its_length(self):
        for _number in range(60):
            self.log(story=make_article())
        # session, user, permissions, the lines with their stories, names
        with self.assertNumQueries(5):
            self.client.get(LOG)
        with self.assertNumQueries(5):
            self.client.get(LOG + "?who=ben&since=2026-01-01&verb=assigned")
        self.client.force_login(make_user("Chief"))
        # comments that wait
        with self.assertNumQueries(6):
            self.client.get(LOG)

    def test_hostile_words_are_words(self):
        hostile = "<script>alert(1)</script>\"'"
        self.log(note=hostile, story=make_article(headline=hostile))
        page = self.client.get(LOG + "?who=%3Cscript%3E&before=").content.decode()
        page += self.client.get(LOG).content.decode()
        self.assertNotIn("<script>alert", page)
        self.assertNotIn('value="<script', page)


class RemovedTests(AuditCase):
    def test_a_draft_that_is_gone_is_a_line_without_a_story(self):
        draft = make_article(headline="Never mind", created_by=self.user)
        draft.remove(by=self.user)
        self.assertContains(self.client.get(LOG), "Never mind")
        table = b"".join(self.client.get(TABLE).streaming_content).decode()
        self.assertIn("Never mind", table)
        self.assertNotIn("None", table)
