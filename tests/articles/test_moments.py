"""The field for a moment: what an editor may type, and what the clocks make of it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django import forms
from django.test import SimpleTestCase, override_settings
from django.utils.html import escape
from django.utils.timezone import override

from articles.forms.moments import MomentField

STOCKHOLM = ZoneInfo("Europe/Stockholm")


class Form(forms.Form):
    at = MomentField(required=False)


class MomentCase(SimpleTestCase):
    zone = STOCKHOLM

    def setUp(self):
        zone = override(self.zone)
        zone.__enter__()
        self.addCleanup(zone.__exit__, None, None, None)

    def typed(self, text, which=None, initial=None):
        data = {"at": text} | ({} if which is None else {"at_which": which})
        return Form(data, initial={"at": initial})

    def given(self, text, which=None):
        form = self.typed(text, which)
        self.assertTrue(form.is_valid(), form.errors)
        return form.cleaned_data["at"]

    def refused(self, text, which=None):
        form = self.typed(text, which)
        self.assertFalse(form.is_valid())
        return form.errors["at"][0]


class OrdinaryTests(MomentCase):
    def test_a_time_is_the_sites_time(self):
        self.assertEqual(self.given("2027-01-15T06:00"), datetime(2027, 1, 15, 5, tzinfo=UTC))
        self.assertEqual(self.given("2027-07-15T06:00"), datetime(2027, 7, 15, 4, tzinfo=UTC))

    def test_nothing_is_no_time(self):
        self.assertIsNone(self.given(""))

    def test_a_browser_without_the_field_lets_one_write_it(self):
        for text in (
            "15/01/2027 06:00",
            "15.1.2027 6:00",
            "2027-01-15 06:00",
            " 2027-01-15T06:00:00 ",
            "2027-01-15T06:00:00.000",
        ):
            with self.subTest(text):
                self.assertEqual(self.given(text), datetime(2027, 1, 15, 5, tzinfo=UTC))

    def test_digits_of_another_script_are_the_same_numbers(self):
        for text in ("٢٠٢٧-٠١-١٥T٠٦:٠٠", "２０２７-０１-１５T０６:００", "२०२७-०१-१५T०६:००"):
            with self.subTest(text):
                self.assertEqual(self.given(text), datetime(2027, 1, 15, 5, tzinfo=UTC))

    def test_a_day_without_a_time_is_not_taken_for_midnight(self):
        for text in (
            "2027-01-15",
            "15/01/2027",
            "tomorrow",
            "06:00",
            "2027-02-30T06:00",
            "2027-W03-5",
            "T",
            "0",
        ):
            with self.subTest(text):
                self.assertIn("Give a day and a time", self.refused(text))

    def test_what_no_calendar_and_no_clock_has_is_refused_in_words(self):
        for text in ("0001-01-01T00:00", "9999-12-31T23:59", "1406-10-25T06:00", "2570-01-15T06:00"):
            with self.subTest(text):
                self.assertIn("between 1900 and 2199", self.refused(text))
        self.assertIn("For midnight give 00:00", self.refused("2027-01-15T24:00"))
        for text in ("+12027-01-15T06:00", "12027-01-15T06:00", "2027-01-15T06:60", "2027-01-15T06:00\0"):
            with self.subTest(text):
                self.assertIn("Give a day and a time", self.refused(text))

    def test_whatever_was_typed_comes_back_with_the_form(self):
        for text in ("2027-03-28T02:30", "9999-12-31T23:59", "0001-01-01T00:00", "<b>tomorrow"):
            with self.subTest(text):
                self.assertInHTML(
                    f'<input type="datetime-local" name="at" value="{escape(text)}" id="id_at"'
                    ' aria-invalid="true" aria-describedby="id_at_error">',
                    str(self.typed(text)["at"]),
                )

    def test_a_stored_moment_is_shown_to_the_minute_and_is_the_same_when_it_comes_back(self):
        stored = datetime(2027, 1, 15, 5, 0, 42, 7, tzinfo=UTC)
        self.assertIn('value="2027-01-15T06:00"', str(Form(initial={"at": stored})["at"]))
        self.assertEqual(self.typed("2027-01-15T06:00", initial=stored).changed_data, [])
        for text in ("2027-01-15T06:01", "", "nonsense"):
            self.assertEqual(self.typed(text, initial=stored).changed_data, ["at"], text)
        self.assertEqual(self.typed("").changed_data, [])


class SummerTimeTests(MomentCase):
    def test_a_time_that_is_skipped_is_refused_with_the_gap_and_the_next_one(self):
        said = self.refused("2027-03-28T02:30")
        self.assertEqual(
            said,
            "02:30, Sunday 28 March 2027 does not exist: the clocks go from 02:00 to 03:00. "
            "The next time there is is 03:00, Sunday 28 March 2027.",
        )
        for text in ("2027-03-28T02:00", "2027-03-28T02:59"):
            self.assertIn("does not exist", self.refused(text))

    def test_the_minutes_around_the_gap_are_there(self):
        self.assertEqual(self.given("2027-03-28T01:59"), datetime(2027, 3, 28, 0, 59, tzinfo=UTC))
        self.assertEqual(self.given("2027-03-28T03:00"), datetime(2027, 3, 28, 1, 0, tzinfo=UTC))

    def test_a_time_that_comes_twice_is_asked_about(self):
        self.assertIn("comes twice", self.refused("2027-10-31T02:30"))
        html = str(self.typed("2027-10-31T02:30")["at"])
        self.assertIn("the first, CEST (UTC+02:00)", html)
        self.assertIn("the second, CET (UTC+01:00)", html)
        self.assertNotIn("selected", html)

    def test_the_answer_is_taken(self):
        self.assertEqual(self.given("2027-10-31T02:30", "+0200"), datetime(2027, 10, 31, 0, 30, tzinfo=UTC))
        self.assertEqual(self.given("2027-10-31T02:30", "+0100"), datetime(2027, 10, 31, 1, 30, tzinfo=UTC))

    def test_an_answer_to_another_question_is_none(self):
        for which in ("", "+0300", "-0100", "first", "+01:00 +0100"):
            with self.subTest(which):
                self.refused("2027-10-31T02:30", which)
        self.assertEqual(self.given("2027-10-31T06:00", "+0200"), datetime(2027, 10, 31, 5, tzinfo=UTC))

    def test_the_minutes_around_the_hour_that_comes_twice_come_once(self):
        self.assertEqual(self.given("2027-10-31T01:59"), datetime(2027, 10, 30, 23, 59, tzinfo=UTC))
        self.assertEqual(self.given("2027-10-31T03:00"), datetime(2027, 10, 31, 2, 0, tzinfo=UTC))

    def test_a_stored_moment_of_that_hour_stays_the_one_it_is(self):
        for which, hour in (("+0200", 0), ("+0100", 1)):
            stored = datetime(2027, 10, 31, hour, 30, tzinfo=UTC)
            html = str(Form(initial={"at": stored})["at"])
            self.assertInHTML(
                f'<option value="{which}" selected>the {("first", "second")[hour]}, '
                f"{('CEST (UTC+02:00)', 'CET (UTC+01:00)')[hour]}</option>",
                html,
            )
            self.assertEqual(self.typed("2027-10-31T02:30", which, initial=stored).changed_data, [])
        self.assertEqual(self.typed("2027-10-31T02:30", "+0200", initial=stored).changed_data, ["at"])

    def test_the_choice_made_is_shown_when_the_form_comes_back_for_another_reason(self):
        html = str(self.typed("2027-10-31T02:30", "+0100")["at"])
        self.assertInHTML('<option value="+0100" selected>the second, CET (UTC+01:00)</option>', html)
        self.assertIn('value="2027-10-31T02:30"', html)

    def test_any_other_night_asks_nothing(self):
        self.assertNotIn("<select", str(self.typed("2027-10-30T02:30")["at"]))


class OtherZonesTests(MomentCase):
    def test_half_an_hour_and_a_whole_day_may_be_skipped_too(self):
        for zone, text, words in (
            ("Australia/Lord_Howe", "2027-10-03T02:15", "from 02:00 to 02:30"),
            ("Pacific/Apia", "2011-12-30T12:00", "00:00, Saturday 31 December 2011"),
        ):
            with self.subTest(zone), override(ZoneInfo(zone)):
                self.assertIn(words, self.refused(text))

    def test_a_zone_whose_names_are_numbers_is_told_by_its_offset(self):
        with override(ZoneInfo("America/Sao_Paulo")):
            html = str(self.typed("2019-02-16T23:30")["at"])
            self.assertIn("the first, UTC-02:00", html)

    @override_settings(TIME_ZONE="UTC")
    def test_a_zone_without_summer_time_has_every_time_once(self):
        with override(None):
            for text in ("2027-03-28T02:30", "2027-10-31T02:30"):
                self.assertIsNotNone(self.given(text))
