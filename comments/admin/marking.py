"""The words of a comment with what made it wait marked in them."""

import re

from django.utils.html import format_html, format_html_join

from comments.screening import LINK

GAPS = re.compile(r"(\s+)")


def marked(text):
    """Plain text as safe HTML, each word that holds a link marked whole and none of them live."""
    return format_html_join(
        "", "{}", ((_mark(word) if LINK.search(word) else word,) for word in GAPS.split(text))
    )


def _mark(word):
    return format_html("<mark>{}</mark>", word)
