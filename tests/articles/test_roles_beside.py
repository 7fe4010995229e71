"""What the table of roles does not ask: forms without a token, scripts, keys of another story, and questions in an address."""

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from articles.admin.batch import SEEN, seen_mark
from articles.models import Article, PreviewLink
from tests import roles
from tests.articles.roles_case import NONSENSE, ROUTES, RolesTestCase, dump
from tests.articles.roles_paper import ELSEWHERE, SECRET
from tests.roles_table import FOR_SCRIPTS, READERS, SENT_BY_OTHERS, STORY, TABLE, WITHOUT_TOKEN

LIST = reverse(f"{STORY}changelist")
QUEUE = reverse("admin:comments_comment_changelist")
# To whom a story of somebody else is closed, at the desk.
CURIOUS = (roles.BARE, roles.MODERATOR, *roles.REPORTERS)


class TokenTests(RolesTestCase):
    def test_a_form_without_the_token_of_its_page_is_refused_at_every_door_but_one(self):
        clients = [self.enter(role, enforce_csrf_checks=True) for role in (roles.ANONYMOUS, roles.CHIEF)]
        before, taken = dump(), []
        for client in clients:
            for name in ROUTES:
                address = self.address(name, roles.LIVE)
                answer = self.ask(client, "POST", address, SENT_BY_OTHERS.get(name, NONSENSE))
                is_refused = answer.says == 403 and "csrf" in answer.templates
                self.assertFalse(answer.written, name)
                if not is_refused:
                    taken.append(name)
        self.assertEqual(set(taken), set(WITHOUT_TOKEN))
        self.assertEqual(dump(), before)


class ScriptTests(RolesTestCase):
    def test_a_script_is_answered_in_its_own_tongue_and_told_no_more_than_a_page(self):
        for role in roles.ROLES:
            client = self.enter(role)
            for name in FOR_SCRIPTS:
                door = TABLE[name]
                for state in roles.STATES if door.by_state else [None]:
                    address, expected = self.address(name, state), door.post.expected(role, state)
                    answer = self.ask(
                        client, "POST", address, SENT_BY_OTHERS[name], accept="application/json"
                    )
                    kind = answer.response.headers["Content-Type"]
                    self.assertEqual(
                        (answer.says, kind, answer.secrets(role)),
                        (401 if expected == roles.LOGIN else expected, "application/json", []),
                        f"{role}, story {state}: {name}",
                    )


class ForeignKeyTests(RolesTestCase):
    """What hangs on one story, asked for under another."""

    doors = ("restore", "name_version", "settle", "preview_version", "preview_revoke")

    def test_it_is_not_there(self):
        for theirs in self.paper.foreign.values():
            keys = {key: theirs.keys[key] for key in ("version", "aside", "link")}
            for role in (roles.BEGAN, roles.EDITOR):
                client = self.enter(role)
                for door in self.doors:
                    address = self.address(STORY + door, roles.DRAFT, **keys)
                    for method in ("GET", "POST"):
                        answer = self.ask(client, method, address, NONSENSE)
                        with self.subTest(f"{role}: {method} {door}"):
                            self.assertIn(answer.says, (404, 405))
                            self.assertEqual((answer.secrets(role), answer.written), ([], []))

    def test_not_by_a_key_in_the_question_or_in_the_form_either(self):
        theirs = self.paper.foreign[roles.NEWER]
        version, kept = theirs.former.pk, theirs.kept.pk
        for door, method, data, expected in (
            ("compare", "GET", {"old": version}, 404),
            ("compare", "GET", {"new": version}, 404),
            ("compare", "GET", {"old": "live", "new": kept}, 404),
            ("previews", "GET", {"revision": version}, 404),
            ("previews", "POST", {"revision": version, "shows": "exact", "days": "7"}, 404),
            ("notes", "POST", {"settle": theirs.note.pk}, 404),
            ("notes", "POST", {"unsettle": theirs.note.pk}, 404),
            ("change", "GET", {"kept": kept}, 200),
            ("preflight", "GET", {"kept": kept}, 200),
            ("autosave_discard", "POST", {"kept": kept}, 302),
        ):
            answer = self.ask(self.enter(roles.BEGAN), method, self.address(STORY + door, roles.DRAFT), data)
            with self.subTest(f"{method} {door} {data}"):
                self.assertEqual(answer.says, expected)
                self.assertEqual((answer.secrets(roles.BEGAN), answer.written), ([], []))

    def test_nobody_opens_what_the_browser_of_a_colleague_has_kept(self):
        told = self.paper.stories[roles.DRAFT]
        address = self.address(f"{STORY}change", roles.DRAFT)
        for role, sees in ((roles.BEGAN, False), (roles.CHIEF, False), (roles.EDITOR, True)):
            answer = self.ask(self.enter(role), "GET", address, {"kept": told.kept.pk})
            self.assertIs(f"{told.secret} version" in answer.text, sees, role)


