from django.contrib.auth.models import Group, Permission
from django.test import TestCase
from django.urls import reverse

from newsroom.models import User
from tests.factories import make_user

ADD, LIST = reverse("admin:newsroom_user_add"), reverse("admin:newsroom_user_changelist")
POWERS = {"is_superuser": "on", "is_staff": "on"}


def address(user, view="change"):
    return reverse(f"admin:newsroom_user_{view}", args=[user.pk])


def typed(user, **overrides):
    fields = {
        "username": user.username,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "email": user.email,
    }
    return fields | {"is_active": "on", "groups": [group.pk for group in user.groups.all()]} | overrides


class ChiefTests(TestCase):
    def setUp(self):
        self.chief = make_user("Chief")
        self.client.force_login(self.chief)
        self.groups = {group.name: group for group in Group.objects.all()}

    def test_a_chief_adds_people_who_work_at_the_desk(self):
        sent = {"username": "li", "password1": "quay-and-ferry-9", "password2": "quay-and-ferry-9"}
        self.client.post(ADD, sent | {"first_name": "Li", "groups": [self.groups["Reporter"].pk]} | POWERS)
        li = User.objects.get(username="li")
        self.assertEqual((li.first_name, [group.name for group in li.groups.all()]), ("Li", ["Reporter"]))
        self.assertEqual((li.is_staff, li.is_superuser), (True, False))

    def test_a_chief_moves_people_between_the_groups(self):
        person = make_user("Reporter")
        self.client.post(address(person), typed(person, groups=[self.groups["Editor"].pk], last_name="Wei"))
        person = User.objects.get(pk=person.pk)
        self.assertEqual(
            (person.last_name, [group.name for group in person.groups.all()]), ("Wei", ["Editor"])
        )

    def test_a_chief_gives_nobody_the_flags_or_single_permissions(self):
        power = Permission.objects.get(codename="delete_user")
        for person in (make_user("Reporter"), self.chief):
            page = self.client.get(address(person))
            for name in ("is_superuser", "is_staff", "user_permissions"):
                self.assertNotContains(page, f'name="{name}"')
            self.client.post(address(person), typed(person, **POWERS, user_permissions=[power.pk]))
            stored = User.objects.get(pk=person.pk)
            self.assertEqual((stored.is_superuser, stored.user_permissions.count()), (False, 0))

    def test_a_chief_gives_nobody_a_group_with_more_power_than_a_chief_has(self):
        owners = Group.objects.create(name="Owners")
        owners.permissions.set(Permission.objects.filter(codename="delete_user"))
        person = make_user("Reporter")
        self.assertNotContains(self.client.get(address(person)), "Owners")
        self.client.post(address(person), typed(person, groups=[owners.pk]))
        self.assertFalse(person.groups.filter(name="Owners").exists())

    def test_whoever_has_more_power_than_a_chief_is_out_of_reach(self):
        root = make_user(is_superuser=True)
        mighty = make_user("Editor")
        mighty.user_permissions.set(Permission.objects.filter(codename="delete_user"))
        asleep = make_user("Editor", is_active=False)
        asleep.user_permissions.set(Permission.objects.filter(codename="delete_user"))
        for person in (root, mighty, asleep):
            for view in ("change", "password_change"):
                url = (
                    address(person)
                    if view == "change"
                    else reverse("admin:auth_user_password_change", args=[person.pk])
                )
                sent = typed(person, username="taken") | {
                    "password1": "quay-and-ferry-9",
                    "password2": "quay-and-ferry-9",
                }
                with self.subTest(person=person, view=view):
                    self.assertEqual(self.client.post(url, sent).status_code, 403)
            self.assertEqual(User.objects.get(pk=person.pk).username, person.username)
            self.assertTrue(User.objects.get(pk=person.pk).check_password(person.username))

    def test_a_harmless_group_given_by_somebody_else_is_kept(self):
        owners = Group.objects.create(name="Owners")
        person = make_user("Reporter")
        person.groups.add(owners)
        owners.permissions.set(self.chief.groups.get().permissions.all()[:1])
        hidden = Group.objects.create(name="Hidden")
        person.groups.add(hidden)
        self.client.post(address(person), typed(person))
        self.assertEqual(person.groups.count(), 3)

    def test_a_chief_sets_a_new_password_for_a_colleague(self):
        person = make_user("Reporter")
        url = reverse("admin:auth_user_password_change", args=[person.pk])
        self.client.post(
            url, {"password1": "quay-and-ferry-9", "password2": "quay-and-ferry-9", "set-password": ""}
        )
        self.assertTrue(User.objects.get(pk=person.pk).check_password("quay-and-ferry-9"))

    def test_nobody_switches_off_their_own_login(self):
        page = self.client.post(address(self.chief), typed(self.chief, is_active=""))
        self.assertContains(page, "You cannot switch off your own login.")
        self.assertTrue(User.objects.get(pk=self.chief.pk).is_active)

    def test_a_chief_switches_off_and_deletes_nobody(self):
        person = make_user("Reporter")
        self.client.post(address(person), typed(person, is_active=""))
        self.assertFalse(User.objects.get(pk=person.pk).is_active)
        self.assertEqual(self.client.post(address(person, "delete"), {"post": "yes"}).status_code, 403)

    def test_groups_are_looked_at_and_not_changed(self):
        url = reverse("admin:auth_group_change", args=[self.groups["Reporter"].pk])
        self.assertEqual(self.client.get(url).status_code, 200)
        self.assertEqual(self.client.post(url, {"name": "Owners"}).status_code, 403)
        self.assertEqual(self.client.get(reverse("admin:auth_group_add")).status_code, 403)
        self.assertEqual(
            self.client.post(
                reverse("admin:auth_group_delete", args=[self.groups["Reporter"].pk])
            ).status_code,
            403,
        )

    def test_the_list_says_who_may_do_what(self):
        make_user(username="boss", is_superuser=True)
        make_user("Reporter", first_name="Li", last_name="Wei")
        page = self.client.get(LIST)
        for words in ("Everything", "Reporter", "Li Wei", "Never"):
            self.assertContains(page, words)

    def test_the_number_of_queries_does_not_depend_on_the_number_of_people(self):
        for number in (1, 9):
            for _n in range(number):
                make_user("Reporter")
            with self.subTest(number), self.assertNumQueries(8):
                self.client.get(LIST)


