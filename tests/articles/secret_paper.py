"""A paper with a word of its own in every place that no reader is shown, for the tests that look for these words everywhere."""

from datetime import timedelta

from django.utils.timezone import localdate, now

from articles.choices import AnswerKind, ChangeKind
from articles.models import Article, SavedView
from comments import receipts
from comments.choices import Status as CommentStatus
from comments.moderation import decide
from tests.factories import (
    make_approved,
    make_author,
    make_comment,
    make_photo,
    make_section,
    make_tag,
    make_user,
)

HOUR = timedelta(hours=1)
#: Stands beside every secret word, so that one search would find all of them.
SHARED = "unprinted"
NOTICE = "It is gone, and this is what readers are told."
#: What an unpublished story answers at the days one would guess, and how it is brought before readers.
HIDDEN = ("draft", "in review", "scheduled", "embargoed", "scheduled under embargo")
WAITING = ("newer draft", "scheduled update")
TAKEN = ("withdrawn", "withdrawal that no round has noted")


class SecretPaper:
    def __init__(self):
        #: The place of every secret word, and the secret rows by the names caches know them under.
        self.words, self.keys = {}, {}
        #: What addresses have to answer; and the words that the one reader of an address may see there.
        self.statuses, self.own_words = {}, {}
        #: Addresses that work for nobody, and parts of addresses beyond those that rows have.
        self.tokens, self.days = ["none~none"], {localdate()}
        self.section = make_section(name="Harbour", slug="harbour")
        # Names of colleagues are not for readers: those of bylines are.
        self.editor = make_user("Chief", first_name=self.word("name of an editor"))
        self.reporter = make_user("Reporter", last_name=self.word("name of a reporter"))
        self.open = self.live(bylines=[make_author().pk], tags=[make_tag().pk])
        self.stories = {place: self.begin(place) for place in HIDDEN}
        self.stories |= {place: self.live() for place in WAITING}
        self.hide()
        self.wait()
        self.take_back()
        self.talk()
        self.receive_letters()

    def word(self, place):
        word = f"zq{len(self.words):03d}secret"
        self.words[word] = place
        return word

    def phrase(self, place):
        return f"{self.word(place)} {SHARED}"

    def content(self, place):
        """A story's fields, with a word of its own in each."""
        names = {name: self.phrase(f"{place}: {name} of the byline") for name in ("name", "role", "bio")}
        author, tag = make_author(**names), make_tag(name=self.phrase(f"{place}: tag"))
        self.keys |= {f"author-{author.pk}": place, f"tag-{tag.pk}": place}
        return {
            **{name: self.phrase(f"{place}: {name}") for name in ("kicker", "headline", "standfirst")},
            "body": f"<p>{self.phrase(f'{place}: body')}</p>",
            "slug": self.word(f"{place}: slug"),
            "language": "en-gb",
            "section": self.section.pk,
            "bylines": [author.pk],
            "tags": [tag.pk],
        }

    def begin(self, place):
        content = self.content(place)
        if place == "draft":
            record = {
                name: self.phrase(f"{place}: {name} of the picture") for name in ("alt", "caption", "credit")
            }
            photo = make_photo(**record)
            self.words[photo.folder.lower()] = f"{place}: address of the picture"
            self.keys[f"photo-{photo.pk}"] = place
            content["lead_photo"] = photo.pk
        story = Article.begin(content, by=self.reporter)
        self.keys[f"article-{story.pk}"] = place
        return story

    def live(self, **content):
        """A story that has been public for some hours."""
        words = {"headline": "Anybody may read this", "body": "<p>Plain words.</p>", "language": "en-gb"}
        story = Article.begin(words | {"section": self.section.pk} | content, by=self.editor)
        story.publish(by=self.editor)
        at = now() - 5 * HOUR
        Article.objects.filter(pk=story.pk).update(publish_at=at, first_published_at=at)
        story.refresh_from_db()
        return story

    def save(self, story, place):
        story.save_draft(story.draft_content | self.content(place), by=self.editor)

    def hide(self):
        self.stories["in review"].submit(by=self.reporter)
        self.stories["scheduled"].schedule(now() + HOUR, by=self.editor)
        for place in ("embargoed", "scheduled under embargo"):
            self.stories[place].set_embargo(now() + HOUR, by=self.editor)
        self.stories["scheduled under embargo"].schedule(now() + 2 * HOUR, by=self.editor)
        for story in (self.stories[place] for place in HIDDEN):
            self.days |= {story.published_on} - {None}
        for story in (self.stories[place] for place in HIDDEN):
            for day in self.days:
                self.statuses[f"/{day:%Y/%m/%d}/{story.slug}/"] = 404

    def wait(self):
        """Words that wait behind what readers see."""
        for place in WAITING:
            self.save(self.stories[place], place)
        note = self.phrase("scheduled update: note for readers")
        story = self.stories["scheduled update"]
        story.schedule_update(now() + HOUR, by=self.editor, kind=ChangeKind.CORRECTION, note=note)
        self.behind = self.live()
        self.save(self.behind, "update behind a newer draft")
        self.behind.schedule_update(now() + HOUR, by=self.editor, kind=ChangeKind.UPDATE)
        self.save(self.behind, "newer draft behind an update")
        minor = self.live()
        minor.save_draft(minor.draft_content | {"standfirst": "Short."}, by=self.editor)
        minor.update_live(by=self.editor, kind=ChangeKind.MINOR, note=self.phrase("note of a minor change"))
        self.live().schedule_withdrawal(
            now() + HOUR,
            self.phrase("reason of a withdrawal to come"),
            by=self.editor,
            notice=self.phrase("notice of a withdrawal to come"),
        )

    def take_back(self):
        """Stories that readers have seen and do not see now, one of them at two addresses."""
        for place in TAKEN:
            story = self.stories[place] = self.live(**self.content(place))
            self.keys[f"article-{story.pk}"] = place
            at_first = story.get_absolute_url()
            story.readdress(self.word(f"{place}: second slug"), by=self.editor)
            letter = make_approved(story, text=self.phrase(f"{place}: comment"))
            self.keep_letter(letter)
            story.save_draft(story.draft_content | {"kicker": "New"}, by=self.editor)
            note = self.phrase(f"{place}: correction")
            story.update_live(by=self.editor, kind=ChangeKind.CORRECTION, note=note)
            for address in (at_first, story.get_absolute_url()):
                self.statuses |= {address: 410, f"{address}comments/": 410}
        story, reason = self.stories[TAKEN[0]], self.phrase("withdrawn: reason")
        story.withdraw(reason, by=self.editor, notice=NOTICE)
        self.save(story, "draft of what was withdrawn")
        story = self.stories[TAKEN[1]]
        story.schedule_withdrawal(now() + HOUR, self.phrase("passed: reason"), by=self.editor, notice=NOTICE)
        Article.objects.filter(pk=story.pk).update(withdraw_at=now() - HOUR)

    def talk(self):
        """What is said and kept at the desk, all of it about a story that everybody may read."""
        story, by, base = self.open, self.editor, self.open.draft_revision
        colleague = make_user("Editor", first_name=self.word("name of an assignee"))
        story.assign(colleague, now() + HOUR, by=by)
        story.note(self.phrase("editorial note"), by=by)
        story.save_draft(base.content | {"headline": self.phrase("saved first")}, by=by, base=base.pk)
        aside = {"headline": self.phrase("set aside")}
        assert story.save_draft(base.content | aside, by=colleague, base=base.pk).clash
        story.keep({"headline": self.phrase("autosave"), "body": ""}, by=by, tab="one")
        story.name_version(base, self.phrase("name of a version"), by=by)
        SavedView.objects.create(owner=by, name=self.word("saved view"), query=f"q={SHARED}", is_shared=True)
        draft = self.stories["draft"]
        working, revoked, expired = (
            draft.share(by=by, made_for=self.phrase(f"receiver of a {kind} link"))
            for kind in ("working", "revoked", "expired")
        )
        working.answer(
            AnswerKind.NOTE, name=self.phrase("preview answer: name"), text=self.phrase("preview answer")
        )
        revoked.revoke(by=by)
        type(expired).objects.filter(pk=expired.pk).update(expires_at=now() - HOUR)
        for link in (revoked, expired):
            self.statuses[link.get_absolute_url()] = 404
            self.tokens.append(link.get_absolute_url().split("/")[-2])

    def receive_letters(self):
        """Comments nobody has approved; whoever sent one has a page about it."""
        for status in (CommentStatus.PENDING, CommentStatus.REJECTED, CommentStatus.SPAM):
            words = {name: self.phrase(f"{status} comment: {name}") for name in ("name", "text")}
            letter = make_comment(self.open, **words)
            if status != CommentStatus.PENDING:
                reason = self.phrase(f"{status} comment: reason")
                assert decide({letter.pk: letter.version}, status, by=self.editor, reason=reason).decided
            self.keep_letter(letter)

    def keep_letter(self, letter):
        """Its writer sees it again, with a link to where the story was."""
        address = receipts.receipt_url(letter)
        self.tokens.append(address.split("/")[-2])
        shown = f"{letter.name} {letter.text} {letter.article.slug}"
        self.own_words[address] = {word for word in self.words if word in shown}

    def publish(self):
        """Bring before readers whatever can be, by the verbs that do it."""
        for place in HIDDEN:
            story = self.stories[place]
            if story.embargo_until:
                if story.is_scheduled:
                    story.unschedule(by=self.editor)
                story.set_embargo(None, by=self.editor)
            story.publish(by=self.editor)
        for place in WAITING:
            self.stories[place].update_live(by=self.editor, kind=ChangeKind.UPDATE)
        self.stories[TAKEN[0]].publish(by=self.editor)
