from datetime import UTC, datetime, timedelta
from unittest import mock

import time_machine
from django.test import TestCase, override_settings
from django.urls import reverse
from django.utils.timezone import now

from articles.choices import Status
from newsroom.desk import dashboard, queue
from tests.factories import (
    make_article,
    make_author,
    make_comment,
    make_photo,
    make_published,
    make_scheduled,
    make_section,
    make_tag,
    make_user,
)

DESK = reverse("admin:index")


class DashboardTests(TestCase):
    def open(self, group, **overrides):
        self.user = make_user(group, **overrides)
        self.client.force_login(self.user)
        return self.client.get(DESK)

    def test_an_editor_sees_what_waits_to_be_read_what_goes_out_and_what_is_live(self):
        section = make_section(name="Harbour")
        make_article(headline="Waits to be read", status=Status.IN_REVIEW, section=section)
        make_scheduled(headline="Goes out soon", section=section)
        make_published(headline="Out already", section=section)
        page = self.open("Editor")
        for headline in ("Waits to be read", "Goes out soon", "Out already"):
            self.assertContains(page, headline)
        self.assertContains(page, "1 story is in review")
        self.assertContains(page, "in 1 h 59 min")
        self.assertNotContains(page, "Read what waits")

    def test_drafts_are_the_own_ones(self):
        self.open("Reporter")
        make_article(headline="Mine", created_by=self.user)
        make_article(headline="Under my byline", bylines=[make_author(user=self.user)])
        make_article(headline="NOTMINE")
        page = self.client.get(DESK)
        self.assertContains(page, "Mine")
        self.assertContains(page, "Under my byline")
        self.assertNotContains(page, "NOTMINE")
        self.assertNotContains(page, "In review")

    def test_a_moderator_sees_how_many_comments_wait_and_for_how_long_and_no_story(self):
        story = make_published(headline="STORYMARK")
        for minutes in (5, 41):
            make_comment(story, created_at=now() - timedelta(minutes=minutes))
        page = self.open("Moderator")
        self.assertContains(page, "<b>2</b> wait")
        self.assertContains(page, "41 min ago")
        self.assertNotContains(page, "STORYMARK")

    def test_a_quiet_desk_says_so(self):
        page = self.open("Chief")
        for words in ("Nothing waits for you.", "None waits", "You have no draft.", "Nothing is scheduled."):
            self.assertContains(page, words)

    def test_a_long_list_shows_its_beginning_and_leads_to_the_rest(self):
        for n in range(dashboard.ROWS + 2):
            make_article(headline=f"Waits {n}", status=Status.IN_REVIEW)
            make_scheduled(headline=f"Soon {n}")
        page = self.open("Editor")
        self.assertContains(page, "?state=review")
        self.assertContains(page, "?state=scheduled")
        self.assertContains(page, f"{dashboard.ROWS}+ stories are in review")
        self.assertEqual(page.content.decode().count("Waits "), dashboard.ROWS)

    def test_the_greeting_goes_with_the_hour_at_the_paper(self):
        for hour, greeting in ((4, "evening"), (7, "morning"), (13, "afternoon"), (19, "evening")):
            with (
                self.subTest(hour),
                time_machine.travel(datetime(2026, 11, 24, hour, tzinfo=UTC), tick=False),
            ):
                page = self.open("Editor", first_name="Ingrid")
                self.assertContains(page, f"Good {greeting}, Ingrid")
                self.assertContains(page, "Tuesday 24 November")
                self.assertContains(page, "London time")

    @override_settings(TIME_ZONE="UTC")
    def test_a_zone_without_a_city_is_called_by_its_name(self):
        self.assertContains(self.open("Editor"), ", UTC.")

    def test_ten_queries_are_enough_whatever_waits(self):
        self.open("Chief")
        for number in (1, 12):
            for _n in range(number):
                make_article(status=Status.IN_REVIEW, bylines=[make_author()], section=make_section())
                make_article(created_by=self.user, bylines=[make_author()])
                make_scheduled(bylines=[make_author()])
                make_comment(make_published(bylines=[make_author(), make_author()]))
            with self.subTest(number), self.assertNumQueries(10):
                self.client.get(DESK)

    def test_a_very_long_queue_is_not_counted_to_its_end(self):
        story = make_published()
        for _n in range(4):
            make_comment(story)
        with mock.patch.object(queue, "LIMIT", 2):
            self.assertContains(self.open("Moderator"), "<b>2+</b> wait")


