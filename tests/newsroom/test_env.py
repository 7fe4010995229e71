import os
import tempfile
from pathlib import Path
from unittest import mock

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import SimpleTestCase

from newsroom import env
from newsroom.preflight import locate


class EnvironmentCase(SimpleTestCase):
    """An environment of our own for each test, and no file behind it."""

    def setUp(self):
        self.enterContext(mock.patch.dict(os.environ, {"NEWSROOM_ENV_FILE": ""}, clear=True))
        env._file.cache_clear()
        self.addCleanup(env._file.cache_clear)


class TextTests(EnvironmentCase):
    def test_a_set_variable_goes_before_the_default(self):
        os.environ["SITE_NAME"] = " The Tern "
        self.assertEqual(env.env_str("SITE_NAME", "Herald"), "The Tern")

    def test_an_unset_or_empty_variable_is_the_default(self):
        self.assertEqual(env.env_str("SITE_NAME", "Herald"), "Herald")
        os.environ["SITE_NAME"] = " "
        self.assertEqual(env.env_str("SITE_NAME", "Herald"), "Herald")

    def test_without_a_default_it_must_be_set(self):
        with self.assertRaisesMessage(ImproperlyConfigured, "SITE_NAME is not set"):
            env.env_str("SITE_NAME")


class YesOrNoTests(EnvironmentCase):
    def test_every_way_to_say_yes_and_no(self):
        for word, meaning in {
            **dict.fromkeys(("1", "true", "Yes", "ON"), True),
            **dict.fromkeys(("0", "false", "No", "OFF"), False),
        }.items():
            os.environ["DEBUG"] = word
            with self.subTest(word):
                self.assertIs(env.env_bool("DEBUG", default=not meaning), meaning)

    def test_the_default_holds_when_nothing_is_said(self):
        self.assertIs(env.env_bool("DEBUG", default=True), True)
        self.assertIs(env.env_bool("DEBUG", default=False), False)

    def test_a_typing_mistake_is_refused(self):
        os.environ["DEBUG"] = "ture"
        with self.assertRaisesMessage(ImproperlyConfigured, "DEBUG=ture is neither yes nor no. Use 1 or 0."):
            env.env_bool("DEBUG", default=False)


class NumberTests(EnvironmentCase):
    def test_a_number_within_the_bounds(self):
        os.environ["PORT"] = "65535"
        self.assertEqual(env.env_int("PORT", 8000, least=1, most=65_535), 65_535)

    def test_the_default_holds_when_nothing_is_said(self):
        self.assertEqual(env.env_int("PORT", 8000), 8000)

    def test_a_number_outside_the_bounds_is_refused(self):
        for digits in ("0", "65536", "-1"):
            os.environ["PORT"] = digits
            with self.subTest(digits), self.assertRaisesMessage(ImproperlyConfigured, "from 1 to 65535"):
                env.env_int("PORT", 8000, least=1, most=65_535)
        os.environ["PROXY_COUNT"] = "-1"
        with self.assertRaisesMessage(ImproperlyConfigured, "PROXY_COUNT=-1 must be at least 0."):
            env.env_int("PROXY_COUNT", 0)

    def test_what_is_no_number_is_refused(self):
        for text in ("80a", "8.5", "--1", "٨", "1e3"):
            os.environ["PORT"] = text
            with self.subTest(text), self.assertRaisesMessage(ImproperlyConfigured, "is not a whole number"):
                env.env_int("PORT", 8000)


class ListTests(EnvironmentCase):
    def test_parts_without_the_spaces_and_the_empty_ones(self):
        os.environ["ALLOWED_HOSTS"] = " news.example, ,www.news.example,"
        self.assertEqual(env.env_list("ALLOWED_HOSTS", []), ["news.example", "www.news.example"])

    def test_the_default_holds_when_nothing_is_said(self):
        self.assertEqual(env.env_list("ALLOWED_HOSTS", ["localhost"]), ["localhost"])

    def test_without_a_default_it_must_be_set(self):
        with self.assertRaisesMessage(ImproperlyConfigured, "ALLOWED_HOSTS is not set"):
            env.env_list("ALLOWED_HOSTS")


class FileTests(EnvironmentCase):
    def write(self, text):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        path = folder / "paper.env"
        path.write_text(text, encoding="utf-8")
        os.environ["NEWSROOM_ENV_FILE"] = str(path)
        env._file.cache_clear()
        return path

    def test_it_says_what_the_environment_does_not(self):
        self.write("# a note\n\nexport SITE_NAME='The Tern'\nPORT = 9000\nMOTTO=a=b # c\n")
        os.environ["PORT"] = "9001"
        self.assertEqual(env.env_str("SITE_NAME", ""), "The Tern")
        self.assertEqual(env.env_str("MOTTO", ""), "a=b # c")
        self.assertEqual(env.env_int("PORT", 8000), 9001)

    def test_a_line_that_assigns_nothing_is_refused_with_its_number(self):
        self.write("PORT=9000\nSITE NAME=x\n")
        with self.assertRaisesMessage(ImproperlyConfigured, "line 2: write NAME=value, not 'SITE NAME=x'."):
            env.env_int("PORT", 8000)

    def test_a_file_that_was_named_and_is_not_there_is_refused(self):
        self.write("").unlink()
        with self.assertRaisesMessage(ImproperlyConfigured, "there is no such file"):
            env.env_int("PORT", 8000)

    def test_a_file_that_cannot_be_read_is_refused(self):
        self.write("").write_bytes(b"\xff")
        with self.assertRaisesMessage(ImproperlyConfigured, "cannot be read"):
            env.env_int("PORT", 8000)

    def test_an_absent_dotenv_says_nothing(self):
        del os.environ["NEWSROOM_ENV_FILE"]
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        with mock.patch.object(env, "PROJECT", folder):
            self.assertEqual(env.env_int("PORT", 8000), 8000)

    def test_a_dotenv_beside_manage_py_is_heard(self):
        del os.environ["NEWSROOM_ENV_FILE"]
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (folder / ".env").write_text("PORT=9000")
        with mock.patch.object(env, "PROJECT", folder):
            self.assertEqual(env.env_int("PORT", 8000), 9000)


class DataFolderTests(SimpleTestCase):
    def test_the_start_and_the_settings_mean_the_same_folder(self):
        self.assertEqual(settings.DATA_DIR, locate(os.environ["NEWSROOM_DATA"]))
        self.assertEqual(locate("var"), settings.BASE_DIR / "var")
        self.assertEqual(locate("~/paper"), Path.home() / "paper")
