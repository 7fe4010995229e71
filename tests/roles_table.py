"""Who may open which door: every address of the project by its name, or by its route where it has none.

Read it as the policy. What the words mean stands in ``tests.roles``: WRITE, for one, lets in editors, and reporters to their
own drafts. Each line is asked with GET and with a POST that makes no sense, for every role, and where it leads to a story
with one in every state, by ``tests.articles.test_roles_table``. Whoever the rule of a line does not let in is sent to log in
(who is not at the desk), refused (403), or told that there is no such story (404).

A new address gets its line here: that is where somebody decides who may open it.
"""

from tests.roles import (
    ALL_EDITORS,
    CHIEFS,
    DELETE,
    DESK,
    GONE,
    LIVE,
    MODERATORS,
    NOBODY,
    PUBLIC,
    READ,
    READ_DRAFTS,
    RELEASE,
    STAFF,
    STATES,
    WRITE,
    WRITERS,
    Door,
    Way,
    button,
    form,
    page,
    public,
)

STORY = "admin:articles_article_"

# --- One story at the desk --------------------------------------------------------------------------------------------

ONE_STORY = {
    f"{STORY}change": Door(Way(READ, 200, hidden=DESK), Way(WRITE, 200, hidden=403), by_state=True),
    f"{STORY}delete": form(DELETE, 302, hidden=DESK),
    f"{STORY}history": page(READ_DRAFTS),
    f"{STORY}compare": page(READ_DRAFTS),
    f"{STORY}restore": button(WRITE, 302),
    f"{STORY}name_version": button(WRITE, 302),
    f"{STORY}settle": form(WRITE, 200),
    # Looking gives a page from before a second log-in its token, whatever the story.
    f"{STORY}autosave": Door(Way(STAFF, 200), Way(WRITE, 200), by_state=True),
    f"{STORY}autosave_discard": button(READ_DRAFTS, 302),
    f"{STORY}presence": button(READ_DRAFTS, 200),
    f"{STORY}preflight": page(WRITE),
    f"{STORY}notes": form(READ_DRAFTS, 422),
    f"{STORY}colleagues": page(READ_DRAFTS),
    f"{STORY}assign": form(WRITE, 302),
    f"{STORY}address": form(RELEASE, 422),
    f"{STORY}preview": form(READ_DRAFTS, 200),
    f"{STORY}preview_version": page(READ_DRAFTS),
    f"{STORY}previews": form(READ_DRAFTS, 422),
    f"{STORY}preview_revoke": button(READ_DRAFTS, 302),
    f"{STORY}log_of_story": page(READ_DRAFTS),
}

# --- The other pages about stories ------------------------------------------------------------------------------------

ALL_STORIES = {
    f"{STORY}changelist": form(WRITERS, 200),
    f"{STORY}add": form(WRITERS, 200),
    f"{STORY}add_autosave": Door(Way(STAFF, 200), Way(WRITERS, 200)),
    f"{STORY}add_preview": button(WRITERS, 200),
    f"{STORY}calendar": page(WRITERS),
    f"{STORY}log": page(ALL_EDITORS),
    f"{STORY}log_csv": page(ALL_EDITORS),
    f"{STORY}views": button(WRITERS, 302),
    # Of somebody else, and not shared.
    f"{STORY}view": button(WRITERS, 404),
}

# --- What stories are made of, comments, people -----------------------------------------------------------------------


def model(name, look, *, add, change, delete, changed=200, deleted=302):
    """The five stock pages of a model. A history takes whatever is sent to it for a question; what is in use is not
    deleted, and a page says where (200)."""
    return {
        f"admin:{name}_changelist": form(look, 200),
        f"admin:{name}_add": form(add, 200),
        f"admin:{name}_change": form(look, changed, press=change),
        f"admin:{name}_delete": form(delete, deleted),
        f"admin:{name}_history": form(look, 200),
    }


MODELS = {
    **model("articles_tag", WRITERS, add=WRITERS, change=ALL_EDITORS, delete=ALL_EDITORS),
    **model("articles_photo", WRITERS, add=WRITERS, change=ALL_EDITORS, delete=ALL_EDITORS, deleted=200),
    "admin:articles_photo_upload": form(WRITERS, 422),
    "admin:articles_photo_describe": form(WRITERS, 302),
    **model("articles_section", WRITERS, add=ALL_EDITORS, change=ALL_EDITORS, delete=CHIEFS, deleted=200),
    **model("articles_author", WRITERS, add=ALL_EDITORS, change=ALL_EDITORS, delete=CHIEFS, deleted=200),
    **model("comments_comment", MODERATORS, add=NOBODY, change=MODERATORS, delete=NOBODY, changed=302),
    **model("newsroom_user", CHIEFS, add=CHIEFS, change=CHIEFS, delete=NOBODY),
    **model("auth_group", CHIEFS, add=NOBODY, change=NOBODY, delete=NOBODY),
    "admin:auth_user_password_change": form(CHIEFS, 200),
}

