from django.contrib import admin

from articles.admin.desk import DeskAdmin
from articles.models import Tag


@admin.register(Tag)
class TagAdmin(DeskAdmin):
    list_display = ["name", "slug"]
    ordering = ["name", "pk"]
    search_fields = ["name"]
    fields = ["name", "slug"]
