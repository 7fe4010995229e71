from datetime import timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from articles.choices import CommentMode
from articles.models import Article
from articles.views import STORIES_PER_PAGE
from tests.factories import (
    make_approved,
    make_article,
    make_author,
    make_photo,
    make_published,
    make_scheduled,
    make_section,
    make_tag,
    make_withdrawn,
)


class StoryPageTests(TestCase):
    def test_it_shows_the_story(self):
        story = make_published(
            kicker="Harbour",
            headline="A bridge <opens>",
            standfirst="After forty years.",
            body="<h2>Why</h2><p>Words &amp; more.</p>",
            bylines=[make_author(name="Ana Lu", role="Reporter")],
            tags=[make_tag(name="Bridges")],
            lead_photo=make_photo(alt="A bridge at dawn", caption="At dawn", credit="M. Holt"),
        )
        response = self.client.get(story.get_absolute_url())
        self.assertContains(response, "<h1>A bridge &lt;opens&gt;</h1>", count=1, html=True)
        for words in (
            "Harbour",
            "After forty years.",
            "<h2>Why</h2>",
            "Words &amp; more.",
            "Bridges",
            "M. Holt",
        ):
            self.assertContains(response, words)
        self.assertContains(response, 'rel="author"')
        self.assertContains(response, 'alt="A bridge at dawn"')
        self.assertContains(response, 'width="400"')
        self.assertContains(response, 'fetchpriority="high"')

    def test_its_head_says_what_it_is_for_machines(self):
        story = make_published(headline='Say "yes" & <go>', standfirst="S" * 400)
        response = self.client.get(story.get_absolute_url(), headers={"host": "localhost"})
        with self.settings(SITE_URL="https://news.example"):
            response = self.client.get(story.get_absolute_url())
        address = f"https://news.example{story.get_absolute_url()}"
        self.assertContains(response, f'<link rel="canonical" href="{address}">', html=True)
        self.assertContains(response, f'<meta property="og:url" content="{address}">', html=True)
        self.assertContains(
            response, "<title>Say &quot;yes&quot; &amp; &lt;go&gt; – The Saltmarsh Herald</title>"
        )
        self.assertNotContains(response, "S" * 161 + '"')

    def test_previous_and_next_are_links_with_their_relation(self):
        before, story, after = (make_published(ago=timedelta(hours=hours)) for hours in (3, 2, 1))
        response = self.client.get(story.get_absolute_url())
        self.assertContains(response, f'<a rel="prev" href="{before.get_absolute_url()}">')
        self.assertContains(response, f'<a rel="next" href="{after.get_absolute_url()}">')
        self.assertContains(response, "Previous article")
        self.assertContains(response, "Next article")
        first = self.client.get(before.get_absolute_url())
        self.assertNotContains(first, 'rel="prev"')
        self.assertNotContains(first, "Previous article")

    def test_a_story_in_chinese_or_arabic_says_so(self):
        chinese = make_published(language="zh-hans", headline="瑞典", slug="瑞典")
        arabic = make_published(language="ar", headline="الميناء", slug="الميناء")
        self.assertContains(self.client.get(chinese.get_absolute_url()), '<html lang="zh-Hans" dir="ltr">')
        self.assertContains(self.client.get(arabic.get_absolute_url()), '<html lang="ar" dir="rtl">')

    def test_a_wrong_day_is_no_address_of_it(self):
        story = make_published(slug="bridge")
        self.assertEqual(self.client.get(f"/1999/01/01/{story.slug}/").status_code, 404)

    def test_withdrawn_is_gone_with_nothing_of_it_left_on_the_page(self):
        story = make_withdrawn(headline="SECRETMARK", body="<p>SECRETMARK</p>", standfirst="SECRETMARK")
        make_published(headline="Still here")
        response = self.client.get(story.get_absolute_url())
        self.assertContains(response, "This story has been withdrawn", status_code=410)
        self.assertContains(response, "Still here", status_code=410)
        self.assertNotIn(b"SECRETMARK", response.content)

    def test_the_notice_for_readers_stands_there_as_plain_text(self):
        story = make_withdrawn(withdrawn_notice="It named the wrong <b>man</b>.\n\nWe are sorry.")
        response = self.client.get(story.get_absolute_url())
        self.assertContains(response, "<p>It named the wrong &lt;b&gt;man&lt;/b&gt;.</p>", status_code=410)
        self.assertContains(response, "<p>We are sorry.</p>", status_code=410)
        self.assertContains(response, '<meta name="robots" content="noindex">', status_code=410)

    def test_withdrawn_takes_its_comments_and_its_section_along(self):
        story = make_withdrawn(section=make_section(name="Harbour"))
        make_approved(story, name="SECRETMARK", text="SECRETMARK")
        address = story.get_absolute_url()
        for place in (address, f"{address}comments/", f"{address}comments/?before=1"):
            response = self.client.get(place)
            self.assertNotContains(response, "SECRETMARK", status_code=410)
            self.assertNotContains(response, "aria-current", status_code=410)

    def test_without_the_slash_it_redirects_to_the_address(self):
        address = make_published().get_absolute_url()
        self.assertRedirects(self.client.get(address[:-1]), address, status_code=301)

    def test_only_reading_is_allowed(self):
        address = make_published().get_absolute_url()
        for method in ("post", "put", "delete", "patch"):
            self.assertEqual(getattr(self.client, method)(address).status_code, 405)

    def test_a_head_request_gets_the_headers_of_the_page(self):
        address = make_published().get_absolute_url()
        for page in (address, "/latest/", "/"):
            response = self.client.head(page)
            self.assertEqual((response.status_code, response.content), (200, b""))
            self.assertEqual(response.headers["Cache-Control"], "public, max-age=0")

    def test_comments_are_shown_by_the_mode_of_the_story(self):
        for mode, shown, form in ((CommentMode.PRE, True, True), (CommentMode.CLOSED, True, False)):
            story = make_published(comment_mode=mode)
            make_approved(story, text="A reader's words")
            response = self.client.get(story.get_absolute_url())
            self.assertIs("A reader&#x27;s words" in response.content.decode(), shown, mode)
            self.assertIs("<form" in response.content.decode(), form, mode)
        story = make_published(comment_mode=CommentMode.OFF)
        make_approved(story, text="A reader's words")
        response = self.client.get(story.get_absolute_url())
        self.assertNotContains(response, "A reader")
        self.assertNotContains(response, "comments/")


class ListTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.section, cls.tag = make_section(slug="harbour"), make_tag(name="Boats")
        cls.author = make_author(name="Ana Lu")
        cls.addresses = [
            "/latest/",
            cls.section.get_absolute_url(),
            cls.tag.get_absolute_url(),
            cls.author.get_absolute_url(),
        ]

    def make(self, make=make_published, **fields):
        return make(section=self.section, tags=[self.tag], bylines=[self.author], **fields)

    def test_each_list_shows_what_is_public_newest_first(self):
        older, newer = self.make(ago=timedelta(hours=5)), self.make(ago=timedelta(hours=2))
        hidden = [self.make(make) for make in (make_article, make_scheduled, make_withdrawn)]
        for address in self.addresses:
            with self.subTest(address):
                content = self.client.get(address).content.decode()
                self.assertLess(content.index(newer.headline + "<"), content.index(older.headline + "<"))
                for story in hidden:
                    self.assertNotIn(f">{story.headline}<", content)

    def test_lists_of_nothing_are_pages(self):
        for address in ("/latest/", self.section.get_absolute_url()):
            self.assertContains(self.client.get(address), "Nothing has been published")

    def test_a_tag_or_author_of_drafts_alone_is_not_known_to_readers(self):
        for make in (make_article, make_scheduled, make_withdrawn):
            self.make(make)
        for address in (self.tag.get_absolute_url(), self.author.get_absolute_url()):
            # An answer of its own to “?page=1” would give the name away as well.
            for query in ("", "?page=1", "?page=2", "?page=x"):
                response = self.client.get(address + query)
                self.assertEqual(response.status_code, 404, address + query)
                self.assertNotContains(response, "Ana Lu", status_code=404)
                self.assertEqual(
                    response.headers["Surrogate-Key"],
                    self.client.get("/tag/nowhere/").headers["Surrogate-Key"],
                )
        self.make()
        for address in (self.tag.get_absolute_url(), self.author.get_absolute_url()):
            self.assertEqual(self.client.get(address).status_code, 200)

    def test_pages_follow_each_other_and_end(self):
        stories = [self.make(ago=timedelta(hours=n)) for n in range(1, STORIES_PER_PAGE + 3)]
        for address in self.addresses:
            with self.subTest(address):
                first, second = self.client.get(address), self.client.get(f"{address}?page=2")
                self.assertContains(first, 'rel="next" href="?page=2"')
                self.assertContains(second, 'rel="prev" href="."')
                self.assertNotContains(second, 'rel="next"')
                self.assertContains(second, f">{stories[-1].headline}<")
                self.assertNotContains(first, f">{stories[-1].headline}<")
                self.assertEqual(self.client.get(f"{address}?page=3").status_code, 404)

    def test_the_first_page_has_one_address(self):
        self.make()
        for address in self.addresses:
            self.assertRedirects(self.client.get(f"{address}?page=1"), address, status_code=301)

    def test_each_page_is_canonical_to_itself(self):
        for n in range(STORIES_PER_PAGE + 1):
            self.make(ago=timedelta(hours=n + 1))
        with self.settings(SITE_URL="https://news.example"):
            for address in self.addresses:
                response = self.client.get(f"{address}?page=2&utm_source=x")
                canonical = f'<link rel="canonical" href="https://news.example{address}?page=2">'
                self.assertContains(response, canonical, html=True)

    def test_no_two_things_on_a_page_share_an_id(self):
        """A story that came back after others keeps its old day in its address, and stands between new ones."""
        self.make(ago=timedelta(days=3))
        back = self.make(ago=timedelta(days=1))
        self.make(ago=timedelta(days=2))
        Article.objects.filter(pk=back.pk).update(published_on=back.published_on - timedelta(days=2))
        ids = [
            part.partition('"')[0] for part in self.client.get("/latest/").content.decode().split(' id="')[1:]
        ]
        self.assertEqual(len(ids), len(set(ids)), ids)

    def test_what_there_is_not_is_404(self):
        for address in ("/nowhere/", "/tag/nothing/", "/by/nobody/", "/2026/11/22/nothing/", "/x/y/z/"):
            self.assertContains(self.client.get(address), "There is no page at this address", status_code=404)


