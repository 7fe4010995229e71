"""What the checks look at: a story with the words that would go out, the moment at which they would, and for whom it is asked."""

import re
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.timezone import now

from articles.content import COLUMNS, content_of
from articles.figures import figures_of
from articles.html import excerpt, plain_text
from articles.markup import text_of
from articles.models.photo import Photo
from articles.preflight.addresses import troubles_of

_LINK = re.compile(r'<a href="([^"]*)"[^<>]*>(.*?)</a>', re.DOTALL)
# As many words of a link as one needs to find it again.
_WORDS_OF_LINK = 60


@dataclass(frozen=True)
class Link:
    address: str
    text: str


class Proof:
    """One text of a story. ``content`` is that of a version; None stands for the row in hand.

    ``at`` is when it would go out (None, or a moment that has passed: now). ``user`` is told nothing of stories that are not
    theirs to know; None is an editor. ``troubles`` spares the question where the links lead, if somebody knows it already.
    """

    def __init__(self, story, content=None, *, at=None, user=None, troubles=None):
        self.story, self.content = story, content
        self.at = max(at, now()) if at else now()
        self.user = user
        if troubles is not None:
            self.troubles = troubles

    def __getitem__(self, name):
        """A field as a content has it; one that is not there is empty."""
        if self.content is not None:
            return self.content.get(name)
        if name in COLUMNS:
            return getattr(self.story, self.story._meta.get_field(name).attname)
        return content_of(self.story)[name]

    @cached_property
    def photo(self):
        """The lead picture; None too where the one that is named is not in the library any more."""
        pk = self["lead_photo"]
        if pk == self.story.lead_photo_id:
            return self.story.lead_photo
        return Photo.objects.filter(pk=pk).first() if pk else None

    @cached_property
    def figures(self):
        """What is known of the pictures in the text, by key. One query, none where there is none."""
        return figures_of({"body": self["body"]})

    @cached_property
    def text(self):
        return plain_text(self["body"] or "")

    @cached_property
    def links(self):
        """The links of the body in their order, each address once."""
        found = {}
        for written, inner in _LINK.findall(self["body"] or ""):
            address = text_of(written)
            found.setdefault(address, Link(address, excerpt(plain_text(inner), _WORDS_OF_LINK)))
        return list(found.values())

    @cached_property
    def troubles(self):
        """What is wrong with the links within the site, by address. At most one query, none where there is no such link."""
        return troubles_of([link.address for link in self.links], self)
