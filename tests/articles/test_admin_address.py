from django.test import Client
from django.urls import reverse

from tests.articles.desk_case import DeskTestCase
from tests.factories import (
    make_article,
    make_author,
    make_published,
    make_scheduled,
    make_user,
    make_withdrawn,
)


def page(story):
    return reverse("admin:articles_article_address", args=[story.pk])


class AddressPageTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_published(slug="one", headline="The <bridge>")

    def send(self, story=None, **fields):
        story = story or self.story
        seen = story.get_absolute_url() or story.slug
        data = {"slug": story.slug, "on": story.published_on or "", "seen": seen} | fields
        return self.client.post(page(story), data)

    def test_it_shows_the_address_and_a_field_for_each_part(self):
        response = self.client.get(page(self.story))
        self.assertContains(response, f'href="{self.story.get_absolute_url()}"')
        self.assertContains(response, 'value="one"')
        self.assertContains(response, f'value="{self.story.published_on:%Y-%m-%d}"')
        self.assertContains(response, "The &lt;bridge&gt;")
        self.assertNotContains(response, "lead here")

    def test_it_shows_what_an_address_would_be_and_changes_nothing(self):
        wanted = f"/{self.story.published_on:%Y/%m/%d}/two-words/"
        asked = {"slug": "Two words!", "on": f"{self.story.published_on}"}
        for response in (self.client.get(page(self.story), asked), self.send(slug="Two words!", _look="")):
            self.assertContains(response, f"<bdi>{wanted}</bdi>", html=True)
            self.assertContains(response, 'value="Two words!"')
        self.assertEqual(self.stored(self.story).slug, "one")

    def test_the_press_changes_it_and_says_where_the_story_stands(self):
        response = self.send(slug="Two words")
        self.assertRedirects(response, page(self.story))
        self.assertEqual(self.stored(self.story).slug, "two-words")
        self.assertIn("two-words/. Its old address leads there", self.told(response))
        response = self.client.get(page(self.story))
        self.assertContains(response, "Addresses that lead here")
        self.assertContains(response, "/one/</bdi>")

    def test_going_back_is_one_press(self):
        self.send(slug="two")
        self.story.refresh_from_db()
        former = self.story.former_addresses.get()
        response = self.send(former=former.pk, slug="")
        self.assertRedirects(response, page(self.story))
        self.assertEqual(self.stored(self.story).slug, "one")

    def test_an_address_of_another_story_is_none_to_go_back_to(self):
        other = make_published(slug="x")
        other.readdress("y", by=self.user)
        for key in (other.former_addresses.get().pk, "", "x", "9" * 30):
            self.assertEqual(self.send(former=key).status_code, 404)
        self.assertEqual(self.stored(self.story).slug, "one")

    def test_what_cannot_be_is_refused_beside_its_field_with_what_was_typed(self):
        make_published(slug="taken", headline="The other one")
        for fields, sentence in (
            ({"slug": "taken"}, "The other one"),
            ({"slug": "!!"}, "at least one letter"),
            ({"slug": ""}, "required"),
            ({"slug": "two", "on": "2999-01-01"}, "has not come yet"),
            ({"slug": "two", "on": "yesterday"}, "valid date"),
            ({"slug": "one"}, "already"),
        ):
            with self.subTest(fields):
                response = self.send(**fields)
                self.assertContains(response, sentence, status_code=422)
                self.assertContains(response, "<title>Error:", status_code=422)
                if fields["slug"]:
                    self.assertContains(response, f'value="{fields["slug"]}"', status_code=422)
        self.assertEqual(self.stored(self.story).slug, "one")

    def test_who_presses_second_is_told_that_somebody_was_first(self):
        seen = self.story.get_absolute_url()
        self.send(slug="two")
        self.story.refresh_from_db()
        response = self.send(slug="three", seen=seen)
        self.assertContains(response, "has changed since you opened this page", status_code=422)
        response = self.send(former=self.story.former_addresses.get().pk, seen=seen)
        self.assertIn("has changed since", self.told(response))
        self.assertEqual(self.stored(self.story).slug, "two")

    def test_a_story_that_was_never_public_has_words_and_no_day(self):
        for make in (make_article, make_scheduled):
            story = make(slug="old")
            response = self.client.get(page(story))
            self.assertNotContains(response, 'name="on"')
            self.assertRedirects(self.send(story, slug="New words"), page(story))
            self.assertEqual(self.stored(story).slug, "new-words")
            self.assertFalse(story.former_addresses.exists())

    def test_a_withdrawn_story_can_be_moved(self):
        story = make_withdrawn(slug="old")
        self.assertRedirects(self.send(story, slug="new"), page(story))
        self.assertEqual(self.client.get(story.get_absolute_url()).status_code, 410)

    def test_it_asks_few_questions(self):
        for slug in ("two", "three", "four"):
            self.story.readdress(slug, by=self.user)
        self.client.get(page(self.story))
        with self.assertNumQueries(5):
            self.client.get(page(self.story))


class DoorTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.author = make_author(user=make_user("Reporter"))
        self.story = make_published(slug="one", bylines=[self.author])

    def answers(self, user, story):
        client = Client()
        if user:
            client.force_login(user)
        data = {"slug": "two", "on": story.published_on or "", "seen": story.get_absolute_url()}
        return [client.get(page(story)).status_code, client.post(page(story), data).status_code]

    def test_it_is_open_to_those_who_publish(self):
        self.assertEqual(self.answers(None, self.story), [302, 302])
        self.assertEqual(self.answers(self.author.user, self.story), [403, 403])
        self.assertEqual(self.answers(make_user("Reporter"), self.story), [403, 403])
        self.assertEqual(self.answers(make_user("Reporter"), make_article()), [404, 404])
        self.assertIn(self.answers(make_user("Moderator"), self.story), ([403, 403], [404, 404]))
        self.assertEqual(self.answers(make_user(), self.story), [403, 403])
        self.assertEqual(self.stored(self.story).slug, "one")
        self.assertEqual(self.answers(make_user("Chief"), self.story), [200, 302])
        self.assertEqual(self.stored(self.story).slug, "two")
        self.assertEqual(self.answers(self.user, self.stored(self.story))[0], 200)

    def test_other_methods_are_none_of_it(self):
        self.assertEqual(self.client.put(page(self.story)).status_code, 405)
        self.assertEqual(
            self.client.get(page(self.story).replace(str(self.story.pk), "999999")).status_code, 404
        )
