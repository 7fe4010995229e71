import uuid

from django.core.exceptions import PermissionDenied, ValidationError
from django.test import TestCase

from articles.choices import CommentMode, RevisionKind, Status, Verb
from articles.content import COMPARED, FIELDS, KINDS, cleaned, content_of
from articles.models import Article, ArticleEvent
from articles.refusals import WrongState
from tests.articles.drafts_case import row_of, save
from tests.factories import (
    listening,
    make_article,
    make_author,
    make_photo,
    make_published,
    make_scheduled,
    make_section,
    make_tag,
    make_user,
    make_withdrawn,
)


class ContentTests(TestCase):
    def test_every_field_of_a_version_has_a_way_to_merge_and_to_compare(self):
        self.assertEqual((set(KINDS), set(COMPARED)), (set(FIELDS), set(FIELDS)))

    def test_it_is_sanitised_and_whole(self):
        content = cleaned({"headline": " A\u200b  b ", "body": "<p>W</p><script>x</script>"})
        self.assertEqual((content["headline"], content["body"]), ("A b", "<p>W</p>"))
        self.assertEqual(set(content), set(FIELDS))

    def test_a_row_says_what_its_version_says(self):
        author, tag = make_author(), make_tag()
        story = make_article(bylines=[author], tags=[tag], section=make_section(), lead_photo=make_photo())
        self.assertEqual(cleaned(content_of(story)), content_of(story))


class BeginTests(TestCase):
    def test_a_new_story_is_a_draft_of_whoever_saved_it(self):
        reporter, author, tag = make_user("Reporter"), make_author(), make_tag()
        content = {"headline": "New", "body": "<p>W</p>", "bylines": [author.pk], "tags": [tag.pk]}
        story = Article.objects.get(pk=Article.begin(content | {"status": "published"}, by=reporter).pk)
        self.assertEqual((story.status, story.created_by, story.authors), (Status.DRAFT, reporter, [author]))
        self.assertEqual((list(story.tags.all()), story.body), ([tag], "<p>W</p>"))
        line = story.events.get()
        self.assertEqual(
            (line.verb, line.from_status, line.to_status, line.revision),
            (Verb.CREATED, Status.DRAFT, Status.DRAFT, story.draft_revision),
        )
        self.assertEqual(story.live_revision, story.draft_revision)

    def test_who_may_not_write_begins_nothing(self):
        for user in (make_user(), make_user("Moderator")):
            with self.assertRaises(PermissionDenied):
                Article.begin({"headline": "New"}, by=user)
        self.assertFalse(Article.objects.exists())

    def test_one_empty_form_makes_one_story_and_only_for_whoever_opened_it(self):
        token, reporter = uuid.uuid4(), make_user("Reporter")
        story = Article.begin({"headline": "Once"}, by=reporter, token=token)
        self.assertEqual(Article.begin({"headline": "Twice"}, by=reporter, token=token), story)
        self.assertEqual([story.headline for story in Article.objects.all()], ["Once"])
        with self.assertRaises(PermissionDenied):
            Article.begin({"headline": "Thief"}, by=make_user("Reporter"), token=token)

    def test_what_does_not_fit_its_field_is_refused(self):
        for fields in (
            {"headline": "x" * 201},
            {"language": "klingon"},
            {"slug": "a b"},
            {"comment_mode": "x"},
            {"body": "<p>" * 30_000},
        ):
            with self.subTest(list(fields)), self.assertRaises(ValidationError) as caught:
                Article.begin(fields, by=make_user("Editor"))
            self.assertEqual(set(caught.exception.message_dict), set(fields))
        self.assertFalse(Article.objects.exists())


class SaveTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor, cls.reporter = make_user("Editor"), make_user("Reporter")

    def test_each_role_writes_where_it_may(self):
        makers = {
            "draft": make_article,
            "live": make_published,
            "scheduled": make_scheduled,
            "gone": make_withdrawn,
        }
        makers["review"] = lambda **fields: make_article(status=Status.IN_REVIEW, **fields)
        other, moderator, nobody = make_user("Reporter"), make_user("Moderator"), make_user()
        for state, make in makers.items():
            for user in (self.editor, self.reporter, other, moderator, nobody):
                story = make(created_by=self.reporter if user is not nobody else nobody)
                may = user is self.editor or (user is self.reporter and state == "draft")
                with self.subTest(state=state, user=str(user), may=may):
                    self.check(story, user, may)

    def check(self, story, user, may):
        if may:
            self.assertTrue(save(story, user, headline="Rewritten").is_changed)
            self.assertEqual(story.events.get().verb, Verb.REVISED)
            return
        before = row_of(story)
        with listening(self) as heard, self.assertRaises(PermissionDenied):
            save(story, user, headline="Rewritten")
        self.assertEqual(
            (heard, story.events.count(), story.revisions.count(), row_of(story)), (set(), 0, 0, before)
        )

    def test_a_reporter_cannot_write_themselves_into_the_story_of_another(self):
        story = make_article(created_by=self.editor)
        with self.assertRaises(PermissionDenied):
            save(story, self.reporter, bylines=[make_author(user=self.reporter).pk])
        self.assertEqual(Article.objects.get(pk=story.pk).authors, [])

    def test_a_story_no_reader_sees_takes_the_words_into_its_row(self):
        for make in (make_article, make_scheduled, make_withdrawn):
            story = make()
            saved = save(story, self.editor, headline="New words", standfirst="More")
            stored = Article.objects.get(pk=story.pk)
            self.assertEqual((stored.headline, stored.standfirst), ("New words", "More"))
            self.assertEqual(stored.live_revision, saved.revision)
            self.assertFalse(stored.has_newer_draft)

    def test_a_live_story_keeps_its_row_and_the_words_wait_behind_it(self):
        author, tag = make_author(), make_tag()
        story = make_published(headline="Live")
        before = row_of(story)
        with listening(self) as heard:
            saved = save(story, self.editor, headline="Newer", bylines=[author.pk], tags=[tag.pk])
        stored = Article.objects.get(pk=story.pk)
        changed = {name for name, value in row_of(story).items() if value != before[name]}
        self.assertEqual(changed, {"draft_revision_id", "live_revision_id", "modified_at"})
        self.assertEqual((stored.authors, list(stored.tags.all())), ([], []))
        self.assertEqual(stored.draft_content["headline"], "Newer")
        self.assertEqual(stored.draft_revision, saved.revision)
        self.assertEqual(stored.live_revision.content["headline"], "Live")
        self.assertTrue(stored.has_newer_draft)
        self.assertLessEqual({f"article-{story.pk}"}, heard)

    def test_a_scheduled_story_that_would_lose_what_readers_need_goes_out_as_it_was(self):
        story = make_scheduled(headline="Fit")
        save(story, self.editor, headline="", standfirst="Being rewritten")
        stored = Article.objects.get(pk=story.pk)
        self.assertEqual((stored.headline, stored.standfirst), ("Fit", ""))
        self.assertEqual(stored.draft_content["standfirst"], "Being rewritten")

    def test_the_address_of_a_story_that_was_public_is_not_typed_away(self):
        story = make_published()
        save(story, self.editor, slug="another", headline="New")
        self.assertEqual(Article.objects.get(pk=story.pk).draft_content["slug"], story.slug)

    def test_saving_what_is_there_already_leaves_no_trace(self):
        story = make_published(bylines=[make_author()], tags=[make_tag()])
        save(story, self.editor, headline="New")
        before = row_of(story), story.events.count(), story.revisions.count()
        with listening(self) as heard:
            self.assertFalse(save(story, self.editor).is_changed)
        self.assertEqual((row_of(story), story.events.count(), story.revisions.count()), before)
        self.assertEqual(heard, set())

    def test_the_log_and_the_version_say_which_fields_changed(self):
        story = make_article(bylines=[make_author()], tags=[make_tag()])
        saved = save(
            story,
            self.editor,
            kicker="Kicker",
            section=make_section().pk,
            lead_photo=make_photo().pk,
            comment_mode=CommentMode.CLOSED,
            slug="given",
            bylines=[make_author().pk],
            tags=[],
        )
        fields = ["kicker", "section", "lead_photo", "comment_mode", "slug", "bylines", "tags"]
        self.assertEqual(story.events.get().note, ", ".join(fields))
        self.assertEqual(saved.revision.summary["fields"], fields)

    def test_the_order_of_bylines_is_a_change(self):
        one, two = make_author(), make_author()
        story = make_article(bylines=[one, two])
        self.assertTrue(save(story, self.editor, bylines=[two.pk, one.pk]).is_changed)
        self.assertEqual(Article.objects.get(pk=story.pk).authors, [two, one])

    def test_readers_are_told_of_no_update_by_a_save(self):
        for make in (make_published, make_article, make_scheduled):
            story = make()
            save(story, self.editor, standfirst="New")
            self.assertIsNone(Article.objects.get(pk=story.pk).updated_at)

    def test_what_is_gone_from_elsewhere_is_shown_as_empty_and_breaks_nothing(self):
        section, author, tag = make_section(), make_author(), make_tag()
        story = make_article()
        save(story, self.editor, section=section.pk, bylines=[author.pk], tags=[tag.pk])
        gone = {"section": 9_999, "bylines": [9_999], "tags": [9_999], "lead_photo": 9_999}
        save(story, self.editor, **gone)
        stored = Article.objects.get(pk=story.pk)
        self.assertEqual(
            (stored.section, stored.lead_photo, stored.authors, list(stored.tags.all())), (None, None, [], [])
        )

    def test_a_draft_touches_nothing_that_readers_see(self):
        story = make_article(section=make_section())
        with listening(self) as heard:
            save(story, self.editor, headline="Other")
        self.assertEqual(heard, {f"article-{story.pk}"})


