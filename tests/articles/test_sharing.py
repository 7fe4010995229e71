"""Preview links: who makes and ends them, what they open, and what those who have one may say."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.core.signing import Signer
from django.test import TestCase
from django.utils.timezone import now

from articles.choices import Verb
from articles.models import PreviewLink
from articles.refusals import WrongState
from articles.sharing import key_of
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
OTHER = "LATERWORD"


def save(story, by, **changes):
    return story.save_draft(story.draft_content | changes, by=by).revision


class SharingTestCase(TestCase):
    def setUp(self):
        self.editor = make_user("Editor", first_name="Ana", last_name="Duarte")
        self.story = make_article(section=make_section(), bylines=[make_author()])
        self.first = save(self.story, self.editor, headline=MARK, body=f"<p>{MARK}</p>")

    def share(self, **options):
        return self.story.share(by=self.editor, **options)

    def open(self, link, **query):
        return self.client.get(link.get_absolute_url(), query)

    def expire(self, link):
        PreviewLink.objects.filter(pk=link.pk).update(expires_at=now() - timedelta(seconds=1))


class MakingTests(SharingTestCase):
    def test_a_link_is_made_with_an_end_and_a_line_in_the_log(self):
        link = self.share(made_for=" Maren\tHolt ", revision=self.first, days=30)
        self.assertEqual(
            (link.made_for, link.made_by_name, link.revision), ("Maren Holt", "Ana Duarte", self.first)
        )
        self.assertAlmostEqual(link.expires_at, now() + timedelta(days=30), delta=timedelta(minutes=1))
        event = self.story.events.first()
        self.assertEqual((event.verb, event.note, event.revision), (Verb.SHARED, "Maren Holt", self.first))

    def test_whoever_may_not_read_the_drafts_makes_and_ends_none(self):
        link = self.share()
        for user in (make_user("Reporter"), make_user("Moderator"), make_user()):
            for verb in (self.story.share, self.story.unshare, link.revoke):
                with self.assertRaises(PermissionDenied):
                    verb(by=user)
        self.assertEqual(self.story.preview_links.count(), 1)
        self.assertTrue(PreviewLink.objects.get().is_working)

    def test_a_reporter_shares_the_own_story(self):
        reporter = make_user("Reporter")
        story = make_article(created_by=reporter)
        self.assertTrue(story.share(by=reporter).is_working)

    def test_a_version_of_another_story_or_one_still_typed_is_refused(self):
        other = save(make_article(), self.editor, headline="Other")
        self.story.keep({"headline": "Typing"}, by=self.editor, tab="one")
        for revision in (other, self.story.revisions.get(autosave_of=self.editor)):
            with self.assertRaises(WrongState):
                self.share(revision=revision)
        with self.assertRaises(ValueError):
            self.share(days=10_000)
        self.assertFalse(PreviewLink.objects.exists())

    def test_revoking_is_told_once(self):
        link = self.share(made_for="Maren")
        self.assertTrue(link.revoke(by=self.editor))
        self.assertFalse(link.revoke(by=self.editor))
        self.assertFalse(link.is_working)
        told = self.story.events.filter(verb=Verb.SHARE_REVOKED)
        self.assertEqual([event.note for event in told], ["Maren"])

    def test_all_links_end_together(self):
        links = [self.share(made_for=name) for name in ("Maren", "Tom")]
        self.assertEqual(self.story.unshare(by=self.editor), 2)
        self.assertEqual(self.story.unshare(by=self.editor), 0)
        for link in links:
            self.assertEqual(self.open(link).status_code, 404)
        self.assertEqual(self.story.events.filter(verb=Verb.SHARE_REVOKED).count(), 1)


class AddressTests(SharingTestCase):
    def test_an_address_that_we_did_not_sign_opens_nothing(self):
        link = self.share()
        address = link.get_absolute_url()
        self.assertIsNone(key_of(str(link.pk)))
        self.assertIsNone(key_of(Signer(sep="~", salt="other").sign(link.pk)))
        for wrong in (address[:-2] + "/", f"/preview/{link.pk}/", "/preview/x/", "/preview/%E2%98%83~x/"):
            self.assertContains(self.client.get(wrong), "This link no longer works", status_code=404)

    def test_every_link_that_does_not_work_looks_the_same(self):
        revoked, expired, deleted = self.share(), self.share(), make_article().share(by=self.editor)
        addresses = [link.get_absolute_url() for link in (revoked, expired, deleted)]
        revoked.revoke(by=self.editor)
        self.expire(expired)
        deleted.article.delete()
        never = self.client.get("/preview/never/")
        for address in addresses:
            response = self.client.get(address)
            self.assertEqual((response.status_code, response.content), (404, never.content))
            self.assertEqual(response.headers["Cache-Control"], "private, no-store")
            self.assertEqual(response.headers["X-Robots-Tag"], "noindex")
            self.assertNotIn(MARK, response.text)

    def test_the_page_is_kept_by_nobody_and_tells_nobody_its_address(self):
        response = self.open(self.share())
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        self.assertEqual(response.headers["X-Robots-Tag"], "noindex")
        self.assertEqual(response.headers["X-Frame-Options"], "DENY")
        self.assertEqual(response.headers["Referrer-Policy"], "same-origin")
        self.assertNotIn("CDN-Cache-Control", response.headers)
        self.assertNotIn("og:", response.text)
        self.assertNotIn("canonical", response.text)
        self.assertContains(self.client.get("/robots.txt"), "Disallow: /preview/\n")

    def test_it_is_asked_for_and_answered_and_nothing_else(self):
        self.assertEqual(self.client.put(self.share().get_absolute_url()).status_code, 405)


class ShowingTests(SharingTestCase):
    def test_a_word_that_is_not_public_is_reached_by_a_link_that_works_and_by_no_other_door(self):
        link = self.share()
        self.assertContains(self.open(link), MARK)
        for address in (
            "/",
            "/latest/",
            "/corrections/",
            self.story.section.get_absolute_url(),
            "/robots.txt",
        ):
            self.assertNotIn(MARK, self.client.get(address).text)
        link.revoke(by=self.editor)
        self.assertNotIn(MARK, self.open(link).text)

    def test_it_shows_one_version_or_always_the_latest(self):
        exact, latest = self.share(revision=self.first), self.share()
        save(self.story, self.editor, headline=OTHER, body=f"<p>{OTHER}</p>")
        shown = self.open(exact)
        self.assertContains(shown, MARK)
        self.assertNotContains(shown, OTHER)
        self.assertContains(self.open(latest), OTHER)

    def test_it_shows_the_newer_draft_of_a_live_story_and_not_its_comments(self):
        story = make_published(
            section=self.story.section, bylines=[make_author()], tags=[make_tag()], lead_photo=make_photo()
        )
        make_published(headline="Neighbour", ago=timedelta(hours=1))
        save(story, self.editor, headline=MARK)
        link = story.share(by=self.editor, made_for="Maren")
        with self.assertNumQueries(8):
            page = self.open(link)
        for part in (MARK, "Preview for", "not public", "version of"):
            self.assertContains(page, part)
        for part in ("Neighbour", "comment-form", "#comments", "/admin/", "Ana Duarte", "/originals/"):
            self.assertNotContains(page, part)
        self.assertNotIn(MARK, self.client.get(story.get_absolute_url()).text)

    def test_it_leads_to_the_public_page_once_readers_see_that_version(self):
        latest, exact = self.share(), self.share(revision=self.first)
        self.story.publish(by=self.editor)
        for link in (latest, exact):
            response = self.open(link)
            self.assertRedirects(response, self.story.get_absolute_url())
            self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        save(self.story, self.editor, headline=OTHER)
        self.story.update_live(by=self.editor, kind="minor")
        self.assertContains(self.open(exact), MARK)

    def test_an_embargo_is_told(self):
        self.story.set_embargo(now() + timedelta(days=2), by=self.editor)
        self.assertContains(self.open(self.share()), "Embargo until")

    def test_a_story_with_next_to_nothing_in_it_is_shown(self):
        story = make_article(headline="", body="")
        self.assertContains(self.open(story.share(by=self.editor)), "<h1>Untitled</h1>")

    def test_opening_is_counted_once_a_minute(self):
        link = self.share()
        self.client.head(link.get_absolute_url())
        for _time in range(3):
            self.open(link)
        link = PreviewLink.objects.get()
        self.assertEqual(link.uses, 1)
        PreviewLink.objects.update(last_used_at=now() - timedelta(minutes=2))
        self.open(link)
        self.assertEqual(PreviewLink.objects.get().uses, 2)
