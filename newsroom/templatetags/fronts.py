from django import template

from newsroom.caching import hold
from newsroom.section_front import section_front

register = template.Library()


@register.simple_tag(takes_context=True)
def section_board(context, section, page):
    """What stands on this page of a section: ``.page``, the board as readers see it or None, and ``.rest``, the list below it.

    Syntax: ``{% section_board section page as front %}``
    """
    front = section_front(section, page)
    if front.next_change_at or front.keys:
        hold(context["request"], front.next_change_at, front.keys)
    return front
