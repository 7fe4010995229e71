import copy

from django.test import SimpleTestCase

from articles.merging import Clash, Kind, merge_story

KINDS = {
    "headline": Kind.SCALAR,
    "standfirst": Kind.TEXT,
    "body": Kind.HTML,
    "tags": Kind.SET,
    "bylines": Kind.LIST,
    "section": Kind.SCALAR,
}
BASE = {
    "headline": "Bridge closed",
    "standfirst": "One.\n\nTwo.",
    "body": "<p>a b c</p><p>d e f</p>",
    "tags": ["bridges", "mayor"],
    "bylines": [[1, "text"]],
    "section": 4,
}


class StoryTests(SimpleTestCase):
    def test_each_field_is_merged_after_its_kind(self):
        mine = BASE | {
            "standfirst": "One.\n\nTwo.\n\nMine.",
            "body": "<p>a b mine</p><p>d e f</p>",
            "tags": ["bridges", "mayor", "mine"],
            "bylines": [[1, "text"], [2, "photos"]],
        }
        theirs = BASE | {
            "headline": "Bridge open",
            "standfirst": "Theirs.\n\nOne.\n\nTwo.",
            "body": "<p>a b c</p><p>d e theirs</p>",
            "tags": ["mayor"],
            "bylines": [[3, "text"], [1, "text"]],
        }
        merge = merge_story(BASE, mine, theirs, KINDS)
        self.assertEqual(
            merge.values,
            {
                "headline": "Bridge open",
                "standfirst": "Theirs.\n\nOne.\n\nTwo.\n\nMine.",
                "body": "<p>a b mine</p><p>d e theirs</p>",
                "tags": ["mayor", "mine"],
                "bylines": [[3, "text"], [1, "text"], [2, "photos"]],
                "section": 4,
            },
        )
        self.assertEqual((merge.clashes, merge.is_clean), ({}, True))

    def test_only_fields_that_clash_are_asked(self):
        mine = BASE | {"headline": "Mine", "body": "<p>a b mine</p><p>d e f</p>"}
        theirs = BASE | {"headline": "Theirs", "body": "<p>a b theirs</p><p>d e f</p>", "section": 5}
        merge = merge_story(BASE, mine, theirs, KINDS)
        self.assertEqual(
            merge.clashes,
            {
                "headline": [Clash("Bridge closed", "Mine", "Theirs")],
                "body": [Clash("<p>a b c</p>", "<p>a b mine</p>", "<p>a b theirs</p>")],
            },
        )
        self.assertEqual(merge.values, theirs)
        self.assertIs(merge.is_clean, False)
        self.assertEqual(merge.fields["body"].pieces(), [merge.clashes["body"][0], "<p>d e f</p>"])

    def test_a_field_that_a_side_does_not_have_was_not_changed_there(self):
        self.assertEqual(
            merge_story(BASE, {"headline": "Mine"}, {"section": 5}, KINDS).values,
            BASE | {"headline": "Mine", "section": 5},
        )
        self.assertEqual(merge_story(BASE, {}, {}, KINDS).values, BASE)

    def test_a_field_that_is_new_to_the_base_is_one_thing(self):
        self.assertEqual(merge_story({}, {"tags": ["a"]}, {}, KINDS).values, {"tags": ["a"]})
        self.assertEqual(merge_story({}, {}, {"tags": ["a"]}, KINDS).values, {"tags": ["a"]})
        merge = merge_story({}, {"tags": ["a"]}, {"tags": ["b"]}, KINDS)
        self.assertEqual(merge.clashes, {"tags": [Clash(None, ["a"], ["b"])]})

    def test_a_field_of_no_kind_is_one_thing(self):
        merge = merge_story({"x": [1]}, {"x": [1, 2]}, {"x": [1, 3]}, {})
        self.assertEqual(merge.clashes, {"x": [Clash([1], [1, 2], [1, 3])]})

    def test_fields_come_in_the_order_of_the_base(self):
        merge = merge_story({"a": 1, "b": 2}, {"c": 3, "b": 2}, {"d": 4, "a": 1}, {})
        self.assertEqual(list(merge.values), ["a", "b", "d", "c"])

    def test_what_was_merged_is_left_as_it_was(self):
        versions = [
            copy.deepcopy(BASE),
            BASE | {"tags": ["x"], "bylines": []},
            BASE | {"tags": ["y"], "bylines": [[9, "a"]]},
        ]
        before = copy.deepcopy(versions)
        merge_story(*versions, KINDS)
        self.assertEqual(versions, before)
