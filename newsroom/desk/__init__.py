"""The desk: Django's admin in our own dress, and what waits for whom."""

from .site import DeskSite

__all__ = ["DeskSite"]
