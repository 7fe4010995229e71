"""Moving stories by the press of a button: the verb, and what its actor is told."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin import buttons
from articles.refusals import Incomplete, WrongState
from articles.state import clock


def move(request, story, button, *, goes_out_at=None):
    """Do what a button says to a stored story, and tell how it went. Returns whether it was done."""
    try:
        _call(story, button, request.user, goes_out_at)
    except Incomplete as refusal:
        messages.error(request, _missing_in_words(refusal))
    except WrongState as refusal:
        messages.warning(request, str(refusal))
    except PermissionDenied:
        messages.error(request, _("You may not do this with this story. What you typed is saved."))
    else:
        messages.success(request, done_in_words(story, button))
        return True
    return False


def _call(story, button, user, goes_out_at):
    match button:
        case buttons.SUBMIT:
            story.submit(by=user)
        case buttons.REOPEN:
            story.reopen(by=user)
        case buttons.PUBLISH:
            story.publish(by=user)
        case buttons.SCHEDULE:
            story.schedule(goes_out_at, by=user)
        case buttons.UNSCHEDULE:
            story.unschedule(by=user)


def _missing_in_words(refusal):
    """“Saved, but it cannot go out yet”, and what is missing, each a link to its field."""
    links = [(name, sentence) for name, sentences in refusal.message_dict.items() for sentence in sentences]
    return format_html(
        "{} {}",
        _("Saved, but it cannot go on yet:"),
        format_html_join(" ", '<a href="#id_{}">{}</a>', links),
    )


def done_in_words(story, button):
    match button:
        case buttons.SUBMIT:
            return _("Submitted for review.")
        case buttons.REOPEN:
            return _("Taken back to draft.")
        case buttons.SCHEDULE:
            return _("Scheduled: goes out %s.") % clock(story.publish_at)
        case buttons.UNSCHEDULE:
            return _("No longer scheduled.")
        case buttons.WITHDRAW:
            return _("Withdrawn. Readers are told that the story is gone.")
    return format_html('{} <a href="{}">{}</a>', _("Published."), story.get_absolute_url(), _("Read it"))


@admin.action(description=gettext_lazy("Submit for review"), permissions=["change"])
def submit_each(model_admin, request, stories):
    """Hand each chosen draft to the editors; whatever cannot be is named, and the others go on."""
    done = 0
    for story in stories:
        try:
            story.submit(by=request.user)
        except (Incomplete, WrongState, PermissionDenied) as refusal:
            address = reverse("admin:articles_article_change", args=[story.pk])
            messages.warning(
                request, format_html('<a href="{}">{}</a>: {}', address, story, in_words(refusal))
            )
        else:
            done += 1
    if done:
        messages.success(request, _("Submitted for review: %d.") % done)


def in_words(refusal):
    """Why a verb did nothing, in one line."""
    if isinstance(refusal, Incomplete):
        return " ".join(refusal.messages)
    return str(refusal) or _("You may not do this with this story.")
