"""What can be done with an old version: bring it back, give it a name."""

from django.test import Client
from django.urls import reverse

from articles.choices import RevisionKind, Status
from articles.models import Article, Revision
from tests.articles.desk_case import address
from tests.articles.test_admin_history import HistoryCase, history
from tests.factories import make_article, make_user


def restore(story, revision):
    return reverse("admin:articles_article_restore", args=[story.pk, revision.pk])


def naming(story, revision):
    return reverse("admin:articles_article_name_version", args=[story.pk, revision.pk])


class RestoreTests(HistoryCase):
    def setUp(self):
        super().setUp()
        self.first = self.save(headline="One")
        self.second = self.save(headline="Two")

    def test_an_old_version_comes_back_on_top(self):
        response = self.client.post(restore(self.story, self.first))
        self.assertRedirects(response, address(self.story))
        story = self.stored(self.story)
        self.assertEqual((story.draft_content["headline"], story.headline), ("One", "Lamps"))
        self.assertEqual(story.draft_revision.kind, RevisionKind.RESTORED)
        self.assertIn("Readers see no change", self.told(response))

    def test_the_newest_needs_no_way_back(self):
        number = self.story.revisions.count()
        response = self.client.post(restore(self.story, self.second))
        self.assertIn("the newest version already", self.told(response))
        self.assertEqual(self.story.revisions.count(), number)

    def test_a_text_kept_by_itself_brings_back_what_it_holds(self):
        self.story.keep({"headline": "Half", "tags_typed": ["Pier"]}, by=self.user, tab="tab")
        response = self.client.post(restore(self.story, self.story.revisions.get(kind=RevisionKind.AUTOSAVE)))
        content = self.stored(self.story).draft_content
        self.assertEqual((content["headline"], content["body"]), ("Half", "<p>Words.</p>"))
        self.assertIn("not brought back: Pier.", self.told(response))

    def test_a_version_of_another_story_is_not_there(self):
        other = make_article(created_by=self.user)
        foreign = self.save(other, headline="Foreign")
        self.assertEqual(self.client.post(restore(self.story, foreign)).status_code, 404)
        self.assertEqual(self.client.post(naming(self.story, foreign), {"name": "x"}).status_code, 404)
        self.assertEqual(self.stored(self.story).draft_revision, self.second)

    def test_a_text_that_fits_no_longer_is_refused_in_words(self):
        Revision.objects.filter(pk=self.first.pk).update(content={"headline": "x" * 300})
        response = self.client.post(restore(self.story, self.first))
        self.assertRedirects(response, history(self.story))
        self.assertIn("cannot be brought back", self.told(response))
        self.assertEqual(self.stored(self.story).draft_revision, self.second)

    def test_only_whoever_may_write_and_only_by_a_press(self):
        ben = make_user("Reporter")
        waiting = make_article(created_by=ben, status=Status.IN_REVIEW)
        version = self.save(waiting, headline="Two")
        for door in (restore, naming):
            self.client.force_login(self.user)
            self.assertEqual(self.client.get(door(self.story, self.first)).status_code, 405)
            for user, story, revision, code in (
                (ben, waiting, version, 403),
                (ben, self.story, self.first, 403),
                (ben, make_article(), self.first, 404),
                (make_user("Moderator"), self.story, self.first, 403),
            ):
                self.client.force_login(user)
                self.assertEqual(self.client.post(door(story, revision), {"name": "x"}).status_code, code)
        self.assertEqual(Revision.objects.exclude(name="").count(), 0)

    def test_another_site_cannot_press(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.user)
        for door in (restore, naming):
            self.assertEqual(client.post(door(self.story, self.first), {"name": "x"}).status_code, 403)


class NameTests(HistoryCase):
    def setUp(self):
        super().setUp()
        self.revision = self.save(headline="One")
        self.save(headline="Two")

    def name(self, name, **more):
        return self.client.post(naming(self.story, self.revision), {"name": name, **more})

    def test_a_version_gets_a_name_and_is_found_by_it(self):
        response = self.name("As filed")
        self.assertRedirects(response, f"{history(self.story)}#v{self.revision.pk}")
        self.assertIn("“As filed”", self.told(response))
        self.assertEqual([row.number for row in self.rows("?named=1")], [self.revision.pk])

    def test_it_goes_back_to_the_page_it_came_from(self):
        response = self.name("As filed", before="9-9-9")
        self.assertEqual(
            response.headers["Location"], f"{history(self.story)}?before=9-9-9#v{self.revision.pk}"
        )

    def test_an_empty_name_takes_it_away(self):
        self.name("As filed")
        self.assertIn("no name any more", self.told(self.name("")))
        self.assertEqual(self.rows("?named=1"), [])

    def test_what_is_refused_is_said(self):
        self.assertIn("80 characters at most", self.told(self.name("x" * 81)))
        self.story.keep({"headline": "Half"}, by=self.user, tab="tab")
        self.revision = self.story.revisions.get(kind=RevisionKind.AUTOSAVE)
        self.assertIn("may still change", self.told(self.name("Half")))
        self.assertFalse(Revision.objects.exclude(name="").exists())

    def test_no_row_of_the_story_changes(self):
        before = Article.objects.values().get(pk=self.story.pk)
        self.name("As filed")
        self.assertEqual(Article.objects.values().get(pk=self.story.pk), before)
