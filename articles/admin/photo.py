"""Pictures at the desk: a grid to find one, a record for each, a form to add one.

The renditions of an upload are made before the saving transaction begins, since they take seconds and a transaction holds
the only pen there is on SQLite.
"""

from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin import photo_describe, photo_upload
from articles.admin.desk import DeskAdmin
from articles.admin.photo_filters import FILTERS
from articles.admin.photo_list import PhotoList, shown_at
from articles.admin.photo_twins import near, same_file
from articles.admin.photo_uses import lines, uses_of
from articles.forms import PhotoForm, UploadForm
from articles.forms.described import describe_photo
from articles.forms.photo import OnceMoreForm
from articles.models import Photo
from articles.pictures import Refused, hash_of

PAGE_WIDTH, CROP_WIDTH = 800, 320
CROPS = (("16-9", "16:9"), ("4-3", "4:3"), ("1-1", "1:1"), ("3-2", "3:2"))
ABOUT = ("alt", "is_decorative", "caption", "credit")
RIGHTS = ("source", "licence", "territory", "rights_until", "replacement")
FOCUS = ("focus_x", "focus_y")


@admin.register(Photo)
class PhotoAdmin(DeskAdmin):
    list_display = ["__str__"]
    list_per_page = 48
    list_filter = FILTERS
    ordering = ["-created_at", "-pk"]
    search_fields = ["alt", "caption", "credit"]
    search_placeholder = gettext_lazy("Search what is shown, captions and credits")
    describe = staticmethod(describe_photo)

    def get_urls(self):
        guarded = self.admin_site.admin_view
        return [*photo_upload.doors(guarded), *photo_describe.doors(guarded), *super().get_urls()]

    def get_changelist(self, request, **kwargs):
        return PhotoList

    def get_search_results(self, request, queryset, search_term):
        """A number alone, with or without its sign, means the picture of that number."""
        number = search_term.strip().removeprefix("№").removeprefix("#").strip()
        if number.isascii() and number.isdigit() and len(number) < 10:
            return queryset.filter(pk=number), False
        return super().get_search_results(request, queryset, search_term)

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return super().get_fieldsets(request, obj)
        return [
            (None, {"fields": ABOUT}),
            (_("Rights"), {"fields": RIGHTS}),
            (_("What no crop may lose"), {"fields": FOCUS}),
        ]

    def get_form(self, request, obj=None, **kwargs):
        if obj:
            return type("PhotoFormForRequest", (PhotoForm,), {"taken": request.GET.get("take", "")})
        attributes = {name: getattr(request, name, None) for name in ("prepared", "refusal")}
        form = OnceMoreForm if getattr(request, "twin", None) else UploadForm
        return type("UploadFormForRequest", (form,), attributes)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("replacement", "uploaded_by")

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        is_upload = request.method == "POST" and object_id is None and self.has_add_permission(request)
        if is_upload and UploadForm(request.POST, request.FILES).is_valid():
            self._prepare(request)
        prepared, is_kept = getattr(request, "prepared", None), False
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
            is_kept = prepared is not None and prepared.pk is not None
        finally:
            if prepared and not is_kept:
                prepared.discard_files()
        return response

    def _prepare(self, request):
        file = request.FILES["file"]
        try:
            request.twin = same_file(hash_of(file))
            if request.twin and "again" not in request.POST:
                request.refusal = _where_it_is(request.twin, is_popup="_popup" in request.POST)
                return
            request.prepared = Photo.objects.prepare(file, by=request.user)
        except Refused as refusal:
            request.refusal = str(refusal)

    def save_model(self, request, obj, form, change):
        if change:
            return super().save_model(request, obj, form, change)
        obj.keep()
        for other in near(obj)[:1]:
            sentence = _("It looks like {}, which is in the library already.")
            messages.warning(request, format_html(sentence, _link_to(other)))
        return obj

    def render_change_form(self, request, context, *, obj=None, **kwargs):
        if obj:
            obj.medium, obj.small = shown_at(obj, PAGE_WIDTH), shown_at(obj, CROP_WIDTH)
            obj.is_undescribed = bool(obj.found.get("undescribed"))
            form = context["adminform"].form
            context |= {
                "photo": obj,
                "uses": uses_of(obj, request.user),
                "near": near(obj),
                "crops": CROPS,
                "fx": round(obj.focus_x / 10),
                "fy": round(obj.focus_y / 10),
                "offers": [(form[name].label, name, words) for name, words in form.offers()],
            }
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def get_deleted_objects(self, objs, request):
        """A picture in use is not deleted: say which stories hold it, and no headline that this user may not see."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if protected:
            protected = [line for photo in objs for line in lines(photo, request.user)]
            # That it may delete no stories is not what this user needs to know.
            lacking = set()
        return deleted, counts, lacking, protected


def _where_it_is(photo, *, is_popup):
    """A sentence for who sends a file the second time; beside a story without a link, which would lead away from it."""
    sentence = _("This file is already in the library, as {}: use that one.")
    return format_html(sentence, f"№ {photo.pk}" if is_popup else _link_to(photo))


def _link_to(photo):
    return format_html(
        '<a href="{}">№ {}</a>', reverse("admin:articles_photo_change", args=[photo.pk]), photo.pk
    )
