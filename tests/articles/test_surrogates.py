from datetime import timedelta

from django.test import TestCase

from articles import surrogates
from tests.factories import (
    listening,
    make_article,
    make_author,
    make_photo,
    make_published,
    make_tag,
    make_user,
)


class SurrogateTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.before = make_published(ago=timedelta(hours=3))
        cls.author, cls.tag, cls.photo = make_author(), make_tag(), make_photo()
        cls.story = make_published(
            ago=timedelta(hours=2), bylines=[cls.author], tags=[cls.tag], lead_photo=cls.photo
        )
        cls.after = make_published(ago=timedelta(hours=1))

    def keys_of(self, address):
        return set(self.client.get(address).headers["Surrogate-Key"].split())

    def test_a_page_names_every_row_it_shows(self):
        story = self.story
        self.assertEqual(
            surrogates.of_page(story),
            {
                "site",
                f"article-{story.pk}",
                f"section-{story.section_id}",
                f"author-{self.author.pk}",
                f"tag-{self.tag.pk}",
                f"photo-{self.photo.pk}",
            },
        )
        self.assertEqual(self.keys_of(story.get_absolute_url()), surrogates.of_page(story))

    def test_a_live_story_changes_its_lists_and_its_neighbours(self):
        self.assertEqual(
            surrogates.changed_by(self.story),
            {
                "front",
                "latest",
                f"article-{self.story.pk}",
                f"article-{self.before.pk}",
                f"article-{self.after.pk}",
                f"section-{self.story.section_id}",
                f"author-{self.author.pk}",
                f"tag-{self.tag.pk}",
            },
        )

    def test_a_story_nobody_sees_changes_nothing_but_itself(self):
        draft = make_article(bylines=[self.author], tags=[self.tag])
        self.assertEqual(surrogates.changed_by(draft), {f"article-{draft.pk}"})

    def test_publishing_and_withdrawing_reach_every_page_that_shows_the_story(self):
        chief = make_user("Chief")
        story = make_article(section=self.story.section, bylines=[self.author], tags=[self.tag])
        pages = ["/", "/latest/", story.section.get_absolute_url(), self.author.get_absolute_url()]
        pages += [self.tag.get_absolute_url(), self.after.get_absolute_url()]
        for act in (lambda: story.publish(by=chief), lambda: story.withdraw("Wrong.", by=chief)):
            before = {page: (self.client.get(page).content, self.keys_of(page)) for page in pages}
            with listening(self) as heard:
                act()
            for page, (content, keys) in before.items():
                with self.subTest(page):
                    self.assertNotEqual(self.client.get(page).content, content)
                    self.assertTrue(keys & heard, "no key of the page was told")

    def test_every_list_hears_when_a_name_or_picture_on_its_cards_changes(self):
        pages = ["/", "/latest/", self.story.section.get_absolute_url(), self.tag.get_absolute_url()]
        for row, change in ((self.author, {"name": "Renamed"}), (self.photo, {"alt": "Something else"})):
            before = {page: (self.client.get(page).content, self.keys_of(page)) for page in pages}
            for name, value in change.items():
                setattr(row, name, value)
            with listening(self) as heard:
                row.save()
            for page, (content, keys) in before.items():
                with self.subTest(page=page, row=str(row)):
                    self.assertNotEqual(self.client.get(page).content, content)
                    self.assertTrue(keys & heard, "the page changed and no key of it was told")

    def test_the_page_of_comments_is_told_with_its_story(self):
        self.assertIn(f"article-{self.story.pk}", self.keys_of(f"{self.story.get_absolute_url()}comments/"))

    def test_an_address_that_was_404_is_told_when_a_story_comes_to_it(self):
        chief = make_user("Chief")
        missing = self.keys_of("/2026/11/22/not-yet/")
        story = make_article(section=self.story.section)
        with listening(self) as heard:
            story.publish(by=chief)
        self.assertTrue(missing & heard)
