"""What stands in the way of a story, for the box on its form."""

from django import template

from articles.admin.preflight_rows import content_in, report_on

register = template.Library()


@register.simple_tag
def preflight_of(story, user, form):
    """A ``Report`` on the text that the form shows; None for an empty form.

    At most one query where the story carries ``answers_awaited``, none without a link within the site; a lead picture that
    is not the row's takes another. Syntax: ``{% preflight_of story user form as preflight %}``
    """
    if not story.pk and not form.is_bound:
        return None
    return report_on(story, content_in(form, story), user)
