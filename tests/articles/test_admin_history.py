"""The history of a story at the desk: who may read it, what it says, and the ways back."""

import re
from datetime import timedelta
from unittest import mock

from django.urls import reverse
from django.utils.timezone import now

from articles.choices import ChangeKind, Status, Verb
from articles.models import Revision
from tests.articles.desk_case import DeskTestCase
from tests.factories import make_article, make_author, make_published, make_section, make_user


def history(story):
    return reverse("admin:articles_article_history", args=[story.pk])


def text_of(response):
    """The words of the page, without its markup."""
    page = re.sub(r"<[^>]*>", " ", response.content.decode().partition('id="content-main"')[2])
    return " ".join(page.split())


class HistoryCase(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_published(created_by=self.user, headline="Lamps")

    def save(self, story=None, **content):
        story = story or self.story
        return story.save_draft(story.draft_content | content, by=self.user).revision

    def read(self, story=None, query=""):
        return self.client.get(history(story or self.story) + query)

    def rows(self, query=""):
        return self.read(query=query).context["rows"]


class DoorTests(HistoryCase):
    def codes(self, user, *stories):
        self.client.force_login(user)
        return [self.client.get(history(story)).status_code for story in stories]

    def test_who_reads_a_history(self):
        ben = make_user("Reporter")
        own, waiting = (make_article(created_by=ben, status=to) for to in (Status.DRAFT, Status.IN_REVIEW))
        byline = make_published(bylines=[make_author(user=ben)])
        draft, live = make_article(), self.story
        self.assertEqual(self.codes(ben, own, waiting, byline, draft, live), [200, 200, 200, 404, 403])
        for group in ("Editor", "Chief"):
            self.assertEqual(self.codes(make_user(group), own, draft, live), [200] * 3)
        self.assertEqual(self.codes(make_user("Moderator"), own, live), [403] * 2)
        self.client.logout()
        self.assertRedirects(
            self.read(), f"{reverse('admin:login')}?next={history(live)}", fetch_redirect_response=False
        )

    def test_the_words_of_a_draft_reach_nobody_else(self):
        revision = self.save(headline="Marker of a draft", body="<p>Marker of a draft</p>")
        self.story.name_version(revision, "Marker of a name", by=self.user)
        for user in (make_user("Reporter"), make_user("Moderator")):
            self.client.force_login(user)
            self.assertNotIn("Marker", self.read().content.decode())

    def test_what_is_no_key_has_no_history(self):
        for key in ("999", "x", "-1", "9" * 30, "١"):
            page = reverse("admin:articles_article_history", args=[key])
            self.assertEqual(self.client.get(page).status_code, 404, key)

    def test_it_is_read_and_not_pressed(self):
        self.assertEqual(self.client.post(history(self.story)).status_code, 405)

    def test_no_cache_keeps_it(self):
        self.assertIn("no-store", self.read().headers["Cache-Control"])


class PageTests(HistoryCase):
    def test_it_tells_who_did_what(self):
        story = make_article(created_by=self.user, section=make_section())
        story.publish(by=self.user)
        response = self.read(story)
        self.assertContains(response, "Ana Duarte")
        self.assertContains(response, "Published")

    def test_a_story_of_which_nothing_is_known(self):
        self.assertContains(self.read(), "Nothing has been noted")

    def test_a_version_says_what_it_changed_and_what_became_of_it(self):
        self.save(headline="Lit", body="<p>Other</p>")
        self.story.update_live(by=self.user, kind=ChangeKind.CORRECTION, note="There are nine lamps.")
        words = text_of(self.read())
        self.assertRegex(words, r"\d changes: headline, text ")
        self.assertIn("Live text", words)
        self.assertRegex(words, r"Live story updated Ana Duarte , [^№]* Correction: There are nine lamps.")

    def test_the_marks_say_what_each_version_is(self):
        self.save(headline="Two")
        self.story.schedule_update(now() + timedelta(days=2), by=self.user, kind=ChangeKind.MINOR)
        self.save(headline="Three")
        marks = [[sign for sign, _words in row.marks] for row in self.rows()]
        self.assertEqual(marks, [["draft"], ["update"], ["live"]])
        words = text_of(self.read())
        self.assertRegex(words, r"Scheduled update, \w{3} \d\d:\d\d")
        self.assertIn("Newer draft", words)

    def test_the_marks_of_what_no_reader_sees(self):
        draft, scheduled = make_article(created_by=self.user, section=make_section()), self.story
        self.save(draft, headline="Two")
        self.assertIn("Newest version", text_of(self.read(draft)))
        draft.schedule(now() + timedelta(hours=30), by=self.user)
        self.assertIn("Goes out", text_of(self.read(draft)))
        self.save(scheduled, headline="Two")
        scheduled.withdraw("Legal", by=self.user)
        words = text_of(self.read())
        self.assertIn("What readers saw last", words)
        self.assertIn("Legal", words)

    def test_saves_that_overlap_are_offered(self):
        base = self.save(headline="One").pk
        content = self.story.draft_content
        self.story.save_draft(content | {"headline": "Mine"}, by=self.user, base=base)
        saved = self.story.save_draft(content | {"headline": "Theirs"}, by=self.user, base=base)
        settle = reverse("admin:articles_article_settle", args=[self.story.pk, saved.revision.pk])
        self.assertContains(self.read(), f'href="{settle}"')
        self.assertTrue(self.rows()[0].overlaps)

    def test_what_a_browser_kept_is_folded_away(self):
        for number in range(4):
            self.story.keep({"headline": f"Half {number}"}, by=self.user, tab=f"tab{number}")
        self.assertContains(self.read(), "4 kept by themselves")

    def test_where_a_text_came_from(self):
        first = self.save(headline="One")
        self.save(headline="Two")
        self.story.restore(first, by=self.user)
        self.assertIn(f"Brought back № {first.pk}", text_of(self.read()))

    def test_hostile_words_are_words(self):
        hostile = "<script>alert(1)</script>\"'<img src=x onerror=alert(1)>"
        revision = self.save(headline=hostile)
        self.story.name_version(revision, "<b>'\"", by=self.user)
        self.story.update_live(by=self.user, kind=ChangeKind.CORRECTION, note=hostile)
        page = self.read().content.decode()
        self.assertNotIn("<script>alert", page)
        self.assertNotIn("<img src=x", page)
        self.assertNotIn("<b>'", page)

    def test_it_needs_no_style_or_script_in_the_page(self):
        self.save(headline="Two")
        page = self.read().content.decode()
        self.assertNotIn(" style=", page)
        self.assertNotRegex(page, r"<script(?![^>]* src=)")
        self.assertNotRegex(page, r" on[a-z]+=")

    def test_a_long_history_takes_no_more_queries_and_comes_in_pages(self):
        for number in range(60):
            self.save(headline=f"Headline {number}")
            self.story.log(Verb.ASSIGNED, self.user, Status.PUBLISHED)
        # session, user, permissions, the story, its versions, its log
        with self.assertNumQueries(6):
            response = self.read()
        self.assertEqual(len(response.context["rows"]), 40)
        further = response.context["older"]
        with self.assertNumQueries(6):
            response = self.read(query=further)
        self.assertContains(response, "To the newest")
        ben = make_user("Reporter")
        self.story.set_bylines([make_author(user=ben)])
        self.client.force_login(ben)
        # bylines
        with self.assertNumQueries(7):
            self.read()

    def test_no_text_of_a_version_is_read(self):
        self.save(body="<p>Long</p>")
        with mock.patch.object(Revision, "from_db", wraps=Revision.from_db) as made:
            self.read()
        self.assertTrue(made.called)
        self.assertFalse([call for call in made.call_args_list if "content" in call.args[1]])

    def test_a_reader_of_drafts_who_may_not_write_is_offered_no_way_back(self):
        ben = make_user("Reporter")
        story = make_article(created_by=ben, status=Status.IN_REVIEW)
        self.save(story, headline="Two")
        self.client.force_login(ben)
        page = self.read(story).content.decode()
        self.assertIn("What changed", page)
        for offer in ("Bring back", "Name it", "restore-form"):
            self.assertNotIn(offer, page)
