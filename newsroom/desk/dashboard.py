"""What waits for whom: the first page of the desk, in a number of queries that does not grow with what it shows."""

from django.db.models import prefetch_related_objects
from django.utils.functional import cached_property
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article
from articles.querysets import BYLINES
from articles.state import distance
from articles.zone import zone_in_words
from newsroom.desk.queue import waiting

# A list on the dashboard is a beginning; the whole of it is one press away.
ROWS = 6


class Rows(list):
    """A few stories, and whether there are more of them than are shown."""

    def __init__(self, stories):
        super().__init__(stories[:ROWS])
        self.has_more = len(stories) > ROWS


class Dashboard:
    """What the first page shows to the user of a request; each part is asked for when the template comes to it."""

    def __init__(self, request):
        self.request, self.user = request, request.user
        self.now = localtime(now())

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
    def lists(self):
        """Every list of stories by its name; their bylines are fetched together, in one query."""
        stories = Article.objects.visible_to(self.user).select_related("section").defer("body")
        lists = {
            "in_review": stories.awaiting_review().order_by("modified_at", "pk") if self.publishes else None,
            "drafts": stories.drafts().own(self.user).order_by("-modified_at", "-pk")
            if self.writes
            else None,
            "scheduled": stories.scheduled().order_by("publish_at", "pk"),
            "live": stories.published().newest_first(),
        }
        found = {name: Rows(list(rows[: ROWS + 1])) for name, rows in lists.items() if rows is not None}
        for story in found["scheduled"]:
            story.goes_out_in = distance(story.publish_at)
        prefetch_related_objects([story for rows in found.values() for story in rows], BYLINES)
        return found

    @property
    def waits_for_you(self):
        """The one sentence under the greeting."""
        parts = []
        if self.publishes and (number := len(self.lists["in_review"])):
            parts.append(
                ngettext("%s story is in review", "%s stories are in review", number) % self._number(number)
            )
        if self.moderates and (number := self.comments.number):
            parts.append(ngettext("%s comment waits", "%s comments wait", number) % self.comments.words)
        return " · ".join(parts) or _("Nothing waits for you.")

    def _number(self, number):
        return f"{number}+" if self.lists["in_review"].has_more else number
