from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.test import TestCase

from newsroom.permissions import OneQueryBackend
from tests.factories import make_user


def again(user):
    """The user as the next request has them, with nothing remembered."""
    return get_user_model().objects.get(pk=user.pk)


class OneQueryTests(TestCase):
    def test_everybody_has_what_django_itself_would_give_them(self):
        own = Permission.objects.get(codename="view_tag")
        people = [make_user(group) for group in (None, "Reporter", "Editor", "Moderator", "Chief")]
        people += [make_user(is_superuser=True), make_user("Editor", is_active=False), make_user("Moderator")]
        people[-1].user_permissions.add(own)
        people[-1].groups.add(Group.objects.get(name="Reporter"))
        for user in people:
            with self.subTest(user.username):
                stock = ModelBackend().get_all_permissions(again(user))
                self.assertEqual(OneQueryBackend().get_all_permissions(again(user)), stock)
        self.assertEqual(OneQueryBackend().get_all_permissions(AnonymousUser()), set())
        self.assertEqual(OneQueryBackend().get_all_permissions(again(people[2]), obj=own), set())

    def test_they_are_asked_for_once(self):
        user = again(make_user("Chief"))
        with self.assertNumQueries(1):
            self.assertTrue(user.has_perm("articles.publish_article"))
            self.assertTrue(user.has_perms(["articles.view_article", "articles.add_photo"]))
            self.assertTrue(user.has_module_perms("articles"))
            self.assertFalse(user.has_perm("articles.nonsense"))

    def test_somebody_whose_login_is_off_may_do_nothing_and_does_not_get_in(self):
        user = make_user("Chief", username="gone", is_active=False)
        self.assertFalse(again(user).has_perm("articles.view_article"))
        self.assertIsNone(authenticate(username="gone", password="gone"))

    def test_a_password_lets_somebody_in(self):
        user = make_user("Editor", username="ana")
        self.assertEqual(authenticate(username="ana", password="ana"), user)
