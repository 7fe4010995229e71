"""Several stories chosen in a list, and what each was when it was shown there.

A verb is done to each in a transaction of its own. One that cannot be moved is named with the reason, and holds up no other.
"""

from datetime import timedelta

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils.functional import cached_property
from django.utils.timezone import now
from django.utils.translation import gettext as _

from articles.models import Article, ArticleEvent
from articles.querysets import BYLINES
from articles.refusals import WrongState, in_words
from articles.state import distance, state_for

SEEN = "seen"
# A change and its line in the log are written one after the other.
AT_ONCE = timedelta(seconds=2)
LAST_EVENT = Subquery(ArticleEvent.objects.filter(article=OuterRef("pk")).values("pk")[:1])
UNSHOWN = ("body", "standfirst", "draft_revision__content", "section__description")


def seen_mark(story):
    """What a story was when it was shown. Another mark means that somebody has changed it since."""
    return f"{story.pk}.{story.modified_at:%Y%m%d%H%M%S%f}"


class Batch:
    """The stories that the form of a list names, as far as its user may see them (``visible``) and in its order."""

    def __init__(self, request, visible):
        self.user = request.user
        self.keys = list(dict.fromkeys(int(key) for key in request.POST.getlist(ACTION_CHECKBOX_NAME)))
        self.marks = set(request.POST.getlist(SEEN))
        self.visible = visible

    @cached_property
    def stories(self):
        """The stories, each with ``standing``, ``mark`` and, where it is not what was shown, ``changed``."""
        stories = self.visible.filter(pk__in=self.keys).select_related("section", "draft_revision")
        stories = stories.annotate(last_event=LAST_EVENT).prefetch_related(BYLINES).defer(*UNSHOWN)
        found = {story.pk: story for story in stories}
        for story in found.values():
            story.standing, story.mark, story.changed = state_for(story, self.user), seen_mark(story), ""
        self._tell_changes([story for story in found.values() if story.mark not in self.marks])
        return [found[key] for key in self.keys if key in found]

    def _tell_changes(self, changed):
        events = ArticleEvent.objects.in_bulk([story.last_event for story in changed]) if changed else {}
        for story in changed:
            story.changed = who_changed(story, events.get(story.last_event))

    @property
    def gone(self):
        """How many were chosen that are not there any more."""
        return len(self.keys) - len(self.stories)

    def do(self, verb, *, only_unchanged):
        """Call ``verb`` with each story, as it is stored and locked. Returns how many it moved, and those it did not move
        as pairs of a story and the reason."""
        done, refused = 0, []
        for story in self.stories:
            try:
                with transaction.atomic():
                    stored = Article.objects.select_for_update().get(pk=story.pk)
                    if only_unchanged and seen_mark(stored) not in self.marks:
                        raise WrongState(who_changed(stored, stored.events.first()))
                    verb(stored)
            except (ValidationError, WrongState, PermissionDenied, Article.DoesNotExist) as refusal:
                refused.append((story, _why(refusal)))
            else:
                done += 1
        return done, refused


def who_changed(story, last):
    """Who has changed a story that is not any more what was shown, and how long ago, from the last line of its log."""
    if last is None or last.at < story.modified_at - AT_ONCE:
        return _("It has changed since it was listed. Look again.")
    seconds = int((now() - last.at).total_seconds())
    ago = _("%d s ago") % seconds if seconds < 60 else distance(last.at)
    return _("%(name)s saved this %(ago)s. Look again.") % {"name": last.actor_name, "ago": ago}


def _why(refusal):
    if isinstance(refusal, Article.DoesNotExist):
        return _("It has just been deleted.")
    return in_words(refusal)
