"""Killed with no warning anywhere in a publication: it has happened, with all that belongs to it, or it has not."""

import json

from django.test import SimpleTestCase

from tests.scratch_paper import ScratchPaper

KILLS = 12
SEED = 2026
NOTE = "The pier is 240 m long, not 420."
# What the desk's own pages, and readers', are told of a move; the corrections page by a correction alone.
KEYS = {"publish": {"front", "latest"}, "update": {"front", "latest", "corrections"}}


class KilledTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paper = ScratchPaper(cls)

    def killed(self, *how):
        said = self.paper.run("-m", "tests.articles.killed_publisher", *map(str, how))
        return [json.loads(line) for line in said.splitlines()]

    def test_after_every_single_step(self):
        lines = self.killed("steps")
        for move in KEYS:
            steps = [line for line in lines if line["stories"][0]["move"] == move]
            outcomes = [self.assert_whole_or_not_at_all(line)[0] for line in steps]
            self.assertEqual([line["was_killed"] for line in steps], [True] * (len(steps) - 1) + [False])
            self.assertEqual(outcomes, sorted(outcomes), "once it has happened it stays so")
            happened = steps[outcomes.index(True)]
            self.assertEqual(happened["said"], "COMMIT", "one moment decides")
            self.assertGreater(outcomes.count(False), 10)
            # After the commit: before a cache is told, after it was told, and after that was noted.
            self.assertGreater(outcomes.count(True), 3)

    def test_at_any_moment(self):
        lines = self.killed("moments", KILLS, SEED)
        self.assertEqual(len(lines), KILLS + 1)
        for line in lines:
            outcomes = self.assert_whole_or_not_at_all(line)
            self.assertEqual(outcomes, sorted(outcomes, reverse=True), "each was done before the next")

    def assert_whole_or_not_at_all(self, line):
        """Return, for each story, whether it was moved."""
        self.assertEqual(line["problems"], [])
        outcomes = [story["after"]["events"] != story["before"]["events"] for story in line["stories"]]
        for story, was_moved in zip(line["stories"], outcomes, strict=True):
            if was_moved:
                self.assert_moved(story)
            else:
                self.assertEqual(facts(story["after"]), facts(story["before"]))
            self.assertEqual(facts(story["settled"]), facts(story["after"]), "a round adds nothing to it")
            self.assertEqual(story["settled"]["owed"], [])
        if not any(outcomes):
            after = line["stories"][0]["after"]
            self.assertEqual(
                (after["owed"], after["told"]), ([], []), "no cache hears of what did not happen"
            )
        return outcomes

    def assert_moved(self, story):
        before, after, pk = story["before"], story["after"], story["pk"]
        revision = before["row"]["draft_revision_id"]
        verb = {"publish": "published", "update": "updated"}[story["move"]]
        self.assertEqual(after["events"], [*before["events"], [verb, revision]])
        row = after["row"]
        self.assertEqual((row["status"], row["headline"], after["is_public"]), ("published", "After", True))
        self.assertEqual((row["live_revision_id"], row["draft_revision_id"]), (revision, revision))
        self.assertNotIn(None, [*after["bylines"], *after["tags"]])
        self.assertEqual(after["versions"], before["versions"])
        corrections = [["correction", NOTE, revision]] if story["move"] == "update" else []
        self.assertEqual(after["corrections"], corrections)
        keys = KEYS[story["move"]] | {f"article-{pk}"}
        self.assertLessEqual(keys, set().union(*after["owed"], *after["told"]), "told, or written down")
        self.assertLessEqual(keys, set().union(*story["settled"]["told"]), "told by the next round at last")


def facts(held):
    """What stands in the tables of stories."""
    return {name: value for name, value in held.items() if name not in ("owed", "told")}
