from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.test import TestCase
from django.utils.timezone import now

from articles.choices import CommentMode, Status, Verb
from articles.models import Article
from articles.refusals import Incomplete
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


class BeginTests(TestCase):
    def test_a_new_story_is_a_draft_of_whoever_saved_it(self):
        reporter, author, tag = make_user("Reporter"), make_author(), make_tag()
        story = Article(headline="New", status=Status.PUBLISHED, publish_at=now(), body="<p>W</p>")
        self.assertTrue(story.revise(by=reporter, bylines=[author], tags=[tag]))
        story = Article.objects.get(pk=story.pk)
        self.assertEqual((story.status, story.created_by, story.authors), (Status.DRAFT, reporter, [author]))
        self.assertEqual(list(story.tags.all()), [tag])
        line = story.events.get()
        self.assertEqual(
            (line.verb, line.from_status, line.to_status), (Verb.CREATED, Status.DRAFT, Status.DRAFT)
        )

    def test_a_new_story_has_no_address_whatever_was_in_hand(self):
        at = now() - timedelta(days=2)
        story = Article(headline="N", slug="n", first_published_at=at, published_on=at.date(), publish_at=at)
        story.revise(by=make_user("Reporter"))
        self.assertEqual((story.get_absolute_url(), story.was_public), ("", False))

    def test_who_may_not_write_begins_nothing(self):
        for user in (make_user(), make_user("Moderator")):
            with self.assertRaises(PermissionDenied):
                Article(headline="New").revise(by=user)
        self.assertFalse(Article.objects.exists())

    def test_what_does_not_fit_its_field_is_refused(self):
        for fields in (
            {"headline": "x" * 201},
            {"language": "klingon"},
            {"slug": "a b"},
            {"comment_mode": "x"},
        ):
            with self.subTest(fields), self.assertRaises(ValidationError) as caught:
                Article(**fields).revise(by=make_user("Editor"))
            self.assertEqual(set(caught.exception.message_dict), set(fields))

    def test_a_body_over_the_limits_is_refused_with_a_sentence(self):
        with self.assertRaises(ValidationError) as caught:
            Article(body="<p>" * 30_000).revise(by=make_user("Editor"))
        self.assertEqual(set(caught.exception.message_dict), {"body"})
        self.assertFalse(Article.objects.exists())


class ReviseTests(TestCase):
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
        story.headline = "Rewritten"
        if may:
            self.assertTrue(story.revise(by=user))
            self.assertEqual(story.events.get().verb, Verb.REVISED)
            return
        with listening(self) as heard, self.assertRaises(PermissionDenied):
            story.revise(by=user)
        self.assertEqual((heard, story.events.count()), (set(), 0))
        self.assertNotEqual(Article.objects.get(pk=story.pk).headline, "Rewritten")

    def test_a_reporter_cannot_write_themselves_into_the_story_of_another(self):
        story = make_article(created_by=self.editor)
        with self.assertRaises(PermissionDenied):
            story.revise(by=self.reporter, bylines=[make_author(user=self.reporter)])
        self.assertEqual(Article.objects.get(pk=story.pk).authors, [])

    def test_a_stale_page_never_changes_where_the_story_stands(self):
        story = make_article(section=make_section())
        stale = Article.objects.get(pk=story.pk)
        story.publish(by=self.editor)
        stale.standfirst, stale.slug = "Added on a page opened before", "another"
        self.assertTrue(stale.revise(by=self.editor))
        story.refresh_from_db()
        self.assertTrue(story.is_public)
        self.assertNotEqual(story.slug, "another")
        self.assertEqual(story.standfirst, "Added on a page opened before")
        self.assertTrue(stale.is_public, "the instance in hand knows where the story stands")

    def test_a_status_set_by_hand_is_not_stored(self):
        story = make_published()
        story.status, story.publish_at, story.headline = Status.DRAFT, None, "New words"
        story.revise(by=self.editor)
        self.assertTrue(Article.objects.get(pk=story.pk).is_public)
        draft = make_article()
        draft.status, draft.headline = Status.WITHDRAWN, "New words"
        draft.revise(by=self.editor)
        self.assertEqual(Article.objects.get(pk=draft.pk).status, Status.DRAFT)

    def test_saving_what_is_there_already_leaves_no_trace(self):
        author, tag = make_author(), make_tag()
        story = make_published(bylines=[author], tags=[tag])
        before = Article.objects.filter(pk=story.pk).values().get()
        with listening(self) as heard:
            self.assertFalse(story.revise(by=self.editor, bylines=[author], tags=[tag]))
        self.assertEqual(Article.objects.filter(pk=story.pk).values().get(), before)
        self.assertEqual((heard, story.events.count()), (set(), 0))

    def test_the_log_says_which_fields_changed(self):
        story = make_article(bylines=[make_author()], tags=[make_tag()])
        story.kicker, story.section, story.lead_photo = "Kicker", make_section(), make_photo()
        story.comment_mode, story.slug = CommentMode.CLOSED, "given"
        story.revise(by=self.editor, bylines=[make_author()], tags=[])
        note = story.events.get().note
        self.assertEqual(note, "kicker, section, lead_photo, comment_mode, slug, bylines, tags")

    def test_the_order_of_bylines_is_a_change(self):
        one, two = make_author(), make_author()
        story = make_article(bylines=[one, two])
        self.assertTrue(story.revise(by=self.editor, bylines=[two, one]))
        self.assertEqual(Article.objects.get(pk=story.pk).authors, [two, one])

    def test_a_live_story_tells_readers_when_it_was_updated_and_others_do_not(self):
        for make, moves in ((make_published, True), (make_article, False), (make_scheduled, False)):
            story = make()
            story.standfirst = "New"
            story.revise(by=self.editor)
            self.assertIs(Article.objects.get(pk=story.pk).updated_at is not None, moves)

    def test_a_live_story_keeps_what_readers_need(self):
        for name in ("headline", "body", "section"):
            story = make_published()
            before = Article.objects.filter(pk=story.pk).values().get()
            setattr(story, name, None if name == "section" else "")
            with self.subTest(name):
                with self.assertRaises(Incomplete) as caught, transaction.atomic():
                    story.revise(by=self.editor)
                self.assertEqual(set(caught.exception.message_dict), {name})
            self.assertEqual(Article.objects.filter(pk=story.pk).values().get(), before)

    def test_a_story_that_moves_changes_both_sections(self):
        old, new = make_section(), make_section()
        story = make_published(section=old)
        story.section = new
        with listening(self) as heard:
            story.revise(by=self.editor)
        self.assertLessEqual({f"section-{old.pk}", f"section-{new.pk}"}, heard)

    def test_authors_and_tags_that_leave_and_come_are_told(self):
        author, tag, new_author, new_tag = make_author(), make_tag(), make_author(), make_tag()
        story = make_published(bylines=[author], tags=[tag])
        with listening(self) as heard:
            story.revise(by=self.editor, bylines=[new_author], tags=[new_tag])
        keys = {f"author-{author.pk}", f"tag-{tag.pk}", f"author-{new_author.pk}", f"tag-{new_tag.pk}"}
        self.assertLessEqual(keys, heard)

    def test_a_draft_touches_nothing_that_readers_see(self):
        story = make_article(section=make_section())
        story.headline = "Other"
        with listening(self) as heard:
            story.revise(by=self.editor)
        self.assertEqual(heard, {f"article-{story.pk}"})
