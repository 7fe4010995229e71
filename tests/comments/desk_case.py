"""What tests of the comment queue share."""

from django.contrib.messages import get_messages
from django.test import TestCase
from django.urls import reverse

from comments.models import Comment
from tests.factories import (
    make_published,
    make_user,
)

QUEUE = reverse("admin:comments_comment_changelist")


def page_of(comment):
    return reverse("admin:comments_comment_change", args=[comment.pk])


def seen(comment):
    return f"{comment.pk}.{comment.version}"


class ModeratorTestCase(TestCase):
    def setUp(self):
        self.story = make_published(headline="Lamps on the pier")
        self.moderator = make_user("Moderator", first_name="Bea", last_name="Ruiz")
        self.other = make_user("Moderator", first_name="Ana", last_name="Duarte")
        self.client.force_login(self.moderator)

    def status_of(self, comment):
        return Comment.objects.get(pk=comment.pk).status

    def told(self, response):
        return " ".join(str(message) for message in get_messages(response.wsgi_request))

    def listed(self, **query):
        return list(self.client.get(QUEUE, query).context["cl"].result_list)
