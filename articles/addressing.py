"""Where a story stands on the site, and how it moves to another address without losing whoever comes to the old one.

An address that readers have known is never given to another story: it is kept as a ``FormerAddress``, which names the story
and not its next address. So no chain can form, and no circle, since a story that returns takes its own row away.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from articles.choices import Verb
from articles.models.former_address import FormerAddress
from articles.refusals import Incomplete, WrongState
from articles.slugs import first_free
from newsroom.text import slug_of


class Addressing:
    """The verbs of ``Article`` that change its address."""

    def readdress(self, slug, on=None, *, by):
        """Give the story another address. ``slug`` is cleaned; ``on`` is the day in the address and moves nothing else.

        The address of a story that has been public goes on leading to it. One that never was takes the new words and leaves
        nothing behind; its day is that on which it comes out. Raises ``PermissionDenied``, ``Incomplete`` for words or a day
        that no address can have, and ``WrongState`` where the address is another story's, now or before, or its own.
        """
        words = slug_of(slug, limit=self._meta.get_field("slug").max_length)
        if not words:
            raise Incomplete({"slug": [_("Give the address at least one letter or digit.")]})
        with transaction.atomic():
            self._lock()
            self._must_be_released_by(by)
            day = on or self.published_on
            if day != self.published_on:
                self._must_be_a_day_to_stand_on(day)
            if self.published_on:
                self._move_to(day, words, by)
            else:
                self.save_draft(self.draft_content | {"slug": words}, by=by)

    def return_to(self, former, *, by):
        """Take back an address that the story had (one of ``former_addresses``); the one it has now leads there."""
        if former.article_id != self.pk:
            raise PermissionDenied
        self._move_to(former.published_on, former.slug, by)

    for _verb in (readdress, return_to):
        _verb.alters_data = True
    del _verb

    def address_for(self, slug, on=None):
        """The address that ``readdress`` would give; "" where there are no words for it or no day yet. Asks nobody."""
        words = slug_of(slug, limit=self._meta.get_field("slug").max_length)
        day = on or self.published_on
        return type(self)(published_on=day, slug=words).get_absolute_url() if words and day else ""

    def _move_to(self, day, slug, by):
        with self._moving(Verb.READDRESSED, by) as move:
            self._must_be_released_by(by)
            old, day_before, slug_before = self.get_absolute_url(), self.published_on, self.slug
            if (day, slug) == (day_before, slug_before):
                raise WrongState(_("This is the story’s address already."))
            self._must_be_free(day, slug)
            self.former_addresses.filter(published_on=day, slug=slug).delete()
            if self.was_public:
                FormerAddress.objects.update_or_create(
                    published_on=day_before, slug=slug_before, defaults={"article": self}
                )
            self.published_on, self.slug = day, slug
            move.note = f"{old} → {self.get_absolute_url()}"

    def _must_be_a_day_to_stand_on(self, day):
        if not self.was_public:
            raise Incomplete({"on": [_("A story that has not been public gets its day when it comes out.")]})
        if day > localdate():
            raise Incomplete({"on": [_("This day has not come yet.")]})

    def _must_be_free(self, day, slug):
        others = type(self).objects.exclude(pk=self.pk)
        # Now, and only then before: a story that moves away between the two questions is seen by the second.
        if story := others.filter(published_on=day, slug=slug).first():
            sentence = _("“%(story)s” has this address. Free is: %(free)s")
        elif story := others.formerly_at(day, slug).first():
            sentence = _("“%(story)s” had this address, and links to it lead there. Free is: %(free)s")
        else:
            return
        raise WrongState(sentence % {"story": story, "free": self._first_free(slug, day)})

    def _free_slug(self):
        stem = self.slug or slug_of(self.headline, limit=STEM_LENGTH) or f"article-{self.pk}"
        return self._first_free(stem, self.published_on)

    def _first_free(self, stem, day):
        """The first of ``stem``, ``stem-2`` … that on this day is no other story's, nor has been."""
        stories = type(self).objects.filter(published_on=day).exclude(pk=self.pk)
        former = FormerAddress.objects.filter(published_on=day).exclude(article=self)
        return first_free(stem, stories, former, limit=self._meta.get_field("slug").max_length)


# An address is read out and typed; a hundred characters of a headline are enough to know it by.
STEM_LENGTH = 100
