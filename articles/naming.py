"""Giving a version of a story a name, by which a person finds it again among hundreds."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.choices import RevisionKind, Verb
from articles.models.revision import Revision
from articles.refusals import Incomplete, WrongState
from newsroom.text import clean_line, length_of, too_long


class Naming:
    """The verb of ``Article`` that names its versions."""

    def name_version(self, revision, name, *, by):
        """Give a version of this story a name; an empty one takes the name away. Returns whether anything changed.

        Raises ``PermissionDenied`` for whoever may not write in the story, and for a version of another one; ``Incomplete``
        for a name that is too long, ``WrongState`` for what a browser keeps by itself: it may still become another text.
        """
        if too_long(name, Revision.NAME_LENGTH):
            sentence = _("A name has %(limit)d characters at most. This has %(length)d.")
            counts = {"limit": Revision.NAME_LENGTH, "length": length_of(name)}
            raise Incomplete({"name": [sentence % counts]})
        name = clean_line(name, limit=Revision.NAME_LENGTH)
        with transaction.atomic():
            self._lock()
            if revision.article_id != self.pk or not self.may_be_changed_by(by):
                raise PermissionDenied
            if revision.kind == RevisionKind.AUTOSAVE:
                raise WrongState(_("This was kept by itself and may still change. Bring it back first."))
            # Two may name it at once: the row is asked, not the copy in hand.
            stored = Revision.objects.select_for_update().only("name").get(pk=revision.pk)
            if stored.name == name:
                return False
            note = name or _("“%s” no more") % stored.name
            Revision.objects.filter(pk=revision.pk).update(name=name)
            revision.name = name
            self.log(Verb.NAMED, by, self.status, note, revision=revision)
            return True

    name_version.alters_data = True
