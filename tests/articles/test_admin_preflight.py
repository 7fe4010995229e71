"""What the checks find, beside the text and at the press of a button."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import now

from articles.admin.batch import seen_mark
from articles.choices import Status, Verb
from articles.models import Article
from articles.preflight import answers_awaited
from tests.articles.desk_case import ADD, DeskTestCase, address, typed
from tests.articles.preflight.check_case import HOUR, WORDS, link_to
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_published,
    make_section,
    make_tag,
    make_user,
)

LIST = reverse("admin:articles_article_changelist")
BOX = "admin/articles/article/_preflight.html"
REASON = "Publish all the same, because"


def door(story, **query):
    return reverse("admin:articles_article_preflight", args=[story.pk], query=query)


class BoxCase(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.section = make_section(name="Harbour")

    def ready(self, **fields):
        fields = {"standfirst": "It rose.", "body": WORDS, "section": self.section, **fields}
        fields.setdefault("lead_photo", make_photo())
        fields.setdefault("bylines", [make_author()])
        story = make_article(**{"created_by": self.user, "tags": [make_tag()], **fields})
        return Article.objects.get(pk=story.pk)

    def box(self, response):
        """The box as the form that was answered shows it."""
        context = response.context
        names = ("story", "user", "perms", "may_release")
        form = context["adminform"].form
        return render_to_string(BOX, {name: context[name] for name in names} | {"form": form})


class BoxTests(BoxCase):
    def of(self, story, query=""):
        return self.box(self.client.get(address(story) + query))

    def test_a_story_that_is_ready_has_nothing_in_its_way(self):
        self.assertInHTML("<span>· Nothing stands in the way</span>", self.of(self.ready()))

    def test_what_stops_it_is_counted_said_in_words_and_linked_to_its_field(self):
        page = self.of(self.ready(body=link_to("/nowhere/"), standfirst=""))
        self.assertInHTML('<span class="stops">· 1 thing stops it</span>', page)
        self.assertIn('<a href="#id_body"><b>Stops it:</b> The link “the tide tables” leads to no page', page)
        self.assertIn('<a href="#id_standfirst">There is no standfirst.', page)

    def test_things_to_look_at_are_counted_where_nothing_stops_it(self):
        page = self.of(self.ready(standfirst="", headline="TK"))
        self.assertInHTML("<span>· 2 things to look at</span>", page)

    def test_the_way_to_the_picture_is_for_those_who_may_describe_it(self):
        photo = make_photo(credit="")
        place = reverse("admin:articles_photo_change", args=[photo.pk])
        self.assertIn(place, self.of(self.ready(lead_photo=photo)))
        reporter = make_user("Reporter")
        self.client.force_login(reporter)
        page = self.of(self.ready(lead_photo=photo, created_by=reporter))
        self.assertIn("has no credit", page)
        self.assertNotIn(place, page)

    def test_what_others_have_to_say_is_linked_to_where_they_say_it(self):
        story = self.ready()
        story.note("Really?", by=self.user)
        story.share(by=self.user)
        page = self.of(story)
        self.assertIn('href="#notes"', page)
        self.assertIn(f'href="{reverse("admin:articles_article_previews", args=[story.pk])}"', page)

    def test_words_in_the_text_are_no_markup(self):
        story = self.ready(body=link_to("/nowhere/", "&lt;i&gt;tide&lt;/i&gt;"))
        self.assertIn("“&lt;i&gt;tide&lt;/i&gt;”", self.of(story))

    def test_it_reads_the_newer_draft_and_not_what_readers_see(self):
        story = make_published(headline="Live", body=WORDS)
        story.save_draft(story.draft_content | {"body": link_to("/nowhere/")}, by=self.user)
        self.assertIn("1 thing stops it", self.of(story))
        self.assertNotIn("stops it", self.of(story, "?of=live"))

    def test_it_reads_the_text_that_was_kept_where_the_form_shows_that(self):
        story = self.ready()
        story.keep(
            typed(story, body=link_to("/nowhere/")) | {"bylines": [a.pk for a in story.authors]}, by=self.user
        )
        kept = story.revisions.get(autosave_of=self.user)
        self.assertIn("1 thing stops it", self.of(story, f"?kept={kept.pk}"))

    def test_an_empty_form_is_told_when_there_will_be_something(self):
        page = self.box(self.client.get(ADD))
        self.assertIn("once there is a text", page)
        self.assertNotIn("stops it", page)
        self.assertIn("/0/preflight/", page)

    def test_a_form_that_does_not_fit_is_read_as_far_as_it_does(self):
        response = self.press("_save", headline="x" * 300, body=link_to("/nowhere/"))
        page = self.box(response)
        self.assertIn("The story has no headline", page)
        self.assertIn("leads to no page", page)

    def test_editors_without_the_right_are_asked_for_no_reason(self):
        self.assertNotIn(REASON, self.of(self.ready(body=link_to("/nowhere/"))))

    def test_it_asks_no_query_where_all_is_at_hand(self):
        story = self.ready()
        context = self.client.get(address(story)).context
        stories = Article.objects.annotate(**answers_awaited()).select_related("lead_photo", "draft_revision")
        story = stories.prefetch_related("bylines__author", "tags").get(pk=story.pk)
        self.assertTrue(context["user"].has_perm("articles.edit_any_article"))
        given = {"story": story, "form": context["adminform"].form, "user": context["user"], "perms": {}}
        with self.assertNumQueries(0):
            render_to_string(BOX, given)


class ChiefTests(BoxCase):
    group = "Chief"

    def test_the_reason_is_asked_for_only_where_something_stops_it(self):
        fine, unfit = self.ready(), self.ready(body=link_to("/nowhere/"))
        self.assertRegex(self.box(self.client.get(address(fine))), r"data-override\s+hidden")
        page = self.box(self.client.get(address(unfit)))
        self.assertIn(REASON, page)
        self.assertNotRegex(page, r"data-override\s+(hidden|open)")

    def test_what_readers_need_cannot_be_passed_over(self):
        page = self.box(self.client.get(address(self.ready(section=None, body=link_to("/nowhere/")))))
        self.assertIn("2 things stop it", page)
        self.assertRegex(page, r"data-override\s+hidden")

    def test_a_refused_press_brings_the_reasons_and_opens_the_field(self):
        story = self.ready(body=link_to("/nowhere/"))
        response = self.press("_publish", story)
        self.assertContains(response, "leads to no page that readers can see", status_code=422)
        self.assertContains(response, '<a href="#id_body">', status_code=422)
        self.assertRegex(self.box(response), r"data-override\s+open")
        self.assertEqual(self.stored(story).status, Status.DRAFT)

    def test_a_reason_puts_it_through_and_into_the_log(self):
        story = self.ready(body=link_to("/nowhere/"))
        self.press("_publish", story, override="It is there at noon")
        self.assertTrue(self.stored(story).is_public)
        event = story.events.get(verb=Verb.OVERRIDDEN)
        self.assertEqual(event.note, "dead_link: It is there at noon")

    def test_the_words_are_saved_whatever_stops_them(self):
        story = self.ready()
        self.press("_publish", story, body=link_to("/nowhere/"))
        self.assertIn("/nowhere/", self.stored(story).draft_content["body"])


class BulkTests(BoxCase):
    def test_a_story_that_is_stopped_is_named_and_holds_up_no_other(self):
        fine, unfit = self.ready(), self.ready(headline="Stopped", lead_photo=make_photo(credit=""))
        stories = [fine, unfit]
        response = self.client.post(
            LIST,
            {
                "action": "publish_each",
                "index": 0,
                "_selected_action": [story.pk for story in stories],
                "seen": [seen_mark(story) for story in stories],
                "confirmed": 1,
            },
        )
        self.assertTrue(self.stored(fine).is_public)
        self.assertFalse(self.stored(unfit).is_public)
        self.assertIn("Stopped</a>: The lead picture has no credit.", self.told(response))


class DoorTests(BoxCase):
    def test_it_tells_of_what_this_page_has_kept(self):
        story = self.ready()
        self.assertContains(self.client.get(door(story)), "Nothing stands in the way")
        raw = typed(story, body=link_to("/nowhere/"), section=str(self.section.pk))
        story.keep(raw, by=self.user, tab="one")
        self.assertContains(self.client.get(door(story, tab="one")), "1 thing stops it")
        for other in ("two", ""):
            self.assertContains(self.client.get(door(story, tab=other)), "Nothing stands in the way")

    def test_it_tells_of_what_the_page_was_opened_with(self):
        story = make_published(headline="Live", body=WORDS)
        story.save_draft(story.draft_content | {"body": link_to("/nowhere/")}, by=self.user)
        self.assertContains(self.client.get(door(story)), "1 thing stops it")
        self.assertNotContains(self.client.get(door(story, of="live")), "stops it")

    def test_a_story_that_is_to_go_out_later_is_judged_as_of_then(self):
        other, story = self.ready(), self.ready()
        other.schedule(now() + HOUR, by=self.user)
        story.save_draft(story.draft_content | {"body": link_to(other.get_absolute_url())}, by=self.user)
        self.assertContains(self.client.get(door(story)), "goes out only")
        Article.objects.filter(pk=other.pk).update(status=Status.DRAFT)
        story.save_draft(story.draft_content | {"body": WORDS}, by=self.user)
        story = self.stored(story)
        story.schedule(now() + 2 * HOUR, by=self.user)
        Article.objects.filter(pk=other.pk).update(status=Status.PUBLISHED)
        story.save_draft(story.draft_content | {"body": link_to(other.get_absolute_url())}, by=self.user)
        self.assertContains(self.client.get(door(story)), "Nothing stands in the way")

    def test_it_is_for_no_cache_and_for_looking_only(self):
        story = self.ready()
        self.assertIn("no-store", self.client.get(door(story))["Cache-Control"])
        self.assertEqual(self.client.post(door(story)).status_code, 405)

    def test_it_is_for_those_who_may_write_in_the_story(self):
        own = self.ready()
        for group, status in (
            ("Chief", 200),
            ("Editor", 200),
            ("Reporter", 404),
            ("Moderator", 403),
            (None, 403),
        ):
            with self.subTest(group):
                self.client.force_login(make_user(group))
                self.assertEqual(self.client.get(door(own)).status_code, status)
        reporter = make_user("Reporter")
        self.client.force_login(reporter)
        own_draft = make_article(created_by=reporter)
        self.assertEqual(self.client.get(door(own_draft)).status_code, 200)
        self.assertEqual(self.client.get(door(make_published())).status_code, 403)
        self.client.logout()
        self.assertEqual(self.client.get(door(own)).status_code, 302)

    def test_it_takes_few_queries(self):
        story = self.ready(body=link_to("/nowhere/"))
        self.client.get(door(story))
        with self.assertNumQueries(8):
            self.client.get(door(story))
