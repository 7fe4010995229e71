from datetime import timedelta

from django.test import TestCase
from django.utils.timezone import localtime, now

from newsroom.board import front_of
from newsroom.models import Board, Edition
from tests.factories import make_published, make_scheduled, make_section, make_user

BOARD = "/admin/board/"


def typed(response, do="save", **words):
    """What a browser sends for the page as it stands, with one button pressed."""
    context = response.context
    sent = {"base": context["base"], "blocks": len(context["rows"]), "do": do}
    for row in context["rows"]:
        sent |= {f"{row.place}-kind": row.kind, f"{row.place}-size": row.size}
        sent[f"{row.place}-section"] = row.section_key or ""
        if row.repeats:
            sent[f"{row.place}-repeats"] = "on"
        for slot in row.slots:
            until = f"{localtime(slot.until):%Y-%m-%dT%H:%M}" if slot.until else ""
            sent |= {f"{slot.name}-article": slot.wanted, f"{slot.name}-until": until}
            sent[f"{slot.name}-shown"] = slot.story.pk if slot.story else ""
            sent |= {f"{slot.name}-{word}": slot.slot[word] for word in ("headline", "kicker", "crop")}
    return sent | words


class BoardDeskTestCase(TestCase):
    group = "Editor"

    def setUp(self):
        self.user = make_user(self.group, first_name="Ana", last_name="Duarte")
        self.client.force_login(self.user)
        self.section = make_section(name="City", slug="city")
        self.stories = [make_published(ago=timedelta(hours=n), section=self.section) for n in range(1, 9)]

    def press(self, do, page=None, *, follow=True, to=BOARD, **words):
        page = page or self.client.get(to)
        return self.client.post(to, typed(page, do, **words), follow=follow)

    def lead(self):
        return front_of().blocks[0].items[0].article

    def draft_lead(self):
        return Board.objects.get().draft_content["blocks"][0]["slots"][0]


class PageTests(BoardDeskTestCase):
    def test_it_shows_the_page_as_it_fills_itself(self):
        page = self.client.get(BOARD)
        self.assertContains(page, "Nobody has arranged this page")
        self.assertEqual(page.context["rows"][0].slots[0].story, self.stories[0])
        self.assertEqual(Board.objects.count(), 0)

    def test_it_costs_nine_queries(self):
        self.press("up:1:0")
        gone = make_scheduled(section=self.section)
        self.press(f"place:0:0:{gone.pk}")
        for _n in range(20):
            make_published(section=make_section())
        with self.assertNumQueries(9):
            self.client.get(BOARD)

    def test_a_hole_says_why(self):
        make_section(name="World")
        self.assertContains(self.client.get(BOARD), "No live story of World is left for it.")

    def test_a_story_that_is_to_come_waits_in_its_slot(self):
        story = make_scheduled(section=self.section, headline="Not yet out")
        page = self.press(f"place:0:0:{story.pk}")
        self.assertContains(page, "Picked: “Not yet out”")
        self.assertEqual(page.context["rows"][0].slots[0].story, self.stories[0])

    def test_stories_are_found_by_their_words(self):
        old = make_published(ago=timedelta(days=90), headline="The heron’s return", section=self.section)
        make_published(ago=timedelta(days=2), headline="Another", section=self.section)
        for _n in range(20):
            make_published(section=self.section)
        page = self.client.get(f"{BOARD}?q=heron")
        self.assertEqual(page.context["offered"], [old])

    def test_a_section_has_its_own(self):
        make_published(section=make_section())
        page = self.client.get(f"{BOARD}city/")
        stories = {slot.story for row in page.context["rows"] for slot in row.slots if slot.story}
        self.assertEqual(stories, set(self.stories))
        self.press("up:1:0", to=f"{BOARD}city/")
        self.assertEqual(Board.objects.get().section, self.section)
        self.assertEqual(self.client.get(f"{BOARD}nowhere/").status_code, 404)


