from datetime import timedelta
from unittest import mock

from django.core.exceptions import PermissionDenied
from django.test import TestCase
from django.utils.timezone import now

from articles.refusals import WrongState
from newsroom.board import front_of
from newsroom.board.fronts import front_as_of
from newsroom.board.layout import EMPTY_SLOT, copied
from newsroom.board.moving import placed, without_block
from newsroom.models import Board, BoardEvent
from newsroom.rounds import go_round
from tests.factories import listening, make_published, make_section, make_user, make_withdrawn


class EditionsTestCase(TestCase):
    def setUp(self):
        self.ana, self.bo = make_user("Editor", first_name="Ana"), make_user("Chief", first_name="Bo")
        self.section = make_section()
        self.stories = [make_published(ago=timedelta(hours=n), section=self.section) for n in range(1, 13)]
        self.board = Board.of()

    def with_lead(self, number, content=None, place=(0, 0)):
        return placed(content or self.board.draft_content, self.stories[number].pk, place)

    def save(self, number, by=None, **words):
        return self.board.save_draft(self.with_lead(number), by=by or self.ana, **words)

    def put_live(self, number):
        self.save(number)
        self.board.publish(by=self.ana)

    def lead(self, **words):
        return self.stories.index(front_of(**words).blocks[0].items[0].article)

    def picks(self, edition=None):
        content = edition.content if edition else self.board.draft_content
        return {slot["article"] for block in content["blocks"] for slot in block["slots"]} - {None}


class VerbTests(EditionsTestCase):
    def test_a_board_without_an_edition_is_the_page_as_it_fills_itself(self):
        with self.assertNumQueries(5):
            front = front_of()
        self.assertEqual([block.kind for block in front.blocks], ["lead", "seconds", "latest", "strip"])
        self.assertEqual(front.articles[:4], self.stories[:4])

    def test_a_full_front_costs_five_queries(self):
        self.put_live(7)
        for _n in range(6):
            make_published(section=make_section())
        with self.assertNumQueries(5):
            front_of()
        with self.assertNumQueries(5):
            front_of(self.section)

    def test_a_draft_is_seen_by_nobody_until_it_is_put_live(self):
        self.save(5)
        self.assertEqual(self.lead(), 0)
        with listening(self) as keys:
            self.board.publish(by=self.ana)
        self.assertEqual((self.lead(), keys), (5, {"front", f"board-{self.board.pk}"}))

    def test_only_those_who_may_arrange_do(self):
        for group in ("Reporter", "Moderator"):
            with self.assertRaises(PermissionDenied):
                self.save(5, by=make_user(group))
        self.assertFalse(self.board.editions.exists())

    def test_what_is_live_already_is_not_put_live_again(self):
        with self.assertRaises(WrongState):
            self.board.publish(by=self.ana)
        self.put_live(3)
        with self.assertRaises(WrongState):
            self.board.publish(by=self.ana)

    def test_what_was_saved_since_it_was_looked_at_does_not_go_live(self):
        seen = self.save(3).edition
        self.save(4, by=self.bo)
        with self.assertRaises(WrongState):
            self.board.publish(by=self.ana, edition=seen.pk)
        self.assertEqual(self.lead(), 0)

    def test_undo_goes_back_one_edition_after_the_other_to_the_page_by_itself(self):
        self.put_live(3)
        self.put_live(4)
        self.board.undo(by=self.bo)
        self.assertEqual(self.lead(), 3)
        self.board.undo(by=self.bo)
        self.assertEqual(self.lead(), 0)
        with self.assertRaises(WrongState):
            self.board.undo(by=self.bo)
        self.put_live(5)
        self.board.undo(by=self.bo)
        self.assertEqual(self.lead(), 0)

    def test_undo_leaves_a_newer_draft(self):
        self.put_live(3)
        self.put_live(4)
        draft = self.save(6).edition
        self.board.undo(by=self.ana)
        self.assertEqual(self.board.draft_edition, draft)

    def test_an_older_edition_comes_back_as_a_draft(self):
        first = self.save(3).edition
        self.put_live(4)
        restored = self.board.restore(first, by=self.bo)
        self.assertEqual((restored.content, self.lead()), (first.content, 4))

    def test_a_pin_ends_by_itself_and_the_page_knows_when(self):
        until = now() + timedelta(minutes=30)
        content = self.with_lead(5)
        content["blocks"][0]["slots"][0]["until"] = until.isoformat()
        self.board.save_draft(content, by=self.ana)
        self.board.publish(by=self.ana)
        self.assertEqual(front_of().next_change_at, until)
        self.assertEqual((self.lead(), self.lead(now=until)), (5, 0))

    def test_a_pinned_story_that_is_withdrawn_gives_its_place_away(self):
        self.put_live(5)
        self.stories[5].withdraw("Wrong.", by=self.ana)
        self.assertEqual(self.lead(), 0)

    def test_every_verb_writes_one_line(self):
        self.put_live(3)
        self.board.schedule(now() + timedelta(hours=1), by=self.bo)
        self.board.unschedule(by=self.bo)
        self.board.undo(by=self.bo)
        verbs = list(BoardEvent.objects.order_by("pk").values_list("verb", flat=True))
        self.assertEqual(verbs, ["saved", "published", "scheduled", "unscheduled", "undone"])


