"""Where a comment was sent from, for a form that lives in cached pages and so carries no token.

An anonymous comment uses no login and no cookie, so all a foreign site could do is write what it could write anyway. The
browser says which site a form was sent from (``Sec-Fetch-Site``, or ``Origin``); where it says nothing the reader is asked
to press once more, on a page of their own that carries a token. The words stay in the form either way.
"""

from enum import Enum

from django.conf import settings
from django.middleware.csrf import CsrfViewMiddleware


class Evidence(Enum):
    ACCEPT = "accept"
    ASK = "ask"
    REFUSE = "refuse"


def evidence_of(request) -> Evidence:
    """Whether the form came from one of our pages, from a foreign one, or nobody can say."""
    if "csrfmiddlewaretoken" in request.POST:
        return Evidence.ACCEPT if _token_is_ours(request) else Evidence.REFUSE
    site = request.headers.get("Sec-Fetch-Site")
    if site == "same-origin":
        return Evidence.ACCEPT
    if site == "cross-site":
        return Evidence.REFUSE
    origin = request.headers.get("Origin")
    if origin is None:
        return Evidence.ASK
    return Evidence.ACCEPT if _is_own(origin, request) else Evidence.REFUSE


def _is_own(origin, request):
    own = f"{request.scheme}://{request.get_host()}"
    return origin in (own, *settings.CSRF_TRUSTED_ORIGINS)


class _TokenCheck(CsrfViewMiddleware):
    """Django's own check, told in a value instead of a page."""

    def _reject(self, request, reason):
        return reason


def _token_is_ours(request):
    return _TokenCheck(lambda request: None).process_view(request, lambda request: None, (), {}) is None
