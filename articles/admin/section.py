from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin
from articles.models import Section


@admin.register(Section)
class SectionAdmin(DeskAdmin):
    list_display = ["shown", "description", "position"]
    ordering = ["position", "name"]
    sortable_by = []
    fields = ["name", "slug", "description", "hue", "position"]

    @admin.display(description=_("Section"))
    def shown(self, section):
        return format_html('<span class="kicker hl" data-hue="{}">{}</span>', section.hue, section)
