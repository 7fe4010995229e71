"""
Turns a file that somebody sent into pictures that can be shown to readers, or says why it cannot.

    picture = read(upload)              # raises Refused, whose text is meant for the sender
    for rendition in renditions(picture):
        storage.save(f"{rendition.width}.{rendition.extension}", ContentFile(rendition.content))

Nothing of the file that was sent reaches a reader except the colours of its pixels: names, places, comments,
thumbnails and whatever hides behind the picture's end are left behind. The file itself is therefore
the one thing that must never be public.
"""

from .limits import MAX_BYTES, MAX_FRAMES, MAX_PIXELS, WIDTHS
from .reading import Picture, hash_of, read
from .refusal import Refused
from .rendering import EXTENSIONS, LATER, Rendition, renditions, widths_for
from .social import social, social_size

__all__ = [
    "EXTENSIONS",
    "LATER",
    "MAX_BYTES",
    "MAX_FRAMES",
    "MAX_PIXELS",
    "WIDTHS",
    "Picture",
    "Refused",
    "Rendition",
    "hash_of",
    "read",
    "renditions",
    "social",
    "social_size",
    "widths_for",
]
