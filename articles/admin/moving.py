"""Moving stories by the press of a button: the verb, and what its actor is told."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin import buttons
from articles.refusals import Incomplete, WrongState, in_words
from articles.state import clock


class Stopped(Exception):
    """A verb said no. ``refusal`` is what it said; the text that came with the press is stored all the same."""

    def __init__(self, refusal):
        super().__init__(in_words(refusal))
        self.refusal = refusal

    @property
    def in_words(self):
        return str(self)


def move(request, story, button, form=None, saved=None):
    """Do what a button says to a stored story, and tell how it went. Raises ``Stopped`` where it could not be done.

    ``form`` is the valid form that came with the press, ``saved`` what became of its text.
    """
    data = form.cleaned_data if form else {}
    try:
        _set_embargo(story, data, request)
        if saved and saved.is_behind and button in buttons.SHOWING:
            raise WrongState(
                _(
                    "Somebody has saved this story since you opened it. What is newest stands here now, with what you "
                    "typed: look, and press again."
                )
            )
        if saved and button in buttons.SHOWING:
            with transaction.atomic():
                _hold(story, saved)
                _call(story, button, request.user, data, form)
        else:
            _call(story, button, request.user, data, form)
    except (Incomplete, WrongState) as refusal:
        raise Stopped(refusal) from refusal
    except PermissionDenied as refusal:
        raise Stopped(
            WrongState(_("You may not do this with this story. What you typed is saved."))
        ) from refusal
    has_done = _did_something(button, saved)
    if has_done or not getattr(request, "has_withdrawn", False):
        words = done_in_words(story, button, saved, data)
        messages.add_message(request, messages.SUCCESS if has_done else messages.INFO, words)


def _hold(story, saved):
    """Keep others from the story until the verb is done, which then shows the words that were on the page and no others."""
    stories = type(story).objects.select_for_update().order_by()
    if stories.values_list("draft_revision", flat=True).get(pk=story.pk) != saved.revision.pk:
        raise WrongState(_("Somebody has saved this story while you pressed. Look, and press again."))


def _set_embargo(story, data, request):
    """An embargo is no button of its own: it stands beside the times, and is set with whatever is pressed."""
    if "embargo_until" in request.POST and not story.is_public:
        until = data.get("embargo_until")
        if _to_the_minute(until) != _to_the_minute(story.embargo_until):
            story.set_embargo(until, by=request.user)


def _to_the_minute(moment):
    return moment and moment.replace(second=0, microsecond=0)


def _call(story, button, user, data, form):
    if data.get("of") == buttons.LIVE:
        story.fix_live(form.content(), base=data["base"], **_change(user, data))
        story.settled(by=user, tab=data["tab"])
    elif button != buttons.SAVE:
        DO[button](story, user, data)


def _release(user, data):
    return {"by": user, "override": data["override"]}


def _change(user, data):
    return _release(user, data) | {"kind": data["change"], "note": data["change_note"]}


def _withdraw(story, user, data):
    if at := data["withdraw_at"]:
        story.schedule_withdrawal(at, data["reason"], by=user, notice=data["notice"])
    else:
        story.withdraw(data["reason"], by=user, notice=data["notice"])


DO = {
    buttons.SUBMIT: lambda story, user, data: story.submit(by=user),
    buttons.REOPEN: lambda story, user, data: story.reopen(by=user),
    buttons.PUBLISH: lambda story, user, data: story.publish(**_release(user, data)),
    buttons.SCHEDULE: lambda story, user, data: story.schedule(data["goes_out_at"], **_release(user, data)),
    buttons.UNSCHEDULE: lambda story, user, data: story.unschedule(by=user),
    buttons.UPDATE: lambda story, user, data: story.update_live(**_change(user, data)),
    buttons.SCHEDULE_UPDATE: lambda story, user, data: story.schedule_update(
        data["goes_out_at"], **_change(user, data)
    ),
    buttons.UNSCHEDULE_UPDATE: lambda story, user, data: story.unschedule_update(by=user),
    buttons.WITHDRAW: _withdraw,
    buttons.KEEP_OUT: lambda story, user, data: story.unschedule_withdrawal(by=user),
}


def _did_something(button, saved):
    return button != buttons.SAVE or saved is None or saved.is_changed


def done_in_words(story, button, saved=None, data=None):
    """What the desk answers once it is done."""
    if button == buttons.SAVE and (data or {}).get("of") != buttons.LIVE:
        return _saved_in_words(story, saved)
    if words := DONE.get(button):
        return words
    if when := _moment_of(story, button):
        return WHEN[button] % clock(when)
    if button == buttons.WITHDRAW:
        return _("Withdrawn. Readers are told that the story is gone.")
    lead = _("Published.") if button == buttons.PUBLISH else _("Updated. Readers see it now.")
    return format_html('{} <a href="{}">{}</a>', lead, story.get_absolute_url(), _("Read it"))


DONE = {
    buttons.SUBMIT: gettext_lazy("Submitted for review."),
    buttons.REOPEN: gettext_lazy("Taken back to draft."),
    buttons.UNSCHEDULE: gettext_lazy("No longer scheduled."),
    buttons.UNSCHEDULE_UPDATE: gettext_lazy("The update is not scheduled any more. Its words are kept."),
    buttons.KEEP_OUT: gettext_lazy("It stays where it is."),
}
WHEN = {
    buttons.SCHEDULE: gettext_lazy("Scheduled: goes out %s."),
    buttons.SCHEDULE_UPDATE: gettext_lazy(
        "The update goes out %s. Until then readers see what they see now."
    ),
    buttons.WITHDRAW: gettext_lazy("It will be withdrawn %s."),
}


def _moment_of(story, button):
    columns = {
        buttons.SCHEDULE: "publish_at",
        buttons.SCHEDULE_UPDATE: "update_at",
        buttons.WITHDRAW: "withdraw_at",
    }
    return getattr(story, columns[button]) if button in columns else None


def _saved_in_words(story, saved):
    if saved and not saved.is_changed:
        return _("Nothing was different; nothing was saved.")
    is_merged = saved and saved.is_merged
    words = _("Saved, together with what somebody else has saved meanwhile.") if is_merged else _("Saved.")
    if story.is_public:
        return _("%s Readers still see the text that is live.") % words
    if story.is_scheduled and story.has_newer_draft:
        return _("%s It is not fit to go out: the earlier text still does.") % words
    return words
