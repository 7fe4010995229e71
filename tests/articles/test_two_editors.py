from django.test import TestCase

from articles.choices import RevisionKind, Verb
from articles.content import cleaned
from articles.models import Article
from tests.articles.drafts_case import FIVE, row_of, save
from tests.factories import make_article, make_user


class MergeTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.ana, cls.tom = make_user("Editor", first_name="Ana"), make_user("Editor", first_name="Tom")
        cls.story = make_article(headline="As it was", body=FIVE, standfirst="One line.")

    def setUp(self):
        self.base = self.story._head().pk

    def test_what_two_wrote_in_different_places_comes_together(self):
        save(self.story, self.tom, self.base, body=FIVE.replace("Paragraph 1", "Tom’s words, number 1"))
        opened = self.story.revisions.get(pk=self.base).content
        saved = self.story.save_draft(
            opened | {"body": FIVE.replace("Paragraph 3", "Ana’s words, number 3"), "headline": "New"},
            by=self.ana,
            base=self.base,
        )
        stored = Article.objects.get(pk=self.story.pk)
        self.assertTrue(saved.is_merged)
        self.assertIn("Tom’s words", stored.body)
        self.assertIn("Ana’s words", stored.body)
        self.assertEqual(stored.headline, "New")
        self.assertEqual(stored.events.first().verb, Verb.MERGED)

    def test_what_overlaps_is_kept_aside_and_asked_about(self):
        save(self.story, self.tom, self.base, body=FIVE.replace("Paragraph 1", "Tom’s paragraph"))
        opened = self.story.revisions.get(pk=self.base).content
        mine = FIVE.replace("Paragraph 1", "Ana’s paragraph")
        before = row_of(self.story)
        saved = self.story.save_draft(opened | {"body": mine}, by=self.ana, base=self.base)
        self.assertEqual(set(saved.clash.clashes), {"body"})
        self.assertEqual((saved.revision.kind, saved.revision.content["body"]), (RevisionKind.ASIDE, mine))
        self.assertEqual(saved.revision.author, self.ana)
        self.assertEqual(row_of(self.story), before, "the story stays as it was saved")
        self.assertEqual(self.story.events.first().verb, Verb.CLASHED)

    def clash(self):
        save(
            self.story, self.tom, self.base, body=FIVE.replace("Paragraph 1", "Tom’s paragraph"), headline="T"
        )
        opened = self.story.revisions.get(pk=self.base).content
        typed = opened | {"body": FIVE.replace("Paragraph 1", "Ana’s paragraph"), "headline": "A"}
        return self.story.save_draft(typed, by=self.ana, base=self.base).revision

    def test_a_clash_is_settled_as_its_writer_chooses(self):
        for choice, has_ana, has_tom in (
            ("mine", True, False),
            ("theirs", False, True),
            ("both", True, True),
        ):
            with self.subTest(choice):
                aside = self.clash()
                saved = self.story.settle(
                    aside,
                    {("body", 0): choice, ("headline", 0): "mine"},
                    by=self.ana,
                    head=self.story.draft_revision_id,
                )
                self.assertIsNone(saved.clash)
                body = Article.objects.get(pk=self.story.pk).body
                self.assertEqual(("Ana’s" in body, "Tom’s" in body), (has_ana, has_tom))
                self.assertEqual(body.count("Paragraph"), 4)
                self.assertEqual(self.story.headline, "A")
                self.story.restore(self.story.revisions.get(pk=self.base), by=self.tom)
                self.base = self.story.draft_revision_id

    def test_a_choice_that_is_missing_or_impossible_stores_nothing(self):
        aside = self.clash()
        before = row_of(self.story)
        head = self.story.draft_revision_id
        for choices in ({}, {("body", 0): "mine"}, {("body", 0): "mine", ("headline", 0): "both"}):
            self.assertIsNotNone(self.story.settle(aside, choices, by=self.ana, head=head).clash)
        self.assertEqual(row_of(self.story), before)

    def test_a_choice_made_against_an_older_version_is_asked_again(self):
        aside, head = self.clash(), self.story.draft_revision_id
        save(self.story, self.tom, standfirst="Saved while Ana was choosing.")
        choices = {("body", 0): "mine", ("headline", 0): "mine"}
        self.assertIsNotNone(self.story.settle(aside, choices, by=self.ana, head=head).clash)
        self.assertIsNone(
            self.story.settle(aside, choices, by=self.ana, head=self.story.draft_revision_id).clash
        )
        self.assertEqual(self.story.standfirst, "Saved while Ana was choosing.")

    def test_a_base_of_another_story_counts_as_the_oldest(self):
        other = make_article()
        foreign = other._head().pk
        save(self.story, self.tom, headline="Tom’s")
        opened = self.story.revisions.get(pk=self.base).content
        saved = self.story.save_draft(opened | {"headline": "Ana’s"}, by=self.ana, base=foreign)
        self.assertIsNotNone(saved.clash)

    def test_a_page_that_typed_nothing_is_never_behind(self):
        save(self.story, self.tom, self.base, headline="Tom’s")
        opened = self.story.revisions.get(pk=self.base).content
        self.assertFalse(self.story.save_draft(opened, by=self.ana, base=self.base).is_changed)
        self.assertEqual(Article.objects.get(pk=self.story.pk).headline, "Tom’s")

    def test_a_story_without_versions_is_merged_from_its_row(self):
        old = make_article(headline="Old", body=FIVE)
        self.assertFalse(old.is_behind(0))
        save(old, self.tom, 0, body=FIVE.replace("Paragraph 0", "Tom’s paragraph"))
        self.assertTrue(old.is_behind(0))
        saved = old.save_draft(
            cleaned({"headline": "New", "body": FIVE, "language": old.language}), by=self.ana, base=0
        )
        self.assertTrue(saved.is_merged)
        self.assertEqual(Article.objects.get(pk=old.pk).headline, "New")
        self.assertIn("Tom’s", Article.objects.get(pk=old.pk).body)
