"""Checks of the words, and of what stands around them."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.html import word_count
from articles.preflight.finding import Finding
from articles.refusals import MISSING, NEEDED_BY_READERS
from newsroom.text import length_of

HEADLINE_FITS = 110
# Shorter is a note to oneself, or the first half of a paste.
FEWEST_WORDS = 30
_PLACEHOLDER = re.compile(r"(?<![A-Za-z0-9])(?:(?:TK)+|X{3,}|(?i:lorem ipsum))(?![A-Za-z0-9])")


def needed(proof):
    for name in NEEDED_BY_READERS:
        if not proof[name]:
            yield Finding(f"no_{name}", name, str(MISSING[name]), is_hard=True, is_final=True)


def headline_fits(proof):
    length = length_of(proof["headline"] or "")
    if length > HEADLINE_FITS:
        sentence = _(
            "The headline has %(length)d characters. Lists and search cut it after about %(most)d: shorten it."
        )
        yield Finding("long_headline", "headline", sentence % {"length": length, "most": HEADLINE_FITS})


def has_standfirst(proof):
    if not proof["standfirst"]:
        yield Finding(
            "no_standfirst",
            "standfirst",
            _("There is no standfirst. Say in two sentences what the story is."),
        )


def is_finished(proof):
    fields = (("headline", proof["headline"]), ("standfirst", proof["standfirst"]), ("body", proof.text))
    for name, text in fields:
        if found := _PLACEHOLDER.search(text or ""):
            sentence = _("“%s” still stands in the place of something. Fill it in.")
            yield Finding("placeholder", name, sentence % found[0], detail=name)


def has_length(proof):
    count = word_count(proof["body"] or "")
    if proof["body"] and count < FEWEST_WORDS:
        sentence = ngettext(
            "The text has %d word. Is it all there?", "The text has %d words. Is it all there?", count
        )
        yield Finding("short_body", "body", sentence % count)


def has_byline(proof):
    # A name that nobody has looked up yet is one, too.
    if not (proof["bylines"] or _typed(proof, "bylines")):
        yield Finding("no_byline", "bylines", _("Nobody’s name is on it. Add a byline, if it has an author."))


def has_tags(proof):
    if not (proof["tags"] or _typed(proof, "tags")):
        yield Finding(
            "no_tags", "tags", _("It has no tags. With one, readers find it beside others like it.")
        )


def _typed(proof, name):
    return (proof.content or {}).get("typed", {}).get(name)
