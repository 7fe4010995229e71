"""Pictures at the desk: a grid to find one, a form to add one.

The renditions of an upload are made before the saving transaction begins, since they take seconds and a transaction holds
the only pen there is on SQLite.
"""

from django.contrib import admin, messages
from django.db.models import Count, OuterRef, Subquery
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.admin.desk import DeskAdmin, DeskList
from articles.forms import PhotoForm, UploadForm
from articles.forms.described import describe_photo
from articles.models import Article, Photo
from articles.pictures import Refused

# Enough to see that a picture is in use, and where.
USES_SHOWN = 20
TILE_WIDTH, PAGE_WIDTH = 320, 800


class PhotoList(DeskList):
    """The pictures of one page, each with the number of stories it leads, in one query."""

    def get_queryset(self, request, exclude_parameters=None):
        uses = Article.objects.filter(lead_photo=OuterRef("pk")).order_by().values("lead_photo")
        photos = super().get_queryset(request, exclude_parameters)
        return photos.annotate(uses=Subquery(uses.annotate(number=Count("pk")).values("number")))

    def get_results(self, request):
        super().get_results(request)
        for photo in self.result_list:
            photo.thumb = shown_at(photo, TILE_WIDTH)


@admin.register(Photo)
class PhotoAdmin(DeskAdmin):
    list_display = ["__str__"]
    list_per_page = 48
    ordering = ["-created_at", "-pk"]
    search_fields = ["alt", "caption", "credit"]
    search_placeholder = gettext_lazy("Search what is shown, captions and credits")
    describe = staticmethod(describe_photo)

    def get_changelist(self, request, **kwargs):
        return PhotoList

    def get_search_results(self, request, queryset, search_term):
        """A number alone, with or without its sign, means the picture of that number."""
        number = search_term.strip().removeprefix("№").removeprefix("#").strip()
        if number.isascii() and number.isdigit() and len(number) < 10:
            return queryset.filter(pk=number), False
        return super().get_search_results(request, queryset, search_term)

    def get_form(self, request, obj=None, **kwargs):
        if obj:
            return PhotoForm
        attributes = {name: getattr(request, name, None) for name in ("prepared", "refusal")}
        return type("UploadFormForRequest", (UploadForm,), attributes)

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
        try:
            request.prepared = Photo.objects.prepare(request.FILES["file"], by=request.user)
        except Refused as refusal:
            request.refusal = str(refusal)

    def save_model(self, request, obj, form, change):
        if change:
            return super().save_model(request, obj, form, change)
        if twin := Photo.objects.filter(content_hash=obj.content_hash).first():
            messages.warning(request, _("The same file is already in the library, as № %d.") % twin.pk)
        return obj.keep()

    def render_change_form(self, request, context, *, obj=None, **kwargs):
        if obj:
            obj.medium = shown_at(obj, PAGE_WIDTH)
            context |= {"photo": obj, "uses": self._uses(request, obj)}
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def _uses(self, request, photo):
        """The stories it leads that this user may see, and how many others there are."""
        seen = list(Article.objects.visible_to(request.user).filter(lead_photo=photo)[:USES_SHOWN])
        return {"stories": seen, "others": photo.led_articles.count() - len(seen)}

    def get_deleted_objects(self, objs, request):
        """A picture in use is not deleted: say which stories hold it, and no headline that this user may not see."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if protected:
            protected = [line for photo in objs for line in self._where(request, photo)]
            # That it may delete no stories is not what this user needs to know.
            lacking = set()
        return deleted, counts, lacking, protected

    def _where(self, request, photo):
        uses = self._uses(request, photo)
        for story in uses["stories"]:
            yield format_html(
                '<a href="{}">{}</a>', reverse("admin:articles_article_change", args=[story.pk]), story
            )
        if uses["others"]:
            yield ngettext("%d more story", "%d more stories", uses["others"]) % uses["others"]


def shown_at(photo, width):
    """The address of the smallest rendition at least this wide, or of the widest there is."""
    return photo.rendition_url(next((w for w in photo.widths if w >= width), photo.widths[-1]), "webp")
