from unittest import mock

from django.db import DatabaseError, connection
from django.test import Client, RequestFactory, TestCase

from newsroom import views
from tests.factories import make_author, make_published, make_section, make_user


class HomeTests(TestCase):
    def test_it_shows_the_paper_and_its_sections(self):
        section, story = make_section(name="Harbour"), make_published(headline="A bridge", kicker="K")
        response = self.client.get("/")
        for part in ("The Saltmarsh Herald", "Harbour", "A bridge", story.get_absolute_url()):
            self.assertContains(response, part)
        self.assertContains(response, section.get_absolute_url())
        self.assertContains(response, "<h1", count=1)

    def test_robots_are_told_of_no_door(self):
        response = self.client.get("/robots.txt")
        self.assertEqual(response.headers["Content-Type"], "text/plain; charset=utf-8")
        self.assertNotContains(response, "admin")
        self.assertContains(response, "User-agent: *")


class MissingTests(TestCase):
    def test_a_page_that_is_not_there_shows_a_way_on(self):
        story = make_published(bylines=[make_author()])
        response = self.client.get("/nowhere/at/all/")
        self.assertContains(response, story.get_absolute_url(), status_code=404)
        self.assertContains(response, 'content="noindex"', status_code=404)
        self.assertIn("max-age=30", response.headers["CDN-Cache-Control"])

    def test_it_does_not_repeat_what_was_asked(self):
        self.assertNotIn(b"MARK", self.client.get("/MARK/?q=MARK").content)

    def test_a_page_for_a_login_is_kept_from_caches_even_when_it_is_not_there(self):
        self.client.force_login(make_user("Chief"))
        response = self.client.get("/admin/nowhere/")
        self.assertEqual(response.status_code, 404)
        self.assertIn("no-store", response.headers["Cache-Control"])

    def test_a_database_that_is_down_is_500_without_asking_it_again(self):
        def down(*args):
            raise DatabaseError

        request = RequestFactory().get("/nowhere/")
        with connection.execute_wrapper(down):
            response = views.not_found(request)
        self.assertContains(response, "Something broke on our side", status_code=500)


class BrokenTests(TestCase):
    def setUp(self):
        self.client = Client(raise_request_exception=False)

    def test_a_fault_of_ours_tells_nothing_and_is_kept_by_nobody(self):
        with mock.patch("newsroom.views.front_page", side_effect=RuntimeError("SECRETMARK")):
            response = self.client.get("/")
        self.assertContains(response, "Something broke on our side", status_code=500)
        self.assertNotContains(response, "SECRETMARK", status_code=500)
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")
        self.assertIn("Content-Security-Policy", response.headers)

    def test_the_page_for_a_fault_of_ours_needs_no_database(self):
        def down(*args):
            raise DatabaseError

        request = RequestFactory().get("/")
        with connection.execute_wrapper(down):
            self.assertEqual(views.server_error(request).status_code, 500)

    def test_while_the_database_is_down_readers_are_told_so(self):
        def down(*args):
            raise DatabaseError

        with connection.execute_wrapper(down):
            for address in ("/", "/latest/", "/?a=%00", "/nowhere/"):
                response = self.client.get(address)
                self.assertIn(response.status_code, (400, 500), address)
                self.assertContains(response, "<h1", status_code=response.status_code)


class RefusedTests(TestCase):
    def test_a_form_of_the_desk_without_its_token_says_so(self):
        client = Client(enforce_csrf_checks=True)
        response = client.post("/admin/login/", {"username": "x", "password": "x"})
        self.assertEqual(response.status_code, 403)
        self.assertContains(response, "<h1", status_code=403)
        self.assertEqual(response.headers["Cache-Control"], "private, no-store")

    def test_so_does_one_sent_to_a_page_that_takes_none(self):
        response = Client(enforce_csrf_checks=True).post("/", {"a": "b"})
        self.assertIn(response.status_code, (403, 405))
