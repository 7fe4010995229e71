from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from articles.choices import Verb
from articles.models.event import ArticleEvent


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self):
        # What browsers send and take, whatever the language of the page.
        super().__init__(format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day as browsers send it, that has one before and one after it in every time zone."""

    def __init__(self, **kwargs):
        super().__init__(input_formats=["%Y-%m-%d"], widget=DayInput, **kwargs)
        self.validators += [MinValueValidator(date(1900, 1, 1)), MaxValueValidator(date(2199, 12, 31))]


class LogForm(forms.Form):
    """What the log of all stories is narrowed to. Each field may be left empty."""

    who = forms.CharField(label=_("Who"), required=False, max_length=ArticleEvent.NAME_LENGTH)
    verb = forms.ChoiceField(label=_("What"), required=False, choices=[("", _("Anything")), *Verb.choices])
    since = DayField(label=_("From"), required=False)
    until = DayField(label=_("To"), required=False)
    story = forms.CharField(label=_("Story №"), required=False, max_length=24)

    def __init__(self, data):
        super().__init__(data, auto_id="log-%s")
        self.fields["who"].widget.attrs |= {"list": "log-names", "autocomplete": "off"}
        self.fields["story"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}
        if self.errors:
            for name in self.errors.keys() & self.fields.keys():
                self.fields[name].widget.attrs["aria-invalid"] = "true"

    def clean_story(self):
        """The number of a story, also as the desk writes it: “№ 12”."""
        number = self.cleaned_data["story"].removeprefix("№").strip()
        if number and not (number.isascii() and number.isdigit() and len(number) < 19):
            raise forms.ValidationError(_("This is no number of a story, such as 12."))
        return int(number) if number else None

    def clean_until(self):
        since, until = self.cleaned_data.get("since"), self.cleaned_data["until"]
        if since and until and until < since:
            raise forms.ValidationError(_("This day is before the other. Change one of the two."))
        return until
