"""The forms of the desk."""

from .photo import PhotoForm, UploadForm
from .story import StoryForm, WithdrawForm

__all__ = ["PhotoForm", "StoryForm", "UploadForm", "WithdrawForm"]
