"""Choosing rows of another table by typing: bylines, tags, the lead picture.

The server draws what is chosen as ticked boxes and one text field, which works as it stands: untick to remove, type names
to add. With script (``desk/js/picks.js``) the same markup becomes a combobox with suggestions from the admin's own
autocomplete address, which shows a user only what that user may see.
"""

from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.forms.described import describe, describe_photo
from newsroom.text import clean_line, name_key

# More bylines, tags or names than this on one story are a mistake, or not sent by our form.
MOST_PICKS = 40


@dataclass
class Picked:
    """What was sent: the keys of rows chosen, in order, and names typed but not yet looked up."""

    keys: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)


@dataclass
class Picks:
    """What it means: rows, in the order they were chosen, and names that have no row yet."""

    rows: list = field(default_factory=list)
    new_names: list[str] = field(default_factory=list)


class PicksInput(forms.Widget):
    template_name = "admin/picks.html"

    def __init__(self, *, source, is_ordered=False, is_single=False, placeholder="", attrs=None):
        super().__init__(attrs)
        self.source, self.placeholder = source, placeholder
        self.is_ordered, self.is_single, self.may_create = is_ordered, is_single, False

    def value_from_datadict(self, data, files, name):
        keys = list(dict.fromkeys(key for key in data.getlist(name) if key))
        # One picture replaces another; several names may stand in one field, with commas between them.
        typed = [clean_line(part) for text in data.getlist(f"{name}_typed") for part in self._parts(text)]
        return Picked(keys[-1:] if self.is_single else keys, [part for part in typed if part])

    def _parts(self, text):
        return [text] if self.is_single else text.split(",")

    def format_value(self, value):
        if isinstance(value, Picked):
            return value
        keys = value if isinstance(value, list | tuple) else [value] if value else []
        return Picked([str(getattr(key, "pk", key)) for key in keys])

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        picked = context["widget"]["value"]
        context["widget"] |= {
            "picks": self.picks_of(picked.keys),
            "typed": ", ".join(picked.typed),
            "is_ordered": self.is_ordered,
            "is_single": self.is_single,
            "may_create": self.may_create,
            "placeholder": self.placeholder,
            "source": self.source,
            "url": reverse("admin:autocomplete"),
        }
        return context


class PicksField(forms.Field):
    """Rows of ``queryset``, in the order they were chosen; ``cleaned_data`` holds ``Picks``."""

    default_error_messages = {
        "unknown": _("Nothing here is called “%(name)s”. Choose from the list that comes up as you type."),
        "gone": _("What was chosen is not there any more. Choose again."),
        "too_many": _("Choose %(limit)d at most."),
    }

    def __init__(self, *, queryset, describe=describe, may_create=False, **kwargs):
        self.queryset, self.describe, self.may_create = queryset, describe, may_create
        #: Rows that are at hand already, so that showing them asks nothing.
        self.known = ()
        super().__init__(required=False, **kwargs)
        self.widget.picks_of = self.picks_of

    def __deepcopy__(self, memo):
        copy = super().__deepcopy__(memo)
        copy.queryset = self.queryset.all()
        copy.widget.picks_of = copy.picks_of
        return copy

    def picks_of(self, keys):
        """What the widget draws for these keys, in their order."""
        rows = {str(row.pk): row for row in self.known}
        if not rows.keys() >= set(keys):
            rows = self._rows(keys)
        return [self.describe(rows[key]) for key in keys if key in rows]

    def clean(self, value):
        if len(value.keys) + len(value.typed) > MOST_PICKS:
            raise ValidationError(self.error_messages["too_many"], "too_many", {"limit": MOST_PICKS})
        rows = self._rows(value.keys)
        if len(rows) != len(value.keys):
            raise ValidationError(self.error_messages["gone"], "gone")
        picks = Picks([rows[key] for key in value.keys])
        for name in value.typed:
            self._look_up(name, picks)
        return picks

    def has_changed(self, initial, data):
        return bool(data.typed) or data.keys != self.widget.format_value(initial).keys

    def named(self, name):
        """The row a typed name means, or None."""
        return self.queryset.filter(name__iexact=name).first()

    def _rows(self, keys):
        numbers = [key for key in keys if key.isascii() and key.isdigit() and len(key) < 19]
        return {str(row.pk): row for row in self.queryset.filter(pk__in=numbers)} if numbers else {}

    def _look_up(self, name, picks):
        row = self.named(name)
        if row:
            picks.rows += [] if row in picks.rows else [row]
        elif self.may_create:
            picks.new_names += [] if name in picks.new_names else [name]
        else:
            raise ValidationError(self.error_messages["unknown"], "unknown", {"name": name})


class TagField(PicksField):
    """Tags; a name that no tag has may become one, if whoever writes may add tags."""

    default_error_messages = {"too_long": _("A tag has %(limit)d characters at most: “%(name)s”.")}

    def named(self, name):
        limit = self.queryset.model._meta.get_field("name").max_length
        if len(name) > limit:
            raise ValidationError(self.error_messages["too_long"], "too_long", {"limit": limit, "name": name})
        return self.queryset.filter(key=name_key(name)).first()


class PhotoField(PicksField):
    """One picture of the library, or none; ``cleaned_data`` holds the photo itself."""

    default_error_messages = {
        "unknown": _(
            "There is no picture “%(name)s”. Choose one from the list that comes up, or type its number."
        ),
    }

    def __init__(self, *, queryset, **kwargs):
        super().__init__(queryset=queryset, describe=describe_photo, **kwargs)

    def named(self, name):
        number = name.removeprefix("№").strip()
        return self._rows([number]).get(number)

    def clean(self, value):
        rows = super().clean(value).rows
        return rows[-1] if rows else None
