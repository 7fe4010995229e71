"""Asking the doors of ``tests.roles_table``: every address there is, what an answer says, and what it has written."""

import logging
import re
from contextlib import contextmanager
from http.cookies import SimpleCookie

from django.apps import apps
from django.db import connection, transaction
from django.test import TestCase
from django.urls import URLResolver, get_resolver, reverse

from tests import roles
from tests.articles.roles_paper import ELSEWHERE, SECRET, Paper, make_people

NONSENSE = {"nonsense": "☃"}
LOGIN, INDEX = reverse("admin:login"), reverse("admin:index")
KEY = re.compile(r"<(?:\w+:)?(\w+)>")
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b(?!.*django_session)", re.IGNORECASE | re.DOTALL)
OURS = ("articles", "comments", "newsroom", "auth", "admin")


def routes(resolver=None, spaces=(), start=""):
    """Every address of the project: its name, or its route where it has none, and its route."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = start + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, (*spaces, *filter(None, [pattern.namespace])), route)
        else:
            yield ":".join((*spaces, pattern.name)) if pattern.name else route, route


ROUTES = dict(routes())


class Answer:
    """What came back: ``says`` is a number, or where to somebody was sent."""

    def __init__(self, response, written):
        self.response, self.written = response, written
        body = response.getvalue() if response.streaming else response.content
        self.text = (response.serialize_headers() + b"\n\n" + body).decode().lower()
        self.templates = " ".join(template.name or "" for template in response.templates)
        self.says = response.status_code
        if self.says == 302:
            address = response.headers["Location"].partition("?")[0]
            self.says = {LOGIN: roles.LOGIN, INDEX: roles.DESK}.get(address, 302)

    def secrets(self, role):
        """The lines that hold what this role may not know."""
        hidden = [ELSEWHERE] if role in (*roles.WITHOUT_DRAFTS, *roles.OWNERS) else []
        hidden += [SECRET] if role in roles.WITHOUT_DRAFTS else []
        return [line for line in self.text.splitlines() if any(secret in line for secret in hidden)]


class RolesTestCase(TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Thousands of refusals, each with where it was raised.
        logging.disable(logging.CRITICAL)
        cls.addClassCleanup(logging.disable, logging.NOTSET)

    @classmethod
    def setUpTestData(cls):
        cls.people = make_people()
        cls.paper = Paper(cls.people)

    def enter(self, role, **options):
        """A browser in which this role is signed in."""
        client = self.client_class(**options)
        if role != roles.ANONYMOUS:
            client.force_login(self.people[role])
        client.own_cookies = SimpleCookie(client.cookies)
        return client

    def address(self, name, state=None, **keys):
        route = ROUTES[name]
        keys = {**self.paper.keys(route, state), **keys}
        if name != route:
            return reverse(name, kwargs={key: keys[key] for key in KEY.findall(route)})
        path = KEY.sub(lambda match: str(keys[match[1]]), route)
        return "/" + path.replace("(?P<url>.*)$", keys["url"])

    def ask(self, client, method, address, data=None, **headers):
        """The answer at an address; whatever it wrote is told and undone."""
        client.cookies = SimpleCookie(client.own_cookies)
        with transaction.atomic(), writes() as written:
            send = client.get if method == "GET" else client.post
            response = send(address, data, headers=headers)
            answer = Answer(response, written)
            transaction.set_rollback(True)
        return answer


@contextmanager
def writes():
    """Everything that is written while the block runs, but for sessions."""
    written = []

    def note(execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        if WRITES.match(sql) and context["cursor"].rowcount:
            written.append(sql)
        return result

    with connection.execute_wrapper(note):
        yield written


def dump():
    """Every row of every table of ours."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in OURS]
    return {model._meta.label: list(model._base_manager.order_by("pk").values_list()) for model in models}
