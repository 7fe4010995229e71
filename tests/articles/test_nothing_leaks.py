"""Nothing that is not public is on any page for readers, in any header or behind any link: looked for everywhere, word by word.

A new kind of page is walked as soon as it has an address. One whose address has a parameter that is new here fails until it
gets examples (``public_walk.examples``).
"""

from unittest import mock

from django.http import HttpResponse
from django.test import Client, RequestFactory, SimpleTestCase, TestCase
from django.urls import path

from newsroom import views
from tests.articles.public_walk import Walk, addresses, public_patterns, whole
from tests.articles.secret_paper import HIDDEN, WAITING, SecretPaper
from tests.public_pages import quiet

#: Answers to one reader alone; their forms carry a token that changes.
PRIVATE = "private, no-store"
#: Counts the seconds until the next story comes out.
RUNS = "CDN-Cache-Control"


class LeakTests(TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Thousands of addresses lead nowhere, as they should.
        cls.enterClassContext(quiet())
        cls.paper = SecretPaper()
        cls.walk = Walk(Client(raise_request_exception=False), cls.paper)
        cls.walk.go_on()

    def test_no_reader_meets_a_word_that_is_not_public(self):
        self.assertEqual(self.walk.found(self.paper.words, but=self.paper.own_words), {})

    def test_whoever_wrote_a_comment_sees_that_and_no_more(self):
        for address, words in self.paper.own_words.items():
            answer = self.walk.answers["GET", address]
            self.assertEqual(answer.headers["Cache-Control"], PRIVATE)
            self.assertEqual({word for word in self.paper.words if word in whole(answer).lower()}, words)

    def test_the_walk_goes_everywhere_and_is_told_what_it_should(self):
        answers = self.walk.answers
        for name, asked in self.walk.addresses.items():
            statuses = {answers["GET", address].status_code for address in asked}
            if name != "articles:preview":
                self.assertIn(200, statuses, f"No example of {name} is a page")
        told = {address: answers["GET", address].status_code for address in self.paper.statuses}
        self.assertEqual(told, self.paper.statuses)
        statuses = {answer.status_code for answer in answers.values()}
        self.assertLessEqual({200, 301, 400, 404, 405, 410, 422}, statuses)
        self.assertLess(max(statuses), 500)

    def test_no_page_names_a_row_that_is_not_public(self):
        """Numbers say little; only the address of a story that is gone names it, so that it can come back."""
        told = {
            f"{key}: {self.paper.keys[key]}, at {method} {address}"
            for (method, address), answer in self.walk.answers.items()
            if answer.status_code != 410
            for key in keys_of(answer) & set(self.paper.keys)
        }
        self.assertEqual(told, set())

    def test_a_head_says_what_the_page_says_and_no_more(self):
        for (method, address), answer in self.walk.answers.items():
            if method == "HEAD":
                self.assertEqual(answer.content, b"", address)
                told = heads_of(self.walk.answers["GET", address])
                self.assertLessEqual(heads_of(answer).items(), told.items(), address)

    def test_what_is_published_is_met_so_the_walk_would_meet_a_leak(self):
        self.paper.publish()
        walk = Walk(self.client, self.paper)
        met = walk.found(self.paper.words)
        for place in (*HIDDEN, *WAITING):
            words = {
                word: where for word, where in self.paper.words.items() if where.startswith(f"{place}: ")
            }
            missed = {where for word, where in words.items() if word not in met}
            kept = {f"{place}: slug"} if place in WAITING else set()
            self.assertEqual(missed - {"scheduled update: note for readers"}, kept, place)
        told = set().union(*map(keys_of, walk.answers.values()))
        hidden = {key for key, place in self.paper.keys.items() if place in (*HIDDEN, *WAITING)}
        self.assertLessEqual(hidden, told)

    def test_an_editor_sees_the_pages_that_everybody_sees(self):
        self.client.force_login(self.paper.editor)
        # Leaves every cookie of the desk.
        self.client.get("/admin/logout/")
        self.client.force_login(self.paper.editor)
        for (method, address), answer in self.walk.answers.items():
            if method == "GET":
                self.assert_same(self.client.get(address), answer, address)

    def assert_same(self, one, other, address):
        self.assertEqual(one.status_code, other.status_code, address)
        if other.headers.get("Cache-Control") != PRIVATE:
            self.assertEqual(heads_of(one), heads_of(other), address)
            self.assertEqual(one.content, other.content, address)
            self.assertEqual(one.cookies.output(), "", address)

    def test_pages_that_only_an_error_shows_have_no_word_of_it(self):
        client, request = Client(raise_request_exception=False), RequestFactory().get("/")
        fault = RuntimeError(*self.paper.words)
        with mock.patch("newsroom.views.front_page", side_effect=fault):
            pages = [client.get("/")]
        pages += [views.permission_denied(request), views.csrf_failure(request), views.bad_request(request)]
        self.assertEqual([page.status_code for page in pages], [500, 403, 403, 400])
        for page in pages:
            self.assertEqual([word for word in self.paper.words if word in page.content.decode()], [])


def heads_of(answer):
    return {name: value for name, value in answer.headers.items() if name != RUNS}


def keys_of(answer):
    return set(answer.headers.get("Surrogate-Key", "").split())


def page(request, **kwargs):
    return HttpResponse()


class NewAddressTests(SimpleTestCase):
    """Stands for a page that somebody adds later."""

    def add(self, pattern):
        patterns = [pattern, path("admin/other/<odd>/", page)]
        self.enterContext(
            mock.patch(
                "tests.articles.public_walk.get_resolver", return_value=mock.Mock(url_patterns=patterns)
            )
        )
        self.enterContext(mock.patch("tests.articles.public_walk.examples", return_value={"slug": ["one"]}))

    def test_a_page_for_readers_is_walked_as_soon_as_it_has_an_address(self):
        self.add(path("latest/", page, name="home"))
        self.assertEqual(addresses(None), {"home": ["/"]})

    def test_a_parameter_without_examples_is_told(self):
        self.add(path("series/<int:number>/", page, name="series"))
        with self.assertRaisesMessage(LookupError, "Give examples of {'number'} in 'series/<int:number>/'"):
            addresses(None)

    def test_an_address_without_a_name_is_told(self):
        self.add(path("series/<slug>/", page))
        with self.assertRaisesMessage(LookupError, "has no name"):
            addresses(None)

    def test_the_desk_is_left_out_and_nothing_else(self):
        names = {name for name, _route, _parameters in public_patterns()}
        self.assertLessEqual(
            {"home", "robots", "articles:detail", "comments:thread", "articles:preview"}, names
        )
        self.assertFalse([name for name in names if name.startswith("admin")])
