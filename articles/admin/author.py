from django import forms
from django.contrib import admin

from articles.admin.desk import DeskAdmin
from articles.forms.described import describe_author
from articles.models import Author


@admin.register(Author)
class AuthorAdmin(DeskAdmin):
    list_display = ["name", "role", "user"]
    list_select_related = ["user"]
    ordering = ["name", "pk"]
    sortable_by = ["name"]
    search_fields = ["name"]
    fields = ["name", "role", "bio", "slug", "user"]
    describe = staticmethod(describe_author)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "bio":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        # Whose login writes under a byline decides whose drafts it may open: that is for those who manage people.
        return [] if request.user.has_perm("newsroom.change_user") else ["user"]
