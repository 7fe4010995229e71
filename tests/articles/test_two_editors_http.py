"""Two editors in one story at the same time, over HTTP, on the real server: not a word that was typed is lost.

Each saves ``TWO_EDITORS_SAVES`` times (60 unless the environment says so; 200 takes some minutes)::

    TWO_EDITORS_SAVES=200 .venv/bin/python -m pytest tests/articles/test_two_editors_http.py
"""

import json
import os
import sys
import threading
from collections import Counter
from datetime import timedelta
from itertools import cycle, pairwise, repeat

from django.test import SimpleTestCase
from django.utils.timezone import localdate

from tests.articles.real_desk import Browser, RealDesk
from tests.articles.typing_editor import BODY, TOKEN, TypingEditor
from tests.scratch_paper import PATIENCE, ScratchPaper

SAVES = int(os.environ.get("TWO_EDITORS_SAVES", "60"))
SEED = 2026
PAIRS = 20
MOVES = ("publish", "update", "schedule_update")
WRITTEN = f"""
import django
django.setup()
import json
from articles.models import Article
from tests.factories import make_section, make_user
ana, tom = make_user("Editor", username="ana"), make_user("Editor", username="tom")
content = {{"headline": "Begun", "body": {BODY!r}, "language": "en-gb", "section": make_section().pk}}
stories = [Article.begin(content, by=ana)]
for number in range({PAIRS}):
    story = Article.begin(content, by=ana)
    if number % {len(MOVES)}:
        story.publish(by=ana)
        story.save_draft(story.draft_content | {{"headline": "Newer"}}, by=tom)
    stories.append(story)
print(json.dumps([story.pk for story in stories]))
"""
HELD = """
import django
django.setup()
import json, sys
from django.core.serializers.json import DjangoJSONEncoder
from articles.models import Article
from newsroom.models import Purge
versions, events = ("pk", "kind", "base", "content", "author__username"), ("verb", "revision", "note", "actor__username")
print(json.dumps([{
    "row": Article.objects.filter(pk=story.pk).values().get(),
    "versions": list(story.revisions.order_by("pk").values(*versions)),
    "events": list(story.events.order_by("pk").values(*events)),
    "corrections": list(story.corrections.values("note", "revision")),
    "owed": Purge.objects.count(),
} for story in Article.objects.filter(pk__in=sys.argv[1:]).order_by("pk")], cls=DjangoJSONEncoder))
"""
HEADS = ("saved", "merged", "restored")


class TwoEditorsTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paper = ScratchPaper(cls)
        cls.story, *cls.others = json.loads(cls.paper.run("-c", WRITTEN))
        cls.desk = RealDesk(cls, cls.paper)

    def held(self, *stories):
        """What the database holds of each."""
        return json.loads(self.paper.run("-c", HELD, *map(str, stories)))

    def test_nothing_that_two_type_at_the_same_time_is_lost(self):
        editors = [
            TypingEditor(Browser(self, self.desk.port), name, side, self.story, SAVES, SEED)
            for name, side in (("ana", 0), ("tom", 2))
        ]
        for editor in editors:
            editor.start()
        for editor in editors:
            editor.join()
        self.assertEqual([editor.fault for editor in editors], [None, None])
        self.assertEqual([editor.strange for editor in editors], [[], []])
        (held,) = self.held(self.story)
        lost = [token for editor in editors for token in self.lost(editor, held["versions"])]
        counts = sum((editor.counts for editor in editors), start=Counter())
        counts["merged by itself"] = self.assert_nobody_was_laid_over(held, editors)
        counts["kept by itself"] = sum(len(editor.kept) for editor in editors)
        sys.stderr.write(f"\n{dict(counts)}, lost: {len(lost)}\n")
        self.assertEqual(lost, [])
        for found in ("saves", "clashes", "settled", "left aside", "sent twice", "on an old page"):
            self.assertGreater(counts[found], 0, found)
        self.assertGreater(counts["merged by itself"], 0)

    def lost(self, editor, versions):
        """The words somebody sent, by save or by themselves, that are in no version of theirs."""
        theirs = set()
        for version in versions:
            if version["author__username"] == editor.name:
                theirs |= tokens_of(version)
        return sorted({*editor.sent, *editor.kept} - theirs)

    def assert_nobody_was_laid_over(self, held, editors):
        """Every version stands on the one before it, and whatever is missing from it was before the eyes of who took it
        out. Returns how many were put together without asking."""
        versions = {version["pk"]: version for version in held["versions"]}
        clashed = {event["revision"] for event in held["events"] if event["verb"] == "clashed"}
        heads = [version for version in held["versions"] if version["kind"] in HEADS]
        merged = 0
        for before, after in pairwise(heads):
            self.assertEqual(after["base"], before["pk"], "a version stands on another than the newest")
            aside = self.aside_of(before, after, held["versions"])
            if aside and aside["pk"] not in clashed:
                merged += 1
                seen = versions[aside["base"]]
                missing = tokens_of(before) - tokens_of(after)
                self.assertLessEqual(missing, tokens_of(seen), "a colleague's words went unseen")
                new = tokens_of(aside) - tokens_of(seen)
                self.assertLessEqual(new, tokens_of(after), "a merge without a clash left something out")
        self.assertEqual(held["row"]["draft_revision_id"], heads[-1]["pk"])
        self.assertLessEqual(set.union(*(editor.settled for editor in editors)), clashed)
        return merged

    def aside_of(self, before, after, versions):
        """What somebody sent that became this version. One they were asked about counts as that too."""
        sent = [
            version
            for version in versions
            if version["kind"] == "aside"
            and version["author__username"] == after["author__username"]
            and before["pk"] < version["pk"] < after["pk"]
        ]
        return sent[-1] if sent and after["kind"] == "merged" else None

    def test_two_who_press_at_the_same_moment(self):
        browsers = [Browser(self, self.desk.port).log_in(name) for name in ("ana", "tom")]
        moves = [move for _story, move in zip(self.others, cycle(MOVES), strict=False)]
        answers = list(map(self.press_at_once, repeat(browsers), self.others, moves))
        for move, answered, held in zip(moves, answers, self.held(*self.others), strict=True):
            with self.subTest(move, story=held["row"]["id"]):
                getattr(self, f"assert_{move}")(answered, held)

    def press_at_once(self, browsers, story, move):
        page = f"/admin/articles/article/{story}/change/"
        forms = [browser.get(page).form("story-form") for browser in browsers]
        barrier, answers = threading.Barrier(len(browsers)), [None] * len(browsers)

        def press(place):
            fields = {f"_{move}": "", "change": "correction", "change_note": f"Note {place}"}
            if move == "schedule_update":
                # At noon, when no clock is changed.
                fields["goes_out_at"] = f"{localdate() + timedelta(days=2):%Y-%m-%d}T12:0{place}"
            if move == "publish":
                fields = {"_publish": ""}
            sent = forms[place].typed(**fields)
            barrier.wait(PATIENCE)
            answers[place] = browsers[place].post(page, sent)

        threads = [threading.Thread(target=press, args=(place,)) for place in range(len(browsers))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    def events(self, held, verb):
        return [event for event in held["events"] if event["verb"] == verb]

    def assert_one_won(self, answers, held, verb):
        self.assertEqual(sorted(answer.status for answer in answers), [302, 422])
        (event,) = self.events(held, verb)
        winner = [answer.status for answer in answers].index(302)
        self.assertEqual(event["actor__username"], ("ana", "tom")[winner])
        self.assertEqual(event["revision"], held["row"]["live_revision_id"])
        self.assertEqual(held["row"]["live_revision_id"], held["row"]["draft_revision_id"])
        self.assertEqual(held["owed"], 0)
        return winner

    def assert_publish(self, answers, held):
        self.assert_one_won(answers, held, "published")
        self.assertEqual(held["row"]["status"], "published")

    def assert_update(self, answers, held):
        winner = self.assert_one_won(answers, held, "updated")
        correction = {"note": f"Note {winner}", "revision": held["row"]["live_revision_id"]}
        self.assertEqual(held["corrections"], [correction])
        self.assertEqual(held["row"]["headline"], "Newer")

    def assert_schedule_update(self, answers, held):
        """Either may move what the other has scheduled: the second holds, and the log has both."""
        self.assertEqual([answer.status for answer in answers], [302, 302])
        events, row = self.events(held, "update_scheduled"), held["row"]
        self.assertEqual({event["actor__username"] for event in events}, {"ana", "tom"})
        self.assertEqual(len(events), 2)
        self.assertIn(row["update_note"], events[-1]["note"])
        self.assertEqual({row["scheduled_revision_id"], events[-1]["revision"]}, {row["draft_revision_id"]})
        self.assertEqual((held["corrections"], row["headline"]), ([], "Begun"))


def tokens_of(version):
    return set(TOKEN.findall(json.dumps(version["content"])))
