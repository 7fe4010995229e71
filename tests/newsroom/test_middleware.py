from django.conf import settings
from django.test import TestCase

from tests.factories import make_published


class MiddlewareTests(TestCase):
    def test_unused_powers_of_the_browser_are_given_up_everywhere(self):
        for page in ("/", "/nowhere/", "/admin/login/", "/robots.txt", "/?a=%00"):
            self.assertIn("camera=()", self.client.get(page).headers["Permissions-Policy"], page)

    def test_a_nul_in_an_address_is_400(self):
        for address in (
            "/a%00b/",
            "/?page=%00",
            "/latest/?x=a%00",
            "/admin/login/?next=%00",
            "/2026/11/22/a%00/",
        ):
            response = self.client.get(address)
            self.assertEqual(response.status_code, 400, address)
            self.assertContains(response, "could not be read", status_code=400)
            self.assertEqual(response.headers["Cache-Control"], "private, no-store")

    def test_what_only_looks_like_one_is_not(self):
        self.assertEqual(self.client.get("/?a=%2500").status_code, 200)
        self.assertEqual(self.client.get("/?a=100%25&b=00").status_code, 200)

    def test_a_page_is_compressed_and_still_revalidates(self):
        address = make_published(body=f"<p>{'word ' * 500}</p>").get_absolute_url()
        response = self.client.get(address, headers={"accept-encoding": "gzip"})
        self.assertEqual(response.headers["Content-Encoding"], "gzip")
        self.assertEqual(response.headers["Vary"], "Accept-Encoding")
        tag = response.headers["ETag"]
        headers = {"accept-encoding": "gzip", "if-none-match": tag}
        self.assertEqual(self.client.get(address, headers=headers).status_code, 304)

    def test_no_page_waits_for_a_transaction_of_its_own(self):
        self.assertFalse(settings.DATABASES["default"].get("ATOMIC_REQUESTS"))
