"""The form a story is written in. What it may not hold: where the story stands, and when it was public."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.choices import Status
from articles.forms.described import describe_author
from articles.forms.picks import PhotoField, PicksField, PicksInput, TagField
from articles.forms.text import StoryText
from articles.models import Article, Author, Photo, Tag
from articles.refusals import MISSING
from articles.state import clock
from newsroom.text import name_key

TOO_LONG = _("%(limit_value)d characters at most. This has %(show_value)d.")
LINES = {
    # Where an editor should begin to cut; what the field can hold is the model's.
    "kicker": {"rows": 1, "data-soft": 40, "placeholder": _("A word or two, such as the place")},
    "headline": {"rows": 1, "data-soft": 90, "placeholder": _("What happened")},
    "standfirst": {"rows": 2, "data-soft": 300, "placeholder": _("The story in two sentences")},
}


class StoryForm(forms.ModelForm):
    """Takes any half-written story; only a public one must stay fit for readers.

    ``seen`` says in which state, and after whose save, the page was opened: a form that is behind is not stored over what
    has come since, and comes back with everything in it.
    """

    bylines = PicksField(
        label=_("Bylines"),
        queryset=Author.objects.all(),
        describe=describe_author,
        widget=PicksInput(source="article.authors_in_order", is_ordered=True, placeholder=_("Add a name")),
    )
    tags = TagField(
        label=_("Tags"),
        queryset=Tag.objects.all(),
        widget=PicksInput(source="article.tags", placeholder=_("Add a tag")),
    )
    lead_photo = PhotoField(
        label=_("Lead picture"),
        queryset=Photo.objects.all(),
        widget=PicksInput(
            source="article.lead_photo", is_single=True, placeholder=_("Find one in the library")
        ),
    )
    goes_out_at = forms.DateTimeField(
        label=_("Goes out"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": _("Give a day and a time, such as 24/11/2026 06:00.")},
    )
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    #: Set by the admin on a subclass for the request: who is writing, and why their last press was refused.
    user = None
    refusal = ""

    class Meta:
        model = Article
        fields = [
            *("kicker", "headline", "standfirst", "body"),
            *("section", "bylines", "tags", "lead_photo", "comment_mode", "goes_out_at", "slug", "language"),
        ]
        widgets = {name: forms.Textarea(attrs=attrs) for name, attrs in LINES.items()} | {
            "body": StoryText(attrs={"data-placeholder": _("Write here")})
        }
        labels = {"comment_mode": _("Who may comment"), "headline": _("Headline"), "body": _("Text")}
        help_texts = {"slug": _("Made from the headline if left empty.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        story = self.instance
        self.seen_now = seen_mark(story)
        self.is_released = story.status == Status.PUBLISHED
        #: Whether what was sent differs from what is stored; known once the form is cleaned.
        self.differs = False
        for name in LINES:
            self.fields[name].error_messages["max_length"] = TOO_LONG
            # No hard stop while typing: people paste more than fits and then cut.
            self.fields[name].widget.attrs["data-hard"] = self.fields[name].widget.attrs.pop("maxlength")
        if not story.pk:
            self.fields["headline"].widget.attrs["autofocus"] = True
        self.fields["section"].empty_label = _("No section yet")
        self.fields["tags"].may_create = self.fields["tags"].widget.may_create = self.user.has_perm(
            "articles.add_tag"
        )
        if story.published_on:
            del self.fields["slug"]
        if story.pk:
            self.initial["bylines"] = story.authors
            self.initial["goes_out_at"] = story.publish_at if story.is_scheduled else None
        elif author := Author.objects.filter(user=self.user).first():
            self.initial["bylines"] = [author]

    def clean(self):
        super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        self.differs = self._changes_something()
        if self.is_behind() and self.differs:
            self.add_error(None, ValidationError(self._what_came_between(), "behind"))
        if self.is_released:
            for name, sentence in MISSING.items():
                if name not in self.errors and not self.cleaned_data.get(name):
                    self.add_error(name, sentence)
        if "_withdraw" in self.data and not self.cleaned_data.get("reason", "").strip():
            self.add_error("reason", _("Say why the story is withdrawn."))
        if (
            "_schedule" in self.data
            and "goes_out_at" not in self.errors
            and not self.cleaned_data.get("goes_out_at")
        ):
            self.add_error("goes_out_at", _("Give the day and the time."))
        return self.cleaned_data

    def is_behind(self):
        """Whether somebody has saved or moved the story since this page was opened."""
        sent = self.data.get("seen")
        return bool(sent and self.instance.pk and sent != self.seen_now)

    def _changes_something(self):
        """Whether what was sent differs from what is stored, once both are tidied the same way."""
        return any(self._differs(name) for name in self.changed_data if name in self._meta.fields)

    def _differs(self, name):
        if name in ("goes_out_at", "bylines") or Article._meta.get_field(name).is_relation:
            return name != "goes_out_at"
        try:
            sent = Article._meta.get_field(name).clean(self.cleaned_data.get(name) or "", self.instance)
        except ValidationError:
            return True
        return sent != getattr(self.instance, name)

    def _what_came_between(self):
        last = self.instance.events.first()
        if not last:
            return _("The story has changed since you opened it. Your text is below, and not saved yet.")
        return _(
            "%(who)s has changed this story since you opened it (%(what)s, %(when)s). Your text is below, and not saved "
            "yet: open the story in a second tab to compare, then press again to save yours over it."
        ) % {"who": last.actor_name, "what": last.get_verb_display().lower(), "when": clock(last.at)}

    def chosen_authors(self):
        return self.cleaned_data["bylines"].rows

    def chosen_tags(self):
        """The tags chosen, with new ones made for names that have none; call it inside the saving transaction."""
        picks = self.cleaned_data["tags"]
        return [*picks.rows, *(tag_called(name) for name in picks.new_names)]

    def _save_m2m(self):
        """Nothing: bylines and tags are stored by ``Article.revise``, with the rest or not at all."""


def tag_called(name):
    return Tag.objects.get_or_create(key=name_key(name), defaults={"name": name})[0]


def seen_mark(story):
    """A mark that changes whenever a story is saved or moved."""
    if not story.pk:
        return ""
    return f"{story.state.code}.{story.modified_at:%Y%m%d%H%M%S%f}"
