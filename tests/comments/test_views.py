from unittest import mock

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.choices import CommentMode
from comments import views
from comments.choices import Status
from comments.models import Comment
from tests.factories import (
    make_approved,
    make_article,
    make_author,
    make_comment,
    make_published,
    make_scheduled,
    make_tag,
    make_withdrawn,
)

OURS = {"sec-fetch-site": "same-origin"}
TOKEN = "5d0f1c3e-5b1e-4a43-9f0e-0d6a3a9d6a10"


class PostTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()
        cls.address = f"{cls.story.get_absolute_url()}comments/"

    def send(self, address=None, **data):
        data = {"name": "Anna Berg", "text": "Words that took an hour", **data}
        return self.client.post(address or self.address, data, headers=OURS)

    def test_a_comment_is_held_and_its_reader_told_so(self):
        response = self.send()
        self.assertEqual(response.status_code, 303)
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        self.assertRegex(response.headers["Location"], r"^/comments/received/[^/]+/$")
        receipt = self.client.get(response.headers["Location"])
        self.assertContains(receipt, "Words that took an hour")
        self.assertContains(receipt, "held until an editor has read it")
        self.assertEqual(Comment.objects.get().status, Status.PENDING)

    def test_it_is_public_nowhere_until_it_is_approved(self):
        self.send(text="TEXTMARK", name="NAMEMARK")
        pages = [self.story.get_absolute_url(), self.address, "/", "/latest/", "/nowhere/"]
        for page in pages:
            self.assertNotIn(b"MARK", self.client.get(page).content, page)
        for status in (Status.REJECTED, Status.SPAM):
            Comment.objects.update(status=status)
            for page in pages:
                self.assertNotIn(b"MARK", self.client.get(page).content, page)
        Comment.objects.update(status=Status.APPROVED)
        for page in pages[:2]:
            self.assertContains(self.client.get(page), "TEXTMARK")

    def test_nobody_answers_what_is_held(self):
        held = make_comment(self.story, text="TEXTMARK")
        response = self.client.get(f"{self.address}?reply={held.pk}")
        self.assertEqual(response.status_code, 404)
        self.assertNotIn(b"MARK", response.content)

    def test_what_is_missing_comes_back_with_what_is_there(self):
        for data, message in (
            ({"text": " \u200b\r\n"}, "Please enter your comment!"),
            ({"name": "\u3164"}, "Please enter your name here"),
            ({"name": "n" * 81}, "Name must be 80 characters or less"),
            ({"text": "t" * 5001}, "Comment must be 5,000 characters or less"),
        ):
            with self.subTest(data):
                response = self.send(**data)
                self.assertContains(response, message, status_code=422)
                kept = {"name": "Anna Berg", "text": "Words that took an hour", **data}
                form = response.context["form"]
                self.assertEqual({name: form[name].value() for name in kept}, kept)
                self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        self.assertFalse(Comment.objects.exists())

    def test_an_empty_body_is_an_empty_form(self):
        for kind in ("application/x-www-form-urlencoded", "application/json", "text/plain", ""):
            response = self.client.generic("POST", self.address, b"", content_type=kind, headers=OURS)
            self.assertContains(response, "Please enter your comment!", status_code=422)

    def test_hostile_words_are_words(self):
        hostile = "<script>alert(1)</script> {{ 7 }} </textarea><img src=x onerror=y> & \"'"
        self.assertEqual(self.send(text=hostile, name=hostile).status_code, 303)
        response = self.send(text="", name=hostile)
        Comment.objects.update(status=Status.APPROVED)
        receipt = self.client.get(self.send(text=hostile, name=hostile).headers["Location"])
        for page in (
            response,
            receipt,
            self.client.get(self.address),
            self.client.get(self.story.get_absolute_url()),
        ):
            content = page.content.decode()
            self.assertNotIn("<script>alert", content)
            self.assertNotIn("<img src=x", content)
            self.assertNotIn("{{ 7 }}".replace("{{ 7 }}", ">7<"), content)
            self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", content)

    def test_lines_stay_lines_and_addresses_stay_words(self):
        make_approved(self.story, text="One\nTwo\n\nThree https://evil.example/")
        response = self.client.get(self.address)
        self.assertContains(response, "<p>One<br>Two</p>", html=True)
        self.assertNotContains(response, 'href="https://evil.example')

    def test_a_double_submit_answers_the_same_receipt(self):
        for token in (TOKEN, ""):
            first, second = self.send(token=token, text=f"T{token}"), self.send(token=token, text=f"T{token}")
            self.assertEqual(first.headers["Location"], second.headers["Location"])
        self.assertEqual(Comment.objects.count(), 2)

    def test_two_readers_of_one_cached_page_post_two_comments(self):
        for address in ("203.0.113.9", "198.51.100.9"):
            data = {"name": "Anna", "text": "Agreed."}
            self.client.post(self.address, data, headers=OURS, REMOTE_ADDR=address)
        self.assertEqual(Comment.objects.count(), 2)

    def test_an_answer_keeps_its_parent_and_says_whom_it_answers(self):
        root = make_approved(self.story, name="Bo", text="A question")
        page = self.client.get(f"{self.address}?reply={root.pk}")
        self.assertContains(page, "Replying to <bdi>Bo</bdi>")
        self.assertContains(page, f'value="{root.public_id}"')
        self.send(reply_to=str(root.public_id))
        self.assertEqual(Comment.objects.get(status=Status.PENDING).parent, root)

    def test_an_answer_with_a_mistake_is_still_an_answer(self):
        root = make_approved(self.story)
        response = self.send(reply_to=str(root.public_id), name="")
        self.assertContains(response, f'value="{root.public_id}"', status_code=422)

    def test_a_filled_trap_is_held_and_looks_like_success(self):
        self.assertEqual(self.send(website="https://spam.example").status_code, 303)
        self.assertIn("honeypot", Comment.objects.get().hold_reasons)

    def test_too_much_is_refused_before_it_is_read(self):
        with mock.patch.object(views, "evidence_of", side_effect=AssertionError("was read")):
            response = self.send(text="x" * 20_000_000)
        self.assertContains(response, "too much", status_code=413)
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        self.assertFalse(Comment.objects.exists())

    def test_the_longest_comment_in_the_heaviest_signs_is_not_too_much(self):
        self.assertEqual(self.send(text="😀" * 5000, name="😀" * 80).status_code, 303)
        data = "&".join(("name=Anna", "text=" + "%F0%9F%98%80" * 5000))
        kind = "application/x-www-form-urlencoded"
        response = self.client.generic("POST", self.address, data, content_type=kind, headers=OURS)
        self.assertEqual(response.status_code, 303)

    def test_it_costs_few_queries_whatever_is_there(self):
        story = make_published(bylines=[make_author() for _ in range(3)], tags=[make_tag() for _ in range(3)])
        root = make_approved(story)
        address, counts = f"{story.get_absolute_url()}comments/", []
        for number in (1, 30):
            for _ in range(number):
                make_comment(story)
            with CaptureQueriesContext(connection) as captured:
                response = self.send(
                    address, token=TOKEN[:-2] + f"{number:02}", reply_to=str(root.public_id), text=f"{number}"
                )
            self.assertEqual(response.status_code, 303)
            counts.append(len([query for query in captured if "SAVEPOINT" not in query["sql"]]))
        self.assertEqual(counts[0], counts[1])
        self.assertLessEqual(counts[0], 8)


