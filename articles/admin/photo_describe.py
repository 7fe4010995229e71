"""Saying of many pictures on one page what they show."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Case, Value, When
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.desk import is_key
from articles.admin.photo_filters import UNDESCRIBED
from articles.admin.photo_list import TILE_WIDTH, shown_at
from articles.forms.photo import Described, offered
from articles.models import Photo

ON_A_PAGE = 20


def doors(guarded):
    return [path("describe/", guarded(describe), name="articles_photo_describe")]


def waiting_for(user):
    """The pictures that wait for words of this user, their own first: those they sent, and for editors all."""
    photos = Photo.objects.filter(UNDESCRIBED)
    if user.has_perm("articles.change_photo"):
        own = Case(When(uploaded_by=user, then=Value(0)), default=Value(1))
        return photos.order_by(own, "-created_at", "-pk")
    if user.has_perm("articles.add_photo"):
        return photos.filter(uploaded_by=user)
    raise PermissionDenied


def describe(request):
    waiting = waiting_for(request.user)
    if request.method == "POST":
        return _saved(request, waiting)
    return _page(request, [_form(photo) for photo in waiting[:ON_A_PAGE]])


def _saved(request, waiting):
    keys = [key for key in request.POST.getlist("photo") if is_key(key)][:ON_A_PAGE]
    photos = waiting.in_bulk([int(key) for key in keys])
    forms = [_form(photos[int(key)], request.POST) for key in keys if int(key) in photos]
    # A picture nobody has said anything of goes on waiting.
    begun = [form for form in forms if form.has_changed()]
    done = [form for form in begun if form.is_valid()]
    with transaction.atomic():
        for form in done:
            form.save()
    if done:
        words = ngettext("%d picture is described.", "%d pictures are described.", len(done)) % len(done)
        messages.success(request, words)
    if len(done) < len(begun):
        return _page(request, [form for form in forms if form not in done], status=422)
    name = "articles_photo_describe" if waiting.exists() else "articles_photo_changelist"
    return HttpResponseRedirect(reverse(f"admin:{name}"))


def _form(photo, data=None):
    # That it counts as decorative for now is nothing anybody has said.
    form = Described(data, instance=photo, prefix=f"p{photo.pk}", initial={"is_decorative": False})
    form.thumb, form.offers = shown_at(photo, 2 * TILE_WIDTH), offered(photo)
    return form


def _page(request, forms, *, status=200):
    context = {
        **admin.site.each_context(request),
        "title": _("To be described"),
        "opts": Photo._meta,
        "forms": forms,
        "has_errors": status == 422,
    }
    return TemplateResponse(request, "admin/articles/photo/describe.html", context, status=status)
