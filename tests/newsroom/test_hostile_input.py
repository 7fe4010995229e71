"""What nobody types. Whatever it is, the answer is a page or a clean refusal, and nothing is stored."""

from urllib.parse import quote

from django.test import Client, TestCase
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from articles.models import Article
from comments.models import Comment, Event
from tests.factories import make_approved, make_author, make_published, make_section, make_tag, make_user

VALUES = [
    "", "0", "-5", str(10**20), "9" * 400, "abc", "١٢", "²", "1.5", " 1", "01", "%00", "%ff%fe", "%ed%a0%80", "%F0%9F%98%80",
    "'\"<script>", "..%2f..%2f", "%0d%0aX:1", "%E2%80%AE", "a" * 4000,
]  # fmt: skip
OURS = {"sec-fetch-site": "same-origin"}
FORM = "application/x-www-form-urlencoded"
WORDS = {"name": "Anna", "text": "Words"}


class Hostile:
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published(slug="bridge", section=make_section(slug="harbour"))
        cls.root = make_approved(cls.story)
        cls.tag, cls.author = make_tag(name="Boats"), make_author(name="Ana Lu")
        cls.thread = f"{cls.story.get_absolute_url()}comments/"

    def setUp(self):
        self.client = Client(raise_request_exception=False)

    def assert_calm(self, response, what):
        self.assertLess(response.status_code, 500, what)
        self.assertNotIn(b"Traceback", response.content)


