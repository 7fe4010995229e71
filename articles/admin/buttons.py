"""Which buttons a story offers to whom, and what each one does. The label says what will happen.

The verbs check for themselves: a forged button is refused there, and no button here is more than an offer.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.state import clock


@dataclass(frozen=True)
class Button:
    name: str
    label: str
    is_primary: bool = False


SAVE, SUBMIT, PUBLISH, SCHEDULE = "_save", "_submit", "_publish", "_schedule"
REOPEN, UNSCHEDULE, WITHDRAW = "_reopen", "_unschedule", "_withdraw"
MOVES = (SUBMIT, PUBLISH, SCHEDULE, REOPEN, UNSCHEDULE, WITHDRAW)


def pressed(data):
    """The button that sent a form; saving is what happens when none is named."""
    return next((name for name in MOVES if name in data), SAVE)


def bar(story, user, goes_out_at=None):
    """The buttons at the foot of the form, the likeliest last."""
    code = story.state.code
    buttons = [Button(SAVE, _save_label(story, code), is_primary=code in ("live", "scheduled"))]
    may_release = story.may_be_released_by(user)
    if code == "draft":
        buttons.append(Button(SUBMIT, _("Submit for review"), is_primary=not may_release))
    if may_release and code != "live":
        is_undecided = code != "scheduled"
        label = schedule_label(code, clock(goes_out_at) if goes_out_at else "")
        buttons.append(Button(SCHEDULE, label, is_primary=is_undecided and bool(goes_out_at)))
        buttons.append(Button(PUBLISH, _publish_label(code), is_primary=is_undecided and not goes_out_at))
    return buttons


def aside(story, user):
    """The buttons that take a story back, kept away from those that send it on."""
    code = story.state.code
    if code == "review" and story.may_be_reopened_by(user):
        return [Button(REOPEN, _("Take back to draft"))]
    if code == "scheduled" and story.may_be_released_by(user):
        return [Button(UNSCHEDULE, _("Unschedule"))]
    return []


def may_withdraw(story, user):
    return story.state.code == "live" and story.may_be_released_by(user)


def schedule_label(code, when=""):
    """What the schedule button says; ``when`` in words, or “%s” for the script to put it in."""
    when = when or _("the time given")
    return (_("Move to %s") if code == "scheduled" else _("Schedule for %s")) % when


def _publish_label(code):
    return _("Publish again") if code == "withdrawn" else _("Publish now")


def _save_label(story, code):
    match code:
        case "live":
            return _("Update live story")
        case "scheduled":
            return _("Save, still goes out %s") % clock(story.publish_at)
        case "draft":
            return _("Save draft")
    return _("Save")
