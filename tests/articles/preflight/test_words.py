"""The words, the picture, and what others have yet to say."""

from django.utils.timezone import now

from articles.choices import AnswerKind
from articles.models import Article, Photo
from articles.preflight import Proof, examine, picture, stops
from tests.articles.preflight.check_case import HOUR, WORDS, CheckCase
from tests.articles.test_drafting import save
from tests.factories import make_article, make_photo


class WordTests(CheckCase):
    def test_nothing_is_said_of_a_story_that_is_ready(self):
        self.assertEqual(self.codes(self.ready()), [])

    def test_what_readers_need_is_final(self):
        found = stops(make_article(headline="", body=""))
        self.assertEqual([finding.code for finding in found], ["no_headline", "no_section", "no_body"])
        self.assertTrue(all(finding.is_final for finding in found))

    def test_a_headline_of_110_characters_fits_and_one_more_does_not(self):
        self.assertEqual(self.codes(self.ready(headline="x" * 110)), [])
        self.assertEqual(self.codes(self.ready(headline="x" * 111)), ["long_headline"])

    def test_what_is_left_empty_is_told_and_stops_nothing(self):
        story = self.ready(standfirst="", lead_photo=None, bylines=[], tags=[])
        self.assertEqual(self.codes(story), ["no_standfirst", "no_byline", "no_picture", "no_tags"])
        self.assertEqual(self.hard(story), [])

    def test_places_left_open_are_found_in_every_line(self):
        story = self.ready(headline="TK wins", standfirst="Lorem Ipsum dolor", body=f"<p>in XXX</p>{WORDS}")
        found = [finding.field for finding in examine(story)]
        self.assertEqual(found, ["headline", "standfirst", "body"])

    def test_words_that_only_contain_such_letters_are_left_alone(self):
        for text in ("ATK and STKL", "xxx", "Roman XX", "RTK2"):
            with self.subTest(text):
                self.assertEqual(self.codes(self.ready(headline=text)), [])

    def test_a_few_words_are_asked_about(self):
        self.assertEqual(self.codes(self.ready(body="<p>Words.</p>")), ["short_body"])

    def test_chinese_is_counted_by_the_character(self):
        self.assertEqual(self.codes(self.ready(body=f"<p>{'潮' * 40}</p>")), [])

    def test_names_typed_and_not_looked_up_yet_count(self):
        story = self.ready(bylines=[], tags=[])
        content = story.draft_content | {"typed": {"bylines": ["Ann"], "tags": ["Tides"]}}
        self.assertEqual(self.codes(story, content), [])


class PictureTests(CheckCase):
    def test_a_picture_without_credit_stops_it(self):
        self.assertEqual(self.hard(self.ready(lead_photo=make_photo(credit=""))), ["no_credit"])

    def test_a_decorative_picture_needs_no_words_but_a_credit(self):
        decorative = {"alt": "", "is_decorative": True}
        self.assertEqual(self.hard(self.ready(lead_photo=make_photo(**decorative))), [])
        self.assertEqual(self.hard(self.ready(lead_photo=make_photo(credit="", **decorative))), ["no_credit"])

    def test_a_picture_that_is_neither_described_nor_decorative_stops_it(self):
        # No row can be so; the check is for those that came past the database.
        story = Article(lead_photo=Photo(alt="", credit="Me"))
        self.assertEqual([finding.code for finding in picture.is_described(Proof(story))], ["no_alt"])

    def test_the_picture_of_the_version_counts_and_not_that_of_the_row(self):
        story, bare = self.ready(), make_photo(credit="")
        self.assertEqual(self.hard(story, story.draft_content | {"lead_photo": bare.pk}), ["no_credit"])

    def test_a_picture_that_has_been_deleted_since_is_told(self):
        story = self.ready()
        self.assertEqual(self.codes(story, story.draft_content | {"lead_photo": 999_999}), ["picture_gone"])


class OtherTests(CheckCase):
    def answered(self, story, revision, kind=AnswerKind.APPROVAL):
        link = story.preview_links.first() or story.share(by=self.editor)
        link.answer(kind, name="Law", text="" if kind == AnswerKind.APPROVAL else "No.", revision=revision)

    def test_a_preview_that_nobody_has_approved_is_told_until_somebody_does(self):
        story = self.ready()
        revision = save(story, self.editor, headline="Newer").revision
        self.assertEqual(self.codes(story), [])
        story.share(by=self.editor)
        self.assertEqual(self.codes(self.stored(story)), ["unapproved"])
        self.answered(story, revision, AnswerKind.NOTE)
        self.assertEqual(self.codes(self.stored(story)), ["unapproved"])
        self.answered(story, revision)
        self.assertEqual(self.codes(self.stored(story)), [])

    def stored(self, story):
        return Article.objects.get(pk=story.pk)

    def test_an_approval_is_of_one_version(self):
        story = self.ready()
        self.answered(story, save(story, self.editor, headline="Newer").revision)
        save(self.stored(story), self.editor, headline="Newest")
        self.assertEqual(self.codes(self.stored(story)), ["unapproved"])

    def test_a_story_without_versions_is_approved_as_its_row(self):
        story = self.ready()
        story.share(by=self.editor)
        self.assertEqual(self.codes(self.stored(story)), ["unapproved"])
        self.answered(story, None)
        self.assertEqual(self.codes(self.stored(story)), [])

    def test_a_revoked_link_is_waited_for_no_more(self):
        story = self.ready()
        story.share(by=self.editor).revoke(by=self.editor)
        self.assertEqual(self.codes(self.stored(story)), [])

    def test_an_open_question_is_told_until_it_is_settled(self):
        for text in ("Who said so?", "谁说的？", "من قال ذلك؟"):
            with self.subTest(text):
                story = self.ready()
                note = story.note(text, by=self.editor)
                self.assertEqual(self.codes(self.stored(story)), ["open_question"])
                story.settle_note(note.pk, by=self.editor)
                self.assertEqual(self.codes(self.stored(story)), [])

    def test_a_note_that_asks_nothing_is_none(self):
        story = self.ready()
        story.note("Fine.", by=self.editor)
        self.assertEqual(self.codes(self.stored(story)), [])

    def test_an_embargo_is_told(self):
        self.assertEqual(self.codes(self.ready(embargo_until=now() + HOUR)), ["embargo"])
        self.assertEqual(self.codes(self.ready(embargo_until=now() - HOUR)), [])
