"""How tests read a difference: what stands in its HTML, and the old and the new text that can be read off it."""

import html
import re

from articles.differences import kinds

TAG = re.compile(r"<[^>]*>")
SWAP = re.compile(r"^<del>\[[^\]]*\]</del><ins>\[[^\]]*\]</ins> ")


def shown(difference):
    """Kind and HTML of each part."""
    return [(part.kind, part.html) for part in difference.parts]


def old_lines(difference):
    """The old text, part by part; what was moved stands at the end."""
    parts = [part for part in _unfolded(difference) if part.kind not in (kinds.ADDED, kinds.MOVED)]
    parts += [part for part in _unfolded(difference) if part.kind == kinds.MOVED]
    return [_read(part, "ins") for part in parts]


def new_lines(difference):
    """The new text, part by part."""
    return [_read(part, "del") for part in _unfolded(difference) if part.kind != kinds.REMOVED]


def _unfolded(difference):
    return [inner for part in difference.parts for inner in part.inside or [part]]


def _read(part, without):
    markup = SWAP.sub("", part.html)
    return html.unescape(TAG.sub("", re.sub(rf"<{without}>.*?</{without}>", "", markup, flags=re.DOTALL)))


def faults(part):
    """What must not stand in the HTML of a part, as sentences."""
    yield from (
        f"{tag} was written" for tag in TAG.findall(part.html) if not re.fullmatch(r"</?(ins|del|b|i)>", tag)
    )
    yield from _misplaced(TAG.findall(part.html))
    for text in TAG.split(part.html):
        if html.escape(html.unescape(text)) != text:
            yield f"{text!r} is not escaped"


def _misplaced(tags):
    open_tags = []
    for tag in tags:
        if tag.startswith("</"):
            if not open_tags or open_tags.pop() != tag.replace("/", ""):
                yield f"{tag} closes what is not open"
        else:
            if tag in ("<ins>", "<del>") and open_tags:
                yield f"{tag} stands inside {open_tags}"
            open_tags.append(tag)
    if open_tags:
        yield f"{open_tags} stay open"
