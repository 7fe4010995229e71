"""What can be misconfigured, each with an id that docs/settings.md explains."""

import re
import sqlite3

from django.conf import settings
from django.core.checks import Error, Info, Tags, Warning, register
from django.core.checks.security.base import SECRET_KEY_MIN_LENGTH
from django.http.request import validate_host

from newsroom.env import host_of

# Before it, a WAL database may be damaged when a checkpoint and a writer meet (sqlite.org/wal.html, “the WAL-reset bug”).
SAFE_SQLITE = (3, 51, 3)
LONGEST_SITE_NAME = 60
SITE = re.compile(r"https?://[^/?#@\s]+")


@register(Tags.urls)
def check_site(app_configs, **kwargs):
    """The paper's name and address."""
    host, found = host_of(settings.SITE_URL), []
    if not host or not SITE.fullmatch(settings.SITE_URL):
        hint = "Give scheme and host and nothing else, such as https://news.example"
        found.append(
            Error(f"SITE_URL is not the address of a site: {settings.SITE_URL!r}", hint, id="newsroom.E001")
        )
    elif not validate_host(host, settings.ALLOWED_HOSTS):
        hint = f"Add {host} to ALLOWED_HOSTS."
        found.append(Error("The host of SITE_URL is not in ALLOWED_HOSTS.", hint, id="newsroom.E002"))
    if not 0 < len(settings.SITE_NAME.strip()) <= LONGEST_SITE_NAME:
        hint = f"Give the paper a name of 1 to {LONGEST_SITE_NAME} characters."
        found.append(
            Error("SITE_NAME is empty or too long for the head of a page.", hint, id="newsroom.E003")
        )
    return found


@register(Tags.security)
def check_security(app_configs, **kwargs):
    """What would let a stranger in or speak for us."""
    found = []
    if "*" in settings.ALLOWED_HOSTS:
        hint = "Name the hosts: with a star a stranger's host name ends up in our links."
        found.append(Error("ALLOWED_HOSTS accepts every host.", hint, id="newsroom.E004"))
    if settings.PROXY_COUNT < 0:
        hint = "Count the proxies of your own that stand in front; 0 for none."
        found.append(Error("PROXY_COUNT is negative.", hint, id="newsroom.E005"))
    if settings.DEBUG and settings.IS_HTTPS:
        hint = "Set DEBUG=0. Its error pages show settings and source to anybody."
        found.append(Warning("DEBUG is on at a public address.", hint, id="newsroom.W001"))
    if len(settings.SECRET_KEY) < SECRET_KEY_MIN_LENGTH:
        hint = "Leave SECRET_KEY out to have one made, or give 50 random characters."
        found.append(Error("SECRET_KEY is too short to be secret.", hint, id="newsroom.E006"))
    return found


@register(Tags.database)
def check_database(app_configs, databases=None, **kwargs):
    """SQLite's settings hold only together."""
    found = []
    for alias, config in settings.DATABASES.items():
        if config["ENGINE"] != "django.db.backends.sqlite3":
            continue
        if config.get("ATOMIC_REQUESTS"):
            hint = "Remove ATOMIC_REQUESTS: every transaction takes the write lock, so every page would."
            found.append(Error(f"Readers would wait for each other on {alias!r}.", hint, id="newsroom.E007"))
        if config.get("OPTIONS", {}).get("transaction_mode") != "IMMEDIATE":
            hint = "Set OPTIONS['transaction_mode'] = 'IMMEDIATE'."
            found.append(Error(f"Two writers at once would fail on {alias!r}.", hint, id="newsroom.E008"))
    return found


@register(Tags.database, deploy=True)
def check_sqlite_version(app_configs, databases=None, **kwargs):
    """Said on deployment only, since a distribution may have mended the library without a new number."""
    uses_sqlite = any(config["ENGINE"].endswith("sqlite3") for config in settings.DATABASES.values())
    if not uses_sqlite or sqlite3.sqlite_version_info >= SAFE_SQLITE:
        return []
    hint = "Keep backups; for a busy site take SQLite 3.51.3 or later, or PostgreSQL."
    return [
        Info(
            f"SQLite {sqlite3.sqlite_version} has a rare fault under many writers.", hint, id="newsroom.I001"
        )
    ]
