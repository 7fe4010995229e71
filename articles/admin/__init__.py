"""Stories at the desk. Each file registers what it is named after."""

from . import article, author, photo, section, tag

__all__ = ["article", "author", "photo", "section", "tag"]