class PressTests(BoardDeskTestCase):
    def test_a_move_is_stored_as_a_draft_and_readers_see_none_of_it(self):
        self.press("move:1:1:0:0")
        self.assertEqual(self.draft_lead()["article"], self.stories[2].pk)
        self.assertEqual(self.lead(), self.stories[0])

    def test_put_live_it_stands_at_the_next_request(self):
        self.press("up:1:0")
        self.press("publish")
        self.assertEqual(self.lead(), self.stories[1])

    def test_a_chosen_story_is_placed(self):
        self.press("place:0:0", story=self.stories[5].pk)
        self.assertEqual(self.draft_lead()["article"], self.stories[5].pk)
        self.press("place-at", story=self.stories[6].pk, **{"place-at": "0:0"})
        self.assertEqual(self.draft_lead()["article"], self.stories[6].pk)

    def test_words_over_a_story_hold_it_there(self):
        self.press("save", **{"0-0-headline": "Shorter", "0-0-kicker": "Live", "0-0-crop": "1:1"})
        expected = {"article": self.stories[0].pk, "until": None}
        expected |= {"headline": "Shorter", "kicker": "Live", "crop": "1:1"}
        self.assertEqual(self.draft_lead(), expected)
        self.press("free:0:0")
        self.assertIsNone(self.draft_lead()["article"])

    def test_a_pin_has_an_end(self):
        until = now() + timedelta(hours=2)
        page = self.press("save", **{"0-0-until": f"{localtime(until):%Y-%m-%dT%H:%M}"})
        self.assertContains(page, "then free.")
        self.press("publish")
        later = until + timedelta(minutes=2)
        self.assertTrue(front_of().blocks[0].items[0].is_picked)
        self.assertFalse(front_of(now=later).blocks[0].items[0].is_picked)
        self.assertLessEqual(front_of().next_change_at, until)

    def test_a_time_that_is_none_is_refused_with_all_that_was_typed(self):
        page = self.press("save", **{"0-0-until": "soon", "1-0-headline": "Typed"})
        self.assertContains(page, "Nothing is stored yet", status_code=422)
        self.assertContains(page, 'value="soon"', status_code=422)
        self.assertContains(page, "Typed</textarea>", status_code=422)
        self.assertEqual(Edition.objects.count(), 0)

    def test_blocks_come_move_and_go(self):
        self.press("block-add", **{"add-kind": "opinion", "add-section": self.section.pk})
        kinds = [block["kind"] for block in Board.objects.get().draft_content["blocks"]]
        self.assertEqual(kinds, ["lead", "seconds", "latest", "strip", "opinion"])
        self.press("block-up:4")
        self.press("block-off:0")
        kinds = [block["kind"] for block in Board.objects.get().draft_content["blocks"]]
        self.assertEqual(kinds, ["seconds", "latest", "opinion", "strip"])
        self.press("save", **{"0-size": 2})
        self.assertEqual(Board.objects.get().draft_content["blocks"][0]["size"], 2)

    def test_it_is_scheduled_called_off_and_undone(self):
        self.press("up:1:0")
        self.press("publish")
        self.press("up:1:1")
        self.press("move:1:0:0:0")
        at = localtime(now() + timedelta(days=1))
        self.assertContains(self.press("schedule", at=""), "Give the time", status_code=422)
        self.assertContains(self.press("schedule", at=f"{at:%Y-%m-%dT%H:%M}"), "It goes live")
        self.assertIsNotNone(Board.objects.get().goes_live_at)
        self.press("unschedule")
        self.assertIsNone(Board.objects.get().goes_live_at)
        self.press("undo")
        self.assertEqual(self.lead(), self.stories[0])
        self.assertContains(self.press("undo"), "There is no edition before this one.")

    def test_two_who_change_one_slot_are_shown_both(self):
        page = self.client.get(BOARD)
        self.press(f"place:0:0:{self.stories[3].pk}", page)
        both = self.press(f"place:0:0:{self.stories[4].pk}", page, follow=False)
        self.assertContains(both, self.stories[4].headline, status_code=409)
        self.assertEqual(self.draft_lead()["article"], self.stories[3].pk)
        self.client.post(both.context["restore"], {"edition": both.context["aside"].pk})
        self.assertEqual(self.draft_lead()["article"], self.stories[4].pk)

    def test_nothing_goes_live_that_was_not_seen(self):
        page = self.client.get(BOARD)
        self.press(f"place:0:0:{self.stories[3].pk}", page)
        self.assertContains(self.press("publish", page, **{"1-0-headline": "Mine"}), "then press again")
        self.assertIsNone(Board.objects.get().live_edition)

    def test_rubbish_changes_nothing(self):
        page = self.client.get(BOARD)
        for do in (
            "move",
            "move:9:9:0:0",
            "up:x",
            "place:0:0:",
            "block-off:99",
            "block-add",
            "dance",
            "place-at",
        ):
            self.assertEqual(self.press(do, page, follow=False).status_code, 302, do)
        self.assertEqual(Edition.objects.count(), 0)
        for half in ({}, {"blocks": "9" * 30, "base": "x"}, {"blocks": "many", "do": "publish"}):
            self.assertContains(self.client.post(BOARD, half), "did not arrive whole", status_code=422)
        self.assertEqual(Edition.objects.count(), 0)


