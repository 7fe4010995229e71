"""Notes on a story, and whom they call."""

from datetime import timedelta
from unittest import mock

from django.core.exceptions import PermissionDenied
from django.test import TestCase
from django.utils.timezone import now

from articles.colleagues import Directory, calls_in, readers_of_drafts
from articles.models import ArticleEvent, EditorialNote, Mention
from articles.noting import NotesPage, unseen_mentions
from articles.refusals import Incomplete
from newsroom.models import User
from tests.factories import make_article, make_author, make_published, make_user


class NotingCase(TestCase):
    def setUp(self):
        self.ana = make_user("Editor", username="ana", first_name="Ana", last_name="Duarte")
        self.ben = make_user("Reporter", username="ben.ode", first_name="Ben", last_name="Ode")
        self.cleo = make_user("Reporter", username="Cleo", first_name="Cleo", last_name="Ng")
        self.story = make_article(created_by=self.ben)

    def called(self, text, by=None):
        return [user.username for user in self.story.note(text, by=by or self.ana).called]


class WritingTests(NotingCase):
    def test_whoever_reads_the_drafts_may_note(self):
        for user in (self.ana, self.ben, make_user("Chief")):
            self.assertEqual(self.story.note("Where is the quote?", by=user).author, user)

    def test_nobody_else_may(self):
        for user in (self.cleo, make_user("Moderator")):
            with self.assertRaises(PermissionDenied):
                self.story.note("Hello", by=user)
        self.assertFalse(EditorialNote.objects.exists())

    def test_a_reporter_may_not_note_on_the_live_story_of_another(self):
        with self.assertRaises(PermissionDenied):
            make_published().note("Hello", by=self.ben)

    def test_a_text_is_stored_as_it_was_meant(self):
        note = self.story.note("One.\r\n\r\nTwo.\u202e  ", by=self.ana)
        self.assertEqual((note.text, note.author_name), ("One.\n\nTwo.", "Ana Duarte"))

    def test_an_empty_one_is_refused(self):
        for text in ("", " \n ", "\u200b"):
            with self.assertRaises(Incomplete):
                self.story.note(text, by=self.ana)

    def test_one_too_long_is_refused_with_its_excess(self):
        with self.assertRaisesMessage(Incomplete, "3 characters too long"):
            self.story.note("x" * 4_003, by=self.ana)
        self.assertEqual(len(self.story.note("x\r\n" * 2_000, by=self.ana).text), 3_999)

    def test_two_presses_make_one_note(self):
        first = self.story.note("Once", by=self.ana)
        self.assertEqual(self.story.note("Once", by=self.ana), first)
        self.assertNotEqual(self.story.note("Once", by=self.ben), first)
        EditorialNote.objects.update(created_at=now() - timedelta(minutes=5))
        self.assertNotEqual(self.story.note("Once", by=self.ana), first)

    def test_a_note_is_no_change_of_the_story(self):
        before = self.story.modified_at
        self.story.note("Hello", by=self.ana)
        self.story.refresh_from_db()
        self.assertEqual(self.story.modified_at, before)
        self.assertFalse(ArticleEvent.objects.exists())

    def test_a_login_that_is_gone_leaves_its_notes(self):
        self.story.note("Hello", by=self.ana)
        self.ana.delete()
        note = EditorialNote.objects.get()
        self.assertEqual((note.author, note.author_name), (None, "Ana Duarte"))

    def test_notes_are_no_comments(self):
        self.story.note("Hello", by=self.ana)
        self.assertEqual(self.story.comments.count(), 0)


class CallTests(NotingCase):
    def test_a_username_calls_in_any_case(self):
        for text in (
            "@ben.ode look",
            "@BEN.ODE",
            "(@Ben.Ode)",
            "Ask @ben.ode.",
            "@ben.ode's quote",
            "@ben.ode…",
        ):
            self.assertEqual(self.called(text), ["ben.ode"], text)
            EditorialNote.objects.all().delete()

    def test_first_and_last_name_call(self):
        self.ben.username = "bo1"
        self.ben.save()
        self.assertEqual(self.called("@ben.ode"), ["bo1"])
        self.assertEqual(self.called("and again @Ben-Ode."), ["bo1"])

    def test_a_name_of_two_calls_neither_and_says_so(self):
        for name in ("eva1", "eva2"):
            make_user("Editor", username=name, first_name="Eva", last_name="Lind")
        note = self.story.note("@eva.lind?", by=self.ana)
        self.assertEqual(note.called, [])
        self.assertIn("@eva1, @eva2", note.uncalled[0])

    def test_the_exact_username_wins_over_another_case(self):
        make_user("Editor", username="EDDA"), make_user("Editor", username="edda")
        self.assertEqual(self.called("@edda"), ["edda"])
        self.assertEqual(self.called("@Edda"), [])

    def test_whoever_may_not_read_the_draft_is_not_told_and_the_writer_is(self):
        note = self.story.note("@cleo what do you think?", by=self.ana)
        self.assertEqual((note.called, note.text), ([], "@cleo what do you think?"))
        self.assertIn("Cleo Ng may not read", note.uncalled[0])
        self.assertFalse(Mention.objects.exists())

    def test_a_name_nobody_has_is_told(self):
        note = self.story.note("@nobody @ben.ode", by=self.ana)
        self.assertEqual(note.uncalled, ["Nobody here is called @nobody."])
        self.assertEqual(note.called, [self.ben])

    def test_an_address_calls_nobody(self):
        note = self.story.note("Write to press@ana or ask@ben.ode.", by=self.ana)
        self.assertEqual((note.called, note.uncalled), ([], []))

    def test_one_named_twice_is_called_once_and_nobody_calls_themselves(self):
        self.assertEqual(self.called("@ben.ode @Ben.Ode @ana @ben.ode"), ["ben.ode"])
        self.assertEqual(Mention.objects.count(), 1)

    def test_those_who_have_left_are_not_called(self):
        User.objects.filter(pk=self.ben.pk).update(is_active=False)
        self.assertEqual(self.called("@ben.ode"), [])

    def test_hostile_text_takes_no_time(self):
        for text in ("@" * 4_000, "@a." * 1_333, "@" + "." * 3_999, "@a" * 2_000, "@a " * 1_333):
            self.story.note(text, by=self.ana)

    def test_the_words_after_an_at(self):
        self.assertEqual(calls_in("@a, x@b @@c @A @d.e."), ["a", "d.e."])

    def test_names_of_any_script_are_found(self):
        wei = make_user("Editor", username="wei", first_name="Élodie", last_name="O’Brien")
        self.assertEqual(Directory().find("ÉLODIE.OBRIEN"), [wei])


