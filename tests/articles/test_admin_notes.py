"""The notes of a story at the desk, and that they stay there."""

import re
from pathlib import Path

from django.template import Context, Template
from django.test import Client, TestCase
from django.urls import reverse

from articles.choices import Status
from articles.models import Article, EditorialNote, Mention
from articles.noting import unseen_mentions
from tests.articles.desk_case import DeskTestCase
from tests.factories import make_article, make_published, make_user
from tests.public_pages import public_pages

PROJECT = Path(__file__).resolve().parent.parent.parent


def page_of(story):
    return reverse("admin:articles_article_notes", args=[story.pk])


def colleagues_of(story):
    return reverse("admin:articles_article_colleagues", args=[story.pk])


class DoorTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.ben = make_user("Reporter", username="ben", first_name="Ben", last_name="Ode")

    def codes(self, user, *stories):
        self.client.force_login(user)
        return [
            self.client.get(door(story)).status_code for story in stories for door in (page_of, colleagues_of)
        ]

    def test_who_comes_in(self):
        own, waiting = (
            make_article(created_by=self.ben, status=to) for to in (Status.DRAFT, Status.IN_REVIEW)
        )
        draft, live = make_article(), make_published()
        self.assertEqual(self.codes(self.ben, own, waiting, draft, live), [200] * 4 + [404, 404, 403, 403])
        for group in ("Editor", "Chief"):
            self.assertEqual(self.codes(make_user(group), own, draft, live), [200] * 6)
        self.assertEqual(self.codes(make_user("Moderator"), own, live), [403] * 4)
        self.client.logout()
        for door in (page_of, colleagues_of):
            self.assertRedirects(
                self.client.get(door(own)),
                f"{reverse('admin:login')}?next={door(own)}",
                fetch_redirect_response=False,
            )

    def test_a_press_is_held_to_the_same(self):
        story = make_article()
        for user, code in ((self.ben, 404), (make_user("Moderator"), 403)):
            self.client.force_login(user)
            self.assertEqual(self.client.post(page_of(story), {"text": "Hm"}).status_code, code)
        self.assertFalse(EditorialNote.objects.exists())

    def test_a_press_from_elsewhere_is_refused(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.user)
        self.assertEqual(client.post(page_of(make_article()), {"text": "Hm"}).status_code, 403)

    def test_names_are_asked_for_by_reading_only(self):
        self.assertEqual(self.client.post(colleagues_of(make_article())).status_code, 405)


class NotesTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.ben = make_user("Reporter", username="ben", first_name="Ben", last_name="Ode")
        self.story = make_article(created_by=self.ben)

    def post(self, **data):
        return self.client.post(page_of(self.story), data)

    def test_a_note_is_written_and_who_is_told_is_said(self):
        answer = self.post(text="@ben and @nobody: <b>where</b>?")
        self.assertEqual(answer.url, f"{page_of(self.story)}#notes")
        self.assertEqual(
            self.told(answer), "Noted. Ben Ode will see it on the desk. Nobody here is called @nobody."
        )
        page = self.client.get(page_of(self.story))
        self.assertContains(page, "&lt;b&gt;where&lt;/b&gt;")
        self.assertContains(page, "never shown to readers")

    def test_the_way_back_is_one_of_ours(self):
        change = reverse("admin:articles_article_change", args=[self.story.pk])
        self.assertEqual(self.post(text="One", back="story").url, f"{change}#notes")
        self.assertEqual(self.post(seen="1", back="desk").url, reverse("admin:index"))
        self.assertEqual(
            self.post(text="Two", back="https://evil.example/").url, f"{page_of(self.story)}#notes"
        )

    def test_one_too_long_comes_back_whole(self):
        answer = self.post(text="x" * 4_001)
        self.assertContains(answer, "x" * 4_001, status_code=422)
        self.assertContains(answer, "1 character too long", status_code=422)

    def test_settling_folds_away_and_opens_again(self):
        note = self.story.note("Hm", by=self.user)
        self.post(settle=note.pk)
        self.assertContains(self.client.get(page_of(self.story)), "1 settled")
        self.post(unsettle=note.pk)
        self.assertNotContains(self.client.get(page_of(self.story)), "settled")

    def test_settling_loses_no_half_written_note(self):
        note = self.story.note("Hm", by=self.user)
        answer = self.post(settle=note.pk, text="Half a tho")
        self.assertContains(answer, ">Half a tho</textarea>")
        self.assertEqual(EditorialNote.objects.count(), 1)

    def test_a_note_that_is_not_there_is_not_found(self):
        other = make_article().note("Hm", by=self.user)
        for value in (other.pk, "x", "", "9" * 30, "²"):
            self.assertEqual(self.post(settle=value).status_code, 404, value)

    def test_reading_changes_nothing_and_a_press_does(self):
        self.story.note("@ben?", by=self.user)
        self.client.force_login(self.ben)
        self.assertContains(self.client.get(page_of(self.story)), "For you")
        self.assertIsNone(Mention.objects.get().seen_at)
        self.post(seen="1")
        self.assertIsNotNone(Mention.objects.get().seen_at)
        self.assertNotContains(self.client.get(page_of(self.story)), "For you")

    def test_nobody_sees_for_another(self):
        self.story.note("@ben?", by=self.user)
        self.post(seen="1")
        self.assertIsNone(Mention.objects.get().seen_at)

    def test_the_page_costs_the_same_for_any_number(self):
        def queries():
            with self.assertNumQueries(6):
                self.client.get(page_of(self.story))

        self.story.note("@ben one", by=self.user)
        queries()
        for number in range(20):
            self.story.note(f"@ben {number}", by=self.user)
        queries()

    def test_the_box_on_the_form_is_one_query(self):
        self.story.note("@ben one", by=self.user)
        story = Article.objects.get()
        source = Template(
            '{% include "admin/articles/article/_notes.html" with story=story user=user only %}'
        )
        self.user.has_perm("articles.change_article")
        with self.assertNumQueries(1):
            box = source.render(Context({"story": story, "user": self.user}))
        self.assertIn('form="note-form"', box)
        self.assertNotIn("<form", box)

    def test_there_is_no_box_where_drafts_are_closed_or_nothing_is_stored(self):
        source = Template('{% include "admin/articles/article/_notes.html" %}')
        for story in (make_published(), Article()):
            self.assertEqual(source.render(Context({"story": story, "user": self.ben})).strip(), "")

    def test_the_dashboard_part_names_who_asked(self):
        self.story.note("@ben where is the quote?", by=self.user)
        source = Template('{% include "admin/_mentions.html" with mentions=mentions only %}')
        part = source.render(Context({"mentions": unseen_mentions(self.ben, 5)}))
        self.assertIn("Ana Duarte asked you on", part)
        self.assertIn("where is the quote?", part)


