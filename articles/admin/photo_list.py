"""The pictures of the library, page by page, in a number of queries that never grows."""

from articles.admin.desk import DeskList
from articles.admin.filters import TAB_LIMIT
from articles.admin.numbers import numbers_of
from articles.admin.photo_uses import counted

TILE_WIDTH = 320


class PhotoList(DeskList):
    """The pictures of one page, each with the number of stories it stands in."""

    def get_queryset(self, request, exclude_parameters=None):
        return super().get_queryset(request, exclude_parameters).select_related("uploaded_by")

    def get_results(self, request):
        shown = self.queryset
        super().get_results(request)
        # Counted for the page only: a count of the whole list would ask after each.
        uses = dict(
            counted(shown.model.objects.filter(pk__in=[photo.pk for photo in self.result_list]))
            .order_by()
            .values_list("pk", "uses")
        )
        for photo in self.result_list:
            photo.uses = uses.get(photo.pk, 0)
            photo.thumb = shown_at(photo, TILE_WIDTH)
            photo.is_undescribed = bool(photo.found.get("undescribed"))
        tabs = next(spec for spec in self.filter_specs if getattr(spec, "is_tabs", False))
        wanted = {value: (tabs.narrowed(tabs.everything, value), TAB_LIMIT) for value in tabs.counted}
        tabs.numbers = numbers_of(request.user, wanted)


def shown_at(photo, width):
    """The address of the smallest rendition at least this wide, or of the widest there is."""
    return photo.rendition_url(next((w for w in photo.widths if w >= width), photo.widths[-1]), "webp")
