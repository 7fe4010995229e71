"""What tests of the checks share: a story that none of them has anything to say about, and how they are asked."""

from datetime import timedelta

from django.test import TestCase

from articles.preflight import examine, stops
from tests.factories import make_article, make_author, make_photo, make_section, make_tag, make_user

WORDS = "<p>" + "Ebb and flood. " * 20 + "</p>"
HOUR = timedelta(hours=1)


def link_to(address, text="the tide tables"):
    return f'{WORDS}<p>See <a href="{address}">{text}</a>.</p>'


class CheckCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.editor, cls.chief = make_user("Editor"), make_user("Chief")
        cls.reporter = make_user("Reporter")
        cls.section = make_section(name="Harbour", slug="harbour")

    def ready(self, **fields):
        """A story that no check has anything to say about, but for what is given."""
        fields = {"standfirst": "It rose.", "body": WORDS, "section": self.section, **fields}
        fields.setdefault("lead_photo", getattr(self, "photo", None) or self.make_photo())
        fields.setdefault("bylines", [make_author()])
        fields.setdefault("tags", [make_tag()])
        return make_article(created_by=self.editor, **fields)

    def make_photo(self):
        self.photo = make_photo()
        return self.photo

    def linking(self, address, **fields):
        return self.ready(body=link_to(address), **fields)

    def codes(self, story, content=None, **more):
        return [finding.code for finding in examine(story, content, **more)]

    def hard(self, story, content=None, **more):
        return [finding.code for finding in stops(story, content, **more)]
