"""Parts that some tests need and that no Python package brings."""

import os
import shutil

import pytest

from newsroom.env import env_bool

PARTS = {
    "chromium": (
        lambda: shutil.which(os.environ.get("CHROMIUM") or "chromium") or shutil.which("google-chrome"),
        "a Chromium (apt-get install chromium, or CHROMIUM=/path/to/it)",
    ),
    "java": (
        lambda: shutil.which("java"),
        "Java (apt-get install default-jre-headless)",
    ),
    "vnu": (
        lambda: os.environ.get("VNU_JAR"),
        "the Nu HTML checker (make vnu, or VNU_JAR=/path/to/vnu.jar)",
    ),
}


def require(part: str) -> str:
    """Return where a part stands. Without it a test is skipped, saying how to get it; in CI it fails instead."""
    find, what = PARTS[part]
    place = find()
    if place:
        return place
    reason = f"This needs {what}."
    if env_bool("CI", default=False):
        pytest.fail(reason)
    pytest.skip(reason)
