from django import forms
from django.templatetags.static import static


class StoryText(forms.Textarea):
    """The text of a story: a textarea with HTML in it, which ``desk/js/text.js`` turns into an editor.

    The address of the editor's code is handed over as data, so that the page needs no import map and its policy no nonce.
    """

    template_name = "admin/story_text.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-editor"] = static("django_prose_editor/editor.js")
        return context
