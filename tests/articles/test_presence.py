from datetime import timedelta

from django.test import Client, TestCase
from django.urls import reverse
from django.utils.timezone import now

from articles.models import Presence
from articles.presence import forget_old, is_here, others_at
from tests.articles.desk_case import DeskTestCase, address
from tests.factories import make_article, make_author, make_published, make_user

JSON = {"accept": "application/json"}


def door(story):
    return reverse("admin:articles_article_presence", args=[story.pk])


class PresenceTests(TestCase):
    def setUp(self):
        self.ana = make_user("Editor", first_name="Ana", last_name="Duarte")
        self.bea = make_user("Editor", first_name="Bea", last_name="Lund")
        self.story = make_article()

    def here(self, user, seen, typed=None):
        row = Presence.objects.get_or_create(article=self.story, user=user, defaults={"seen_at": now()})[0]
        row.seen_at = now() - timedelta(seconds=seen)
        row.typed_at = None if typed is None else now() - timedelta(seconds=typed)
        row.save()

    def words(self):
        return [other.words for other in others_at(self.story, self.bea)]

    def test_what_is_said_of_somebody(self):
        for seen, typed, words in (
            (5, 10, "Ana Duarte is editing"),
            (5, None, "Ana Duarte has it open"),
            (5, 500, "Ana Duarte has it open"),
            (190, 200, "Ana Duarte is editing, 3 min ago"),
            (190, None, "Ana Duarte has it open, 3 min ago"),
        ):
            self.here(self.ana, seen, typed)
            self.assertEqual(self.words(), [words])

    def test_after_a_quarter_of_an_hour_nothing_is_said(self):
        self.here(self.ana, 14 * 60)
        self.assertEqual(len(self.words()), 1)
        self.here(self.ana, 15 * 60 + 1)
        self.assertEqual(self.words(), [])

    def test_nobody_is_told_of_themselves_or_of_other_stories(self):
        is_here(self.story, self.bea)
        is_here(make_article(), self.ana)
        self.assertEqual(self.words(), [])

    def test_saying_so_is_one_query_and_one_row_and_typing_is_remembered(self):
        with self.assertNumQueries(1):
            is_here(self.story, self.ana, has_typed=True)
        with self.assertNumQueries(1):
            is_here(self.story, self.ana)
        row = Presence.objects.get()
        self.assertGreater(row.seen_at, row.typed_at)

    def test_only_those_to_whom_drafts_are_open_are_told(self):
        story = self.story = make_published()
        is_here(story, self.ana)
        reporter = make_user("Reporter")
        self.assertEqual(others_at(story, reporter), [])
        own = make_published(bylines=[make_author(user=reporter)])
        is_here(own, self.ana)
        self.assertEqual(len(others_at(own, reporter)), 1)
        self.assertEqual(others_at(story, make_user("Moderator")), [])

    def test_an_hour_later_it_is_forgotten(self):
        self.here(self.ana, 59 * 60)
        self.here(self.bea, 61 * 60)
        self.assertEqual(forget_old(), 1)
        self.assertEqual(Presence.objects.get().user, self.ana)


class PresenceDoorTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_article(headline="Ferry")
        self.bea = make_user("Editor", first_name="Bea", last_name="Lund")

    def ping(self, client=None, story=None, **fields):
        return (client or self.client).post(door(story or self.story), fields, headers=JSON)

    def test_one_learns_who_else_is_here(self):
        is_here(self.story, self.bea, has_typed=True)
        told = self.ping(base=0).json()
        self.assertEqual([other["words"] for other in told["others"]], ["Bea Lund is editing"])
        self.assertEqual((told["others"][0]["is_idle"], told["head"]), (False, None))
        self.assertTrue(Presence.objects.filter(user=self.user, typed_at=None).exists())
        self.ping(typed="1")
        self.assertTrue(Presence.objects.get(user=self.user).typed_at)

    def test_it_costs_two_queries_beside_who_one_is_and_which_story(self):
        is_here(self.story, self.bea)
        self.ping()
        with self.assertNumQueries(3 + 1 + 2):
            self.ping()

    def test_a_version_saved_in_between_is_told_with_its_author(self):
        first = self.story.save_draft(self.story.draft_content, by=self.user).revision
        content = self.story.draft_content | {"headline": "Ferries"}
        second = self.story.save_draft(content, by=self.bea, base=first.pk).revision
        self.assertIsNone(self.ping(base=second.pk).json()["head"])
        head = self.ping(base=first.pk).json()["head"]
        self.assertEqual((head["pk"], head["author"]), (second.pk, "Bea Lund"))
        self.assertRegex(
            head["words"], r"^Bea Lund saved a newer version at \d\d:\d\d\. Your text will be merged when"
        )
        self.client.force_login(self.bea)
        self.assertRegex(self.ping(base=first.pk).json()["head"]["words"], r"^You, elsewhere, saved")

    def test_closing_the_page_takes_one_out(self):
        self.ping()
        self.ping(leave="1")
        self.assertFalse(Presence.objects.exists())

    def test_the_form_shows_the_others_without_script(self):
        is_here(self.story, self.bea)
        self.assertContains(self.client.get(address(self.story)), "Bea Lund has it open")

    def test_the_page_takes_no_signed_out_or_foreign_hand(self):
        self.assertEqual(self.ping(client=Client()).status_code, 401)
        self.assertEqual(self.client.get(door(self.story)).status_code, 405)
        for group, story, status in (
            ("Reporter", self.story, 404),
            ("Reporter", make_published(), 403),
            ("Moderator", self.story, 403),
            (None, self.story, 403),
        ):
            self.client.force_login(make_user(group))
            self.assertEqual(self.ping(story=story).status_code, status)
        self.assertFalse(Presence.objects.exists())

    def test_nonsense_for_a_base_is_no_error(self):
        for base in ("x", "²", "-1", "9" * 40, "\0"):
            self.assertEqual(self.ping(base=base).status_code, 200)
