from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles import due, surrogates
from articles.corrections import public_corrections, story_with_corrections
from articles.lifetimes import list_ttl, page_ttl, until
from articles.models import Article, Author, Section, Tag
from articles.showing import may_play_films
from newsroom.caching import HOUR, LIST_TTL, NOT_FOUND_TTL, public
from newsroom.paging import page_of

STORIES_PER_PAGE = CORRECTIONS_PER_PAGE = 20


@require_safe
@may_play_films
def article_detail(request, date, slug):
    """A story on its own page; 301 if it has moved, 410 if it was withdrawn, 404 if there is none the public may know of."""
    at_address = Article.objects.filter(published_on=date, slug=slug)
    article, corrections = story_with_corrections(
        at_address.published().with_page_relations().with_next_change()
    )
    if article and due.catch_up(article):
        return article_detail(request, date, slug)
    if article is None:
        return without_story(request, date, slug)
    previous, following = Article.objects.only(*LINK_FIELDS).neighbours_of(article)
    context = {"article": article, "corrections": corrections, "previous": previous, "next": following}
    response = render(request, "articles/article_detail.html", context)
    ttl = page_ttl(article, previous, following)
    # Only the newest story's page changes when the next one comes out: it gets its link to it.
    return public(
        response, surrogates.of_page(article), ttl if following else until(article.next_change_at, ttl)
    )


LINK_FIELDS = ("headline", "slug", "published_on", "publish_at", "language", "withdraw_at")


def without_story(request, date, slug, address_of=Article.get_absolute_url):
    """The answer at an address where no public story stands: 410, a redirect to ``address_of`` the story that moved, or
    404. Browsers ask again each time, and caches are told when the story moves: an editor may go back.
    """
    gone_from_here = Article.objects.filter(published_on=date, slug=slug).gone().first()
    story = gone_from_here or get_object_or_404(Article.objects.formerly_at(date, slug))
    if gone_from_here or not story.is_public:
        return gone(request, story)
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(f"{address_of(story)}?{query}" if query else address_of(story))
    return public(response, {f"article-{story.pk}"}, HOUR)


def gone(request, article):
    """What readers see at the address of a story that was withdrawn: the notice, and nothing else of it."""
    context = {
        "notice": article.withdrawn_notice,
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
    # With the board that may stand above the list, which is read where the page is printed.
    boards = Section.objects.select_related("board__live_edition", "board__scheduled_edition")
    section = get_object_or_404(boards, slug=slug)
    stories = Article.objects.filter(section=section)
    return _list(
        request, stories, "articles/section_detail.html", {"section": section}, {f"section-{section.pk}"}
    )


@require_safe
def tag_detail(request, slug):
    tag = get_object_or_404(Tag, slug=slug)
    stories = Article.objects.filter(tags=tag)
    return _list(
        request, stories, "articles/tag_detail.html", {"tag": tag}, {f"tag-{tag.pk}"}, may_be_empty=False
    )


@require_safe
def author_detail(request, slug):
    author = get_object_or_404(Author, slug=slug)
    stories = Article.objects.filter(bylines__author=author)
    return _list(
        request,
        stories,
        "articles/author_detail.html",
        {"author": author},
        {f"author-{author.pk}"},
        may_be_empty=False,
    )


@require_safe
def corrections(request):
    """Everything readers were told was wrong, newest first, of all stories that are public."""
    page = page_of(public_corrections(), request.GET.get("page"), CORRECTIONS_PER_PAGE)
    if page.has_shorter_address:
        return public(HttpResponsePermanentRedirect(request.path), {"site"}, LIST_TTL)
    response = render(request, "articles/corrections.html", {"page": page})
    # “latest” too: what takes a story in or out, or moves it, takes its corrections along.
    return public(response, {"site", "corrections", "latest"}, until(Article.objects.next_change_at()))


def _list(request, stories, template, context, keys, *, may_be_empty=True):
    """One page of those of the stories that are public, newest first. Raises ``Http404`` for none if there must be one:
    the name of what only drafts have is not public either."""
    listed = stories.published().newest_first().with_list_relations().with_next_change()
    page = page_of(listed, request.GET.get("page"), STORIES_PER_PAGE)
    if not (page.items or may_be_empty):
        raise Http404
    if page.has_shorter_address:
        return public(HttpResponsePermanentRedirect(request.path), {"site"}, LIST_TTL)
    response = render(request, template, {**context, "page": page})
    next_change_at = page.items[0].next_change_at if page.items else Article.objects.next_change_at()
    return public(
        response, {"site", *keys} | surrogates.of_cards(page.items), list_ttl(page.items, next_change_at)
    )
