"""What the list of stories costs, for whom, however much there is."""

from datetime import timedelta
from unittest import mock

from django.contrib import admin
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now

from articles.admin import desk
from articles.content import content_of
from articles.models import Article, Revision, SavedView
from tests.factories import make_article, make_author, make_published, make_tag, make_user

LIST = reverse("admin:articles_article_changelist")


class GrowthTests(TestCase):
    def fill(self, number):
        for n in range(number):
            story = make_published(
                bylines=[make_author(), make_author()],
                tags=[make_tag()],
                ago=timedelta(hours=n),
                assignee=make_user("Reporter"),
                due_at=now(),
            )
            draft = Revision.objects.create(
                article=story, kind="saved", content=content_of(story), author_name="Ana"
            )
            Article.objects.filter(pk=story.pk).update(draft_revision=draft)
            owner = make_user("Editor")
            SavedView.objects.create(owner=owner, name=f"View {n}", query="state=live", is_shared=True)

    def test_nobody_waits_for_more_than_eight_queries_whatever_there_is(self):
        """A moderator has no way in; a Chief is also told how many comments wait."""
        budget = {"Reporter": 7, "Editor": 7, "Chief": 8}
        shown = {group: [] for group in budget}
        users = {group: make_user(group) for group in budget}
        for more in (1, 29):
            self.fill(more)
            for group, queries in budget.items():
                self.client.force_login(users[group])
                with self.subTest(group=group, more=more), self.assertNumQueries(queries):
                    shown[group].append(len(self.client.get(LIST).context["cl"].result_list))
        self.assertEqual(shown, {group: [1, 30] for group in budget})

    def test_a_superuser_waits_no_longer(self):
        self.fill(30)
        self.client.force_login(make_user(is_superuser=True))
        with self.assertNumQueries(7):
            self.client.get(LIST)

    def test_a_full_page_costs_no_query_more(self):
        self.fill(5)
        self.client.force_login(make_user("Chief"))
        with mock.patch.object(admin.site.get_model_admin(Article), "list_per_page", 3):
            with self.assertNumQueries(8):
                page = self.client.get(LIST)
            self.assertContains(page, "5 in all")
            with self.assertNumQueries(8):
                self.assertContains(self.client.get(LIST, {"p": 2}), "5 in all")

    def test_no_text_of_a_story_is_fetched_to_show_its_row(self):
        self.fill(1)
        self.client.force_login(make_user("Editor"))
        with CaptureQueriesContext(connection) as asked:
            self.client.get(LIST)
        for query in asked.captured_queries[2:]:
            self.assertNotRegex(query["sql"], r'"body"|"content"|"password"')

    def test_a_long_list_is_not_counted_to_its_end(self):
        self.client.force_login(make_user("Editor"))
        for n in range(4):
            make_article(headline=f"Story {n}")
        with (
            mock.patch.object(desk, "COUNT_LIMIT", 2),
            mock.patch.object(admin.site.get_model_admin(Article), "list_per_page", 2),
        ):
            page = self.client.get(LIST)
        self.assertContains(page, "More than 2.")
        self.assertEqual(page.context["cl"].paginator.count, 3)

    def test_a_list_has_pages(self):
        self.client.force_login(make_user("Editor"))
        with mock.patch.object(admin.site.get_model_admin(Article), "list_per_page", 2):
            for n in range(5):
                make_article(headline=f"Story {n}")
            self.assertContains(self.client.get(LIST), "?p=3")
            self.assertEqual(len(self.client.get(LIST, {"p": 3}).context["cl"].result_list), 1)
            for beyond in ("4", "0", "-1", "9" * 30):
                self.assertRedirects(self.client.get(LIST, {"p": beyond}), f"{LIST}?e=1")
