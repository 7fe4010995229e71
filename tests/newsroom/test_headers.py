"""What every address says to caches and browsers. A route that is not in the table fails."""

from django.test import Client, TestCase
from django.urls import URLResolver, get_resolver, reverse

from articles.embeds import FRAMES
from comments.receipts import receipt_url
from tests.factories import (
    make_approved,
    make_article,
    make_author,
    make_comment,
    make_photo,
    make_published,
    make_section,
    make_tag,
    make_user,
    make_withdrawn,
)

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def routes(patterns=None, prefix=""):
    """The name of every route of the site but those of the desk."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                space = f"{pattern.namespace}:" if pattern.namespace else ""
                yield from routes(pattern.url_patterns, prefix + space)
        else:
            yield prefix + (pattern.name or str(pattern.pattern))


class EveryAddressTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.section, cls.tag, cls.author = make_section(), make_tag(), make_author()
        cls.story = make_published(
            section=cls.section, tags=[cls.tag], bylines=[cls.author], lead_photo=make_photo()
        )
        make_published(section=cls.section, tags=[cls.tag], bylines=[cls.author])
        root = make_approved(cls.story)
        make_approved(cls.story, parent=root)
        held = make_comment(cls.story)
        story = cls.story.get_absolute_url()
        # Each route with what may be asked of it: addresses that are the same for everybody, and those of one reader.
        cls.public = {
            "home": ["/", "/?utm_source=x"],
            "robots": ["/robots.txt"],
            "articles:latest": ["/latest/"],
            "articles:corrections": ["/corrections/"],
            "articles:section": [cls.section.get_absolute_url()],
            "articles:tag": [cls.tag.get_absolute_url()],
            "articles:author": [cls.author.get_absolute_url()],
            "articles:detail": [story, make_withdrawn().get_absolute_url()],
            "comments:thread": [f"{story}comments/", f"{story}comments/?reply={root.pk}"],
        }
        link = make_article().share(by=make_user("Editor"))
        cls.private = {
            "comments:received": [receipt_url(held)],
            "articles:preview": [link.get_absolute_url(), "/preview/never/"],
        }

    def test_every_route_is_in_the_table(self):
        self.assertEqual(set(routes()), set(self.public) | set(self.private))

    def each_public(self):
        for name, addresses in self.public.items():
            for address in [*addresses, "/nowhere/"]:
                with self.subTest(route=name, address=address):
                    yield address

    def test_a_public_page_says_how_long_it_may_be_kept_and_what_changes_it(self):
        for address in self.each_public():
            headers = self.client.get(address).headers
            self.assertEqual(headers["Cache-Control"], "public, max-age=0")
            self.assertRegex(headers["CDN-Cache-Control"], r"^max-age=[1-9]\d*, stale-while-revalidate=60")
            self.assertIn("site", headers["Surrogate-Key"].split())

    def test_it_sets_no_cookie_and_does_not_depend_on_one(self):
        for address in self.each_public():
            response = self.client.get(address)
            self.assertFalse(response.cookies)
            self.assertNotIn("Cookie", response.headers.get("Vary", ""))
            self.assertNotIn("Accept-Language", response.headers.get("Vary", ""))
            self.assertNotIn(b"csrf", response.content)

    def test_it_is_the_same_bytes_for_every_visitor(self):
        chief = make_user("Chief", first_name="PRIVMARK")
        staff, french, junk = Client(), Client(headers={"accept-language": "fr"}), Client()
        staff.force_login(chief)
        for name in ("session", "csrf", "messages", "sessionid", "csrftoken", "django_language"):
            junk.cookies[name] = "x"
        clients = [staff, french, junk, Client(headers={"user-agent": "PRIVMARK"})]
        for address in self.each_public():
            expected = Client().get(address)
            for client in clients:
                response = client.get(address)
                self.assertEqual(response.content, expected.content)
                self.assertNotIn(b"PRIVMARK", response.content)
                self.assertFalse(response.cookies, "a cookie was set or deleted")
                self.assertEqual(response.headers, expected.headers)

    def test_headers_a_stack_may_read_change_nothing(self):
        headers = {
            "x-forwarded-host": "evil.test",
            "forwarded": "host=evil.test",
            "x-original-url": "/admin/",
            "x-rewrite-url": "/admin/",
            "x-http-method-override": "POST",
            "x-forwarded-proto": "gopher",
            "x-forwarded-prefix": "/evil",
        }
        for address in self.each_public():
            response = self.client.get(address, headers=headers)
            self.assertEqual(response.content, self.client.get(address).content)
            self.assertNotIn(b"evil", response.content)

    def test_a_page_that_has_not_changed_is_304(self):
        for address in self.each_public():
            response = self.client.get(address)
            if response.status_code == 200:
                tag = response.headers["ETag"]
                again = self.client.get(address, headers={"if-none-match": tag})
                self.assertEqual((again.status_code, again.content), (304, b""))
                self.assertEqual(again.headers["Cache-Control"], "public, max-age=0")

    def test_a_page_that_has_changed_is_not(self):
        address = self.story.get_absolute_url()
        tag = self.client.get(address).headers["ETag"]
        make_approved(self.story)
        response = self.client.get(address, headers={"if-none-match": tag})
        self.assertEqual(response.status_code, 200)

    def test_what_is_one_readers_own_is_kept_by_nobody(self):
        for addresses in self.private.values():
            for address in addresses:
                headers = self.client.get(address).headers
                self.assertEqual(headers["Cache-Control"], "private, no-store")
                self.assertNotIn("Surrogate-Key", headers)
                self.assertNotIn("ETag", headers)

    def test_so_is_every_page_of_the_desk(self):
        client = Client()
        client.force_login(make_user("Chief"))
        for address in (reverse("admin:index"), reverse("admin:articles_article_changelist")):
            response = client.get(address)
            self.assertEqual(response.status_code, 200)
            self.assertIn("no-store", response.headers["Cache-Control"])
            self.assertIn("private", response.headers["Cache-Control"])
            self.assertNotIn("Surrogate-Key", response.headers)

    def test_browsers_are_told_to_be_strict_everywhere(self):
        pages = [address for addresses in (self.public | self.private).values() for address in addresses]
        for address in [*pages, "/nowhere/", "/admin/login/"]:
            with self.subTest(address):
                headers = self.client.get(address).headers
                self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
                self.assertEqual(headers["Referrer-Policy"], "same-origin")
                self.assertEqual(headers["Cross-Origin-Opener-Policy"], "same-origin")
                self.assertEqual(headers["X-Frame-Options"], "DENY")

    def test_the_policy_of_public_pages_allows_nothing_from_elsewhere_and_is_the_same_each_time(self):
        pages = [address for addresses in (self.public | self.private).values() for address in addresses]
        for address in [*pages, "/nowhere/"]:
            with self.subTest(address):
                response = self.client.get(address)
                header = response.headers["Content-Security-Policy"]
                given = {
                    part.split()[0]: " ".join(part.split()[1:]) for part in header.split(";") if part.strip()
                }
                self.assertLessEqual(POLICY.items(), given.items())
                # Where a story may hold a film, its reader may start it; nothing is loaded before.
                for player in FRAMES:
                    header = header.replace(player, "")
                for word in ("unsafe", "nonce", "http:", "https:", "*", "data:"):
                    self.assertNotIn(word, header)
                again = self.client.get(address).headers["Content-Security-Policy"]
                self.assertEqual(again, response.headers["Content-Security-Policy"])

    def test_a_page_whose_address_is_not_its_own_says_where_that_is(self):
        """A redirect is an answer too: caches keep it as they keep a page."""
        for address in ("/latest/?page=1", "/latest"):
            response = self.client.get(address)
            self.assertEqual(response.status_code, 301)
            self.assertFalse(response.cookies)

    def test_nobody_is_asked_who_they_are(self):
        """Neither session nor user is looked at: no query of theirs, and no key of one in the request."""
        for address in self.each_public():
            request = self.client.get(address).wsgi_request
            self.assertFalse(request.session.accessed)
            self.assertFalse(hasattr(request, "_cached_user"))
