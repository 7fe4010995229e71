"""The slots of a board as the desk shows them: what stands in each, and why it does or does not."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.state import clock
from newsroom.board.filling import is_over
from newsroom.board.layout import LATEST, LEAD, OPINION, PICTURES, SECONDS, STRIP, moment_of

LABELS = {
    LEAD: gettext_lazy("Lead"),
    SECONDS: gettext_lazy("Second stories"),
    STRIP: gettext_lazy("Strip"),
    OPINION: gettext_lazy("Opinion"),
    PICTURES: gettext_lazy("Pictures"),
    LATEST: gettext_lazy("Latest"),
}


@dataclass
class SlotRow:
    """One slot. ``story`` is what readers would see there, ``wanted`` the key of the one picked for it, shown or not."""

    name: str
    do: str
    number: int
    label: str
    story: Any
    slot: dict
    until: Any
    is_picked: bool
    how: str
    mood: str
    typed_until: str | None = None

    @property
    def wanted(self):
        return self.slot["article"] or ""

    @property
    def headline(self):
        """The words over it here."""
        return (self.is_picked and self.slot["headline"]) or (self.story.headline if self.story else "")


@dataclass
class BlockRow:
    place: int
    kind: str
    label: str
    section: Any
    section_key: int | None
    size: int
    repeats: bool
    slots: list[SlotRow] = field(default_factory=list)
    is_first: bool = False
    is_last: bool = False


def rows_of(content, filled, missing, now, typed=None):
    """Every block of a content, those of sections that are gone too. ``missing`` has the picked stories no reader may see."""
    shown = {block.place: {item.place: item for item in block.items} for block in filled.blocks}
    rows = []
    for at, block in enumerate(content["blocks"]):
        section = filled.pool.sections.get(block["section"])
        label = _label(block, section)
        row = BlockRow(at, block["kind"], label, section, block["section"], block["size"], block["repeats"])
        row.is_first, row.is_last = at == 0, at == len(content["blocks"]) - 1
        for place, slot in enumerate(block["slots"]):
            item = shown.get(at, {}).get(place)
            how, mood = _how(slot, item, missing, section, now)
            name = f"{at}-{place}"
            row.slots.append(
                SlotRow(
                    name,
                    f"{at}:{place}",
                    place + 1,
                    f"{label} {place + 1}",
                    item and item.article,
                    slot,
                    moment_of(slot["until"]),
                    bool(item and item.is_picked),
                    how,
                    mood,
                    (typed or {}).get(f"{name}-until"),
                )
            )
        rows.append(row)
    return rows


def _label(block, section):
    if block["kind"] == STRIP and section:
        return section.name
    if block["section"] and not section:
        return _("%s of a section that is gone") % LABELS[block["kind"]]
    return f"{LABELS[block['kind']]}: {section.name}" if section else str(LABELS[block["kind"]])


def _how(slot, item, missing, section, now):
    until = moment_of(slot["until"])
    if item and item.is_picked:
        return (_("Until %s, then free.") % clock(until), "pinned") if until else (_("By hand."), "picked")
    then = _("Until then it fills itself.") if item else _("Nothing else is left for it.")
    if slot["article"]:
        if is_over(slot, now):
            return _("The pin ended %s; it fills itself.") % clock(until), "timed"
        if story := missing.get(slot["article"]):
            given = {"story": story, "state": story.state.sentence, "then": then}
            return _("Picked: “%(story)s”. %(state)s %(then)s") % given, "timed"
        return _("The story picked for it cannot stand here. %s") % then, "timed"
    if item:
        return (_("Fills itself: newest in %s.") % section.name if section else _("Fills itself.")), "auto"
    if section:
        return _("No live story of %s is left for it.") % section.name, "hole"
    return _("No live story is left for it."), "hole"
