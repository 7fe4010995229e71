from datetime import timedelta
from unittest import mock

from django.urls import reverse
from django.utils.timezone import now

from articles.admin import bulk
from articles.admin.batch import seen_mark
from articles.choices import Status, Verb
from articles.models import Article
from tests.articles.desk_case import DeskTestCase
from tests.factories import (
    make_article,
    make_published,
    make_scheduled,
    make_section,
    make_user,
    make_withdrawn,
)

LIST = reverse("admin:articles_article_changelist")


class BulkCase(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.section = make_section(name="Harbour")

    def send(self, action, stories, address=LIST, *, marks=None, **more):
        """What the list sends: the chosen rows, and what every row was when it was shown."""
        marks = [seen_mark(story) for story in stories] if marks is None else marks
        keys = [story.pk for story in stories]
        sent = {"action": action, "index": 0, "_selected_action": keys, "seen": marks, **more}
        return self.client.post(address, sent)

    def confirm(self, action, stories, **more):
        return self.send(action, stories, confirmed=1, **more)

    def ready(self, headline, **fields):
        fields = {"status": Status.IN_REVIEW, "section": self.section, **fields}
        story = make_article(headline=headline, created_by=self.user, **fields)
        return Article.objects.get(pk=story.pk)


class PublishingTests(BulkCase):
    def test_the_first_press_lists_what_would_go_out_and_changes_nothing(self):
        one, two = self.ready("Goes one"), self.ready("Goes two", status=Status.DRAFT)
        live = make_published(headline="Out already", section=self.section)
        bare = make_article(headline="In no section")
        held = make_article(
            headline="Held back", section=self.section, embargo_until=now() + timedelta(days=1)
        )
        page = self.send("publish_each", [one, two, live, bare, held])
        self.assertEqual(page.context["ready"], [one, two])
        self.assertEqual([story for story, _why in page.context["refused"]], [live, bare, held])
        for words in (
            "Publish 2 stories now",
            "waits for an editor",
            "It is live already.",
            "The story is in no section.",
            "Embargo until",
        ):
            self.assertContains(page, words)
        self.assertContains(page, '<input type="hidden" name="_selected_action"', count=2)
        self.assertEqual(self.stored(one).status, Status.IN_REVIEW)

    def test_the_second_press_publishes_each_and_goes_back_to_the_list_it_came_from(self):
        one, two = self.ready("Goes one"), self.ready("Goes two")
        here = f"{LIST}?state=review"
        response = self.confirm("publish_each", [one, two], address=here)
        self.assertRedirects(response, here, fetch_redirect_response=False)
        self.assertIn("Published: 2.", self.told(response))
        for story in (one, two):
            self.assertTrue(self.stored(story).is_public)
            self.assertEqual(story.events.get(verb=Verb.PUBLISHED).actor, self.user)

    def test_one_that_cannot_go_out_is_named_with_the_reason_and_the_others_go(self):
        good, hollow = self.ready("Goes"), self.ready("Hollow", body="")
        last = self.ready("Goes last")
        told = self.told(self.confirm("publish_each", [good, hollow, last]))
        self.assertIn("Published: 2.", told)
        change = reverse("admin:articles_article_change", args=[hollow.pk])
        self.assertIn(f'<a href="{change}">Hollow</a>: The story has no text.', told)
        self.assertTrue(self.stored(last).is_public)
        self.assertFalse(self.stored(hollow).is_public)

    def test_a_story_that_somebody_saved_meanwhile_is_not_published_unseen(self):
        story, other = self.ready("Changed"), self.ready("Same")
        self.colleague_saves(story)
        page = self.send("publish_each", [story, other])
        self.assertEqual(page.context["ready"], [other])
        self.assertContains(page, "Tom Okafor saved this 0 s ago. Look again.")
        told = self.told(self.confirm("publish_each", [story, other]))
        self.assertIn("Tom Okafor saved this", told)
        self.assertFalse(self.stored(story).is_public)
        self.assertTrue(self.stored(other).is_public)

    def colleague_saves(self, story):
        stored = self.stored(story)
        stored.headline = "Theirs"
        stored.save()
        stored.log(Verb.REVISED, make_user("Editor", first_name="Tom", last_name="Okafor"), stored.status)

    def test_a_change_that_left_no_line_and_a_choice_without_a_mark_are_looked_at_again_as_well(self):
        story = self.ready("Changed")
        told = self.told(self.confirm("publish_each", [story], marks=[]))
        self.assertIn("It has changed since it was listed.", told)
        self.assertFalse(self.stored(story).is_public)

    def test_what_is_gone_is_counted(self):
        story, gone = self.ready("Goes"), self.ready("Gone")
        mark = seen_mark(gone)
        Article.objects.filter(pk=gone.pk).delete()
        marks = [seen_mark(story), mark]
        self.assertContains(
            self.send("publish_each", [story, gone], marks=marks), "1 story is not there any more."
        )
        told = self.told(self.confirm("publish_each", [story, gone], marks=marks))
        self.assertIn("Published: 1.", told)
        self.assertIn("1 story is not there any more.", told)

    def test_nothing_is_done_to_more_than_a_person_reads_through(self):
        stories = [self.ready(f"Story {n}") for n in range(3)]
        for action in ("publish_each", "withdraw_each", "submit_each"):
            with mock.patch.object(bulk, "MOST", 2):
                self.assertIn("no more than 2", self.told(self.confirm(action, stories)))
        self.assertFalse(Article.objects.published().exists())

    def test_the_page_costs_the_same_for_one_story_and_for_thirty(self):
        for number in (1, 30):
            stories = [self.ready(f"Story {n}") for n in range(number)]
            for story in stories:
                story.log(Verb.CREATED, self.user, Status.DRAFT)
            with self.subTest(number), self.assertNumQueries(9):
                self.send("publish_each", stories)
            with self.subTest(f"{number}, all of them changed"), self.assertNumQueries(10):
                self.send("publish_each", stories, marks=[])


class WithdrawingTests(BulkCase):
    def test_the_first_press_lists_the_stories_with_their_state_and_asks_why(self):
        live, draft = make_published(headline="Out"), make_article(headline="Not out")
        page = self.send("withdraw_each", [live, draft])
        self.assertEqual(page.context["ready"], [live])
        for words in ("Live", "It is not live.", "Why?", "Notice for readers", "Withdraw 1 story"):
            self.assertContains(page, words)
        self.assertTrue(self.stored(live).is_public)

    def test_without_a_reason_the_page_comes_back(self):
        live = make_published(headline="Out")
        page = self.confirm("withdraw_each", [live], reason=" ", notice="Kept in the form")
        self.assertContains(page, "Say why they are withdrawn.")
        self.assertContains(page, "Kept in the form")
        self.assertTrue(self.stored(live).is_public)

    def test_the_reason_goes_into_the_log_and_the_notice_to_readers(self):
        one, two, scheduled = make_published(), make_published(), make_scheduled(headline="To come")
        response = self.confirm(
            "withdraw_each", [one, two, scheduled], reason="Wrong pier", notice="It was wrong."
        )
        self.assertIn("Withdrawn: 2.", self.told(response))
        self.assertIn("To come", self.told(response))
        for story in map(self.stored, (one, two)):
            self.assertEqual((story.status, story.withdrawn_notice), (Status.WITHDRAWN, "It was wrong."))
            self.assertEqual(story.events.get(verb=Verb.WITHDRAWN).note, "Wrong pier")
        self.assertEqual(self.stored(scheduled).status, Status.PUBLISHED)

    def test_a_page_with_nothing_to_do_offers_no_button(self):
        page = self.send("withdraw_each", [make_withdrawn()])
        self.assertContains(page, "None of the chosen stories can be.")
        self.assertNotContains(page, "btn primary")


class WhoTests(BulkCase):
    group = "Reporter"

    def test_only_who_releases_stories_is_offered_it(self):
        make_article(created_by=self.user)
        offered = {"Reporter": {"submit_each"}}
        offered["Editor"] = offered["Chief"] = {"submit_each", "publish_each", "withdraw_each"}
        for group, actions in offered.items():
            self.client.force_login(self.user if group == "Reporter" else make_user(group))
            page = self.client.get(LIST)
            for action in offered["Editor"]:
                with self.subTest(group=group, action=action):
                    check = self.assertContains if action in actions else self.assertNotContains
                    check(page, f'value="{action}"')

    def test_a_forged_press_does_nothing(self):
        mine, live = self.ready("Mine"), make_published(created_by=self.user)
        for action, story in (("publish_each", mine), ("withdraw_each", live)):
            before = self.stored(story).status
            response = self.confirm(action, [story], reason="Why")
            self.assertIn("No action selected", self.told(response))
            self.assertEqual(self.stored(story).status, before)

    def test_a_reporter_submits_their_own_and_cannot_name_what_they_may_not_see(self):
        mine = self.ready("Mine", status=Status.DRAFT)
        theirs = make_article(headline="SECRETMARK", section=self.section)
        told = self.told(self.send("submit_each", [mine, theirs]))
        self.assertIn("Submitted for review: 1.", told)
        self.assertIn("1 story is not there any more.", told)
        self.assertNotIn("SECRETMARK", told)
        self.assertEqual(self.stored(theirs).status, Status.DRAFT)

    def test_moderators_and_strangers_reach_none_of_it(self):
        story = self.ready("Mine")
        self.client.force_login(make_user("Moderator"))
        self.assertEqual(self.confirm("publish_each", [story]).status_code, 403)
        self.client.logout()
        self.assertEqual(self.confirm("publish_each", [story]).status_code, 302)
        self.assertFalse(self.stored(story).is_public)
