from django.test import SimpleTestCase

from articles.choices import CommentMode
from articles.models import Article
from comments.policy import closed_reason, shows_comments


class PolicyTests(SimpleTestCase):
    def test_each_mode(self):
        table = {
            CommentMode.PRE: (True, True),
            CommentMode.CLOSED: (False, True),
            CommentMode.OFF: (False, False),
        }
        self.assertEqual(set(table), set(CommentMode))
        for mode, (is_open, is_shown) in table.items():
            article = Article(comment_mode=mode)
            self.assertIs(closed_reason(article) == "", is_open, mode)
            self.assertIs(shows_comments(article), is_shown, mode)
