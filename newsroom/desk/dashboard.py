"""What waits for whom: the first page of the desk, in a number of queries that does not grow with what it shows."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.functional import cached_property
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.models import Article
from articles.noting import unseen_mentions
from articles.state import clock, distance, is_overdue, state_for
from articles.zone import zone_in_words
from newsroom.desk.house import LATE, House
from newsroom.desk.queue import waiting
from newsroom.desk.stacks import Stack, first_of

# A list on the dashboard is a beginning; the whole of it is one press away.
ROWS = 6

# Readers have it, and nothing newer lies behind it.
IS_FINISHED = Q(first_published_at__lte=Now(), draft_revision=F("live_revision"))
# What the clock does to a story, by the column that says when.
PLANS = {
    "publish_at": gettext_lazy("Comes out"),
    "update_at": gettext_lazy("Update of a live story"),
    "withdraw_at": gettext_lazy("Withdrawn"),
    "embargo_until": gettext_lazy("Embargo ends"),
}


@dataclass(frozen=True)
class Plan:
    """One thing the clock is to do."""

    at: datetime
    what: str
    story: Article

    @property
    def distance(self):
        return distance(self.at)

    @property
    def is_late(self):
        """Whether it should have been done, and waits for a round. Readers wait for none to see a story come out or go."""
        return now() - self.at > LATE


class Dashboard:
    """What the first page shows to the user of a request; each part is asked for when the template comes to it."""

    def __init__(self, request):
        self.request, self.user = request, request.user
        self.now = localtime(now())
        self.house = House()

    @property
    def greeting(self):
        name = self.user.first_name or self.user.get_username()
        hour = self.now.hour
        if hour < 5 or hour >= 18:
            return _("Good evening, %s") % name
        return (_("Good morning, %s") if hour < 12 else _("Good afternoon, %s")) % name

    @property
    def zone(self):
        return zone_in_words()

    @cached_property
    def reads_stories(self):
        return self.user.has_perm("articles.view_article") or self.writes

    @cached_property
    def writes(self):
        return self.user.has_perm("articles.change_article")

    @cached_property
    def publishes(self):
        return self.user.has_perm("articles.publish_article")

    @cached_property
    def moderates(self):
        return self.user.has_perm("comments.moderate_comment")

    @property
    def comments(self):
        return waiting(self.request)

    @property
    def oldest_comment(self):
        """How long the comment that has waited longest has been here."""
        return distance(self.comments.oldest_at)

    @cached_property
    def mentions(self):
        """Who asks this user something, in the notes at stories."""
        return unseen_mentions(self.user, ROWS)[:ROWS]

    @cached_property
    def lists(self):
        """Every list of stories by its name."""
        found = first_of(self._stacks(), ROWS) if self.reads_stories else {}
        for story in {story for rows in found.values() for story in rows}:
            story.stands = state_for(story, self.user)
            story.due_in_words = _due(story)
        return found

    def _stacks(self):
        stories = Article.objects.visible_to(self.user)
        ours = Article.objects.all()
        if not self.user.has_perm("articles.edit_any_article"):
            ours = ours.own(self.user)
        stacks = {
            "live": Stack(stories.published(), "publish_at", newest_first=True),
            "stopped": Stack(ours.exclude(stopped_because=""), "modified_at"),
            "publish_at": Stack(ours.scheduled(), "publish_at"),
            "embargo_until": Stack(ours.filter(embargo_until__gt=Now()), "embargo_until"),
            **{
                column: Stack(ours.filter(**{f"{column}__isnull": False}), column)
                for column in ("update_at", "withdraw_at")
            },
        }
        if self.writes:
            assigned = stories.filter(assignee=self.user).exclude(IS_FINISHED)
            stacks["assigned"] = Stack(assigned, "due_at", has_some_without=True)
            stacks["drafts"] = Stack(stories.drafts().own(self.user), "modified_at", newest_first=True)
        if self.publishes:
            stacks["in_review"] = Stack(stories.awaiting_review(), "modified_at")
        return stacks

    @cached_property
    def plans(self):
        """What the clock is to do next, soonest first, whatever it is; without what has stopped, which is told first of all."""
        every = [
            Plan(getattr(story, column), what, story)
            for column, what in PLANS.items()
            for story in self.lists[column]
            if not story.stopped_because
        ]
        return sorted(every, key=lambda plan: (plan.at, plan.story.pk))

    @property
    def late(self):
        return [plan for plan in self.plans if plan.is_late]

    @cached_property
    def needs_care(self):
        """Whether something is wrong with the rounds that whoever publishes should know."""
        return self.publishes and bool(self.house.is_asleep or self.house.problems or self.late)

    @property
    def to_come(self):
        return [plan for plan in self.plans if not plan.is_late][:ROWS]

    @property
    def has_more_to_come(self):
        return len(self.plans) > ROWS or any(self.lists[column].has_more for column in PLANS)

    @property
    def waits_for_you(self):
        """The one sentence under the greeting."""
        parts = []
        if number := len(self.lists.get("stopped", ())):
            parts.append(
                ngettext("%s plan has stopped", "%s plans have stopped", number) % self._number("stopped")
            )
        if number := len(self.mentions):
            parts.append(ngettext("%s question", "%s questions", number) % number)
        if number := len(self.lists.get("in_review", ())):
            parts.append(
                ngettext("%s story is in review", "%s stories are in review", number)
                % self._number("in_review")
            )
        if self.moderates and (number := self.comments.number):
            parts.append(ngettext("%s comment waits", "%s comments wait", number) % self.comments.words)
        return " · ".join(parts) or _("Nothing waits for you.")

    def _number(self, name):
        rows = self.lists[name]
        return f"{len(rows)}+" if rows.has_more else len(rows)


def _due(story):
    if not story.due_at:
        return ""
    words = {"at": clock(story.due_at), "distance": distance(story.due_at)}
    return (
        _("overdue since %(at)s, %(distance)s") if is_overdue(story) else _("due %(at)s, %(distance)s")
    ) % words
