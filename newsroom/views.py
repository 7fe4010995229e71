import logging

from django.db import DatabaseError
from django.http import HttpResponse
from django.shortcuts import render
from django.template import loader
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.lifetimes import list_ttl
from articles.models import Article
from articles.surrogates import of_cards
from articles.views import LINK_FIELDS
from newsroom.caching import NOT_FOUND_TTL, keep_private, public
from newsroom.front import front_page

logger = logging.getLogger(__name__)


@require_safe
def home(request):
    """The front page."""
    page = front_page()
    response = render(request, "home.html", {"page": page})
    ttl = list_ttl(page.articles, page.next_change_at)
    return public(response, {"site", "front", *page.keys} | of_cards(page.articles), ttl)


@require_safe
def robots(request):
    """What crawlers are asked. The desk is not named: a list of doors is no lock."""
    response = HttpResponse(
        "User-agent: *\nDisallow: /preview/\nAllow: /\n", content_type="text/plain; charset=utf-8"
    )
    return public(response, {"site"}, 600)


def bad_request(request, exception=None):
    return keep_private(HttpResponse(loader.get_template("400.html").render(), status=400))


def permission_denied(request, exception=None):
    return keep_private(HttpResponse(loader.get_template("403.html").render(), status=403))


def csrf_failure(request, reason=""):
    """A form of the desk whose token is missing or stale; the browser's Back button still has what was typed."""
    logger.warning("CSRF: %s at %s", reason, request.path)
    return keep_private(HttpResponse(loader.get_template("403_csrf.html").render(), status=403))


def not_found(request, exception=None):
    """No such page; with a way on, if the database answers."""
    if request.path.startswith(reverse("admin:index")):
        return keep_private(render(request, "404.html", status=404))
    try:
        latest = list(Article.objects.published().newest_first().only(*LINK_FIELDS)[:5])
        response = render(request, "404.html", {"latest": latest}, status=404)
    except DatabaseError:
        return server_error(request)
    return public(response, {"site", "latest"}, NOT_FOUND_TTL)


def server_error(request):
    """Something of ours failed. Stands without a database, a context or a session."""
    return keep_private(HttpResponse(loader.get_template("500.html").render(), status=500))
