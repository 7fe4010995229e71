import re

from django.test import Client, TestCase, override_settings

from comments.models import Comment
from tests.factories import make_published

WORDS = {"name": "Anna Berg", "text": "Words that took an hour"}


class OriginTests(TestCase):
    """Each kind of evidence a browser may send with the form, against a client that enforces Django's own check."""

    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()
        cls.address = f"{cls.story.get_absolute_url()}comments/"

    def setUp(self):
        self.client = Client(enforce_csrf_checks=True)

    def send(self, data=WORDS, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(self.address, data, headers=headers)

    def assert_stored(self, number):
        self.assertEqual(Comment.objects.count(), number)

    def assert_kept(self, response, status):
        self.assertContains(response, WORDS["text"], status_code=status)
        self.assertContains(response, WORDS["name"], status_code=status)
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        self.assert_stored(0)

    def token(self, response):
        return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', response.content.decode())[1]

    def test_evidence_that_it_is_ours_is_enough(self):
        table = [
            {"sec_fetch_site": "same-origin"},
            {"sec_fetch_site": "same-origin", "origin": "null"},
            {"origin": "http://testserver"},
            {"sec_fetch_site": "same-site", "origin": "http://testserver"},
            {"sec_fetch_site": "none", "origin": "http://testserver"},
        ]
        for number, headers in enumerate(table, 1):
            with self.subTest(headers):
                response = self.send({**WORDS, "text": f"Words {number}"}, **headers)
                self.assertEqual(response.status_code, 303)
                self.assertFalse(response.cookies)
                self.assert_stored(number)

    def test_evidence_that_it_is_foreign_is_refused_with_the_words_kept(self):
        table = [
            {"sec_fetch_site": "cross-site"},
            {"sec_fetch_site": "cross-site", "origin": "http://testserver"},
            {"origin": "https://evil.example"},
            {"origin": "null"},
            {"origin": "https://testserver"},
            {"origin": "http://testserver.evil.example"},
            {"origin": "http://testserver:8080"},
            {"origin": "http://testserver/"},
            {"origin": ""},
            {"sec_fetch_site": "same-site", "origin": "http://sub.testserver"},
            {"sec_fetch_site": "none", "origin": "https://evil.example"},
        ]
        for headers in table:
            with self.subTest(headers):
                self.assert_kept(self.send(**headers), 403)

    def test_an_origin_that_cannot_be_read_is_foreign(self):
        for origin in (
            "http://[",
            "http://[::1",
            "//",
            "http://\u2100.example",
            "javascript:alert(1)",
            "a" * 9000,
        ):
            with self.subTest(origin[:30]):
                self.assert_kept(self.send(origin=origin), 403)

    def test_without_evidence_the_reader_is_asked_to_press_once_more(self):
        for headers in (
            {},
            {"sec_fetch_site": "none"},
            {"sec_fetch_site": "same-site"},
            {"sec_fetch_site": "?"},
        ):
            with self.subTest(headers):
                response = self.send(**headers)
                self.assert_kept(response, 200)
                self.assertContains(response, "press once more")
                self.assertTrue(self.token(response))

    def test_the_token_of_that_page_is_enough(self):
        for headers, status in (
            ({}, 200),
            ({"origin": "null"}, 403),
            ({"sec_fetch_site": "cross-site"}, 403),
        ):
            with self.subTest(headers):
                page = self.send(**headers)
                self.assertEqual(page.status_code, status)
                again = self.send({**WORDS, "csrfmiddlewaretoken": self.token(page)})
                self.assertEqual(again.status_code, 303)
                Comment.objects.all().delete()

    def test_a_forged_token_is_refused_with_the_words_kept_and_a_good_one(self):
        self.send()
        for token in ("x" * 64, "x" * 32, "", "\x00", "é" * 32):
            with self.subTest(token):
                page = self.send({**WORDS, "csrfmiddlewaretoken": token})
                self.assert_kept(page, 403)
        self.assertEqual(self.send({**WORDS, "csrfmiddlewaretoken": self.token(page)}).status_code, 303)

    def test_a_token_does_not_help_a_foreign_page(self):
        token = self.token(self.send())
        response = self.send({**WORDS, "csrfmiddlewaretoken": token}, origin="https://evil.example")
        self.assert_kept(response, 403)

    def test_a_token_without_its_cookie_is_refused(self):
        token = self.token(self.send())
        self.client.cookies.clear()
        self.assert_kept(self.send({**WORDS, "csrfmiddlewaretoken": token}), 403)

    def test_a_mistake_on_the_page_with_a_token_keeps_the_token(self):
        token = self.token(self.send())
        page = self.send({**WORDS, "name": "", "csrfmiddlewaretoken": token})
        self.assertContains(page, "Please enter your name here", status_code=422)
        self.assertEqual(self.send({**WORDS, "csrfmiddlewaretoken": self.token(page)}).status_code, 303)

    def test_a_proxy_that_ends_https_is_part_of_the_origin(self):
        secure = {"SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")}
        with override_settings(**secure):
            headers = {"host": "testserver", "origin": "https://testserver", "x_forwarded_proto": "https"}
            self.assertEqual(self.send(**headers).status_code, 303)
            self.assertEqual(self.send(**{**headers, "origin": "http://testserver"}).status_code, 403)

    @override_settings(CSRF_TRUSTED_ORIGINS=["https://www.news.example"])
    def test_an_origin_the_settings_trust_is_ours(self):
        self.assertEqual(self.send(origin="https://www.news.example").status_code, 303)
        self.assertEqual(self.send(origin="https://news.example").status_code, 403)

    def test_a_form_from_a_page_cached_long_ago_still_works(self):
        """Nothing in the cached page is of one reader or one hour."""
        page = Client().get(self.story.get_absolute_url()).content.decode()
        self.assertNotIn("csrfmiddlewaretoken", page)
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?', page))
        self.assertEqual(set(filter(None, hidden.values())), set())
        response = self.send({**WORDS, **hidden}, sec_fetch_site="same-origin")
        self.assertEqual(response.status_code, 303)
