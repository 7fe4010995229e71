"""The field that holds a story's text."""

from django.core.exceptions import ValidationError
from django.db import models

from articles.html import TooMuch, clean_body
from newsroom.text import clean_line


class BodyField(models.TextField):
    """HTML that passed the one sanitiser, whichever door it came through.

    A form alone guards only the form; ``save``, ``bulk_create``, ``update`` and ``bulk_update`` all go through
    ``get_db_prep_save``. Raises ``ValidationError`` where the text is over the limits of ``articles.html``.
    """

    def clean(self, value, model_instance):
        return self.sanitised(super().clean(value, model_instance))

    def pre_save(self, model_instance, add):
        value = self.sanitised(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value, connection):
        if isinstance(value, str):
            value = self.sanitised(value)
        return super().get_db_prep_save(value, connection)

    @staticmethod
    def sanitised(value):
        try:
            return clean_body(value or "")
        except TooMuch as error:
            raise ValidationError(str(error), code="too_much") from error


class LineField(models.CharField):
    """One line of plain text, tidied on its way in: no controls, no invisible characters, no loose white space."""

    def to_python(self, value):
        value = super().to_python(value)
        return value if value is None else clean_line(value)

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = clean_line(value)
            setattr(model_instance, self.attname, value)
        return value
