"""Where the links of a story lead, and what it costs to know."""

from django.test import override_settings
from django.utils.timezone import localdate, now

from articles.models import Article, FormerAddress
from articles.preflight import answers_awaited, examine, stops
from tests.articles.preflight.check_case import HOUR, CheckCase, link_to
from tests.factories import make_author, make_published, make_scheduled, make_tag, make_withdrawn


class LinkTests(CheckCase):
    def sentence(self, story, **more):
        found = [finding for finding in examine(story, **more) if finding.code.endswith("link")]
        self.assertEqual(len(found), 1, found)
        return found[0].sentence

    def test_links_that_are_fine(self):
        live = make_published()
        addresses = (
            *("https://example.org/x", "mailto:a@example.org", "#comments", "/", "/latest/", "/harbour/"),
            *("/static/press/press.css", "/media/photos/x.jpg", "/robots.txt", live.get_absolute_url()),
            *(f"{live.get_absolute_url()}?a=b#c", f"{live.get_absolute_url()}comments/", "http://[::2]/"),
        )
        for address in addresses:
            with self.subTest(address):
                self.assertEqual(self.codes(self.linking(address)), [])

    def test_a_link_without_an_address_stops_it(self):
        for address in ("#", "https://www", "mailto:ann"):
            with self.subTest(address):
                self.assertEqual(self.hard(self.linking(address)), ["empty_link"])

    def test_an_address_that_cannot_be_read_stops_it(self):
        # The sanitiser takes it out; a row may have come past it.
        story = self.ready()
        story.body = link_to("https://[bad/")
        self.assertEqual(self.hard(story), ["empty_link"])

    def test_an_address_where_nothing_is_stops_it(self):
        for address in (
            *("/2026/01/02/nothing/", "/2026/02/31/no-such-day/", "/nowhere/", "/tag/none/", "/by/nobody/"),
            *("/no/such/page/", "/2026/01/02/nothing/comments/"),
        ):
            with self.subTest(address):
                self.assertEqual(self.hard(self.linking(address)), ["dead_link"])

    def test_the_sentence_names_the_link_by_its_words(self):
        self.assertIn("“the tide tables”", self.sentence(self.linking("/nowhere/")))

    @override_settings(SITE_HOST="news.example", ALLOWED_HOSTS=["news.example", "*"])
    def test_the_whole_address_of_the_site_is_the_same(self):
        path = make_published().get_absolute_url()
        self.assertEqual(self.codes(self.linking(f"https://NEWS.example{path}")), [])
        self.assertEqual(self.hard(self.linking("https://news.example/nowhere/")), ["dead_link"])
        self.assertEqual(self.hard(self.linking("https://other.example/nowhere/")), [])

    def test_an_address_in_another_script_is_read_as_browsers_write_it(self):
        live = make_published(slug="早安")
        self.assertIn("%", live.get_absolute_url())
        self.assertEqual(self.codes(self.linking(live.get_absolute_url())), [])

    def test_a_path_without_its_last_slash_is_the_same(self):
        self.assertEqual(self.codes(self.linking(make_published().get_absolute_url().rstrip("/"))), [])

    def test_the_desk_and_previews_are_not_for_readers(self):
        story = make_published()
        link = story.share(by=self.editor)
        self.assertIn("leads to the desk", self.sentence(self.linking("/admin/articles/article/1/change/")))
        self.assertIn("leads to a preview", self.sentence(self.linking(link.get_absolute_url())))

    def test_a_withdrawn_story_is_told(self):
        for story in (make_withdrawn(), self.ending(-HOUR)):
            self.assertIn("withdrawn", self.sentence(self.linking(story.get_absolute_url())))

    def ending(self, after):
        return make_published(withdraw_at=now() + after, withdraw_reason="Law")

    def test_a_story_that_goes_out_later_stops_one_that_goes_out_now(self):
        later = make_scheduled(publish_at=now() + 2 * HOUR, first_published_at=now() + 2 * HOUR)
        story = self.linking(later.get_absolute_url())
        self.assertEqual(self.hard(story), ["dead_link"])
        self.assertIn("goes out only", self.sentence(story))
        self.assertEqual(self.hard(story, at=now() + HOUR), ["dead_link"])
        self.assertEqual(self.hard(story, at=later.publish_at), [])

    def test_a_story_that_is_withdrawn_by_then_stops_one_that_goes_out_then(self):
        ending = self.ending(HOUR)
        story = self.linking(ending.get_absolute_url())
        self.assertEqual(self.hard(story), [])
        self.assertIn("will be withdrawn", self.sentence(story, at=now() + 2 * HOUR))

    def test_what_is_planned_for_the_stories_of_others_is_not_told_to_everybody(self):
        story = self.linking(make_scheduled().get_absolute_url())
        told = self.sentence(story, user=self.reporter)
        self.assertEqual(told, self.sentence(self.linking("/nowhere/"), user=self.reporter))
        self.assertIn("goes out only", self.sentence(story, user=self.editor))

    def test_a_former_address_is_alive_and_told(self):
        live = make_published()
        former = FormerAddress.objects.create(article=live, published_on=localdate(), slug="once")
        story = self.linking(f"/{localdate():%Y/%m/%d}/{former.slug}/")
        self.assertEqual((self.codes(story), self.hard(story)), (["moved_link"], []))
        self.assertIn(live.get_absolute_url(), self.sentence(story))

    def test_a_former_address_of_what_was_withdrawn_is_dead(self):
        gone = make_withdrawn()
        FormerAddress.objects.create(article=gone, published_on=localdate(), slug="once")
        self.assertEqual(self.hard(self.linking(f"/{localdate():%Y/%m/%d}/once/")), ["dead_link"])

    def test_a_link_to_the_story_itself_is_alive_once_it_is_out(self):
        story = make_withdrawn(section=self.section)
        story.body = link_to(story.get_absolute_url())
        self.assertEqual(self.hard(story), [])

    def test_tags_and_authors_have_a_page_once_they_have_a_story(self):
        tag, author = make_tag(), make_author()
        for address, own in (
            (f"/tag/{tag.slug}/", {"tags": [tag]}),
            (f"/by/{author.slug}/", {"bylines": [author]}),
        ):
            with self.subTest(address):
                self.assertEqual(self.hard(self.linking(address)), ["dead_link"])
                self.assertEqual(self.hard(self.linking(address, **own)), [])
                make_published(**own)
                self.assertEqual(self.hard(self.linking(address)), [])

    def test_each_address_is_told_once(self):
        story = self.ready(body=link_to("/nowhere/") * 3)
        self.assertEqual(self.hard(story), ["dead_link"])


