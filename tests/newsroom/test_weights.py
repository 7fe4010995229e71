"""What a page weighs on its way to the reader, and that nothing of it comes from elsewhere."""

import gzip
import re
import secrets

from django.contrib.staticfiles import finders
from django.test import SimpleTestCase, TestCase

from articles.choices import Hue
from articles.models import Photo
from newsroom.board.layout import KINDS
from tests.factories import (
    make_approved,
    make_author,
    make_photo,
    make_published,
    make_section,
    make_tag,
    picture_file,
)
from tests.public_pages import copy, public_pages

KB = 1024
SPACING = 41  # words between the beginnings of two excerpts, so that no two are the same


def packed(content):
    return len(gzip.compress(content, 6))


def asset(name):
    with open(finders.find(f"press/{name}"), "rb") as file:  # noqa: PTH123 - finders give strings
        return file.read()


class PageTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.sections = [
            make_section(name=copy(1, 7 * number), hue=hue, description=copy(12, 90 * number))
            for number, hue in enumerate(Hue)
        ]
        cls.authors = [make_author(name=copy(2, 13 * number)) for number in range(5)]
        cls.photo = make_photo(upload=picture_file(2400, 1600))

    def hang(self, number):
        """A picture with addresses and words of its own; none is made, since the page only names its files."""
        row = {name: getattr(self.photo, name) for name in ("original", "width", "height", "content_hash")}
        return Photo.objects.create(
            **row, folder=secrets.token_urlsafe(12), alt=copy(14, number * SPACING), credit=copy(3, number)
        )

    def print(self, number, **overrides):
        """A story with everything that a card shows, in words that stand in no other one."""
        fields = {
            "kicker": copy(3, number * SPACING)[:40],
            "headline": copy(11, number * SPACING + 3)[:200],
            "standfirst": copy(24, number * SPACING + 14)[:600],
            "slug": re.sub(r"\W+", "-", copy(8, number * SPACING + 3).casefold()).strip("-"),
            "bylines": [self.authors[number % 5], self.authors[(number + 1) % 5]],
            "lead_photo": self.hang(number),
            "section": self.sections[number % len(self.sections)],
        }
        return make_published(**{**fields, **overrides})

    def weigh(self, address, most):
        content = self.client.get(address).content
        self.assertLessEqual(packed(content), most, address)
        return content.decode()

    def test_a_story_of_a_thousand_words_with_twenty_comments(self):
        text = copy(1000).split()
        body = "".join(f"<p>{' '.join(text[at : at + 50])}</p>" for at in range(0, 1000, 50))
        story = self.print(60, body=body, tags=[make_tag() for _ in range(4)])
        self.print(61)
        root = None
        for number in range(20):
            said = make_approved(
                story,
                name=copy(2, 1000 + 7 * number),
                text=copy(45, 1000 + 45 * number),
                parent=root if number % 2 else None,
            )
            root = said if number % 2 == 0 else root
        page = self.weigh(story.get_absolute_url(), 14 * KB)
        self.assertIn(text[-1], page)
        self.assertEqual(page.count('<article class="comment"'), 20)

    def test_a_full_front_page(self):
        for number in range(KINDS["latest"] + KINDS["seconds"] + 1 + 6 * 8):
            self.print(number)
        page = self.weigh("/", 20 * KB)
        for section in self.sections:
            self.assertGreaterEqual(page.count(section.get_absolute_url()), 3, section)

    def test_a_section_of_twenty_stories(self):
        for number in range(21):
            self.print(number, section=self.sections[0])
        page = self.weigh(self.sections[0].get_absolute_url(), 14 * KB)
        self.assertEqual(page.count("<article"), 20)


class RequestTests(TestCase):
    """How many files stand between an address and a page that can be read."""

    MOST = 6
    # A picture further down is fetched when the reader comes near it.
    FETCHED = re.compile(
        r"""<link\b[^>]*\brel=["']?(?:stylesheet|icon|preload|manifest)\b|<script\b[^>]*\bsrc=|<img\b(?![^>]*\bloading=["']?lazy)"""
    )

    def test_no_page_fetches_more_than_five_files_beside_itself(self):
        for name, page in public_pages().items():
            with self.subTest(name):
                self.assertLessEqual(1 + len(self.FETCHED.findall(page.content.decode())), self.MOST)

    def test_the_count_sees_every_kind(self):
        pages = public_pages()
        self.assertEqual(len(self.FETCHED.findall(pages["article"].content.decode())), 4)
        self.assertEqual(len(self.FETCHED.findall(pages["article-plain"].content.decode())), 3)


class AssetTests(SimpleTestCase):
    def test_the_style_sheet(self):
        self.assertLessEqual(packed(asset("press.css")), 10 * KB)

    def test_the_script(self):
        self.assertLessEqual(packed(asset("press.js")), 5 * KB)


class OwnTests(TestCase):
    """What is in the page is ours: in the files of the page, and not in the page itself."""

    LOADED = re.compile(
        r"""<(?!a\b|meta\b)[^>]*?\s(?:src|srcset|href|action|poster|data)\s*=\s*["']?[^"'>]*?(?:https?:)?//""",
        re.I,
    )

    def test_no_page_loads_anything_from_another_host(self):
        for name, page in public_pages().items():
            with self.subTest(name):
                markup = re.sub(r'<link rel="canonical"[^>]*>', "", page.content.decode())
                self.assertIsNone(self.LOADED.search(markup))

    def test_no_style_and_no_script_stands_in_a_page(self):
        for name, page in public_pages().items():
            with self.subTest(name):
                markup = page.content.decode()
                self.assertNotRegex(markup, r"(?i)<style\b|<[^>]*\sstyle\s*=")
                self.assertNotRegex(markup, r"(?i)<script\b(?![^>]*\ssrc=)|<[^>]*\son[a-z]+\s*=|javascript:")

    def test_no_file_of_the_pages_names_another_host(self):
        for name in ("press.css", "press.js"):
            self.assertNotRegex(asset(name).decode(), r"(?:https?:|[\"'(])//\w|@import", name)
        drawing = re.sub(r'xmlns="http://www\.w3\.org/2000/svg"', "", asset("favicon.svg").decode())
        self.assertNotRegex(drawing, r"//")
