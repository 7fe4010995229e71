"""The desk's doors to previews: who may look, what is shown, and the page of the links."""

from datetime import timedelta

from django.test import TestCase
from django.urls import reverse
from django.utils.timezone import now

from articles.choices import AnswerKind
from articles.models import Article, PreviewLink, Revision, Tag
from tests.articles.desk_case import DeskTestCase, typed
from tests.factories import (
    make_article,
    make_author,
    make_photo,
    make_published,
    make_section,
    make_tag,
    make_user,
)

MARK = "UNPUBLISHEDWORD"


def door(name, *args):
    return reverse(f"admin:articles_article_{name}", args=args)


def save(story, by, **changes):
    return story.save_draft(story.draft_content | changes, by=by).revision


class LookingTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_published(headline="Live", section=make_section(), bylines=[make_author()])
        self.newer = save(self.story, self.user, headline=MARK, tags=[make_tag(name="Harbour").pk])

    def test_the_newest_draft_is_shown_as_readers_will_see_it(self):
        page = self.client.get(door("preview", self.story.pk))
        self.assertTemplateUsed(page, "articles/article_detail.html")
        for part in (f"<h1>{MARK}</h1>", "press/press.css", "Harbour", "not public", "Ana Duarte"):
            self.assertContains(page, part)
        for part in ("comment-form", "#comments", "rel=prev"):
            self.assertNotContains(page, part)

    def test_readers_never_get_the_line_above_it(self):
        page = self.client.get(self.story.get_absolute_url())
        for part in ("preview-bar", "preview.css", MARK):
            self.assertNotContains(page, part)

    def test_any_version_of_this_story_is_shown_and_none_of_another(self):
        live = self.story.live_revision
        page = self.client.get(door("preview_version", self.story.pk, live.pk))
        self.assertContains(page, "readers see this version")
        self.assertContains(page, "<h1>Live</h1>")
        other = save(make_article(), self.user, headline="Other")
        self.assertEqual(self.client.get(door("preview_version", self.story.pk, other.pk)).status_code, 404)

    def test_nobody_keeps_it_and_only_our_own_pages_frame_it(self):
        for address in (
            door("preview", self.story.pk),
            door("preview_version", self.story.pk, self.newer.pk),
        ):
            headers = self.client.get(address).headers
            self.assertIn("no-store", headers["Cache-Control"])
            self.assertIn("private", headers["Cache-Control"])
            self.assertEqual(headers["X-Robots-Tag"], "noindex")
            self.assertEqual(headers["X-Frame-Options"], "SAMEORIGIN")
            self.assertIn("frame-ancestors 'self'", headers["Content-Security-Policy"])
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
        headers = self.client.get(door("previews", self.story.pk)).headers
        self.assertEqual(headers["X-Frame-Options"], "DENY")
        self.assertIn("frame-ancestors 'none'", headers["Content-Security-Policy"])

    def test_it_costs_few_queries(self):
        story = make_published(lead_photo=make_photo(), bylines=[make_author()], tags=[make_tag()])
        save(story, self.user, headline=MARK)
        with self.assertNumQueries(10):
            self.client.get(door("preview", story.pk))


class TypingTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_published(headline="Live", bylines=[make_author()], section=make_section())
        self.story.save_draft(self.story.draft_content | {"standfirst": "Kept."}, by=self.user)

    def look(self, **fields):
        return self.client.post(door("preview", self.story.pk), typed(self.story, **fields))

    def test_what_was_typed_is_shown_and_nothing_is_stored(self):
        before = Article.objects.values().get(), list(Revision.objects.values()), self.story.events.count()
        author, photo = make_author(name="Tom Okafor"), make_photo()
        page = self.look(
            headline=MARK,
            body="<p>Typed</p><script>alert(1)</script>",
            bylines=[author.pk],
            lead_photo=photo.pk,
            tags_typed="Pier lamps",
        )
        for part in (f"<h1>{MARK}</h1>", "<p>Typed</p>", "as typed, not saved", "Tom Okafor", "Pier lamps"):
            self.assertContains(page, part)
        self.assertContains(page, photo.folder)
        self.assertNotContains(page, "alert(1)")
        after = Article.objects.values().get(), list(Revision.objects.values()), self.story.events.count()
        self.assertEqual(before, after)
        self.assertFalse(Tag.objects.exists())

    def test_what_does_not_fit_is_shown_all_the_same_and_said(self):
        page = self.look(headline="x" * 201, section="", body="")
        self.assertContains(page, f"<h1>{'x' * 201}</h1>")
        self.assertContains(page, "200 characters at most. This has 201.")
        self.assertContains(self.look(bylines_typed="Nobody"), "Nothing here is called “Nobody”")

    def test_a_text_over_the_limits_is_no_fault(self):
        self.assertEqual(self.look(body="<p>" + "x" * 600_000).status_code, 200)

    def test_a_post_that_is_no_form_is_no_fault(self):
        page = self.client.post(
            door("preview", self.story.pk), {"language": "xx", "section": "x", "tags": "x"}
        )
        self.assertContains(page, "Untitled")

    def test_an_empty_form_has_a_preview_too(self):
        page = self.client.post(door("add_preview"), typed(headline=MARK, tags_typed="Pier lamps"))
        self.assertContains(page, f"<h1>{MARK}</h1>")
        self.assertEqual(Article.objects.count(), 1)


class PermissionTests(TestCase):
    def setUp(self):
        self.reporter, self.editor = make_user("Reporter"), make_user("Editor")
        self.live = make_published(headline="Live")
        self.draft = make_article(headline=MARK)
        for story in (self.live, self.draft):
            save(story, self.editor, headline=MARK)
        self.link = self.live.share(by=self.editor)

    def answers(self, user, story):
        """The status of each door to one story: two to look, one that takes what is typed, three of the links."""
        if user:
            self.client.force_login(user)
        link = self.link if story == self.live else story.share(by=self.editor)
        looked = [
            self.client.get(door("preview", story.pk)),
            self.client.get(door("preview_version", story.pk, story.draft_revision.pk)),
            self.client.post(door("preview", story.pk), typed(story)),
            self.client.get(door("previews", story.pk)),
            self.client.post(door("previews", story.pk), {"shows": "latest", "days": "7"}),
            self.client.post(door("preview_revoke", story.pk, link.pk)),
        ]
        for answer in looked:
            if answer.status_code >= 300:
                self.assertNotIn(MARK, answer.text)
        return [answer.status_code for answer in looked]

    def test_whoever_is_not_signed_in_is_sent_to_the_log_in(self):
        self.assertEqual(self.answers(None, self.live), [302] * 6)
        self.assertIn("/login/", self.client.get(door("preview", self.live.pk)).url)

    def test_a_reporter_sees_no_draft_of_others_and_all_of_the_own(self):
        self.assertEqual(self.answers(self.reporter, self.live), [403] * 6)
        self.assertEqual(self.answers(self.reporter, self.draft), [404] * 6)
        own = make_article(created_by=self.reporter)
        save(own, self.reporter, headline="Mine")
        self.assertEqual(self.answers(self.reporter, own), [200, 200, 200, 200, 302, 302])

    def test_a_moderator_sees_none(self):
        self.assertEqual(set(self.answers(make_user("Moderator"), self.live)) - {403, 404}, set())
        self.assertEqual(self.client.post(door("add_preview"), typed()).status_code, 403)

    def test_editors_and_the_chief_see_and_share_all(self):
        for user in (self.editor, make_user("Chief")):
            for story in (self.live, self.draft):
                self.assertEqual(self.answers(user, story), [200, 200, 200, 200, 302, 302])

    def test_a_link_of_another_story_is_not_revoked_by_this_door(self):
        self.client.force_login(self.editor)
        self.assertEqual(
            self.client.post(door("preview_revoke", self.draft.pk, self.link.pk)).status_code, 404
        )
        self.assertTrue(PreviewLink.objects.get(pk=self.link.pk).is_working)

    def test_nothing_is_changed_by_a_get(self):
        self.client.force_login(self.editor)
        self.assertEqual(self.client.get(door("preview_revoke", self.live.pk, self.link.pk)).status_code, 405)
        self.assertEqual(self.client.get(door("add_preview")).status_code, 405)


class LinksTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.story = make_article(section=make_section())
        self.first = save(self.story, self.user, headline="First")
        self.page = door("previews", self.story.pk)

    def make(self, **fields):
        return self.client.post(self.page, {"made_for": "Maren", "shows": "latest", "days": "7"} | fields)

    def test_a_link_is_made_for_the_latest_version_or_for_this_one(self):
        self.assertRedirects(self.make(), f"{self.page}#links", fetch_redirect_response=False)
        second = save(self.story, self.user, headline="Second")
        self.assertContains(self.client.get(self.page), f'value="{second.pk}"')
        self.make(shows="exact", revision=self.first.pk, days="1")
        exact, latest = self.story.preview_links.all()
        self.assertEqual((exact.revision, latest.revision), (self.first, None))
        self.assertLess(exact.expires_at, latest.expires_at)

    def test_the_page_can_be_opened_for_an_older_version(self):
        save(self.story, self.user, headline="Second")
        page = self.client.get(f"{self.page}?revision={self.first.pk}")
        self.assertContains(page, f'name="revision" value="{self.first.pk}"')
        other = save(make_article(), self.user, headline="Other")
        self.assertEqual(self.client.get(f"{self.page}?revision={other.pk}").status_code, 404)
        self.assertEqual(self.make(shows="exact", revision=other.pk).status_code, 404)

    def test_what_does_not_fit_comes_back(self):
        for wrong in ({"made_for": "x" * 121}, {"days": "9999"}, {"shows": "all"}):
            response = self.make(**wrong)
            self.assertContains(response, 'role="alert"', status_code=422)
        self.assertFalse(PreviewLink.objects.exists())

    def test_the_list_says_how_each_link_stands(self):
        works, ended, revoked = (
            self.story.share(by=self.user, made_for=name) for name in ("Ida", "Tom", "Bo")
        )
        PreviewLink.objects.filter(pk=ended.pk).update(expires_at=now() - timedelta(minutes=5))
        revoked.revoke(by=self.user)
        works.note_use()
        page = self.client.get(self.page)
        for part in ("Works until", "Expired", "Revoked", "opened once", "not opened yet", "made"):
            self.assertContains(page, part)
        self.assertContains(page, works.get_absolute_url())
        self.assertNotContains(page, ended.get_absolute_url())
        self.assertNotContains(page, revoked.get_absolute_url())

    def test_an_approval_is_stale_once_versions_came_since(self):
        link = self.story.share(by=self.user)
        link.answer(AnswerKind.APPROVAL, name="Maren Holt", revision=self.first)
        self.assertNotContains(self.client.get(self.page), "came since")
        for headline in ("Second", "Third"):
            save(self.story, self.user, headline=headline)
        self.story.keep({"headline": "Typing"}, by=self.user, tab="one")
        page = self.client.get(self.page)
        for part in ("Maren Holt", "approved the version of", "2 versions came since"):
            self.assertContains(page, part)

    def test_an_answer_is_text_and_never_markup(self):
        link = self.story.share(by=self.user)
        link.answer(AnswerKind.NOTE, name="<b>Maren", text="<img src=x>", revision=self.first)
        page = self.client.get(self.page)
        self.assertContains(page, "&lt;b&gt;Maren")
        self.assertContains(page, "&lt;img src=x&gt;")

    def test_a_link_is_revoked_by_a_press(self):
        link = self.story.share(by=self.user)
        response = self.client.post(door("preview_revoke", self.story.pk, link.pk))
        self.assertIn("Revoked", self.told(response))
        self.assertIn("before", self.told(self.client.post(door("preview_revoke", self.story.pk, link.pk))))

    def test_an_embargo_is_told(self):
        self.story.set_embargo(now() + timedelta(days=2), by=self.user)
        self.assertContains(self.client.get(self.page), "Embargo until")

    def test_the_number_of_links_and_answers_costs_no_query(self):
        for number in range(4):
            link = self.story.share(by=self.user, revision=self.first if number % 2 else None)
            link.answer(AnswerKind.APPROVAL, name="Maren", revision=self.first)
        with self.assertNumQueries(7):
            self.client.get(self.page)