class QueryTests(CheckCase):
    def stored(self, story):
        stories = Article.objects.select_related("lead_photo", "draft_revision")
        return (
            stories.annotate(**answers_awaited()).prefetch_related("bylines__author", "tags").get(pk=story.pk)
        )

    def test_a_story_without_links_within_the_site_asks_nothing(self):
        story = self.stored(self.linking("https://example.org/"))
        with self.assertNumQueries(0):
            examine(story, story.draft_content, live=story)

    def test_all_links_take_one_query_together(self):
        live, gone, tag, author = make_published(), make_withdrawn(), make_tag(), make_author()
        addresses = (
            *(live.get_absolute_url(), gone.get_absolute_url(), f"/tag/{tag.slug}/", f"/by/{author.slug}/"),
            *("/harbour/", "/nowhere/", "/2026/01/02/nothing/"),
        )
        story = self.stored(self.ready(body="".join(map(link_to, addresses))))
        with self.assertNumQueries(1):
            found = stops(story, live=story)
        self.assertEqual(found, [])
        self.assertEqual(len(stops(story)), 5)

    def test_what_others_have_said_takes_one_query_where_it_is_not_annotated(self):
        story = Article.objects.get(pk=self.ready(lead_photo=None).pk)
        content = story.draft_content
        with self.assertNumQueries(1):
            examine(story, content)

    def test_ten_thousand_links_are_not_all_asked_for(self):
        body = "".join(f'<p><a href="/2026/01/02/{number}/">x</a></p>' for number in range(4_000))
        story = self.stored(self.ready(body=body))
        with self.assertNumQueries(1):
            self.assertEqual(len(stops(story)), 1_000)
