"""From the press of a button to ``moderation.decide``, and what the moderator is told.

Each button and each row carries the version of the comment that was on the page, so a decision is always about the words
and the state its moderator saw.
"""

from django.contrib import messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.desk import is_key
from articles.state import clock
from comments.choices import Status
from comments.moderation import decide, last_decisions

VERDICTS = {
    Status.APPROVED: gettext_lazy("Approve"),
    Status.REJECTED: gettext_lazy("Reject"),
    Status.SPAM: gettext_lazy("Spam"),
    Status.PENDING: gettext_lazy("Put back"),
}


def verdicts_for(comment, *, with_putting_back=False):
    """The buttons a comment offers as it stands: (status, label, value), the likeliest first."""
    return [
        (to, label, f"{to}.{comment.pk}.{comment.version}")
        for to, label in VERDICTS.items()
        if comment.status in to.sources and (with_putting_back or to != Status.PENDING)
    ]


def decide_pressed(request):
    """Take the decision of the one button that was pressed. Returns whether the press made sense."""
    to, _dot, seen = request.POST.get("decide", "").partition(".")
    comment = _versions([seen])
    if to not in Status.values or not comment:
        messages.error(request, _("That button could not be read. Nothing has changed."))
        return False
    tell(request, decide(comment, to, by=request.user, reason=request.POST.get("reason", "")))
    return True


def decide_chosen(request, chosen, to):
    """Take one decision on every chosen row, each at the version that stood on the page."""
    versions = _versions(request.POST.getlist("seen"))
    tell(
        request, decide({pk: versions[pk] for pk in map(int, chosen) if pk in versions}, to, by=request.user)
    )


def tell(request, outcome):
    """Say what was decided, and for each comment that somebody else was quicker with, who and how."""
    if len(outcome.decided) == 1:
        comment = outcome.decided[0]
        address = reverse("admin:comments_comment_change", args=[comment.pk])
        said = format_html(
            '{}: {} <a href="{}">{}</a>',
            comment.get_status_display(),
            comment.name,
            address,
            _("Look again"),
        )
        messages.success(request, said)
    elif outcome.decided:
        number, status = len(outcome.decided), outcome.decided[0].get_status_display()
        said = ngettext("%(status)s: %(number)d comment.", "%(status)s: %(number)d comments.", number)
        messages.success(request, said % {"status": status, "number": number})
    last = last_decisions(outcome.conflicts) if outcome.conflicts else {}
    for comment in outcome.conflicts:
        messages.warning(request, _conflict_in_words(comment, last.get(comment.pk)))


def decided_in_words(event):
    """“Approved 09:12 by Ana Duarte”."""
    return _("%(status)s %(when)s by %(who)s") % {
        "status": event.get_to_status_display(),
        "when": clock(event.at),
        "who": event.actor_name or _("the site"),
    }


def _conflict_in_words(comment, event):
    if event is None:
        return _("%s: changed since you saw it. Nothing was decided.") % comment.name
    return _("%(name)s: not changed by you, as it has been decided already. %(decided)s.") % {
        "name": comment.name,
        "decided": decided_in_words(event),
    }


def _versions(marks):
    """Map keys to versions from marks such as “12.1”; what is no such mark is passed over."""
    pairs = (mark.split(".") for mark in marks if mark.count(".") == 1)
    return {int(pk): int(version) for pk, version in pairs if is_key(pk) and is_key(version)}
