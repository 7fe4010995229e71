"""The real settings, made fast and kept away from anybody's data. DATABASE_URL is heard: the suite runs on PostgreSQL too."""

import os
import tempfile

# Before the star: the settings make the secret key in the data folder, and read .env.
_data = tempfile.TemporaryDirectory(prefix="newsroom-tests-")
os.environ.update(NEWSROOM_DATA=_data.name, NEWSROOM_ENV_FILE="")

from newsroom.settings import *  # noqa: E402 - after the two lines above

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "originals": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Serves what was collected, and nothing was; the live server finds the sources itself.
MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")
# django_coverage_plugin sees templates in debug mode only.
TEMPLATES[0]["OPTIONS"]["debug"] = True
