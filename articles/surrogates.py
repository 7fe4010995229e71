"""The surrogate keys of stories: which pages show one, said once for the pages that carry them and the verbs that touch them.

``site`` stands on every page (name, list of sections); ``front`` and ``latest`` on those pages and on whatever else lists
the newest; ``section-3``, ``tag-5``, ``author-2``, ``photo-8`` on pages that show that row; ``article-12`` on the story's own page.
"""

from articles.querysets import ArticleQuerySet


def of_page(article) -> set[str]:
    """The keys the story's own page carries."""
    keys = {"site", f"article-{article.pk}", f"section-{article.section_id}"}
    keys |= {f"author-{author.pk}" for author in article.authors}
    keys |= {f"tag-{tag.pk}" for tag in article.tags.all()}
    return keys | _of_pictures([article])


def of_cards(articles) -> set[str]:
    """The keys a list carries for what its cards show beside the stories: authors' names and pictures.

    Stories themselves need none: whichever list a story stands in is among ``changed_by``.
    """
    keys = {f"author-{author.pk}" for article in articles for author in article.authors}
    return keys | _of_pictures(articles)


def changed_by(article) -> set[str]:
    """The keys that change when this story does: its page, the lists it stands in, and its neighbours' pages.

    Ask before the change and after it: a story that moves leaves one section's page and enters another's.
    """
    keys = {f"article-{article.pk}"}
    if not article.is_public:
        return keys
    keys |= {"front", "latest", f"section-{article.section_id}"}
    keys |= {f"author-{author.pk}" for author in article.authors}
    keys |= {f"tag-{tag.pk}" for tag in article.tags.all()}
    neighbours = ArticleQuerySet(type(article)).only("pk", "publish_at").neighbours_of(article)
    return keys | {f"article-{story.pk}" for story in neighbours if story}


def _of_pictures(articles):
    """With those that are shown when the rights to the first are over."""
    photos = [article.lead_photo for article in articles if article.lead_photo_id]
    keys = {photo.pk for photo in photos} | {photo.replacement_id for photo in photos}
    return {f"photo-{key}" for key in keys if key}
