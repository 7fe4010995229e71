"""Small closures around every request."""

import codecs

from django.core.exceptions import BadRequest
from django.utils.cache import cc_delim_re, patch_vary_headers

from newsroom.caching import held

# Nothing on the site uses any of these, so nothing injected into it may either.
UNUSED_FEATURES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"

# What browsers write forms in. Python knows a hundred more, some of which are no text at all.
CHARSETS = frozenset({"utf-8", "ascii", "iso8859-1", "cp1252"})


def permissions_policy(get_response):
    """Tell the browser which of its powers no page here needs."""

    def middleware(request):
        response = get_response(request)
        response.headers["Permissions-Policy"] = UNUSED_FEATURES
        return response

    return middleware


def readable_requests(get_response):
    """Answer 400 to what no browser sends and what Django or a database would fail on.

    That is a NUL in the address (PostgreSQL cannot compare one), a length that is no number, and an odd charset.
    """

    def middleware(request):
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("NUL in the address")
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not (length.isascii() and length.isdigit()):
            raise BadRequest("Content-Length is no number")
        if request.encoding and codecs.lookup(request.encoding).name not in CHARSETS:
            raise BadRequest("A charset no browser sends")
        return get_response(request)

    return middleware


def held_pages(get_response):
    """Let caches keep no page past the moment at which one of its parts changes, such as the end of the breaking line."""

    def middleware(request):
        return held(request, get_response(request))

    return middleware


def shareable_pages(get_response):
    """Keep what is one visitor's off the pages that are everybody's.

    Django renews a malformed CSRF cookie and deletes an unknown session on whatever page it is sent to, which a shared cache would
    then hand to everybody. Nothing public reads a cookie, so none is set there and none is a reason to vary.
    """

    def middleware(request):
        response = get_response(request)
        if "public" in response.headers.get("Cache-Control", ""):
            response.cookies.clear()
            names = cc_delim_re.split(response.headers.get("Vary", ""))
            del response.headers["Vary"]
            if kept := [name for name in names if name and name.lower() != "cookie"]:
                patch_vary_headers(response, kept)
        return response

    return middleware
