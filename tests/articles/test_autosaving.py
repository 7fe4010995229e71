from itertools import product

from django.core.exceptions import PermissionDenied
from django.test import TestCase

from articles.autosaving import MAX_BYTES, autosave_of, differing, kept_content
from articles.choices import RevisionKind, Status
from articles.models import Article, Author, Revision
from articles.tidying import TooMuch
from tests.factories import (
    make_article,
    make_author,
    make_published,
    make_scheduled,
    make_user,
    make_withdrawn,
)

ROW = [field.attname for field in Article._meta.concrete_fields]


def whole(story):
    """The row of a story and what hangs on it, as it is stored."""
    row = Article.objects.filter(pk=story.pk).values(*ROW).get()
    return row | {
        "bylines": list(story.bylines.values_list("author", flat=True)),
        "tags": list(story.tags.values_list("pk", flat=True)),
        "events": story.events.count(),
    }


def author_of(user):
    return Author.objects.get_or_create(user=user, defaults={"name": user.username})[0]


class KeepingTests(TestCase):
    def setUp(self):
        self.user = make_user("Editor", first_name="Ana", last_name="Duarte")
        self.story = make_article(created_by=self.user)

    def keep(self, headline, tab="one", base=None, by=None):
        self.story.keep({"headline": headline}, by=by or self.user, tab=tab, base=base)

    def texts(self, **filters):
        rows = Revision.objects.filter(**filters).order_by("pk")
        return [row.content["headline"] for row in rows]

    def test_what_is_typed_is_one_row_however_often_it_is_kept(self):
        for headline in ("F", "Fe", "Ferry"):
            self.keep(headline)
        row = Revision.objects.get()
        self.assertEqual((row.kind, row.author, row.author_name), ("autosave", self.user, "Ana Duarte"))
        self.assertEqual((row.content, autosave_of(self.story, self.user)), ({"headline": "Ferry"}, row))

    def test_the_time_moves_with_the_text(self):
        self.keep("F")
        first = Revision.objects.get().changed_at
        self.keep("Fe")
        self.assertGreater(Revision.objects.get().changed_at, first)

    def test_keeping_it_again_is_one_query_for_an_editor_and_for_whoever_wrote_it(self):
        for group in ("Editor", "Reporter"):
            user = make_user(group)
            self.story.set_bylines([make_author(user=user)])
            user.has_perm("articles.change_article")
            self.keep("F", by=user)
            with self.subTest(group), self.assertNumQueries(1):
                Article(pk=self.story.pk).keep({"headline": "Fe"}, by=user, tab="one")

    def test_the_first_time_costs_a_look_and_an_insert_more(self):
        self.user.has_perm("articles.change_article")
        # The other two open and close the transaction.
        with self.assertNumQueries(1 + 2 + 2):
            self.keep("F")

    def test_no_story_changes_by_it_wherever_it_stands(self):
        stories = [make_article(), make_published(), make_scheduled(), make_withdrawn()]
        stories.append(make_article(status=Status.IN_REVIEW))
        for self.story in stories:
            with self.subTest(self.story.state.code):
                before = whole(self.story)
                raw = {"headline": "", "body": "", "slug": "other", "status": "published", "section": ""}
                self.story.keep(
                    raw | {"bylines": [], "tags": [], "publish_at": "1999"}, by=self.user, tab="a"
                )
                self.story.keep(raw | {"headline": "Other"}, by=self.user, tab="a")
                self.story.keep(raw, by=self.user, tab="b")
                self.assertEqual(whole(self.story), before)

    def test_a_text_from_another_page_leaves_the_older_one_among_the_versions(self):
        self.keep("From the first", tab="one")
        self.keep("From the second", tab="two")
        self.assertEqual(self.texts(autosave_of=self.user), ["From the second"])
        self.assertEqual(self.texts(autosave_of=None), ["From the first"])

    def test_two_pages_in_turn_make_two_rows_and_each_holds_its_latest(self):
        for number in range(4):
            self.keep(f"A{number}", tab="one")
            self.keep(f"B{number}", tab="two")
        self.assertEqual(self.texts(), ["A3", "B3"])
        self.assertEqual(self.texts(autosave_of=self.user), ["B3"])

    def test_the_same_text_from_another_page_needs_no_second_row(self):
        self.keep("Same", tab="one")
        self.keep("Same", tab="two")
        self.assertEqual([(row.tab, row.autosave_of) for row in Revision.objects.all()], [("two", self.user)])

    def test_two_editors_keep_a_text_each(self):
        other = make_user("Editor")
        self.keep("Mine")
        self.keep("Theirs", by=other)
        self.assertEqual(autosave_of(self.story, self.user).content["headline"], "Mine")
        self.assertEqual(autosave_of(self.story, other).content["headline"], "Theirs")

    def test_the_version_it_is_based_on_is_one_of_this_story_and_no_autosave(self):
        saved = self.story.revisions.create(kind=RevisionKind.SAVED, content={}, author_name="")
        foreign = make_article().revisions.create(kind=RevisionKind.SAVED, content={}, author_name="")
        self.keep("F", base=saved.pk)
        autosave = autosave_of(self.story, self.user)
        self.assertEqual(autosave.base, saved)
        for base in (foreign.pk, autosave.pk, 0, None, 10**17):
            for tab in ("one", f"new for {base}"):
                self.keep(f"{base}", tab=tab, base=base)
                self.assertIsNone(autosave_of(self.story, self.user).base)

    def test_who_may_not_write_in_it_keeps_nothing(self):
        kept = {"headline": "F"}
        for user in (make_user(), make_user("Moderator"), make_user("Reporter")):
            with self.subTest(user.groups.first()), self.assertRaises(PermissionDenied):
                self.story.keep(kept, by=user, tab="one")
        reporter = make_user("Reporter")
        own = make_article(created_by=reporter)
        own.keep(kept, by=reporter, tab="one")
        Article.objects.filter(pk=own.pk).update(status=Status.IN_REVIEW)
        with self.assertRaises(PermissionDenied):
            own.keep({"headline": "After it was handed in"}, by=reporter, tab="one")
        self.assertEqual(self.texts(), ["F"])

    def test_a_story_that_is_gone_takes_nothing(self):
        with self.assertRaises(PermissionDenied):
            Article(pk=404).keep({}, by=self.user, tab="one")

    def test_what_was_thrown_away_is_offered_no_more_and_never_written_over(self):
        self.keep("Thrown away")
        self.assertTrue(self.story.discard(by=self.user))
        self.assertIsNone(autosave_of(self.story, self.user))
        self.keep("Begun anew", tab="one")
        self.assertEqual(self.texts(), ["Thrown away", "Begun anew"])

    def test_only_the_text_that_was_offered_is_thrown_away(self):
        self.keep("Offered", tab="one")
        offered = autosave_of(self.story, self.user).pk
        self.keep("Typed since", tab="two")
        self.assertFalse(self.story.discard(by=self.user, pk=offered))
        self.assertEqual(autosave_of(self.story, self.user).content["headline"], "Typed since")

    def test_a_save_forgets_what_this_page_had_kept_and_nothing_else(self):
        other = make_user("Editor")
        self.keep("Theirs", by=other)
        self.keep("Saved now", tab="one")
        self.keep("Another page", tab="two")
        for tab in ("one", "", "none"):
            self.story.settled(by=self.user, tab=tab)
        self.assertEqual(self.texts(), ["Theirs", "Another page"])
        self.assertEqual(autosave_of(self.story, self.user).content["headline"], "Another page")


