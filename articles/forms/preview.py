"""The forms around a preview link: the desk makes one, an outsider answers through it."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from articles.choices import AnswerKind, RevisionKind
from articles.models import PreviewAnswer, PreviewLink, Revision
from articles.sharing import DAYS
from newsroom.text import clean_line, clean_text, too_long

LATEST, EXACT = "latest", "exact"
LASTS = {1: _("One day"), 7: _("A week"), 30: _("30 days")}


class ShareForm(forms.Form):
    """Whom a link is for, what it shows, and how long. ``story`` is the story, ``exact`` the version on offer beside the latest."""

    made_for = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=PreviewLink.FOR_LENGTH,
        help_text=_("Only the desk and the person at the other end see this."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    shows = forms.ChoiceField(
        label=_("What it shows"),
        choices=[(LATEST, _("Always the latest version")), (EXACT, "")],
        initial=LATEST,
        widget=forms.RadioSelect,
    )
    revision = forms.ModelChoiceField(
        queryset=Revision.objects.none(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": _("This version is not of this story.")},
    )
    days = forms.TypedChoiceField(
        label=_("Works for"),
        choices=[(days, LASTS[days]) for days in DAYS],
        coerce=int,
        initial=7,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, story, exact=None, label="", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["revision"].queryset = story.revisions.exclude(kind=RevisionKind.AUTOSAVE)
        self.fields["revision"].initial = exact
        only = [(EXACT, format_lazy(_("Only the version of {label}"), label=label))] if exact else []
        self.fields["shows"].choices = [(LATEST, _("Always the latest version")), *only]

    def wanted(self):
        """The version the link is to show, or None for the latest."""
        data = self.cleaned_data
        return data["revision"] if data["shows"] == EXACT else None


class AnswerForm(forms.Form):
    """A name and a note about the version shown; the button says whether it is approved."""

    use_required_attribute = False

    text = forms.CharField(
        label=_("Your note"),
        required=False,
        strip=False,
        help_text=_("What is wrong, or missing. The desk reads it; it is never public."),
        widget=forms.Textarea(attrs={"rows": 5, "data-limit": PreviewAnswer.TEXT_LENGTH}),
    )
    name = forms.CharField(
        label=_("Your name"),
        strip=False,
        error_messages={"required": _("Please enter your name, so that the desk knows who answers.")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    sight = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, link, **kwargs):
        self.link = link
        super().__init__(*args, auto_id="answer-%s", **kwargs)
        self.helper = FormHelper()
        self.helper.form_class = "stack"
        self.helper.form_action = link.get_absolute_url()
        self.helper.attrs = {"novalidate": ""}
        self.helper.layout = Layout("text", "name", "sight")
        # The Enter key presses the first, which alone does nothing without words.
        self.helper.layout.append(Submit(AnswerKind.NOTE.value, _("Send the note")))
        self.helper.layout.append(Submit(AnswerKind.APPROVAL.value, _("Approve this version")))

    @property
    def kind(self):
        return AnswerKind.APPROVAL if AnswerKind.APPROVAL.value in self.data else AnswerKind.NOTE

    def clean_name(self):
        value = self.cleaned_data["name"]
        if too_long(value, PreviewAnswer.NAME_LENGTH):
            raise ValidationError(_("Name must be %d characters or less") % PreviewAnswer.NAME_LENGTH)
        name = clean_line(value)
        if not name:
            raise ValidationError(self.fields["name"].error_messages["required"], "required")
        return name

    def clean_text(self):
        value = self.cleaned_data["text"]
        if too_long(value, PreviewAnswer.TEXT_LENGTH):
            raise ValidationError(_("Note must be %d characters or less") % PreviewAnswer.TEXT_LENGTH)
        text = clean_text(value)
        if not text and self.kind == AnswerKind.NOTE:
            raise ValidationError(_("Write a note, or approve the version instead."))
        return text

    def clean_sight(self):
        """The version its sender had before their eyes."""
        try:
            return self.link.seen(self.cleaned_data["sight"])
        except BadSignature as error:
            raise ValidationError(
                _("It is not clear which version you read. It is above: look again, then press again.")
            ) from error

    def shown_again(self, revision):
        """Bind the form to the version that now stands above it."""
        self.data = self.data.copy()
        self.data["sight"] = self.link.sight_of(revision)
        return self
