"""Every page and state that readers can be shown, for tests that hold of all of them."""

import re
from unittest import mock

from django.http import HttpResponse
from django.test import Client, RequestFactory

from articles.choices import ChangeKind, CommentMode
from comments import receipts
from newsroom import views
from newsroom.banner import put_up, take_down
from newsroom.board.layout import KINDS, block_of
from newsroom.demo import edition
from newsroom.models import Board
from tests.factories import (
    make_approved,
    make_article,
    make_author,
    make_comment,
    make_correction,
    make_photo,
    make_published,
    make_section,
    make_tag,
    make_user,
    make_withdrawn,
    picture_file,
)

OURS = {"sec-fetch-site": "same-origin"}
FORM = {"name": "Anna Berg", "text": "Words that took an hour", "website": "", "reply_to": ""}
ARABIC = "عاد الضوء إلى المنارة القديمة بعد سنوات من الظلام"
CHINESE = "盐沼先驱报：老灯塔重新亮起"
BODY = """
<p>The first paragraph has <strong>weight</strong>, <em>stress</em> and <a href="/latest/">a link</a>.</p>
<h2>What was said</h2><p>More.</p><h3>And what was not</h3>
<blockquote><p>“Nobody asked the lamp.”</p></blockquote>
<ul><li><p>One</p></li><li><p>Two</p></li></ul><ol><li><p>First</p></li></ol>
"""


def copy(words, skip=0):
    """So many words of the demo edition's English, beginning after others: real text, which packs as real text does."""
    english = [story.body for story in edition.read().stories if story.language == "en-gb"]
    every = re.sub(r"<[^>]+>", " ", " ".join(english)).split()
    return " ".join(every[skip : skip + words])


def public_pages() -> dict[str, HttpResponse]:
    """Fill a paper and ask for each of its pages, in each state. Returns the answers by name."""
    section, author, tag = (
        make_section(name="Harbour", description="Ships."),
        make_author(bio="Writes."),
        None,
    )
    tag = make_tag()
    photo = make_photo(upload=picture_file(1300, 900), caption="The lamp", credit="Photograph: Maren Holt")
    shared = {
        "section": section,
        "lead_photo": photo,
        "bylines": [author, make_author()],
        "tags": [tag, make_tag()],
    }
    words = {"kicker": "Pier", "standfirst": "After nine years.", "body": BODY}
    for number in range(20):
        make_published(
            section=section if number % 2 else make_section(), lead_photo=photo if number % 3 else None
        )
    plain = make_published()
    story = make_published(**shared, **words)
    first = make_approved(story, text="One.\n\nTwo.")
    make_approved(story, parent=first, text="An answer.")
    closed = make_published(**shared, comment_mode=CommentMode.CLOSED)
    make_approved(closed)
    arabic = make_published(
        **shared, language="ar", headline=ARABIC, standfirst=ARABIC, body=f"<p>{ARABIC}</p>"
    )
    chinese = make_published(**shared, language="zh-hans", headline=CHINESE, body=f"<p>{CHINESE}</p>")
    for foreign in (arabic, chinese):
        make_approved(foreign, parent=make_approved(foreign, text=CHINESE), text=ARABIC)
    corrected, retracted = make_published(**shared, **words), make_published(**shared, **words)
    for note in ("The pier is 240 m long.\n\nAn earlier version said 420.", copy(40)):
        make_correction(corrected, note=note)
    make_correction(corrected, kind=ChangeKind.CLARIFICATION)
    make_correction(retracted, kind=ChangeKind.RETRACTION, note="Nobody saw the lamp.\n\nWe are sorry.")
    make_correction(arabic, note=ARABIC)
    withdrawn = make_withdrawn()
    explained = make_withdrawn(withdrawn_notice="It named the wrong man.\n\nWe are sorry.")
    make_article()

    editor = make_user("Editor")
    arabic.save_draft(arabic.draft_content | {"kicker": ARABIC[:20]}, by=editor)
    foreign_preview = arabic.share(by=editor, made_for=CHINESE).get_absolute_url()
    bare_preview = make_article(headline="", body="").share(by=editor).get_absolute_url()

    client = Client(raise_request_exception=False)
    at = story.get_absolute_url()
    thread = f"{at}comments/"

    def post(address=thread, headers=OURS, **data):
        return client.post(address, FORM | data, headers=headers)

    fronts = arranged_fronts(client, section, editor, [plain, story, closed, arabic, chinese])
    request = RequestFactory().get("/")
    with mock.patch("newsroom.views.front_page", side_effect=RuntimeError), quiet():
        broken = client.get("/")
    pages = {
        "front": client.get("/"),
        "section": client.get(section.get_absolute_url()),
        "tag": client.get(tag.get_absolute_url()),
        "author": client.get(author.get_absolute_url()),
        "latest": client.get("/latest/"),
        "latest-page-2": client.get("/latest/?page=2"),
        "article": client.get(at),
        "article-plain": client.get(plain.get_absolute_url()),
        "article-closed": client.get(closed.get_absolute_url()),
        "article-arabic": client.get(arabic.get_absolute_url()),
        "article-chinese": client.get(chinese.get_absolute_url()),
        "article-corrected": client.get(corrected.get_absolute_url()),
        "article-retracted": client.get(retracted.get_absolute_url()),
        "corrections": client.get("/corrections/"),
        "thread": client.get(thread),
        "thread-arabic": client.get(f"{arabic.get_absolute_url()}comments/"),
        "reply": client.get(f"{thread}?reply={first.pk}"),
        "comment-error": post(name="", text=""),
        "comment-error-arabic": post(f"{arabic.get_absolute_url()}comments/", text=""),
        "press-once-more": post(headers={}),
        "press-once-more-refused": post(headers={"sec-fetch-site": "cross-site"}),
        "comment-refused": post(f"{closed.get_absolute_url()}comments/"),
        "comment-on-withdrawn": post(f"/{withdrawn.published_on:%Y/%m/%d}/{withdrawn.slug}/comments/"),
        "preview": client.get(foreign_preview),
        "preview-bare": client.get(bare_preview),
        "preview-refused": client.post(foreign_preview, {"text": " ", "name": "Maren"}),
        "preview-thanks": client.get(f"{foreign_preview}?said=approval"),
        "preview-gone": client.post("/preview/none/", {"text": "Words that took an hour"}),
        "receipt": client.get(receipts.receipt_url(make_comment(story, text="Mine.\n\nTwo."))),
        "400": client.get("/?a=%00"),
        "403": views.permission_denied(request),
        "403-csrf": views.csrf_failure(request),
        "404": client.get("/nowhere/at/all/"),
        "410": client.get(f"/{withdrawn.published_on:%Y/%m/%d}/{withdrawn.slug}/"),
        "410-explained": client.get(explained.get_absolute_url()),
        "413": post(text="x" * 300_000),
        "500": broken,
        **fronts,
    }
    statuses = {
        name: page.status_code for name, page in pages.items() if page.status_code != EXPECTED.get(name, 200)
    }
    assert not statuses, f"These are not the pages they should be: {statuses}"
    return pages


