"""The log as a table: whole, cut where it is too long, and no formula in it."""

import csv
import io
from datetime import UTC, date, datetime
from unittest import mock

from django.test import TestCase
from django.utils.timezone import now

from articles import auditing
from articles.auditing import csv_of, harmless, narrowed
from articles.choices import Verb
from articles.models import ArticleEvent
from tests.articles.test_admin_audit import TABLE, AuditCase, table_of
from tests.factories import make_article, make_user


def read(response):
    """The rows of a table, the first with the names of its columns."""
    text = b"".join(response.streaming_content).decode()
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


class TableTests(AuditCase):
    def test_its_columns_say_everything(self):
        self.log(note="Legal has asked", at=datetime(2026, 7, 1, 9, 30, tzinfo=UTC))
        names, row = read(self.client.get(TABLE))
        self.assertEqual(
            names,
            ["When", "Who", "What", "Story", "Headline", "Address", "From", "To", "Why", "Version"],
        )
        found = dict(zip(names, row, strict=True))
        self.assertEqual(datetime.fromisoformat(found["When"]), datetime(2026, 7, 1, 9, 30, tzinfo=UTC))
        self.assertEqual(
            [found[name] for name in ("Who", "What", "Story", "Headline", "From", "To", "Why", "Version")],
            [
                "Ana Duarte",
                "Assigned",
                str(self.story.pk),
                "Lamps",
                "Published",
                "Published",
                "Legal has asked",
                "",
            ],
        )
        self.assertTrue(found["Address"].startswith("http"))
        self.assertTrue(found["Address"].endswith(self.story.get_absolute_url()))

    def test_it_is_a_file_that_spreadsheets_read(self):
        self.log(note="Ünö")
        response = self.client.get(TABLE)
        self.assertEqual(response.headers["Content-Type"], "text/csv; charset=utf-8")
        self.assertRegex(
            response.headers["Content-Disposition"], r'^attachment; filename="log-[0-9-]{10}\.csv"$'
        )
        content = b"".join(response.streaming_content)
        self.assertTrue(content.startswith(b"\xef\xbb\xbf"))
        self.assertIn("Ünö", content.decode())

    def test_it_is_narrowed_as_the_page_is(self):
        self.log(note="a")
        self.log(note="b", verb=Verb.SHARED)
        self.assertEqual([row[8] for row in read(self.client.get(TABLE + "?verb=shared"))[1:]], ["b"])

    def test_the_table_of_a_story_holds_its_own_lines(self):
        self.log(note="a")
        self.log(note="b", story=make_article())
        response = self.client.get(table_of(self.story))
        self.assertIn(f"story-{self.story.pk}-log-", response.headers["Content-Disposition"])
        self.assertEqual([row[8] for row in read(response)[1:]], ["a"])

    def test_nothing_in_it_is_a_formula(self):
        hostile = '=HYPERLINK("http://evil.example";"x")'
        user = make_user("Editor", first_name="=1+1", last_name="x")
        self.log(by=user, note=hostile, story=make_article(headline="@SUM(A1)"))
        row = read(self.client.get(TABLE))[1]
        self.assertEqual((row[1], row[4], row[8]), ("'=1+1 x", "'@SUM(A1)", f"'{hostile}"))

    def test_a_story_without_an_address_has_none(self):
        self.log(story=make_article(headline=""))
        row = read(self.client.get(TABLE))[1]
        self.assertEqual((row[4], row[5]), ("", ""))


class HarmlessTests(TestCase):
    def test_what_a_spreadsheet_would_reckon_with_gets_an_apostrophe(self):
        for start in (
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            "＝",
            "＋",
            "－",
            "＠",
            "−",
            " =",
            "\ufeff=",
            "\u200b+",
            "\xa0-",
        ):
            self.assertEqual(harmless(f"{start}1"), f"'{start}1", repr(start))

    def test_everything_else_stays_as_it_is(self):
        for text in ("", "Lamps", "1984", "7–4", "a=b", "“=1”", "'=1", "№ 12"):
            self.assertEqual(harmless(text), text)


class LengthTests(AuditCase):
    def table(self):
        text = "".join(csv_of(narrowed(ArticleEvent.objects.all())))
        return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))

    def test_it_is_read_in_pieces_and_holds_every_line_once(self):
        moment = now()
        notes = [self.log(note=str(number), at=moment).note for number in range(7)]
        for at_once in (3, 7, 8):
            with mock.patch.object(auditing, "AT_ONCE", at_once):
                self.assertEqual([row[8] for row in self.table()[1:]], notes[::-1], at_once)
        with mock.patch.object(auditing, "AT_ONCE", 3), self.assertNumQueries(3):
            self.table()

    def test_a_table_that_is_cut_says_so(self):
        for number in range(7):
            self.log(note=str(number))
        with mock.patch.object(auditing, "AT_ONCE", 2), mock.patch.object(auditing, "MOST_ROWS", 5):
            rows = self.table()
        self.assertEqual(len(rows), 1 + 5 + 1)
        self.assertIn("ends here, after 5 rows", rows[-1][0])

    def test_a_table_that_just_fits_is_not_cut(self):
        for number in range(6):
            self.log(note=str(number))
        for at_once in (2, 4, 10):
            with mock.patch.object(auditing, "AT_ONCE", at_once), mock.patch.object(auditing, "MOST_ROWS", 6):
                self.assertEqual(len(self.table()), 1 + 6)

    def test_a_day_is_a_day(self):
        self.log(at=datetime(2026, 3, 12, 12, tzinfo=UTC))
        for since, until, number in ((12, 12, 1), (13, 14, 0), (1, 11, 0), (11, 13, 1)):
            events = narrowed(
                ArticleEvent.objects.all(), since=date(2026, 3, since), until=date(2026, 3, until)
            )
            self.assertEqual(events.count(), number)
