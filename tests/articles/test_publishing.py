"""Three texts of one story side by side: what readers see, the newer draft, and the update that is to come."""

from datetime import timedelta
from unittest import mock

from django.core.exceptions import PermissionDenied
from django.utils.timezone import now

from articles.choices import ChangeKind, RevisionKind, Verb
from articles.models import Article, Correction
from articles.refusals import Incomplete, WrongState
from tests.articles.drafts_case import FIVE, SOON, PublishingTestCase, row_of, save
from tests.factories import (
    listening,
    make_article,
    make_author,
    make_published,
    make_scheduled,
    make_tag,
    make_user,
    make_withdrawn,
)


class UpdateTests(PublishingTestCase):
    def test_the_newer_draft_becomes_what_readers_see(self):
        author, tag = make_author(), make_tag()
        story = self.live_with_draft(headline="Newer", bylines=[author.pk], tags=[tag.pk])
        with listening(self) as heard:
            story.update_live(by=self.editor, kind=ChangeKind.UPDATE)
        stored = self.stored(story)
        self.assertEqual(
            (stored.headline, stored.authors, list(stored.tags.all())), ("Newer", [author], [tag])
        )
        self.assertEqual(stored.live_revision, stored.draft_revision)
        self.assertLessEqual({f"article-{story.pk}", "front", f"tag-{tag.pk}"}, heard)
        line = stored.events.first()
        self.assertEqual((line.verb, line.revision), (Verb.UPDATED, stored.live_revision))

    def test_only_a_minor_change_leaves_the_time_readers_see(self):
        for kind in ChangeKind:
            story = self.live_with_draft()
            story.update_live(by=self.editor, kind=kind, note="It was wrong.")
            self.assertIs(self.stored(story).updated_at is None, kind == ChangeKind.MINOR, kind)

    def test_a_correction_tells_readers_what_was_wrong(self):
        for kind in ChangeKind:
            story = self.live_with_draft()
            with listening(self) as heard:
                story.update_live(by=self.editor, kind=kind, note=" It was 1984. ")
            notes = [(note.kind, note.note) for note in story.corrections.all()]
            owes = kind in ChangeKind.with_note()
            self.assertEqual(notes, [(kind, "It was 1984.")] if owes else [], kind)
            self.assertIs("corrections" in heard, owes)

    def test_a_correction_without_a_note_and_a_change_of_no_kind_are_refused(self):
        story = self.live_with_draft()
        for kind, field in (("", "change"), ("typo", "change"), ("correction", "change_note")):
            refusal = self.assert_refused(
                Incomplete, lambda kind=kind: story.update_live(by=self.editor, kind=kind, note=" "), story
            )
            self.assertEqual(set(refusal.message_dict), {field})

    def test_a_live_story_keeps_what_readers_need(self):
        for name in ("headline", "body", "section"):
            story = self.live_with_draft(**{name: None if name == "section" else ""})
            refusal = self.assert_refused(
                Incomplete, lambda story=story: story.update_live(by=self.editor, kind="minor"), story
            )
            self.assertEqual(set(refusal.message_dict), {name})

    def test_without_a_newer_draft_there_is_nothing_to_update(self):
        story = make_published()
        self.assert_refused(WrongState, lambda: story.update_live(by=self.editor, kind="minor"), story)

    def test_only_a_live_story_is_updated(self):
        for story in (make_article(), make_scheduled(), make_withdrawn()):
            save(story, self.editor, headline="New")
            self.assert_refused(
                WrongState, lambda story=story: story.update_live(by=self.editor, kind="minor"), story
            )

    def test_whoever_may_not_publish_updates_nothing(self):
        for group in ("Reporter", "Moderator"):
            user = make_user(group)
            story = self.live_with_draft()
            self.assert_refused(
                PermissionDenied, lambda s=story, u=user: s.update_live(by=u, kind="minor"), story
            )


