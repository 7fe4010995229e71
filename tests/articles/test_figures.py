import time
from datetime import timedelta

from django.db import connection
from django.db.models import ProtectedError
from django.test import SimpleTestCase, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from articles.content import content_of
from articles.figures import figures_of, keys_in, record_of, renew
from articles.html import plain_text, word_count
from articles.models import Article, Photo
from articles.preflight import examine
from articles.previewing import as_of
from articles.showing import shown_body
from tests import factories

FILM = (
    '<figure data-embed="https://www.youtube.com/watch?v=dQw4w9WgXcQ"><figcaption>Tide</figcaption></figure>'
)
TABLE = '<table><tbody><tr><th scope="col">a</th><td>b</td></tr></tbody></table>'


def figure(photo, caption="", place=""):
    place = f' data-place="{place}"' if place else ""
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure data-photo="{photo.pk}"{place}>{caption}</figure>'


class StoryCase(TestCase):
    def setUp(self):
        self.by = factories.make_user("Chief")
        self.photo = factories.make_photo(caption="The <mole>")

    def story(self, body):
        """A published story, whose text came in as the desk's does."""
        blank = factories.make_article(section=factories.make_section())
        story = Article.begin(content_of(blank) | {"body": body}, by=self.by)
        story.publish(by=self.by)
        return Article.objects.get(pk=story.pk)

    def page(self, story):
        return self.client.get(story.get_absolute_url()).content.decode()


class PageTests(StoryCase):
    def test_a_picture_stands_in_the_text_with_its_caption_and_credit(self):
        page = self.page(self.story(f"<p>a</p>{figure(self.photo, 'Own <em>words</em>', 'wide')}<p>b</p>"))
        self.assertIn('<p>a</p><figure class="inset wide"><picture>', page)
        self.assertIn(f"/photos/{self.photo.folder}/", page)
        self.assertIn('type="image/webp"', page)
        self.assertIn('alt="A blue square" loading="lazy"', page)
        self.assertIn(
            '<figcaption dir="auto">Own <em>words</em> <small>Photograph: Maren Holt</small></figcaption>',
            page,
        )
        self.assertNotIn("data-photo", page)

    def test_without_its_own_it_has_the_caption_of_the_library(self):
        self.assertIn("The &lt;mole&gt; <small>", self.page(self.story(figure(self.photo))))

    def test_a_page_asks_as_much_with_pictures_as_without(self):
        plain, illustrated = self.story("<p>a</p>"), self.story(f"<p>a</p>{figure(self.photo)}" * 3)
        asked = []
        for story in (plain, plain, illustrated):
            with CaptureQueriesContext(connection) as queries:
                self.client.get(story.get_absolute_url())
            asked.append(len(queries))
        self.assertEqual(asked[1], asked[2])

    def test_only_the_page_of_a_story_may_frame_films_and_it_loads_none_itself(self):
        story = self.story(FILM)
        response = self.client.get(story.get_absolute_url())
        policy = response.headers["Content-Security-Policy"]
        self.assertIn("frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com", policy)
        self.assertNotContains(response, "<iframe")
        self.assertContains(response, 'href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="noopener"')
        self.assertNotIn("youtube", self.client.get("/").headers["Content-Security-Policy"])

    def test_a_preview_shows_the_pictures_of_the_version(self):
        story = self.story("<p>a</p>")
        shown = as_of(story, content_of(story) | {"body": figure(self.photo)})
        self.assertEqual(list(shown.figures), [str(self.photo.pk)])


class RightsTests(StoryCase):
    def shown(self, caption="Own"):
        return shown_body(figure(self.photo, caption), {str(self.photo.pk): record_of(self.photo)})

    def test_after_its_last_day_it_is_left_out_with_its_caption(self):
        self.photo.rights_until = localdate()
        self.assertIn("<picture>", self.shown())
        self.photo.rights_until = localdate() - timedelta(1)
        self.assertEqual(self.shown(), "")

    def test_what_is_shown_then_has_its_own_words(self):
        self.photo.replacement = factories.make_photo(caption="Another", credit="Photograph: Tam")
        self.photo.rights_until = localdate() - timedelta(1)
        shown = self.shown()
        self.assertIn("Another <small>Photograph: Tam</small>", shown)
        self.assertNotIn("Own", shown)

    def test_what_is_gone_leaves_nothing_and_a_gallery_of_none_is_none(self):
        self.assertEqual(shown_body('<p>a</p><figure data-photo="9"></figure>', {}), "<p>a</p>")
        gallery = '<figure data-gallery=""><figure data-photo="9"></figure><figure data-photo="8"></figure></figure>'
        self.assertEqual(shown_body(gallery, {}), "")
        known = {"9": record_of(self.photo)}
        self.assertIn('aria-label="1 picture"', shown_body(gallery, known))


