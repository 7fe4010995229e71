from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.forms.picks import PhotoField, PicksInput
from articles.models import Photo

ONE_OF_TWO = _("Say what the picture shows, or mark it as decorative: one of the two.")
UNDESCRIBED = "undescribed"


class Described(forms.ModelForm):
    """What is said about a picture in a few words: described or decorative, exactly one of the two."""

    class Meta:
        model = Photo
        fields = ["alt", "is_decorative", "credit", "caption"]
        widgets = {"alt": forms.Textarea(attrs={"rows": 2}), "caption": forms.Textarea(attrs={"rows": 2})}

    def clean(self):
        cleaned = super().clean()
        alt, is_decorative = cleaned.get("alt", "").strip(), cleaned.get("is_decorative")
        if "alt" not in self.errors and bool(alt) == bool(is_decorative):
            self.add_error("alt", ONE_OF_TWO)
        # From now on somebody has said what it is.
        self.instance.found = {
            name: said for name, said in self.instance.found.items() if name != UNDESCRIBED
        }
        return cleaned


class PhotoForm(Described):
    """The whole record of a picture."""

    replacement = PhotoField(
        label=_("Then show"),
        help_text=_("Instead of this one, once its rights are over. Empty: no picture."),
        queryset=Photo.objects.all(),
        widget=PicksInput(
            source="photo.replacement", is_single=True, placeholder=_("Find one in the library")
        ),
    )

    class Meta(Described.Meta):
        fields = [
            *("alt", "is_decorative", "caption", "credit"),
            *("source", "licence", "territory", "rights_until", "replacement", "focus_x", "focus_y"),
        ]
        widgets = Described.Meta.widgets | {
            "rights_until": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "focus_x": forms.NumberInput(attrs={"min": 0, "max": 100}),
            "focus_y": forms.NumberInput(attrs={"min": 0, "max": 100}),
        }
        help_texts = {"rights_until": _("The last day on which it may be shown. Empty: for ever.")}
        labels = {"focus_x": _("From the left, in %"), "focus_y": _("From the top, in %")}

    #: The name of what the file says that is to stand in its field.
    taken = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("licence", "focus_x", "focus_y"):
            self.fields[name].required = False
        self.fields["focus_x"].max_value = self.fields["focus_y"].max_value = 100
        if self.instance.found.get(UNDESCRIBED):
            self.initial["is_decorative"] = False
        for field, words in offered(self.instance):
            if field == self.taken:
                self.initial[field] = words

    def offers(self):
        """What the file says of itself that its field does not say yet, as pairs of field and words."""
        return [(field, words) for field, words in offered(self.instance) if self[field].value() != words]

    def _kept(self, name):
        value = self.cleaned_data.get(name)
        return getattr(self.instance, name) if value in (None, "") else value

    def clean_licence(self):
        return self._kept("licence")

    def clean_focus_x(self):
        return self._kept("focus_x")

    def clean_focus_y(self):
        return self._kept("focus_y")

    def clean_replacement(self):
        other = self.cleaned_data["replacement"]
        if other and other.pk == self.instance.pk:
            raise ValidationError(_("A picture cannot stand in for itself. Choose another."), "itself")
        return other


class UploadForm(Described):
    """The first words about a picture that is not in the library yet, and its file.

    The renditions take seconds and are made before the saving transaction begins: the admin hands the photo it has
    prepared, or the sentence it was refused with, to a subclass made for the request.
    """

    file = forms.FileField(
        label=_("File"),
        help_text=_("JPEG, PNG, WebP, AVIF or GIF. The place and camera data in it are never published."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif,image/gif"}),
    )

    prepared = None
    refusal = ""

    class Meta(Described.Meta):
        fields = ["file", *Described.Meta.fields]

    field_order = ["file", "alt", "is_decorative", "credit", "caption"]

    def __init__(self, *args, **kwargs):
        kwargs["instance"] = self.prepared or kwargs.get("instance")
        super().__init__(*args, **kwargs)

    def clean_file(self):
        if self.refusal:
            raise ValidationError(self.refusal, "refused")
        return self.cleaned_data["file"]


class OnceMoreForm(UploadForm):
    """The same for a file that the library has already: it is taken once more only where somebody says so."""

    again = forms.BooleanField(label=_("Add it once more all the same"), required=False)

    class Meta(UploadForm.Meta):
        fields = ["file", "again", *Described.Meta.fields]

    field_order = ["file", "again", "alt", "is_decorative", "credit", "caption"]


class RoundForm(forms.ModelForm):
    """What is true of every picture sent together."""

    class Meta:
        model = Photo
        fields = ["credit", "source", "licence"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["licence"].required = False

    def clean_licence(self):
        return self.cleaned_data.get("licence") or self.instance.licence


def offered(photo):
    """What a file says of itself, each beside the field it may be taken into."""
    found = photo.found
    credit = found.get("credit") or found.get("photographer") or found.get("copyright")
    pairs = (("caption", found.get("caption")), ("credit", credit), ("source", found.get("source")))
    return [(field, words) for field, words in pairs if words]
