from django.contrib.auth.models import Group
from django.http import Http404
from django.test import SimpleTestCase, TestCase

from newsroom.paging import MAX_PAGE, Page, page_of

NO_PAGES = [
    "0",
    "-1",
    "+1",
    "01",
    "1.5",
    "1e1",
    "abc",
    "",
    " ",
    " 1",
    "1\n",
    "١٢",
    "１",
    "²",
    "\0",
    "1\0",
    "\ud800",
]
NO_PAGES += [str(10**20), str(MAX_PAGE + 1), "9" * 100_000, "1_0", "0x1", "None"]


class PageNumberTests(SimpleTestCase):
    def test_what_is_no_page_number_is_not_found(self):
        for raw in NO_PAGES:
            with self.subTest(raw=ascii(raw[:20])), self.assertRaises(Http404):
                page_of(range(10**6), raw, 10)

    def test_a_page_past_the_end_is_not_found(self):
        with self.assertRaises(Http404):
            page_of(range(20), "3", 10)

    def test_the_last_page_there_can_be_does_not_promise_another(self):
        self.assertFalse(page_of(range(10**6), str(MAX_PAGE), 10).has_older)
        self.assertTrue(page_of(range(10**6), str(MAX_PAGE - 1), 10).has_older)

    def test_no_number_is_the_newest_page_at_its_own_address(self):
        page = page_of(range(5), None, 10)
        self.assertEqual((page.number, page.items), (1, [0, 1, 2, 3, 4]))
        self.assertFalse(page.has_shorter_address)

    def test_number_one_by_name_has_a_shorter_address(self):
        self.assertTrue(page_of(range(50), "1", 10).has_shorter_address)
        self.assertFalse(page_of(range(50), "2", 10).has_shorter_address)

    def test_an_empty_list_has_one_empty_page(self):
        page = page_of([], None, 10)
        self.assertEqual((page.items, page.has_older, page.has_newer), ([], False, False))


class NeighbourTests(SimpleTestCase):
    def test_links_lead_to_the_pages_that_exist(self):
        for number, older, newer in [
            (1, "?page=2", ""),
            (2, "?page=3", "."),
            (3, "?page=4", "?page=2"),
            (4, "", "?page=3"),
        ]:
            with self.subTest(number=number):
                page = page_of(range(35), str(number), 10)
                self.assertEqual((page.older_url, page.newer_url), (older, newer))
                self.assertEqual((page.has_older, page.has_newer), (bool(older), bool(newer)))

    def test_a_page_that_ends_with_the_list_has_nothing_older(self):
        self.assertFalse(page_of(range(20), "2", 10).has_older)
        self.assertTrue(page_of(range(21), "2", 10).has_older)

    def test_a_page_does_not_change_once_made(self):
        with self.assertRaises(AttributeError):
            Page([], 1, has_older=False).number = 2


class QueryTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        Group.objects.bulk_create(Group(name=f"Paging {number:02}") for number in range(25))
        cls.groups = Group.objects.filter(name__startswith="Paging ").order_by("name", "pk")

    def test_the_pages_hold_every_row_once_and_in_order(self):
        pages = [page_of(self.groups, number, 10) for number in (None, "2", "3")]
        self.assertEqual([group for page in pages for group in page.items], list(self.groups))

    def test_a_page_is_one_query_of_one_row_more_and_no_count(self):
        with self.assertNumQueries(1) as asked:
            page_of(self.groups, "2", 10)
        self.assertTrue(asked[0]["sql"].endswith("LIMIT 11 OFFSET 10"), asked[0]["sql"])