# --- The desk itself --------------------------------------------------------------------------------------------------

# Django's own ways from the address of a row to its form, open to whoever is at the desk: they look nothing up.
SHORT_CUTS = {
    f"admin/{app}/{table}/<path:object_id>/": Door(Way(STAFF, 302), Way(STAFF, 302))
    for app, table in (
        *(("articles", table) for table in ("article", "author", "photo", "section", "tag")),
        *(("auth", "group"), ("comments", "comment"), ("newsroom", "user")),
    )
}

THE_DESK = {
    "admin:index": form(STAFF, 200),
    "admin:banner": form(ALL_EDITORS, 422),
    "admin:banner_extend": button(ALL_EDITORS, 302),
    "admin:banner_take_down": button(ALL_EDITORS, 302),
    "admin:board": form(ALL_EDITORS, 422),
    "admin:board_section": form(ALL_EDITORS, 422),
    "admin:board_preview": page(ALL_EDITORS),
    "admin:board_history": form(ALL_EDITORS, 404),
    "admin:app_list": form(WRITERS, 200, refused=404),
    "admin:login": Door(Way(STAFF, DESK, outside=200), Way(STAFF, 200, outside=200)),
    "admin:logout": Door(Way(STAFF, 405, outside=DESK), Way(STAFF, 200, outside=DESK)),
    "admin:password_change": form(STAFF, 200),
    "admin:password_change_done": page(STAFF),
    "admin:jsi18n": page(STAFF),
    "admin:autocomplete": page(WRITERS),
    **SHORT_CUTS,
    "admin/(?P<url>.*)$": form(NOBODY, 404, refused=404),
}

# --- What readers are shown -------------------------------------------------------------------------------------------

AT_ITS_ADDRESS = {state: 200 if state in PUBLIC else 410 if state in GONE else 404 for state in STATES}
# By a link from the desk, to whoever has it; where that is what readers see, to the story itself.
BY_A_LINK = {state: 302 if state == LIVE else 200 for state in STATES}

READERS = {
    "home": public(200),
    "robots": public(200),
    "articles:latest": public(200),
    "articles:corrections": public(200),
    "articles:tag": public(200),
    "articles:author": public(200),
    "articles:section": public(200),
    "articles:detail": public(AT_ITS_ADDRESS, by_state=True),
    "articles:preview": public(BY_A_LINK, 422, by_state=True),
    # A comment that does not say where it comes from has to be sent once more: 200.
    "comments:thread": public(AT_ITS_ADDRESS, AT_ITS_ADDRESS, by_state=True),
    "comments:received": public(200),
}

TABLE = {**ONE_STORY, **ALL_STORIES, **MODELS, **THE_DESK, **READERS}

#: What a door is looked at with, where it needs to be told.
LOOKED_AT_WITH = {
    "admin:autocomplete": {"app_label": "articles", "model_name": "article", "field_name": "lead_photo"}
}
#: What is sent to a door by those who may not come in, where that would make sense from others; to those who may it is nonsense.
SENT_BY_OTHERS = {
    f"{STORY}change": {"headline": "Stolen", "language": "en-gb", "comment_mode": "pre", "_publish": ""},
    f"{STORY}delete": {"post": "yes"},
    f"{STORY}name_version": {"name": "Stolen"},
    f"{STORY}autosave": {"headline": "Stolen", "tab": "t"},
    f"{STORY}add_autosave": {"headline": "Stolen", "token": "7f4a6d3c-0f5e-4d0e-8d0a-2b9e1c3d4e5f"},
    f"{STORY}presence": {"typed": "1"},
    f"{STORY}notes": {"text": "Stolen"},
    f"{STORY}address": {"slug": "stolen"},
    f"{STORY}previews": {"days": "7"},
    "admin:banner": {"text": "Stolen"},
    "admin:board": {"blocks": "0", "base": "0", "do": "publish"},
    "admin:board_section": {"blocks": "0", "base": "0", "do": "publish"},
}
#: Doors for scripts: who is not signed in is told so (401) and not sent to a page.
FOR_SCRIPTS = (f"{STORY}autosave", f"{STORY}add_autosave", f"{STORY}presence")
#: Takes a form without a token: it lives in pages that all readers share.
WITHOUT_TOKEN = ("comments:thread",)
#: Looking notes one thing: that the link was used.
NOTED = ("articles:preview",)
