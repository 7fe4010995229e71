"""What caches may do with a response, said in one place.

Public HTML is the same for every reader: it touches no session, no user, no messages and no CSRF token, so it may be
stored by anybody. Browsers revalidate each time (``max-age=0`` and an ETag), so a reader who reloads sees what is new;
shared caches get their own header (RFC 9213), since ``s-maxage`` would forbid them to serve stale pages in an outage.

Every public response names its surrogate keys, and every verb that changes what readers see calls ``touch`` with the
keys it changes. A page cache listens by adding itself to ``LISTENERS``.
"""

from collections.abc import Callable, Iterable
from functools import wraps

from django.db import transaction

MINUTE, HOUR, DAY = 60, 3_600, 86_400

BROWSER = "public, max-age=0"
STALE = "stale-while-revalidate=60, stale-if-error=86400"

# A list changes when the next story comes out; a minute is as long as it may be wrong if nobody purges it.
LIST_TTL = MINUTE
# Short, so that an address that becomes real is not refused for long.
NOT_FOUND_TTL = 30

#: Called with a frozenset of surrogate keys after the transaction that changed them has committed.
LISTENERS: list[Callable[[frozenset[str]], None]] = []


def touch(keys: Iterable[str]) -> None:
    """Say that what stands under these keys changes with the running transaction; nothing is told if it fails."""
    changed = frozenset(keys)
    if not changed:
        return
    for listener in LISTENERS:

        def tell(listener=listener):
            listener(changed)

        # Robust: one that fails is logged, and the others are told all the same.
        transaction.on_commit(tell, robust=True)


def public(response, keys: Iterable[str], ttl: int):
    """Mark a response as the same for everybody, stored by shared caches for ``ttl`` seconds. Returns it."""
    response.headers["Cache-Control"] = BROWSER
    response.headers["CDN-Cache-Control"] = f"max-age={max(1, int(ttl))}, {STALE}"
    response.headers["Surrogate-Key"] = " ".join(sorted(keys))
    return response


def private(view):
    """Decorate a view whose answer is for one reader: no cache stores it, no search engine lists it."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        return keep_private(view(request, *args, **kwargs))

    return wrapper


def keep_private(response):
    """Mark a response as one reader's own. Returns it."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    for name in ("CDN-Cache-Control", "Surrogate-Key", "Expires"):
        del response.headers[name]
    return response
