from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models import Photo


class PhotoForm(forms.ModelForm):
    """What is said about a picture: described or decorative, exactly one of the two."""

    class Meta:
        model = Photo
        fields = ["alt", "is_decorative", "credit", "caption"]
        widgets = {"alt": forms.Textarea(attrs={"rows": 2}), "caption": forms.Textarea(attrs={"rows": 2})}

    def clean(self):
        cleaned = super().clean()
        alt, is_decorative = cleaned.get("alt", "").strip(), cleaned.get("is_decorative")
        if "alt" not in self.errors and bool(alt) == bool(is_decorative):
            self.add_error("alt", _("Say what the picture shows, or mark it as decorative: one of the two."))
        return cleaned


class UploadForm(PhotoForm):
    """The same for a picture that is not in the library yet.

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

    class Meta(PhotoForm.Meta):
        fields = ["file", *PhotoForm.Meta.fields]

    field_order = ["file", "alt", "is_decorative", "credit", "caption"]

    def __init__(self, *args, **kwargs):
        kwargs["instance"] = self.prepared or kwargs.get("instance")
        super().__init__(*args, **kwargs)

    def clean_file(self):
        if self.refusal:
            raise ValidationError(self.refusal, "refused")
        return self.cleaned_data["file"]
