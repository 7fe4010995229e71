"""The log of all stories: narrowed, read page by page, and written out as a table that no spreadsheet takes for formulas.

Pages are found by the moment and key of the last line seen, so the thousandth costs what the first does.
"""

import csv
import re
from datetime import datetime, time, timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import Http404
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import gettext as _

from articles.history import microseconds, moment_after_epoch
from articles.models import Article, ArticleEvent

MOST_ROWS = 100_000
AT_ONCE = 2_000
# A spreadsheet reckons with what begins like this, also in the wide letters of an East Asian keyboard.
_FORMULA = re.compile("[\\s\ufeff\u200b-\u200f\u2060]*[=+\\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\\t\\r\\n]")
_CURSOR = re.compile(r"([0-9]{1,16})-([0-9]{1,18})")
SHOWN = (
    *("at", "actor_name", "verb", "from_status", "to_status", "note", "revision_id", "article_id"),
    *("article__headline", "article__language", "article__published_on", "article__slug"),
)


def narrowed(events, *, who="", verb="", since=None, until=None, story=None):
    """The lines by somebody (a username, or a name as the log has it), of a verb, of a story (its key), from one day to
    another, both included, as days are in the site's time zone."""
    if who:
        users = get_user_model().objects.filter(username__iexact=who)
        events = events.filter(Q(actor__in=users.values("pk")) | Q(actor_name__iexact=who))
    if verb:
        events = events.filter(verb=verb)
    if story:
        events = events.filter(article=story)
    if since:
        events = events.filter(at__gte=_midnight(since))
    if until:
        events = events.filter(at__lt=_midnight(until + timedelta(days=1)))
    return events


def page_of_log(events, before, size):
    """The newest lines after a cursor, and the cursor for what is older: "" where that is all. One query.

    Raises ``Http404`` for what is no cursor.
    """
    found = list(_following(events.select_related("article").only(*SHOWN), _read(before))[: size + 1])
    older = _cursor_of(found[size - 1].at, found[size - 1].pk) if len(found) > size else ""
    return found[:size], older


def csv_of(events):
    """The lines as a table, piece by piece: never more than ``AT_ONCE`` in memory, and never a query that stays open.

    Where there are more than ``MOST_ROWS``, the last row says so.
    """
    writer = csv.writer(_Passing(), quoting=csv.QUOTE_ALL)
    # The mark by which a spreadsheet knows UTF-8.
    yield "\ufeff" + writer.writerow([str(name) for name in _columns()])
    written, after = 0, None
    addresses = _Addresses()
    while True:
        lines = list(
            _following(events, after).values_list("pk", *SHOWN)[: min(AT_ONCE, MOST_ROWS + 1 - written)]
        )
        left = MOST_ROWS - written
        yield "".join(writer.writerow(_row(line, addresses)) for line in lines[:left])
        if len(lines) > left:
            yield writer.writerow([_cut_short()])
            return
        written += len(lines)
        if len(lines) < AT_ONCE:
            return
        after = lines[-1][1], lines[-1][0]


def harmless(value):
    """A text as a cell that is shown and never reckoned with."""
    return f"'{value}" if _FORMULA.match(value) else value


def _columns():
    return (
        *(_("When"), _("Who"), _("What"), _("Story"), _("Headline"), _("Address")),
        *(_("From"), _("To"), _("Why"), _("Version")),
    )


def _row(line, addresses):
    _pk, at, who, verb, was, became, note, revision, story, headline, _language, day, slug = line
    texts = [who, VERBS.get(verb, verb), headline, STATES.get(was, was), STATES.get(became, became), note]
    who, what, headline, was, became, note = (harmless(str(text or "")) for text in texts)
    when = localtime(at).isoformat(timespec="seconds")
    return [when, who, what, story or "", headline, addresses[day, slug], was, became, note, revision or ""]


class _Addresses(dict):
    """The public address of a story by its day and words, made once for all its lines."""

    def __missing__(self, key):
        day, slug = key
        path = Article(published_on=day, slug=slug).get_absolute_url()
        self[key] = harmless(urljoin(f"{settings.SITE_URL}/", path)) if path else ""
        return self[key]


class _Passing:
    """A file for the writer of tables that hands each row back."""

    def write(self, row):
        return row


def _cut_short():
    sentence = _("The table ends here, after %s rows. Narrow the dates to have the older ones.")
    return sentence % f"{MOST_ROWS:,}"


def _following(events, after):
    events = events.order_by("-at", "-pk")
    if after is None:
        return events
    at, pk = after
    # A range with a remainder, so that the index gives the answer in one step.
    return events.filter(at__lte=at).exclude(at=at, pk__gte=pk)


def _cursor_of(at, pk):
    return f"{microseconds(at)}-{pk}"


def _read(text):
    if not text:
        return None
    match = _CURSOR.fullmatch(text)
    if not match:
        raise Http404("There is no such page.")
    return moment_after_epoch(int(match[1])), int(match[2])


def _midnight(day):
    return datetime.combine(day, time.min, tzinfo=get_current_timezone())


VERBS = dict(ArticleEvent._meta.get_field("verb").flatchoices)
STATES = dict(ArticleEvent._meta.get_field("to_status").flatchoices)
