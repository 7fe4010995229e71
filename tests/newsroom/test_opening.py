import os
import tempfile
from pathlib import Path
from unittest import mock

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import CommandError
from django.test import TestCase, override_settings

from newsroom import opening
from newsroom.preflight import Trouble
from tests.factories import make_article


class OpeningCase(TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.enterContext(override_settings(DATA_DIR=self.folder, STATIC_ROOT=self.folder / "static"))

    def environment(self, **variables):
        self.enterContext(mock.patch.dict(os.environ, variables))


class SettingsTests(OpeningCase):
    def test_sound_settings_pass(self):
        self.assertEqual(opening.check_settings(), "checked")

    @override_settings(SITE_URL="news.example")
    def test_an_error_stops_the_start(self):
        with self.assertRaisesMessage(CommandError, "newsroom.E001"):
            opening.check_settings()


class DatabaseTests(OpeningCase):
    def test_a_database_that_has_every_migration_is_left_as_it_is(self):
        self.assertEqual(opening.migrate_database(), "up to date")

    def test_it_tells_how_many_migrations_it_applied(self):
        with mock.patch.object(opening, "MigrationRecorder") as recorder:
            recorder.return_value.applied_migrations.side_effect = [{}, {"a": 1, "b": 2}]
            self.assertEqual(opening.migrate_database(), "2 migrations applied")


class StaticFilesTests(OpeningCase):
    def setUp(self):
        super().setUp()
        storages = {
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
        }
        self.source = self.folder / "source"
        self.source.mkdir()
        (self.source / "press.css").write_text("p { color: red }")
        finders = ["django.contrib.staticfiles.finders.FileSystemFinder"]
        self.enterContext(
            override_settings(STORAGES=storages, STATICFILES_DIRS=[self.source], STATICFILES_FINDERS=finders)
        )

    def collected(self):
        return sorted(path.read_text() for path in (self.folder / "static").glob("press.*.css"))

    def test_they_are_collected_once(self):
        self.assertEqual(opening.collect_static_files(), "collected")
        self.assertEqual(self.collected(), ["p { color: red }"])
        self.assertEqual(opening.collect_static_files(), "up to date")

    def test_a_changed_file_is_collected_and_the_older_one_stays_for_pages_that_name_it(self):
        opening.collect_static_files()
        (self.source / "press.css").write_text("p { color: green }")
        self.assertEqual(opening.collect_static_files(), "collected")
        self.assertEqual(self.collected(), ["p { color: green }", "p { color: red }"])

    def test_half_a_file_of_an_interrupted_collection_is_not_kept(self):
        half = self.folder / "static" / "press.css"
        half.parent.mkdir()
        half.write_text("p {")
        opening.collect_static_files()
        self.assertEqual(half.read_text(), "p { color: red }")

    def test_a_folder_that_was_deleted_is_collected_again(self):
        opening.collect_static_files()
        (self.folder / "static" / "staticfiles.json").unlink()
        self.assertEqual(opening.collect_static_files(), "collected")

    def test_nothing_of_ours_lies_among_the_public_files(self):
        opening.collect_static_files()
        public = {path.name.split(".")[0] for path in (self.folder / "static").iterdir()}
        self.assertEqual(public, {"press", "staticfiles"})


class DemoEditionTests(OpeningCase):
    def load(self, **behaviour):
        with mock.patch.object(opening, "call_command", **behaviour) as command:
            try:
                return opening.load_demo_edition(), command.called
            except KeyboardInterrupt:
                return "interrupted", command.called

    def test_an_empty_paper_is_filled(self):
        said, was_loaded = self.load(side_effect=lambda *_, **__: make_article())
        self.assertEqual((said, was_loaded), ("1 stories", True))

    def test_a_paper_with_a_story_is_left_alone(self):
        make_article()
        self.assertEqual(self.load(), ("not needed", False))

    def test_an_empty_paper_stays_empty_if_that_is_wanted(self):
        self.environment(DEMO="0")
        self.assertEqual(self.load(), ("not wanted", False))

    def test_an_edition_whose_loading_was_interrupted_is_completed(self):
        def interrupt(*args, **kwargs):
            make_article()
            raise KeyboardInterrupt

        self.assertEqual(self.load(side_effect=interrupt), ("interrupted", True))
        self.assertEqual(self.load(), ("1 stories", True))
        self.assertEqual(self.load(), ("not needed", False))


class ChiefTests(OpeningCase):
    def test_the_first_one_is_a_superuser_in_the_group_with_a_password_made_up_for_it(self):
        login = opening.appoint_chief()
        chief = get_user_model().objects.get(username="chief")
        self.assertEqual((login.name, login.is_new), ("chief", True))
        self.assertGreaterEqual(len(set(login.password)), 6)
        self.assertIs(chief.check_password(login.password), True)
        self.assertIs(chief.is_superuser and chief.is_staff and chief.is_active, True)
        self.assertQuerySetEqual(chief.groups.all(), Group.objects.filter(name="Chief"))

    def test_every_made_up_password_is_another_one(self):
        self.assertNotEqual(opening._made_up_password(), opening._made_up_password())

    def test_name_and_password_are_taken_from_the_environment_and_the_password_is_not_repeated(self):
        self.environment(NEWSROOM_CHIEF="marit", NEWSROOM_CHIEF_PASSWORD="a long quiet tide")
        self.assertEqual(opening.appoint_chief(), opening.Login("marit", is_new=True))
        self.assertIs(get_user_model().objects.get().check_password("a long quiet tide"), True)

    def test_there_is_only_one_and_the_password_stays(self):
        password = opening.appoint_chief().password
        self.environment(NEWSROOM_CHIEF="marit", NEWSROOM_CHIEF_PASSWORD="another")
        self.assertEqual(opening.appoint_chief(), opening.Login("chief"))
        self.assertIs(get_user_model().objects.get().check_password(password), True)

    def test_nobody_becomes_a_superuser_by_their_name(self):
        user = get_user_model().objects.create_user("chief")
        with self.assertRaisesMessage(Trouble, "The user chief is no superuser."):
            opening.appoint_chief()
        user.refresh_from_db()
        self.assertIs(user.is_superuser, False)

    def test_a_name_that_cannot_be_one_is_refused_and_nobody_is_made(self):
        self.environment(NEWSROOM_CHIEF="the chief")
        with self.assertRaisesMessage(Trouble, "NEWSROOM_CHIEF=the chief cannot be a user name"):
            opening.appoint_chief()
        self.assertIs(get_user_model().objects.exists(), False)
