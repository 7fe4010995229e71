from django.contrib.admin.views.autocomplete import AutocompleteJsonView


class DeskAutocomplete(AutocompleteJsonView):
    """Suggestions as one types. A model admin with ``describe`` adds what tells two of a name apart: role, credit, picture."""

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        describe = getattr(self.model_admin, "describe", None)
        return result | describe(obj) if describe else result
