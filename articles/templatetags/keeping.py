from dataclasses import dataclass

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.autosaving import autosave_of, differing
from articles.models import Article, Revision
from articles.state import clock

register = template.Library()


@dataclass(frozen=True)
class Kept:
    """A text somebody typed and did not save, and what it has that the story has not."""

    revision: Revision
    names: list[str]

    @property
    def at(self):
        return clock(self.revision.changed_at)

    @property
    def fields(self):
        """The fields in which it differs, as the form calls them."""
        return [capfirst(LABELS[name]() if name in LABELS else _verbose(name)) for name in self.names]


@register.simple_tag(takes_context=True)
def kept_text(context, article):
    """The text that whoever looks typed into this story and has not saved, if it differs from the story; or None.

    A page that shows it already, or holds what has just been sent, is offered nothing. Costs one query.
    Syntax: ``{% kept_text story as kept %}``
    """
    request = context["request"]
    if article.pk is None or request.method == "POST" or request.GET.get("kept"):
        return None
    revision = autosave_of(article, request.user)
    names = differing(revision.content, article.draft_content) if revision else []
    if names and revision.base and not differing(revision.content, revision.base.content):
        # Typed and taken back: what differs is what others have saved since.
        return None
    return Kept(revision, names) if names else None


def _verbose(name):
    return str(Article._meta.get_field(name).verbose_name)


LABELS = {"bylines": lambda: _("Bylines")}
