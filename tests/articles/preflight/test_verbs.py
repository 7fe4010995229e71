"""What the verbs make of the checks: who is stopped, who may pass, and what the log keeps."""

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.timezone import now

from articles.choices import ChangeKind, Status, Verb
from articles.models import Article
from articles.preflight import examine
from articles.refusals import Incomplete
from tests.articles.drafts_case import save
from tests.articles.preflight.check_case import HOUR, WORDS, CheckCase, link_to
from tests.factories import make_article, make_photo, make_published, make_scheduled, make_withdrawn


class VerbTests(CheckCase):
    def setUp(self):
        self.bare = make_photo(credit="")

    def unfit(self, **fields):
        return self.ready(lead_photo=self.bare, **fields)

    def verbs(self, story):
        return list(story.events.order_by("pk").values_list("verb", flat=True))

    def refused(self, verb):
        with self.assertRaises(Incomplete) as caught:
            verb()
        return caught.exception.message_dict

    def test_what_stops_a_story_is_said_by_field_and_nothing_changes(self):
        story = self.unfit(body=link_to("/nowhere/"))
        told = self.refused(lambda: story.publish(by=self.editor))
        self.assertEqual(told.keys(), {"lead_photo", "body"})
        stored = Article.objects.get(pk=story.pk)
        self.assertEqual((stored.status, self.verbs(stored)), (Status.DRAFT, []))

    def test_scheduling_is_stopped_too(self):
        story = self.unfit()
        told = self.refused(lambda: story.schedule(now() + HOUR, by=self.editor))
        self.assertEqual(told.keys(), {"lead_photo"})

    def test_nothing_stops_a_save_or_the_way_to_review(self):
        story = self.unfit()
        save(story, self.editor, body=link_to("/nowhere/"))
        story.submit(by=self.editor)
        self.assertEqual(story.status, Status.IN_REVIEW)

    def test_soft_findings_stop_nothing(self):
        make_article(headline="TK", section=self.section).publish(by=self.editor)

    def test_a_chief_gives_a_reason_and_the_log_keeps_it(self):
        story = self.unfit(body=link_to("/nowhere/"))
        story.publish(by=self.chief, override="  The agency\nis asleep. ")
        event = story.events.get(verb=Verb.OVERRIDDEN)
        self.assertEqual(event.note, "no_credit, dead_link: The agency is asleep.")
        self.assertEqual(event.actor, self.chief)
        self.assertEqual(self.verbs(story), [Verb.OVERRIDDEN, Verb.PUBLISHED])

    def test_a_reason_of_blanks_is_none(self):
        story = self.unfit()
        told = self.refused(lambda: story.publish(by=self.chief, override="  "))
        self.assertEqual(told.keys(), {"lead_photo"})

    def test_an_editor_is_told_who_may(self):
        story = self.unfit()
        told = self.refused(lambda: story.publish(by=self.editor, override="Please"))
        self.assertIn("Only a chief may", told[NON_FIELD_ERRORS][0])

    def test_no_reason_makes_up_for_what_readers_need(self):
        story = make_published(section=self.section)
        save(story, self.editor, headline="")
        told = self.refused(
            lambda: story.schedule_update(
                now() + HOUR, by=self.chief, kind=ChangeKind.UPDATE, override="All the same"
            )
        )
        self.assertEqual(told.keys(), {"headline", NON_FIELD_ERRORS})

    def test_a_reason_with_nothing_to_pass_over_is_passed_over(self):
        story = self.ready()
        story.publish(by=self.editor, override="To be safe")
        self.assertEqual(self.verbs(story), [Verb.PUBLISHED])


class LiveTests(CheckCase):
    """A fault that readers see already holds back no better text."""

    def live(self, **fields):
        return make_published(section=self.section, body=WORDS, **fields)

    def update(self, story, by=None, **more):
        story.update_live(by=by or self.editor, kind=ChangeKind.MINOR, **more)

    def assert_stopped(self, field, act):
        with self.assertRaises(Incomplete) as caught:
            act()
        self.assertEqual(caught.exception.message_dict.keys(), {field})

    def test_a_typo_in_an_old_story_is_mended_whatever_its_picture(self):
        story = self.live(lead_photo=make_photo(credit=""))
        save(story, self.editor, headline="Mended")
        self.update(story)
        self.assertEqual(Article.objects.get(pk=story.pk).headline, "Mended")

    def test_a_new_picture_without_credit_stops_the_update(self):
        story = self.live(lead_photo=make_photo(credit=""))
        save(story, self.editor, lead_photo=make_photo(credit="").pk)
        self.assert_stopped("lead_photo", lambda: self.update(story))

    def test_a_link_that_was_dead_before_stops_nothing_and_a_second_one_does(self):
        story = self.live()
        Article.objects.filter(pk=story.pk).update(body=link_to("/nowhere/"))
        story = Article.objects.get(pk=story.pk)
        save(story, self.editor, body=link_to("/nowhere/") + "<p>More.</p>")
        self.update(story)
        save(story, self.editor, body=link_to("/nowhere/") + link_to("/nowhere-else/"))
        self.assert_stopped("body", lambda: self.update(story))

    def test_a_quick_fix_is_looked_at_too(self):
        story = self.live()
        content = story.draft_content
        self.assert_stopped(
            "body",
            lambda: story.fix_live(content | {"body": link_to("#")}, by=self.editor, kind=ChangeKind.MINOR),
        )
        story.fix_live(content | {"headline": "Mended"}, by=self.editor, kind=ChangeKind.MINOR)

    def test_a_scheduled_update_is_looked_at_when_it_is_scheduled_and_not_by_the_clock(self):
        story = self.live()
        save(story, self.editor, body=link_to("/nowhere/"))

        def schedule(**more):
            story.schedule_update(now() + HOUR, kind=ChangeKind.MINOR, **more)

        self.assert_stopped("body", lambda: schedule(by=self.editor))
        schedule(by=self.chief, override="It will be there.")
        event = story.events.get(verb=Verb.OVERRIDDEN)
        self.assertEqual(event.revision, story.scheduled_revision)
        Article.objects.filter(pk=story.pk).update(update_at=now() - HOUR)
        Article.objects.get(pk=story.pk).apply_update()
        self.assertIn("/nowhere/", Article.objects.get(pk=story.pk).body)

    def test_a_withdrawn_story_is_looked_at_whole_before_it_returns(self):
        story = make_withdrawn(section=self.section, lead_photo=make_photo(credit=""))
        self.assert_stopped("lead_photo", lambda: story.publish(by=self.editor))

    def test_the_box_tells_what_readers_see_already_and_lets_it_pass(self):
        story = self.live(lead_photo=make_photo(credit=""))
        found = examine(story, story.draft_content, live=story)
        self.assertIn("no_credit", [finding.code for finding in found])
        self.assertFalse(any(finding.is_hard for finding in found))

    def test_a_story_may_link_to_one_that_goes_out_before_it(self):
        first = make_scheduled()
        story = self.ready(body=link_to(first.get_absolute_url()))
        story.schedule(first.publish_at + HOUR, by=self.editor)

    def test_a_fault_typed_after_scheduling_does_not_go_out(self):
        story = self.ready(body="<p>As it was</p>")
        story.schedule(now() + HOUR, by=self.editor)
        story.save_draft(story.draft_content | {"body": link_to("#")}, by=self.editor)
        self.assertEqual((story.body, story.has_newer_draft), ("<p>As it was</p>", True))
