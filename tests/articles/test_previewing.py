"""A version of a story put on for showing: complete, clean, and never stored."""

from django.test import TestCase

from articles.content import content_of
from articles.models import Article, Byline
from articles.previewing import as_of, bar_of, content_at, is_what_readers_see
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_published,
    make_section,
    make_tag,
    make_user,
)


class PuttingOnTests(TestCase):
    def setUp(self):
        self.story = make_published(headline="As it is", bylines=[make_author()], tags=[make_tag()])
        self.section, self.photo = make_section(), make_photo()
        self.authors, self.tag = [make_author(), make_author()], make_tag()
        self.content = content_of(self.story) | {
            "headline": "As it will be",
            "body": "<p>New <strong>words</strong>.</p>",
            "section": self.section.pk,
            "lead_photo": self.photo.pk,
            "bylines": [author.pk for author in self.authors[::-1]],
            "tags": [self.tag.pk],
        }

    def test_it_has_the_words_of_the_version_and_stands_where_the_story_stands(self):
        shown = as_of(self.story, self.content)
        self.assertEqual(
            (shown.headline, shown.body), ("As it will be", "<p>New <strong>words</strong>.</p>")
        )
        self.assertEqual((shown.section, shown.lead_photo), (self.section, self.photo))
        self.assertEqual(shown.authors, self.authors[::-1])
        self.assertEqual(shown.shown_tags, [self.tag])
        self.assertEqual(shown.get_absolute_url(), self.story.get_absolute_url())
        self.assertEqual(self.story.headline, "As it is")

    def test_a_template_asks_for_nothing_more(self):
        shown = as_of(self.story, self.content)
        with self.assertNumQueries(0):
            self.assertEqual([tag.name for tag in shown.tags.all()], [self.tag.name])
            self.assertEqual([line.author for line in shown.bylines.all()], self.authors[::-1])
            self.assertEqual((shown.section.name, shown.lead_photo.pk), (self.section.name, self.photo.pk))

    def test_it_cannot_be_stored(self):
        shown = as_of(self.story, self.content)
        user = make_user("Editor")
        for write in (
            shown.save,
            shown.delete,
            lambda: shown.set_bylines([]),
            lambda: shown.withdraw("No.", by=user),
            lambda: shown.log("revised", user, shown.status),
        ):
            with self.assertRaises(TypeError):
                write()
        shown.bylines.all().delete()
        stored = Article.objects.get(pk=self.story.pk)
        self.assertEqual((stored.headline, stored.is_public), ("As it is", True))
        self.assertEqual(Byline.objects.count(), 1)

    def test_what_is_gone_is_left_out(self):
        gone = {"section": 10**9, "lead_photo": 10**9, "bylines": [10**9], "tags": [10**9]}
        shown = as_of(self.story, self.content | gone)
        self.assertEqual(
            (shown.section, shown.lead_photo, shown.authors, shown.shown_tags), (None, None, [], [])
        )

    def test_whatever_is_in_the_text_passes_the_sanitiser(self):
        shown = as_of(self.story, {"body": "<p>x</p><script>alert(1)</script>", "headline": "a\u202eb"})
        self.assertEqual((shown.body, shown.headline), ("<p>x</p>", "ab"))

    def test_the_address_that_readers_know_stays(self):
        self.assertEqual(as_of(self.story, self.content | {"slug": "other"}).slug, self.story.slug)
        self.assertEqual(as_of(make_article(), {"slug": "other"}).slug, "other")


class VersionTests(TestCase):
    def setUp(self):
        self.editor = make_user("Editor", first_name="Ana", last_name="Duarte")
        self.story = make_published(headline="Live")

    def newer(self):
        content = content_of(self.story) | {"headline": "Newer"}
        return self.story.save_draft(content, by=self.editor).revision

    def test_a_story_without_versions_is_its_row(self):
        self.assertTrue(is_what_readers_see(self.story, None))
        self.assertEqual(content_at(self.story, None)["headline"], "Live")
        self.assertFalse(is_what_readers_see(make_article(), None))

    def test_a_newer_draft_is_not_what_readers_see(self):
        revision = self.newer()
        self.assertFalse(is_what_readers_see(self.story, revision))
        self.assertTrue(is_what_readers_see(self.story, self.story.live_revision))
        self.assertEqual(content_at(self.story, revision)["headline"], "Newer")

    def test_what_an_autosave_does_not_hold_comes_from_the_draft(self):
        self.newer()
        self.story.keep({"body": "<p>Typing</p>"}, by=self.editor, tab="one")
        kept = self.story.revisions.get(autosave_of=self.editor)
        content = content_at(self.story, kept)
        self.assertEqual((content["headline"], content["body"]), ("Newer", "<p>Typing</p>"))

    def test_the_line_above_says_which_version_it_is(self):
        revision = self.newer()
        bar = bar_of(self.story, revision)
        self.assertEqual((bar.by, bar.at, bar.is_live), ("Ana Duarte", revision.created_at, False))
        self.assertTrue(bar_of(self.story, self.story.live_revision).is_live)
        self.assertIsNone(bar_of(self.story, is_stored=False).at)
