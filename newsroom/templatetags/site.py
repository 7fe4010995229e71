from urllib.parse import urljoin

from django import template
from django.conf import settings
from django.utils.dateformat import format as format_date
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.models import Section
from newsroom.banner import with_line

register = template.Library()


@register.simple_tag
def site_name():
    """The paper's name. Syntax: ``{% site_name %}``"""
    return settings.SITE_NAME


@register.simple_tag
def site_sections():
    """The sections in the order of the navigation, and with them the breaking line. Syntax: ``{% site_sections as sections %}``"""
    return with_line(Section.objects.all())


@register.simple_tag
def absolute(url):
    """The address with the site's scheme and host, never the request's. Syntax: ``{% absolute url %}``"""
    return urljoin(f"{settings.SITE_URL}/", url)


@register.simple_tag
def when(moment, style="long"):
    """A moment in the site's time zone, as a ``<time>``; always absolute, since pages are kept.

    Syntax: ``{% when article.publish_at %}``, ``{% when comment.created_at "short" %}``, ``{% when moment "day" %}``
    """
    local = localtime(moment)
    text = format_date(local, FORMATS[style]())
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), text)


FORMATS = {
    "long": lambda: _("j F Y, H:i"),
    "short": lambda: _("j M, H:i"),
    "day": lambda: _("j F Y"),
}

# The width of the one file that a browser without `srcset` loads.
PLAIN_WIDTH = 960


@register.inclusion_tag("articles/_picture.html")
def picture(photo, sizes="100vw", lead=False):  # noqa: FBT002  a template tag's arguments are named where it is used
    """A photo in every width there is, the smallest kind of file first, with its own size so that nothing jumps when it arrives
    and its focus for where it is cropped. Give it ``photo.shown``: this asks nothing about rights.

    Syntax: ``{% picture article.lead_photo.shown sizes="(min-width: 48em) 40rem, 100vw" lead=True %}``
    """
    plain = max((width for width in photo.widths if width <= PLAIN_WIDTH), default=photo.widths[0])
    return {
        "photo": photo,
        "avif": photo.srcset("avif") if photo.has_avif else "",
        "webp": photo.srcset("webp"),
        "jpeg": photo.srcset("jpg"),
        "src": photo.rendition_url(plain, "jpg"),
        "width": photo.width,
        "height": photo.height,
        "alt": photo.alt,
        "fx": tenths(photo.focus_x),
        "fy": tenths(photo.focus_y),
        "sizes": sizes,
        "lead": lead,
    }


def tenths(percent):
    """A focus in the steps that the stylesheet knows, 0 to 10; "" in the middle, where nothing needs to be said."""
    return "" if percent == 50 else str((percent + 5) // 10)
