"""What somebody without a login says through a preview link, and what becomes of it."""

from unittest import mock

from django.test import Client

from articles.choices import AnswerKind
from articles.content import content_of
from articles.models import PreviewAnswer
from articles.sharing import MOST_ANSWERS, MOST_AT_ONCE, NoMoreAnswers
from tests.articles.test_sharing import MARK, OTHER, SharingTestCase, save
from tests.factories import make_article


class AnsweringTests(SharingTestCase):
    def setUp(self):
        super().setUp()
        self.link = self.share(made_for="Maren")

    def say(self, button=AnswerKind.NOTE, **typed):
        fields = {"name": "Maren Holt", "text": "Page 2 is wrong.", "sight": self.link.sight_of(self.first)}
        return self.client.post(self.link.get_absolute_url(), fields | typed | {button.value: "1"})

    def test_a_note_is_kept_with_the_version_it_is_about(self):
        response = self.say()
        self.assertEqual(response.status_code, 303)
        answer = PreviewAnswer.objects.get()
        self.assertEqual((answer.kind, answer.name, answer.text), ("note", "Maren Holt", "Page 2 is wrong."))
        self.assertEqual(answer.revision, self.first)
        self.assertContains(self.client.get(response.url), "Your note is with the desk")

    def test_an_approval_needs_a_name_and_no_words(self):
        self.assertEqual(self.say(AnswerKind.APPROVAL, text="").status_code, 303)
        self.assertEqual(PreviewAnswer.objects.get().kind, AnswerKind.APPROVAL)

    def test_what_was_approved_is_what_its_sender_saw(self):
        save(self.story, self.editor, headline=OTHER)
        self.say(AnswerKind.APPROVAL)
        self.assertEqual(PreviewAnswer.objects.get().revision, self.first)

    def test_to_open_a_link_approves_nothing(self):
        for query in ({}, {"approval": "1", "name": "x"}, {"said": "approval"}):
            self.open(self.link, **query)
        self.client.head(self.link.get_absolute_url())
        self.assertFalse(PreviewAnswer.objects.exists())

    def test_a_refused_answer_comes_back_with_every_word(self):
        for typed in (
            {"name": " "},
            {"name": "x" * 81},
            {"text": " \n"},
            {"text": "x" * 4_001},
            {"sight": "forged"},
            {"sight": self.share().sight_of(self.first)},
        ):
            with self.subTest(typed):
                response = self.say(**typed)
                self.assertContains(response, "There is a problem", status_code=422)
                self.assertContains(response, typed.get("text", "Page 2 is wrong."), status_code=422)
                self.assertContains(response, self.link.sight_of(self.first), status_code=422)
        self.assertFalse(PreviewAnswer.objects.exists())

    def test_two_presses_are_one_answer(self):
        self.say()
        self.say()
        self.assertEqual(PreviewAnswer.objects.count(), 1)

    def test_a_lot_at_once_waits_and_comes_back(self):
        for number in range(MOST_AT_ONCE):
            self.say(text=f"Note {number}")
        self.assertContains(self.say(text="One more"), "One more", status_code=429)
        self.assertEqual(PreviewAnswer.objects.count(), MOST_AT_ONCE)

    def test_there_is_an_end_to_it(self):
        with mock.patch("articles.sharing.MOST_AT_ONCE", 10**6):
            for number in range(MOST_ANSWERS):
                self.link.answer(AnswerKind.NOTE, name="Maren", text=str(number))
            with self.assertRaises(NoMoreAnswers):
                self.link.answer(AnswerKind.NOTE, name="Maren", text="One more")

    def test_words_sent_to_a_link_that_has_ended_come_back(self):
        self.link.revoke(by=self.editor)
        response = self.say()
        self.assertContains(response, "Page 2 is wrong.", status_code=404)
        self.assertFalse(PreviewAnswer.objects.exists())

    def test_an_answer_to_what_has_gone_live_since_is_taken(self):
        self.story.publish(by=self.editor)
        self.assertContains(self.client.get(self.say().url), "Your note is with the desk")

    def test_a_form_without_its_token_is_refused(self):
        strict = Client(enforce_csrf_checks=True)
        address = self.link.get_absolute_url()
        page = strict.get(address)
        fields = {"name": "Maren", "text": "x", "note": "1", "sight": self.link.sight_of(self.first)}
        self.assertEqual(strict.post(address, fields).status_code, 403)
        fields["csrfmiddlewaretoken"] = page.context["csrf_token"]
        self.assertEqual(strict.post(address, fields).status_code, 303)


class OldStoryTests(SharingTestCase):
    def test_a_story_from_before_there_were_versions_is_shown_and_answered(self):
        story = make_article(headline=MARK)
        link = story.share(by=self.editor)
        self.assertContains(self.open(link), MARK)
        fields = {"name": "Maren", "approval": "1", "sight": link.sight_of(None)}
        self.assertEqual(self.client.post(link.get_absolute_url(), fields).status_code, 303)
        self.assertIsNone(link.answers.get().revision)
        self.assertEqual(content_of(story)["headline"], MARK)
