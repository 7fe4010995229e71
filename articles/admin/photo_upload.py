"""The door that takes many pictures: one file a request from a script, a handful at once from a plain form."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.admin.photo_intake import take
from articles.admin.photo_list import TILE_WIDTH, shown_at
from articles.admin.photo_twins import near
from articles.forms.photo import RoundForm
from articles.models import Photo
from articles.pictures import MAX_BYTES, Refused

# Without a script everything comes in one request, and somebody waits for its end.
MOST_AT_ONCE = 12
MOST_BYTES_AT_ONCE = 100 * 1024**2


def doors(guarded):
    return [path("upload/", guarded(upload), name="articles_photo_upload")]


def upload(request):
    if not request.user.has_perm("articles.add_photo"):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, RoundForm())
    form = RoundForm(request.POST)
    files = request.FILES.getlist("file")
    if "application/json" in request.headers.get("Accept", ""):
        return _one(request, form, files)
    if form.is_valid() and files:
        return _many(request, form, files)
    if not files:
        form.add_error(None, _("Choose at least one picture."))
    return _page(request, form, status=422)


def _one(request, form, files):
    """Answers 201 with the picture, 200 with the one that was there before, or 422 with a sentence."""
    if not form.is_valid():
        return JsonResponse({"error": _first_of(form)}, status=422)
    if len(files) != 1:
        return JsonResponse({"error": _("Send one file at a time.")}, status=422)
    try:
        taken = take(files[0], by=request.user, again="again" in request.POST, **form.cleaned_data)
    except Refused as refusal:
        return JsonResponse({"error": str(refusal)}, status=422)
    if taken.twin:
        return JsonResponse({"twin": _drawn(taken.twin)})
    return JsonResponse(
        {**_drawn(taken.photo), "near": [_drawn(each) for each in near(taken.photo)]}, status=201
    )


def _many(request, form, files):
    taken = room = 0
    for number, file in enumerate(files):
        room += file.size
        if number >= MOST_AT_ONCE or room > MOST_BYTES_AT_ONCE:
            _tell_of(request, file, _("Too much for one time. Send it, and what came after it, once more."))
            break
        try:
            outcome = take(file, by=request.user, again="again" in request.POST, **form.cleaned_data)
        except Refused as refusal:
            _tell_of(request, file, refusal)
            continue
        if outcome.twin:
            _tell_of(request, file, _("Already in the library as № %d: use that one.") % outcome.twin.pk)
            continue
        taken += 1
        for other in near(outcome.photo)[:1]:
            _tell_of(request, file, _("Looks like № %d, which is in the library already.") % other.pk)
    if not taken:
        return HttpResponseRedirect(reverse("admin:articles_photo_upload"))
    words = ngettext(
        "%d picture is in the library. Say what it shows.",
        "%d pictures are in the library. Say what they show.",
        taken,
    )
    messages.success(request, words % taken)
    return HttpResponseRedirect(reverse("admin:articles_photo_describe"))


def _tell_of(request, file, sentence):
    messages.warning(request, f"“{file.name}”: {sentence}")


def _first_of(form):
    return next(error for errors in form.errors.values() for error in errors)


def _drawn(photo):
    return {
        "pk": photo.pk,
        "label": f"№ {photo.pk}",
        "url": reverse("admin:articles_photo_change", args=[photo.pk]),
        "thumb": shown_at(photo, TILE_WIDTH),
    }


def _page(request, form, *, status=200):
    context = {
        **admin.site.each_context(request),
        "title": _("Add pictures"),
        "opts": Photo._meta,
        "form": form,
        "most": MOST_AT_ONCE,
        "megabytes": MAX_BYTES // 1024**2,
    }
    return TemplateResponse(request, "admin/articles/photo/upload.html", context, status=status)
