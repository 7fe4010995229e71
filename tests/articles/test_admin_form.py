import uuid

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from articles.choices import Status
from articles.models import Article, Presence, Tag
from tests.articles.desk_case import ADD, DeskTestCase, address, typed
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_published,
    make_section,
    make_tag,
    make_user,
)


class SavingTests(DeskTestCase):
    def test_a_form_nobody_has_touched_makes_no_story(self):
        for button in ("_save", "_submit", "_publish"):
            self.assertContains(self.press(button), "There is nothing to save yet")
        self.assertFalse(Article.objects.exists())

    def test_a_first_sentence_is_a_story(self):
        response = self.press("_save", body="<p>It began</p>", tab="page-1")
        story = Article.objects.get()
        self.assertRedirects(response, f"{address(story)}?saved=page-1")
        self.assertIn("Saved.", self.told(response))
        self.assertEqual((story.status, str(story), story.created_by), (Status.DRAFT, "Untitled", self.user))

    def test_what_does_not_fit_is_kept_all_the_same(self):
        story = make_article(created_by=self.user)
        self.press("_save", story, headline="x" * 201, tab="page-1")
        kept = story.revisions.get(autosave_of=self.user)
        self.assertEqual(kept.content["headline"], "x" * 201)
        page = self.client.get(address(story), {"kept": kept.pk})
        self.assertContains(page, "x" * 201)
        self.press("_save", story, headline="Shorter", tab="page-1")
        self.assertFalse(story.revisions.filter(autosave_of=self.user).exists())

    def test_what_somebody_else_kept_is_not_opened(self):
        story, tom = make_article(), make_user("Editor")
        story.keep({"headline": ["Of Tom"]}, by=tom, tab="t")
        page = self.client.get(address(story), {"kept": story.revisions.get(autosave_of=tom).pk})
        self.assertNotContains(page, "Of Tom")

    def test_names_that_were_typed_come_back_with_a_kept_text(self):
        story = make_article(created_by=self.user)
        story.keep({"headline": ["Kept"], "tags_typed": ["a new tag"]}, by=self.user, tab="t")
        page = self.client.get(address(story), {"kept": story.revisions.get(autosave_of=self.user).pk})
        self.assertContains(page, 'name="tags_typed" value="a new tag"')

    def test_everything_typed_is_stored(self):
        section, photo, tag = make_section(), make_photo(), make_tag()
        first, second = make_author(), make_author()
        self.press(
            "_save",
            kicker="Pier",
            headline="Lamps",
            standfirst="Lit again.",
            body="<p>Words</p><script>alert(1)</script>",
            section=section.pk,
            lead_photo=photo.pk,
            tags=[tag.pk],
            bylines=[second.pk, first.pk],
            slug="lamps",
            language="ar",
            comment_mode="closed",
        )
        story = Article.objects.get()
        self.assertEqual(
            (story.kicker, story.headline, story.standfirst, story.body),
            ("Pier", "Lamps", "Lit again.", "<p>Words</p>"),
        )
        self.assertEqual((story.section, story.lead_photo, list(story.tags.all())), (section, photo, [tag]))
        self.assertEqual((story.slug, story.language, story.comment_mode), ("lamps", "ar", "closed"))
        self.assertEqual(story.authors, [second, first])

    def test_what_is_too_long_comes_back_with_a_sentence_and_nothing_is_stored(self):
        response = self.press("_save", headline="x" * 201, body="<p>Kept</p>")
        self.assertContains(response, "200 characters at most. This has 201.")
        self.assertContains(response, "&lt;p&gt;Kept&lt;/p&gt;")
        self.assertFalse(Article.objects.exists())

    def test_a_body_over_the_limits_comes_back_with_a_sentence(self):
        response = self.press("_save", body="<p>" + "x" * 600_000)
        self.assertTrue(response.context["adminform"].form.errors["body"])
        self.assertFalse(Article.objects.exists())

    def test_saving_without_a_change_says_so_and_logs_nothing(self):
        story = make_article(created_by=self.user)
        response = self.press("_save", story)
        self.assertIn("Nothing was different", self.told(response))
        self.assertFalse(story.events.exists())

    def test_two_presses_on_one_empty_form_make_one_story(self):
        token = str(uuid.uuid4())
        self.press("_save", headline="Once", token=token)
        self.press("_save", headline="Once, mended", token=token)
        self.assertEqual([story.headline for story in Article.objects.all()], ["Once, mended"])

    def test_two_empty_forms_make_two_stories(self):
        for _press in range(2):
            self.press("_save", headline="Twice", token=str(uuid.uuid4()))
        self.assertEqual(Article.objects.count(), 2)

    def test_a_broken_mark_of_the_form_is_no_error(self):
        self.press("_save", headline="Saved", token="no uuid")
        self.assertEqual(Article.objects.count(), 1)

    def test_status_and_times_cannot_be_typed(self):
        story = make_article(created_by=self.user)
        self.press(
            "_save", story, status="published", publish_at="2020-01-01 00:00", published_on="2020-01-01"
        )
        story = self.stored(story)
        self.assertEqual((story.status, story.publish_at, story.published_on), (Status.DRAFT, None, None))

    def test_the_save_as_new_of_the_admin_does_not_copy_a_story(self):
        story = make_article(created_by=self.user)
        self.client.post(address(story), typed(story, headline="Copy") | {"_saveasnew": ""})
        self.assertEqual([story.headline for story in Article.objects.all()], ["Copy"])

    def test_a_new_story_opens_with_the_byline_of_whoever_writes(self):
        author = make_author(user=self.user)
        self.assertContains(self.client.get(ADD), f'name="bylines" value="{author.pk}" checked')


