"""How long shared caches may keep a page: shorter for what is young, and never past the next scheduled story."""

from datetime import date

from django.utils.timezone import localdate, now

from articles.rights import end_of
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
    moments = [
        article.update_at,
        *pictures_change(article),
        *(story.withdraw_at for story in (article, *linked) if story),
    ]
    return until(min((moment for moment in moments if moment and moment > now()), default=None), ttl)


def until(moment, ttl=LIST_TTL) -> int:
    """Seconds a page may be kept that changes at ``moment`` (or None), at most ``ttl``."""
    if moment is None:
        return ttl
    return max(1, min(ttl, int((moment - now()).total_seconds())))


def list_ttl(articles, moment) -> int:
    """Seconds a list of these stories may be kept that changes at ``moment`` (or None): at most until rights to a picture end."""
    return until(min((at for at in (moment, *pictures_change(*articles)) if at), default=None))


def pictures_change(*articles) -> list:
    """The moments at which the rights to a picture of these stories end, above their text or in it."""
    last_days = {
        date.fromisoformat(shown["until"])
        for article in articles
        for figure in article.figures.values()
        for shown in (figure, figure.get("then"))
        if shown and shown.get("until")
    }
    leading = [article.lead_photo.changes_at for article in articles if article.lead_photo_id]
    today = localdate()
    return [at for at in leading if at] + [end_of(day) for day in last_days if day >= today]
