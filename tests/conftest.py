"""How the tests are run: random inputs that CI repeats, and tests for one database left out on another."""

import pytest
from django.db import connection
from hypothesis import settings

from newsroom.env import env_bool

# Times differ too much between machines to say anything. In CI the same inputs every time: a change is not to fail
# for what it did not touch.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if env_bool("CI", default=False) else "here")


def pytest_runtest_setup(item):
    if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("This holds on PostgreSQL only: make postgres")
