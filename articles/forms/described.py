"""How a row is drawn where it is chosen: in a form, and among the suggestions as one types. All plain text."""

from django.utils.translation import gettext as _


def describe(row):
    return {"id": str(row.pk), "text": str(row)}


def describe_author(author):
    return describe(author) | {"detail": author.role}


def describe_photo(photo):
    smallest = photo.widths[0]
    return describe(photo) | {
        "text": f"№ {photo.pk} · {photo}",
        "detail": _("Not described yet") if photo.found.get("undescribed") else photo.credit,
        "thumb": photo.rendition_url(smallest, "webp"),
    }
