"""Between the save that comes with a press and the verb it asks for, a colleague may save."""

from unittest import mock

from articles.admin import writing_room
from tests.articles.desk_case import DeskTestCase, address
from tests.factories import make_article, make_published, make_section, make_user

MAKE = {
    "_publish": make_article,
    "_schedule": make_article,
    "_submit": make_article,
    "_update": make_published,
    "_schedule_update": make_published,
}


class UnseenTests(DeskTestCase):
    def test_words_that_were_not_on_the_page_do_not_go_out_with_it(self):
        tom, move = make_user("Editor", first_name="Tom"), writing_room.move

        def late(request, story, *args):
            story.save_draft(story.draft_content | {"headline": "Half-written by T"}, by=tom)
            return move(request, self.stored(story), *args)

        for button, make in MAKE.items():
            with self.subTest(button):
                story = make(headline="As it was", section=make_section())
                story.save_draft(story.draft_content | {"standfirst": "Newer"}, by=tom)
                base = self.client.get(address(story)).context["adminform"].form.initial["base"]
                fields = {
                    "base": base,
                    "standfirst": "Newer",
                    "change": "minor",
                    "goes_out_at": "2035-03-02T06:00",
                }
                with mock.patch.object(writing_room, "move", late):
                    response = self.press(button, self.stored(story), **fields)
                self.assertContains(response, "Look, and press again", status_code=422)
                stored = self.stored(story)
                self.assertIsNone(stored.scheduled_revision)
                self.assertEqual(stored.status, story.status)
                if stored.is_public:
                    self.assertEqual(stored.headline, "As it was")