class FixTests(PublishingTestCase):
    def fix(self, story, **changes):
        content = story.live_revision.content | changes
        return story.fix_live(content, by=self.editor, kind="minor", base=story.live_revision_id)

    def test_a_quick_fix_goes_live_and_into_the_newer_draft(self):
        story = self.live_with_draft(body=FIVE.replace("Paragraph 4", "A new end, number 4"))
        self.fix(story, body=FIVE.replace("Paragraph 0", "The fixed paragraph 0"))
        stored = self.stored(story)
        self.assertIn("The fixed paragraph 0", stored.body)
        self.assertNotIn("A new end", stored.body)
        draft = stored.draft_revision
        self.assertEqual(draft.kind, RevisionKind.CARRIED)
        self.assertIn("The fixed paragraph 0", draft.content["body"])
        self.assertIn("A new end", draft.content["body"])
        self.assertTrue(stored.has_newer_draft)
        self.assertEqual(
            set(stored.events.values_list("verb", flat=True)), {Verb.REVISED, Verb.CARRIED, Verb.UPDATED}
        )

    def test_it_goes_into_the_scheduled_update_too(self):
        story = self.live_with_draft(body=FIVE.replace("Paragraph 4", "At six, number 4"))
        at = now() + SOON
        story.schedule_update(at, by=self.editor, kind="update")
        save(
            story,
            self.editor,
            body=FIVE.replace("Paragraph 4", "At six, number 4").replace("Paragraph 2", "Later 2"),
        )
        self.fix(story, body=FIVE.replace("Paragraph 0", "The fixed paragraph 0"))
        stored = self.stored(story)
        self.assertEqual((stored.update_at, stored.update_kind), (at, "update"))
        update, draft = stored.scheduled_revision.content["body"], stored.draft_content["body"]
        for words, in_update, in_draft in (
            ("The fixed", True, True),
            ("At six", True, True),
            ("Later", False, True),
        ):
            self.assertEqual((words in update, words in draft), (in_update, in_draft), words)

    def test_where_it_overlaps_the_draft_the_draft_stays_and_the_log_asks(self):
        story = self.live_with_draft(body=FIVE.replace("Paragraph 0", "The draft says 0"))
        draft = story.draft_revision
        self.fix(story, body=FIVE.replace("Paragraph 0", "The fix says 0"))
        stored = self.stored(story)
        self.assertIn("The fix says", stored.body)
        self.assertEqual(stored.draft_revision, draft)
        self.assertEqual(stored.events.get(verb=Verb.NOT_CARRIED).note, "body")

    def test_without_a_newer_draft_nothing_is_newer_afterwards(self):
        story = make_published(headline="Live")
        story._head()
        self.fix(story, headline="Fixed")
        stored = self.stored(story)
        self.assertEqual((stored.headline, stored.draft_content["headline"]), ("Fixed", "Fixed"))
        self.assertFalse(stored.has_newer_draft)

    def test_a_draft_that_says_the_same_is_no_newer_draft_any_more(self):
        story = self.live_with_draft(headline="Right")
        self.fix(story, headline="Right")
        self.assertFalse(self.stored(story).has_newer_draft)

    def test_two_fixes_at_once_are_both_live(self):
        story = self.live_with_draft(standfirst="Draft.")
        base, content = story.live_revision_id, story.live_revision.content
        self.fix(story, headline="Tom’s headline")
        story.fix_live(content | {"kicker": "Ana’s"}, by=self.editor, kind="minor", base=base)
        stored = self.stored(story)
        self.assertEqual((stored.headline, stored.kicker), ("Tom’s headline", "Ana’s"))
        self.assertEqual(stored.draft_content["standfirst"], "Draft.")

    def test_a_fix_that_overlaps_another_is_kept_and_not_live(self):
        story = self.live_with_draft()
        base, content = story.live_revision_id, story.live_revision.content
        self.fix(story, headline="Tom’s headline")
        with self.assertRaisesMessage(WrongState, "kept in the history"):
            story.fix_live(content | {"headline": "Ana’s"}, by=self.editor, kind="minor", base=base)
        self.assertEqual(self.stored(story).headline, "Tom’s headline")
        self.assertTrue(story.revisions.filter(content__headline="Ana’s").exists())

    def test_what_was_typed_is_stored_even_where_the_fix_is_refused(self):
        story = self.live_with_draft()
        content = story.live_revision.content | {"headline": "Typed"}
        with self.assertRaises(Incomplete):
            story.fix_live(content, by=self.editor, kind="correction", note="")
        self.assertEqual(self.stored(story).headline, "Live")
        self.assertTrue(story.revisions.filter(content__headline="Typed").exists())

    def test_a_fix_that_changes_nothing_and_one_by_somebody_else_store_nothing(self):
        story = self.live_with_draft()
        content, number = story.live_revision.content, story.revisions.count()
        with self.assertRaises(WrongState):
            story.fix_live(content, by=self.editor, kind="minor")
        with self.assertRaises(PermissionDenied):
            story.fix_live(content | {"headline": "X"}, by=make_user("Reporter"), kind="minor")
        self.assertEqual(story.revisions.count(), number)


