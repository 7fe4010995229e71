"""How a story's preview links stand, in words: one row for each link, one for each answer."""

from bisect import bisect_right
from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.choices import AnswerKind, RevisionKind
from articles.models import PreviewAnswer, PreviewLink
from articles.previewing import moment_of
from articles.state import clock, distance

# Nobody reads further back; the log has every link that was ever made.
MOST_SHOWN = 50


@dataclass(frozen=True)
class AnswerRow:
    answer: PreviewAnswer
    sentence: str
    since: str


@dataclass(frozen=True)
class LinkRow:
    link: PreviewLink
    code: str
    state: str
    shows: str
    use: str
    answers: list[AnswerRow]

    @property
    def name(self):
        return self.link.made_for or _("For nobody in particular")

    @property
    def address(self):
        """The whole address, to be sent; only a link that works has one."""
        return urljoin(f"{settings.SITE_URL}/", self.link.get_absolute_url()) if self.link.is_working else ""

    @property
    def made(self):
        return _("made %(when)s by %(who)s") % {
            "when": clock(self.link.created_at),
            "who": self.link.made_by_name,
        }


def rows_of(story) -> list[LinkRow]:
    """The newest links of a story with their answers, in three queries whatever their number."""
    answers = PreviewAnswer.objects.select_related("revision").defer("revision__content")
    links = story.preview_links.select_related("revision").defer("revision__content")
    links = list(links.prefetch_related(Prefetch("answers", answers))[:MOST_SHOWN])
    newer = _saved_after(story, [answer for link in links for answer in link.answers.all()])
    return [_row(link, newer) for link in links]


def _row(link, newer):
    code, state = _state(link)
    if link.revision_id:
        shows = _("only the version of %s") % clock(moment_of(link.revision))
    else:
        shows = _("always the latest version")
    answers = list(link.answers.all())[::-1]
    said = [AnswerRow(answer, _sentence(answer), _since(answer, newer)) for answer in answers]
    return LinkRow(link, code, state, shows, _use(link), said)


def _state(link):
    if link.revoked_at:
        return "revoked", _("Revoked %s") % clock(link.revoked_at)
    if not link.is_working:
        return "expired", _("Expired %s") % clock(link.expires_at)
    until = {"when": clock(link.expires_at), "distance": distance(link.expires_at)}
    return "works", _("Works until %(when)s, %(distance)s") % until


def _use(link):
    if not link.last_used_at:
        return _("not opened yet")
    words = ngettext("opened once, %(when)s", "opened %(uses)d times, last %(when)s", link.uses)
    return words % {"uses": link.uses, "when": clock(link.last_used_at)}


def _sentence(answer):
    when = clock(moment_of(answer.revision)) if answer.revision else ""
    if answer.kind == AnswerKind.APPROVAL:
        return _("approved the version of %s") % when if when else _("approved the text as it stood")
    return _("on the version of %s") % when if when else ""


def _since(answer, newer):
    """How many versions came after the one an answer is about."""
    if not answer.revision_id:
        return ""
    number = len(newer) - bisect_right(newer, answer.revision_id)
    return ngettext("%d version came since", "%d versions came since", number) % number if number else ""


def _saved_after(story, answers):
    """The keys of what was saved after the oldest version that somebody answered, ascending."""
    oldest = min((answer.revision_id for answer in answers if answer.revision_id), default=None)
    if oldest is None:
        return []
    saved = story.revisions.exclude(kind__in=(RevisionKind.AUTOSAVE, RevisionKind.ASIDE))
    return list(saved.filter(pk__gt=oldest).order_by("pk").values_list("pk", flat=True))
