from types import SimpleNamespace
from unittest import mock

from django.core.checks import run_checks
from django.core.checks.registry import registry
from django.test import SimpleTestCase, TestCase

from newsroom import checks

SQLITE = "django.db.backends.sqlite3"
GOOD = {"ENGINE": SQLITE, "OPTIONS": {"transaction_mode": "IMMEDIATE"}}


def ids(found):
    return [message.id for message in found]


class SiteCheckTests(SimpleTestCase):
    def test_the_settings_as_they_are_pass(self):
        self.assertEqual(checks.check_site(None) + checks.check_security(None), [])

    def test_an_address_that_is_none_of_a_site(self):
        for url in ("", "news.example", "ftp://news.example", "https://", "https://news.example/paper"):
            with self.subTest(url), self.settings(SITE_URL=url):
                self.assertEqual(ids(checks.check_site(None)), ["newsroom.E001"])

    def test_a_host_that_would_be_refused(self):
        with self.settings(SITE_URL="https://news.example", ALLOWED_HOSTS=["127.0.0.1"]):
            self.assertEqual(ids(checks.check_site(None)), ["newsroom.E002"])
        with self.settings(SITE_URL="https://www.news.example", ALLOWED_HOSTS=[".news.example"]):
            self.assertEqual(checks.check_site(None), [])

    def test_a_name_that_does_not_fit_the_head_of_a_page(self):
        for name in ("", "  ", "x" * 61):
            with self.settings(SITE_NAME=name):
                self.assertEqual(ids(checks.check_site(None)), ["newsroom.E003"])

    def test_an_address_nobody_could_read_is_told_and_not_thrown(self):
        with self.settings(SITE_URL="http://["):
            self.assertEqual(ids(checks.check_site(None)), ["newsroom.E001"])


class SecurityCheckTests(SimpleTestCase):
    def test_each_hole_has_an_id(self):
        table = {
            "newsroom.E004": {"ALLOWED_HOSTS": ["*"]},
            "newsroom.E005": {"PROXY_COUNT": -1},
            "newsroom.W001": {"DEBUG": True, "IS_HTTPS": True},
            "newsroom.E006": {"SECRET_KEY": "short"},
        }
        for code, broken in table.items():
            with self.subTest(code), self.settings(**broken):
                self.assertEqual(ids(checks.check_security(None)), [code])


class DatabaseCheckTests(SimpleTestCase):
    def databases_are(self, config):
        return mock.patch.object(checks, "settings", SimpleNamespace(DATABASES={"default": config}))

    def found(self, **config):
        with self.databases_are({**GOOD, **config}):
            return ids(checks.check_database(None))

    def test_settings_of_sqlite_that_do_not_go_together(self):
        self.assertEqual(self.found(), [])
        self.assertEqual(self.found(ATOMIC_REQUESTS=True), ["newsroom.E007"])
        self.assertEqual(self.found(OPTIONS={}), ["newsroom.E008"])

    def test_another_database_is_not_asked(self):
        self.assertEqual(self.found(ENGINE="django.db.backends.postgresql", OPTIONS={}), [])

    def test_an_old_sqlite_is_told_on_deployment(self):
        with self.databases_are(GOOD):
            for version, code in (((3, 40, 1), ["newsroom.I001"]), ((3, 51, 3), []), ((4, 0, 0), [])):
                with mock.patch.object(checks.sqlite3, "sqlite_version_info", version):
                    self.assertEqual(ids(checks.check_sqlite_version(None)), code)


class RegistrationTests(TestCase):
    def test_every_check_is_asked(self):
        with self.settings(SITE_NAME="", ALLOWED_HOSTS=["*"]):
            found = ids(run_checks())
        self.assertLessEqual({"newsroom.E003", "newsroom.E004"}, set(found))
        self.assertIn(checks.check_database, registry.registered_checks)
        self.assertIn(checks.check_sqlite_version, registry.deployment_checks)
