"""What tests of the story form share: somebody signed in at the desk, and what a browser would send."""

from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse

from articles.models import Article
from tests.factories import make_user

ADD = reverse("admin:articles_article_add")


def address(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def typed(story=None, **overrides):
    """What a browser sends for a story as it stands."""
    fields = dict.fromkeys(("kicker", "headline", "standfirst", "body", "section", "goes_out_at", "slug"), "")
    fields |= {"language": "en-gb", "comment_mode": "pre", "bylines": [], "tags": [], "lead_photo": ""}
    if story:
        fields |= {
            name: getattr(story, name) for name in ("kicker", "headline", "standfirst", "body", "slug")
        }
        fields |= {"section": story.section_id or "", "lead_photo": story.lead_photo_id or ""}
        fields |= {
            "bylines": [author.pk for author in story.authors],
            "tags": [tag.pk for tag in story.tags.all()],
        }
    return fields | overrides


class DeskTestCase(TestCase):
    group = "Editor"

    def setUp(self):
        self.user = make_user(self.group, first_name="Ana", last_name="Duarte")
        self.client.force_login(self.user)

    def press(self, button, story=None, **overrides):
        return self.client.post(address(story) if story else ADD, typed(story, **overrides) | {button: ""})

    def told(self, response):
        return " ".join(str(message) for message in get_messages(response.wsgi_request))

    def stored(self, story):
        return Article.objects.get(pk=story.pk)