class ContentTests(TestCase):
    def test_it_has_the_shape_of_a_content_and_what_is_no_row_yet_stands_aside(self):
        raw = {
            "kicker": "  Pier ", "headline": "x" * 500, "standfirst": "", "body": "<p>Words", "language": "ar",
            "section": "3", "lead_photo": ["4", "5"], "comment_mode": "off", "slug": "No slug!",
            "bylines": ["7", "6", "7"], "tags": ["9", "8"], "tags_typed": ["New one", ""], "bylines_typed": "Ana",
        }  # fmt: skip
        self.assertEqual(
            kept_content(raw),
            {
                "kicker": "  Pier ", "headline": "x" * 500, "standfirst": "", "slug": "No slug!",
                "body": "<p>Words</p>", "language": "ar", "comment_mode": "off", "section": 3, "lead_photo": 5,
                "bylines": [7, 6], "tags": [8, 9], "typed": {"bylines": ["Ana"], "tags": ["New one"]},
            },
        )  # fmt: skip

    def test_what_no_form_sends_is_left_out_or_made_harmless(self):
        raw = {
            "headline": "a\0b\ud800c", "body": "<script>alert(1)</script><p onclick=x>Words</p>", "language": "xx",
            "comment_mode": "everybody", "section": "3 OR 1", "tags": ["-1", "9" * 30, "²", "0"], "lead_photo": [],
            "status": "published", "pk": "1",
        }  # fmt: skip
        self.assertEqual(
            kept_content(raw),
            {"headline": "abc", "body": "<p>Words</p>", "section": None, "tags": [], "lead_photo": None},
        )

    def test_too_much_is_refused_in_words(self):
        for raw in ({"headline": "é" * (MAX_BYTES // 2 + 1)}, {"body": "<p>" + "x" * 600_000}):
            with self.assertRaisesRegex(TooMuch, "too (much|long)"):
                kept_content(raw)

    def test_what_differs_is_told_by_field(self):
        shown = {"headline": "Ferry", "standfirst": "", "body": "<p>A</p>", "section": None, "tags": [1]}
        self.assertEqual(differing({"headline": " Ferry ", "section": None, "tags": [1]}, shown), [])
        self.assertEqual(differing({"typed": {"tags": ["New"]}, "body": ""}, shown), ["body", "tags"])
        self.assertEqual(differing({"headline": "Ferries", "section": 2}, shown), ["headline", "section"])


class WritableTests(TestCase):
    def test_the_rows_one_may_write_in_are_those_that_say_so_themselves(self):
        """``writable_by`` and ``may_be_changed_by`` are one rule, said twice."""
        users = [make_user(group) for group in (None, "Reporter", "Editor", "Chief", "Moderator")]
        for owner, status in product([None, *users], Status.values):
            make_article(created_by=owner, status=status)
            if owner:
                make_article(bylines=[make_author(), author_of(owner)], status=status)
        self.assertEqual(Article.objects.count(), 4 * 11)
        for user in users:
            rows = set(Article.objects.writable_by(user))
            said = {story for story in Article.objects.all() if story.may_be_changed_by(user)}
            with self.subTest(user.groups.first()):
                self.assertEqual(rows, said)
        self.assertEqual(len(Article.objects.writable_by(users[1])), 2)
