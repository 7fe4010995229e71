"""The demo edition's copy and its pictures; ``test_demo_seeding`` has how they come into the paper."""

from collections import Counter
from datetime import timedelta

from django.test import SimpleTestCase

from articles.choices import Hue
from articles.html import clean_body, word_count
from articles.models import Article, Photo
from articles.models.section import not_reserved
from newsroom.demo import edition
from newsroom.demo.drawing import PICTURES, draw
from newsroom.text import clean_line, clean_text


class CopyTests(SimpleTestCase):
    def setUp(self):
        self.paper = edition.read()

    def test_every_body_passes_the_sanitiser_unchanged(self):
        for story in self.paper.stories:
            with self.subTest(story.slug):
                # The sanitiser adds this to every link; the files leave it out for those who read them.
                self.assertEqual(clean_body(story.body).replace(' rel="noopener"', ""), story.body)

    def test_every_line_is_tidy_and_fits_its_field(self):
        for story in self.paper.stories:
            with self.subTest(story.slug):
                Article(
                    kicker=story.kicker,
                    headline=story.headline,
                    slug=story.slug,
                    standfirst=story.standfirst,
                    language=story.language,
                    comment_mode=story.comments,
                ).clean_fields(exclude=["section", "lead_photo", "created_by"])
                for line in (story.kicker, story.headline, story.standfirst):
                    self.assertEqual(clean_line(line), line)

    def test_every_name_in_a_story_is_one_of_the_edition(self):
        known = {
            "section": {section.slug for section in self.paper.sections},
            "authors": {author.slug for author in self.paper.authors},
            "tags": set(self.paper.tags),
            "photos": {picture.name for picture in self.paper.pictures},
        }
        for story in self.paper.stories:
            with self.subTest(story.slug):
                self.assertLessEqual({story.section} - {""}, known["section"])
                self.assertLessEqual(set(story.authors), known["authors"])
                self.assertLessEqual(set(story.tags), known["tags"])
                self.assertLessEqual({story.photo} - {""}, known["photos"])

    def test_nothing_in_the_edition_is_unused(self):
        stories = self.paper.stories
        self.assertEqual({tag for story in stories for tag in story.tags}, set(self.paper.tags))
        self.assertEqual(
            {slug for story in stories for slug in story.authors}, {a.slug for a in self.paper.authors}
        )
        self.assertEqual({story.photo for story in stories} - {""}, {p.name for p in self.paper.pictures})

    def test_sections_have_an_address_and_a_colour_that_exist(self):
        self.assertEqual(len(self.paper.sections), 6)
        for section in self.paper.sections:
            not_reserved(section.slug)
            self.assertIn(section.hue, Hue.values)

    def test_stories_ready_for_readers_say_whose_and_what_they_are(self):
        for story in self.paper.stories:
            if story.state != "draft":
                with self.subTest(story.slug):
                    self.assertTrue(
                        all((story.kicker, story.standfirst, story.section, story.authors, story.body))
                    )

    def test_the_cases_that_layouts_must_bear_are_among_them(self):
        published = [story for story in self.paper.stories if story.state == "published"]
        words = [word_count(story.body) for story in published]
        self.assertGreater(max(words), 1000)
        self.assertLess(min(words), 80)
        self.assertGreater(max(len(story.headline) for story in published), 170)
        self.assertGreaterEqual(sum(not story.photo for story in published), 4)
        self.assertGreaterEqual({story.language for story in published}, {"en-gb", "zh-hans", "ar"})
        self.assertEqual({story.comments for story in published}, {"pre", "closed", "off"})
        self.assertEqual({len(story.authors) for story in published}, {1, 2, 3})

    def test_every_picture_has_a_description_a_caption_and_a_credit(self):
        for picture in self.paper.pictures:
            with self.subTest(picture.name):
                Photo(alt=picture.alt, caption=picture.caption, credit=picture.credit).clean_fields(
                    exclude=["original", "folder", "width", "height", "content_hash", "uploaded_by"]
                )
                self.assertTrue(all((picture.alt, picture.caption, picture.credit)))

    def test_readers_write_after_the_story_and_after_what_they_answer(self):
        for story in self.paper.stories:
            for words in story.thread:
                with self.subTest(f"{words.name} on {story.slug}"):
                    earliest = timedelta() if words.to is None else story.thread[words.to].after
                    self.assertGreater(words.after, earliest)
                    self.assertLess(words.after, -story.published)

    def test_what_readers_write_is_tidy(self):
        for words in (words for story in self.paper.stories for words in story.thread):
            self.assertEqual(clean_line(words.name), words.name)
            self.assertEqual(clean_text(words.text), words.text)

    def test_a_span_is_read_in_both_directions(self):
        self.assertEqual(edition.span("25 minutes ago"), -timedelta(minutes=25))
        self.assertEqual(edition.span("in 3 days 2 hours"), timedelta(days=3, hours=2))
        self.assertEqual(edition.span("1 hour 5 minutes"), timedelta(hours=1, minutes=5))

    def test_what_is_no_span_is_refused(self):
        for text in ("", "soon", "3 fortnights ago", "2 days and 3 hours"):
            with self.subTest(text), self.assertRaises(ValueError):
                edition.span(text)


class DrawingTests(SimpleTestCase):
    def test_there_is_a_drawing_for_every_picture_and_no_other(self):
        self.assertEqual(set(PICTURES), {picture.name for picture in edition.read().pictures})

    def test_drawings_have_the_sizes_of_the_paper(self):
        sizes = Counter(draw(name).size for name in PICTURES)
        self.assertEqual(sizes, {(1600, 1067): len(PICTURES) - 1, (1067, 1600): 1})

    def test_a_name_always_gives_the_same_drawing(self):
        for name in ("night", "reading"):
            self.assertEqual(draw(name).tobytes(), draw(name).tobytes())

    def test_two_names_give_two_drawings(self):
        self.assertNotEqual(draw("dawn").tobytes(), draw("ferry").tobytes())
