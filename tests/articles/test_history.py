"""A story's line of time, and the names of its versions."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import TestCase
from django.utils.timezone import now

from articles.choices import ChangeKind, RevisionKind, Status, Verb
from articles.comparing import compared
from articles.content import content_of
from articles.history import TimeLine
from articles.models import Article, ArticleEvent, Revision
from articles.refusals import Incomplete, WrongState
from tests.factories import make_article, make_author, make_photo, make_section, make_tag, make_user


def shape(line):
    """The kinds of the entries of a page, with what each is about."""
    return [
        (entry.kind, len(entry.versions))
        if entry.kind == "kept"
        else (entry.kind, entry.revision.pk if entry.kind == "version" else entry.event.verb)
        for entry in line.entries
    ]


class LineCase(TestCase):
    def setUp(self):
        self.editor = make_user("Editor")
        self.story = make_article(created_by=self.editor, section=make_section(), headline="First")

    def save(self, headline):
        return self.story.save_draft(content_of(self.story) | {"headline": headline}, by=self.editor).revision

    def keep(self, headline, tab):
        self.story.keep({"headline": headline}, by=self.editor, tab=tab)


class TimeLineTests(LineCase):
    def test_what_was_done_right_after_a_save_stands_with_it(self):
        saved = self.save("Second")
        self.story.submit(by=self.editor)
        first = self.story.revisions.order_by("pk").first()
        line = TimeLine(self.story)
        self.assertEqual(shape(line), [("version", saved.pk), ("version", first.pk)])
        self.assertEqual(line.entries[0].made.verb, Verb.REVISED)
        self.assertEqual([event.verb for event in line.entries[0].events], [Verb.SUBMITTED])

    def test_what_came_later_stands_at_its_moment_and_with_its_version(self):
        first = self.save("Second")
        second = self.save("Third")
        self.story.log(Verb.SHARED, self.editor, Status.DRAFT, revision=first)
        line = TimeLine(self.story)
        self.assertEqual(
            shape(line)[:3], [("move", Verb.SHARED), ("version", second.pk), ("version", first.pk)]
        )
        self.assertEqual([event.verb for event in line.entries[2].events], [Verb.SHARED])

    def test_moves_without_a_version_stand_between(self):
        first = self.save("Second")
        self.story.set_embargo(now() + timedelta(hours=1), by=self.editor)
        second = self.save("Third")
        self.assertEqual(
            shape(TimeLine(self.story))[:3],
            [("version", second.pk), ("move", Verb.EMBARGOED), ("version", first.pk)],
        )

    def test_a_save_whose_version_is_gone_is_still_told(self):
        revision = self.save("Second")
        self.save("Third")
        Revision.objects.filter(pk=revision.pk).delete()
        self.assertIn(("move", Verb.REVISED), shape(TimeLine(self.story)))

    def overlapping(self):
        return [
            entry.revision.content["headline"] for entry in TimeLine(self.story).versions if entry.overlaps
        ]

    def test_what_overlaps_is_told_from_what_was_brought_together(self):
        content = content_of(self.story)
        base = self.save("Second").pk
        self.story.save_draft(content | {"headline": "Second", "kicker": "Pier"}, by=self.editor, base=base)
        self.story.save_draft(
            content | {"headline": "Second", "standfirst": "Lit."}, by=self.editor, base=base
        )
        self.assertEqual(self.overlapping(), [])
        self.save("Third")
        self.story.save_draft(content | {"headline": "Mine"}, by=self.editor, base=base)
        self.assertEqual(self.overlapping(), ["Mine"])

    def test_a_quick_fix_is_told_from_one_that_overlaps(self):
        self.save("Second")
        self.story.publish(by=self.editor)
        live, content = self.story.live_revision_id, content_of(self.story)
        self.save("Newer")
        self.story.fix_live(content | {"headline": "Fixed"}, by=self.editor, kind=ChangeKind.MINOR, base=live)
        with self.assertRaises(WrongState):
            self.story.fix_live(
                content | {"headline": "Mine"}, by=self.editor, kind=ChangeKind.MINOR, base=live
            )
        self.save("Newest")
        self.assertEqual(self.overlapping(), ["Mine"])
        fixes = [entry.revision for entry in TimeLine(self.story).versions if entry.is_quick_fix]
        self.assertEqual([fix.content["headline"] for fix in fixes], ["Fixed"])

    def test_autosaves_are_folded_where_nothing_stands_between_them(self):
        self.save("Second")
        for number in range(3):
            self.keep(f"Half {number}", f"tab{number}")
        saved = self.save("Third")
        self.keep("Half again", "tab9")
        self.assertEqual(shape(TimeLine(self.story))[:3], [("kept", 1), ("version", saved.pk), ("kept", 3)])

    def test_pages_leave_nothing_out_and_say_nothing_twice(self):
        moment = now()
        for number in range(30):
            self.save(f"Headline {number}")
            self.story.log(Verb.ASSIGNED, self.editor, Status.DRAFT)
            self.story.log(Verb.SHARED, self.editor, Status.DRAFT)
        # Many at one moment, as an import would write them.
        ArticleEvent.objects.filter(verb=Verb.SHARED).update(at=moment + timedelta(hours=1))
        seen, before, pages = [], "", 0
        while True:
            line = TimeLine(self.story, before=before)
            seen += [entry.revision if entry.kind == "version" else entry.event for entry in line.entries]
            pages += 1
            if not line.older:
                break
            before = line.older
        self.assertEqual(pages, 3)
        self.assertEqual(len(seen), len(set(seen)))
        self.assertEqual({one for one in seen if isinstance(one, Revision)}, set(self.story.revisions.all()))
        moves = self.story.events.filter(verb__in=[Verb.ASSIGNED, Verb.SHARED])
        self.assertEqual({one for one in seen if isinstance(one, ArticleEvent)}, set(moves))

    def test_it_takes_two_queries_and_reads_no_text(self):
        for number in range(50):
            self.save(f"Headline {number}")
            self.story.log(Verb.ASSIGNED, self.editor, Status.DRAFT)
        story = Article.objects.get()
        with self.assertNumQueries(2):
            line = TimeLine(story)
            self.assertEqual(len(line.entries), TimeLine.SIZE)
        self.assertEqual(line.versions[0].revision.get_deferred_fields(), {"content"})

    def test_only_named_versions_on_request(self):
        revision = self.save("Second")
        self.save("Third")
        self.story.name_version(revision, "As filed", by=self.editor)
        self.assertEqual(shape(TimeLine(self.story, named_only=True)), [("version", revision.pk)])

    def test_another_storys_lines_stay_away(self):
        other = make_article()
        other.save_draft(content_of(other) | {"headline": "Other"}, by=self.editor)
        other.log(Verb.ASSIGNED, self.editor, Status.DRAFT)
        self.assertEqual(TimeLine(self.story).entries, [])

    def test_a_broken_place_is_no_page(self):
        for hostile in ("x", "1-2", "1-2-3-4", "-1-2-3", "1-9999999999999999999-1", "١-٢-٣", "9" * 40):
            with self.subTest(hostile), self.assertRaises(Http404):
                TimeLine(self.story, before=hostile)


class NamingTests(LineCase):
    def setUp(self):
        super().setUp()
        self.revision = self.save("Second")

    def name(self, name, by=None, revision=None):
        return self.story.name_version(revision or self.revision, name, by=by or self.editor)

    def stored(self):
        return Revision.objects.get(pk=self.revision.pk).name

    def test_a_name_is_cleaned_stored_and_logged(self):
        self.assertTrue(self.name("  As \u202e filed\n"))
        self.assertEqual(self.stored(), "As filed")
        event = self.story.events.first()
        self.assertEqual((event.verb, event.note, event.revision), (Verb.NAMED, "As filed", self.revision))

    def test_the_same_name_again_is_no_news(self):
        self.name("As filed")
        number = self.story.events.count()
        self.assertFalse(self.name("As filed"))
        self.assertEqual(self.story.events.count(), number)

    def test_nothing_takes_it_away(self):
        self.name("As filed")
        self.assertTrue(self.name(" "))
        self.assertEqual(self.stored(), "")
        self.assertEqual(self.story.events.first().note, "“As filed” no more")

    def test_a_name_that_is_too_long_is_refused_in_words(self):
        with self.assertRaisesMessage(Incomplete, "80 characters at most. This has 81."):
            self.name("x" * 81)
        self.assertEqual(self.stored(), "")

    def test_whoever_may_not_write_names_nothing(self):
        other = make_user("Reporter")
        for by in (other, make_user("Moderator")):
            with self.assertRaises(PermissionDenied):
                self.name("Mine", by=by)
        self.assertEqual(self.stored(), "")

    def test_another_storys_version_is_not_named_through_this_one(self):
        other = make_article()
        foreign = other.save_draft(content_of(other) | {"headline": "Other"}, by=self.editor).revision
        with self.assertRaises(PermissionDenied):
            self.name("Mine", revision=foreign)

    def test_what_was_kept_by_itself_has_no_name(self):
        self.keep("Half", "tab")
        with self.assertRaises(WrongState):
            self.name("Half", revision=self.story.revisions.get(kind=RevisionKind.AUTOSAVE))

    def test_readers_pages_are_not_touched(self):
        self.story.publish(by=self.editor)
        before = Article.objects.values().get()
        self.name("As published")
        self.assertEqual(Article.objects.values().get(), before)


class ComparedTests(TestCase):
    def changes(self, old, new):
        return {change.name: change for change in compared(old, new).changes}

    def html(self, change):
        return [str(part.html) for part in change.told.parts]

    def test_rows_are_told_by_their_names(self):
        trade, sport = make_section(name="Trade"), make_section(name="Sport")
        ana, ben = make_author(name="Ana"), make_author(name="Ben")
        tag = make_tag(name="Lamps")
        old = {"section": trade.pk, "bylines": [ana.pk, ben.pk], "tags": []}
        new = {"section": sport.pk, "bylines": [ben.pk], "tags": [tag.pk, 10**9]}
        with self.assertNumQueries(1):
            changes = self.changes(old, new)
        self.assertEqual(self.html(changes["section"]), ["<del>Trade</del>", "<ins>Sport</ins>"])
        self.assertEqual(self.html(changes["bylines"]), ["<del>Ana</del>", "Ben"])
        self.assertEqual(
            self.html(changes["tags"]),
            ["<ins>Lamps</ins>", f"<ins>№ {10**9}, not there any more</ins>"],
        )

    def test_pictures_stand_side_by_side_also_those_that_are_gone(self):
        photo = make_photo()
        change = self.changes({"lead_photo": photo.pk}, {"lead_photo": 10**9})["lead_photo"]
        self.assertEqual((change.old, change.new), (photo, f"№ {10**9}, not there any more"))
        self.assertIsNone(self.changes({"lead_photo": photo.pk}, {"lead_photo": None})["lead_photo"].new)

    def test_choices_are_told_in_words(self):
        changes = self.changes(
            {"comment_mode": "pre", "language": "en-gb"}, {"comment_mode": "off", "language": "de"}
        )
        self.assertEqual(
            self.html(changes["comment_mode"]),
            ["<del>Read before they appear</del>", "<ins>None on this story</ins>"],
        )
        self.assertIn("<ins>Deutsch</ins>", self.html(changes["language"]))

    def test_names_that_nobody_had_looked_up_are_told_too(self):
        changes = self.changes({"tags": []}, {"tags": [], "typed": {"tags": ["Pier lamps"]}})
        self.assertEqual(self.html(changes["tags"]), ["<ins>Pier lamps</ins>"])

    def test_what_no_reader_would_see_is_no_change(self):
        self.assertEqual(self.changes({"body": "<p>One  two</p>"}, {"body": "<p>One two</p>"}), {})
        self.assertEqual(compared({}, {}).changes, [])

    def test_words_are_counted_in_texts_alone(self):
        comparison = compared(
            {"headline": "One two", "body": "<p>A b</p>", "comment_mode": "pre"},
            {"headline": "One three", "body": "<p>A b c</p>", "comment_mode": "off"},
        )
        self.assertEqual((comparison.added_words, comparison.removed_words), (2, 1))

    def test_equal_contents_ask_nobody(self):
        content = content_of(make_article())
        with self.assertNumQueries(0):
            self.assertEqual(compared(content, dict(content)).changes, [])
