from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.forms import modelform_factory
from django.test import TestCase
from django.urls import reverse
from django.utils.timezone import localdate, now

from articles.choices import CommentMode, Status, story_languages
from articles.models import Article, ArticleEvent, Author, Byline, Section, Tag
from tests.factories import (
    listening,
    make_article,
    make_author,
    make_comment,
    make_published,
    make_section,
    make_tag,
    make_user,
)


class ArticleConstraintTests(TestCase):
    """What the database itself refuses, whoever writes."""

    @classmethod
    def setUpTestData(cls):
        cls.live = make_published()
        cls.draft = make_article()

    def refuses(self, constraint, article, **fields):
        with (
            self.subTest(constraint, **fields),
            self.assertRaisesMessage(IntegrityError, constraint),
            transaction.atomic(),
        ):
            Article.objects.filter(pk=article.pk).update(**fields)

    def test_an_unknown_status_or_comment_mode_is_refused(self):
        self.refuses("article_status_known", self.draft, status="printed")
        self.refuses("article_comment_mode_known", self.draft, comment_mode="shouting")

    def test_a_published_story_lacks_nothing_that_its_page_needs(self):
        for fields in (
            {"publish_at": None},
            {"first_published_at": None},
            {"published_on": None},
            {"section": None},
            {"slug": ""},
            {"headline": ""},
        ):
            self.refuses("article_published_is_complete", self.live, **fields)

    def test_a_draft_may_lack_everything(self):
        article = Article.objects.create()
        self.assertEqual((article.headline, article.section, article.slug), ("", None, ""))

    def test_a_withdrawn_story_keeps_its_address(self):
        self.refuses("article_withdrawn_had_address", self.live, status=Status.WITHDRAWN, published_on=None)

    def test_two_stories_of_one_day_never_share_an_address(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            make_published(slug=self.live.slug, published_on=self.live.published_on)
        make_published(slug=self.live.slug, ago=timedelta(days=9))

    def test_drafts_may_share_an_address(self):
        make_article(slug="same")
        make_article(slug="same")

    def test_an_author_stands_over_a_story_once(self):
        author = make_author()
        Byline.objects.create(article=self.draft, author=author)
        with self.assertRaises(IntegrityError), transaction.atomic():
            Byline.objects.create(article=self.draft, author=author)

    def test_a_story_with_words_of_readers_under_it_is_not_deleted(self):
        make_comment(self.live)
        with self.assertRaises(ProtectedError):
            self.live.delete()

    def test_names_may_not_be_empty(self):
        with self.assertRaisesMessage(IntegrityError, "author_has_name"), transaction.atomic():
            Author.objects.create(name="", slug="x")
        with self.assertRaisesMessage(IntegrityError, "tag_has_name"), transaction.atomic():
            Tag.objects.create(name="\u200b", slug="x")


class StoredTextTests(TestCase):
    """One sanitiser on every door, and no control character in a line."""

    DIRTY = '<p onclick="x()">Words<script>alert(1)</script></p>'

    def assert_clean(self, article):
        article.refresh_from_db()
        self.assertEqual(article.body, "<p>Words</p>")

    def test_save_sanitises_the_body(self):
        article = Article.objects.create(body=self.DIRTY)
        self.assertNotIn("script", article.body, "the instance in hand holds what was stored")
        self.assert_clean(article)

    def test_bulk_create_sanitises_the_body(self):
        Article.objects.bulk_create([Article(body=self.DIRTY)])
        self.assert_clean(Article.objects.get())

    def test_update_sanitises_the_body(self):
        article = make_article()
        Article.objects.filter(pk=article.pk).update(body=self.DIRTY)
        self.assert_clean(article)

    def test_bulk_update_sanitises_the_body(self):
        article = make_article()
        article.body = self.DIRTY
        Article.objects.bulk_update([article], ["body"])
        self.assert_clean(article)

    def test_the_reading_time_follows_the_text(self):
        article = make_article(body=f"<p>{'word ' * 1000}</p>")
        self.assertGreater(article.reading_minutes, 3)
        article.body = "<p>Word.</p>"
        article.save(update_fields=["body"])
        article.refresh_from_db()
        self.assertEqual(article.reading_minutes, 1)

    def test_control_and_invisible_characters_leave_every_line(self):
        article = make_article(
            headline="A\x00 \x07he\u202ead\u200bline\r\n", kicker="\x1f", standfirst="a\x0bb"
        )
        article.refresh_from_db()
        self.assertEqual((article.headline, article.kicker, article.standfirst), ("A headline", "", "a b"))

    def test_they_leave_a_line_on_update_too(self):
        article = make_article()
        Article.objects.filter(pk=article.pk).update(headline="he\x07ad")
        article.refresh_from_db()
        self.assertEqual(article.headline, "head")


class ArticleTests(TestCase):
    def test_a_draft_has_no_address(self):
        self.assertEqual(make_article(slug="taken-early").get_absolute_url(), "")

    def test_the_address_is_the_day_it_first_came_out_and_the_slug(self):
        article = make_published(slug="北京")
        day = localdate(article.first_published_at)
        self.assertURLEqual(article.get_absolute_url(), f"/{day:%Y/%m/%d}/%E5%8C%97%E4%BA%AC/")

    def test_authors_stand_in_the_order_they_were_given_and_once(self):
        second, first = make_author(name="A"), make_author(name="B")
        article = make_article(bylines=[first, second, first])
        self.assertEqual(article.authors, [first, second])
        article.set_bylines([second])
        self.assertEqual(article.authors, [second])
        self.assertEqual(Article.objects.get(pk=article.pk).authors, [second])

    def test_every_language_has_a_tag_and_a_direction(self):
        for code, _name in story_languages():
            with self.subTest(code):
                article = Article(language=code)
                self.assertRegex(article.language_tag, r"^[a-z]{2,3}(-[A-Z][a-z]{3}|-[A-Z]{2}|-[a-z]{5,8})?$")
                self.assertIn(article.text_direction, ("ltr", "rtl"))
        self.assertEqual(Article(language="zh-hans").language_tag, "zh-Hans")
        self.assertEqual(Article(language="ar").text_direction, "rtl")

    def test_an_untitled_story_still_has_a_name_in_lists(self):
        self.assertEqual(str(Article()), "Untitled")

    def test_a_new_story_is_read_first_by_a_moderator(self):
        self.assertEqual(make_article().comment_mode, CommentMode.PRE)

    def test_the_log_names_whoever_did_it_even_with_a_very_long_name(self):
        user = make_user(first_name="A" * 150, last_name="B" * 150)
        article = make_article()
        article.log("revised", user, Status.DRAFT, "n" * 900)
        line = article.events.get()
        limit = ArticleEvent._meta.get_field("actor_name").max_length
        self.assertLessEqual(len(line.actor_name), limit)
        self.assertEqual(len(line.note), ArticleEvent.NOTE_LENGTH)

    def test_the_log_outlives_the_login(self):
        user = make_user(username="maren")
        article = make_article()
        article.log("revised", user, Status.DRAFT)
        user.delete()
        line = article.events.get()
        self.assertEqual((line.actor, line.actor_name), (None, "maren"))
        self.assertEqual(str(line), "Saved: maren")


class SectionTagAuthorTests(TestCase):
    def test_a_section_may_not_take_an_address_of_the_site(self):
        form = modelform_factory(Section, fields=["name", "slug", "hue", "position"])
        for slug in ("admin", "latest", "comments", "2026", "static", "media", "tag", "by"):
            with self.subTest(slug):
                sent = form({"name": "N", "slug": slug, "hue": 25, "position": 0})
                self.assertIn("slug", sent.errors)
        self.assertTrue(form({"name": "N", "slug": "harbour", "hue": 25, "position": 0}).is_valid())

    def test_changing_a_section_changes_every_page(self):
        with listening(self) as heard:
            make_section()
        self.assertIn("site", heard)

    def test_deleting_a_section_changes_every_page(self):
        section = make_section()
        with listening(self) as heard:
            section.delete()
        self.assertIn("site", heard)

    def test_two_spellings_are_one_tag(self):
        make_tag(name="Café Society")
        with self.assertRaises(IntegrityError), transaction.atomic():
            make_tag(name="  CAFÉ   society ")

    def test_a_form_says_that_a_tag_is_taken(self):
        make_tag(name="Harbour")
        form = modelform_factory(Tag, fields=["name"])({"name": "HARBOUR"})
        self.assertFalse(form.is_valid())

    def test_a_tag_of_signs_alone_has_an_address_that_works(self):
        for name in ("!!!", "🐟", "C++", "C", "#1", "C#", "ﷺ" * 60):
            with self.subTest(name[:4]), transaction.atomic():
                tag = make_tag(name=name)
                make_published(tags=[tag])
                self.assertEqual(self.client.get(tag.get_absolute_url()).status_code, 200)

    def test_an_author_gets_a_free_address(self):
        first, second = make_author(name="Ana Lu"), make_author(name="Ana Lu")
        self.assertEqual((first.slug, second.slug), ("ana-lu", "ana-lu-2"))
        self.assertEqual(reverse("articles:author", args=[make_author(name="鲁宏祥").slug])[:4], "/by/")
        self.assertEqual(make_author(name="!!!").slug, "author")

    def test_an_author_or_tag_that_changes_says_so(self):
        author, tag = make_author(), make_tag()
        with listening(self) as heard:
            author.save()
            tag.save()
        self.assertLessEqual({f"author-{author.pk}", f"tag-{tag.pk}"}, heard)

    def test_an_author_in_use_is_not_deleted(self):
        author = make_author()
        make_article(bylines=[author])
        with self.assertRaises(ProtectedError):
            author.delete()

    def test_names_are_shown_as_they_are(self):
        self.assertEqual(str(make_author(name="Ana")), "Ana")
        self.assertEqual(str(make_tag(name="Fish")), "Fish")
        self.assertEqual(str(make_section(name="Harbour")), "Harbour")
        byline = Byline(author=make_author(name="Bo"), position=1)
        self.assertEqual(str(byline), "Bo (2)")


class MomentTests(TestCase):
    def test_a_story_is_public_scheduled_or_was_public_by_its_times(self):
        ahead, past = now() + timedelta(minutes=1), now() - timedelta(minutes=1)
        self.assertTrue(Article(status=Status.PUBLISHED, publish_at=past).is_public)
        self.assertFalse(Article(status=Status.PUBLISHED, publish_at=ahead).is_public)
        self.assertTrue(Article(status=Status.PUBLISHED, publish_at=ahead).is_scheduled)
        self.assertFalse(Article(status=Status.WITHDRAWN, publish_at=past).is_public)
        self.assertTrue(Article(first_published_at=past).was_public)
        self.assertFalse(Article(first_published_at=ahead).was_public)
        self.assertFalse(Article().was_public)
