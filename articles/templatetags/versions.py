"""The texts a story has at once, for the box that says where it stands."""

from dataclasses import dataclass

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin import buttons
from articles.state import clock

register = template.Library()


@dataclass(frozen=True)
class Row:
    """One text, or what is planned for it: a sign, its name, who and when, and the way to it. ``button`` takes it back."""

    code: str
    title: str
    said: str = ""
    address: str = ""
    link: str = ""
    button: str = ""


@register.simple_tag
def texts_of(story):
    """The live text, the newer draft, the update and the withdrawal to come; nothing for a story with one text that
    nobody reads. Asks for ``live_revision`` and ``draft_revision``.

    Syntax: ``{% texts_of story as texts %}``
    """
    if not story.pk or not (story.is_public or story.has_newer_draft or story.withdraw_at):
        return []
    return list(_texts(story))


def _texts(story):
    said = _by(story.live_revision) if story.live_revision_id else ""
    if story.is_public:
        yield Row("live", _("Live text"), said, story.get_absolute_url(), _("Read it"))
    elif story.is_scheduled:
        yield Row("scheduled", _("Goes out"), said)
    elif story.was_public:
        yield Row("withdrawn", _("Seen last"), said)
    if story.has_newer_draft:
        address = reverse("admin:articles_article_compare", args=[story.pk])
        yield Row("draft", _("Newer draft"), _by(story.draft_revision), address, _("Compare"))
    if story.update_at:
        yield Row("update", _("Update"), clock(story.update_at), button=buttons.UNSCHEDULE_UPDATE)
    if story.withdraw_at and not story.is_expired:
        yield Row("withdrawn", _("Withdrawal"), clock(story.withdraw_at), button=buttons.KEEP_OUT)


def _by(revision):
    """Who wrote it, and when. The first version of an old story was made when somebody first saved on top of it."""
    when = clock(revision.changed_at) if revision.base_id else ""
    return ", ".join(filter(None, [revision.author_name, when]))
