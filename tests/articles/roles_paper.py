"""A paper with one story in each state, each with a secret in every place where the desk keeps what is not public."""

import re
from datetime import timedelta

from django.utils.timezone import now

from articles.choices import AnswerKind, ChangeKind, RevisionKind, Status, Verb
from articles.models import Article, Presence, SavedView
from comments import receipts
from newsroom.models import User
from tests import roles
from tests.factories import (
    make_approved,
    make_article,
    make_author,
    make_comment,
    make_photo,
    make_published,
    make_scheduled,
    make_section,
    make_tag,
    make_user,
    make_withdrawn,
)

#: Stands in all that is not public of the stories of the table; and this in the stories of somebody else.
SECRET, ELSEWHERE = "sekret", "elsewhat"

GROUPS = {
    roles.BARE: None,
    roles.MODERATOR: "Moderator",
    **dict.fromkeys(roles.REPORTERS, "Reporter"),
    roles.EDITOR: "Editor",
    roles.CHIEF: "Chief",
}


def make_people():
    people = {role: make_user(group) for role, group in GROUPS.items()}
    people[roles.READER] = User.objects.create_user("reader", password="reader")
    return people


class Paper:
    """The stories by their state, and for each door the keys of its address."""

    def __init__(self, people):
        self.people = people
        self.section, self.tag, self.photo = make_section(), make_tag(), make_photo()
        under = (roles.BYLINE, roles.BARE, roles.MODERATOR)
        self.authors = [make_author(user=people[role]) for role in under]
        self.listener = make_user(None, username="listener", first_name=SECRET, is_active=False)
        own = {"created_by": people[roles.BEGAN], "assignee": people[roles.ASSIGNEE], "bylines": self.authors}
        self.stories = {state: Told(self, state, SECRET, own) for state in roles.STATES}
        desk = {"created_by": people[roles.CHIEF], "bylines": [make_author()]}
        self.foreign = {state: Told(self, state, ELSEWHERE, desk) for state in (roles.DRAFT, roles.NEWER)}
        for state in (*roles.PUBLIC, *roles.GONE):
            make_approved(self.stories[state].story)
            self.comment = make_comment(self.stories[state].story)
        self.view = SavedView.objects.create(owner=self.listener, name=ELSEWHERE, query="state=drafts")

    def keys(self, route, state=None):
        """What the keys in a route stand for: the story in a state and what hangs on it, or rows of other tables."""
        told = self.stories[state or roles.DRAFT]
        keys = {**told.keys, "id": self.people[roles.STRANGER].pk, "app_label": "articles", "url": "nowhere"}
        if model := re.search(r"/(\w+)/<path:object_id>", route):
            keys["object_id"] = self.row(model[1], told).pk
        return {**keys, **self.elsewhere(route)}

    def row(self, model, told):
        """What the key of a stock page stands for."""
        rows = {
            "article": told.story,
            "photo": self.photo,
            "tag": self.tag,
            "section": self.section,
            "author": self.authors[0],
            "comment": self.comment,
            "user": self.people[roles.STRANGER],
            "group": self.people[roles.EDITOR].groups.first(),
        }
        return rows[model]

    def elsewhere(self, route):
        """What has a key of the same name as a story's, and is none."""
        if route.startswith("tag/"):
            return {"slug": self.tag.slug}
        if route.startswith("by/"):
            return {"slug": self.authors[0].slug}
        if route.startswith(("<words:slug>", "admin/board/<words:slug>")):
            return {"slug": self.section.slug}
        if route.startswith("comments/received/"):
            return {"token": receipts.receipt_url(self.comment).split("/")[-2]}
        return {"pk": self.view.pk} if "/views/" in route else {}


class Told:
    """One story, and all that hangs on it."""

    def __init__(self, paper, state, secret, fields):
        self.editor = paper.people[roles.EDITOR]
        self.secret = f"{secret} {state}"
        words = self.words
        if state in (*roles.PUBLIC, *roles.GONE):
            # What readers see, or have seen: no secret.
            words = {"headline": "Known", "slug": f"known-{len(secret)}-{roles.STATES.index(state)}"}
        shared = {"section": paper.section, "tags": [paper.tag], "lead_photo": paper.photo}
        self.story = self.made(state, {**shared, **words, **fields})
        self.versions()
        self.talk(paper)
        if state in (roles.NEWER, roles.UPDATE, roles.WITHDRAWN):
            self.typed()
        if state == roles.UPDATE:
            self.planned()
        self.story = Article.objects.get(pk=self.story.pk)

    @property
    def words(self):
        secret = self.secret
        return {
            "headline": secret,
            "kicker": secret[:40],
            "standfirst": secret,
            "body": f"<p>{secret}</p>",
            "slug": secret.replace(" ", "-"),
        }

    def made(self, state, fields):
        match state:
            case roles.REVIEW:
                return make_article(status=Status.IN_REVIEW, **fields)
            case roles.SCHEDULED:
                return make_scheduled(**fields)
            case roles.EMBARGOED:
                return make_article(embargo_until=now() + timedelta(days=2), **fields)
            case roles.DRAFT:
                return make_article(**fields)
            case roles.WITHDRAWN:
                return make_withdrawn(**fields)
            case roles.EXPIRED:
                past = now() - timedelta(hours=1)
                return make_published(withdraw_at=past, withdraw_reason=self.secret, **fields)
        return make_published(**fields)

    def versions(self):
        story, content = self.story, self.story.draft_content | {"headline": f"{self.secret} version"}
        by = {"author": self.editor, "author_name": str(self.editor), "content": content}
        self.former = story.revisions.create(kind=RevisionKind.SAVED, name=f"{self.secret} name", **by)
        story.save_draft(story.draft_content, by=self.editor)
        self.aside = story.revisions.create(kind=RevisionKind.ASIDE, base=self.former, **by)
        self.kept = story.revisions.create(kind=RevisionKind.AUTOSAVE, autosave_of=self.editor, tab="t", **by)

    def talk(self, paper):
        story, editor, secret = self.story, self.editor, self.secret
        self.note = story.note(f"{secret} note", by=editor)
        self.link = story.share(by=editor, made_for=f"{secret} lawyer")
        said = {"name": f"{secret} reader", "text": f"{secret} answer"}
        self.link.answers.create(kind=AnswerKind.NOTE, revision=self.former, **said)
        story.log(Verb.OVERRIDDEN, editor, story.status, f"{secret} reason")
        Presence.objects.create(article=story, user=paper.listener, seen_at=now())

    def typed(self):
        content = self.story.draft_content | self.words
        self.story.save_draft(content | {"slug": self.story.slug}, by=self.editor)

    def planned(self):
        Article.objects.filter(pk=self.story.pk).update(
            scheduled_revision=self.story.draft_revision,
            update_at=now() + timedelta(days=1),
            update_kind=ChangeKind.CORRECTION,
            update_note=self.secret,
        )

    @property
    def keys(self):
        story = self.story
        return {
            "pk": story.pk,
            "version": self.former.pk,
            "aside": self.aside.pk,
            "link": self.link.pk,
            "token": self.link.get_absolute_url().split("/")[-2],
            # A day for those that have none: nobody has been told an address of theirs.
            "date": story.published_on or story.created_at.date(),
            "slug": story.slug,
        }