class QuestionTests(RolesTestCase):
    """Lists narrowed and searched: neither a word nor the number of rows may tell of what is closed to who asks."""

    def test_no_list_tells_a_secret_however_it_is_asked(self):
        told = self.paper.stories[roles.NEWER]
        asked = [
            *({"q": words} for words in (SECRET[:-1], ELSEWHERE[:-1])),
            *(
                {"state": tab}
                for tab in ("all", "mine", "review", "scheduled", "live", "drafts", "withdrawn")
            ),
            *({"has": plan} for plan in ("newer", "update", "withdrawal", "embargo", "stopped")),
            *({"due": when} for when in ("overdue", "today", "week")),
            *({"assignee": who} for who in ("me", "nobody", self.people[roles.CHIEF].pk)),
            *({name: "1"} for name in ("_popup", "_facets", "e", "o", "all", "p")),
            {"_popup": "1", "_to_field": "id"},
            {"_changelist_filters": "state=drafts"},
            {"view": self.paper.view.pk},
            {"month": "2026-11"},
            {"day": f"{told.story.created_at:%Y-%m-%d}"},
            {"story": told.story.pk},
            {"named": "1"},
        ]
        lists = [LIST, QUEUE, reverse("admin:index"), reverse(f"{STORY}calendar"), reverse(f"{STORY}log")]
        for role in CURIOUS:
            client = self.enter(role)
            for address in lists:
                for data in asked:
                    secrets = self.ask(client, "GET", address, data).secrets(role)
                    self.assertEqual(secrets, [], f"{role}: {address} {data}")

    def test_a_list_answers_no_question_but_those_of_its_filters(self):
        """What is left of a list would say whether the guess was right."""
        told = self.paper.stories[roles.UPDATE]
        questions = {
            "article": [
                "update_note__startswith=s",
                "update_at__isnull=0",
                "withdraw_reason__contains=s",
                "stopped_because__gt=a",
                f"draft_revision={told.story.draft_revision_id}",
                "draft_revision__content__icontains=s",
                "embargo_until__isnull=0",
                "editorial_notes__text__startswith=s",
                "editorial_notes__isnull=0",
                "created_by=1",
            ],
            **{name: [f"articles={told.story.pk}"] for name in ("author", "tag", "section")},
            "photo": [f"led_articles={told.story.pk}", "led_articles__headline__startswith=s"],
        }
        for role in (roles.STRANGER, roles.EDITOR):
            client = self.enter(role)
            for name, guesses in questions.items():
                for guess in guesses:
                    address = f"{reverse(f'admin:articles_{name}_changelist')}?{guess}"
                    self.assertEqual(self.ask(client, "GET", address).says, 400, f"{role}: {address}")
        moderator = self.enter(roles.MODERATOR)
        for guess in ("article__headline__startswith=s", "article__isnull=0"):
            self.assertEqual(self.ask(moderator, "GET", f"{QUEUE}?{guess}").says, 400)

    def test_suggestions_tell_nothing_of_a_story(self):
        for role in CURIOUS:
            client = self.enter(role)
            for source in (
                ("articles", "article", "authors_in_order"),
                ("articles", "article", "tags"),
                ("articles", "article", "assignee"),
                ("articles", "article", "draft_revision"),
                ("articles", "revision", "article"),
                ("articles", "editorialnote", "article"),
                ("articles", "previewlink", "revision"),
                ("comments", "comment", "article"),
            ):
                ask = dict(zip(("app_label", "model_name", "field_name"), source, strict=True))
                for term in ("", SECRET[:-1], ELSEWHERE[:-1]):
                    answer = self.ask(client, "GET", reverse("admin:autocomplete"), ask | {"term": term})
                    self.assertEqual(answer.secrets(role), [], f"{role}: {source} {term}")

    def test_no_short_cut_leads_from_a_row_to_its_address(self):
        """The address of a preview link is the key to a draft; that of a scheduled story has its words."""
        told = self.paper.stories[roles.SCHEDULED]
        for model, row in ((PreviewLink, told.link), (Article, told.story)):
            kind = ContentType.objects.get_for_model(model)
            for role in CURIOUS:
                answer = self.ask(self.enter(role), "GET", f"/admin/r/{kind.pk}/{row.pk}/")
                self.assertEqual(answer.says, 404, f"{role}: {model.__name__}")


