from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Newsroom"

    def ready(self):
        from newsroom import checks  # noqa: F401, PLC0415  registers itself once the apps are there


class DeskConfig(AdminConfig):
    """Django's admin, with our desk as its site."""

    default_site = "newsroom.desk.DeskSite"
