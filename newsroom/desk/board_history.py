"""The record of a board: what led at a moment, who put which edition live, and the way back to any of them."""

from django.contrib import admin, messages
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from articles.models import Article
from articles.state import clock
from newsroom.board.fronts import front_as_of
from newsroom.board.verbs import BoardVerb
from newsroom.desk.board_form import Pressed, moment, number
from newsroom.desk.board_page import address
from newsroom.desk.board_rows import LABELS
from newsroom.models import Edition

SHOWN = 40


def history_page(request, section, board, now):
    """The log, and with ``?at=`` what stood on the page then."""
    asked = Pressed({})
    at = moment(request.GET.get("at"), asked, "at")
    if at and at > now:
        asked.problems.append(_("%s is still to come.") % clock(at))
        at = None
    front = front_as_of(section, at) if at else None
    events = board.events.select_related("edition") if board.pk else ()
    context = {
        **admin.site.each_context(request),
        "title": _("Editions"),
        "section": section,
        "board": board,
        "at": at,
        "typed_at": request.GET.get("at") or f"{localtime(now):%Y-%m-%dT%H:%M}",
        "problems": asked.problems,
        "front": front,
        "blocks": [(LABELS[block.kind], block) for block in front.blocks] if front else [],
        "events": [(event, _said(event)) for event in events[:SHOWN]],
        "here": address(section),
        "of": section.slug if section else "",
    }
    status = 422 if asked.problems else 200
    return TemplateResponse(request, "admin/board_history.html", context, status=status)


def restore_pressed(request, section):
    """Bring the edition that was pressed back as the draft."""
    edition = (
        Edition.objects.select_related("board")
        .filter(pk=number(request.POST.get("edition")) or 0, board__section=section)
        .first()
    )
    if edition is None:
        raise Http404
    edition.board.restore(edition, by=request.user)
    messages.success(request, _("№ %d is the draft now. Readers see no change yet.") % edition.pk)


def overlap_rows(overlaps):
    """Where two editors differ: the place, and what each of them wants there, in words."""
    keys = {side["article"] for overlap in overlaps for side in _slots(overlap) if side["article"]}
    stories = Article.objects.only("headline").in_bulk(keys)
    return [
        (_place(overlap), _words(overlap.mine, overlap, stories), _words(overlap.theirs, overlap, stories))
        for overlap in overlaps
    ]


def _slots(overlap):
    return [side for side in (overlap.mine, overlap.theirs) if isinstance(side, dict) and "article" in side]


def _place(overlap):
    if not overlap.kind:
        return _("One story in two places, or the order of the blocks")
    label = LABELS[overlap.kind]
    return f"{label} {overlap.slot + 1}" if overlap.slot is not None else str(label)


def _words(side, overlap, stories):
    if isinstance(side, dict) and "article" in side:
        story = stories.get(side["article"])
        words = [side["headline"] or (story.headline if story else _("Fills itself")), side["kicker"]]
        if side["until"]:
            words.append(_("until %s") % side["until"][:16].replace("T", " "))
        return " · ".join(word for word in words if word)
    if side is None:
        return _("Taken off the page")
    if isinstance(side, bool | int):
        return str(side)
    return _("Another arrangement")


def _said(event):
    return BoardVerb(event.verb).label if event.verb in BoardVerb.values else event.verb
