"""The rooms in which the front page and the sections’ fronts are arranged."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

import articles.converters  # noqa: F401  an address below has a slug in any script
from articles.models import Section
from articles.refusals import WrongState, in_words
from articles.state import clock
from newsroom.board.editions import MAY_ARRANGE
from newsroom.caching import keep_private
from newsroom.desk.board_form import Pressed, after, moment, pressed
from newsroom.desk.board_history import history_page, overlap_rows, restore_pressed
from newsroom.desk.board_page import address, board_for, board_page
from newsroom.front import front_page
from newsroom.models import Board


def doors(guarded):
    return [
        path("board/", guarded(board), name="board"),
        path("board/preview/", guarded(board_preview), name="board_preview"),
        path("board/history/", guarded(board_history), name="board_history"),
        path("board/<words:slug>/", guarded(board), name="board_section"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def board(request, slug=None):
    """A board with its slots; a press stores what the form holds, and then does what the button says."""
    section = _section(request, slug)
    if request.method != "POST":
        return board_page(request, section, board_for(section))
    found = pressed(request.POST)
    at = moment(request.POST.get("at"), found, "at") if found.verb == "schedule" else None
    if found.verb == "schedule" and at is None and not found.problems:
        found.problems.append(_("Give the time at which it is to go live."))
    if found.problems:
        return board_page(request, section, board_for(section), found, status=422)
    arranged = Board.of(section)
    base = request.POST.get("base", "")
    base = int(base) if base.isascii() and base.isdigit() and len(base) < 19 else 0
    saved = arranged.save_draft(after(found, request.POST), by=request.user, base=base)
    if saved.overlaps:
        return _both(request, section, arranged, saved)
    try:
        _do(request, arranged, found, saved, at)
    except WrongState as refusal:
        messages.error(request, in_words(refusal))
    if found.verb == "preview":
        return HttpResponseRedirect(address(section, "board_preview"))
    return HttpResponseRedirect(address(section))


def _do(request, arranged: Board, found: Pressed, saved, at):
    """What the button says, with the draft stored."""
    key = saved.edition and saved.edition.pk
    if saved.is_behind:
        said = _("Somebody had saved meanwhile; both are in this draft now.")
        if found.verb in ("publish", "schedule"):
            raise WrongState(_("%s Look at it, then press again.") % said)
        messages.warning(request, said)
    match found.verb:
        case "publish":
            arranged.publish(by=request.user, edition=key)
            messages.success(request, _("Readers see this edition."))
        case "schedule":
            arranged.schedule(at, by=request.user, edition=key)
            messages.success(request, _("It goes live %s.") % clock(at))
        case "unschedule":
            arranged.unschedule(by=request.user)
            messages.success(request, _("Called off. What readers see stays."))
        case "undo":
            arranged.undo(by=request.user)
            messages.success(request, _("Readers see the edition before it again."))
        case "save":
            messages.success(request, _("Draft saved.") if saved.is_changed else _("Nothing has changed."))


def _both(request, section, arranged, saved):
    """Two saves overlap: both are stored, and a person chooses."""
    context = {
        **admin.site.each_context(request),
        "title": _("Two saves overlap"),
        "section": section,
        "head": arranged.draft_edition,
        "aside": saved.edition,
        "sides": overlap_rows(saved.overlaps),
        "here": address(section),
        "restore": address(section, "board_history"),
    }
    return TemplateResponse(request, "admin/board_both.html", context, status=409)


@require_safe
def board_preview(request):
    """The public page as the draft would make it, for whoever may arrange it and nobody else."""
    section = _section(request, request.GET.get("of"))
    edition = board_for(section).draft_edition
    page = front_page(edition)
    context = {"page": page, "preview": True}
    return keep_private(render(request, "home.html", context))


@require_http_methods(["GET", "HEAD", "POST"])
def board_history(request):
    """What stood on the page at a moment, and every edition there was; a press brings one back as the draft."""
    section = _section(request, request.GET.get("of"))
    if request.method == "POST":
        restore_pressed(request, section)
        return HttpResponseRedirect(address(section))
    return history_page(request, section, board_for(section), now())


def _section(request, slug):
    if not request.user.has_perm(MAY_ARRANGE):
        raise PermissionDenied
    return get_object_or_404(Section, slug=slug) if slug else None
