"""What can become of a block, and what a block can be, in the words that the page of differences prints."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

KEPT, FOLDED, CHANGED = "kept", "folded", "changed"
ADDED, REMOVED, MOVED = "added", "removed", "moved"
UNCHANGED = {KEPT, FOLDED}

PARAGRAPH, HEADING, SUBHEADING = "paragraph", "heading", "subheading"
LIST, NUMBERED, QUOTATION = "list", "numbered", "quotation"
PICTURE, TABLE, RULE = "picture", "table", "rule"
PULL, EMBED = "pull", "embed"
# A second paragraph of one point of a list.
CONTINUED = "continued"

NAMES = {
    PARAGRAPH: gettext_lazy("paragraph"),
    HEADING: gettext_lazy("heading"),
    SUBHEADING: gettext_lazy("smaller heading"),
    LIST: gettext_lazy("list"),
    NUMBERED: gettext_lazy("numbered list"),
    CONTINUED: gettext_lazy("list, same point"),
    QUOTATION: gettext_lazy("quotation"),
    PULL: gettext_lazy("pull quote"),
    PICTURE: gettext_lazy("picture"),
    EMBED: gettext_lazy("from elsewhere"),
    TABLE: gettext_lazy("table"),
    RULE: gettext_lazy("break"),
}


def block_name(block: str, depth: int) -> str:
    """The kind of a block in plain words, with its level where a list or a quotation stands inside another."""
    name = str(NAMES[block])
    if depth > 1:
        return _("%(kind)s, level %(level)d") % {"kind": name, "level": depth}
    return name
