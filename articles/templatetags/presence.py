from django import template

from articles.presence import others_at

register = template.Library()


@register.simple_tag
def others_here(article, user):
    """Everybody else who has this story open, in one query; none for those to whom its drafts are closed.

    Syntax: ``{% others_here story user as others %}``
    """
    return others_at(article, user)
