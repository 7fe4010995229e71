from tests.articles.desk_case import DeskTestCase, address
from tests.factories import make_article, make_section, make_user


class BehindTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_article(
            created_by=self.user, headline="As it was", standfirst="One.", section=make_section()
        )
        self.tom = make_user("Editor", first_name="Tom", last_name="Okafor")
        self.base = self.client.get(address(self.story)).context["adminform"].form.initial["base"]

    def by_tom(self, **changes):
        story = self.stored(self.story)
        story.save_draft(story.draft_content | changes, by=self.tom)

    def test_what_a_colleague_saved_elsewhere_in_the_story_comes_together_with_it(self):
        self.by_tom(headline="Theirs")
        response = self.press("_save", self.story, standfirst="Mine", base=self.base)
        self.assertIn("together with what somebody else has saved", self.told(response))
        self.assertEqual(
            (self.stored(self.story).headline, self.stored(self.story).standfirst), ("Theirs", "Mine")
        )

    def test_what_overlaps_is_shown_side_by_side_and_nothing_is_thrown_away(self):
        self.by_tom(headline="Theirs")
        response = self.press("_save", self.story, headline="Mine", base=self.base)
        self.assertContains(response, "Theirs", status_code=409)
        self.assertContains(response, "Mine", status_code=409)
        self.assertContains(response, "Tom Okafor", status_code=409)
        self.assertEqual(self.stored(self.story).headline, "Theirs")
        settle_url = response.context["settle_url"]
        head = self.stored(self.story).draft_revision_id
        again = self.client.post(settle_url, {"head": head})
        self.assertContains(again, "Choose at each place")
        self.client.post(settle_url, {"head": head, "headline-0": "mine"})
        self.assertEqual(self.stored(self.story).headline, "Mine")

    def test_a_text_that_overlaps_is_shown_whole(self):
        five = "".join(f"<p>Paragraph {n} says what it says.</p>" for n in range(5))
        self.by_tom(body=five)
        base = self.stored(self.story).draft_revision_id
        self.by_tom(body=five.replace("Paragraph 2", "Tom’s paragraph"))
        response = self.press(
            "_save", self.story, body=five.replace("Paragraph 2", "My paragraph"), base=base
        )
        for words in ("Paragraph 0", "Paragraph 4", "Tom’s paragraph", "My paragraph"):
            self.assertContains(response, words, status_code=409)

    def test_the_page_of_a_clash_is_for_whoever_may_write(self):
        self.by_tom(headline="Theirs")
        url = self.press("_save", self.story, headline="Mine", base=self.base).context["settle_url"]
        for group, status in (("Reporter", 404), ("Moderator", 403), ("Editor", 200)):
            self.client.force_login(make_user(group))
            self.assertEqual(self.client.get(url).status_code, status, group)

    def test_a_merge_nobody_has_looked_at_is_not_published(self):
        self.by_tom(headline="Half-written by T")
        response = self.press("_publish", self.story, standfirst="Mine", base=self.base)
        self.assertContains(response, "look, and press again", status_code=422)
        self.assertContains(response, "Half-written by T", status_code=422)
        self.assertFalse(self.stored(self.story).is_public)

    def test_what_was_saved_since_is_not_published_by_a_press_that_typed_nothing(self):
        self.by_tom(headline="Half-written by T")
        response = self.press("_publish", self.story, base=self.base)
        self.assertContains(response, "look, and press again", status_code=422)
        self.assertFalse(self.stored(self.story).is_public)
        base = response.context["adminform"].form["base"].value()
        self.press("_publish", self.stored(self.story), base=base)
        self.assertTrue(self.stored(self.story).is_public)

    def test_a_draft_that_went_live_meanwhile_is_not_changed_by_save_draft(self):
        self.stored(self.story).publish(by=self.tom)
        response = self.press("_save", self.story, headline="Half a", base=self.base)
        self.assertIn("Readers still see the text that is live", self.told(response))
        self.assertEqual(self.stored(self.story).headline, "As it was")

    def test_a_press_that_changes_nothing_is_never_behind(self):
        self.by_tom(headline="Theirs")
        self.assertEqual(self.press("_save", self.story, base=self.base).status_code, 302)
        self.assertEqual(self.stored(self.story).headline, "Theirs")
