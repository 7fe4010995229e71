import json

from django.test import SimpleTestCase

from articles.differences import Summary, difference, names_difference, summary

KINDS = {"headline": "text", "body": "rich", "tags": "names", "section": "value"}


class SummaryTests(SimpleTestCase):
    def test_it_names_the_fields_that_differ_and_counts_the_changes(self):
        old = {"headline": "Gate shut", "body": "<p>a</p><p>k</p>", "tags": ["x", "y"], "section": 1}
        new = {
            "headline": "Gate open",
            "body": "<h2>a</h2><p>k</p><p>b</p>",
            "tags": ["y", "z"],
            "section": 2,
        }
        self.assertEqual(summary(old, new, KINDS), Summary(["headline", "body", "tags", "section"], 6))

    def test_it_counts_what_the_differences_show(self):
        old, new = "<p>a b</p><p>k</p><p>c d e</p>", "<p>c d e</p><p>k</p><p>q</p>"
        self.assertEqual(summary({"body": old}, {"body": new}, KINDS).changes, difference(old, new).changes)
        old, new = ["a", "b", "c"], ["c", "a", "d"]
        self.assertEqual(
            summary({"tags": old}, {"tags": new}, KINDS).changes, names_difference(old, new).changes
        )

    def test_what_no_reader_would_see_is_no_change(self):
        old = {"headline": "Gate  shut", "body": "<p>a </p>", "tags": ("x",), "section": 1}
        new = {"headline": "Gate shut", "body": "<p>a</p>", "tags": ["x"], "section": 1}
        self.assertEqual(summary(old, new, KINDS), Summary([], 0))

    def test_a_field_that_is_not_there_is_empty(self):
        self.assertEqual(summary({}, {"headline": "", "body": "", "tags": []}, KINDS), Summary([], 0))
        self.assertEqual(
            summary({}, {"headline": "a", "body": "b", "tags": ["c"], "section": 1}, KINDS).changes, 4
        )
        self.assertEqual(summary({"headline": "a", "body": "b", "tags": ["c"]}, {}, KINDS).changes, 3)

    def test_a_field_nobody_asked_for_is_left_out(self):
        self.assertEqual(summary({"secret": 1}, {"secret": 2}, KINDS), Summary([], 0))

    def test_it_can_be_stored(self):
        stored = json.dumps(summary({"headline": "a"}, {"headline": "b"}, KINDS)._asdict())
        self.assertEqual(json.loads(stored), {"fields": ["headline"], "changes": 1})
