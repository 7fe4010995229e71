"""What the checks found, as the desk shows it beside the text."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import preflight
from articles.admin import buttons
from articles.content import TYPED, content_of


@dataclass(frozen=True)
class Row:
    """One finding, with the place on the form where it is put right, or the page: ``page`` opens beside the form."""

    sentence: str
    is_hard: bool
    address: str
    page: str = ""


@dataclass(frozen=True)
class Report:
    rows: list[Row]
    #: Whether somebody who may could publish all the same.
    may_be_overridden: bool

    @property
    def stops(self):
        return sum(row.is_hard for row in self.rows)

    @property
    def verdict(self):
        if number := self.stops:
            return ngettext("%d thing stops it", "%d things stop it", number) % number
        if number := len(self.rows):
            return ngettext("%d thing to look at", "%d things to look at", number) % number
        return _("Nothing stands in the way")


def report_on(story, content, user) -> Report:
    """What the checks say of this content of a stored story, at the time at which it is to go out."""
    found = preflight.examine(
        story,
        content,
        live=story if story.is_public else None,
        at=story.publish_at if story.is_scheduled else story.update_at,
        user=user,
    )
    hard = [finding for finding in found if finding.is_hard]
    return Report(
        [_row(finding, story, content, user) for finding in found],
        may_be_overridden=bool(hard) and not any(finding.is_final for finding in hard),
    )


def content_in(form, story):
    """The content that a story form holds: what it opened with or, once it was sent, what was sent as far as it fits."""
    if not form.is_bound:
        return form.opening.content if form.opening else story.draft_content
    data = form.cleaned_data
    content = {}
    if story.pk:
        content = content_of(story) if data.get("of") == buttons.LIVE else story.draft_content
    content = content | {name: data[name] or "" for name in TYPED if name in data}
    content |= {name: data[name] and data[name].pk for name in ("section", "lead_photo") if name in data}
    content |= {name: [row.pk for row in data[name].rows] for name in ("bylines", "tags") if name in data}
    return content | {"typed": {name: data[name].new_names for name in ("bylines", "tags") if name in data}}


def _row(finding, story, content, user):
    address, page = f"#id_{finding.field}", ""
    if finding.field == "notes":
        address = "#notes"
    elif finding.field == "previews":
        address = page = reverse("admin:articles_article_previews", args=[story.pk])
    elif finding.code in ON_THE_PICTURE and user.has_perm("articles.change_photo"):
        page = reverse("admin:articles_photo_change", args=[content["lead_photo"]])
    return Row(finding.sentence, finding.is_hard, address, page)


# What is said about a picture is said in the library, for all the stories that show it.
ON_THE_PICTURE = ("no_alt", "no_credit")
