"""A press that is held up because somebody else has saved meanwhile: the form that comes back holds both texts."""

from articles.choices import Status
from tests.articles.desk_case import DeskTestCase
from tests.factories import make_article, make_author, make_section, make_tag

THREE = "<p>The first.</p><p>The second.</p><p>The third.</p>"


class MergedRefusalTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.author, self.tag, section = make_author(), make_tag(), make_section()
        self.story = make_article(body=THREE, section=section)
        self.story.save_draft(self.story.draft_content | {"kicker": "Harbour"}, by=self.user)
        self.story = self.stored(self.story)
        self.base = self.story.draft_revision_id
        theirs = {
            "body": THREE.replace("third", "third, as Tom has it"),
            "bylines": [self.author.pk],
            "tags": [self.tag.pk],
        }
        self.story.save_draft(self.story.draft_content | theirs, by=self.user)

    def publish(self, **overrides):
        mine = {"body": THREE.replace("first", "first, as Ana has it"), "bylines": [], "tags": []}
        return self.press("_publish", self.story, **{**mine, "base": self.base, **overrides})

    def test_nothing_is_published_before_somebody_has_looked(self):
        response = self.publish()
        self.assertContains(response, "look, and press again", status_code=422)
        self.assertEqual(self.stored(self.story).status, Status.DRAFT)

    def test_the_form_shows_what_both_wrote(self):
        form = self.publish().context["adminform"].form
        self.assertIn("as Tom has it", form["body"].value())
        self.assertIn("as Ana has it", form["body"].value())
        self.assertEqual(form["bylines"].value().keys, [str(self.author.pk)])
        self.assertEqual(form["tags"].value().keys, [str(self.tag.pk)])

    def test_the_second_press_takes_nothing_back(self):
        form = self.publish().context["adminform"].form
        again = {name: form[name].value() for name in ("body", "base")}
        picked = {name: form[name].value().keys for name in ("bylines", "tags")}
        self.press("_publish", self.story, **again, **picked)
        story = self.stored(self.story)
        self.assertTrue(story.is_public)
        self.assertIn("as Tom has it", story.body)
        self.assertIn("as Ana has it", story.body)
        self.assertEqual(story.authors, [self.author])

    def test_a_refusal_without_a_merge_brings_back_what_was_typed(self):
        self.base = self.stored(self.story).draft_revision_id
        form = self.publish(section="", bylines_typed="").context["adminform"].form
        self.assertNotIn("as Tom has it", form["body"].value())
        self.assertEqual(form["bylines"].value().keys, [])
