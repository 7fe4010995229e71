from datetime import UTC, datetime, timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from articles.choices import ChangeKind
from articles.views import CORRECTIONS_PER_PAGE
from tests.factories import (
    listening,
    make_approved,
    make_author,
    make_correction,
    make_photo,
    make_published,
    make_scheduled,
    make_section,
    make_tag,
    make_user,
    make_withdrawn,
)

AT = datetime(2026, 3, 4, 23, 30, tzinfo=UTC)


class AtTheStoryTests(TestCase):
    def page(self, story):
        return self.client.get(story.get_absolute_url()).content.decode()

    def test_they_stand_under_the_text_newest_first(self):
        story = make_published(body="<p>THE TEXT</p>")
        older = make_correction(story, note="The older one", at=now() - timedelta(hours=3))
        newer = make_correction(story, note="The newer one", kind=ChangeKind.CLARIFICATION)
        page = self.page(story)
        places = [page.index(f'id="correction-{row.pk}"') for row in (newer, older)]
        self.assertEqual(sorted(places), places)
        self.assertLess(page.index("THE TEXT"), places[0])
        self.assertIn("Clarification", page)
        self.assertRegex(
            page[places[0] :], r'^[^>]*>\s*<p[^>]*><b>Clarification</b> <bdi><time datetime="[^"]+">'
        )

    def test_what_is_wrong_is_never_markup(self):
        story = make_published()
        make_correction(story, note="It was <b>1984</b>.\n\nNot 1948.")
        page = self.page(story)
        self.assertIn("<p>It was &lt;b&gt;1984&lt;/b&gt;.</p>", page)
        self.assertIn("<p>Not 1948.</p>", page)

    def test_a_line_above_the_text_points_to_the_newest_correction(self):
        story = make_published(body="<p>THE TEXT</p>")
        make_correction(story, note="Older", at=AT)
        newest = make_correction(story, note="W" * 400, at=AT + timedelta(days=1))
        make_correction(story, kind=ChangeKind.CLARIFICATION, note="Only clearer", at=AT + timedelta(days=2))
        head = self.page(story).partition("THE TEXT")[0]
        self.assertIn(f'<a href="#correction-{newest.pk}">Corrected <time', head)
        self.assertIn(">5 March 2026</time>", head)
        self.assertNotIn("W" * 200, head)
        self.assertNotIn("Only clearer", head)

    def test_a_retraction_stands_whole_above_the_text_and_in_the_title(self):
        story = make_published(headline="The find", body="<p>THE TEXT</p>")
        make_correction(story, note="A correction")
        retraction = make_correction(
            story, kind=ChangeKind.RETRACTION, note="W" * 400, at=now() - timedelta(days=1)
        )
        page = self.page(story)
        head = page.partition("THE TEXT")[0]
        self.assertIn("This story is retracted", head)
        self.assertIn("W" * 400, head)
        self.assertNotIn("A correction", head)
        self.assertIn(f'id="correction-{retraction.pk}"', page)
        self.assertIn("<title>Retracted: The find", page)

    def test_a_story_without_any_says_nothing_of_them(self):
        page = self.page(make_published()).partition('<footer class="foot"')[0]
        self.assertNotIn("orrect", page)
        self.assertNotIn("etract", page)

    def test_the_note_is_in_the_language_of_the_story_and_the_words_around_it_in_ours(self):
        story = make_published(language="ar")
        make_correction(story, note="خطأ")
        page = self.page(story)
        self.assertRegex(page, r'<bdi lang="ar">خطأ</bdi>')
        self.assertIn('<section class="corrections" lang="en-gb"', page)

    def test_the_byline_says_when_it_was_updated(self):
        story = make_published(updated_at=AT)
        self.assertRegex(self.page(story), r"Updated <time [^>]*>4 March 2026, 23:30</time>")
        self.assertNotIn("Updated", self.page(make_published()))

    def test_each_row_stands_once_however_many_tags_and_authors_there_are(self):
        story = make_published(tags=[make_tag(), make_tag()], bylines=[make_author(), make_author()])
        rows = [make_correction(story) for _n in range(3)]
        page = self.page(story)
        for row in rows:
            self.assertEqual(page.count(f'id="correction-{row.pk}"'), 1)
        self.assertEqual(page.count('rel="tag"'), 2)

    def test_they_cost_the_page_no_question(self):
        story = make_published(tags=[make_tag()], bylines=[make_author()], lead_photo=make_photo())
        make_approved(story, parent=make_approved(story))
        counts = []
        for _n in range(3):
            with CaptureQueriesContext(connection) as captured:
                self.client.get(story.get_absolute_url())
            counts.append(len(captured))
            make_correction(story)
        self.assertEqual(counts, [6, 6, 6])


