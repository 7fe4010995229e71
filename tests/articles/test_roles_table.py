"""Every address, for every role, with a story in every state, as ``tests.roles_table`` has it."""

from django.test import SimpleTestCase

from tests import roles
from tests.articles.roles_case import NONSENSE, ROUTES, RolesTestCase, dump, routes
from tests.roles_table import LOOKED_AT_WITH, NOTED, SENT_BY_OTHERS, TABLE

MISSING = (
    "{} has no line in the table of roles: add one to tests/roles_table.py that says who may open it. What the keys in its "
    "address stand for is said in tests/articles/roles_paper.py."
)
LEFT_OVER = "{} is no address of the project any more: take its line out of tests/roles_table.py."


class WholenessTests(SimpleTestCase):
    def test_no_two_addresses_have_the_same_name(self):
        """The second would be asked by nobody."""
        names = [name for name, _route in routes()]
        self.assertCountEqual(names, set(names))

    def test_every_address_has_a_line_in_the_table(self):
        self.assertFalse(missing := [MISSING.format(name) for name in ROUTES if name not in TABLE], missing)

    def test_every_line_is_of_an_address(self):
        self.assertFalse(left := [LEFT_OVER.format(name) for name in TABLE if name not in ROUTES], left)


class TableTests(RolesTestCase):
    def walk(self, role):
        """Ask every door in this role. Each answers as the table says, tells no secret, and changes nothing it may not."""
        client, before, wrong = self.enter(role), dump(), []
        for state in (None, *roles.STATES):
            for name, door in TABLE.items():
                if name in ROUTES and door.by_state == (state is not None):
                    address = self.address(name, state)
                    for method in ("GET", "POST"):
                        found = self.faults(client, role, state, name, method, address)
                        wrong += [f"{role}, story {state}: {method} {name} {fault}" for fault in found]
            self.assertEqual(dump(), before)
        self.assertFalse(wrong, "\n".join(["", *wrong]))

    def faults(self, client, role, state, name, method, address):
        way = TABLE[name].way(method)
        is_in, expected = way.lets_in(role, state), way.expected(role, state)
        sent = LOOKED_AT_WITH if method == "GET" else {} if is_in else SENT_BY_OTHERS
        answer = self.ask(client, method, address, sent.get(name, None if method == "GET" else NONSENSE))
        if answer.says != expected:
            yield f"answers {answer.says}; the table says {expected}"
        # A preview link shows a draft to whoever was given it.
        if name != "articles:preview" and (told := answer.secrets(role)):
            yield f"tells {told}"
        if answer.written and not (is_in and (method == "POST" or name in NOTED)):
            yield f"writes {answer.written}"

    def test_anonymous(self):
        self.walk(roles.ANONYMOUS)

    def test_a_login_without_the_desk(self):
        self.walk(roles.READER)

    def test_staff_without_a_group(self):
        self.walk(roles.BARE)

    def test_a_moderator(self):
        self.walk(roles.MODERATOR)

    def test_a_reporter_who_is_a_stranger_to_the_story(self):
        self.walk(roles.STRANGER)

    def test_the_reporter_who_began_it(self):
        self.walk(roles.BEGAN)

    def test_a_reporter_whose_byline_it_has(self):
        self.walk(roles.BYLINE)

    def test_the_reporter_it_was_given_to(self):
        self.walk(roles.ASSIGNEE)

    def test_an_editor(self):
        self.walk(roles.EDITOR)

    def test_a_chief(self):
        self.walk(roles.CHIEF)
