"""A story shown to somebody without a login, by a link that ends, and what they say to it.

The address of a link holds the number of its row and our signature under it. No secret is stored, so the desk can show the
address again, and a number that somebody guesses opens nothing.
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from articles.choices import RevisionKind, Verb
from articles.refusals import WrongState
from newsroom.text import clean_line, clean_text

DAYS = (1, 7, 30)
# A page that is open in a lawyer's office all day is a few uses, not a write for each reload.
BETWEEN_USES = timedelta(minutes=1)
MOST_ANSWERS = 50
# Nobody with something to say sends more than this in ten minutes.
MOST_AT_ONCE, AT_ONCE = 10, timedelta(minutes=10)

_address = Signer(sep="~", salt="articles.sharing.address")
_sight = Signer(sep="~", salt="articles.sharing.sight")


class NoMoreAnswers(Exception):
    """A link takes no more answers, for now or at all; the message says which."""


class Sharing:
    """The verbs of ``Article`` that make preview links and end them."""

    def share(self, *, by, made_for="", revision=None, days=7):
        """Make a link that shows this story to whoever has it: one version of it, or without ``revision`` the newest.

        Raises ``PermissionDenied``, and ``WrongState`` for a version that is not of this story or still changes by itself.
        """
        if days not in DAYS:
            raise ValueError(f"A link works for one of {DAYS} days")
        with transaction.atomic():
            stored = self._locked_for_sharing(by)
            if revision and revision.article_id != stored.pk:
                raise WrongState(_("This version is not of this story."))
            if revision and revision.kind == RevisionKind.AUTOSAVE:
                raise WrongState(_("This text is still being typed. Save it first, then share it."))
            link = stored.preview_links.create(
                revision=revision,
                made_for=clean_line(made_for, limit=stored.preview_links.model.FOR_LENGTH),
                made_by=by,
                made_by_name=str(by),
                expires_at=now() + timedelta(days=days),
            )
            stored.log(Verb.SHARED, by, stored.status, link.made_for, revision=revision)
        return link

    def unshare(self, *, by):
        """Revoke every link to this story that works. Returns how many there were. ``by`` is None where the clock does it."""
        with transaction.atomic():
            stored = self._locked_for_sharing(by)
            links = stored.preview_links.filter(revoked_at__isnull=True, expires_at__gt=now())
            names = ", ".join(link.made_for for link in links if link.made_for)
            ended = links.update(revoked_at=now())
            if ended:
                stored.log(Verb.SHARE_REVOKED, by, stored.status, names)
        return ended

    for _verb in (share, unshare):
        _verb.alters_data = True
    del _verb

    def _locked_for_sharing(self, user):
        """The stored row, locked, if this user may decide who else sees what is not public of it."""
        stored = type(self).objects.select_for_update().get(pk=self.pk)
        if user is not None and not stored.drafts_are_open_to(user):
            raise PermissionDenied
        return stored


class Key:
    """What a ``PreviewLink`` can do: tell its address, show its version, take answers, end."""

    @property
    def is_working(self):
        return self.revoked_at is None and self.expires_at > now()

    @property
    def shown(self):
        """The version it shows now; None where the story has none, and its row is the text."""
        return self.revision if self.revision_id else self.article.draft_revision

    def get_absolute_url(self):
        return reverse("articles:preview", args=[_address.sign(self.pk)])

    def revoke(self, *, by):
        """End the link at once. Returns whether it had not been ended before. Raises ``PermissionDenied``."""
        with transaction.atomic():
            story = self.article._locked_for_sharing(by)
            ended = type(self).objects.filter(pk=self.pk, revoked_at__isnull=True).update(revoked_at=now())
            if ended:
                story.log(Verb.SHARE_REVOKED, by, story.status, self.made_for, revision=self.revision)
        self.refresh_from_db(fields=["revoked_at"])
        return bool(ended)

    def note_use(self):
        """Note that it was opened: the one thing that looking writes, at most once a minute."""
        moment = now()
        if self.last_used_at and moment - self.last_used_at < BETWEEN_USES:
            return
        is_due = Q(last_used_at__isnull=True) | Q(last_used_at__lte=moment - BETWEEN_USES)
        # Several may open it at once, and one is counted.
        type(self).objects.filter(is_due, pk=self.pk).update(last_used_at=moment, uses=F("uses") + 1)

    def answer(self, kind, *, name, text="", revision=None):
        """Take a note or an approval (``AnswerKind``) of what its sender had before their eyes. Returns it.

        The same words sent twice are one answer. Raises ``NoMoreAnswers`` where there are many.
        """
        said = {"kind": kind, "name": clean_line(name), "text": clean_text(text), "revision": revision}
        with transaction.atomic():
            link = type(self).objects.select_for_update().get(pk=self.pk)
            recent = link.answers.filter(at__gt=now() - AT_ONCE)
            if twin := recent.filter(**said).first():
                return twin
            if not link.is_working or link.answers.count() >= MOST_ANSWERS:
                raise NoMoreAnswers(_("This link takes no more answers. Ask whoever sent it to you."))
            if recent.count() >= MOST_AT_ONCE:
                raise NoMoreAnswers(_("That was a lot at once. Wait ten minutes, then press again."))
            return link.answers.create(**said)

    for _verb in (revoke, note_use, answer):
        _verb.alters_data = True
    del _verb

    def sight_of(self, revision):
        """A mark for the form beside a version, which says later what its sender had before their eyes."""
        return _sight.sign(f"{self.pk}.{revision.pk if revision else 0}")

    def seen(self, mark):
        """The version that a mark of ``sight_of`` is for, None for the row itself. Raises ``BadSignature`` for any other."""
        link, _dot, version = _sight.unsign(mark).partition(".")
        if link != str(self.pk):
            raise BadSignature
        return self.article.revisions.filter(pk=version).first()


def key_of(token):
    """The number of the link whose address this is, or None for what we did not sign."""
    try:
        return int(_address.unsign(token))
    except BadSignature:
        return None
