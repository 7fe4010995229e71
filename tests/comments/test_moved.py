from django.test import TestCase

from comments.models import Comment
from tests.factories import make_approved, make_published, make_user

FORM = {"name": "Anna Berg", "text": "Words that took an hour", "website": "", "reply_to": ""}


class MovedStoryTests(TestCase):
    """A story that stands elsewhere since the reader opened its page."""

    def setUp(self):
        self.editor, self.story = make_user("Editor"), make_published(slug="one")
        self.old = f"{self.story.get_absolute_url()}comments/"
        self.story.readdress("two", by=self.editor)

    def post(self):
        return self.client.post(self.old, FORM, headers={"sec-fetch-site": "same-origin"})

    def test_its_comments_are_where_it_is(self):
        make_approved(self.story, text="A reader's words")
        address = f"{self.story.get_absolute_url()}comments/"
        self.assertRedirects(
            self.client.get(f"{self.old}?reply=1"), f"{address}?reply=1", 301, fetch_redirect_response=False
        )
        self.assertEqual(self.client.get(address).status_code, 200)

    def test_what_was_written_on_the_old_page_is_taken(self):
        self.assertEqual(self.post().status_code, 303)
        self.assertEqual(Comment.objects.get().article, self.story)

    def test_withdrawn_since_it_is_given_back(self):
        self.story.withdraw("A reason", by=self.editor)
        self.assertEqual(self.client.get(self.old).status_code, 410)
        self.assertContains(self.post(), "Words that took an hour", status_code=410)
        self.assertFalse(Comment.objects.exists())

    def test_where_no_story_ever_stood_there_is_nothing(self):
        nowhere = self.old.replace("one", "nothing")
        self.assertEqual(self.client.get(nowhere).status_code, 404)
        self.assertEqual(self.client.post(nowhere, FORM).status_code, 404)