class PageOfAllTests(TestCase):
    address = "/corrections/"

    def test_it_lists_them_by_day_newest_first_with_their_stories(self):
        story = make_published(headline="The bridge <opens>")
        first = make_correction(story, note="First note", at=AT)
        make_correction(story, note="Second note", kind=ChangeKind.RETRACTION, at=AT + timedelta(hours=1))
        page = self.client.get(self.address).content.decode()
        self.assertLess(page.index("Second note"), page.index("First note"))
        self.assertEqual(page.count('<section class="day"'), 2)
        self.assertIn('<h2 id="day-2026-03-05">5 March 2026</h2>', page)
        self.assertIn(
            f'href="{story.get_absolute_url()}#correction-{first.pk}">The bridge &lt;opens&gt;</a>', page
        )
        self.assertIn("Retraction", page)
        self.assertIn('<link rel="canonical"', page)

    def test_only_of_stories_the_public_may_see(self):
        for make in (make_scheduled, make_withdrawn):
            make_correction(make(headline="SECRETMARK"), note="SECRETMARK")
        response = self.client.get(self.address)
        self.assertNotContains(response, "SECRETMARK")
        self.assertContains(response, "Nothing had to be corrected")

    def test_a_story_that_is_withdrawn_takes_its_corrections_along(self):
        story = make_published()
        make_correction(story, note="A note")
        self.assertContains(self.client.get(self.address), "A note")
        with listening(self) as heard:
            story.withdraw("A reason", by=make_user("Editor"))
        response = self.client.get(self.address)
        self.assertNotContains(response, "A note")
        self.assertTrue(heard & set(response.headers["Surrogate-Key"].split()))
        self.assertNotContains(self.client.get(story.get_absolute_url()), "A note", status_code=410)

    def test_pages_follow_each_other_and_end(self):
        story = make_published()
        for n in range(CORRECTIONS_PER_PAGE + 1):
            make_correction(story, note=f"Note {n}.", at=AT + timedelta(days=n))
        first, second = self.client.get(self.address), self.client.get(f"{self.address}?page=2")
        self.assertContains(first, 'rel="next" href="?page=2"')
        self.assertContains(first, "Older corrections")
        self.assertContains(second, "Note 0.")
        self.assertContains(second, 'rel="prev" href="."')
        for wrong in ("?page=3", "?page=x", "?page=0"):
            self.assertEqual(self.client.get(self.address + wrong).status_code, 404)
        self.assertRedirects(self.client.get(f"{self.address}?page=1"), self.address, status_code=301)

    def test_caches_may_keep_it_until_there_is_another(self):
        response = self.client.get(self.address)
        self.assertEqual(response.headers["Cache-Control"], "public, max-age=0")
        self.assertEqual(response.headers["Surrogate-Key"], "corrections latest site")

    def test_every_page_links_to_it(self):
        make_published()
        self.assertContains(self.client.get("/"), f'<a href="{self.address}">Corrections</a>', html=True)

    def test_no_section_can_stand_there(self):
        make_section(slug="corrections")
        self.assertContains(self.client.get(self.address), "What we got wrong")

    def test_the_number_of_questions_does_not_grow(self):
        for n in (1, 15):
            for _each in range(n):
                make_correction(make_published())
            with self.assertNumQueries(5):
                self.client.get(self.address)
