"""Two versions of a story beside each other at the desk."""

import re
import time
from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import now

from articles.choices import ChangeKind, RevisionKind, Status
from articles.models import Article, Revision
from tests.articles.desk_case import DeskTestCase
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_published,
    make_section,
    make_tag,
    make_user,
)


def compare(story, query=""):
    return reverse("admin:articles_article_compare", args=[story.pk]) + query


class CompareCase(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_published(
            created_by=self.user, headline="Lamps on the pier", body="<p>Nine lamps.</p>"
        )

    def save(self, story=None, **content):
        story = story or self.story
        return story.save_draft(story.draft_content | content, by=self.user).revision

    def read(self, query="", story=None):
        return self.client.get(compare(story or self.story, query))

    def between(self, old, new):
        return self.read(f"?old={old.pk}&new={new.pk}")

    def first(self):
        return self.story.revisions.order_by("pk").first()


class DoorTests(CompareCase):
    def codes(self, user, *stories):
        self.client.force_login(user)
        return [self.client.get(compare(story)).status_code for story in stories]

    def test_who_compares(self):
        ben = make_user("Reporter")
        own, waiting = (make_article(created_by=ben, status=to) for to in (Status.DRAFT, Status.IN_REVIEW))
        byline = make_published(bylines=[make_author(user=ben)])
        draft, live = make_article(), self.story
        self.assertEqual(self.codes(ben, own, waiting, byline, draft, live), [200, 200, 200, 404, 403])
        for group in ("Editor", "Chief"):
            self.assertEqual(self.codes(make_user(group), own, draft, live), [200] * 3)
        self.assertEqual(self.codes(make_user("Moderator"), own, live), [403] * 2)
        self.client.logout()
        page = compare(live)
        self.assertRedirects(
            self.client.get(page), f"{reverse('admin:login')}?next={page}", fetch_redirect_response=False
        )

    def test_the_words_of_a_draft_reach_nobody_else(self):
        self.save(headline="Marker of a draft")
        for user in (make_user("Reporter"), make_user("Moderator")):
            self.client.force_login(user)
            self.assertNotIn("Marker", self.read().content.decode())

    def test_both_are_versions_of_this_story(self):
        mine = self.save(headline="Two")
        other = make_article(created_by=self.user)
        foreign = self.save(other, headline="Marker of another")
        for query in (
            f"?old={foreign.pk}&new={mine.pk}",
            f"?old={mine.pk}&new={foreign.pk}",
            f"?new={foreign.pk}",
            f"?old={foreign.pk}",
        ):
            response = self.read(query)
            self.assertEqual(response.status_code, 404, query)
            self.assertNotIn("Marker", response.content.decode())

    def test_what_is_no_version_is_not_there(self):
        self.save(headline="Two")
        for hostile in ("x", "-1", "0", "9" * 30, "١", "1 ", "Live", "%00"):
            for name in ("old", "new"):
                self.assertIn(self.read(f"?{name}={hostile}").status_code, (400, 404), hostile)

    def test_it_is_read_and_not_pressed(self):
        self.assertEqual(self.client.post(compare(self.story)).status_code, 405)


class PageTests(CompareCase):
    def test_words_are_told_apart(self):
        new = self.save(headline="Lamps on the jetty", body="<p>Ten lamps.</p>")
        response = self.between(self.first(), new)
        self.assertContains(response, "Lamps on the <del>pier</del><ins>jetty</ins>")
        self.assertContains(response, "<del>Nine</del>")
        self.assertContains(response, "2 fields")

    def test_a_version_is_told_apart_from_what_its_author_saw(self):
        first, second = self.save(headline="Two"), self.save(headline="Three")
        response = self.read(f"?new={second.pk}")
        self.assertEqual(response.context["old"].revision, first)

    def test_the_first_version_is_told_apart_from_nothing(self):
        self.save(headline="Two")
        response = self.read(f"?new={self.first().pk}")
        self.assertContains(response, "From an empty page")
        self.assertContains(response, "<ins>Lamps on the pier</ins>")

    def test_a_version_whose_base_is_gone_is_told_apart_from_the_one_before(self):
        first, second = self.save(headline="Two"), self.save(headline="Three")
        Revision.objects.filter(pk=second.pk).update(base=None)
        self.story.keep({"headline": "Half"}, by=self.user, tab="tab")
        self.assertEqual(self.read(f"?new={second.pk}").context["old"].revision, first)

    def test_without_a_choice_the_newer_draft_is_told_apart_from_the_live_text(self):
        self.save(headline="Two")
        new = self.save(headline="Three")
        response = self.read()
        self.assertEqual(
            (response.context["old"].revision, response.context["new"].revision), (self.first(), new)
        )
        self.assertContains(response, "Live text")
        self.assertContains(response, "Newer draft")
        self.assertContains(response, "Nothing yet. When the live story is updated")

    def test_the_live_text_may_be_named(self):
        self.save(headline="Two")
        new = self.save(headline="Three")
        self.assertEqual(self.read(f"?old=live&new={new.pk}").context["old"].revision, self.first())

    def test_a_story_that_has_no_version_yet_differs_from_nothing(self):
        response = self.read("?old=live&new=live")
        self.assertContains(response, "Nothing differs")
        self.assertEqual(self.read().status_code, 200)

    def test_nothing_differs_is_said(self):
        new = self.save(headline="Two")
        self.assertContains(self.between(new, new), "Nothing differs between the two.")

    def test_paragraphs_that_stayed_are_folded(self):
        body = "".join(f"<p>Paragraph {number}.</p>" for number in range(9))
        old = self.save(body=body)
        new = self.save(body=body.replace("Paragraph 0", "Beginning"))
        response = self.between(old, new)
        self.assertContains(response, "<summary>7 paragraphs unchanged</summary>")
        self.assertContains(response, "Paragraph 8.")

    def test_rows_and_pictures_are_told_by_what_they_are_called(self):
        trade, photo = make_section(name="Trade"), make_photo(caption="The lamp")
        author, tag = make_author(name="Ana Duarte"), make_tag(name="Pier")
        new = self.save(section=trade.pk, lead_photo=photo.pk, bylines=[author.pk], tags=[tag.pk])
        response = self.between(self.first(), new)
        for words in ("<ins>Trade</ins>", "<ins>Ana Duarte</ins>", "<ins>Pier</ins>", "<ins>The lamp</ins>"):
            self.assertContains(response, words)
        self.assertContains(response, "<del>No picture</del>")
        self.assertContains(response, photo.rendition_url(320, "webp"))

    def test_a_text_kept_by_itself_has_what_was_in_its_form(self):
        saved = self.save(headline="Two")
        self.story.keep({"headline": "Half"}, by=self.user, tab="tab", base=saved.pk)
        kept = self.story.revisions.get(kind=RevisionKind.AUTOSAVE)
        for old, new in ((saved, kept), (kept, saved)):
            sections = self.between(old, new).context["sections"]
            self.assertEqual([section["name"] for section in sections], ["headline"])

    def test_what_readers_will_be_told(self):
        new = self.save(headline="Two")
        self.story.schedule_update(
            now() + timedelta(days=2), by=self.user, kind=ChangeKind.CORRECTION, note="There are ten."
        )
        response = self.read(f"?new={new.pk}")
        self.assertContains(response, "Readers will be told")
        self.assertContains(response, "There are ten.")

    def test_what_readers_were_told(self):
        new = self.save(headline="Two")
        self.story.update_live(by=self.user, kind=ChangeKind.CORRECTION, note="There are ten.")
        response = self.read(f"?new={new.pk}")
        self.assertContains(response, "Readers were told")
        self.assertContains(response, "There are ten.")

    def test_hostile_words_are_words(self):
        hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"
        old = self.save(headline=hostile, kicker="<b>", slug="x")
        new = self.save(headline=f"More {hostile}", kicker="", bylines=[make_author(name=hostile).pk])
        # As if something had been stored past the sanitiser.
        Revision.objects.filter(pk=new.pk).update(content=new.content | {"body": f"<p>{hostile}</p>"})
        page = self.between(old, new).content.decode()
        main = page.partition('id="content-main"')[2]
        self.assertNotIn("<script>alert", page)
        self.assertNotIn("<img", main)
        self.assertIn("&lt;script&gt;", main)
        self.assertEqual(re.findall(r"<(?:ins|del|b|i)\s", main), [])

    def test_it_needs_no_style_or_script_in_the_page(self):
        self.save(headline="Two")
        page = self.read().content.decode()
        self.assertNotIn(" style=", page)
        self.assertNotRegex(page, r"<script(?![^>]* src=)")
        self.assertNotRegex(page, r" on[a-z]+=")

    def test_the_ways_back_are_for_those_who_write(self):
        self.save(headline="Two")
        self.assertContains(self.read(), "restore-form")
        ben = make_user("Reporter")
        Article.objects.filter(pk=self.story.pk).update(created_by=ben)
        self.client.force_login(ben)
        response = self.read()
        self.assertEqual(response.status_code, 200)
        self.assertNotContains(response, "restore-form")

    def test_it_takes_no_more_queries_than_a_page_of_the_desk_may(self):
        new = self.save(
            section=make_section().pk,
            lead_photo=make_photo().pk,
            bylines=[make_author().pk for _n in range(5)],
            tags=[make_tag().pk for _n in range(5)],
        )
        # session, user, permissions, the story, its versions, names, pictures, what readers were told
        with self.assertNumQueries(8):
            self.read(f"?new={new.pk}")

    def test_a_long_story_is_told_apart_in_a_moment(self):
        words = [f"word{number % 700}" for number in range(5_000)]
        paragraphs = [" ".join(words[start : start + 50]) for start in range(0, 5_000, 50)]
        old = self.save(body="".join(f"<p>{text}</p>" for text in paragraphs))
        changed = [text.replace("word3", "other3") for text in paragraphs[::-1]]
        new = self.save(body="".join(f"<p>{text}</p>" for text in changed))
        started = time.process_time()
        self.assertEqual(self.between(old, new).status_code, 200)
        self.assertLess(time.process_time() - started, 1)
