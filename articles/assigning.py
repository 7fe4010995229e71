"""Whose work a story is, and when it has to be done."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.choices import Verb
from articles.colleagues import writers
from articles.refusals import Incomplete
from articles.verbs import must_come


class Assigning:
    """The verb of ``Article`` that gives it to somebody."""

    def assign(self, user, due_at, *, by):
        """Give the story to a colleague, or to nobody (None), to be done by a moment (aware), or by none (None).

        Whoever may change the story may do so; the colleague is active staff who may change stories. Returns whether
        anything was different. Moves nothing that readers see, and does not count as a change of the text.
        """
        with transaction.atomic():
            self.refresh_from_db(from_queryset=type(self).objects.select_for_update())
            if not self.may_be_changed_by(by):
                raise PermissionDenied
            if (user and user.pk, due_at) == (self.assignee_id, self.due_at):
                return False
            if due_at and due_at != self.due_at:
                must_come(due_at, "due_at")
            if user and not writers().filter(pk=user.pk).exists():
                raise Incomplete({"assignee": [_("%s cannot work on stories. Choose somebody else.") % user]})
            self.assignee, self.due_at = user, due_at
            self.save(update_fields=["assignee", "due_at"])
            self.log(Verb.ASSIGNED, by, self.status, _in_words(user, due_at))
            return True

    assign.alters_data = True


def _in_words(user, due_at):
    """To whom and until when, with the year: the log is read long after."""
    whom = _("to %s") % user if user else _("to nobody")
    if not due_at:
        return whom
    return _("%(whom)s, due %(when)s") % {
        "whom": whom,
        "when": date_format(localtime(due_at), "j M Y, H:i"),
    }