class DepartmentTests(TestCase):
    def departments_of(self, group):
        self.client.force_login(make_user(group))
        return [department.label for department in self.client.get(DESK).context["departments"]()]

    def test_everybody_sees_the_departments_they_may_enter(self):
        self.assertEqual(self.departments_of("Reporter"), ["Desk", "Stories", "Pictures"])
        self.assertEqual(self.departments_of("Editor"), ["Desk", "Stories", "Front page", "Pictures"])
        self.assertEqual(self.departments_of("Moderator"), ["Desk", "Comments"])
        self.assertEqual(
            self.departments_of("Chief"), ["Desk", "Stories", "Front page", "Comments", "Pictures"]
        )

    def test_the_department_one_is_in_is_marked(self):
        self.client.force_login(make_user("Editor"))
        for address in (reverse("admin:articles_article_changelist"), reverse("admin:articles_article_add")):
            here = [d.label for d in self.client.get(address).context["departments"]() if d.is_here]
            self.assertEqual(here, ["Stories"])

    def test_only_who_may_write_is_offered_to(self):
        for group, offered in (("Reporter", True), ("Moderator", False)):
            self.client.force_login(make_user(group))
            self.assertEqual('class="write"' in self.client.get(DESK).content.decode(), offered)


class ThemeTests(TestCase):
    """The pages that nobody designed alone follow too, and none of them needs more than the policy allows."""

    @classmethod
    def setUpTestData(cls):
        cls.root = make_user(is_superuser=True)
        person = make_user("Reporter")
        story, tag, photo = make_published(), make_tag(), make_photo()
        comment = make_comment(story)
        cls.pages = [
            DESK,
            reverse("admin:password_change"),
            reverse("admin:app_list", args=["articles"]),
            reverse("admin:auth_user_password_change", args=[person.pk]),
        ]
        for name, row in {
            "articles_article": story,
            "articles_author": make_author(),
            "articles_photo": photo,
            "articles_section": make_section(),
            "articles_tag": tag,
            "auth_group": person.groups.get(),
            "comments_comment": comment,
            "newsroom_user": person,
        }.items():
            cls.pages += [reverse(f"admin:{name}_{view}", args=[row.pk]) for view in ("change", "history")]
            cls.pages.append(reverse(f"admin:{name}_changelist"))
            if name != "comments_comment":
                cls.pages.append(reverse(f"admin:{name}_add"))
            if name not in ("comments_comment", "articles_article"):
                cls.pages.append(reverse(f"admin:{name}_delete", args=[row.pk]))

    def test_every_page_wears_the_theme_and_has_nothing_inline(self):
        self.client.force_login(self.root)
        for url in self.pages:
            page = self.client.get(url)
            text = page.content.decode()
            with self.subTest(url):
                self.assertEqual(page.status_code, 200)
                self.assertContains(page, "desk/css/tokens.css")
                self.assertContains(page, 'id="departments"')
                self.assertNotRegex(text, r"<[^>]+ style=")
                self.assertNotIn("<style", text)
                self.assertNotRegex(text, r"<script(?![^>]* src=)")
                self.assertNotRegex(text, r"<[^>]+ on[a-z]+=")
                self.assertNotRegex(text, r'rel="stylesheet" href="[^"]*/admin/css/')

    def test_the_way_in_wears_it_too(self):
        page = self.client.get(DESK, follow=True)
        self.assertContains(page, "Sign in to the desk")
        self.assertContains(page, "desk/css/login.css")
        self.assertNotContains(page, 'id="departments"')

    def test_a_wrong_password_and_an_empty_form_are_told(self):
        url = reverse("admin:login")
        self.assertContains(self.client.post(url, {"username": "x", "password": "y"}), 'role="alert"')
        self.assertContains(self.client.post(url, {}), "Give your user name and your password.")

    def test_who_is_signed_in_but_may_not_come_in_is_told(self):
        reader = make_user()
        reader.is_staff = False
        reader.save()
        self.client.force_login(reader)
        self.assertContains(self.client.get(DESK, follow=True), "who may not see this page")
