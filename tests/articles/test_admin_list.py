from datetime import datetime, timedelta
from unittest import mock
from zoneinfo import ZoneInfo

import time_machine
from django.test import TestCase
from django.urls import reverse
from django.utils.timezone import now

from articles.choices import Status
from articles.content import content_of
from articles.models import Article, Revision, Section
from tests.factories import (
    make_article,
    make_author,
    make_published,
    make_scheduled,
    make_section,
    make_tag,
    make_user,
    make_withdrawn,
)

LIST = reverse("admin:articles_article_changelist")
# A Wednesday.
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=ZoneInfo("Europe/London"))


def make_revision(story, **overrides):
    return Revision.objects.create(
        article=story,
        **{"kind": "saved", "content": content_of(story), "author_name": "Somebody", **overrides},
    )


class StoryListTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.user = make_user("Editor")
        cls.harbour = make_section(name="Harbour", slug="harbour")
        cls.author = make_author(name="Tom Okafor", slug="tom", user=cls.user)
        cls.draft = make_article(headline="Draft one", bylines=[cls.author])
        cls.review = make_article(headline="Review one", status=Status.IN_REVIEW)
        cls.live = make_published(headline="Live one", section=cls.harbour, kicker="Quay")
        cls.scheduled = make_scheduled(headline="Scheduled one", section=cls.harbour)
        cls.withdrawn = make_withdrawn(headline="Withdrawn one", section=cls.harbour)

    def setUp(self):
        self.client.force_login(self.user)

    def listed(self, **query):
        return list(self.client.get(LIST, query).context["cl"].result_list)

    def test_each_tab_shows_the_stories_of_its_state(self):
        for tab, stories in {
            "all": [self.draft, self.review, self.live, self.scheduled, self.withdrawn],
            "mine": [self.draft],
            "review": [self.review],
            "scheduled": [self.scheduled],
            "live": [self.live],
            "drafts": [self.draft],
            "withdrawn": [self.withdrawn],
            "no such tab": [self.draft, self.review, self.live, self.scheduled, self.withdrawn],
        }.items():
            with self.subTest(tab):
                self.assertCountEqual(self.listed(state=tab), stories)

    def test_the_tabs_count_what_waits(self):
        page = self.client.get(LIST)
        self.assertContains(page, "In review <b>1</b>")
        self.assertContains(page, "Scheduled <b>1</b>")

    def test_the_list_is_narrowed_by_section_byline_and_change(self):
        Article.objects.filter(pk=self.draft.pk).update(modified_at=now() - timedelta(days=20))
        self.assertCountEqual(self.listed(section="harbour"), [self.live, self.scheduled, self.withdrawn])
        self.assertEqual(self.listed(by="tom"), [self.draft])
        self.assertEqual(self.listed(changed="stale"), [self.draft])
        for recent in ("today", "week"):
            self.assertEqual(len(self.listed(changed=recent)), 4)
        self.assertEqual(len(self.listed(changed="no such time")), 5)

    def test_the_list_is_searched_by_headline_and_kicker(self):
        self.assertEqual(self.listed(q="quay"), [self.live])
        self.assertEqual(self.listed(q="draft"), [self.draft])

    def test_a_row_says_where_the_story_stands_in_words(self):
        page = self.client.get(LIST)
        for sign in ("is-live", "is-review", "is-scheduled", "is-draft", "is-withdrawn"):
            self.assertContains(page, f'class="state {sign}"')
        self.assertContains(page, "Tom Okafor")
        self.assertContains(page, "No section")

    def test_a_narrowed_list_leads_back_to_the_whole_of_its_tab(self):
        page = self.client.get(LIST, {"state": "live", "section": "harbour", "q": "one", "p": 1})
        self.assertContains(page, 'class="whole-tab" href="?state=live"')
        self.assertNotContains(self.client.get(LIST, {"state": "live"}), "whole-tab")

    def test_hostile_queries_are_no_errors(self):
        for query in (
            "?p=abc",
            "?p=" + "9" * 30,
            "?p=-5",
            "?o=1.2.x",
            "?section=%22",
            "?headline__startswith=x",
            "?all=",
        ):
            with self.subTest(query):
                self.assertLess(self.client.get(LIST + query, follow=True).status_code, 500)

    def test_a_list_with_nothing_in_it_says_so(self):
        self.assertContains(self.client.get(LIST, {"q": "nowhere"}), "No story here.")

    def test_no_script_of_the_stock_admin_is_loaded(self):
        page = self.client.get(LIST)
        self.assertNotContains(page, "jquery")
        self.assertNotContains(page, "jsi18n")


