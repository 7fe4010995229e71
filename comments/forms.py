"""The shape of what a reader may send. Nothing here decides about the words themselves."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, Submit
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from comments.models import Comment
from comments.threads import thread_url
from newsroom.text import clean_line, clean_text, length_of


class PlainTextField(forms.CharField):
    """Text that is counted as it was typed, then tidied; what is left empty by that counts as empty."""

    def __init__(self, *, limit, tidy, too_long, **kwargs):
        self.limit, self.tidy = limit, tidy
        kwargs["error_messages"] = {"too_long": too_long, **kwargs.get("error_messages", {})}
        super().__init__(strip=False, **kwargs)

    def to_python(self, value):
        # Counted first: tidying a very long text costs more than any honest comment is worth.
        value = super().to_python(value)
        if length_of(value) > self.limit:
            raise ValidationError(self.error_messages["too_long"], "too_long", {"limit": f"{self.limit:,}"})
        return self.tidy(value)


class MachineKeyField(forms.UUIDField):
    """A key that a script or a link filled in; one that is none is nothing a reader could mend, so it is no key."""

    def clean(self, value):
        try:
            return super().clean(value)
        except ValidationError:
            return None


class CommentForm(forms.Form):
    """A name and a text; the rest is for machines."""

    use_required_attribute = False

    text = PlainTextField(
        label=_("Your comment"),
        limit=settings.COMMENT_TEXT_LENGTH,
        tidy=clean_text,
        too_long=_("Comment must be %(limit)s characters or less"),
        help_text=_("Plain text. An editor reads it before it appears."),
        error_messages={"required": _("Please enter your comment!")},
        widget=forms.Textarea(attrs={"rows": 6, "aria-required": "true"}),
    )
    name = PlainTextField(
        label=_("Your name"),
        limit=settings.COMMENT_NAME_LENGTH,
        tidy=clean_line,
        too_long=_("Name must be %(limit)s characters or less"),
        help_text=_("Shown with your comment, in any script. Nothing else is asked."),
        error_messages={"required": _("Please enter your name here")},
        widget=forms.TextInput(
            attrs={"autocomplete": "name", "spellcheck": "false", "aria-required": "true"}
        ),
    )
    # A plain field: whatever a machine fills in is no mistake of the reader's.
    website = forms.Field(
        required=False,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    token = MachineKeyField(required=False, widget=forms.HiddenInput)
    reply_to = MachineKeyField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, article, has_token=False, is_open=True, **kwargs):
        self.article = article
        super().__init__(*args, auto_id="id_%s", **kwargs)
        self.fields["text"].widget.attrs["data-limit"] = settings.COMMENT_TEXT_LENGTH
        self.helper = _helper(article, has_token=has_token, is_open=is_open)

    @property
    def parent(self):
        """The approved comment of this story that is answered, or None: a thread that has gone is no reason to lose words."""
        public_id = self.cleaned_data.get("reply_to")
        if public_id is None:
            return None
        answered = Comment.objects.approved().filter(article=self.article, public_id=public_id)
        return answered.select_related("root").first()


def _helper(article, *, has_token, is_open):
    helper = FormHelper()
    helper.form_id = "comment-form"
    helper.form_class = "stack"
    helper.form_action = thread_url(article)
    helper.attrs = {"novalidate": "", "data-draft": f"article-{article.pk}"}
    # A page that prints a token cannot be shared by readers; only a reader's own page does.
    helper.disable_csrf = not has_token
    helper.layout = Layout("text", "name", Field("website", wrapper_class="trap"), "token", "reply_to")
    if is_open:
        helper.layout.append(Submit("send", _("Post comment")))
    return helper
