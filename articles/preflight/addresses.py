"""Which addresses of this site a reader can see, at the moment a story goes out that links to them."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import DateField, DateTimeField, Exists, F, OuterRef, Value
from django.db.models.functions import Cast
from django.http.request import validate_host
from django.urls import Resolver404, resolve

from articles.models.author import Author
from articles.models.former_address import FormerAddress
from articles.models.section import Section
from articles.models.tag import Tag

NOWHERE, DESK, PREVIEW, WITHDRAWN, LATER, ENDS, MOVED = (
    *("nowhere", "desk", "preview", "withdrawn", "later", "ends", "moved"),
)
# Nobody reads through more; what is beyond is not looked at.
MOST_ADDRESSES = 1_000
_LISTS = {"articles:section": Section, "articles:tag": Tag, "articles:author": Author}


@dataclass(frozen=True)
class Trouble:
    """Why a reader who follows a link sees nothing, from when that is or is not so, and where to link instead."""

    kind: str
    moment: datetime | None = None
    address: str = ""


def troubles_of(addresses, proof) -> dict[str, Trouble]:
    """What is wrong with those of the addresses that are of this site, in one query; in none where there is none to ask for."""
    places = {address: place for address in addresses if (place := _place_of(address))}
    places = dict(list(places.items())[:MOST_ADDRESSES])
    known = _known({place for place in places.values() if not isinstance(place, Trouble)}, proof)
    found = {
        address: place if isinstance(place, Trouble) else known.get(place, Trouble(NOWHERE))
        for address, place in places.items()
    }
    return {address: trouble for address, trouble in found.items() if trouble}


def is_of_this_site(host):
    """Whether a host is one that this site answers for by its own name."""
    hosts = [settings.SITE_HOST, *(name for name in settings.ALLOWED_HOSTS if name != "*")]
    return validate_host(host.lower(), hosts)


def _place_of(address):
    """What has to be asked for: a kind and a key; the trouble where it is plain already; None where there is nothing to ask."""
    with suppress(ValueError):
        parts = urlsplit(address)
        is_here = is_of_this_site(parts.hostname) if parts.hostname else address.startswith("/")
        if is_here and not _is_file(parts.path):
            return _named_by(_match(unquote(parts.path) or "/"))
    return None


def _is_file(path):
    return path.startswith((urlsplit(settings.STATIC_URL).path, urlsplit(settings.MEDIA_URL).path))


def _match(path):
    for way in (path, f"{path}/"):
        with suppress(Resolver404):
            return resolve(way)
    return None


def _named_by(match):
    if match is None:
        return Trouble(NOWHERE)
    if "admin" in match.app_names:
        return Trouble(DESK)
    if match.view_name == "articles:preview":
        return Trouble(PREVIEW)
    if match.view_name in _LISTS:
        return match.view_name, match.kwargs["slug"]
    if {"date", "slug"} <= match.kwargs.keys():
        return "story", (match.kwargs["date"], match.kwargs["slug"])
    return None


def _known(places, proof):
    """What there is at these places: a trouble, or None where readers see something."""
    if not places:
        return {}
    asked = [*_stories_at(places, type(proof.story)), *_lists_at(places, type(proof.story))]
    first, *others = [rows.order_by().values_list(*COLUMNS) for rows in asked]
    told = {}
    for kind, at_day, at_slug, pk, *standing, is_shown in first.union(*others, all=True):
        if kind in _LISTS:
            own = {"articles:tag": "tags", "articles:author": "bylines"}.get(kind)
            # The page that lists this very story is there as soon as the story is.
            is_own = own is not None and pk in (proof[own] or ())
            told[kind, at_slug] = None if is_shown or is_own else Trouble(NOWHERE)
        elif (place := ("story", (at_day, at_slug))) in places and (kind == "story" or place not in told):
            target = type(proof.story)(pk=pk, **dict(zip(STANDING, standing, strict=True)))
            told[place] = _trouble_with(target, place[1], proof)
    return told


def _trouble_with(target, address, proof):
    is_elsewhere = (target.published_on, target.slug) != address
    moved = Trouble(MOVED, address=target.get_absolute_url()) if is_elsewhere else None
    if target.pk == proof.story.pk:
        return moved
    if not (target.is_public or target.is_scheduled):
        return Trouble(WITHDRAWN if target.was_public else NOWHERE)
    if target.withdraw_at and target.withdraw_at <= proof.at:
        return Trouble(ENDS, target.withdraw_at)
    if target.publish_at > proof.at:
        return Trouble(LATER, target.publish_at)
    return moved


# --- One query for all of them: rows of the same columns, whatever they are of ---

STANDING = ("published_on", "slug", "status", "publish_at", "first_published_at", "withdraw_at")
COLUMNS = ("kind", "at_day", "at_slug", "of", *(f"its_{name}" for name in STANDING), "is_shown")
_TIMES = ("publish_at", "first_published_at", "withdraw_at")


def _stories_at(places, model):
    """Stories that stand at these places, and those that did."""
    keys = [key for kind, key in places if kind == "story"]
    if not keys:
        return
    # Both apart, so that the index answers whatever their number; a pair that was not asked for is passed over.
    is_at = {"published_on__in": {day for day, _slug in keys}, "slug__in": {slug for _day, slug in keys}}
    for rows, kind, to_story in (
        (model.objects.all(), "story", ""),
        (FormerAddress.objects.all(), "former", "article__"),
    ):
        yield rows.filter(**is_at).annotate(
            kind=Value(kind),
            at_day=F("published_on"),
            at_slug=F("slug"),
            of=F(f"{to_story}pk"),
            is_shown=Value(value=True),
            **{f"its_{name}": F(f"{to_story}{name}") for name in STANDING},
        )


def _lists_at(places, model):
    """Sections, tags and authors: a section has a page from the first, the others once they have a story to list."""
    public = model.objects.published()
    shown = {
        "articles:section": Value(value=True),
        "articles:tag": Exists(public.filter(tags=OuterRef("pk"))),
        "articles:author": Exists(public.filter(bylines__author=OuterRef("pk"))),
    }
    for kind, rows in _LISTS.items():
        slugs = {key for asked, key in places if asked == kind}
        if slugs:
            yield rows.objects.filter(slug__in=slugs).annotate(
                kind=Value(kind),
                at_day=Cast(None, DateField()),
                at_slug=F("slug"),
                of=F("pk"),
                is_shown=shown[kind],
                its_published_on=Cast(None, DateField()),
                its_slug=Value(""),
                its_status=Value(""),
                **{f"its_{name}": Cast(None, DateTimeField()) for name in _TIMES},
            )
