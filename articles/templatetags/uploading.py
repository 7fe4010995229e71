"""The fields for a new picture, for the story form."""

from django import template

from articles.forms import UploadForm

register = template.Library()

#: The empty form these fields belong to: they stand within the story form, and are no part of it.
FORM = "upload-form"


@register.simple_tag
def upload_fields():
    """The fields of the page that takes a new picture, bound to a form of their own. Asks nothing of the database."""
    form = UploadForm(auto_id="upload_%s")
    for field in form.fields.values():
        field.widget.attrs["form"] = FORM
        # What is missing is told by the desk, in the same words as on that page.
        field.widget.is_required = False
    return form
