from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils.timezone import now

from comments.choices import HoldReason, Status
from comments.models import Comment
from comments.moderation import decide
from tests.comments.desk_case import QUEUE, ModeratorTestCase, page_of, seen
from tests.factories import (
    make_approved,
    make_article,
    make_comment,
    make_published,
    make_user,
    make_withdrawn,
)


class QueueTests(ModeratorTestCase):
    def test_the_queue_opens_with_what_waits_the_longest_waiting_first(self):
        young = make_comment(self.story, created_at=now())
        old = make_comment(self.story, created_at=now() - timedelta(minutes=41))
        make_approved(self.story)
        page = self.client.get(QUEUE)
        self.assertEqual(list(page.context["cl"].result_list), [old, young])
        self.assertContains(page, "Waiting <b>2</b>")
        self.assertContains(page, "the oldest sent <b>41 min ago</b>")

    def test_each_tab_shows_the_comments_of_its_state_newest_first(self):
        old, young = (
            make_approved(self.story, created_at=now() - timedelta(hours=hours)) for hours in (2, 1)
        )
        rejected = make_comment(self.story, status=Status.REJECTED)
        spam = make_comment(self.story, status=Status.SPAM)
        waiting = make_comment(self.story)
        self.assertEqual(self.listed(state="approved"), [young, old])
        self.assertEqual(self.listed(state="rejected"), [rejected])
        self.assertEqual(self.listed(state="spam"), [spam])
        self.assertCountEqual(self.listed(state="all"), [old, young, rejected, spam, waiting])

    def test_a_row_shows_who_says_what_to_what_and_why_it_waits(self):
        first = make_approved(self.story, name="Oda Lindqvist")
        make_comment(
            self.story,
            name="Maren K.",
            text="See https://www.x.com/a?b=1 or fish-now.shop now",
            parent=first,
            hold_reasons=[HoldReason.LINK, HoldReason.PRE_MODERATED],
        )
        page = self.client.get(QUEUE)
        self.assertContains(page, "Maren K.")
        self.assertContains(page, "to <bdi>Oda Lindqvist</bdi>")
        self.assertContains(
            page, "See <mark>https://www.x.com/a?b=1</mark> or <mark>fish-now.shop</mark> now"
        )
        self.assertContains(page, '<li class="">Has a link</li>')
        self.assertContains(page, '<li class="plain">All comments on this story are read first</li>')
        self.assertContains(page, f'href="{self.story.get_absolute_url()}"')

    def test_a_story_that_readers_cannot_open_is_told_by_the_address_they_knew(self):
        story = make_withdrawn(headline="What an editor made of it since")
        comment = make_comment(story)
        for url in (QUEUE, page_of(comment)):
            page = self.client.get(url)
            self.assertContains(page, story.get_absolute_url())
            self.assertNotContains(page, f'href="{story.get_absolute_url()}"')
            self.assertNotContains(page, story.headline)
        self.client.force_login(make_user("Chief"))
        for url in (QUEUE, page_of(comment)):
            page = self.client.get(url)
            self.assertContains(page, story.headline)
            self.assertContains(page, "Withdrawn")

    def test_what_a_reader_wrote_is_text_and_nothing_else(self):
        hostile = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)>"
        comment = make_comment(self.story, name=hostile[:80], text=f"{hostile} http://a.test/<script>")
        for url in (QUEUE, page_of(comment)):
            page = self.client.get(url)
            self.assertNotContains(page, "<script>alert")
            self.assertNotContains(page, "<img src=x")
            self.assertContains(page, "&lt;script&gt;")

    def test_names_and_words_are_searched(self):
        comment = make_comment(self.story, name="Maren K.", text="About the rope walk")
        make_comment(self.story, name="Pieter")
        for term in ("maren", "rope walk"):
            self.assertEqual(self.listed(q=term), [comment])

    def test_an_empty_queue_says_so(self):
        self.assertContains(self.client.get(QUEUE), "Nothing waits here.")

    def test_the_number_of_queries_does_not_depend_on_the_number_of_comments(self):
        for number in (1, 29):
            for _n in range(number):
                first = make_approved(make_published())
                make_comment(first.article, parent=first)
            for tab, queries in (("waiting", 7), ("approved", 8)):
                with self.subTest(number=number, tab=tab), self.assertNumQueries(queries):
                    self.client.get(QUEUE, {"state": tab})


