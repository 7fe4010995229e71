"""What a press on the board's page says: the arrangement as it stands in the form, and the one move that was asked for."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.forms.moments import MomentField
from newsroom.board import moving
from newsroom.board.layout import MOST_BLOCKS, MOST_SLOTS, cleaned

WORDS = ("headline", "kicker", "crop")


@dataclass
class Pressed:
    """The arrangement in the form, which button was pressed with what, and what could not be understood."""

    content: dict | None
    verb: str = "save"
    given: tuple[int, ...] = ()
    problems: list[str] = field(default_factory=list)
    #: What was typed into the fields that could not be understood, by their names.
    typed: dict[str, str] = field(default_factory=dict)


def pressed(post) -> Pressed:
    """Read a form. Numbers that are none count as not given."""
    asked = post.get("do", "save")
    if asked == "place-at":
        asked = f"place:{post.get('place-at', '')}"
    verb, *given = asked.split(":")
    found = Pressed({}, verb, tuple(number(text) or 0 for text in given[:4]))
    blocks = number(post.get("blocks"))
    if blocks is None:
        # Half a form is no empty page.
        return Pressed(None, problems=[_("The form did not arrive whole. Nothing is stored; press again.")])
    blocks = min(blocks, MOST_BLOCKS)
    found.content = cleaned({"blocks": [_block(post, at, found) for at in range(blocks)]})
    return found


def after(found: Pressed, post) -> dict:
    """The arrangement after the move that was asked for; as it is, where the button was for something else."""
    given = (*found.given, 0, 0, 0, 0)
    here, there = given[:2], given[2:4]
    if found.verb.startswith("block-"):
        return _after_block(found, here[0], post)
    content, shown = found.content, number(post.get(f"{here[0]}-{here[1]}-shown"))
    match found.verb:
        case "up" | "down":
            goal = moving.step(content, here, -1 if found.verb == "up" else 1)
            return moving.moved(content, here, goal, shown)
        case "move":
            return moving.moved(content, here, there, shown)
        case "place" | "pin":
            story = shown if found.verb == "pin" else there[0] or number(post.get("story"))
            return moving.placed(content, story, here) if story else content
        case "free":
            return moving.freed(content, here)
    return content


def _after_block(found, at, post):
    match found.verb:
        case "block-up" | "block-down":
            return moving.block_moved(found.content, at, -1 if found.verb == "block-up" else 1)
        case "block-off":
            return moving.without_block(found.content, at)
        case "block-add":
            return moving.with_block(found.content, post.get("add-kind", ""), number(post.get("add-section")))
    return found.content


def moment(text, found: Pressed, name: str):
    """A moment that was typed, or None; one that is none is among the problems, with what was typed."""
    try:
        return MomentField(required=False).clean(text or None)
    except ValidationError as error:
        found.problems.append(_("%(typed)s: %(why)s") % {"typed": text, "why": " ".join(error.messages)})
        found.typed[name] = text
        return None


def number(text) -> int | None:
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _block(post, at, found):
    size = max(1, min(number(post.get(f"{at}-size")) or 1, MOST_SLOTS))
    return {
        "kind": post.get(f"{at}-kind"),
        "section": number(post.get(f"{at}-section")),
        "size": size,
        "repeats": f"{at}-repeats" in post,
        "slots": [_slot(post, f"{at}-{place}", found) for place in range(size)],
    }


def _slot(post, name, found):
    until = moment(_typed_moment(post, f"{name}-until"), found, f"{name}-until")
    words = {word: post.get(f"{name}-{word}", "") for word in WORDS}
    # Words over a story that came by itself hold it there: they are about no other.
    is_meant = until or any(word.strip() for word in words.values())
    article = number(post.get(f"{name}-article")) or (number(post.get(f"{name}-shown")) if is_meant else None)
    return {"article": article, "until": until.isoformat() if until else None} | words


def _typed_moment(post, name):
    return MomentField.widget().value_from_datadict(post, {}, name)
