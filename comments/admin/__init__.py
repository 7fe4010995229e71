"""Readers' comments at the desk: the queue of what waits, and one comment with its log."""

from . import comment

__all__ = ["comment"]
