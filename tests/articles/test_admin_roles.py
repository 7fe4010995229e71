from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse

from articles.choices import Status
from articles.models import Article
from tests.articles.desk_case import ADD, address, typed
from tests.factories import (
    make_article,
    make_author,
    make_published,
    make_scheduled,
    make_section,
    make_user,
    make_withdrawn,
)

LIST = reverse("admin:articles_article_changelist")
MARK = "DRAFTMARK"


def side_doors(story):
    """Every address at which a story can be asked for by its number."""
    yield address(story)
    yield reverse("admin:articles_article_history", args=[story.pk])
    yield reverse("admin:articles_article_delete", args=[story.pk])


class RoleTestCase(TestCase):
    group = None

    def setUp(self):
        self.user = make_user(self.group)
        self.client.force_login(self.user)

    def told(self, response):
        return " ".join(str(message) for message in get_messages(response.wsgi_request))

    def forge(self, story, button, **fields):
        return self.client.post(address(story), typed(story, **fields) | {button: ""})

    def assert_untouched(self, story):
        stored = Article.objects.get(pk=story.pk)
        for name in ("headline", "status", "publish_at", "published_on"):
            self.assertEqual(getattr(stored, name), getattr(story, name))


class ReporterTests(RoleTestCase):
    group = "Reporter"

    def test_a_draft_of_somebody_else_is_nowhere(self):
        story = make_article(headline=MARK, section=make_section())
        for url in [
            *side_doors(story),
            LIST,
            f"{LIST}?q={MARK[:5]}",
            f"{LIST}?state=drafts",
            reverse("admin:index"),
        ]:
            with self.subTest(url):
                page = self.client.get(url, follow=True)
                self.assertIn(page.status_code, (200, 404))
                self.assertNotIn(MARK, page.content.decode())
        self.forge(story, "_save", headline="Stolen")
        self.forge(story, "_publish")
        self.assert_untouched(story)

    def test_an_own_draft_offers_to_be_submitted_and_nothing_more(self):
        page = self.client.get(address(make_article(created_by=self.user)))
        self.assertEqual([button.name for button in page.context["bar"]], ["_save", "_submit"])
        self.assertNotContains(page, 'name="goes_out_at"')
        self.assertNotContains(page, 'name="_withdraw"')

    def test_a_draft_under_the_own_byline_is_the_own(self):
        story = make_article(bylines=[make_author(user=self.user)])
        self.forge(story, "_save", headline="Mine too")
        self.assertEqual(Article.objects.get().headline, "Mine too")

    def test_a_forged_button_is_refused_and_the_text_is_saved(self):
        story = make_article(created_by=self.user, section=make_section())
        for button in ("_publish", "_schedule", "_unschedule"):
            with self.subTest(button):
                response = self.forge(story, button, goes_out_at="2035-01-01T06:00", headline=button)
                self.assertContains(response, "may not do this", status_code=422)
                story = Article.objects.get(pk=story.pk)
                self.assertEqual((story.status, story.headline), (Status.DRAFT, button))

    def test_a_submitted_story_is_read_and_can_be_taken_back(self):
        story = make_article(created_by=self.user, headline="Mine", status=Status.IN_REVIEW)
        page = self.client.get(address(story))
        self.assertContains(page, "You can read this story, but not change it.")
        self.assertNotContains(page, 'name="headline"')
        self.client.post(address(story), {"_reopen": ""})
        self.assertEqual(Article.objects.get().status, Status.DRAFT)

    def test_what_was_typed_into_a_story_that_is_closed_meanwhile_is_shown_again(self):
        story = make_article(created_by=self.user, status=Status.IN_REVIEW)
        response = self.forge(story, "_save", headline="All I wrote", body="<p>And more</p>")
        self.assertEqual(response.status_code, 403)
        self.assertContains(response, "All I wrote", status_code=403)
        self.assertContains(response, "&lt;p&gt;And more&lt;/p&gt;", status_code=403)
        self.assert_untouched(story)

    def test_what_was_typed_into_a_story_that_is_gone_is_shown_again(self):
        story = make_article(created_by=self.user)
        Article.objects.get(pk=story.pk).delete()
        self.assertContains(
            self.forge(story, "_save", headline="All I wrote"), "All I wrote", status_code=403
        )

    def test_pressing_submit_twice_is_no_error(self):
        story = make_article(created_by=self.user)
        for _press in range(2):
            response = self.forge(story, "_submit")
            self.assertRedirects(response, address(story))
        self.assertEqual(Article.objects.get().status, Status.IN_REVIEW)

    def test_a_public_story_of_somebody_else_can_be_read_only(self):
        story = make_published(headline="Out", body="<p>In full</p>")
        page = self.client.get(address(story))
        self.assertContains(page, "<p>In full</p>")
        self.assertNotContains(page, "<textarea")
        for button in ("_save", "_withdraw", "_unschedule", "_reopen"):
            self.assertEqual(self.forge(story, button, headline="X", reason="X").status_code, 403)
        self.assert_untouched(story)

    def test_only_an_own_draft_that_was_never_public_can_be_deleted(self):
        mine = make_article(created_by=self.user)
        others = [
            make_article(created_by=self.user, status=Status.IN_REVIEW),
            make_published(created_by=self.user),
            make_scheduled(created_by=self.user),
            make_withdrawn(created_by=self.user),
        ]
        for story in [mine, *others]:
            self.client.post(reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"})
        self.assertQuerySetEqual(Article.objects.order_by("pk"), others)

    def test_the_list_submits_what_it_may_and_names_what_it_may_not(self):
        ready = make_article(created_by=self.user)
        empty = make_article(created_by=self.user, headline="Hollow", body="")
        waits = make_article(created_by=self.user, headline="Waits", status=Status.IN_REVIEW)
        public = make_published(headline="Public")
        sent = {
            "action": "submit_each",
            "index": 0,
            "_selected_action": [s.pk for s in (ready, empty, waits, public)],
        }
        told = self.told(self.client.post(LIST, sent))
        self.assertEqual(Article.objects.get(pk=ready.pk).status, Status.IN_REVIEW)
        self.assert_untouched(empty)
        for words in ("Submitted for review: 1.", "Hollow", "The story has no text.", "Waits", "Public"):
            self.assertIn(words, told)

    def test_the_list_acts_on_nothing_that_it_does_not_show(self):
        story = make_article(created_by=self.user)
        sent = {"action": "submit_each", "index": 0, "select_across": 1, "_selected_action": [story.pk]}
        self.assertIn("one by one", self.told(self.client.post(LIST, sent)))
        self.assert_untouched(story)

    def test_suggestions_show_what_is_public_knowledge_and_no_story(self):
        make_article(headline=MARK)
        make_author(name="Tom Okafor", role="Town hall")
        ask = {
            "app_label": "articles",
            "model_name": "article",
            "field_name": "authors_in_order",
            "term": "tom",
        }
        answer = self.client.get(reverse("admin:autocomplete"), ask).json()["results"]
        self.assertEqual([(row["text"], row["detail"]) for row in answer], [("Tom Okafor", "Town hall")])
        for field in ("section", "created_by"):
            self.assertIn(
                self.client.get(reverse("admin:autocomplete"), ask | {"field_name": field}).status_code,
                (403, 404),
            )
        ask = {"app_label": "comments", "model_name": "comment", "field_name": "article", "term": MARK}
        self.assertNotContains(self.client.get(reverse("admin:autocomplete"), ask), MARK)


class EditorTests(RoleTestCase):
    group = "Editor"

    def test_every_state_offers_what_can_be_done_with_it(self):
        section = make_section()
        for story, offered in (
            (
                make_article(),
                ["Save draft", "Submit for review", "Schedule for the time given", "Publish now"],
            ),
            (
                make_article(status=Status.IN_REVIEW),
                ["Save", "Schedule for the time given", "Publish now", "Take back to draft"],
            ),
            (
                make_published(section=section),
                ["Save draft", "Update at the time given", "Update live story"],
            ),
            (make_withdrawn(section=section), ["Save", "Schedule for the time given", "Publish again"]),
        ):
            page = self.client.get(address(story))
            found = [button.label for button in [*page.context["bar"], *page.context["aside"]]]
            with self.subTest(story.state.code):
                self.assertEqual(found, offered)
                self.assertLessEqual(sum(button.is_primary for button in page.context["bar"]), 1)

    def test_a_scheduled_story_says_on_its_buttons_when_it_goes_out(self):
        page = self.client.get(address(make_scheduled()))
        names = [button.name for button in [*page.context["bar"], *page.context["aside"]]]
        self.assertEqual(names, ["_save", "_schedule", "_publish", "_unschedule"])
        self.assertRegex(page.context["bar"][0].label, r"^Save, still goes out .*\d\d:\d\d$")

    def test_a_story_of_somebody_else_can_be_changed(self):
        story = make_article(created_by=make_user("Reporter"))
        self.forge(story, "_save", headline="Edited")
        self.assertEqual(Article.objects.get().headline, "Edited")

    def test_a_draft_asks_before_it_is_deleted(self):
        story = make_article()
        url = reverse("admin:articles_article_delete", args=[story.pk])
        self.assertContains(self.client.get(url), "Delete this story")
        self.client.post(url, {"post": "yes"})
        self.assertFalse(Article.objects.exists())


class OutsiderTests(TestCase):
    def test_stories_are_closed_to_moderators_and_to_whoever_is_not_signed_in(self):
        story = make_article(headline=MARK)
        for user in (None, make_user("Moderator"), make_user()):
            self.client.logout()
            if user:
                self.client.force_login(user)
            for url in [*side_doors(story), ADD, LIST]:
                for method in (self.client.get, self.client.post):
                    response = method(url)
                    with self.subTest(user=user, url=url, method=method.__name__):
                        self.assertIn(response.status_code, (302, 403, 404, 405))
                        self.assertNotIn(MARK, response.content.decode())
        self.assertEqual(Article.objects.get().status, Status.DRAFT)

    def test_a_press_without_the_token_of_the_page_is_refused(self):
        story = make_article()
        client = self.client_class(enforce_csrf_checks=True)
        client.force_login(make_user("Editor"))
        for url in (address(story), LIST, ADD):
            self.assertEqual(client.post(url, typed(story, headline="X") | {"_save": ""}).status_code, 403)
        self.assertNotEqual(Article.objects.get().headline, "X")
