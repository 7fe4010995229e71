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
UPDATE, SCHEDULE_UPDATE, UNSCHEDULE_UPDATE = "_update", "_schedule_update", "_unschedule_update"
REOPEN, UNSCHEDULE, WITHDRAW, KEEP_OUT = "_reopen", "_unschedule", "_withdraw", "_unschedule_withdrawal"
MOVES = (
    *(SUBMIT, PUBLISH, SCHEDULE, UPDATE, SCHEDULE_UPDATE, UNSCHEDULE_UPDATE),
    *(REOPEN, UNSCHEDULE, WITHDRAW, KEEP_OUT),
)
# Those that pass the words in the form on to somebody: nobody may pass on what they have not seen.
SHOWING = (SUBMIT, PUBLISH, SCHEDULE, UPDATE, SCHEDULE_UPDATE)
# What the form shows: nothing said is the newest draft.
LIVE = "live"


def pressed(data):
    """The button that sent a form; saving is what happens when none is named."""
    return next((name for name in MOVES if name in data), SAVE)


def bar(story, user, goes_out_at=None, *, of_live=False):
    """The buttons at the foot of the form, the likeliest last."""
    may_release = story.may_be_released_by(user)
    if of_live:
        return [Button(UPDATE, _("Put this fix live"), is_primary=True)]
    if story.is_public:
        return (
            _live_bar(story, goes_out_at) if may_release else [Button(SAVE, _("Save draft"), is_primary=True)]
        )
    buttons = [Button(SAVE, _save_label(story), is_primary=story.is_scheduled)]
    if story.state.code == "draft":
        buttons.append(Button(SUBMIT, _("Submit for review"), is_primary=not may_release))
    if may_release:
        is_undecided = not story.is_scheduled
        label = schedule_label(story, clock(goes_out_at) if goes_out_at else "")
        buttons.append(Button(SCHEDULE, label, is_primary=is_undecided and bool(goes_out_at)))
        buttons.append(Button(PUBLISH, _publish_label(story), is_primary=is_undecided and not goes_out_at))
    return buttons


def _live_bar(story, goes_out_at):
    when = clock(goes_out_at) if goes_out_at else ""
    return [
        Button(SAVE, _("Save draft")),
        Button(SCHEDULE_UPDATE, schedule_label(story, when), is_primary=False),
        Button(UPDATE, _("Update live story"), is_primary=True),
    ]


def aside(story, user):
    """The buttons that take a story back, kept away from those that send it on."""
    may_release = story.may_be_released_by(user)
    buttons = []
    if story.state.code == "review" and story.may_be_reopened_by(user):
        buttons.append(Button(REOPEN, _("Take back to draft")))
    if story.is_scheduled and may_release:
        buttons.append(Button(UNSCHEDULE, _("Unschedule")))
    if story.update_at and may_release:
        buttons.append(Button(UNSCHEDULE_UPDATE, _("Take the scheduled update back")))
    if story.withdraw_at and not story.is_expired and may_release:
        buttons.append(Button(KEEP_OUT, _("Do not withdraw it")))
    return buttons


def schedule_label(story, when=""):
    """What the schedule button says; ``when`` in words, or “%s” for the script to put it in."""
    when = when or _("the time given")
    if story.is_public:
        return (_("Move update to %s") if story.update_at else _("Update at %s")) % when
    return (_("Move to %s") if story.is_scheduled else _("Schedule for %s")) % when


def _publish_label(story):
    return _("Publish again") if story.was_public else _("Publish now")


def _save_label(story):
    if story.is_scheduled:
        return _("Save, still goes out %s") % clock(story.publish_at)
    return _("Save draft") if story.state.code == "draft" else _("Save")
