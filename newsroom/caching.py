"""What caches may do with a response, said in one place.

Public HTML is the same for every reader: it touches no session, no user, no messages and no CSRF token, so it may be
stored by anybody. Browsers revalidate each time (``max-age=0`` and an ETag), so a reader who reloads sees what is new;
shared caches get their own header (RFC 9213), since ``s-maxage`` would forbid them to serve stale pages in an outage.

Every public response names its surrogate keys, and every verb that changes what readers see calls ``touch`` with the
keys it changes. A page cache listens by adding itself to ``LISTENERS``. What it has to be told is written down in the
transaction that makes it true, so that neither a crash nor a cache that is away loses a word of it.
"""

import logging
import re
from collections.abc import Callable, Iterable
from functools import wraps

from django.apps import apps
from django.db import transaction
from django.utils.timezone import now

log = logging.getLogger(__name__)

MINUTE, HOUR, DAY = 60, 3_600, 86_400

BROWSER = "public, max-age=0"
STALE = "stale-while-revalidate=60, stale-if-error=86400"

# A list changes when the next story comes out; a minute is as long as it may be wrong if nobody purges it.
LIST_TTL = MINUTE
# Short, so that an address that becomes real is not refused for long.
NOT_FOUND_TTL = 30

#: Called with a frozenset of surrogate keys after the transaction that changed them has committed. After a failure the
#: same keys come again, so a listener may be told twice and must not mind.
LISTENERS: list[Callable[[frozenset[str]], None]] = []


def touch(keys: Iterable[str]) -> None:
    """Say that what stands under these keys changes with the running transaction; nothing is told if it fails."""
    changed = frozenset(keys)
    if not changed:
        return
    row = _purges().create(keys=" ".join(sorted(changed)))
    # A function of its own: where one fails, Django writes its name into the log, and a partial has none.
    transaction.on_commit(lambda: _deliver(row.pk, changed), robust=True)


def deliver_left() -> tuple[int, list[str]]:
    """Tell what an earlier process wrote down and could not tell, oldest first.

    Returns how much was told, and a sentence for each that still waits; one that fails keeps the next from nothing.
    """
    told, problems = 0, []
    for pk, keys in list(_purges().order_by("pk").values_list("pk", "keys")):
        failed = _deliver(pk, frozenset(keys.split()))
        told += not failed
        if failed:
            problems.append(f"{', '.join(failed)}: {keys}")
    return told, problems


def _deliver(pk, keys):
    """Tell every listener, then strike the row. Returns the names of those that failed; the row is then left."""
    failed = []
    for listener in LISTENERS:
        try:
            listener(keys)
        except Exception:
            log.exception("A cache was not told of %s", ", ".join(sorted(keys)))
            failed.append(getattr(listener, "__name__", type(listener).__name__))
    if not failed:
        _purges().filter(pk=pk).delete()
    return failed


def _purges():
    # By name: this module is imported before the models are there.
    return apps.get_model("newsroom", "Purge")._default_manager


def public(response, keys: Iterable[str], ttl: int):
    """Mark a response as the same for everybody, stored by shared caches for ``ttl`` seconds. Returns it."""
    response.headers["Cache-Control"] = BROWSER
    response.headers["CDN-Cache-Control"] = f"max-age={max(1, int(ttl))}, {STALE}"
    response.headers["Surrogate-Key"] = " ".join(sorted(keys))
    return response


def hold(request, moment, keys: Iterable[str] = ()) -> None:
    """Say, while a page is made, that it changes at ``moment`` (or None), and that these keys change it too.

    For parts of a page that its view does not know of. A response that is not public stays as it is.
    """
    request.holds = [*getattr(request, "holds", ()), (moment, frozenset(keys))]


def held(request, response):
    """The response with what was said by ``hold``."""
    for moment, keys in getattr(request, "holds", ()):
        _bound(response, moment, keys)
    return response


def _bound(response, moment, keys):
    header = response.headers.get("CDN-Cache-Control", "")
    if match := re.match(r"max-age=(\d+)", header):
        if moment:
            left = max(1, int((moment - now()).total_seconds()))
            ttl = min(int(match[1]), left)
            response.headers["CDN-Cache-Control"] = f"max-age={ttl}{header[match.end() :]}"
        every = {*response.headers["Surrogate-Key"].split(), *keys}
        response.headers["Surrogate-Key"] = " ".join(sorted(every))


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