class AddressTests(Hostile, TestCase):
    def test_every_parameter_of_every_page(self):
        lists = ["/latest/", "/harbour/", self.tag.get_absolute_url(), self.author.get_absolute_url()]
        asked = [(page, "page") for page in lists] + [(self.thread, "before"), (self.thread, "reply")]
        # What no page asks for changes nothing.
        asked += [("/", "page"), (self.story.get_absolute_url(), "comment"), ("/robots.txt", "q")]
        for page, parameter in asked:
            for value in VALUES:
                address = f"{page}?{parameter}={value}"
                response = self.client.get(address)
                self.assert_calm(response, address)
                self.assertIn(response.status_code, (200, 301, 400, 404), address)

    def test_a_parameter_given_twice_or_as_an_array(self):
        for query in (
            "page=1&page=2",
            "page[]=2",
            "page=2&page=",
            "&&&",
            "=",
            "page",
            "a=1;b=2",
            "&".join(["a=1"] * 3000),
        ):
            self.assert_calm(self.client.get(f"/latest/?{query}"), query[:40])

    def test_pages_that_cannot_be_are_404(self):
        for value in ("0", "-5", str(10**20), "abc", "١٢", "1.5", "", "01", "9" * 400):
            self.assertEqual(self.client.get(f"/latest/?page={value}").status_code, 404, value)

    def test_cursors_and_answers_that_cannot_be_are_404(self):
        for value in ("-5", str(10**20), "abc", "١٢", "1.5", "9" * 17, "0"):
            self.assertEqual(self.client.get(f"{self.thread}?before={value}").status_code, 404, value)
            self.assertEqual(self.client.get(f"{self.thread}?reply={value}").status_code, 404, value)
        self.assertEqual(self.client.get(f"{self.thread}?reply={self.root.pk}").status_code, 200)

    def test_parts_of_an_address(self):
        shapes = ["/{}/", "/tag/{}/", "/by/{}/", "/2026/11/22/{}/", "/2026/11/22/{}/comments/", "/{}/11/22/bridge/",
                  "/2026/{}/22/bridge/", "/comments/received/{}/", "/{}", "/{}/{}/", "//{}/"]  # fmt: skip
        for shape in shapes:
            for value in VALUES:
                address = shape.replace("{}", quote(value, safe="%"))
                response = self.client.get(address)
                self.assert_calm(response, address)
                self.assertIn(response.status_code, (200, 301, 400, 404), address)

    def test_days_that_are_not_in_the_calendar_are_404(self):
        for day in (
            "2026/13/01",
            "2026/02/30",
            "0000/01/01",
            "2026/00/10",
            "9999/12/31",
            "0001/01/01",
            "2026/11/2",
        ):
            self.assertEqual(self.client.get(f"/{day}/bridge/").status_code, 404, day)
            self.assertEqual(
                self.client.post(f"/{day}/bridge/comments/", WORDS, headers=OURS).status_code, 404, day
            )

    def test_a_redirect_never_leaves_the_site(self):
        for address in (
            "//evil.test",
            "///evil.test/latest",
            "/\\evil.test",
            "/.//evil.test",
            "/latest/?page=1&next=//evil.test",
        ):
            response = self.client.get(address)
            self.assert_calm(response, address)
            self.assertFalse(response.headers.get("Location", "/").startswith(("//", "/\\", "http")), address)

    def test_a_host_that_is_not_ours_is_400(self):
        for host in (
            "evil.test",
            "testserver:99999",
            "testserver,evil.test",
            "[::1",
            "",
            "a" * 3000,
            "testserver\x00",
        ):
            response = self.client.get("/latest/?page=1", headers={"host": host})
            self.assert_calm(response, host)
            self.assertIn(response.status_code, (301, 400), host)
            self.assertNotIn(b"evil", response.content)

    def test_methods_nobody_uses(self):
        for method in ("OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "get", "X" * 300):
            for page in ("/", "/latest/", self.story.get_absolute_url(), self.thread, "/nowhere/"):
                self.assert_calm(self.client.generic(method, page), (method[:20], page))


class BodyTests(Hostile, TestCase):
    def post(self, body, kind=FORM, **extra):
        return self.client.generic("POST", self.thread, body, content_type=kind, headers=OURS, **extra)

    def assert_nothing_stored(self):
        self.assertEqual((Comment.objects.count(), Event.objects.count()), (1, 0))

    def test_bytes_that_are_no_text(self):
        for body in (
            b"\xff\xfe\x00",
            b"text=\xff&name=\xff",
            b"text=%ff%fe&name=",
            b"\x00" * 99,
            b"%",
            b"=&=&=",
            b"text",
        ):
            self.assert_calm(self.post(body), body)

    def test_bytes_that_are_no_text_within_a_comment_are_kept_as_signs(self):
        self.assertEqual(self.post(b"text=a%ff%feb&name=A%ed%a0%80").status_code, 303)
        comment = Comment.objects.latest("pk")
        self.assertEqual(comment.text, "a\ufffd\ufffdb")

    def test_nul_and_controls_leave_what_is_stored(self):
        self.assertEqual(self.post(b"text=a%00b%07%1b[0m&name=%00A%08nna").status_code, 303)
        comment = Comment.objects.latest("pk")
        self.assertEqual((comment.name, comment.text), ("Anna", "ab[0m"))

    def test_kinds_of_body_that_are_no_form(self):
        kinds = ["application/json", "text/xml", "multipart/form-data", "multipart/form-data; boundary=", "a/b", "\xff", ";;;",
                 "multipart/form-data; boundary=" + "x" * 900, "application/x-www-form-urlencoded; charset=utf-16"]  # fmt: skip
        for kind in kinds:
            for body in (b"", b'{"name": "x"}', b"--x\r\n\r\n", b"name=A&text=B"):
                response = self.post(body, kind)
                self.assert_calm(response, (kind[:60], body))

    def test_charsets_that_are_none(self):
        boundary = "multipart/form-data; boundary=x"
        part = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n%s\r\n--x--\r\n' % "é".encode()
        for charset in ("hex", "base64", "idna", "zlib", "rot13", "utf-7", "undefined", "punycode", "x" * 99):
            self.assert_calm(self.post(b"name=%C3%A9&text=B", f"{FORM}; charset={charset}"), charset)
            self.assert_calm(self.post(part, f"{boundary}; charset={charset}"), charset)
            response = self.client.generic(
                "GET", "/latest/?page=%C3%A9", content_type=f"{FORM}; charset={charset}"
            )
            self.assert_calm(response, charset)

    def test_lengths_that_are_none(self):
        for length in ("abc", "-1", "", "1e9", "99999999999999999999", "٣"):
            self.assert_calm(self.post(b"name=A", CONTENT_LENGTH=length), length)
        self.assert_nothing_stored()

    def test_twenty_megabytes_are_413(self):
        for kind in (FORM, "multipart/form-data; boundary=x", "application/json"):
            response = self.post(b"text=" + b"x" * 20_000_000, kind)
            self.assertEqual(response.status_code, 413)
        self.assert_nothing_stored()

    def test_thousands_of_fields_are_400(self):
        self.assertEqual(self.post(b"&".join([b"a=1"] * 5000)).status_code, 400)
        self.assert_nothing_stored()

    def test_a_file_instead_of_words(self):
        part = b'--x\r\nContent-Disposition: form-data; name="text"; filename="a"\r\n\r\nWords\r\n--x--\r\n'
        response = self.post(part, "multipart/form-data; boundary=x")
        self.assertContains(response, "Please enter your comment!", status_code=422)
        self.assert_nothing_stored()

    def test_hidden_fields_hold_anything(self):
        for field in ("token", "reply_to", "website", "csrfmiddlewaretoken"):
            for value in VALUES:
                self.assert_calm(self.post(f"name=A&text={value}x&{field}={value}".encode()), (field, value))

    def test_headers_hold_anything(self):
        names = (
            "sec-fetch-site",
            "origin",
            "referer",
            "cookie",
            "if-none-match",
            "x-forwarded-for",
            "accept-encoding",
        )
        for name in names:
            for value in (
                "",
                "null",
                "http://[",
                "\xff",
                "é",
                "=" * 900,
                "session=\xff",
                'W/"',
                "*",
                "a" * 5000,
                "://",
            ):
                response = self.client.post(self.thread, {**WORDS, "name": ""}, headers={name: value})
                self.assert_calm(response, (name, value[:20]))
            for value in ("\xff", 'W/"', "session=\xff;;"):
                self.assert_calm(self.client.get("/", headers={name: value}), (name, value))


class DeskTests(Hostile, TestCase):
    def test_what_an_editor_cannot_see_or_mean_is_no_fault(self):
        self.client.force_login(make_user("Chief"))
        address, words = (
            reverse("admin:articles_article_add"),
            {"headline": "H", "body": "<p>x</p>", "language": "en-gb"},
        )
        words |= {"comment_mode": "pre", "section": str(self.story.section_id)}
        for field, values in {
            "tags_typed": ("\u200b", "\u3164, a", "!!!", "\x00", "x" * 900, ",,,", "ﷺ" * 60),
            "bylines_typed": ("\u200b", "\x00", "x" * 900),
            "bylines": ("-5", str(10**20), "\x00", "abc"),
            "section": ("-5", str(10**20), "\x00", "abc"),
            "headline": ("\x00", "\u200b", "\ufb2c" * 200, "x" * 9000),
            "slug": ("\x00", "a b", "../..", "x" * 900),
            "goes_out_at": ("9999-12-31T23:59", "0001-01-01T00:00", "\x00", "9" * 99),
        }.items():
            for value in values:
                with self.subTest(field=field, value=value[:20]):
                    response = self.client.post(address, {**words, field: value, "_schedule": "1"})
                    self.assert_calm(response, field)


BAD = ["\0", "\x07", "\x0b", "\ufffe", "\uffff", "\u2028", "\u202e", "\u200b", "\r\n", "]]>", "</script>", "<!--<script>",
       '"><', "{{7*7}}", "javascript:", "&#x6a;", "=1+1", "\ufb2c", "ﷺ", "\u0344" * 9]  # fmt: skip
hostile = st.lists(st.one_of(st.text(max_size=40), st.sampled_from(BAD)), max_size=12).map("".join)


class PropertyTests(Hostile, HypothesisTestCase):
    @settings(max_examples=30, suppress_health_check=list(HealthCheck))
    @given(name=hostile, text=hostile)
    def test_any_name_and_text_are_held_or_come_back_whole(self, name, text):
        response = self.client.post(self.thread, {"name": name, "text": text}, headers=OURS)
        if response.status_code == 422:
            form = response.context["form"]
            self.assertEqual((form["name"].value(), form["text"].value()), (name, text))
            return
        self.assertEqual(response.status_code, 303)
        comment = Comment.objects.latest("pk")
        for column in ("name", "name_key", "text_hash", "network_key"):
            limit = Comment._meta.get_field(column).max_length
            self.assertLessEqual(len(getattr(comment, column)), limit, column)
        Comment.objects.filter(pk=comment.pk).update(status="approved")
        for page in (response.headers["Location"], self.thread, self.story.get_absolute_url()):
            self.assertEqual(self.client.get(page).status_code, 200)

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(headline=hostile, kicker=hostile, body=hostile)
    def test_any_words_of_an_editor_make_a_page(self, headline, kicker, body):
        story = make_published(headline=f"x{headline}"[:60], kicker=kicker[:10], body=f"<p>{body}</p>")
        content = self.client.get(story.get_absolute_url()).content.decode()
        for sign in ("\0", "\x07", "\x0b", "\ufffe", "<!--<script>", "</script><"):
            self.assertNotIn(sign, content)
        self.assertNotIn("\u202e", Article.objects.get(pk=story.pk).headline)
        for page in ("/", "/latest/"):
            self.assertEqual(self.client.get(page).status_code, 200)