class WorkTests(TestCase):
    """Who works on what until when, what is planned, and who is told."""

    def setUp(self):
        self.user = make_user("Editor", first_name="Ana", last_name="Duarte")
        self.client.force_login(self.user)
        self.other = make_user("Reporter", first_name="Tom", last_name="Okafor")

    def listed(self, **query):
        return list(self.client.get(LIST, query).context["cl"].result_list)

    def test_the_list_is_narrowed_by_who_works_on_a_story(self):
        mine = make_article(assignee=self.user)
        theirs, nobodys = make_article(assignee=self.other), make_article()
        self.assertEqual(self.listed(assignee="me"), [mine])
        self.assertEqual(self.listed(assignee="nobody"), [nobodys])
        self.assertEqual(self.listed(assignee=self.other.pk), [theirs])
        for nonsense in ("9" * 40, "x", "-1", ""):
            self.assertEqual(len(self.listed(assignee=nonsense)), 3)
        self.assertContains(self.client.get(LIST), "Tom Okafor")

    @time_machine.travel(NOON, tick=False)
    def test_the_list_is_narrowed_by_when_a_story_is_due_and_shows_the_first_due_first(self):
        def due(at, **fields):
            return make_article(due_at=at, **fields)

        with mock.patch("articles.admin.work_filters.Now", lambda: NOON):
            late, later = due(NOON - timedelta(days=2)), due(NOON - timedelta(hours=1))
            soon, week = due(NOON + timedelta(hours=5)), due(NOON + timedelta(days=6))
            due(NOON + timedelta(days=7))
            make_published(due_at=NOON - timedelta(days=1))
            make_article()
            self.assertEqual(self.listed(due="overdue"), [late, later])
            self.assertEqual(self.listed(due="today"), [later, soon])
            self.assertEqual(self.listed(due="week"), [later, soon, week])
            self.assertEqual(len(self.listed(due="no such time")), 7)

    @time_machine.travel(NOON, tick=False)
    def test_a_row_says_whose_it_is_and_that_it_is_late_in_words(self):
        make_article(assignee=self.user, due_at=NOON - timedelta(hours=30))
        make_article(due_at=NOON + timedelta(hours=5))
        page = self.client.get(LIST)
        self.assertContains(page, "<span>Ana Duarte</span>")
        self.assertContains(page, '<b class="overdue">Overdue since Tue 06:00</b>')
        self.assertContains(page, "<span>due 17:00</span>")

    def planned(self, **fields):
        story = make_published(**fields)
        old, new = (make_revision(story, author_name="Ana Duarte") for _ in range(2))
        Article.objects.filter(pk=story.pk).update(live_revision=old, draft_revision=new)
        return story

    def test_the_list_is_narrowed_by_what_is_planned(self):
        newer = self.planned()
        going = make_published(withdraw_at=now() + timedelta(days=1), withdraw_reason="Ends")
        held = make_article(embargo_until=now() + timedelta(days=1))
        make_article(embargo_until=now() - timedelta(days=1))
        stopped = make_article(stopped_because="No credit")
        to_come = make_published()
        Article.objects.filter(pk=to_come.pk).update(
            scheduled_revision=make_revision(to_come), update_at=now(), update_kind="update"
        )
        for value, story in {
            "newer": newer,
            "withdrawal": going,
            "embargo": held,
            "stopped": stopped,
            "update": to_come,
        }.items():
            with self.subTest(value):
                self.assertEqual(self.listed(has=value), [story])
        self.assertEqual(len(self.listed(has="nothing known")), 6)

    def test_whoever_may_not_read_the_drafts_learns_of_no_newer_one(self):
        theirs = self.planned(headline="Theirs")
        mine = self.planned(headline="Mine", created_by=self.other)
        page = self.client.get(LIST)
        self.assertContains(page, "newer draft by Ana Duarte", count=2)
        self.client.force_login(self.other)
        page = self.client.get(LIST)
        self.assertEqual(set(page.context["cl"].result_list), {theirs, mine})
        self.assertContains(page, "newer draft by Ana Duarte", count=1)
        self.assertEqual(self.listed(has="newer"), [mine])


class OtherTablesTests(TestCase):
    """Sections, tags and authors: plain forms, each with the few things of its own."""

    def setUp(self):
        self.client.force_login(make_user("Chief"))

    def test_their_lists_and_forms_open(self):
        for name, row in (("section", make_section()), ("tag", make_tag()), ("author", make_author())):
            for view, args in (
                ("changelist", []),
                ("add", []),
                ("change", [row.pk]),
                ("delete", [row.pk]),
                ("history", [row.pk]),
            ):
                with self.subTest(f"{name} {view}"):
                    page = self.client.get(reverse(f"admin:articles_{name}_{view}", args=args))
                    self.assertEqual(page.status_code, 200)

    def test_a_section_may_not_take_an_address_of_the_site(self):
        sent = {"name": "Admin", "slug": "admin", "hue": 25, "position": 0}
        page = self.client.post(reverse("admin:articles_section_add"), sent)
        self.assertContains(page, "is an address of the site itself")
        self.assertFalse(Section.objects.exists())

    def test_only_who_manages_people_ties_a_byline_to_a_login(self):
        author, user = make_author(), make_user("Reporter")
        sent = {"name": author.name, "slug": author.slug, "user": user.pk}
        self.client.force_login(make_user("Editor"))
        self.client.post(reverse("admin:articles_author_change", args=[author.pk]), sent)
        author.refresh_from_db()
        self.assertIsNone(author.user)
        self.client.force_login(make_user("Chief"))
        self.client.post(reverse("admin:articles_author_change", args=[author.pk]), sent)
        author.refresh_from_db()
        self.assertEqual(author.user, user)
