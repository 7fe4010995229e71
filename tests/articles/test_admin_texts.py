"""The texts of a story, as the box beside its form lists them, and what the page of one text is told of the other."""

from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import now

from articles.content import content_of
from articles.templatetags.versions import texts_of
from tests.articles.desk_case import DeskTestCase, address
from tests.factories import make_article, make_published, make_scheduled, make_user


class TextsTests(DeskTestCase):
    def save(self, story, **content):
        story = self.stored(story)
        return story.save_draft(story.draft_content | content, by=self.user).revision

    def codes(self, story):
        return [text.code for text in texts_of(self.stored(story))]

    def test_a_draft_has_one_text_and_no_list(self):
        draft = make_article()
        self.save(draft, headline="Another")
        self.assertEqual(self.codes(draft), [])

    def test_a_live_story_leads_to_its_page_and_to_what_is_newer(self):
        story = make_published()
        self.assertEqual(self.codes(story), ["live"])
        self.save(story, headline="Another")
        live, draft = texts_of(self.stored(story))
        self.assertEqual(live.address, story.get_absolute_url())
        self.assertEqual(draft.address, reverse("admin:articles_article_compare", args=[story.pk]))
        self.assertIn("Ana Duarte", draft.said)

    def test_a_text_that_was_never_typed_here_has_no_time_of_its_own(self):
        story = make_published()
        self.save(story, headline="Another")
        self.assertEqual(texts_of(self.stored(story))[0].said, "")

    def test_what_is_planned_is_listed_and_taken_back_from_there(self):
        story = make_published()
        self.save(story, headline="Another")
        self.stored(story).schedule_update(now() + timedelta(hours=3), by=self.user, kind="minor")
        self.stored(story).schedule_withdrawal(now() + timedelta(days=3), "The permit ends.", by=self.user)
        self.assertEqual(self.codes(story), ["live", "draft", "update", "withdrawn"])
        page = self.client.get(address(story))
        for name in ("_unschedule_update", "_unschedule_withdrawal"):
            self.assertContains(page, f'name="{name}"', count=1)

    def test_a_scheduled_story_names_the_text_that_goes_out(self):
        story = make_scheduled()
        self.assertEqual(self.codes(story), [])
        self.save(story, headline="")
        self.assertEqual(self.codes(story), ["scheduled", "draft"])

    def test_whoever_fixes_the_live_text_is_not_told_of_the_draft(self):
        story = make_published()
        self.save(story, headline="Another")
        live = self.stored(story).live_revision_id
        self.assertIsNone(self.head(story, base=live, of="live"))
        self.assertIsNotNone(self.head(story, base=live))

    def test_but_of_another_fix(self):
        story = make_published()
        self.save(story, headline="Another")
        live = self.stored(story).live_revision_id
        other = make_user("Editor", first_name="Tom", last_name="Okafor")
        content = content_of(self.stored(story)) | {"kicker": "Harbour"}
        self.stored(story).fix_live(content, by=other, kind="minor")
        self.assertEqual(self.head(story, base=live, of="live")["author"], "Tom Okafor")

    def head(self, story, **values):
        answer = self.client.post(
            reverse("admin:articles_article_presence", args=[story.pk]),
            values,
            headers={"Accept": "application/json"},
        )
        return answer.json()["head"]