class OtherPageTests(BoardDeskTestCase):
    def test_the_preview_is_the_public_page_of_the_draft_for_nobody_else(self):
        self.press("save", **{"0-0-headline": "Only a draft"})
        page = self.client.get(f"{BOARD}preview/")
        self.assertContains(page, "Only a draft")
        self.assertIn("private, no-store", page["Cache-Control"])
        self.assertNotContains(self.client.get("/"), "Only a draft")

    def test_what_led_then(self):
        self.press(f"place:0:0:{self.stories[3].pk}")
        self.press("publish")
        page = self.client.get(f"{BOARD}history/?at={localtime(now()):%Y-%m-%dT%H:%M}:59")
        self.assertEqual(page.status_code, 422)
        Board.objects.get().events.update(at=now() - timedelta(minutes=30))
        page = self.client.get(f"{BOARD}history/?at={localtime(now()):%Y-%m-%dT%H:%M}")
        self.assertEqual(page.context["front"].blocks[0].items[0].article, self.stories[3])
        then = localtime(now() - timedelta(hours=4, minutes=30))
        page = self.client.get(f"{BOARD}history/?at={then:%Y-%m-%dT%H:%M}")
        self.assertEqual(page.context["front"].blocks[0].items[0].article, self.stories[4])

    def test_an_edition_is_brought_back(self):
        self.press(f"place:0:0:{self.stories[3].pk}")
        first = Edition.objects.get()
        self.press("free:0:0")
        self.client.post(f"{BOARD}history/", {"edition": first.pk})
        self.assertEqual(self.draft_lead()["article"], self.stories[3].pk)
        self.assertEqual(self.client.post(f"{BOARD}history/", {"edition": 10**9}).status_code, 404)

    def test_the_department_is_there_for_those_who_may(self):
        self.assertContains(self.client.get("/admin/"), f'href="{BOARD}"')


class PermissionTests(TestCase):
    def test_editors_and_chiefs_come_in_and_others_do_not(self):
        make_section(slug="city")
        places = [BOARD, f"{BOARD}city/", f"{BOARD}preview/", f"{BOARD}history/"]
        for group, status in (("Editor", 200), ("Chief", 200), ("Reporter", 403), ("Moderator", 403)):
            self.client.force_login(make_user(group))
            for place in places:
                self.assertEqual(self.client.get(place).status_code, status, (group, place))
            if status == 403:
                self.assertEqual(self.client.post(BOARD, {"do": "publish"}).status_code, 403)
                self.assertNotContains(self.client.get("/admin/"), f'href="{BOARD}"')
        self.client.logout()
        for place in places:
            self.assertEqual(self.client.get(place).status_code, 302)
