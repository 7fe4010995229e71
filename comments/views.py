from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles import surrogates
from articles.lifetimes import page_ttl
from articles.models import Article
from articles.views import without_story
from comments import receipts
from comments.forms import CommentForm
from comments.models import Comment
from comments.origin import Evidence, evidence_of
from comments.policy import closed_reason, shows_comments
from comments.submission import submit
from comments.threads import Thread, moment_of, thread_of, thread_url
from newsroom.caching import private, public
from newsroom.clients import network_key

# Ten times what the longest comment weighs, so that only what is no comment is refused unread.
MAX_POST_BYTES = 256 * 1024

GONE = 410

# What fits a 64-bit key.
MAX_KEY_DIGITS = 18

WITHDRAWN = _("This story has been withdrawn, and takes no comments. Here are your words, to keep.")
UNPROVEN = _(
    "Your browser did not say that this form was sent from our page, so we ask you to press once more. "
    "Nothing you wrote is lost."
)


# The one exempt view: its form lives in pages shared by all readers. It takes its own evidence, see ``comments.origin``.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def comment_thread(request, date, slug):
    """A story's comments and the form; the form is sent here too."""
    at_address = Article.objects.filter(published_on=date, slug=slug)
    if request.method == "POST":
        # A page that was opened before the story moved sends its form to the old address.
        return _take(request, at_address if at_address.exists() else Article.objects.formerly_at(date, slug))
    article = at_address.published().with_page_relations().first()
    return _show(request, article) if article else without_story(request, date, slug, thread_url)


def _show(request, article):
    before = moment_of(request.GET.get("before", ""))
    thread = thread_of(article, before) if shows_comments(article) else Thread()
    if before and not thread.roots:
        raise Http404
    context = {
        "article": article,
        "thread": thread,
        "reply_to": None,
        "closed_reason": closed_reason(article),
    }
    if not context["closed_reason"]:
        context["reply_to"] = _answered(article, request.GET.get("reply", ""))
        initial = {"reply_to": context["reply_to"].public_id} if context["reply_to"] else {}
        context["form"] = CommentForm(article=article, initial=initial)
    response = render(request, "comments/comment_list.html", context)
    return public(response, surrogates.of_page(article), page_ttl(article))


def _answered(article, raw):
    """The approved comment an answer is begun to. Raises ``Http404`` for any other."""
    if not raw:
        return None
    if not (raw.isascii() and raw.isdigit() and len(raw) <= MAX_KEY_DIGITS):
        raise Http404
    return get_object_or_404(Comment.objects.approved(), article=article, pk=raw)


@private
def _take(request, at_address):
    article = at_address.published().select_related("section").first()
    withdrawn = None if article else get_object_or_404(at_address.gone().select_related("section"))
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_POST_BYTES:
        return render(request, "413.html", {"article": article}, status=413)
    evidence = evidence_of(request)
    has_token = evidence is not Evidence.ACCEPT or "csrfmiddlewaretoken" in request.POST
    reason = WITHDRAWN if withdrawn else closed_reason(article)
    form = CommentForm(request.POST, article=article or withdrawn, has_token=has_token, is_open=not reason)
    if withdrawn:
        return _again(request, form, GONE, _("Your comment was not taken"), reason)
    if reason:
        return _again(request, form, 403, _("Your comment was not taken"), reason)
    if evidence is Evidence.REFUSE:
        return _again(request, form, 403, _("Press once more to post"), UNPROVEN)
    if evidence is Evidence.ASK:
        return _again(request, form, 200, _("Press once more to post"), UNPROVEN)
    if not form.is_valid():
        return _again(request, form, 422, _("Add a comment"), "")
    comment = submit(
        article,
        name=form.cleaned_data["name"],
        text=form.cleaned_data["text"],
        parent=form.parent,
        token=form.cleaned_data["token"],
        network_key=network_key(request),
        filled_honeypot=bool(form.cleaned_data["website"]),
    )
    return HttpResponseSeeOther(receipts.receipt_url(comment))


def _again(request, form, status, heading, explanation):
    """The form once more with every word in it, on a page of this reader's own."""
    form.is_valid()
    # Nothing of a withdrawn story is shown, not even its headline.
    article = form.article if status != GONE else None
    context = {"article": article, "form": form, "heading": heading, "explanation": explanation}
    return render(request, "comments/comment_form.html", context, status=status)


class HttpResponseSeeOther(HttpResponseRedirect):
    """After a POST: fetch that address, whatever the method was."""

    status_code = 303


@require_safe
@private
def comment_received(request, token):
    """What became of a comment, for whoever sent it."""
    try:
        comment = receipts.comment_of(token)
    except Comment.DoesNotExist as error:
        raise Http404 from error
    context = {"comment": comment, "article": comment.article, "state": receipts.state_of(comment)}
    return render(request, "comments/received.html", context)
