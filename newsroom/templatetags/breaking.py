from django import template
from django.utils.timezone import now
from django.utils.translation import gettext as _

from newsroom.banner import LIVES, MAY, current, line_of
from newsroom.caching import hold

register = template.Library()


@register.simple_tag(takes_context=True)
def breaking_line(context, sections):
    """The line of breaking news, or None; no cache keeps the page past its end. ``sections`` come from ``site_sections``.

    Syntax: ``{% breaking_line sections as breaking %}``
    """
    line = line_of(sections)
    request = context.get("request")
    if line and request:
        hold(request, line.changes_at, line.keys)
    return line


@register.inclusion_tag("admin/_banner_on_desk.html", takes_context=True)
def breaking_on_desk(context, stories):
    """The breaking line on the desk's first page, for whoever may put one up. ``stories``: those it may lead to, newest first.

    Syntax: ``{% breaking_on_desk desk.lists.live %}``
    """
    if not context["user"].has_perm(MAY):
        return {"may_arrange": False}
    return {
        "may_arrange": True,
        "banner": current(),
        "stories": stories,
        "lives": LIVES,
        "csrf_token": context["csrf_token"],
    }


@register.filter
def time_left(moment):
    """How long until then, in minutes or hours: “12 min”. Syntax: ``{{ banner.ends_at|time_left }}``"""
    minutes = max(1, round((moment - now()).total_seconds() / 60))
    if minutes < 60:
        return _("%d min") % minutes
    return _("%(hours)d h %(minutes)d min") % {"hours": minutes // 60, "minutes": minutes % 60}
