"""The story form in the admin: what happens between the press of a button and the answer.

The text is stored first, in a transaction of its own, and only then does a verb move the story: a verb that refuses never
loses a word. Withdrawing is the exception. It happens in the same transaction as the storing, and ahead of it, so that a
half-written text is not live for a moment.
"""

import uuid

from django.contrib import messages
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles.admin import buttons
from articles.admin.moving import done_in_words, in_words, move
from articles.forms import StoryForm
from articles.forms.story import seen_mark
from articles.models import Article
from articles.querysets import BYLINES
from articles.refusals import Incomplete, WrongState
from articles.zone import zone_in_words


class WritingRoom:
    """The part of ``ArticleAdmin`` that shows one story and takes it back."""

    form = StoryForm
    change_form_template = "admin/articles/article/change_form.html"
    object_history_template = "admin/articles/article/history.html"

    def get_form(self, request, obj=None, **kwargs):
        attributes = {"user": request.user, "refusal": getattr(request, "refusal", "")}
        return type("StoryFormForRequest", (self.form,), attributes)

    def get_object(self, request, object_id, from_field=None):
        story = super().get_object(request, object_id, from_field)
        if story:
            prefetch_related_objects([story], BYLINES, "tags")
        return story

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST":
            # The admin copies a story for this name even where it offers no such button.
            request.POST = request.POST.copy()
            request.POST.pop("_saveasnew", None)
            return self._take(request, object_id, form_url, extra_context)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _take(self, request, object_id, form_url, extra_context):
        with transaction.atomic():
            twin = None if object_id else self._twin(request)
            object_id = object_id or twin
            if object_id:
                story = self.get_object(request, unquote(object_id))
                if not story or not self.has_change_permission(request, story):
                    return self._take_from_reader(request, story)
            try:
                with transaction.atomic():
                    response = super().changeform_view(request, object_id, form_url, extra_context)
            except (WrongState, Incomplete) as refusal:
                # Rolled back: the form comes back with what was typed, and says why.
                request.refusal = in_words(refusal)
                return super().changeform_view(request, object_id, form_url, extra_context)
        if stored := getattr(request, "stored", None):
            is_done = self._move(request, stored)
            # A time that was given and did not come to pass is stored nowhere: it goes back into its field.
            return self._to(stored, goes_out_at=None if is_done else request.POST.get("goes_out_at"))
        return response

    def _twin(self, request):
        """The story that an earlier press on this same empty form has made, so that two presses make one story."""
        token = _as_uuid(request.POST.get("token", ""))
        if token is None:
            return None
        # Whoever comes second waits here until the first is stored.
        get_user_model().objects.select_for_update().get(pk=request.user.pk)
        entry = LogEntry.objects.filter(
            user=request.user,
            content_type=ContentType.objects.get_for_model(Article),
            action_flag=ADDITION,
            change_message__contains=str(token),
        ).first()
        return entry and entry.object_id

    def log_addition(self, request, obj, message):
        """Keep the mark of the form with the entry, for ``_twin`` to find."""
        token = _as_uuid(request.POST.get("token", ""))
        super().log_addition(request, obj, [{"added": {}, "token": str(token)}] if token else message)

    def save_model(self, request, obj, form, change):
        button = buttons.pressed(request.POST)
        if button == buttons.WITHDRAW and change:
            Article.objects.get(pk=obj.pk).withdraw(form.cleaned_data["reason"], by=request.user)
        request.changed = obj.revise(by=request.user, bylines=form.chosen_authors(), tags=form.chosen_tags())
        request.goes_out_at = form.cleaned_data.get("goes_out_at")

    def save_related(self, request, form, formsets, change):
        """Nothing: ``revise`` has stored the story whole."""

    def response_add(self, request, obj, post_url_continue=None):
        """Tell ``_take`` that the story is stored; what the answer is depends on the verb that follows."""
        request.stored = obj
        return HttpResponse()

    def response_change(self, request, obj):
        return self.response_add(request, obj)

    def _to(self, story, **query):
        address = reverse("admin:articles_article_change", args=[story.pk])
        query = urlencode({name: value for name, value in query.items() if value})
        return HttpResponseRedirect(f"{address}?{query}" if query else address)

    def _move(self, request, stored):
        """Do what the button said beyond saving, and tell how it went. Returns whether it moved the story."""
        button = buttons.pressed(request.POST)
        if button not in (buttons.SAVE, buttons.WITHDRAW):
            return move(request, Article.objects.get(pk=stored.pk), button, goes_out_at=request.goes_out_at)
        if button == buttons.WITHDRAW:
            messages.success(request, done_in_words(stored, button))
        elif not request.changed:
            messages.info(request, _("Nothing was different; nothing was saved."))
        else:
            messages.success(request, _("Updated. Readers see it now.") if stored.is_public else _("Saved."))
        return button == buttons.WITHDRAW

    def _take_from_reader(self, request, story):
        """A press by somebody who may read the story but not write in it, or not any more, or whose story is gone."""
        button = buttons.pressed(request.POST)
        if story and button in [offer.name for offer in buttons.aside(story, request.user)]:
            move(request, story, button)
            return self._to(story)
        form = self.get_form(request, story)(request.POST, instance=story)
        if story and form.is_valid() and not form.differs:
            return self._to(story)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Not saved"),
            "opts": self.opts,
            "story": story and Article.objects.get(pk=story.pk),
            "typed": [
                (field.label, field.value()) for field in form if field.name in TYPED and field.value()
            ],
        }
        return TemplateResponse(request, "admin/articles/article/not_saved.html", context, status=403)

    def _reading_page(self, request, story):
        context = {
            **self.admin_site.each_context(request),
            "title": str(story),
            "opts": self.opts,
            "story": story,
            "aside": buttons.aside(story, request.user),
        }
        return TemplateResponse(request, "admin/articles/article/read.html", context)

    def render_change_form(self, request, context, *, change=False, obj=None, **kwargs):
        if change and not self.has_change_permission(request, obj):
            return self._reading_page(request, obj)
        form = context["adminform"].form
        # A bound form has written what was typed into ``obj``; where the story stands is asked of the stored one.
        story = (Article.objects.get(pk=obj.pk) if form.is_bound else obj) if change else Article()
        goes_out_at = (
            form.cleaned_data.get("goes_out_at") if form.is_bound else self._time_asked_for(request, form)
        )
        context |= {
            "story": story,
            "seen": seen_mark(story),
            "token": request.POST.get("token") or uuid.uuid4(),
            "bar": buttons.bar(story, request.user, goes_out_at),
            "aside": buttons.aside(story, request.user),
            "schedule_label": buttons.schedule_label(story.state.code, "%s"),
            "may_withdraw": buttons.may_withdraw(story, request.user),
            "may_schedule": story.may_be_released_by(request.user) and not story.is_public,
            "zone": zone_in_words(),
        }
        return super().render_change_form(request, context, change=change, obj=obj, **kwargs)

    def _time_asked_for(self, request, form):
        """The time in the field as the page opens: the one a refused press has brought back, or the story's own."""
        field = form.fields["goes_out_at"]
        try:
            brought_back = field.clean(request.GET.get("goes_out_at", ""))
        except ValidationError:
            brought_back = None
        form.initial["goes_out_at"] = brought_back or form.initial.get("goes_out_at")
        return form.initial["goes_out_at"]

    def history_view(self, request, object_id, extra_context=None):
        story = self.get_object(request, unquote(object_id))
        events = story.events.all() if story else ()
        return super().history_view(request, object_id, {"events": events, **(extra_context or {})})


# What somebody writes by hand, and would have to write again.
TYPED = ("kicker", "headline", "standfirst", "body")


def _as_uuid(text):
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
