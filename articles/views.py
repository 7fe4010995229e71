from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import surrogates
from articles.lifetimes import page_ttl, until
from articles.models import Article, Author, Section, Tag
from newsroom.caching import LIST_TTL, NOT_FOUND_TTL, public
from newsroom.paging import page_of

STORIES_PER_PAGE = 20


@require_safe
def article_detail(request, date, slug):
    """A story on its own page; 410 if it was withdrawn, 404 if there is none the public may know of."""
    at_address = Article.objects.filter(published_on=date, slug=slug)
    article = at_address.published().with_page_relations().with_next_change().first()
    if article is None:
        return gone(request, get_object_or_404(at_address.gone()))
    previous, following = Article.objects.only(*LINK_FIELDS).neighbours_of(article)
    context = {"article": article, "previous": previous, "next": following}
    response = render(request, "articles/article_detail.html", context)
    ttl = page_ttl(article)
    # Only the newest story's page changes when the next one comes out: it gets its link to it.
    return public(
        response, surrogates.of_page(article), ttl if following else until(article.next_change_at, ttl)
    )


LINK_FIELDS = ("headline", "slug", "published_on", "publish_at", "language")


def gone(request, article):
    """What readers see at the address of a story that was withdrawn."""
    context = {
        "article": article,
        "latest": Article.objects.published().newest_first().only(*LINK_FIELDS)[:5],
    }
    response = render(request, "articles/article_withdrawn.html", context, status=410)
    return public(response, {"site", f"article-{article.pk}", "latest"}, NOT_FOUND_TTL)


@require_safe
def latest(request):
    """Every story, newest first."""
    return _list(request, Article.objects.all(), "articles/latest.html", {}, {"latest"})


@require_safe
def section_detail(request, slug):
    section = get_object_or_404(Section, slug=slug)
    stories = Article.objects.filter(section=section)
    return _list(
        request, stories, "articles/section_detail.html", {"section": section}, {f"section-{section.pk}"}
    )


@require_safe
def tag_detail(request, slug):
    tag = get_object_or_404(Tag, slug=slug)
    stories = Article.objects.filter(tags=tag)
    return _list(request, stories, "articles/tag_detail.html", {"tag": tag}, {f"tag-{tag.pk}"})


@require_safe
def author_detail(request, slug):
    author = get_object_or_404(Author, slug=slug)
    stories = Article.objects.filter(bylines__author=author)
    return _list(request, stories, "articles/author_detail.html", {"author": author}, {f"author-{author.pk}"})


def _list(request, stories, template, context, keys):
    """One page of those of the stories that are public, newest first."""
    listed = stories.published().newest_first().with_list_relations().with_next_change()
    page = page_of(listed, request.GET.get("page"), STORIES_PER_PAGE)
    if page.has_shorter_address:
        return public(HttpResponsePermanentRedirect(request.path), {"site"}, LIST_TTL)
    response = render(request, template, {**context, "page": page})
    next_change_at = page.items[0].next_change_at if page.items else Article.objects.next_change_at()
    return public(response, {"site", *keys} | surrogates.of_cards(page.items), until(next_change_at))
