"""Checks of the links in the text."""

from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.preflight import addresses
from articles.preflight.finding import Finding
from articles.state import clock

SENTENCES = {
    addresses.NOWHERE: gettext_lazy(
        "The link “%(text)s” leads to no page that readers can see. Correct its address, or take it off."
    ),
    addresses.DESK: gettext_lazy(
        "The link “%(text)s” leads to the desk, where readers cannot go. Give it the address that readers see."
    ),
    addresses.PREVIEW: gettext_lazy(
        "The link “%(text)s” leads to a preview, which is not for readers. Give it the address that they see."
    ),
    addresses.WITHDRAWN: gettext_lazy(
        "The link “%(text)s” leads to a story that was withdrawn. Give it another, or take it off."
    ),
    addresses.LATER: gettext_lazy(
        "The link “%(text)s” leads to a story that goes out only %(when)s. Let this one follow it, or take the link off."
    ),
    addresses.ENDS: gettext_lazy(
        "The link “%(text)s” leads to a story that will be withdrawn %(when)s. Give it another, or take it off."
    ),
    addresses.MOVED: gettext_lazy(
        "The link “%(text)s” leads to where a story was. It is now at %(address)s."
    ),
}
# What is planned for the stories of others is not for everybody to know.
PLANS = (addresses.LATER, addresses.ENDS)


def have_addresses(proof):
    """Links that somebody meant to come back to. Those without any words are gone: the sanitiser takes them out."""
    for link in proof.links:
        if _is_unfinished(link.address):
            sentence = _("The link “%s” has no address yet. Give it one, or take it off.") % link.text
            yield Finding("empty_link", "body", sentence, is_hard=True, detail=link.address)


def are_alive(proof):
    """Links within the site that a reader would follow into nothing, at the moment this story goes out."""
    for link in proof.links:
        if trouble := proof.troubles.get(link.address):
            is_moved = trouble.kind == addresses.MOVED
            yield Finding(
                "moved_link" if is_moved else "dead_link",
                "body",
                _in_words(trouble, link, proof.user),
                is_hard=not is_moved,
                detail=link.address,
            )


def _in_words(trouble, link, user):
    knows = user is None or user.has_perm("articles.edit_any_article")
    kind = addresses.NOWHERE if trouble.kind in PLANS and not knows else trouble.kind
    when = clock(trouble.moment) if trouble.moment else ""
    return SENTENCES[kind] % {"text": link.text, "when": when, "address": trouble.address}


def _is_unfinished(address):
    if address == "#":
        return True
    if address.lower().startswith("mailto:"):
        return "@" not in address
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return True
    return bool(host) and not any(sign in host for sign in ".:") and not addresses.is_of_this_site(host)
