"""The page where the address of a story is changed, and changed back."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles.admin.desk import is_key
from articles.admin.guard import RELEASE, story_for
from articles.models import Article
from articles.refusals import Incomplete, WrongState


def doors(guarded):
    return [path("<int:pk>/address/", guarded(address), name="articles_article_address")]


class AddressForm(forms.Form):
    """The words of an address, and its day if readers have known the story by one."""

    slug = forms.CharField(
        label=gettext_lazy("Words"),
        max_length=200,
        help_text=gettext_lazy("Capitals, spaces and signs are put right."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    on = forms.DateField(
        label=gettext_lazy("Day"),
        help_text=gettext_lazy("In the address only: the story keeps its place in the lists."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, story, data=None):
        super().__init__(data, initial={"slug": story.slug, "on": story.published_on})
        if not story.was_public:
            del self.fields["on"]

    def wanted(self):
        """What was asked for, as ``readdress`` takes it."""
        return {"slug": self.cleaned_data["slug"], "on": self.cleaned_data.get("on")}


@require_http_methods(["GET", "HEAD", "POST"])
def address(request, pk):
    """Show the addresses of a story, those it had among them (GET), and give it another or an old one back (POST)."""
    if request.method != "POST" or "_look" in request.POST:
        story = story_for(request, pk, RELEASE)
        data = request.POST or request.GET
        return _page(request, story, AddressForm(story, data if "slug" in data else None))
    with transaction.atomic():
        # Two who press at once come one after the other, and the second is told.
        story = story_for(request, pk, RELEASE, queryset=Article.objects.select_for_update())
        form = AddressForm(story, request.POST)
        is_done = _go_back(request, story) if "former" in request.POST else _change(request, story, form)
    if not is_done:
        return _page(request, story, form, status=422)
    return HttpResponseRedirect(reverse("admin:articles_article_address", args=[story.pk]))


def _change(request, story, form):
    """Do what was asked; False if it was refused, with the reason in the form."""
    if not form.is_valid():
        return False
    try:
        _must_have_seen(request, story)
        story.readdress(**form.wanted(), by=request.user)
    except Incomplete as refusal:
        form.add_error(None, refusal)
    except WrongState as refusal:
        form.add_error("slug", str(refusal))
    else:
        messages.success(request, _done_in_words(story))
    return not form.errors


def _go_back(request, story):
    """Take an old address back, or say why not; there is no form to show again."""
    key = request.POST["former"]
    former = get_object_or_404(story.former_addresses, pk=key if is_key(key) else None)
    try:
        _must_have_seen(request, story)
        story.return_to(former, by=request.user)
    except WrongState as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _done_in_words(story))
    return True


def _must_have_seen(request, story):
    """Nobody changes an address they have not seen."""
    if request.POST.get("seen", "") != _mark(story):
        raise WrongState(
            _("The address has changed since you opened this page. Look at it, then press again.")
        )


def _done_in_words(story):
    if not story.was_public:
        return _("The address will be made of these words.")
    sentence = (
        _("The story now stands at {}. Its old address leads there.")
        if story.is_public
        else _("The address is now {}. The old one leads there.")
    )
    return format_html(sentence, story.get_absolute_url())


def _mark(story):
    return story.get_absolute_url() or story.slug


def _page(request, story, form, *, status=200):
    preview = ""
    if form.is_bound and form.is_valid():
        preview = story.address_for(**form.wanted())
    context = {
        **admin.site.each_context(request),
        "title": _("Address"),
        "opts": Article._meta,
        "story": story,
        "form": form,
        "seen": _mark(story),
        "preview": preview,
        "former": story.former_addresses.all(),
    }
    return TemplateResponse(request, "admin/articles/article/address.html", context, status=status)