class ScheduleTests(EditionsTestCase):
    def setUp(self):
        super().setUp()
        self.put_live(3)
        self.save(4)
        self.at = now() + timedelta(hours=1)
        self.board.schedule(self.at, by=self.ana)

    def test_it_goes_live_at_its_time_with_nothing_running(self):
        self.assertEqual(front_of().next_change_at, self.at)
        self.assertEqual((self.lead(), self.lead(now=self.at)), (3, 4))

    def come(self):
        Board.objects.update(goes_live_at=now() - timedelta(minutes=5))
        self.board.refresh_from_db()

    def test_the_round_notes_when_it_went_live(self):
        self.come()
        self.assertEqual(self.lead(), 4)
        go_round()
        self.board.refresh_from_db()
        line = self.board.events.get(verb="came_out")
        self.assertLess(line.at, now() - timedelta(minutes=4))
        self.assertEqual((line.actor, self.board.live_edition), (None, line.edition))
        self.assertIsNone(self.board.goes_live_at)
        self.assertEqual(self.lead(), 4)

    def test_a_verb_after_its_time_finds_it_live(self):
        self.come()
        self.board.undo(by=self.ana)
        self.assertEqual(self.lead(), 3)

    def test_it_is_called_off(self):
        self.board.unschedule(by=self.bo)
        self.assertEqual(self.lead(now=self.at), 3)
        with self.assertRaises(WrongState):
            self.board.unschedule(by=self.bo)

    def test_a_time_that_is_past_is_refused(self):
        with self.assertRaises(WrongState):
            self.board.schedule(now() - timedelta(seconds=1), by=self.ana)


class TwoEditorsTests(EditionsTestCase):
    def test_two_who_fill_different_slots_are_asked_nothing(self):
        self.save(3)
        base, mine = self.board.draft_edition.pk, self.with_lead(8, place=(1, 0))
        theirs = self.with_lead(9, place=(1, 2))
        self.board.save_draft(theirs, by=self.bo, base=base)
        saved = self.board.save_draft(mine, by=self.ana, base=base)
        self.assertTrue(saved.is_behind and not saved.overlaps)
        self.assertEqual(self.picks(), {self.stories[n].pk for n in (3, 8, 9)})

    def test_two_who_fill_one_slot_lose_nothing(self):
        mine, theirs = self.with_lead(8), self.with_lead(9)
        self.board.save_draft(theirs, by=self.bo, base=0)
        saved = self.board.save_draft(mine, by=self.ana, base=0)
        self.assertEqual([overlap.slot for overlap in saved.overlaps], [0])
        self.assertEqual(self.picks(), {self.stories[9].pk})
        self.assertEqual(self.picks(saved.edition), {self.stories[8].pk})

    def test_one_story_in_two_places_is_asked_about(self):
        mine, theirs = self.with_lead(8), self.with_lead(8, place=(1, 0))
        self.board.save_draft(theirs, by=self.bo, base=0)
        self.assertTrue(self.board.save_draft(mine, by=self.ana, base=0).overlaps)

    def test_a_block_taken_off_that_another_filled_is_asked_about(self):
        start = self.board.draft_content
        self.board.save_draft(self.with_lead(8, start, (1, 0)), by=self.bo, base=0)
        self.assertTrue(self.board.save_draft(without_block(start, 1), by=self.ana, base=0).overlaps)

    def test_a_block_added_and_a_slot_filled_come_together(self):
        start = self.board.draft_content
        longer = copied(start)
        longer["blocks"].append({"kind": "opinion", "size": 2, "slots": [EMPTY_SLOT, EMPTY_SLOT]})
        self.board.save_draft(longer, by=self.bo, base=0)
        saved = self.board.save_draft(self.with_lead(8, start), by=self.ana, base=0)
        self.assertFalse(saved.overlaps)
        self.assertEqual(self.board.draft_content["blocks"][-1]["kind"], "opinion")
        self.assertEqual(self.picks(), {self.stories[8].pk})


class RecordTests(EditionsTestCase):
    def test_what_led_at_a_moment(self):
        self.put_live(3)
        self.board.events.update(at=now() - timedelta(minutes=40))
        self.put_live(4)
        self.board.events.filter(edition=self.board.live_edition).update(at=now() - timedelta(minutes=20))

        def led(**ago):
            return front_as_of(None, now() - timedelta(**ago)).blocks[0].items[0].article

        self.assertEqual(led(minutes=10), self.stories[4])
        self.assertEqual(led(minutes=30), self.stories[3])
        # Before any edition, and before the newest three were out.
        self.assertEqual(led(hours=3, minutes=30), self.stories[3])

    def test_what_was_withdrawn_since_stood_there_then(self):
        story = make_withdrawn(publish_at=now() - timedelta(minutes=50), section=self.section)
        with mock.patch("django.utils.timezone.now", return_value=now() - timedelta(minutes=50)):
            story.events.create(
                actor_name="Ana", verb="published", from_status="draft", to_status="published"
            )
        with mock.patch("django.utils.timezone.now", return_value=now() - timedelta(minutes=10)):
            story.events.create(
                actor_name="Ana", verb="withdrawn", from_status="published", to_status="withdrawn"
            )
        for minutes, expected in ((30, story), (5, self.stories[0])):
            front = front_as_of(None, now() - timedelta(minutes=minutes))
            self.assertEqual(front.blocks[0].items[0].article, expected)