class ColleaguesTests(DeskTestCase):
    def found(self, story, term):
        answer = self.client.get(colleagues_of(story), {"q": term})
        self.assertIn("no-store", answer["Cache-Control"])
        return [colleague["username"] for colleague in answer.json()["colleagues"]]

    def test_only_those_who_may_read_the_draft_are_suggested(self):
        ben = make_user("Reporter", username="ben", first_name="Ben", last_name="Ode")
        make_user("Reporter", username="benno")
        make_user("Moderator", username="benita")
        make_user("Editor", username="b.lind", first_name="Sven", last_name="Benson")
        make_user("Editor", username="bengt", is_active=False)
        story = make_article(created_by=ben)
        self.assertEqual(self.found(story, "BEN"), ["ben", "b.lind"])
        self.assertEqual(self.found(story, "ode"), ["ben"])
        self.assertEqual(self.found(story, "%"), [])

    def test_they_are_few(self):
        for number in range(12):
            make_user("Editor", username=f"x{number}")
        story = make_article()
        with self.assertNumQueries(6):
            self.assertEqual(len(self.found(story, "x")), 8)


class LeakTests(TestCase):
    """Notes and readers' comments have once stood in one table, elsewhere, and came out in its feed."""

    SECRET = "Zwölfender"

    def test_no_public_page_shows_a_note_or_counts_one(self):
        before = {name: page.content for name, page in public_pages().items()}
        self.assertGreater(len(before), 20)
        editor = make_user("Editor")
        live = Article.objects.published().exclude(comments=None)
        noted = list(live) + list(Article.objects.withdrawn())
        for story in noted:
            story.note(f"{self.SECRET} @{editor.username}", by=editor)
        self.assertGreaterEqual(len(noted), 4)
        for story in noted:
            for address in self.addresses(story):
                self.assertNotContains(
                    self.client.get(address), self.SECRET, status_code=410 if not story.is_public else 200
                )
        for address in ("/", "/latest/", live[0].section.get_absolute_url()):
            self.assertNotContains(self.client.get(address), self.SECRET)

    def addresses(self, story):
        at = story.get_absolute_url()
        return (at, f"{at}comments/") if story.is_public else (at,)

    def test_a_storys_pages_are_the_same_to_the_byte_with_notes_and_without(self):
        story = make_published()
        at = story.get_absolute_url()
        before = [self.client.get(address).content for address in (at, f"{at}comments/", "/", "/latest/")]
        editor = make_user("Editor")
        for _number in range(3):
            story.note(self.SECRET, by=editor)
        after = [self.client.get(address).content for address in (at, f"{at}comments/", "/", "/latest/")]
        self.assertEqual(after, before)

    def test_nothing_that_readers_are_shown_knows_of_notes(self):
        """Who may name the tables: their models, their verbs and the desk's rooms for them."""
        knows = re.compile(r"editorial_?notes?\b|\bMention\b|mentioned_in|notes_for|NotesPage", re.IGNORECASE)
        may = re.compile(
            r"articles/(noting|models/(__init__|editorial_note)|admin/notes|templatetags/notes|preflight/others|migrations/\w+)\.py"
        )
        found = {
            path.relative_to(PROJECT).as_posix()
            for app in ("articles", "comments", "newsroom")
            for path in (PROJECT / app).rglob("*.py")
            if knows.search(path.read_text(encoding="utf-8"))
        }
        self.assertEqual([path for path in found if not may.fullmatch(path)], [])
        public = [path for path in (PROJECT / "templates").rglob("*.html") if "admin" not in path.parts]
        self.assertEqual([path.name for path in public if knows.search(path.read_text(encoding="utf-8"))], [])
