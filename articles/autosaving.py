"""What somebody is typing into a story, kept by itself every few seconds and beside everything that counts.

One row for each editor and story. It moves no status, no time and no pointer: a story is the same row before and after,
and no reader's page can tell. ``tab`` names the page that typed. A text that comes from another page than the one kept is
another text, so the older one is let go: it stays among the versions, without an owner, and is not written over again but
by its own page.
"""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery
from django.utils.timezone import now
from django.utils.translation import gettext as _

from articles.choices import CommentMode, RevisionKind, story_languages
from articles.content import FIELDS, LINES
from articles.html import clean_body
from articles.models.revision import Revision
from articles.tidying import TooMuch
from newsroom.text import clean_line, legal

MAX_BYTES = 2_000_000
#: The fields in which rows are picked, some of them by a name that nobody has looked up yet.
PICKED = ("lead_photo", "bylines", "tags")


class Autosaving:
    """What ``Article`` knows of the texts that are being typed into it."""

    def keep(self, raw, *, by, tab="", base=None):
        """Keep what stands in the form of ``by`` as their one autosave of this story.

        ``raw``: strings, or lists of them, by the names of ``content.FIELDS``; names typed and not yet looked up stand
        under ``bylines_typed`` and the like. Nothing is checked but its size. ``base`` is the key of the version the page
        was opened with. Needs only the key of the story in hand, and one query after the first time. Raises
        ``PermissionDenied`` and ``TooMuch``.
        """
        content = kept_content(raw)
        tab = clean_line(tab)[: Revision._meta.get_field("tab").max_length]
        for _attempt in range(ATTEMPTS):
            if self._keep_again(content, by, tab, base) or self._keep_anew(content, by, tab, base):
                return
        raise IntegrityError(f"Somebody else was always faster to keep a text of story {self.pk}")

    def discard(self, *, by, pk=None):
        """Let go of the autosave of ``by``, or only of the one with this key: it is offered no more, and not lost."""
        own = self.revisions.filter(autosave_of=by)
        return bool((own.filter(pk=pk) if pk else own).update(autosave_of=None, tab=""))

    def settled(self, *, by, tab):
        """Forget what was kept for this page of ``by``: its text has been saved, in the same transaction."""
        if tab:
            self.revisions.filter(kind=RevisionKind.AUTOSAVE, author=by, tab=tab).delete()

    for _verb in (keep, discard, settled):
        _verb.alters_data = True
    del _verb

    def _keep_again(self, content, by, tab, base):
        """The row of this page takes the newer text; whether there was one, and the story may still be written in."""
        own = Revision.objects.filter(article=self.pk, autosave_of=by, tab=tab)
        return own.filter(article__in=self._if_writable_by(by)).update(
            content=content, base=Subquery(self._base(base)), changed_at=now()
        )

    def _keep_anew(self, content, by, tab, base):
        """Make this page's row the one of its editor. False if somebody was faster, and it has to be tried again."""
        try:
            with transaction.atomic():
                found = self._if_writable_by(by).values_list(
                    Subquery(self._newest(autosave_of=by)),
                    Subquery(self._newest(autosave_of=None, author=by, tab=tab)),
                    Subquery(self._base(base)),
                )
                if (keys := found.first()) is None:
                    raise PermissionDenied
                held, former, base = keys
                text = {"content": content, "base_id": base, "tab": tab, "autosave_of": by}
                if held:
                    former = self._let_go(held, content) or former
                if former:
                    Revision.objects.filter(pk=former).update(**text, changed_at=now())
                else:
                    Revision.objects.create(
                        article_id=self.pk,
                        kind=RevisionKind.AUTOSAVE,
                        author=by,
                        author_name=str(by),
                        **text,
                    )
        except IntegrityError:
            return False
        return True

    def _let_go(self, pk, content):
        """Take the owner from the row of another page. The same text needs no second row: its key is returned."""
        held = Revision.objects.select_for_update().get(pk=pk)
        if held.content == content:
            return pk
        Revision.objects.filter(pk=pk).update(autosave_of=None)
        return None

    def _if_writable_by(self, user):
        return type(self).objects.writable_by(user).filter(pk=self.pk).order_by()

    def _base(self, pk):
        """The version a page says it was opened with, if it is one of this story."""
        saved = Revision.objects.filter(article=self.pk).exclude(kind=RevisionKind.AUTOSAVE)
        return saved.filter(pk=pk or 0).values("pk")[:1]

    def _newest(self, **filters):
        rows = Revision.objects.filter(article=OuterRef("pk"), kind=RevisionKind.AUTOSAVE, **filters)
        return rows.order_by("-pk").values("pk")[:1]


ATTEMPTS = 4


def autosave_of(article, user):
    """The text this user has typed into this story and not saved, as a ``Revision``, or None."""
    return article.revisions.filter(autosave_of=user).select_related("base").first()


def kept_content(raw):
    """What was typed, in the shape of a content as far as it goes: words as they are, keys of rows as numbers.

    Fields that were not in the form are not in it. Names that no row has been found for stand under ``typed``. Raises
    ``TooMuch``.
    """
    raw = {name: _words(value) for name, value in raw.items()}
    if sum(len(word.encode(errors="replace")) for words in raw.values() for word in words) > MAX_BYTES:
        raise TooMuch(_("This is too much to keep: a story with all its fields holds 2 MB at most."))
    content = {name: legal("".join(raw[name])) for name in (*LINES, "slug") if name in raw}
    if "body" in raw:
        # Sanitised even here: a version is printed by whoever looks at it.
        content["body"] = clean_body("".join(raw["body"]))
    return content | _chosen_in(raw) | _rows_in(raw) | _names_in(raw)


def _chosen_in(raw):
    choices = {"language": dict(story_languages()), "comment_mode": CommentMode.values}
    sent = {name: "".join(raw.get(name, ())) for name in choices}
    return {name: value for name, value in sent.items() if value in choices[name]}


def _rows_in(raw):
    keys = {name: _keys(raw[name]) for name in ("section", "lead_photo", "bylines", "tags") if name in raw}
    keys |= {name: next(reversed(keys[name]), None) for name in ("section", "lead_photo") if name in keys}
    return keys | ({"tags": sorted(keys["tags"])} if "tags" in keys else {})


def _names_in(raw):
    names = {name: [clean_line(word) for word in raw.get(f"{name}_typed", ())] for name in PICKED}
    names = {name: [word for word in words if word] for name, words in names.items() if any(words)}
    return {"typed": names} if names else {}


def differing(content, shown):
    """The names of the fields in which a kept text differs from a content, in the order of the form."""
    return [
        name
        for name in FIELDS
        if name in content.get("typed", ())
        or (name in content and _tidy(name, content[name]) != _tidy(name, shown.get(name)))
    ]


def _tidy(name, value):
    return clean_line(value or "") if name in (*LINES, "slug") else value or None


def _words(value):
    return [str(word) for word in value] if isinstance(value, list | tuple) else [str(value)]


def _keys(words):
    return list(dict.fromkeys(key for key in map(_key, words) if key))


def _key(word):
    word = str(word)
    # Longer numbers are no keys: no column holds them.
    return int(word) if word.isascii() and word.isdigit() and len(word) < 19 else 0
