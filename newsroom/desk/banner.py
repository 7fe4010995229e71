"""The desk's page of the breaking line, and the presses that leave it longer or take it down."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from articles.models import Article
from articles.refusals import Incomplete, WrongState, in_words
from articles.state import clock
from newsroom.banner import LIFE, LIVES, MAY, current, extend, put_up, take_down
from newsroom.models import Banner

# Breaking news is of today: what is older is rarely linked.
OFFERED = 50


def doors(guarded):
    return [
        path("banner/", guarded(banner), name="banner"),
        path("banner/extend/", guarded(make_longer), name="banner_extend"),
        path("banner/take-down/", guarded(make_go), name="banner_take_down"),
    ]


class BannerForm(forms.Form):
    """What a breaking line needs; ``newsroom.banner.put_up`` decides about the words."""

    text = forms.CharField(label=gettext_lazy("The line"), required=False, strip=False)
    article = forms.ModelChoiceField(
        Article.objects.none(),
        label=gettext_lazy("It leads to"),
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy(
                "Readers cannot open this story. Choose one that is live, or none."
            )
        },
    )
    minutes = forms.TypedChoiceField(
        label=gettext_lazy("It stands for"), choices=LIVES, coerce=int, empty_value=LIFE, required=False
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["article"].queryset = Article.objects.published().only(*OPTION)


OPTION = ("headline", "language")


def offered_stories():
    """The newest stories that readers can open, to choose from."""
    return Article.objects.published().newest_first().only(*OPTION)[:OFFERED]


@require_http_methods(["GET", "HEAD", "POST"])
def banner(request):
    """What stands on every page now, and the form for the next line."""
    _may_arrange(request)
    form = BannerForm(
        request.POST if request.method == "POST" else None, initial={"article": request.GET.get("story")}
    )
    if form.is_valid() and _is_put_up(request, form):
        return HttpResponseRedirect(reverse("admin:banner"))
    context = {
        **admin.site.each_context(request),
        "title": _("Breaking line"),
        "banner": current(),
        "form": form,
        "lives": LIVES,
        "stories": offered_stories(),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/banner.html", context, status=status)


def _is_put_up(request, form):
    try:
        put = put_up(**form.cleaned_data, by=request.user)
    except Incomplete as refusal:
        for name, sentences in refusal.message_dict.items():
            form.add_error(name, sentences)
        return False
    messages.success(request, _("It stands on every page until %s.") % clock(put.ends_at))
    return True


@require_POST
def make_longer(request):
    """Half an hour more for the line that the page showed."""
    return _press(request, extend, lambda line: _("It stands until %s.") % clock(line.ends_at))


@require_POST
def make_go(request):
    """No page shows the line any more."""
    return _press(request, take_down, lambda _line: _("The breaking line is gone from every page."))


def _press(request, verb, in_words_of):
    _may_arrange(request)
    # By its key: whoever presses means the line they saw, and not one that was put up since.
    key = request.POST.get("banner", "")
    line = (
        Banner.objects.filter(pk=key).first() if key.isascii() and key.isdigit() and len(key) < 19 else None
    )
    try:
        if line is None:
            raise WrongState(_("This line is shown no longer."))
        messages.success(request, in_words_of(verb(line, by=request.user)))
    except WrongState as refusal:
        messages.error(request, in_words(refusal))
    back = "admin:index" if request.POST.get("back") == "desk" else "admin:banner"
    return HttpResponseRedirect(reverse(back))


def _may_arrange(request):
    if not request.user.has_perm(MAY):
        raise PermissionDenied
