"""The story form in the admin: what happens between the press of a button and the answer.

The text is stored first, in a transaction of its own, and only then does a verb move the story: a verb that refuses never
loses a word, and the form comes back with everything that was typed into it, the reasons beside their fields.
"""

import uuid
from contextlib import suppress

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db.models import prefetch_related_objects
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles.admin import buttons
from articles.admin.desk import is_key
from articles.admin.moving import Stopped, move
from articles.admin.opening import opening_of
from articles.admin.settling import clash_page
from articles.content import cleaned, content_of
from articles.forms import StoryForm, WithdrawForm
from articles.models import Article
from articles.preflight import answers_awaited
from articles.querysets import BYLINES
from articles.state import state_for
from articles.tidying import TooMuch
from articles.zone import zone_in_words


class WritingRoom:
    """The part of ``ArticleAdmin`` that shows one story and takes it back."""

    form = StoryForm
    change_form_template = "admin/articles/article/change_form.html"

    def get_form(self, request, obj=None, **kwargs):
        attributes = {"user": request.user, "refusal": getattr(request, "refusal", None)}
        if obj and request.method == "GET":
            request.opening = opening_of(request, obj)
            attributes["opening"] = request.opening
        return type("StoryFormForRequest", (self.form,), attributes)

    def get_object(self, request, object_id, from_field=None):
        """The story with all that its form shows, or None where there is none for this user."""
        if not is_key(str(object_id)):
            return None
        stories = self.get_queryset(request).select_related(
            "section", "lead_photo", "live_revision", "draft_revision", "assignee"
        )
        # Who wrote the live text, and when; its words are in the row.
        stories = stories.defer("live_revision__content")
        stories = stories.annotate(**answers_awaited())
        story = stories.prefetch_related(BYLINES).filter(pk=object_id).first()
        if story and not story.draft_revision_id:
            prefetch_related_objects([story], "tags")
        return story

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST":
            request.POST = request.POST.copy()
            # The admin copies a story for this name even where it offers no such button.
            request.POST.pop("_saveasnew", None)
            return self._take(request, object_id, form_url, extra_context)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _take(self, request, object_id, form_url, extra_context):
        if object_id:
            story = self.get_object(request, unquote(object_id))
            if not story or not self.has_change_permission(request, story):
                return self._take_from_reader(request, story)
            self._withdraw_first(request, story)
        response = super().changeform_view(request, object_id, form_url, extra_context)
        if not (form := getattr(request, "stored_form", None)):
            return response
        story = Article.objects.get(pk=request.stored.pk)
        if request.saved and request.saved.clash:
            return clash_page(self, request, story, request.saved)
        try:
            move(request, story, buttons.pressed(request.POST), form, request.saved)
        except Stopped as stopped:
            return self._bring_back(request, story, stopped, form_url, extra_context)
        return _to(story, form.cleaned_data["tab"])

    def _withdraw_first(self, request, story):
        """Take the story from readers before anything else: no fault in the text, and nobody's save, may hold that up."""
        form = WithdrawForm(request.POST)
        if buttons.pressed(request.POST) != buttons.WITHDRAW or not form.is_valid():
            return
        # Where it is refused, the form takes its usual way, and the refusal is told with the text stored.
        with suppress(Stopped):
            move(request, Article.objects.get(pk=story.pk), buttons.WITHDRAW, form)
            request.POST.pop(buttons.WITHDRAW)
            request.POST["reason"] = request.POST["notice"] = request.POST["withdraw_at"] = ""
            request.has_withdrawn = True

    def _bring_back(self, request, story, stopped, form_url, extra_context):
        """The form once more, with all that was typed; the text in it is stored, and what comes next is typed on top of it."""
        request.refusal, request.stored_form = stopped.refusal, None
        if request.POST.get("of") != buttons.LIVE:
            request.POST["base"] = str(story.draft_revision_id or 0)
        if request.saved and request.saved.is_merged:
            # What somebody else saved meanwhile would be taken back by a second press.
            _type_in(request.POST, story.draft_content)
        response = super().changeform_view(request, str(story.pk), form_url, extra_context)
        response.status_code = 422
        return response

    def log_addition(self, request, obj, message):
        """Nothing: the story's own log says it, to those alone who may read the story."""

    def log_change(self, request, obj, message):
        """Nothing, as above."""

    def save_model(self, request, obj, form, change):
        """Store what was typed. ``obj`` holds it too, over what is stored: it is never saved itself."""
        request.saved, content = None, form.content()
        if not change:
            token = _as_uuid(request.POST.get("token", ""))
            story = Article.begin(content, by=request.user, token=token)
            # Whoever pressed twice, and wrote more in between, has their words on top of those they sent first.
            again = story.save_draft(content, by=request.user, base=0 if token else None)
            request.saved = again if again.is_changed else None
        else:
            story = Article.objects.get(pk=obj.pk)
            if form.cleaned_data["of"] != buttons.LIVE:
                request.saved = story.save_draft(content, by=request.user, base=form.cleaned_data["base"])
                story.settled(by=request.user, tab=form.cleaned_data["tab"])
        obj.pk = story.pk
        request.stored = story

    def save_related(self, request, form, formsets, change):
        """Nothing: the version holds the story whole."""
        request.stored_form = form

    def response_add(self, request, obj, post_url_continue=None):
        """A place holder: what the answer is depends on the verb that follows."""
        return HttpResponse()

    def response_change(self, request, obj):
        return self.response_add(request, obj)

    def _take_from_reader(self, request, story):
        """A press by somebody who may read the story but not write in it, or not any more, or whose story is gone."""
        button = buttons.pressed(request.POST)
        if story and button in [offer.name for offer in buttons.aside(story, request.user)]:
            try:
                move(request, Article.objects.get(pk=story.pk), button)
            except Stopped as stopped:
                messages.warning(request, stopped.in_words)
            return _to(story)
        form = self.get_form(request, story)(request.POST, instance=story)
        if story and form.is_valid() and not _says_more(form, Article.objects.get(pk=story.pk), request.user):
            return _to(story)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Not saved"),
            "opts": self.opts,
            "story": story and Article.objects.get(pk=story.pk),
            "typed": [
                (field.label, field.value()) for field in form if field.name in BY_HAND and field.value()
            ],
        }
        return TemplateResponse(request, "admin/articles/article/not_saved.html", context, status=403)

    def _reading_page(self, request, story):
        context = {
            **self.admin_site.each_context(request),
            "title": str(story),
            "opts": self.opts,
            "story": story,
            "state": state_for(story, request.user),
            "drafts_are_open": story.drafts_are_open_to(request.user),
            "aside": buttons.aside(story, request.user),
        }
        return TemplateResponse(request, "admin/articles/article/read.html", context)

    def render_change_form(self, request, context, *, change=False, obj=None, **kwargs):
        if change and not self.has_change_permission(request, obj):
            return self._reading_page(request, obj)
        form = context["adminform"].form
        # A bound form has written what was typed into ``obj``; where the story stands is asked of the stored one.
        story = (Article.objects.get(pk=obj.pk) if form.is_bound else obj) if change else Article()
        if form.is_bound and change and not getattr(request, "refusal", None):
            # It does not fit and is stored nowhere else.
            with suppress(TooMuch):
                story.keep(
                    form.as_typed(),
                    by=request.user,
                    tab=form.data.get("tab", ""),
                    base=_as_key(form.data.get("base")),
                )
        goes_out_at = (
            form.cleaned_data.get("goes_out_at") if form.is_bound else form.initial.get("goes_out_at")
        )
        of_live = form["of"].value() == buttons.LIVE
        context |= {
            "story": story,
            "state": state_for(story, request.user),
            "opening": getattr(request, "opening", None),
            "token": request.POST.get("token") or uuid.uuid4(),
            "story_url": reverse("admin:articles_article_change", args=[story.pk]) if change else "",
            "of_live": of_live,
            "is_stored": bool(getattr(request, "refusal", None)),
            "bar": buttons.bar(story, request.user, goes_out_at, of_live=of_live),
            "aside": buttons.aside(story, request.user),
            "schedule_label": buttons.schedule_label(story, "%s"),
            "may_release": story.may_be_released_by(request.user),
            "zone": zone_in_words(),
        }
        return super().render_change_form(request, context, change=change, obj=obj, **kwargs)


def _to(story, tab=""):
    """Back to the form; the page is told which text is saved, so that its browser need not keep it any longer."""
    address = reverse("admin:articles_article_change", args=[story.pk])
    return HttpResponseRedirect(f"{address}?{urlencode({'saved': tab})}" if tab else address)


# What somebody writes by hand, and would have to write again.
BY_HAND = ("kicker", "headline", "standfirst", "body")


def _says_more(form, story, user):
    """Whether a form that was sent holds other words than the story, as far as this user may read it."""
    stored = story.draft_content if story.drafts_are_open_to(user) else content_of(story)
    sent = cleaned(content_of(story) | {name: form.cleaned_data.get(name) or "" for name in BY_HAND})
    return any(sent[name] != stored[name] for name in BY_HAND)


def _type_in(data, content):
    """Put a content in the place of what was sent, as the form's own fields would send it."""
    for name, value in content.items():
        keys = value if isinstance(value, list) else ["" if value is None else value]
        data.setlist(name, [str(key) for key in keys])
        data.pop(f"{name}_typed", None)


def _as_uuid(text):
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _as_key(text):
    return int(text) if text and is_key(text) else None
