"""How long shared caches may keep a page: shorter for what is young, and never past the next scheduled story."""

from django.utils.timezone import now

from newsroom.caching import DAY, HOUR, LIST_TTL

# By the age of the last change, in seconds: (younger than, kept for). Purging makes the page fresh; this bounds
# how long it is wrong if a purge is lost.
BY_AGE = ((HOUR, 30), (DAY, 300), (180 * DAY, HOUR))
OLDEST = DAY


def page_ttl(article, *linked) -> int:
    """Seconds a story's own page may be kept, which links to these stories (or None): at most until the clock changes one."""
    changed = article.updated_at or article.publish_at
    age = (now() - changed).total_seconds()
    ttl = next((ttl for limit, ttl in BY_AGE if age < limit), OLDEST)
    moments = [article.update_at, *(story.withdraw_at for story in (article, *linked) if story)]
    return until(min((moment for moment in moments if moment and moment > now()), default=None), ttl)


def until(moment, ttl=LIST_TTL) -> int:
    """Seconds a page may be kept that changes at ``moment`` (or None), at most ``ttl``."""
    if moment is None:
        return ttl
    return max(1, min(ttl, int((moment - now()).total_seconds())))
