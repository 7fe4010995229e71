import uuid

from django.test import Client, TestCase
from django.urls import reverse

from articles.autosaving import autosave_of
from articles.choices import RevisionKind, Status
from articles.models import Article, Revision
from tests.articles.desk_case import DeskTestCase, address
from tests.articles.test_autosaving import whole
from tests.factories import make_article, make_author, make_published, make_user

JSON = {"accept": "application/json"}
ADD = reverse("admin:articles_article_add_autosave")


def door(story, name="autosave"):
    return reverse(f"admin:articles_article_{name}", args=[story.pk])


class KeepingDoorTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_article(created_by=self.user)

    def send(self, story=None, client=None, **fields):
        return (client or self.client).post(door(story or self.story), {"tab": "one", **fields}, headers=JSON)

    def test_what_is_typed_is_kept_and_the_answer_says_when(self):
        before = whole(self.story)
        answer = self.send(headline="Ferry", body="<p>Words", bylines=["3", "2"], tags_typed="New")
        self.assertRegex(answer.json()["kept"], r"^\d\d:\d\d:\d\d$")
        self.assertIn("no-store", answer.headers["Cache-Control"])
        self.assertEqual(
            autosave_of(self.story, self.user).content,
            {
                "headline": "Ferry", "body": "<p>Words</p>", "lead_photo": None, "bylines": [3, 2], "tags": [],
                "typed": {"tags": ["New"]},
            },
        )  # fmt: skip
        self.assertEqual(whole(self.story), before)

    def test_a_request_asks_four_things_of_the_database(self):
        """Whose session it is, who that is, what they may do; and the text goes where it belongs."""
        self.send(headline="F")
        with self.assertNumQueries(4):
            self.send(headline="Fe")

    def test_and_as_many_for_a_reporter(self):
        reporter = make_user("Reporter")
        own = make_article(bylines=[make_author(user=reporter)])
        self.client.force_login(reporter)
        self.send(own, headline="F")
        with self.assertNumQueries(4):
            self.send(own, headline="Fe")

    def test_whoever_is_signed_out_is_told_so(self):
        answer = self.send(client=Client(), headline="F")
        self.assertEqual(answer.status_code, 401)
        self.assertEqual(answer.json(), {"error": "You are signed out.", "login": reverse("admin:login")})
        self.assertFalse(Revision.objects.exists())
        # A person at this address gets the page to sign in, as everywhere.
        page = Client().post(door(self.story), {"headline": "F"})
        self.assertRedirects(page, f"{reverse('admin:login')}?next={door(self.story)}")

    def test_a_text_is_never_kept_as_that_of_whoever_signed_in_since(self):
        answer = self.send(headline="F", user=self.user.pk)
        self.assertEqual(answer.status_code, 200)
        self.client.force_login(make_user("Editor"))
        answer = self.send(headline="Fe", user=self.user.pk)
        self.assertEqual((answer.status_code, bool(answer.json()["error"])), (409, True))
        self.assertEqual([row.content["headline"] for row in Revision.objects.all()], ["F"])

    def test_who_may_not_write_any_more_is_told_so(self):
        reporter = make_user("Reporter")
        own = make_article(created_by=reporter)
        self.client.force_login(reporter)
        self.send(own, headline="F")
        Article.objects.filter(pk=own.pk).update(status=Status.IN_REVIEW)
        answer = self.send(own, headline="Fe")
        self.assertEqual(answer.status_code, 403)
        self.assertEqual(answer.json()["error"], "You may not write in this story any more.")

    def test_what_is_not_there_or_not_for_them_is_not_there(self):
        self.assertEqual(self.send(Article(pk=404)).status_code, 404)
        self.client.force_login(make_user("Reporter"))
        answer = self.send(headline="F")
        self.assertEqual((answer.status_code, "gone" in answer.content.decode()), (404, False))
        for user in (make_user("Moderator"), make_user()):
            self.client.force_login(user)
            self.assertEqual(self.send(headline="F").status_code, 403)
        self.assertFalse(Revision.objects.exists())

    def test_too_much_is_refused_in_words(self):
        answer = self.send(body="<p>" + "x" * 600_000)
        self.assertEqual(answer.status_code, 413)
        self.assertIn("512 kB", answer.json()["error"])

    def test_a_token_is_needed_and_a_page_from_before_a_second_log_in_can_have_one(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.user)
        self.assertEqual(self.send(client=client, headline="F").status_code, 403)
        told = client.get(door(self.story), headers=JSON).json()
        self.assertEqual(told["user"], self.user.pk)
        answer = self.send(client=client, headline="F", csrfmiddlewaretoken=told["token"])
        self.assertEqual(answer.status_code, 200)

    def test_nonsense_is_kept_or_refused_but_never_an_error(self):
        for fields in (
            {"base": "x", "tab": "\0" * 9},
            {"base": "9" * 40, "tab": "t" * 400},
            {"base": "-1", "section": "x", "lead_photo": "²"},
            {"user": "x"},
        ):
            with self.subTest(fields):
                self.assertIn(self.send(headline="\0F", **fields).status_code, (200, 409))

    def test_a_text_from_the_browsers_copy_can_be_opened_at_once(self):
        answer = self.send(headline="From the copy", open="1").json()
        row = autosave_of(self.story, self.user)
        self.assertEqual(answer["open"], f"{address(self.story)}?kept={row.pk}")
        self.assertContains(self.client.get(answer["open"]), "From the copy")


class OfferTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_published(headline="As it is", created_by=self.user)
        self.story.keep({"headline": "As typed", "body": self.story.body}, by=self.user, tab="one")
        self.kept = autosave_of(self.story, self.user)

    def test_the_form_offers_it_and_names_what_differs(self):
        page = self.client.get(address(self.story))
        self.assertContains(page, "that is not in the story</h2>")
        self.assertContains(page, "<p>It differs in: Headline</p>", html=True)
        self.assertContains(page, f'href="?kept={self.kept.pk}"')

    def test_a_text_that_is_in_the_story_is_not_offered(self):
        self.story.keep({"headline": " As it is "}, by=self.user, tab="one")
        self.assertNotContains(self.client.get(address(self.story)), "data-kept-tab")

    def test_a_text_that_was_taken_back_is_not_offered_when_others_have_saved_since(self):
        first = self.story.save_draft(self.story.draft_content, by=self.user).revision
        self.story.keep({"headline": "As it is"}, by=self.user, tab="one", base=first.pk)
        content = self.story.draft_content | {"headline": "By another"}
        self.story.save_draft(content, by=make_user("Editor"), base=first.pk)
        self.assertNotContains(self.client.get(address(self.story)), "data-kept-tab")
        self.story.keep({"headline": "Typed"}, by=self.user, tab="one", base=first.pk)
        self.assertContains(self.client.get(address(self.story)), "data-kept-tab")

    def test_nobody_else_is_offered_it(self):
        self.client.force_login(make_user("Chief"))
        self.assertNotContains(self.client.get(address(self.story)), "As typed")
        self.assertNotContains(self.client.get(f"{address(self.story)}?kept={self.kept.pk}"), "As typed")

    def test_thrown_away_it_is_offered_no_more_and_still_there(self):
        page = self.client.post(door(self.story, "autosave_discard"), {"kept": self.kept.pk}, follow=True)
        self.assertNotContains(page, "data-kept-tab")
        self.assertTrue(Revision.objects.filter(pk=self.kept.pk, autosave_of=None).exists())

    def test_nobody_throws_away_what_is_anothers(self):
        for group in ("Reporter", "Chief", None):
            self.client.force_login(make_user(group))
            self.client.post(door(self.story, "autosave_discard"), {"kept": self.kept.pk})
        self.assertEqual(self.client.get(door(self.story, "autosave_discard")).status_code, 405)
        self.assertEqual(autosave_of(self.story, self.user), self.kept)


class EmptyFormTests(DeskTestCase):
    def send(self, token=None, **fields):
        return self.client.post(ADD, {"token": token or uuid.uuid4(), "tab": "one", **fields}, headers=JSON)

    def test_an_empty_form_becomes_a_draft_once_something_is_written(self):
        token = uuid.uuid4()
        self.assertEqual(self.send(token, headline=" ", kicker="Pier").json(), {"kept": ""})
        self.assertFalse(Article.objects.exists())
        told = self.send(token, headline="Ferry").json()
        story = Article.objects.get()
        self.assertEqual((story.status, story.created_by, story.headline), ("draft", self.user, "Ferry"))
        self.assertEqual((told["story"], told["base"]), (story.pk, story.draft_revision_id))
        self.assertEqual((told["address"], told["autosave"]), (address(story), door(story)))
        self.assertEqual(autosave_of(story, self.user).base, story.draft_revision)

    def test_two_requests_of_one_form_make_one_story(self):
        token = uuid.uuid4()
        first, second = self.send(token, headline="Fer").json(), self.send(token, headline="Ferry").json()
        self.assertEqual(first["story"], second["story"])
        self.assertEqual(autosave_of(Article.objects.get(), self.user).content["headline"], "Ferry")
        self.assertEqual(Revision.objects.filter(kind=RevisionKind.AUTOSAVE).count(), 1)

    def test_what_does_not_fit_yet_is_kept_all_the_same(self):
        self.send(headline="x" * 500)
        story = Article.objects.get()
        self.assertEqual((story.headline, len(autosave_of(story, self.user).content["headline"])), ("", 500))

    def test_a_form_without_a_token_begins_nothing(self):
        self.assertEqual(self.send("nonsense", headline="Ferry").json(), {"kept": ""})
        self.assertFalse(Article.objects.exists())


class EmptyFormRoleTests(TestCase):
    def test_who_may_begin_a_story(self):
        expected = {"Reporter": 200, "Editor": 200, "Chief": 200, "Moderator": 403, None: 403}
        for group, status in expected.items():
            self.client.force_login(make_user(group))
            fields = {"token": uuid.uuid4(), "tab": "one", "headline": "Ferry"}
            with self.subTest(group):
                self.assertEqual(self.client.post(ADD, fields, headers=JSON).status_code, status)
        self.assertEqual(Article.objects.count(), 3)
        self.assertEqual(Client().post(ADD, {}, headers=JSON).status_code, 401)