class ScheduledUpdateTests(PublishingTestCase):
    def at_its_time(self, story):
        """The clock moves on by hand: the constraint lets an update be overdue, as it is after a runner was dead."""
        Article.objects.filter(pk=story.pk).update(update_at=now() - timedelta(minutes=1))

    def test_readers_see_it_at_its_time_and_not_before(self):
        story = self.live_with_draft()
        story.schedule_update(now() + SOON, by=self.editor, kind="correction", note="It was 1984.")
        self.assertEqual(self.stored(story).headline, "Live")
        self.assertFalse(Correction.objects.exists())
        with self.assertRaises(WrongState):
            story.apply_update()
        self.at_its_time(story)
        story.apply_update()
        stored = self.stored(story)
        self.assertEqual(
            (stored.headline, stored.update_at, stored.scheduled_revision), ("Newer", None, None)
        )
        self.assertEqual(stored.corrections.get().note, "It was 1984.")
        self.assertFalse(stored.has_newer_draft)
        line = stored.events.first()
        self.assertEqual((line.verb, line.actor, line.actor_name), (Verb.UPDATED, None, "The clock"))
        with self.assertRaises(WrongState):
            story.apply_update()

    def test_a_draft_written_after_it_stays_behind_it(self):
        story = self.live_with_draft(body=FIVE.replace("Paragraph 4", "At six, number 4"))
        story.schedule_update(now() + SOON, by=self.editor, kind="update")
        save(story, self.editor, headline="For tomorrow")
        self.assertNotEqual(self.stored(story).scheduled_revision, self.stored(story).draft_revision)
        self.at_its_time(story)
        story.apply_update()
        stored = self.stored(story)
        self.assertIn("At six", stored.body)
        self.assertEqual((stored.headline, stored.draft_content["headline"]), ("Live", "For tomorrow"))
        self.assertIn("At six", stored.draft_content["body"])

    def test_it_can_be_taken_back_and_its_words_stay(self):
        story = self.live_with_draft()
        story.schedule_update(now() + SOON, by=self.editor, kind="update")
        story.unschedule_update(by=self.editor)
        self.assertIsNone(self.stored(story).update_at)
        self.assertEqual(self.stored(story).draft_content["headline"], "Newer")
        with self.assertRaises(WrongState):
            story.unschedule_update(by=self.editor)

    def test_publishing_the_draft_now_leaves_the_update_where_it_is(self):
        story = self.live_with_draft(body=FIVE.replace("Paragraph 4", "At six, number 4"))
        at = now() + SOON
        story.schedule_update(at, by=self.editor, kind="update")
        save(story, self.editor, body=FIVE, headline="Now")
        story.update_live(by=self.editor, kind="minor")
        stored = self.stored(story)
        self.assertEqual((stored.headline, stored.update_at), ("Now", at))
        self.assertEqual(stored.scheduled_revision.content["headline"], "Now")
        self.assertIn("At six", stored.scheduled_revision.content["body"])

    def test_times_and_kinds_that_are_none_are_refused(self):
        story = self.live_with_draft()
        for at, kind, field in (
            (now() - SOON, "minor", "goes_out_at"),
            (now() + timedelta(days=9_999), "minor", "goes_out_at"),
            (now() + SOON, "retraction", "change_note"),
        ):
            refusal = self.assert_refused(
                Incomplete,
                lambda at=at, kind=kind: story.schedule_update(at, by=self.editor, kind=kind),
                story,
            )
            self.assertEqual(set(refusal.message_dict), {field})

    def test_a_story_that_is_withdrawn_forgets_its_update(self):
        story = self.live_with_draft()
        story.schedule_update(now() + SOON, by=self.editor, kind="minor")
        story.withdraw("Wrong", by=self.editor)
        self.assertEqual((self.stored(story).update_at, self.stored(story).scheduled_revision), (None, None))
        self.assertEqual(self.stored(story).draft_content["headline"], "Newer")


class WholeTests(PublishingTestCase):
    """Whatever breaks in the middle, a story is wholly published or wholly not."""

    def test_a_break_at_any_step_leaves_nothing_behind(self):
        for name in (
            "articles.models.article.Article.log",
            "articles.verbs.touch",
            "articles.verbs.surrogates.changed_by",
        ):
            story = self.live_with_draft(headline="Newer", tags=[make_tag().pk])
            before = row_of(story), story.events.count(), story.revisions.count(), list(story.tags.all())
            with (
                self.subTest(name),
                mock.patch(name, side_effect=RuntimeError),
                self.assertRaises(RuntimeError),
            ):
                story.update_live(by=self.editor, kind="correction", note="Wrong.")
            story = self.stored(story)
            after = row_of(story), story.events.count(), story.revisions.count(), list(story.tags.all())
            self.assertEqual(after, before)
            self.assertFalse(story.corrections.exists())

    def test_a_story_can_be_deleted_with_its_versions(self):
        story = make_article()
        save(story, self.editor, headline="New")
        story.delete()
        self.assertFalse(Article.objects.exists())
