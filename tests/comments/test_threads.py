from datetime import timedelta

from django.http import Http404
from django.test import SimpleTestCase, TestCase
from django.utils.timezone import now

from comments.choices import Status
from comments.models import Comment
from comments.threads import THREADS_PER_PAGE, cursor_of, moment_of, thread_of, thread_url
from tests.factories import make_approved, make_comment, make_published


class ThreadTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()

    def roots(self, number, **fields):
        at = now() - timedelta(hours=9)
        return [
            make_approved(self.story, created_at=at + timedelta(minutes=n), **fields) for n in range(number)
        ]

    def test_only_what_is_approved_is_there(self):
        for status in Status:
            make_comment(self.story, status=status)
        make_approved(make_published())
        thread = thread_of(self.story)
        self.assertEqual([comment.status for comment in thread.roots], [Status.APPROVED])
        self.assertEqual(thread.total, 1)

    def test_newest_thread_first_answers_in_the_order_they_came(self):
        first, second = self.roots(2)
        at = now() - timedelta(hours=1)
        one = make_approved(self.story, parent=first, created_at=at)
        two = make_approved(self.story, parent=one, created_at=at + timedelta(minutes=1), name="Bo")
        three = make_approved(self.story, parent=first, created_at=at + timedelta(minutes=2))
        four = make_approved(self.story, parent=two, created_at=at + timedelta(minutes=3))
        thread = thread_of(self.story)
        self.assertEqual(thread.roots, [second, first])
        self.assertEqual(thread.roots[1].replies, [one, two, three, four])
        self.assertEqual([reply.reply_to_name for reply in thread.roots[1].replies], ["", one.name, "", "Bo"])
        self.assertEqual(thread.total, 6)

    def test_a_comment_taken_back_leaves_its_place_and_the_answers_of_others(self):
        root = make_approved(self.story, name="NAMEMARK", text="TEXTMARK")
        answer = make_approved(self.story, parent=root, text="An answer")
        to_answer = make_approved(self.story, parent=answer)
        Comment.objects.filter(pk=root.pk).update(status=Status.REJECTED)
        thread = thread_of(self.story)
        self.assertEqual(len(thread.roots), 1)
        self.assertTrue(thread.roots[0].is_gone)
        self.assertEqual(thread.roots[0].replies, [answer, to_answer])
        self.assertEqual(thread.total, 2)
        response = self.client.get(thread_url(self.story))
        self.assertContains(response, "This comment is no longer here")
        self.assertContains(response, "An answer")
        self.assertNotContains(response, "MARK")

    def test_an_answer_whose_own_parent_is_gone_stays_in_its_thread(self):
        root = make_approved(self.story)
        middle = make_approved(self.story, parent=root, name="NAMEMARK", status=Status.SPAM)
        last = make_approved(self.story, parent=middle)
        thread = thread_of(self.story)
        self.assertEqual(thread.roots[0].replies, [last])
        self.assertEqual(thread.roots[0].replies[0].reply_to_name, "")

    def test_a_story_without_comments_has_an_empty_thread(self):
        thread = thread_of(self.story)
        self.assertEqual((thread.roots, thread.total, thread.older), ([], 0, ""))

    def test_it_is_one_query_whatever_the_number(self):
        for number in (0, 1, 30):
            for root in self.roots(number):
                make_approved(self.story, parent=root)
            with self.assertNumQueries(1):
                thread_of(self.story)
            Comment.objects.filter(parent__isnull=False).delete()
            Comment.objects.all().delete()


class PagingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()

    def fill(self, number):
        at = now() - timedelta(hours=9)
        return [make_approved(self.story, created_at=at + timedelta(minutes=n)) for n in range(number)]

    def walk(self):
        """Every page as a reader meets it by the link to older comments."""
        pages, before = [], None
        while True:
            thread = thread_of(self.story, before)
            pages.append(thread)
            if not thread.older:
                return pages
            before = moment_of(thread.older)
            self.assertLess(len(pages), 9, "no end")

    def test_each_page_has_its_number_and_every_thread_is_met_once(self):
        size = THREADS_PER_PAGE
        for number, pages in {1: 1, size - 1: 1, size: 1, size + 1: 2, size * 2: 2, size * 2 + 1: 3}.items():
            with self.subTest(number):
                made = self.fill(number)
                walk = self.walk()
                self.assertEqual([root for page in walk for root in page.roots], made[::-1])
                self.assertEqual(len(walk), pages)
                self.assertTrue(all(0 < len(page.roots) <= size for page in walk))
                self.assertTrue(all(page.total == number for page in walk))
                Comment.objects.all().delete()

    def test_threads_whose_beginning_is_gone_are_met_too(self):
        roots = self.fill(THREADS_PER_PAGE + 6)
        answers = [make_approved(self.story, parent=root) for root in roots]
        gone = [roots[0], roots[3], roots[5], roots[6], roots[-1]]
        Comment.objects.filter(pk__in=[root.pk for root in gone]).update(status=Status.REJECTED)
        met = [root for page in self.walk() for root in page.roots]
        self.assertEqual([root.pk for root in met], [root.pk for root in roots[::-1]])
        self.assertEqual([root.pk for root in met if root.is_gone], [root.pk for root in gone[::-1]])
        self.assertEqual([reply for root in met for reply in root.replies], answers[::-1])

    def test_a_link_to_older_comments_leads_somewhere(self):
        for number in (THREADS_PER_PAGE, THREADS_PER_PAGE + 1, THREADS_PER_PAGE + 2):
            made = self.fill(number)
            page = self.client.get(thread_url(self.story)).content.decode()
            if "?before=" in page:
                link = page.partition("?before=")[2].partition('"')[0]
                response = self.client.get(f"{thread_url(self.story)}?before={link}")
                self.assertContains(response, made[0].text, msg_prefix=str(number))
            else:
                self.assertIn(made[0].text, page)
            Comment.objects.all().delete()

    def test_a_new_comment_moves_no_older_page(self):
        self.fill(THREADS_PER_PAGE * 2)
        older = thread_of(self.story).older
        before = thread_of(self.story, moment_of(older)).roots
        make_approved(self.story)
        self.assertEqual(thread_of(self.story, moment_of(older)).roots, before)


class CursorTests(SimpleTestCase):
    def test_it_names_the_moment_to_the_microsecond(self):
        moment = now()
        self.assertEqual(moment_of(cursor_of(moment)), moment)

    def test_no_cursor_is_no_moment(self):
        self.assertIsNone(moment_of(""))

    def test_what_is_no_cursor_is_404(self):
        for raw in ("x", "-5", "1.5", "1e9", "9" * 17, "9" * 400, "١٢", " 1", "1\x00", "²"):
            with self.subTest(raw[:20]), self.assertRaises(Http404):
                moment_of(raw)
        moment_of("9" * 16)
        moment_of("0")