class SuperuserTests(TestCase):
    def test_a_superuser_gives_every_power_and_deletes(self):
        self.client.force_login(make_user(is_superuser=True))
        person, power = make_user("Reporter"), Permission.objects.get(codename="delete_user")
        self.client.post(address(person), typed(person, **POWERS, user_permissions=[power.pk]))
        person = User.objects.get(pk=person.pk)
        self.assertEqual((person.is_superuser, person.user_permissions.get()), (True, power))
        self.client.post(address(person, "delete"), {"post": "yes"})
        self.assertFalse(User.objects.filter(pk=person.pk).exists())

    def test_a_superuser_makes_and_changes_groups(self):
        self.client.force_login(make_user(is_superuser=True))
        power = Permission.objects.get(codename="view_article")
        self.client.post(reverse("admin:auth_group_add"), {"name": "Readers", "permissions": [power.pk]})
        self.assertEqual(Group.objects.get(name="Readers").permissions.get(), power)


class OthersTests(TestCase):
    def test_people_are_nobody_elses_business(self):
        person = make_user("Reporter", username="namemark")
        for group in ("Reporter", "Editor", "Moderator"):
            self.client.force_login(make_user(group))
            for url in (LIST, ADD, address(person), address(person, "delete"), address(person, "history")):
                with self.subTest(group=group, url=url):
                    self.assertEqual(self.client.get(url).status_code, 403)
                    self.assertEqual(self.client.post(url, typed(person, **POWERS)).status_code, 403)
        self.assertFalse(User.objects.filter(is_superuser=True).exists())
