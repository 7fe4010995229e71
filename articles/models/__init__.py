from .article import Article
from .author import Author
from .byline import Byline
from .event import ArticleEvent
from .photo import Photo
from .section import Section
from .tag import Tag

__all__ = ["Article", "ArticleEvent", "Author", "Byline", "Photo", "Section", "Tag"]