class RestoreTests(TestCase):
    def test_an_older_version_comes_back_as_a_new_one(self):
        editor, story = make_user("Editor"), make_article(headline="First")
        first = story._head()
        save(story, editor, headline="Second")
        restored = story.restore(first, by=editor)
        self.assertEqual(Article.objects.get(pk=story.pk).headline, "First")
        self.assertEqual((restored.kind, story.revisions.count()), (RevisionKind.RESTORED, 3))
        self.assertEqual(story.events.first().verb, Verb.RESTORED)

    def test_behind_a_live_story_it_is_a_draft(self):
        editor, story = make_user("Editor"), make_published(headline="First")
        first = story._head()
        save(story, editor, headline="Second")
        story.update_live(by=editor, kind="minor")
        story.restore(first, by=editor)
        self.assertEqual(Article.objects.get(pk=story.pk).headline, "Second")
        self.assertTrue(story.has_newer_draft)

    def test_who_may_not_write_restores_nothing(self):
        story = make_published()
        with self.assertRaises(PermissionDenied):
            story.restore(story._head(), by=make_user("Reporter"))


class RemoveTests(TestCase):
    def test_a_deleted_draft_leaves_one_line_in_the_log(self):
        editor = make_user("Editor")
        story = Article.begin({"headline": "Never mind"}, by=editor)
        save(story, editor, headline="Never ever mind")
        story.remove(by=editor)
        self.assertFalse(Article.objects.exists())
        line = ArticleEvent.objects.get()
        self.assertEqual((line.verb, line.actor, line.article), (Verb.REMOVED, editor, None))
        self.assertIn("Never ever mind", line.note)

    def test_only_editors_and_whoever_began_it_delete_it(self):
        ana, tom = make_user("Reporter"), make_user("Reporter")
        story = make_article(created_by=ana, bylines=[make_author(user=tom)])
        for user in (tom, make_user("Moderator")):
            with self.assertRaises(PermissionDenied):
                story.remove(by=user)
        story.remove(by=ana)
        self.assertFalse(Article.objects.exists())

    def test_what_readers_were_promised_is_not_deleted(self):
        chief = make_user("Chief")
        for story in (make_published(), make_scheduled(), make_withdrawn()):
            with self.assertRaises(WrongState):
                story.remove(by=chief)
        self.assertEqual(Article.objects.count(), 3)
