"""Every kind of page of the desk, for tests that hold of all of them."""

from django.urls import reverse

from tests.browser.desk_stories import story_pages
from tests.factories import (
    make_approved,
    make_author,
    make_comment,
    make_photo,
    make_published,
    make_section,
    make_tag,
    make_user,
)


def desk_pages():
    """Fill a paper with one of everything. Returns a superuser, and the addresses of what they may open by name."""
    section, tag, author = make_section(name="Trade"), make_tag(), make_author(bio="Writes.")
    photo = make_photo(caption="The lamp")
    chief = make_user("Chief", first_name="Ana", last_name="Duarte", is_superuser=True)
    fields = {
        "section": section,
        "tags": [tag],
        "bylines": [author],
        "lead_photo": photo,
        "standfirst": "Lit.",
    }
    commented = make_published(**fields)
    approved = make_approved(commented)
    held = make_comment(commented, text="One.\n\nTwo.", hold_reasons=["link"])
    make_comment(commented, parent=make_approved(commented))

    def at(name, *args):
        return reverse(f"admin:{name}", args=args)

    return chief, {
        "dashboard": at("index"),
        "breaking line": at("banner"),
        **story_pages(chief, **fields),
        "comments": at("comments_comment_changelist"),
        "comments, decided": at("comments_comment_changelist") + "?state=approved",
        "comment": at("comments_comment_change", held.pk),
        "comment, decided": at("comments_comment_change", approved.pk),
        "pictures": at("articles_photo_changelist"),
        "picture": at("articles_photo_change", photo.pk),
        "new picture": at("articles_photo_add"),
        "new picture, beside a story": at("articles_photo_add") + "?_popup=1&_to_field=id",
        "delete a picture in use": at("articles_photo_delete", photo.pk),
        "sections": at("articles_section_changelist"),
        "section": at("articles_section_change", section.pk),
        "new section": at("articles_section_add"),
        "tags": at("articles_tag_changelist"),
        "tag": at("articles_tag_change", tag.pk),
        "delete a tag": at("articles_tag_delete", tag.pk),
        "authors": at("articles_author_changelist"),
        "author": at("articles_author_change", author.pk),
        "users": at("newsroom_user_changelist"),
        "user": at("newsroom_user_change", chief.pk),
        "user history": at("newsroom_user_history", chief.pk),
        "new user": at("newsroom_user_add"),
        "groups": at("auth_group_changelist"),
        "password": at("password_change"),
    }
