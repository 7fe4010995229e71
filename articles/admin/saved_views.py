"""Keeping a way to look at the list of stories under a name: made, brought up to date, shared and deleted by its owner."""

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.views_of_list import VIEW_VAR, cleaned
from articles.models import SavedView
from newsroom.text import clean_line

# More than anybody finds again in a row of names.
MOST = 30


class ViewForm(forms.Form):
    name = forms.CharField(max_length=SavedView._meta.get_field("name").max_length)
    query = forms.CharField(required=False, max_length=20_000)
    is_shared = forms.BooleanField(required=False)

    def clean_name(self):
        name = clean_line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(_("Give the view a name."))
        return name

    def clean_query(self):
        query = cleaned(self.cleaned_data["query"])
        if len(query) > SavedView._meta.get_field("query").max_length:
            raise forms.ValidationError(_("This is too much to keep in one view."))
        return query


def doors(guarded):
    return [
        path("views/", guarded(require_POST(save)), name="articles_article_views"),
        path("views/<int:pk>/", guarded(require_POST(change)), name="articles_article_view"),
    ]


def may_share(user):
    """Whether a user decides what everybody sees over the list: editors and chiefs."""
    return user.has_perm("articles.publish_article")


def save(request):
    """Keep what the list shows under a new name."""
    _must_read_stories(request.user)
    form = ViewForm(request.POST)
    if not form.is_valid():
        errors = [error for errors in form.errors.values() for error in errors]
        messages.error(request, " ".join(errors))
        return _to_list(cleaned(request.POST.get("query", "")))
    view = SavedView(owner=request.user, name=form.cleaned_data["name"], query=form.cleaned_data["query"])
    view.is_shared = form.cleaned_data["is_shared"]
    if view.is_shared and not may_share(request.user):
        raise PermissionDenied
    with transaction.atomic():
        # Two presses at once wait for each other here.
        get_user_model().objects.select_for_update().get(pk=request.user.pk)
        views = SavedView.objects.filter(owner=request.user)
        if views.filter(name=view.name).exists():
            messages.error(request, _("You have a view “%s” already. Open it to change it.") % view.name)
        elif views.count() >= MOST:
            messages.error(request, _("You have %d views. Delete one before you keep another.") % MOST)
        else:
            view.save()
            messages.success(request, _("Kept as “%s”.") % view.name)
    return _to_list(view.query, view.pk)


def change(request, pk):
    """Do to a view what the pressed button says."""
    user = request.user
    _must_read_stories(user)
    view = get_object_or_404(
        SavedView.objects.filter(owner=user) | SavedView.objects.filter(is_shared=True), pk=pk
    )
    asked, is_own = request.POST.get("do", ""), view.owner_id == user.pk
    # Whoever shares may also take away from everybody what somebody who has left had shared.
    if not (may_share(user) if asked == "unshare" and not is_own else is_own):
        raise PermissionDenied
    match asked:
        case "update":
            return _update(request, view)
        case "delete":
            view.delete()
            messages.success(request, _("The view “%s” is deleted.") % view.name)
            return _to_list(view.query)
        case "share" | "unshare":
            return _share(request, view, is_shared=asked == "share")
    messages.error(request, _("That choice could not be read. Nothing has changed."))
    return _to_list(view.query, view.pk)


def _update(request, view):
    query = cleaned(request.POST.get("query", ""))
    if len(query) > view._meta.get_field("query").max_length:
        messages.error(request, _("This is too much to keep in one view."))
    else:
        view.query = query
        view.save(update_fields=["query"])
        messages.success(request, _("“%s” shows this from now on.") % view.name)
    return _to_list(query, view.pk)


def _share(request, view, *, is_shared):
    if is_shared and not may_share(request.user):
        raise PermissionDenied
    view.is_shared = is_shared
    view.save(update_fields=["is_shared"])
    words = _("Everybody at the desk sees “%s” now.") if is_shared else _("“%s” is its owner’s alone now.")
    messages.success(request, words % view.name)
    return _to_list(view.query, view.pk if view.owner_id == request.user.pk else None)


def _must_read_stories(user):
    if not (user.has_perm("articles.view_article") or user.has_perm("articles.change_article")):
        raise PermissionDenied


def _to_list(query, pk=None):
    """Back to the list: always to its own address, with nothing in its query that it does not know."""
    opened = f"{VIEW_VAR}={pk}" if pk else ""
    query = "&".join(filter(None, [opened, cleaned(query)]))
    address = reverse("admin:articles_article_changelist")
    return HttpResponseRedirect(f"{address}?{query}" if query else address)
