"""A story in every state that the desk tells apart, and the pages that go with it."""

from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.timezone import localtime, now

from articles.choices import Status
from articles.models import Article, SavedView
from tests.factories import (
    make_article,
    make_correction,
    make_published,
    make_scheduled,
    make_user,
    make_withdrawn,
)

THREE = "<p>The first.</p><p>The second.</p><p>The third.</p>"


def at(name, *args, **query):
    address = reverse(f"admin:articles_article_{name}", args=args)
    return f"{address}?{urlencode(query)}" if query else address


def story_pages(chief, **live):
    """The addresses of the pages about stories, by a name for each; ``live`` are fields of the one that is written in most."""
    colleague = make_user("Editor", first_name="Tom", last_name="Okafor")
    draft, scheduled, withdrawn = make_article(created_by=chief), make_scheduled(), make_withdrawn()
    review = make_article(status=Status.IN_REVIEW)
    review.assign(colleague, now() + timedelta(hours=2), by=chief)
    return {
        "stories": at("changelist"),
        "stories, none found": at("changelist", q="nowhere"),
        "stories, a saved view": _saved_view(chief),
        "new story": at("add"),
        "draft": at("change", draft.pk),
        "story in review": at("change", review.pk),
        "scheduled story": at("change", scheduled.pk),
        "withdrawn story": at("change", withdrawn.pk),
        "story under embargo": at("change", _embargoed(chief).pk),
        "story that has stopped": at("change", _stopped().pk),
        "whose work it is": at("assign", review.pk),
        "delete a story": at("delete", draft.pk),
        **_of_live(chief, colleague, make_published(**live)),
        **_of_two(chief, colleague),
        "log of all stories": at("log"),
        "log, nothing found": at("log", verb="overridden"),
        "calendar": at("calendar"),
        "calendar of a day": at("calendar", day=f"{localtime(scheduled.publish_at):%Y-%m-%d}"),
    }


def _of_live(chief, colleague, live):
    """A live story with a newer draft, an update and a withdrawal to come, and all that is kept beside it."""
    address = at("change", live.pk)
    make_correction(live)
    first = _save(live, colleague, headline="Another headline", body=THREE).revision
    _stored(live).schedule_update(
        now() + timedelta(days=2), by=chief, kind="correction", note="It was Tuesday."
    )
    _stored(live).schedule_withdrawal(now() + timedelta(days=9), "The permit ends.", by=chief, notice="Gone.")
    _save(live, chief, standfirst="A newer one.")
    _stored(live).note("Has somebody read this?\n\nIt is long.", by=colleague)
    _stored(live).share(by=chief, made_for="The court")
    first.name = "Read by the lawyer"
    first.save()
    _stored(live).keep({"headline": ["Typed and not saved"]}, by=chief, tab="1", base=first.pk)
    kept = live.revisions.get(kind="autosave")
    return {
        "live story": address,
        "live text": at("change", live.pk, of="live"),
        "text that was kept": at("change", live.pk, kept=kept.pk),
        "story address": at("address", live.pk),
        "preview links": at("previews", live.pk),
        "preview": at("preview", live.pk),
        "preview of a version": at("preview_version", live.pk, first.pk),
        "story history": at("history", live.pk),
        "story history, named": at("history", live.pk, named=1),
        "compare": at("compare", live.pk),
        "compare with the live text": at("compare", live.pk, old="live", new=first.pk),
        "notes": at("notes", live.pk),
    }


def _of_two(chief, colleague):
    """Two saves of one text that overlap, in a line and in a paragraph."""
    story = make_article(body=THREE, created_by=chief)
    base = _save(story, colleague, kicker="Harbour").revision
    _save(story, colleague, headline="His", body=THREE.replace("second", "second, as Tom has it"))
    content = base.content | {"headline": "Hers", "body": THREE.replace("second", "second, as Ana has it")}
    aside = _stored(story).save_draft(content, by=chief, base=base.pk).revision
    return {"two saves overlap": at("settle", story.pk, aside.pk)}


def _stored(story):
    return Article.objects.get(pk=story.pk)


def _save(story, by, **content):
    story = _stored(story)
    return story.save_draft(story.draft_content | content, by=by)


def _embargoed(chief):
    story = make_article(created_by=chief)
    story.set_embargo(now() + timedelta(days=3), by=chief)
    return story


def _stopped():
    return make_scheduled(stopped_because="Its lead picture is not there any more.")


def _saved_view(chief):
    view = SavedView.objects.create(owner=chief, name="Waits for me", query="state=review")
    return f"{at('changelist')}?{view.query}"
