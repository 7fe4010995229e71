"""Words as HTML. The one place that writes markup: ``ins``, ``del``, ``b`` and ``i``, without attributes, round escaped text."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from django.utils.html import format_html, format_html_join

from articles.differences.kinds import ADDED, KEPT, REMOVED
from articles.differences.wording import Step
from articles.differences.words import LINE_BREAK, RULE
from articles.html import excerpt

# A picture may be written out in its address.
MAX_NOTE = 500
_SIGNS = {LINE_BREAK: " ↵", RULE: "* * *"}
_CHANGE = {KEPT: "{}", REMOVED: "<del>{}</del>", ADDED: "<ins>{}</ins>"}
_EMPHASIS = {
    (False, False): "{}",
    (True, False): "<b>{}</b>",
    (False, True): "<i>{}</i>",
    (True, True): "<b><i>{}</i></b>",
}


def printed(steps: Iterable[Step]) -> str:
    """The words as safe HTML. Notes are printed only where they changed: a link that stayed is no news."""
    changes = []
    for kind, group in groupby(steps, key=lambda step: step[0]):
        runs = _emphasised(token for _kind, token in group if kind != KEPT or not token.note)
        if len(runs) == 1:
            [(template, text)] = runs
            changes.append((format_html(_CHANGE[kind].format(template), text),))
        elif runs:
            inner = format_html_join("", "{}", [(format_html(*run),) for run in runs])
            changes.append((format_html(_CHANGE[kind], inner),))
    return format_html_join("", "{}", changes)


def swapped(old: str, new: str) -> str:
    """What something that is no text was, and what it is, as safe HTML to stand before the text."""
    return format_html("<del>[{}]</del><ins>[{}]</ins> ", old, new)


def counted(steps: Iterable[Step]) -> tuple[int, int]:
    """Words put in and taken out. One that only became bold is neither."""
    put_in = taken_out = 0
    for changed, group in groupby(steps, key=lambda step: step[0] != KEPT):
        if changed:
            words = {ADDED: Counter(), REMOVED: Counter()}
            for kind, token in group:
                words[kind][token.text] += token.is_counted
            put_in += (words[ADDED] - words[REMOVED]).total()
            taken_out += (words[REMOVED] - words[ADDED]).total()
    return put_in, taken_out


def _emphasised(tokens):
    """For each run of words in one type, its template and its text."""
    by_type = groupby(tokens, key=lambda token: ("b" in token.marks, "i" in token.marks))
    return [(_EMPHASIS[emphasis], "".join(map(_text, group))) for emphasis, group in by_type]


def _text(token):
    if token.note:
        return _SIGNS.get(token.note) or f" [{excerpt(token.text, MAX_NOTE)}]"
    return f" {token.text}" if token.space else token.text
