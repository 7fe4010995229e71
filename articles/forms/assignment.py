"""The form that says whose work a story is, and when it is due."""

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.colleagues import writers
from articles.forms.moments import MomentField


class ColleagueField(forms.ModelChoiceField):
    def label_from_instance(self, user):
        """By name, and by username where that says more: two of a name must be told apart."""
        name = user.get_full_name()
        return f"{name} ({user.username})" if name else user.username


class AssignmentForm(forms.Form):
    """Opens with what is stored; the verb ``Article.assign`` decides."""

    assignee = ColleagueField(
        label=_("Assigned to"),
        queryset=get_user_model().objects.none(),
        required=False,
        empty_label=_("Nobody"),
        error_messages={"invalid_choice": _("This colleague cannot work on stories. Choose somebody else.")},
    )
    due_at = MomentField(label=_("Due"), required=False)

    def __init__(self, story, data=None):
        initial = {"assignee": story.assignee_id, "due_at": story.due_at}
        super().__init__(data, initial=initial)
        # Whoever has it now stays in the list, so that a press on the button alone takes it from nobody.
        present = get_user_model().objects.filter(Q(pk=story.assignee_id))
        self.fields["assignee"].queryset = (writers() | present).order_by(
            "first_name", "last_name", "username"
        )
