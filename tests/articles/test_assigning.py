"""Whose work a story is: the verb, its page, and the box on the form."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.template import Context, Template
from django.test import TestCase
from django.urls import reverse
from django.utils.timezone import now

from articles.choices import Status, Verb
from articles.models import Article, ArticleEvent
from articles.refusals import Incomplete
from newsroom.models import User
from tests.articles.desk_case import DeskTestCase
from tests.factories import make_article, make_user


def page_of(story):
    return reverse("admin:articles_article_assign", args=[story.pk])


class VerbTests(TestCase):
    def setUp(self):
        self.editor = make_user("Editor")
        self.ben = make_user("Reporter", first_name="Ben", last_name="Ode")
        self.story = make_article()
        self.tomorrow = (now() + timedelta(days=1)).replace(second=0, microsecond=0)

    def test_it_is_given_with_a_line_in_the_log(self):
        self.assertTrue(self.story.assign(self.ben, self.tomorrow, by=self.editor))
        stored = Article.objects.get()
        self.assertEqual((stored.assignee, stored.due_at), (self.ben, self.tomorrow))
        event = ArticleEvent.objects.get()
        self.assertEqual((event.verb, event.from_status, event.to_status), (Verb.ASSIGNED, "draft", "draft"))
        self.assertRegex(event.note, r"^to Ben Ode, due .*\d{4}, \d\d:\d\d$")

    def test_it_is_taken_back(self):
        self.story.assign(self.ben, None, by=self.editor)
        self.story.assign(None, None, by=self.editor)
        self.assertIsNone(Article.objects.get().assignee)
        self.assertEqual(ArticleEvent.objects.first().note, "to nobody")

    def test_the_same_again_is_nothing(self):
        self.story.assign(self.ben, self.tomorrow, by=self.editor)
        self.assertFalse(self.story.assign(self.ben, self.tomorrow, by=self.editor))
        self.assertEqual(ArticleEvent.objects.count(), 1)

    def test_it_is_no_change_of_the_text(self):
        before = self.story.modified_at
        self.story.assign(self.ben, self.tomorrow, by=self.editor)
        self.assertEqual(Article.objects.get().modified_at, before)

    def test_only_those_who_may_change_it_give_it_away(self):
        for user in (make_user("Moderator"), make_user("Reporter"), self.ben):
            with self.assertRaises(PermissionDenied):
                self.story.assign(self.ben, None, by=user)
        own = make_article(created_by=self.ben)
        self.assertTrue(own.assign(self.ben, None, by=self.ben))

    def test_only_active_staff_who_write_get_it(self):
        gone = make_user("Reporter", is_active=False)
        outside = make_user("Reporter")
        User.objects.filter(pk=outside.pk).update(is_staff=False)
        for user in (gone, outside, make_user("Moderator"), make_user()):
            with self.assertRaises(Incomplete) as refused:
                self.story.assign(user, None, by=self.editor)
            self.assertIn("assignee", refused.exception.message_dict)
        self.assertFalse(ArticleEvent.objects.exists())

    def test_a_time_that_has_passed_is_refused_unless_it_stood_there(self):
        with self.assertRaises(Incomplete):
            self.story.assign(self.ben, now() - timedelta(minutes=1), by=self.editor)
        past = now() - timedelta(days=1)
        Article.objects.update(due_at=past)
        self.assertTrue(self.story.assign(self.ben, past, by=self.editor))

    def test_being_assigned_opens_the_draft(self):
        self.assertFalse(self.story.drafts_are_open_to(self.ben))
        self.story.assign(self.ben, None, by=self.editor)
        self.assertTrue(self.story.drafts_are_open_to(self.ben))
        self.assertTrue(self.story.may_be_changed_by(self.ben))
        self.assertIn(self.story, Article.objects.own(self.ben))
        self.assertIn(self.story, Article.objects.visible_to(self.ben))
        self.story.assign(None, None, by=self.editor)
        self.assertNotIn(self.story, Article.objects.visible_to(self.ben))


class DoorTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.ben = make_user("Reporter", username="ben", first_name="Ben", last_name="Ode")
        self.story = make_article()

    def test_who_comes_in(self):
        own = make_article(created_by=self.ben)
        waiting = make_article(created_by=self.ben, status=Status.IN_REVIEW)
        expected = {
            "Moderator": (403, 403, 403),
            "Editor": (200, 200, 200),
            "Chief": (200, 200, 200),
        }
        for group, codes in expected.items():
            self.client.force_login(make_user(group))
            found = [self.client.get(page_of(story)).status_code for story in (self.story, own, waiting)]
            self.assertEqual(tuple(found), codes, group)
        self.client.force_login(self.ben)
        self.assertEqual(
            [self.client.get(page_of(story)).status_code for story in (self.story, own, waiting)],
            [404, 200, 403],
        )
        self.client.logout()
        self.assertEqual(self.client.get(page_of(own)).status_code, 302)

    def test_a_press_gives_it(self):
        answer = self.client.post(
            page_of(self.story), {"assignee": self.ben.pk, "due_at": "2199-01-02T10:00"}
        )
        self.assertContains(answer, "more than ten years ahead", status_code=422)
        due = (now() + timedelta(days=2)).strftime("%Y-%m-%dT10:00")
        answer = self.client.post(page_of(self.story), {"assignee": self.ben.pk, "due_at": due})
        self.assertTrue(answer.url.endswith("#assignment"))
        self.assertEqual(self.stored(self.story).assignee, self.ben)
        self.assertIn("Assigned to Ben Ode", self.told(answer))

    def test_nonsense_comes_back(self):
        answer = self.client.post(page_of(self.story), {"assignee": "x' OR 1", "due_at": "soon"})
        self.assertContains(answer, 'value="soon"', status_code=422)
        self.assertIsNone(self.stored(self.story).assignee)

    def test_a_moderator_is_no_choice(self):
        moderator = make_user("Moderator", username="mod")
        self.assertNotContains(self.client.get(page_of(self.story)), "mod</option>")
        answer = self.client.post(page_of(self.story), {"assignee": moderator.pk, "due_at": ""})
        self.assertContains(answer, "Choose somebody else", status_code=422)

    def test_the_page_costs_few_queries(self):
        for _number in range(5):
            make_user("Reporter")
        with self.assertNumQueries(6):
            self.client.get(page_of(self.story))

    def test_the_box_on_the_story_says_whose_work_it_is_and_asks_nothing(self):
        Article.objects.update(assignee=self.ben, due_at=now())
        story = Article.objects.select_related("assignee").get()
        source = Template('{% include "admin/articles/article/_assignment.html" with story=story only %}')
        with self.assertNumQueries(0):
            box = source.render(Context({"story": story}))
        self.assertIn("Ben Ode", box)
        self.assertIn("due", box)

    def test_a_colleague_who_has_left_still_stands_in_the_box(self):
        User.objects.filter(pk=self.ben.pk).update(is_active=False)
        Article.objects.update(assignee=self.ben)
        self.assertContains(self.client.get(page_of(self.story)), "selected>Ben Ode (ben)")
