from django.contrib.auth.models import Group, Permission
from django.test import TestCase

from newsroom.models import User
from tests.factories import make_user

POWERS = {
    "Reporter": "articles.add_article articles.change_article articles.delete_article articles.view_article "
    "articles.add_photo articles.view_photo articles.add_tag articles.view_tag articles.view_section articles.view_author",
    "Editor": "articles.add_article articles.change_article articles.delete_article articles.view_article "
    "articles.publish_article articles.edit_any_article newsroom.arrange_board "
    "articles.add_photo articles.change_photo articles.delete_photo articles.view_photo "
    "articles.add_tag articles.change_tag articles.delete_tag articles.view_tag "
    "articles.add_section articles.change_section articles.view_section "
    "articles.add_author articles.change_author articles.view_author",
    "Moderator": "comments.view_comment comments.moderate_comment",
}
POWERS["Chief"] = (
    f"{POWERS['Editor']} {POWERS['Moderator']} articles.delete_section articles.delete_author "
    "newsroom.view_user newsroom.add_user newsroom.change_user auth.view_group articles.override_check_article"
)


class GroupTests(TestCase):
    def test_there_are_four_and_each_may_do_this_and_no_more(self):
        self.assertEqual(set(Group.objects.values_list("name", flat=True)), set(POWERS))
        for name, powers in POWERS.items():
            with self.subTest(name):
                self.assertEqual(make_user(name).get_all_permissions(), set(powers.split()))

    def test_only_chiefs_touch_logins(self):
        for name in POWERS:
            self.assertIs(make_user(name).has_perm("newsroom.change_user"), name == "Chief", name)

    def test_comments_are_written_and_deleted_by_no_group(self):
        for verb in ("add", "change", "delete"):
            self.assertFalse(Permission.objects.filter(codename=f"{verb}_comment").exists())

    def test_a_permission_is_called_as_its_model_calls_it(self):
        names = dict(Permission.objects.values_list("codename", "name"))
        self.assertEqual(names["publish_article"], "Can publish, schedule and withdraw stories")
        self.assertEqual(names["moderate_comment"], "Can approve and reject comments")

    def test_a_login_is_called_by_the_name_of_its_person(self):
        self.assertEqual(str(User(username="ana", first_name="Ana", last_name="Duarte")), "Ana Duarte")
        self.assertEqual(str(User(username="ana")), "ana")