class ChoosingTests(DeskTestCase):
    def test_a_tag_that_was_typed_is_made(self):
        known = make_tag(name="Noise")
        self.press("_save", tags_typed=["noise, Pier lamps", "Pier lamps"])
        self.assertEqual({tag.name for tag in Article.objects.get().tags.all()}, {"Noise", "Pier lamps"})
        self.assertIn(known, Article.objects.get().tags.all())

    def test_a_tag_that_is_too_long_is_refused_in_words(self):
        response = self.press("_save", tags_typed="x" * 61)
        self.assertContains(response, "A tag has 60 characters at most")
        self.assertFalse(Tag.objects.exists())

    def test_whoever_may_not_add_tags_makes_none(self):
        self.user.groups.get().permissions.filter(codename="add_tag").first().group_set.clear()
        response = self.press("_save", tags_typed="New")
        self.assertContains(response, "Nothing here is called “New”")
        self.assertContains(response, 'value="New"')

    def test_a_byline_that_was_typed_is_found_by_its_name(self):
        author = make_author(name="Tom Okafor")
        self.press("_save", bylines_typed="tom okafor, tom okafor")
        self.assertEqual(Article.objects.get().authors, [author])

    def test_an_unknown_byline_is_asked_about_and_kept_in_its_field(self):
        response = self.press("_save", bylines_typed="Nobody")
        self.assertContains(response, "Nothing here is called “Nobody”")
        self.assertContains(response, 'name="bylines_typed" value="Nobody"')

    def test_a_picture_is_found_by_its_number(self):
        photo = make_photo()
        self.press("_save", lead_photo_typed=f"№ {photo.pk}")
        self.assertEqual(Article.objects.get().lead_photo, photo)

    def test_a_picture_that_is_not_there_is_asked_about(self):
        for sent in ({"lead_photo_typed": "the one, with the boat"}, {"lead_photo_typed": "99999"}):
            self.assertContains(self.press("_save", **sent), "There is no picture")
        self.assertContains(self.press("_save", lead_photo="99999"), "not there any more")

    def test_keys_that_are_no_keys_are_refused(self):
        for hostile in ("-5", "abc", "١٢", "9" * 30):
            self.assertContains(self.press("_save", bylines=[hostile]), "not there any more")

    def test_more_than_anybody_would_choose_is_refused(self):
        self.assertContains(
            self.press("_save", tags_typed=[f"t{n}" for n in range(41)]), "Choose 40 at most."
        )

    def test_the_order_of_the_bylines_can_change_alone(self):
        first, second = make_author(), make_author()
        story = make_article(created_by=self.user, bylines=[first, second])
        self.press("_save", story, bylines=[second.pk, first.pk])
        self.assertEqual(self.stored(story).authors, [second, first])


class PageTests(DeskTestCase):
    def full(self, number):
        """A live story with everything its form shows, so many of each: versions, notes, colleagues, links."""
        linked = [make_published() for _n in range(number)]
        links = "".join(f'<p><a href="{other.get_absolute_url()}">There</a></p>' for other in linked)
        story = make_published(
            created_by=self.user,
            bylines=[make_author() for _n in range(number)],
            tags=[make_tag() for _n in range(number)],
            lead_photo=make_photo(),
            assignee=make_user("Reporter"),
            body=links,
        )
        for n in range(number):
            colleague = make_user("Editor")
            story.save_draft(story.draft_content | {"headline": f"Draft {n}"}, by=colleague)
            story.note(f"Note {n} @{self.user.username}", by=colleague)
            story.share(by=colleague)
            Presence.objects.create(article=story, user=colleague, seen_at=now())
        story.save_draft(story.draft_content | {"tags": [make_tag().pk]}, by=self.user)
        story.keep({"headline": ["Being typed"]}, by=self.user, tab="t")
        return story

    def test_the_page_opens_in_twelve_queries_whatever_it_shows(self):
        # Asked once in the life of a process.
        ContentType.objects.get_for_model(Article)
        for group in ("Editor", "Chief"):
            self.user = make_user(group)
            self.client.force_login(self.user)
            for number in (1, 5):
                story = self.full(number)
                with self.subTest(group=group, number=number), CaptureQueriesContext(connection) as asked:
                    self.client.get(address(story))
                self.assertLessEqual(len(asked), 12, "\n".join(query["sql"][:300] for query in asked))

    def test_it_needs_no_style_or_script_in_the_page_and_no_nonce(self):
        response = self.client.get(ADD)
        page = response.content.decode()
        self.assertNotIn(" style=", page)
        self.assertNotIn("<style", page)
        self.assertNotRegex(page, r"<script(?![^>]* src=)")
        self.assertNotRegex(page, r" on[a-z]+=")
        self.assertNotIn("nonce", response.headers["Content-Security-Policy"])
        self.assertIn("style-src 'self'", response.headers["Content-Security-Policy"])

    def test_a_live_story_shows_its_address_and_cannot_change_it(self):
        story = make_published()
        self.assertContains(self.client.get(address(story)), story.get_absolute_url())
        old = story.slug
        self.press("_save", story, slug="another", headline="Other")
        self.assertEqual(self.stored(story).slug, old)
