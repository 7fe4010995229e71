"""The field for a moment that an editor types, in the site's time zone: one that is there, once, and not in the year 1.

Twice a year a clock on the wall lies. A time that is skipped when the clocks go forward is refused, with the next one that
is there. A time that comes twice when they go back is asked about: the form comes back with a choice beside the time.
"""

from datetime import UTC, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import get_current_timezone, is_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.clocks import gap_at, in_words, offset_in_words, readings

# Beyond it nothing is news, and near the ends of the calendar a moment has no place in another time zone.
FIRST_YEAR, LAST_YEAR = 1900, 2199
TYPED = "%Y-%m-%dT%H:%M"
READ = [
    *(f"%Y-%m-%d{between}%H:%M{seconds}" for between in ("T", " ") for seconds in ("", ":%S", ":%S.%f")),
    *(f"%d{sign}%m{sign}%Y %H:%M" for sign in "/."),
]
WHICH = "_which"


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and a time; where that time comes twice, also which of the two is meant."""

    input_type = "datetime-local"
    template_name = "admin/moment.html"

    def __init__(self, attrs=None):
        super().__init__(attrs, format=TYPED)

    def value_from_datadict(self, data, files, name):
        """What was typed, with the offset that was chosen behind it where there was a choice."""
        typed = super().value_from_datadict(data, files, name)
        which = data.get(f"{name}{WHICH}")
        return f"{typed} {which}" if typed and which else typed

    def get_context(self, name, value, attrs):
        typed, which = _parted(value) if isinstance(value, str) else (value, "")
        context = super().get_context(name, typed, attrs)
        shown = _read(typed) if isinstance(typed, str) else typed
        twice = _readings(shown) if shown else []
        if len(twice) > 1:
            if isinstance(value, datetime):
                which = _offset_of(twice[value.fold])
            labels = (_("the first, %s"), _("the second, %s"))
            context["widget"] |= {
                "which": f"{name}{WHICH}",
                "choices": [
                    (_offset_of(moment), label % offset_in_words(moment), _offset_of(moment) == which)
                    for moment, label in zip(twice, labels, strict=True)
                ],
            }
        return context


class MomentField(forms.DateTimeField):
    """Gives a moment, or None where nothing was typed. Refuses what no clock in the site's time zone shows.

    The moment is in UTC: in its own zone one of an hour that comes twice equals nothing, not even itself in another zone.
    """

    widget = MomentInput
    default_error_messages = {
        "invalid": gettext_lazy("Give a day and a time, such as 24/11/2026 06:00."),
        "hour": gettext_lazy("A day ends at 23:59. For midnight give 00:00 of the day that begins."),
        "year": gettext_lazy("Look at the year: it should be between %(first)d and %(last)d."),
    }

    def to_python(self, value):
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value if is_aware(value) else self._on_the_clock(value, "")
        typed, which = _parted(str(value))
        naive = _read(typed)
        if naive is None:
            code = "hour" if any(mark in typed for mark in ("T24:", " 24:")) else "invalid"
            raise ValidationError(self.error_messages[code], code=code)
        return self._on_the_clock(naive, which)

    def has_changed(self, initial, data):
        """Whether another minute was typed: the browser's field shows none of the seconds that a stored moment may have."""
        if self.disabled:
            return False
        try:
            return _minute(initial) != _minute(self.to_python(data))
        except ValidationError:
            return True

    def _on_the_clock(self, naive, which):
        if not _can_be_meant(naive):
            between = {"first": FIRST_YEAR, "last": LAST_YEAR}
            raise ValidationError(self.error_messages["year"], code="year", params=between)
        found = _readings(naive)
        if not found:
            raise ValidationError(_skipped(naive), code="skipped")
        chosen = [moment for moment in found if len(found) == 1 or _offset_of(moment) == which]
        if not chosen:
            raise ValidationError(_twice(naive), code="twice")
        return chosen[0].astimezone(UTC)


def _parted(text):
    """The time, and the offset that was chosen with it or an empty string."""
    text = _plain(text)
    before, _space, after = text.rpartition(" ")
    return (before, after) if before and after[:1] in ("+", "-") else (text, "")


def _plain(text):
    """With the digits of any script as 0 to 9: they are the same numbers."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text.strip())


def _read(text):
    for pattern in READ:
        try:
            # Which time zone it is meant in is asked afterwards.
            return datetime.strptime(text, pattern)  # noqa: DTZ007 - see above
        except ValueError:
            continue
    return None


def _can_be_meant(naive):
    return FIRST_YEAR <= naive.year <= LAST_YEAR


def _readings(naive):
    if not _can_be_meant(naive):
        return []
    return readings(naive.replace(tzinfo=None), get_current_timezone())


def _offset_of(moment):
    return f"{moment:%z}"


def _minute(value):
    if not isinstance(value, datetime):
        return None
    return value.astimezone(UTC).replace(second=0, microsecond=0)


def _skipped(naive):
    last, first = gap_at(naive, get_current_timezone())
    return _(
        "%(typed)s does not exist: the clocks go from %(last)s to %(first)s. The next time there is is %(next)s."
    ) % {
        "typed": in_words(naive),
        "last": f"{last:%H:%M}",
        "first": f"{first:%H:%M}",
        "next": in_words(first),
    }


def _twice(naive):
    return _("%s comes twice, since the clocks go back. Choose which of the two you mean.") % in_words(naive)
