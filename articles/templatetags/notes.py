"""The notes of a story, for the box on its pages at the desk."""

from django import template

from articles.noting import NotesPage

register = template.Library()


@register.simple_tag
def notes_of(story, user):
    """The newest notes of a story, in one query; None for whoever may not read its drafts, or before it is stored."""
    if not story.pk or not story.drafts_are_open_to(user):
        return None
    return NotesPage(story, user)
