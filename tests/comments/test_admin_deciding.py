from comments.choices import Status
from comments.moderation import decide
from tests.comments.desk_case import QUEUE, ModeratorTestCase, page_of, seen
from tests.factories import (
    make_approved,
    make_comment,
)


class ButtonTests(ModeratorTestCase):
    def press(self, comment, to, **fields):
        return self.client.post(QUEUE, {"decide": f"{to}.{seen(comment)}", **fields})

    def test_a_button_in_the_row_decides_on_its_comment_alone(self):
        for to in (Status.APPROVED, Status.REJECTED, Status.SPAM):
            comment, other = make_comment(self.story, name="Maren K."), make_comment(self.story)
            response = self.press(comment, to)
            self.assertRedirects(response, QUEUE)
            self.assertEqual((self.status_of(comment), self.status_of(other)), (to, Status.PENDING))
            self.assertIn("Maren K.", self.told(response))
            self.assertIn(page_of(comment), self.told(response))

    def test_the_buttons_of_a_row_carry_the_version_that_was_seen(self):
        comment = make_comment(self.story)
        self.assertContains(self.client.get(QUEUE), f'name="decide" value="approved.{seen(comment)}"')

    def test_a_press_stays_on_the_page_it_was_made_on(self):
        comment = make_approved(self.story)
        url = f"{QUEUE}?state=approved&q=anna"
        response = self.client.post(url, {"decide": f"rejected.{seen(comment)}"})
        self.assertRedirects(response, url)

    def test_a_decision_that_comes_too_late_changes_nothing_and_says_who_was_first(self):
        comment = make_comment(self.story, name="Maren K.")
        mark = seen(comment)
        decide({comment.pk: comment.version}, Status.APPROVED, by=self.other)
        response = self.client.post(QUEUE, {"decide": f"spam.{mark}"})
        self.assertEqual(self.status_of(comment), Status.APPROVED)
        for words in ("Maren K.", "Approved", "Ana Duarte"):
            self.assertIn(words, self.told(response))

    def test_a_comment_changed_without_a_log_is_told_as_well(self):
        comment = make_comment(self.story, name="Maren K.", version=2)
        response = self.client.post(QUEUE, {"decide": f"spam.{comment.pk}.1"})
        self.assertIn("changed since you saw it", self.told(response))

    def test_a_name_is_text_in_the_message_too(self):
        comment = make_comment(self.story, name="<script>alert(1)</script>")
        page = self.client.post(QUEUE, {"decide": f"approved.{seen(comment)}"}, follow=True)
        self.assertContains(page, "Approved: &lt;script&gt;")
        self.assertNotContains(page, "<script>alert")

    def test_a_button_that_makes_no_sense_changes_nothing(self):
        comment = make_comment(self.story)
        for value in (
            "",
            "approved",
            "approved.x.y",
            "erased.1.1",
            f"approved.{comment.pk}",
            "approved.1.2.3",
            "approved.٣.1",
        ):
            with self.subTest(value):
                self.assertIn("could not be read", self.told(self.client.post(QUEUE, {"decide": value})))
        self.client.post(QUEUE, {"decide": "approved.999.1"})
        self.assertEqual(self.status_of(comment), Status.PENDING)

    def test_looking_changes_nothing(self):
        comment = make_comment(self.story)
        self.client.get(QUEUE, {"decide": f"approved.{seen(comment)}"}, follow=True)
        self.client.get(page_of(comment), {"decide": f"approved.{seen(comment)}"})
        self.assertEqual(self.status_of(comment), Status.PENDING)


class ChosenRowsTests(ModeratorTestCase):
    def choose(self, comments, action, **fields):
        sent = {"action": action, "index": 0, "_selected_action": [comment.pk for comment in comments]}
        return self.client.post(QUEUE, sent | {"seen": [seen(comment) for comment in comments]} | fields)

    def test_chosen_rows_are_decided_together(self):
        comments = [make_comment(self.story) for _n in range(3)]
        left = make_comment(self.story)
        response = self.choose(comments, "approved")
        self.assertEqual({self.status_of(comment) for comment in comments}, {Status.APPROVED})
        self.assertEqual(self.status_of(left), Status.PENDING)
        self.assertIn("Approved: 3 comments.", self.told(response))

    def test_one_that_a_colleague_has_decided_is_told_and_the_others_go_on(self):
        mine, theirs = make_comment(self.story), make_comment(self.story, name="Late one")
        decide({theirs.pk: theirs.version}, Status.REJECTED, by=self.other)
        response = self.choose([mine, theirs], "spam")
        self.assertEqual((self.status_of(mine), self.status_of(theirs)), (Status.SPAM, Status.REJECTED))
        self.assertIn("Late one", self.told(response))
        self.assertIn("Ana Duarte", self.told(response))

    def test_a_row_whose_version_is_not_told_is_left_alone(self):
        comment = make_comment(self.story)
        for marks in ([], ["x.y"], ["1.2.3"]):
            self.choose([comment], "approved", seen=marks)
        self.assertEqual(self.status_of(comment), Status.PENDING)

    def test_a_choice_that_makes_no_sense_changes_nothing(self):
        comment = make_comment(self.story)
        for keys in (["abc"], ["-5"], ["9" * 30], ["١"]):
            response = self.choose([comment], "approved", _selected_action=keys)
            self.assertIn("could not be read", self.told(response))
        self.assertEqual(self.status_of(comment), Status.PENDING)

    def test_rows_beyond_the_page_cannot_be_chosen(self):
        comment = make_comment(self.story)
        self.choose([comment], "approved", select_across=1)
        self.assertEqual(self.status_of(comment), Status.PENDING)
