from django.test import TestCase
from django.urls import reverse

from tests.factories import make_author, make_user


class AuthorFormTests(TestCase):
    def test_the_login_is_a_plain_choice_and_the_bio_has_room(self):
        self.client.force_login(make_user("Chief"))
        author = make_author(bio="Writes of salt and of nothing else.")
        page = self.client.get(reverse("admin:articles_author_change", args=[author.pk]))
        self.assertContains(page, '<select name="user"')
        self.assertNotContains(page, "related-widget-wrapper")
        self.assertContains(page, '<textarea name="bio"')
        self.assertContains(page, author.bio)
