from functools import partial

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.desk import banner, board
from newsroom.desk.autocomplete import DeskAutocomplete
from newsroom.desk.dashboard import Dashboard
from newsroom.desk.departments import departments, writes_stories


class DeskSite(admin.AdminSite):
    """Django's admin site with a line of departments instead of a side bar, and a dashboard instead of a list of tables."""

    enable_nav_sidebar = False
    index_title = _("Desk")
    index_template = "admin/index.html"

    def __init__(self, name="admin"):
        super().__init__(name)
        # It deletes past each model's own ``delete``: pictures would leave their files behind.
        self.disable_action("delete_selected")

    @property
    def site_title(self):
        return settings.SITE_NAME

    @property
    def site_header(self):
        return settings.SITE_NAME

    def each_context(self, request):
        # Called by the templates that show them, so that a pop-up or an error page asks nothing.
        return super().each_context(request) | {
            "departments": partial(departments, request),
            "writes_stories": partial(writes_stories, request.user),
        }

    def get_urls(self):
        """Without the stock way from any row to its address: it asks nobody's leave, and a preview link's address is a key."""
        stock = [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]
        return [*banner.doors(self.admin_view), *board.doors(self.admin_view), *stock]

    def index(self, request, extra_context=None):
        return super().index(request, {"desk": Dashboard(request), **(extra_context or {})})

    def autocomplete_view(self, request):
        return DeskAutocomplete.as_view(admin_site=self)(request)
