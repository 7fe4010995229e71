"""Who works here: who may read the drafts of a story, who may be given one, and who is meant by an @name."""

import re
import unicodedata

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

# In an address, ana@example.org, somebody's name stands before the @: there it calls nobody.
_CALL = re.compile(r"(?<![\w.@+-])@([\w.+-][\w.@+-]*)")
_BETWEEN_NAMES = re.compile(r"[\W_]+")


def writers():
    """Active staff who may change stories, by name."""
    return _staff("articles.change_article").order_by("first_name", "last_name", "username")


def readers_of_drafts(story):
    """Active staff to whom the desk opens everything typed into this story."""
    enter = _staff("articles.view_article") | _staff("articles.change_article")
    return enter & (_staff("articles.edit_any_article") | _people().filter(pk__in=_own(story)))


def calls_in(text):
    """The words after an @ in a text, each once, as they were first written."""
    found = {}
    for call in _CALL.findall(text):
        found.setdefault(_key(call), call)
    return list(found.values())


class Directory:
    """All who work here, to be found by what stands after an @."""

    def __init__(self):
        self.by_username, self.by_name = {}, {}
        for user in _people():
            self.by_username.setdefault(_key(user.username), []).append(user)
            self.by_name.setdefault(_name_key(user.get_full_name()), []).append(user)

    def find(self, call):
        """The users that a call may mean: none, the one, or several of a name.

        A username counts whatever its case, and before it first and last name with anything between them. A full stop that
        ends the sentence is not taken for the name's.
        """
        for name in dict.fromkeys((call, call.rstrip(".@+-"))):
            same = self.by_username.get(_key(name), [])
            found = [user for user in same if user.username == name] or same
            if not found and _name_key(name):
                found = self.by_name.get(_name_key(name), [])
            if found:
                return found
        return []


def suggested(people, term, limit):
    """The first of these people whose username or one of whose names begins with the term."""
    term = _key(term)
    found = []
    for user in people.order_by("first_name", "last_name", "username").iterator():
        names = [user.username, user.get_full_name(), *user.get_full_name().split()]
        if any(_key(name).startswith(term) for name in names):
            found.append(user)
        if len(found) == limit:
            break
    return found


def why_not_called(call, meant, may_read):
    """The sentence that tells a writer why nobody was told, or an empty one where somebody was."""
    if not meant:
        return _("Nobody here is called @%s.") % call
    if len(meant) > 1:
        usernames = ", ".join(f"@{user.username}" for user in meant)
        return _("@%(call)s may be %(usernames)s: nobody was told.") % {"call": call, "usernames": usernames}
    if not may_read:
        return _("%s may not read this story before it is public, and was not told.") % meant[0]
    return ""


def _people():
    return get_user_model().objects.filter(is_active=True, is_staff=True)


def _staff(permission):
    return get_user_model().objects.with_perm(permission).filter(is_active=True, is_staff=True)


def _own(story):
    """The people of a story whose own it is, as ``belongs_to`` has it."""
    user_model = get_user_model()
    people = {story.created_by_id, story.assignee_id, *(author.user_id for author in story.authors)}
    return [pk for pk in people - {None} if story.belongs_to(user_model(pk=pk))]


def _key(name):
    return unicodedata.normalize("NFKC", name).casefold()


def _name_key(name):
    return _BETWEEN_NAMES.sub("", _key(name))
