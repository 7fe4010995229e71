"""The line at the head of every page: where this user may go, and what waits there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.desk.queue import waiting


@dataclass(frozen=True)
class Department:
    label: str
    address: str
    is_here: bool = False
    waiting: str = ""


def departments(request):
    """The departments this user may enter, the one this page belongs to marked."""
    user, path = request.user, request.path
    index = reverse("admin:index")
    found = [Department(_("Desk"), index, is_here=path == index)]
    for label, name, permission, count in (
        (_("Stories"), "articles_article_changelist", "articles.view_article", ""),
        (_("Front page"), "board", "newsroom.arrange_board", ""),
        (_("Comments"), "comments_comment_changelist", "comments.moderate_comment", waiting(request).words),
        (_("Pictures"), "articles_photo_changelist", "articles.view_photo", ""),
    ):
        if user.has_perm(permission):
            address = reverse(f"admin:{name}")
            found.append(Department(label, address, is_here=path.startswith(address), waiting=count))
    return found


def writes_stories(user):
    return user.has_perm("articles.add_article")
