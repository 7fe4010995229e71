from unittest import mock

from django.test import SimpleTestCase
from django.urls import reverse

from articles.admin import saved_views
from articles.admin.views_of_list import cleaned
from articles.models import SavedView
from tests.articles.desk_case import DeskTestCase
from tests.factories import make_article, make_section, make_user

LIST = reverse("admin:articles_article_changelist")
VIEWS = reverse("admin:articles_article_views")


def at(view):
    return reverse("admin:articles_article_view", args=[view.pk])


class QueryTests(SimpleTestCase):
    def test_a_query_keeps_what_the_list_knows_in_one_order(self):
        self.assertEqual(
            cleaned("q=tide&due=overdue&state=review&assignee=me&o=-4&has=newer&section=harbour"),
            "state=review&section=harbour&assignee=me&due=overdue&has=newer&q=tide&o=-4",
        )

    def test_everything_else_is_dropped(self):
        for query in (
            "p=3&view=9&all=&e=1&_popup=1&_to_field=id",
            "headline__startswith=x&status=draft&created_by__password=x",
            "next=//evil.example&url=https://evil.example",
            "//evil.example",
            "https://evil.example/?",
            "state=&section=%20",
            "",
        ):
            with self.subTest(query):
                self.assertEqual(cleaned(query), "")

    def test_hostile_values_stay_values(self):
        self.assertEqual(cleaned("q=a%26next%3D//evil.example"), "q=a%26next%3D%2F%2Fevil.example")
        self.assertEqual(cleaned("q=%00%0d%0aSet-Cookie"), "q=Set-Cookie")
        self.assertEqual(cleaned("state=live&state=draft"), "state=draft")
        self.assertLess(len(cleaned("q=" + "x" * 10_000)), 200)
        self.assertEqual(cleaned("&" * 100_000), "")

    def test_cleaning_again_changes_nothing(self):
        for query in ("q=a+b&by=tom", "q=%E6%98%9F&state=live", "q=a%252520"):
            self.assertEqual(cleaned(cleaned(query)), cleaned(query))


class SavedViewTests(DeskTestCase):
    def keep(self, name="Late", query="due=overdue", **more):
        return self.client.post(VIEWS, {"name": name, "query": query, **more})

    def view(self, **overrides):
        return SavedView.objects.create(
            **{"owner": self.user, "name": "Late", "query": "due=overdue", **overrides}
        )

    def test_what_the_list_shows_is_kept_under_a_name_and_stands_over_the_list(self):
        response = self.keep(" Late  shift ", "p=2&due=overdue&next=//evil.example")
        view = SavedView.objects.get()
        self.assertEqual((view.name, view.query, view.owner), ("Late shift", "due=overdue", self.user))
        self.assertFalse(view.is_shared)
        self.assertRedirects(response, f"{LIST}?view={view.pk}&due=overdue")
        page = self.client.get(LIST)
        self.assertContains(page, f'<a href="?view={view.pk}&amp;due=overdue">Late shift</a>', html=True)

    def test_an_open_view_is_marked_and_kept_while_one_narrows_further(self):
        view = self.view()
        page = self.client.get(LIST, {"view": view.pk, "due": "overdue"})
        self.assertContains(page, 'aria-current="true">Late')
        self.assertContains(page, "This view")
        self.assertNotContains(page, "This view, changed")
        self.assertContains(page, f"view={view.pk}")
        page = self.client.get(LIST, {"view": view.pk, "due": "today"})
        self.assertContains(page, "This view, changed")
        self.assertContains(page, "Let “Late” show this")

    def test_a_view_is_brought_up_to_date_and_deleted(self):
        view = self.view()
        response = self.client.post(at(view), {"do": "update", "query": "state=live&bad=1"})
        self.assertRedirects(response, f"{LIST}?view={view.pk}&state=live")
        view.refresh_from_db()
        self.assertEqual(view.query, "state=live")
        self.assertRedirects(self.client.post(at(view), {"do": "delete"}), f"{LIST}?state=live")
        self.assertFalse(SavedView.objects.exists())

    def test_a_query_that_stands_in_the_table_is_cleaned_before_it_is_followed(self):
        view = self.view(query="state=live&next=//evil.example&headline__startswith=x", is_shared=True)
        self.client.force_login(make_user("Reporter"))
        page = self.client.get(LIST)
        self.assertContains(page, f'href="?view={view.pk}&amp;state=live"')
        self.assertNotContains(page, "evil.example")

    def test_a_view_that_is_not_there_is_no_error(self):
        for view in ("9999", "x", "9" * 40, ""):
            self.assertEqual(self.client.get(LIST, {"view": view}).status_code, 200)
            self.assertIsNone(self.client.get(LIST, {"view": view}).context["cl"].views.open)

    def test_a_name_is_needed_is_short_and_is_used_once(self):
        for name, words in (("", "required"), ("\u200b ", "Give the view a name."), ("x" * 41, "at most 40")):
            self.assertIn(words, self.told(self.keep(name)))
        self.assertFalse(SavedView.objects.exists())
        self.keep("Late")
        self.assertIn("already", self.told(self.keep("Late", "state=live")))
        self.assertEqual(SavedView.objects.get().query, "due=overdue")

    def test_a_query_too_long_to_keep_is_refused(self):
        long = "&".join(f"{name}={'x' * 110}" for name in ("state", "section", "by", "assignee", "due", "q"))
        self.assertIn("too much", self.told(self.keep(query=long)))
        view = self.view()
        self.assertIn("too much", self.told(self.client.post(at(view), {"do": "update", "query": long})))
        view.refresh_from_db()
        self.assertEqual(view.query, "due=overdue")

    def test_nobody_keeps_more_than_they_find_again(self):
        with mock.patch.object(saved_views, "MOST", 2):
            for n in range(3):
                response = self.keep(f"View {n}")
        self.assertIn("You have 2 views", self.told(response))
        self.assertEqual(SavedView.objects.count(), 2)

    def test_it_takes_a_press_to_change_anything(self):
        view = self.view()
        for address in (VIEWS, at(view)):
            self.assertEqual(self.client.get(address, {"do": "delete"}).status_code, 405)
        self.assertIn("could not be read", self.told(self.client.post(at(view), {"do": "explode"})))
        self.assertEqual(self.client.post(at(view)).status_code, 302)
        self.assertTrue(SavedView.objects.filter(pk=view.pk).exists())


class SharingTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.view = SavedView.objects.create(
            owner=self.user, name="Desk", query="state=review", is_shared=True
        )
        self.own = SavedView.objects.create(owner=self.user, name="MINEMARK", query="state=live")

    def stand(self, view):
        return SavedView.objects.filter(pk=view.pk).values_list("is_shared", flat=True).first()

    def test_an_editor_shows_a_view_to_everybody_and_takes_it_back(self):
        self.client.post(at(self.own), {"do": "share"})
        self.assertTrue(self.stand(self.own))
        self.client.post(at(self.own), {"do": "unshare"})
        self.assertFalse(self.stand(self.own))
        self.client.post(VIEWS, {"name": "New", "query": "", "is_shared": "on"})
        self.assertTrue(SavedView.objects.get(name="New").is_shared)

    def test_everybody_sees_what_is_shared_and_only_the_owner_the_rest(self):
        for group in ("Reporter", "Editor", "Chief"):
            self.client.force_login(make_user(group))
            page = self.client.get(LIST)
            self.assertContains(page, "Desk")
            self.assertNotContains(page, "MINEMARK")

    def test_a_reporter_keeps_views_and_shares_none(self):
        reporter = make_user("Reporter")
        self.client.force_login(reporter)
        self.assertNotContains(self.client.get(LIST), "is_shared")
        self.assertEqual(
            self.client.post(VIEWS, {"name": "New", "query": "", "is_shared": "on"}).status_code, 403
        )
        self.client.post(VIEWS, {"name": "New", "query": "state=mine"})
        mine = SavedView.objects.get(owner=reporter)
        self.assertEqual(self.client.post(at(mine), {"do": "share"}).status_code, 403)
        self.assertFalse(self.stand(mine))
        for do in ("unshare", "delete", "update", "share"):
            self.assertEqual(self.client.post(at(self.view), {"do": do}).status_code, 403)
            self.assertEqual(self.client.post(at(self.own), {"do": do}).status_code, 404)
        self.assertTrue(self.stand(self.view))

    def test_a_colleague_who_shares_may_only_take_a_view_away_from_everybody(self):
        self.client.force_login(make_user("Chief"))
        for do in ("delete", "update", "share"):
            self.assertEqual(self.client.post(at(self.view), {"do": do, "query": ""}).status_code, 403)
        self.assertContains(self.client.get(LIST, {"view": self.view.pk}), "Do not show it to everybody")
        self.assertRedirects(self.client.post(at(self.view), {"do": "unshare"}), f"{LIST}?state=review")
        self.assertFalse(self.stand(self.view))
        self.assertEqual(self.client.post(at(self.view), {"do": "unshare"}).status_code, 404)

    def test_moderators_and_strangers_keep_nothing(self):
        self.client.force_login(make_user("Moderator"))
        self.assertEqual(self.client.post(VIEWS, {"name": "New", "query": ""}).status_code, 403)
        self.assertEqual(self.client.post(at(self.view), {"do": "delete"}).status_code, 403)
        self.client.logout()
        self.assertEqual(self.client.post(VIEWS, {"name": "New", "query": ""}).status_code, 302)
        self.assertEqual(SavedView.objects.count(), 2)

    def test_me_means_whoever_looks(self):
        view = SavedView.objects.create(owner=self.user, name="For me", query="assignee=me", is_shared=True)
        reporter = make_user("Reporter")
        mine = make_article(created_by=reporter, assignee=reporter, section=make_section())
        make_article(created_by=reporter, assignee=self.user)
        self.client.force_login(reporter)
        page = self.client.get(f"{LIST}?view={view.pk}&{view.query}")
        self.assertEqual(list(page.context["cl"].result_list), [mine])
