"""How parts of an address are read and written."""

from datetime import date

from django.urls import register_converter


class DateConverter:
    """A calendar date as three parts of a path: ``2026/11/22``."""

    regex = "[0-9]{4}/[0-9]{2}/[0-9]{2}"

    def to_python(self, value):
        return date(*map(int, value.split("/")))

    def to_url(self, value):
        return value.isoformat().replace("-", "/")


class WordsConverter:
    """A slug in any script."""

    regex = r"[-\w]{1,120}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return str(value)


register_converter(DateConverter, "date")
register_converter(WordsConverter, "words")

#: Where a story stands: the day it first came out, and its slug.
STORY = "<date:date>/<words:slug>/"