class QueryCountTests(TestCase):
    """Cold, with one row and with many: the same number, and within the budget."""

    def count(self, address):
        with CaptureQueriesContext(connection) as captured:
            self.assertEqual(self.client.get(address).status_code, 200)
        return len(captured)

    def fill(self, number):
        for n in range(number):
            story = make_published(
                section=self.section,
                tags=[self.tag, make_tag()],
                bylines=[self.author, make_author()],
                lead_photo=self.photo,
                ago=timedelta(hours=n + 1),
            )
            make_section()
        for n in range(number):
            root = make_approved(self.story, created_at=story.publish_at + timedelta(minutes=n))
            make_approved(self.story, parent=root)

    def test_they_do_not_grow_with_rows(self):
        self.section, self.tag, self.author, self.photo = (
            make_section(),
            make_tag(),
            make_author(),
            make_photo(),
        )
        self.story = make_published(tags=[self.tag], bylines=[self.author], lead_photo=self.photo)
        budget = {
            "/": 8,
            self.section.get_absolute_url(): 5,
            self.tag.get_absolute_url(): 5,
            self.author.get_absolute_url(): 5,
            "/latest/": 5,
            self.story.get_absolute_url(): 6,
            f"{self.story.get_absolute_url()}comments/": 6,
        }
        self.fill(1)
        few = {address: self.count(address) for address in budget}
        self.fill(30)
        self.assertEqual({address: self.count(address) for address in budget}, few)
        for address, most in budget.items():
            self.assertLessEqual(few[address], most, address)