class ClosedTests(TestCase):
    """Where no comment is taken: nothing is stored, and no words are lost."""

    def send(self, story):
        data = {"name": "Anna Berg", "text": "Words that took an hour"}
        return self.client.post(f"{story.get_absolute_url()}comments/", data, headers=OURS)

    def test_a_closed_story_says_so_and_gives_the_words_back(self):
        for mode, reason in ((CommentMode.CLOSED, "are closed"), (CommentMode.OFF, "takes no comments")):
            response = self.send(make_published(comment_mode=mode))
            self.assertContains(response, reason, status_code=403)
            self.assertContains(response, "Words that took an hour", status_code=403)
            self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        self.assertFalse(Comment.objects.exists())

    def test_a_withdrawn_story_gives_the_words_back(self):
        response = self.send(make_withdrawn(headline="SECRETMARK"))
        self.assertContains(response, "withdrawn", status_code=410)
        self.assertNotIn(b"SECRETMARK", response.content)
        self.assertContains(response, "Words that took an hour", status_code=410)
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")

    def test_a_story_nobody_may_know_of_is_like_none_at_all(self):
        hidden = make_scheduled(headline="SECRETMARK", slug="secret")
        addresses = [f"{hidden.get_absolute_url()}comments/"]
        addresses.append(addresses[0].replace("secret", "nowhere"))
        for method in ("get", "post", "head", "put", "options"):
            there, nowhere = (getattr(self.client, method)(address) for address in addresses)
            self.assertEqual(there.status_code, nowhere.status_code, method)
            self.assertEqual(there.content, nowhere.content, method)
            self.assertEqual(there.headers, nowhere.headers, method)
        self.assertEqual(self.send(hidden).status_code, 404)
        self.assertNotIn(b"SECRETMARK", self.send(hidden).content)
        self.assertFalse(Comment.objects.exists())

    def test_drafts_have_no_thread_at_all(self):
        self.assertEqual(make_article(slug="s").get_absolute_url(), "")

    def test_a_closed_thread_is_readable_and_has_no_form(self):
        story = make_published(comment_mode=CommentMode.CLOSED)
        root = make_approved(story, text="Said before")
        response = self.client.get(f"{story.get_absolute_url()}comments/?reply={root.pk}")
        self.assertContains(response, "Said before")
        self.assertContains(response, "are closed")
        self.assertNotContains(response, "<form")
        self.assertNotContains(response, "?reply=")

    def test_a_story_without_comments_shows_none_even_on_their_own_page(self):
        story = make_published(comment_mode=CommentMode.OFF)
        make_approved(story, text="TEXTMARK", name="NAMEMARK")
        response = self.client.get(f"{story.get_absolute_url()}comments/")
        self.assertNotIn(b"MARK", response.content)
        self.assertNotIn(b"<form", response.content)
