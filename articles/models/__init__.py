from .article import Article
from .author import Author
from .byline import Byline
from .correction import Correction
from .editorial_note import EditorialNote, Mention
from .event import ArticleEvent
from .former_address import FormerAddress
from .photo import Photo, PhotoUse
from .presence import Presence
from .preview_link import PreviewAnswer, PreviewLink
from .revision import Revision
from .saved_view import SavedView
from .section import Section
from .tag import Tag

__all__ = [
    "Article",
    "ArticleEvent",
    "Author",
    "Byline",
    "Correction",
    "EditorialNote",
    "FormerAddress",
    "Mention",
    "Photo",
    "PhotoUse",
    "Presence",
    "PreviewAnswer",
    "PreviewLink",
    "Revision",
    "SavedView",
    "Section",
    "Tag",
]
