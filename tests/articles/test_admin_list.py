from datetime import timedelta
from unittest import mock

from django.contrib import admin
from django.test import TestCase
from django.urls import reverse
from django.utils.timezone import now

from articles.admin import desk
from articles.choices import Status
from articles.models import Article, Section
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


class GrowthTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user("Editor"))

    def test_the_number_of_queries_does_not_depend_on_the_number_of_stories(self):
        counts = []
        for number in (1, 29):
            for n in range(number):
                make_published(
                    bylines=[make_author(), make_author()], tags=[make_tag()], ago=timedelta(hours=n)
                )
            with self.subTest(number), self.assertNumQueries(11):
                counts.append(len(self.client.get(LIST).context["cl"].result_list))
        self.assertEqual(counts, [1, 30])

    def test_a_long_list_is_not_counted_to_its_end(self):
        for n in range(4):
            make_article(headline=f"Story {n}")
        with mock.patch.object(desk, "COUNT_LIMIT", 2):
            page = self.client.get(LIST)
        self.assertContains(page, "More than 2.")
        self.assertEqual(page.context["cl"].paginator.count, 3)

    def test_a_list_has_pages(self):
        with mock.patch.object(admin.site.get_model_admin(Article), "list_per_page", 2):
            for n in range(5):
                make_article(headline=f"Story {n}")
            self.assertContains(self.client.get(LIST), "?p=3")
            self.assertEqual(len(self.client.get(LIST, {"p": 3}).context["cl"].result_list), 1)


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
