"""The page on which a board is arranged: the draft as it would fill itself now, and the stories that stand nowhere yet."""

from django.contrib import admin
from django.db.models import Q
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from articles.models import Article
from articles.state import clock
from newsroom.board.filling import is_over
from newsroom.board.fronts import content_of, filled
from newsroom.board.layout import (
    CROPS,
    HEADLINE_LENGTH,
    KICKER_LENGTH,
    KINDS,
    MOST_BLOCKS,
    MOST_IN_ALL,
    MOST_SLOTS,
    picked,
)
from newsroom.desk.board_rows import LABELS, rows_of
from newsroom.models import Board

# As many stories as one looks through; an older one is found by its words.
OFFERED = 15


def board_for(section):
    """The board with its three editions, one not stored yet where nobody has begun."""
    boards = Board.objects.select_related("live_edition", "draft_edition", "scheduled_edition")
    board = boards.filter(section=section).first() if section else boards.filter(section=None).first()
    return board or Board(section=section)


def address(section, name="board"):
    """The address of a board, or of its preview or history."""
    if name == "board":
        return reverse("admin:board_section", args=[section.slug]) if section else reverse("admin:board")
    return reverse(f"admin:{name}") + (f"?of={section.slug}" if section else "")


def board_page(request, section, board, found=None, status=200):
    """The page; with ``found``, what was just sent and could not be stored."""
    moment = now()
    is_whole = found is not None and found.content is not None
    content = found.content if is_whole else content_of(board.draft_edition)
    shown = filled(content, board.section_id, now=moment)
    offered, missing = _stories(request, board, shown)
    live = board.edition_at(moment)
    context = {
        **admin.site.each_context(request),
        "title": section.name if section else _("Front page"),
        "section": section,
        "board": board,
        "base": board.draft_edition_id or 0,
        "rows": rows_of(shown.content, shown, missing, moment, found and found.typed),
        "offered": offered,
        "q": request.GET.get("q", ""),
        "problems": found.problems if found else [],
        "states": _states(board, live, moment),
        "kinds": [(kind, LABELS[kind]) for kind in KINDS],
        "sections": list(shown.pool.sections.values()),
        "crops": CROPS[1:],
        "may_add": _has_room(shown.content),
        "most": {"slots": MOST_SLOTS, "headline": HEADLINE_LENGTH, "kicker": KICKER_LENGTH},
        "here": address(section),
        "preview": address(section, "board_preview"),
        "history": address(section, "board_history"),
        "typed_at": request.POST.get("at", "") if found else "",
    }
    return TemplateResponse(request, "admin/board.html", context, status=status)


def _has_room(content):
    blocks = content["blocks"]
    return len(blocks) < MOST_BLOCKS and sum(block["size"] for block in blocks) + MOST_SLOTS <= MOST_IN_ALL


def _stories(request, board, shown):
    """Stories to place, and those that were picked and no reader may see; in one query."""
    standing = {item.article.pk for block in shown.blocks if not block.repeats for item in block.items}
    moment = now()
    # A pin that has ended gives its story back to the list.
    over = {
        slot["article"]
        for block in shown.content["blocks"]
        for slot in block["slots"]
        if slot["article"] and is_over(slot, moment)
    }
    missing = picked(shown.content) - shown.chosen.keys()
    words = request.GET.get("q", "").strip()
    stories = Article.objects.published()
    if words:
        stories = stories | Article.objects.scheduled()
        stories = stories.filter(Q(headline__icontains=words) | Q(kicker__icontains=words))
    if board.section_id:
        stories = stories.filter(section=board.section_id)
    newest = stories.exclude(pk__in=standing | (missing - over)).newest_first().values("pk")[:OFFERED]
    rows = Article.objects.filter(Q(pk__in=missing) | Q(pk__in=newest)).select_related("section")
    rows = list(rows.defer("body").newest_first())
    offered = [story for story in rows if story.pk not in missing]
    return offered, {story.pk: story for story in rows if story.pk in missing}


def _states(board, live, moment):
    """Where the board stands, a sentence each."""
    if board.pk is None or not board.draft_edition_id:
        said = [("is-live", _("Nobody has arranged this page: it fills itself."))]
    elif board.draft_edition_id == (live and live.pk):
        said = [("is-live", _("Readers see this edition."))]
    elif live:
        said = [("is-draft", _("Draft. Readers see the edition of %s.") % clock(live.created_at))]
    else:
        said = [("is-draft", _("Draft. Readers see the page as it fills itself."))]
    if board.goes_live_at and board.goes_live_at > moment:
        said.append(("is-scheduled", _("An edition goes live %s.") % clock(board.goes_live_at)))
    return said