class ReadersTests(NotingCase):
    def test_the_query_and_the_rule_agree(self):
        author = make_author(user=make_user("Reporter"))
        story = make_article(created_by=self.ben, bylines=[author], assignee=self.cleo)
        for group in ("Editor", "Chief", "Moderator", "Reporter", None):
            make_user(group)
        make_user(None, is_superuser=True)
        User.objects.create_user("reader", is_staff=False)
        expected = {
            user
            for user in User.objects.all()
            if user.is_staff
            and (user.has_perm("articles.view_article") or user.has_perm("articles.change_article"))
            and story.drafts_are_open_to(user)
        }
        self.assertEqual(set(readers_of_drafts(story)), expected)
        self.assertGreaterEqual(len(expected), 5)


class SeenTests(NotingCase):
    def setUp(self):
        super().setUp()
        self.note = self.story.note("@ben.ode where is it?", by=self.ana)

    def mentions(self, user=None):
        return unseen_mentions(user or self.ben, 5)

    def test_a_mention_waits_until_it_is_seen(self):
        self.ben.has_perm("articles.view_article")
        with self.assertNumQueries(1):
            (mention,) = self.mentions()
            self.assertEqual((mention.note.author_name, mention.note.article), ("Ana Duarte", self.story))
            self.assertTrue(mention.note.article.language_tag)
        self.assertEqual(self.mentions(self.ana), [])
        self.story.see_notes(by=self.ben)
        self.assertEqual(self.mentions(), [])

    def test_whoever_answers_has_seen_it(self):
        self.story.note("In a minute", by=self.ben)
        self.assertEqual(self.mentions(), [])

    def test_a_settled_note_calls_nobody(self):
        self.story.settle_note(self.note.pk, by=self.ana)
        self.assertEqual(self.mentions(), [])
        self.story.unsettle_note(self.note.pk, by=self.ana)
        self.assertEqual(len(self.mentions()), 1)

    def test_a_story_that_is_closed_to_one_again_calls_no_more(self):
        self.story.created_by = None
        self.story.save()
        self.assertEqual(self.mentions(), [])

    def test_nor_does_any_to_whom_the_desk_is_closed(self):
        self.ben.groups.clear()
        self.assertEqual(self.mentions(User.objects.get(pk=self.ben.pk)), [])

    def test_there_is_one_more_than_asked_for_where_there_are_more(self):
        for number in range(4):
            self.story.note(f"@ben.ode {number}", by=self.ana)
        self.assertEqual(len(unseen_mentions(self.ben, 2)), 3)


class SettlingTests(NotingCase):
    def test_only_those_who_read_the_drafts_settle(self):
        note = self.story.note("Hm", by=self.ana)
        with self.assertRaises(PermissionDenied):
            self.story.settle_note(note.pk, by=self.cleo)
        self.story.settle_note(note.pk, by=self.ben)
        note.refresh_from_db()
        self.assertIsNotNone(note.settled_at)

    def test_a_note_of_another_story_is_not_there(self):
        note = make_article().note("Hm", by=self.ana)
        with self.assertRaises(EditorialNote.DoesNotExist):
            self.story.settle_note(note.pk, by=self.ben)

    def test_settling_twice_keeps_the_first_time(self):
        note = self.story.note("Hm", by=self.ana)
        self.story.settle_note(note.pk, by=self.ben)
        first = EditorialNote.objects.get().settled_at
        self.story.settle_note(note.pk, by=self.ben)
        self.assertEqual(EditorialNote.objects.get().settled_at, first)


class PageTests(NotingCase):
    def test_a_page_is_one_query_and_in_order(self):
        notes = [self.story.note(f"Note {number}", by=self.ana) for number in range(4)]
        self.story.settle_note(notes[1].pk, by=self.ana)
        with self.assertNumQueries(1):
            page = NotesPage(self.story, self.ben)
            self.assertEqual(page.open, [notes[0], notes[2], notes[3]])
            self.assertEqual((page.settled, page.calls), ([notes[1]], False))

    def test_long_talks_have_pages(self):
        for number in range(4):
            self.story.note(f"Note {number}", by=self.ana)
        with mock.patch.object(NotesPage, "SIZE", 3):
            self.assertEqual(NotesPage(self.story, self.ana).page.older_url, "?page=2")
            self.assertEqual([note.text for note in NotesPage(self.story, self.ana, "2").open], ["Note 0"])
