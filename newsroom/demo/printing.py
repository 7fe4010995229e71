"""Sets one story of the demo edition: written, moved to where it stands, dated back, and answered by its readers.

The verbs know only the present, so what they did is dated back afterwards, in the same transaction.
"""

import uuid
from datetime import timedelta

from django.db import transaction
from django.utils.timezone import localdate

from articles.choices import ChangeKind, Verb
from articles.models import Article
from comments import moderation, submission
from comments.choices import Action
from comments.models import Comment, Event

# How long a story was worked on, and a comment waited, where the edition's files do not say.
WRITING = timedelta(hours=5)
WAITING = timedelta(minutes=17)

TOKENS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:newsroom:demo-edition")


def age(story) -> timedelta:
    """How long before now the story came out, or was begun."""
    return -(story.published if story.published is not None else story.written)


@transaction.atomic
def set_story(story, shelf, *, by, now) -> int:
    """Put a story where it belongs, and its readers' words under it. Returns how many there were."""
    section, photo = shelf.sections.get(story.section), shelf.photos.get(story.photo)
    content = {
        "kicker": story.kicker,
        "headline": story.headline,
        "slug": story.slug,
        "standfirst": story.standfirst,
        "body": story.body.replace(*story.wrong) if story.wrong else story.body,
        "language": story.language,
        "section": section and section.pk,
        "lead_photo": photo and photo.pk,
        "comment_mode": story.comments,
        "bylines": [shelf.authors[slug].pk for slug in story.authors],
        "tags": [shelf.tags[name].pk for name in story.tags],
    }
    article = Article.begin(content, by=by)
    {
        "draft": _leave,
        "in review": _submit,
        "scheduled": _schedule,
        "published": _publish,
        "withdrawn": _withdraw,
    }[story.state](article, story, by, now)
    _answer(article, story, by, now)
    return len(story.thread)


def _leave(article, story, by, now):
    begun = now + story.written
    if story.embargo:
        article.set_embargo(now + story.embargo, by=by)
    times = {Verb.CREATED: begun, Verb.EMBARGOED: begun}
    _date(article, times, created_at=begun, modified_at=begun)


def _submit(article, story, by, now):
    article.submit(by=by)
    submitted = now + story.written
    begun = submitted - WRITING
    _date(article, {Verb.CREATED: begun, Verb.SUBMITTED: submitted}, created_at=begun, modified_at=submitted)


def _schedule(article, story, by, now):
    article.schedule(now + story.published, by=by)
    begun = now - WRITING
    _date(article, {Verb.CREATED: begun}, created_at=begun)


def _publish(article, story, by, now):
    article.publish(by=by)
    out = now + story.published
    times = {Verb.CREATED: out - WRITING, Verb.PUBLISHED: out}
    updated = None
    if story.updated is not None:
        updated = now + story.updated
        _correct(article, story, by, updated)
        times |= {Verb.REVISED: updated - WAITING, Verb.UPDATED: updated}
    _date(article, times, **_out(out), updated_at=updated, modified_at=updated or out)
    if story.newer:
        _write_on(article, story, by, now)


def _correct(article, story, by, at):
    article.save_draft(article.draft_content | {"body": story.body}, by=by)
    article.update_live(by=by, kind=ChangeKind.CORRECTION, note=story.correction)
    article.corrections.update(at=at)


def _write_on(article, story, by, now):
    """A newer draft behind the live text, as of just now, and perhaps with a time to replace it."""
    content = article.draft_content
    article.save_draft(content | {"body": content["body"].replace(*story.newer)}, by=by)
    if story.update_at:
        article.schedule_update(now + story.update_at, by=by, kind=ChangeKind.UPDATE)


def _withdraw(article, story, by, now):
    article.publish(by=by)
    article.withdraw(story.reason, by=by)
    out, gone = now + story.published, now + story.withdrawn
    times = {Verb.CREATED: out - WRITING, Verb.PUBLISHED: out, Verb.WITHDRAWN: gone}
    _date(article, times, **_out(out), modified_at=gone)


def _out(moment):
    return {
        "publish_at": moment,
        "first_published_at": moment,
        "published_on": localdate(moment),
        "created_at": moment - WRITING,
    }


def _date(article, verbs, **times):
    """Date the row and the lines of its log, past the verbs, which know only the present."""
    Article.objects.filter(pk=article.pk).update(**times)
    for verb, at in verbs.items():
        article.events.filter(verb=verb).update(at=at)


def _answer(article, story, by, now):
    """Send in the readers' words, decide on them as a moderator would, and date both back."""
    sent, verdicts = [], {}
    for place, words in enumerate(story.thread):
        comment = submission.submit(
            article,
            name=words.name,
            text=words.text,
            parent=None if words.to is None else sent[words.to],
            token=uuid.uuid5(TOKENS, f"{story.slug}/{place}"),
            filled_honeypot=words.honeypot,
        )
        comment.created_at = now + story.published + words.after
        comment.thread_at = comment.root.created_at if comment.root else comment.created_at
        sent.append(comment)
        if words.state != "pending":
            comment.decided_at = min(comment.created_at + WAITING, now)
            verdicts.setdefault((words.state, words.reason), {})[comment.pk] = comment.version
    for (state, reason), seen in verdicts.items():
        moderation.decide(seen, state, by=by, reason=reason)
    _date_thread(sent)


def _date_thread(comments):
    Comment.objects.bulk_update(comments, ["created_at", "thread_at", "decided_at"])
    by_key = {comment.pk: comment for comment in comments}
    events = list(Event.objects.filter(comment__in=comments))
    for event in events:
        comment = by_key[event.comment_id]
        event.at = comment.created_at if event.action == Action.SUBMITTED else comment.decided_at
    Event.objects.bulk_update(events, ["at"])
