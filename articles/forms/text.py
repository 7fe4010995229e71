from django import forms
from django.templatetags.static import static

from articles.embeds import HOSTS


class StoryText(forms.Textarea):
    """The text of a story: a textarea with HTML in it, which ``desk/js/text.js`` turns into an editor.

    The addresses of the editor's code are handed over as data, so that the page needs no import map and its policy no nonce.
    """

    template_name = "admin/story_text.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-editor": static("django_prose_editor/editor.js"),
            "data-figures": static("desk/js/figures.js"),
            "data-library": static("desk/js/library.js"),
            "data-hosts": " ".join(sorted(HOSTS)),
        }
        return context
