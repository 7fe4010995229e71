"""The words of the table in ``tests.roles_table``: who asks, how a story stands, the rules, and the kinds of doors."""

from collections.abc import Callable
from dataclasses import dataclass

# --- Who asks ---------------------------------------------------------------------------------------------------------

ANONYMOUS, READER = "anonymous", "a login without the desk"
BARE, MODERATOR = "staff without a group", "a Moderator"
STRANGER = "a Reporter, a stranger to it"
BEGAN, BYLINE, ASSIGNEE = (
    "the Reporter who began it",
    "a Reporter whose byline it has",
    "the Reporter it was given to",
)
EDITOR, CHIEF = "an Editor", "a Chief"

OUTSIDE = (ANONYMOUS, READER)
# At the desk and not for stories, not even for those that carry their byline.
NO_WRITERS = (BARE, MODERATOR)
OWNERS = (BEGAN, BYLINE, ASSIGNEE)
REPORTERS = (STRANGER, *OWNERS)
EDITORS = (EDITOR, CHIEF)
ROLES = (*OUTSIDE, *NO_WRITERS, *REPORTERS, *EDITORS)
#: They are shown nothing that was typed and is not public.
WITHOUT_DRAFTS = (*OUTSIDE, *NO_WRITERS, STRANGER)

# --- How the story stands ---------------------------------------------------------------------------------------------

DRAFT, REVIEW, SCHEDULED, EMBARGOED = "draft", "in review", "scheduled", "embargoed draft"
LIVE, NEWER, UPDATE = "live", "live with newer draft", "live with scheduled update"
WITHDRAWN, EXPIRED = "withdrawn", "past its withdrawal"

DRAFTS = (DRAFT, EMBARGOED)
PUBLIC = (LIVE, NEWER, UPDATE)
GONE = (WITHDRAWN, EXPIRED)
STATES = (*DRAFTS, REVIEW, SCHEDULED, *PUBLIC, *GONE)

# --- The rules --------------------------------------------------------------------------------------------------------

IN, REFUSED, HIDDEN = "in", "refused", "hidden"


@dataclass(frozen=True)
class Rule:
    """Whether a role may come in: ``(role, state) -> IN | REFUSED | HIDDEN``."""

    verdict: Callable
    is_of_a_story: bool = False


def _of_a_story(may):
    def verdict(role, state):
        if role in NO_WRITERS:
            return REFUSED
        if role == STRANGER and state not in PUBLIC:
            return HIDDEN
        return IN if may(role, state) else REFUSED

    return Rule(verdict, is_of_a_story=True)


def _only(*roles):
    return Rule(lambda role, state: IN if role in roles else REFUSED)


READ = _of_a_story(lambda role, state: True)
READ_DRAFTS = _of_a_story(lambda role, state: role != STRANGER)
WRITE = _of_a_story(lambda role, state: role in EDITORS or (role in OWNERS and state in DRAFTS))
RELEASE = _of_a_story(lambda role, state: role in EDITORS)
DELETE = _of_a_story(lambda role, state: role in (*EDITORS, BEGAN) and state in DRAFTS)

STAFF = _only(*NO_WRITERS, *REPORTERS, *EDITORS)
WRITERS = _only(*REPORTERS, *EDITORS)
ALL_EDITORS = _only(*EDITORS)
MODERATORS = _only(MODERATOR, CHIEF)
CHIEFS = _only(CHIEF)
NOBODY = _only()
EVERYBODY = _only(*ROLES)

# --- The doors --------------------------------------------------------------------------------------------------------

#: Answers that are no number: sent to the log-in page, and to the first page of the desk.
LOGIN, DESK = "to log in", "to the desk"


@dataclass(frozen=True)
class Way:
    """What becomes of one method. ``answer``: to those who may come in; a dictionary where it goes by the state."""

    rule: Rule
    answer: object
    hidden: object = 404
    refused: object = 403
    outside: object = LOGIN

    def expected(self, role, state):
        if role in OUTSIDE and self.outside is not None:
            return self.outside
        match self.rule.verdict(role, state):
            case "in":
                return self.answer[state] if isinstance(self.answer, dict) else self.answer
            case "hidden":
                return self.hidden
        return self.refused

    def lets_in(self, role, state):
        return self.outside is None or (role not in OUTSIDE and self.rule.verdict(role, state) == IN)


@dataclass(frozen=True)
class Door:
    """``by_state``: it leads to a story, and is asked with one in each state."""

    get: Way
    post: Way
    by_state: bool = False

    def way(self, method):
        return self.get if method == "GET" else self.post


# To whoever is at the desk: what they may do is asked after that.
NO_SUCH_METHOD = Way(STAFF, 405)


def page(rule, answer=200, **others):
    """It is looked at."""
    return Door(Way(rule, answer, **others), NO_SUCH_METHOD, rule.is_of_a_story)


def button(rule, answer):
    """It changes something, so it is pressed and never looked at."""
    return Door(NO_SUCH_METHOD, Way(rule, answer), rule.is_of_a_story)


def form(rule, answer, press=None, **others):
    """It is looked at, and sent: by others than look at it, where ``press`` is their rule."""
    return Door(Way(rule, 200, **others), Way(press or rule, answer, **others), rule.is_of_a_story)


def public(get, post=405, *, by_state=False):
    """Whoever asks is answered alike."""
    return Door(Way(EVERYBODY, get, outside=None), Way(EVERYBODY, post, outside=None), by_state)