class ShownTests(SimpleTestCase):
    def test_a_table_can_be_moved_to_with_the_keyboard_and_has_a_name(self):
        shown = shown_body(TABLE + TABLE, {})
        self.assertIn('<div class="scroller" role="group" tabindex="0" aria-label="Table 1"><table>', shown)
        self.assertIn('aria-label="Table 2"', shown)
        self.assertEqual(shown.count("</table></div>"), 2)

    def test_a_pull_quote_is_read_once(self):
        pull = '<blockquote lang="fr" data-pull=""><p>“The tide turned.”</p></blockquote>'
        hidden = '<blockquote class="pull" aria-hidden="true" lang="fr">'
        self.assertIn(hidden, shown_body(f"<p>Then the tide turned.</p>{pull}".replace("the t", "The t"), {}))
        self.assertIn('<blockquote class="pull" lang="fr">', shown_body(f"<p>Then.</p>{pull}", {}))

    def test_what_is_only_linked_to_has_no_button(self):
        shown = shown_body('<figure data-embed="https://x.com/paper/status/1234567890"></figure>', {})
        self.assertIn("A post on X", shown)
        self.assertNotIn("<button", shown)

    def test_text_without_its_ends_takes_no_longer(self):
        for text in ['<figure data-photo="1"><figcaption>', '<blockquote data-pull="">', "<table>"]:
            started = time.perf_counter()
            shown_body(text * 10_000, {})
            self.assertLess(time.perf_counter() - started, 2, text)

    def test_captions_are_words_and_cells_are_apart(self):
        body = f'<p>One</p><figure data-photo="1"><figcaption>two three</figcaption></figure>{TABLE}'
        self.assertEqual(plain_text(body), "One\ntwo three\na b")
        self.assertEqual(word_count(body), 5)


class RecordTests(StoryCase):
    def test_keys_are_read_once_each_in_their_order(self):
        body = (
            '<figure data-photo="3"></figure><figure data-photo="1"></figure><figure data-photo="3"></figure>'
        )
        self.assertEqual(keys_in(body), [3, 1])
        self.assertEqual(keys_in('<figure data-photo="999999999999999999"></figure>'), [999999999999999999])

    def test_one_query_for_all_and_none_for_none(self):
        with self.assertNumQueries(0):
            self.assertEqual(figures_of({"body": "<p>a</p>"}), {})
        with self.assertNumQueries(1):
            found = figures_of({"body": figure(self.photo) + '<figure data-photo="99999"></figure>'})
        self.assertEqual(list(found), [str(self.photo.pk)])

    def test_a_picture_that_a_text_shows_cannot_be_deleted(self):
        story = self.story(figure(self.photo))
        with self.assertRaises(ProtectedError):
            self.photo.delete()
        story.save_draft(content_of(story) | {"body": "<p>a</p>"}, by=self.by)
        with self.assertRaises(ProtectedError):
            self.photo.delete()
        story = Article.objects.get(pk=story.pk)
        story.update_live(by=self.by, kind="minor")
        self.photo.delete()
        self.assertFalse(Photo.objects.exists())

    def test_a_picture_of_a_draft_behind_the_live_text_is_noted(self):
        story = self.story("<p>a</p>")
        story.save_draft(content_of(story) | {"body": figure(self.photo)}, by=self.by)
        self.assertEqual([use.photo for use in story.photo_uses.all()], [self.photo])
        self.assertEqual(Article.objects.get(pk=story.pk).figures, {})

    def test_a_new_credit_comes_into_the_stories_that_show_it(self):
        story = self.story(figure(self.photo))
        self.photo.credit = "Photograph: Tam"
        self.photo.save()
        with factories.listening(self) as heard:
            renew(self.photo)
        self.assertIn("Photograph: Tam", self.page(story))
        self.assertLessEqual(heard, {f"article-{story.pk}"})


class PreflightTests(StoryCase):
    def codes(self, body):
        story = factories.make_article(body=body)
        return {finding.code: finding.is_hard for finding in examine(story) if finding.field == "body"}

    def test_a_picture_without_a_credit_stops_a_story(self):
        Photo.objects.filter(pk=self.photo.pk).update(credit="")
        self.assertIs(self.codes(figure(self.photo))["no_credit"], True)

    def test_one_that_would_not_be_seen_is_told(self):
        self.assertIs(self.codes('<figure data-photo="99999"></figure>')["picture_gone"], False)
        Photo.objects.filter(pk=self.photo.pk).update(rights_until=localdate() - timedelta(1))
        self.assertIs(self.codes(figure(self.photo))["rights_over"], False)
