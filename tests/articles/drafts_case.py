"""What tests of a story's three texts share: what readers see, the newer draft, and the update that is to come."""

from datetime import timedelta

from django.test import TestCase

from articles.models import Article
from tests.factories import listening, make_published, make_user

SOON = timedelta(hours=3)
FIVE = "".join(f"<p>Paragraph {number} says what it says and no more.</p>" for number in range(5))


def save(story, by, base=None, **changes):
    """What the form does: the story as the desk has it, with these fields typed over."""
    return story.save_draft(story.draft_content | changes, by=by, base=base)


def row_of(story):
    return Article.objects.filter(pk=story.pk).values().get()


class PublishingTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor = make_user("Editor")

    def live_with_draft(self, **draft):
        story = make_published(headline="Live", body=FIVE)
        save(story, self.editor, **(draft or {"headline": "Newer"}))
        return story

    def stored(self, story):
        return Article.objects.get(pk=story.pk)

    def assert_refused(self, error, act, story, **message):
        before, events = row_of(story), story.events.count()
        with listening(self) as heard, self.assertRaises(error) as caught:
            act()
        self.assertEqual((row_of(story), story.events.count(), heard), (before, events, set()))
        return caught.exception
