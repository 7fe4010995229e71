"""What the list of stories offers to do with several at once.

What readers see changes only after a page that lists the stories has been answered, and only for those that are still what
the list showed.
"""

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.batch import Batch
from articles.models import ArticleEvent
from articles.refusals import MISSING
from articles.state import clock

# Nobody reads through a longer list before pressing its button.
MOST = 200
CONFIRMED = "confirmed"


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why? Kept in the history, not shown to readers."),
        max_length=ArticleEvent.NOTE_LENGTH,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": gettext_lazy("Say why they are withdrawn.")},
    )
    notice = forms.CharField(
        label=gettext_lazy("Notice for readers, at the address of each"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


@admin.action(description=gettext_lazy("Submit for review"), permissions=["change"])
def submit_each(model_admin, request, queryset):
    """Hand each chosen draft to the editors."""
    if batch := _batch(model_admin, request):
        done, refused = batch.do(lambda story: story.submit(by=request.user), only_unchanged=False)
        _tell(request, batch, _("Submitted for review: %d."), done, refused)


@admin.action(description=gettext_lazy("Publish…"), permissions=["release"])
def publish_each(model_admin, request, queryset):
    """List what would go out; once that is confirmed, publish each."""
    batch = _batch(model_admin, request)
    if batch is None:
        return None
    if CONFIRMED not in request.POST:
        return _ask(model_admin, request, batch, Publishing)
    done, refused = batch.do(lambda story: story.publish(by=request.user), only_unchanged=True)
    _tell(request, batch, _("Published: %d."), done, refused)
    return HttpResponseRedirect(request.get_full_path())


@admin.action(description=gettext_lazy("Withdraw…"), permissions=["release"])
def withdraw_each(model_admin, request, queryset):
    """List what would be taken off every page, and ask why; once that is answered, withdraw each."""
    batch = _batch(model_admin, request)
    if batch is None:
        return None
    form = ReasonForm(request.POST if CONFIRMED in request.POST else None)
    if not form.is_valid():
        return _ask(model_admin, request, batch, Withdrawing, form)
    reason, notice = form.cleaned_data["reason"], form.cleaned_data["notice"]
    done, refused = batch.do(
        lambda story: story.withdraw(reason, by=request.user, notice=notice), only_unchanged=True
    )
    _tell(request, batch, _("Withdrawn: %d."), done, refused)
    return HttpResponseRedirect(request.get_full_path())


class Publishing:
    """What the page that asks before publishing says."""

    action, title = "publish_each", gettext_lazy("Publish these stories?")

    @staticmethod
    def label(number):
        return ngettext("Publish %d story now", "Publish %d stories now", number) % number

    @staticmethod
    def unfit(story):
        if story.is_public:
            return _("It is live already.")
        if story.is_embargoed:
            return _("Embargo until %s.") % clock(story.embargo_until)
        if story.has_newer_draft:
            return ""
        return " ".join(
            str(MISSING[name.removesuffix("_id")])
            for name in ("headline", "section_id")
            if not getattr(story, name)
        )


class Withdrawing:
    """What the page that asks before withdrawing says."""

    action, title = "withdraw_each", gettext_lazy("Withdraw these stories?")

    @staticmethod
    def label(number):
        return ngettext("Withdraw %d story", "Withdraw %d stories", number) % number

    @staticmethod
    def unfit(story):
        return "" if story.is_public else _("It is not live.")


def _batch(model_admin, request):
    """What was chosen, or None, and somebody told why, if that is too much for one press."""
    batch = Batch(request, model_admin.get_queryset(request))
    if len(batch.keys) > MOST:
        messages.error(request, _("Choose no more than %d stories at a time. Nothing has changed.") % MOST)
        return None
    return batch


def _ask(model_admin, request, batch, step, form=None):
    """The page that lists what would happen to which story, and what has changed since the list was shown."""
    whys = [(story, story.changed or step.unfit(story)) for story in batch.stories]
    ready = [story for story, why in whys if not why]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": step.title,
        "opts": model_admin.opts,
        "ready": ready,
        "refused": [(story, why) for story, why in whys if why],
        "gone": batch.gone,
        "action": step.action,
        "is_bad": step is Withdrawing,
        "label": step.label(len(ready)),
        "form": form,
        "here": request.get_full_path(),
    }
    return TemplateResponse(request, "admin/articles/article/bulk.html", context)


def _tell(request, batch, words, done, refused):
    if done:
        messages.success(request, words % done)
    for story, why in refused:
        address = reverse("admin:articles_article_change", args=[story.pk])
        messages.warning(request, format_html('<a href="{}">{}</a>: {}', address, story, why))
    if batch.gone:
        missing = ngettext(
            "%d story is not there any more.", "%d stories are not there any more.", batch.gone
        )
        messages.warning(request, missing % batch.gone)