class OneCommentTests(ModeratorTestCase):
    def test_its_page_shows_what_surrounds_it_and_its_log(self):
        first = make_approved(self.story, name="Oda Lindqvist", text="Two of four nights")
        comment = make_comment(self.story, parent=first, hold_reasons=[HoldReason.LINK])
        decide({comment.pk: 1}, Status.REJECTED, by=self.other, reason="Names a neighbour")
        page = self.client.get(page_of(comment))
        for words in (
            "Lamps on the pier",
            "Two of four nights",
            "Oda Lindqvist",
            "Ana Duarte",
            "Names a neighbour",
        ):
            self.assertContains(page, words)
        self.assertContains(page, f'value="pending.{comment.pk}.2"')

    def test_a_decision_is_taken_with_its_reason(self):
        comment = make_comment(self.story)
        response = self.client.post(
            page_of(comment), {"decide": f"rejected.{seen(comment)}", "reason": "Names a neighbour"}
        )
        self.assertRedirects(response, QUEUE)
        self.assertEqual(comment.events.get().reason, "Names a neighbour")

    def test_nothing_is_added_edited_or_deleted_here(self):
        comment = make_comment(self.story, text="As it was")
        self.client.force_login(make_user(is_superuser=True))
        self.assertEqual(self.client.get(reverse("admin:comments_comment_add")).status_code, 403)
        for view in ("delete",):
            url = reverse(f"admin:comments_comment_{view}", args=[comment.pk])
            self.assertEqual(self.client.post(url, {"post": "yes"}).status_code, 403)
        self.client.post(page_of(comment), {"text": "Changed", "status": "approved"})
        stored = Comment.objects.get()
        self.assertEqual((stored.text, stored.status), ("As it was", Status.PENDING))

    def test_a_comment_that_is_not_there_is_no_error(self):
        self.assertEqual(
            self.client.get(reverse("admin:comments_comment_change", args=[999])).status_code, 302
        )


class WhoTests(TestCase):
    def test_only_moderators_come_in_and_only_they_decide(self):
        comment = make_comment(make_article(), name="NAMEMARK")
        for user in (None, make_user(), make_user("Reporter"), make_user("Editor")):
            self.client.logout()
            if user:
                self.client.force_login(user)
            for url in (QUEUE, page_of(comment)):
                response = self.client.get(url)
                self.assertIn(response.status_code, (302, 403))
                self.assertNotIn("NAMEMARK", response.content.decode())
                response = self.client.post(url, {"decide": f"approved.{seen(comment)}"})
                self.assertIn(response.status_code, (302, 403))
            sent = {
                "action": "approved",
                "index": 0,
                "_selected_action": [comment.pk],
                "seen": [seen(comment)],
            }
            self.client.post(QUEUE, sent)
        self.assertEqual(Comment.objects.get().status, Status.PENDING)

    def test_who_may_only_look_is_offered_no_button_and_decides_nothing(self):
        comment = make_comment(make_published())
        reader = make_user()
        reader.user_permissions.set(
            make_user("Moderator").groups.get().permissions.filter(codename="view_comment")
        )
        self.client.force_login(reader)
        for url in (QUEUE, page_of(comment)):
            self.assertNotContains(self.client.get(url), 'name="decide"')
            self.assertEqual(self.client.post(url, {"decide": f"approved.{seen(comment)}"}).status_code, 403)
        self.assertEqual(Comment.objects.get().status, Status.PENDING)

    def test_a_press_without_the_token_of_the_page_is_refused(self):
        comment = make_comment(make_published())
        client = self.client_class(enforce_csrf_checks=True)
        client.force_login(make_user("Moderator"))
        for url in (QUEUE, page_of(comment)):
            self.assertEqual(client.post(url, {"decide": f"approved.{seen(comment)}"}).status_code, 403)
        self.assertEqual(Comment.objects.get().status, Status.PENDING)