class ForgeryTests(RolesTestCase):
    """Presses of buttons that nobody was offered."""

    def test_no_action_of_the_list_moves_a_story_for_whoever_may_not(self):
        stories = [told.story for told in (*self.paper.stories.values(), *self.paper.foreign.values())]
        sent = {ACTION_CHECKBOX_NAME: [story.pk for story in stories], SEEN: [seen_mark(s) for s in stories]}
        sent |= {"index": 0, "confirmed": 1, "reason": "Forged"}
        for role in CURIOUS:
            client = self.enter(role)
            for action in ("publish_each", "withdraw_each", "delete_selected"):
                answer = self.ask(client, "POST", LIST, sent | {"action": action})
                self.assertEqual((answer.written, answer.secrets(role)), ([], []), f"{role}: {action}")
        submitted = self.ask(self.enter(roles.STRANGER), "POST", LIST, sent | {"action": "submit_each"})
        self.assertEqual((submitted.written, submitted.secrets(roles.STRANGER)), ([], []))

    def test_no_verdict_is_taken_from_whoever_does_not_moderate(self):
        comment = self.paper.comment
        one = reverse("admin:comments_comment_change", args=[comment.pk])
        sent = {"decide": f"approved.{comment.pk}.{comment.version}"}
        for role in (roles.BARE, *roles.REPORTERS, roles.EDITOR):
            for address in (QUEUE, one):
                answer = self.ask(self.enter(role), "POST", address, sent)
                self.assertEqual((answer.says, answer.written), (403, []), f"{role}: {address}")

    def test_a_guess_at_the_newer_draft_is_not_told_right_from_wrong(self):
        told = self.paper.stories[roles.NEWER]
        address = self.address(f"{STORY}change", roles.NEWER)
        guess = {"language": "en-gb", "comment_mode": "pre", "of": "", "base": "0"}
        names = ("headline", "kicker", "standfirst", "body")
        right = guess | {name: told.words[name] for name in names}
        wrong = guess | dict.fromkeys(names, "Another")
        client = self.enter(roles.STRANGER)
        self.assertEqual(
            [self.ask(client, "POST", address, data).says for data in (right, wrong)], [403, 403]
        )


class ReaderTests(RolesTestCase):
    def test_a_link_that_was_revoked_shows_nothing_and_says_nothing(self):
        told = self.paper.stories[roles.DRAFT]
        address = self.address("articles:preview", roles.DRAFT)
        anonymous = self.enter(roles.ANONYMOUS)
        self.assertIn(told.secret, self.ask(anonymous, "GET", address).text)
        told.link.revoke(by=self.people[roles.EDITOR])
        for method in ("GET", "POST"):
            answer = self.ask(anonymous, method, address, NONSENSE)
            self.assertEqual((answer.says, answer.secrets(roles.ANONYMOUS)), (404, []))
        guessed = self.ask(anonymous, "GET", address.replace(f"/{told.link.pk}~", "/2~"))
        self.assertEqual((guessed.says, guessed.secrets(roles.ANONYMOUS)), (404, []))

    def test_an_address_a_story_has_left_leads_on_while_it_is_public_and_is_gone_after(self):
        for state, expected in ((roles.NEWER, 301), (roles.WITHDRAWN, 410), (roles.DRAFT, 404)):
            told = self.paper.stories[state]
            keys = {"date": told.story.created_at.date(), "slug": f"left-{state.split()[0]}"}
            told.story.former_addresses.create(published_on=keys["date"], slug=keys["slug"])
            for role in (roles.ANONYMOUS, roles.CHIEF):
                for name in ("articles:detail", "comments:thread"):
                    answer = self.ask(self.enter(role), "GET", self.address(name, state, **keys))
                    self.assertEqual(answer.says, expected, f"{role}: {name}, story {state}")
                    self.assertEqual(answer.secrets(roles.ANONYMOUS), [])

    def test_whoever_is_signed_in_is_shown_what_everybody_is(self):
        """Public pages are kept for all: none may be another for somebody of the desk."""
        anonymous, chief = self.enter(roles.ANONYMOUS), self.enter(roles.CHIEF)
        for name, door in READERS.items():
            if name in ("articles:preview", "comments:received"):
                continue
            for state in roles.STATES if door.by_state else [None]:
                address = self.address(name, state)
                pages = [self.ask(client, "GET", address).response.content for client in (anonymous, chief)]
                self.assertEqual(*pages, f"{name}, story {state}")
