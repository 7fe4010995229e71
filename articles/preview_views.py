"""What somebody without a login sees of a story that is not public, by a link the desk gave them. Opening writes nothing but that
it was opened; an answer is a press of a button, so that no robot that looks at links approves a story.
"""

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from articles.choices import AnswerKind
from articles.forms.preview import AnswerForm
from articles.models import PreviewLink
from articles.previewing import bar_of, content_at, is_what_readers_see, shown
from articles.sharing import NoMoreAnswers, key_of
from articles.showing import may_play_films
from newsroom.caching import private

SEE_OTHER = 303


@require_http_methods(["GET", "HEAD", "POST"])
@private
@may_play_films
def shared_preview(request, token):
    """The version a link shows, and the form to answer. One and the same page for every link that does not work."""
    response = _answer(request, token)
    # Not a letter of the address goes out by a link on the page. `no-referrer` would make browsers hide where the form
    # comes from, too, and its token would be refused.
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _answer(request, token):
    links = PreviewLink.objects.select_related("revision", "article__draft_revision")
    link = links.filter(pk=key_of(token)).first()
    if link is None or not link.is_working:
        return _closed(request)
    if request.method == "POST":
        return _take(request, link)
    if request.method == "GET":
        link.note_use()
    said = request.GET.get("said", "")
    if said not in AnswerKind.values and is_what_readers_see(link.article, link.shown):
        return HttpResponseRedirect(link.article.get_absolute_url())
    return _show(request, link, said=said)


def _show(request, link, *, form=None, said="", status=200):
    revision = link.shown
    form = (
        form.shown_again(revision)
        if form
        else AnswerForm(link=link, initial={"sight": link.sight_of(revision)})
    )
    # Outsiders need not know the names of the desk.
    bar = bar_of(link.article, revision, by="", made_for=link.made_for)
    context = shown(link.article, content_at(link.article, revision), bar, form=form, said=said)
    return render(request, "articles/preview_shared.html", context, status=status)


def _take(request, link):
    form = AnswerForm(request.POST, link=link)
    if not form.is_valid():
        return _show(request, link, form=form, status=422)
    data = form.cleaned_data
    try:
        answer = link.answer(form.kind, name=data["name"], text=data["text"], revision=data["sight"])
    except NoMoreAnswers as refusal:
        form.add_error(None, str(refusal))
        return _show(request, link, form=form, status=429)
    response = HttpResponseRedirect(f"{link.get_absolute_url()}?said={answer.kind}")
    response.status_code = SEE_OTHER
    return response


def _closed(request):
    """Says nothing of what there is or was; what somebody has just typed comes back to them."""
    context = {"typed": request.POST.get("text", "")}
    return render(request, "articles/preview_gone.html", context, status=404)
