"""The page where a writer sees both texts side by side, and chooses, where their save overlaps another."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.guard import WRITE, story_for
from articles.choices import RevisionKind
from articles.content import FIELDS, authors_of
from articles.figures import figures_of
from articles.html import clean_body
from articles.models import Article, Photo, Section
from articles.settling import BOTH, MINE, THEIRS, options


def doors(guarded):
    return [path("<int:pk>/settle/<int:aside>/", guarded(settle), name="articles_article_settle")]


def settle(request, pk, aside):
    """Show what overlaps (GET), and store what was chosen (POST)."""
    story = story_for(request, pk, WRITE)
    revision = get_object_or_404(story.revisions, pk=aside, kind=RevisionKind.ASIDE)
    if request.method == "POST":
        head = request.POST.get("head", "")
        saved = story.settle(
            revision, _choices(request.POST), by=request.user, head=int(head) if _is_number(head) else 0
        )
        if not saved.clash:
            messages.success(request, _("Saved, as you chose."))
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[story.pk]))
        messages.warning(request, _("Choose at each place; what you have chosen is kept."))
    return _page(request, story, revision, story.merge_of(revision), status=200)


def clash_page(room, request, story, saved):
    """The answer to a save that overlaps another: 409, and all that was typed."""
    return _page(request, story, saved.revision, saved.clash, status=409)


def _page(request, story, aside, merge, *, status):
    head = story.draft_revision
    context = {
        **admin.site.each_context(request),
        "title": _("Two saves overlap"),
        "opts": Article._meta,
        "story": story,
        "aside": aside,
        "is_own": aside.author_id == request.user.pk,
        "head": head,
        "fields": [
            _field(name, merge.fields[name], request.POST) for name in FIELDS if name in merge.clashes
        ],
        "settle_url": reverse("admin:articles_article_settle", args=[story.pk, aside.pk]),
    }
    return TemplateResponse(request, "admin/articles/article/settle.html", context, status=status)


def _field(name, merged, data):
    label = LABELS.get(name) or Article._meta.get_field(name).verbose_name
    pieces, number = [], 0
    for piece in merged.pieces():
        if not getattr(piece, "is_clash", False):
            pieces.append({"is_clash": False, "shown": _shown(name, piece)})
            continue
        key = f"{name}-{number}"
        pieces.append(
            {
                "is_clash": True,
                "key": key,
                "chosen": data.get(key, ""),
                "mine": _shown(name, piece.mine),
                "theirs": _shown(name, piece.theirs),
                "may_be_both": BOTH in options(piece),
            }
        )
        number += 1
    return {"name": name, "label": label, "is_body": name == "body", "pieces": pieces}


def _shown(name, value):
    """A part of a field as a person reads it; a text as the one template for texts takes it."""
    match name:
        case "body":
            return {"body": clean_body(value), "figures": figures_of({"body": value})} if value else None
        case "bylines":
            return ", ".join(author.name for author in authors_of({"bylines": value}))
        case "section":
            return str(Section.objects.filter(pk=value).first() or "")
        case "lead_photo":
            return str(Photo.objects.filter(pk=value).first() or "")
    return value or ""


def _choices(data):
    choices = {}
    for key, value in data.items():
        name, _hyphen, number = key.rpartition("-")
        if name in FIELDS and _is_number(number) and value in (MINE, THEIRS, BOTH):
            choices[name, int(number)] = value
    return choices


def _is_number(text):
    return text.isascii() and text.isdigit() and len(text) < 19


LABELS = {"bylines": gettext_lazy("Bylines"), "body": gettext_lazy("Text")}