def arranged_fronts(client, section, editor, stories) -> dict[str, HttpResponse]:
    """The front page and a section's front as editors have arranged them, with every kind of block, by hand and by itself; and
    pages under a breaking line. All of it is taken away again."""
    slots = [
        {"article": story.pk, "headline": ARABIC, "kicker": "Tonight", "crop": crop}
        for story, crop in zip(stories, ("16:9", "4:3", "1:1", "3:2", ""), strict=True)
    ]
    blocks = [block_of(kind) for kind in KINDS] + [
        {"kind": kind, "size": 6, "repeats": True, "section": section.pk, "slots": slots} for kind in KINDS
    ]
    for board in (Board.of(), Board.of(section)):
        board.save_draft({"blocks": blocks}, by=editor)
        board.publish(by=editor)
    put_up("The harbour is closed & nobody sails", by=editor, article=stories[0])
    pages = {
        "front-arranged": client.get("/"),
        "section-arranged": client.get(section.get_absolute_url()),
        "article-breaking": client.get(stories[1].get_absolute_url()),
        "article-arabic-breaking": client.get(stories[3].get_absolute_url()),
    }
    line = put_up("Words without a story", by=editor)
    pages["latest-breaking"] = client.get("/latest/")
    take_down(line, by=editor)
    for board in (Board.of(), Board.of(section)):
        board.undo(by=editor)
    return pages


EXPECTED = {
    "comment-error": 422,
    "comment-error-arabic": 422,
    "press-once-more-refused": 403,
    "comment-refused": 403,
    "comment-on-withdrawn": 410,
    "preview-refused": 422,
    "preview-gone": 404,
    "400": 400,
    "403": 403,
    "403-csrf": 403,
    "404": 404,
    "410": 410,
    "410-explained": 410,
    "413": 413,
    "500": 500,
}


def quiet():
    """The fault that is asked for is no news in the log."""
    return mock.patch("django.core.handlers.exception.log_response")
