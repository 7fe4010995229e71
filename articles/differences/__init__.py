"""Two revisions of a story compared, as a reader would see it: which paragraphs and which words became others.

Of the libraries that were tried, none saw a word made bold, a heading made a paragraph or a picture replaced, and one let
``onclick`` through. Each function here takes any text, sanitised or not, never raises, takes time in proportion to it, and says the
same each time. White space counts as one space.
"""

from collections.abc import Sequence

from articles.differences.blocks import Block, blocks_of
from articles.differences.kinds import ADDED, CHANGED, KEPT, MOVED, PARAGRAPH, REMOVED, block_name
from articles.differences.names import named
from articles.differences.pairing import Fate, fates
from articles.differences.parts import Difference, Part, folded
from articles.differences.printing import counted, printed, swapped
from articles.differences.sequences import Budget
from articles.differences.summaries import Summary, summary
from articles.differences.wording import worded
from articles.differences.words import plain_words

__all__ = [
    "Difference",
    "Part",
    "Summary",
    "difference",
    "names_difference",
    "summary",
    "text_difference",
]


def difference(old_html: str, new_html: str, context: int = 1) -> Difference:
    """What became of a body, block by block, and word by word in those that changed.

    Of the unchanged blocks, ``context`` are shown on each side of a change; the others are folded.
    """
    budget = Budget()
    told = [_told(fate, budget) for fate in fates(blocks_of(old_html), blocks_of(new_html), budget)]
    parts = folded([part for part, _added, _removed in told], context)
    return Difference(
        parts, sum(added for _part, added, _ in told), sum(removed for _part, _, removed in told)
    )


def text_difference(old: str, new: str) -> Difference:
    """What became of plain text such as a headline: one part, or none where there is no text."""
    old_block, new_block = (Block(PARAGRAPH, 0, plain_words(text)) for text in (old, new))
    if old_block.key == new_block.key:
        fate = Fate(KEPT, old_block, new_block)
    elif not old_block.tokens:
        fate = Fate(ADDED, None, new_block)
    elif not new_block.tokens:
        fate = Fate(REMOVED, old_block, None)
    else:
        fate = Fate(CHANGED, old_block, new_block)
    part, added, removed = _told(fate, Budget())
    return Difference([part] if old_block.tokens or new_block.tokens else [], added, removed)


def names_difference(old: Sequence[str], new: Sequence[str]) -> Difference:
    """What became of a list of names whose order matters, a part for each. Counts words as the others do."""
    parts = []
    words = {ADDED: 0, REMOVED: 0}
    for kind, name in named(old, new):
        tokens = plain_words(name)
        # A name that moved is the same name.
        parts.append(Part(kind, printed((KEPT if kind == MOVED else kind, token) for token in tokens)))
        if kind in words:
            words[kind] += sum(token.is_counted for token in tokens)
    return Difference(parts, words[ADDED], words[REMOVED])


def _told(fate, budget):
    """The part that shows it, and the words that were put in and taken out."""
    shown = fate.new or fate.old
    if fate.kind in (KEPT, ADDED, REMOVED):
        steps = [(fate.kind, token) for token in shown.tokens]
    else:
        steps = worded(fate.old.tokens, fate.new.tokens, budget)
    return Part(fate.kind, _html(fate, steps), shown.kind, shown.depth), *counted(steps)


def _html(fate, steps):
    html = printed(steps)
    if fate.old and fate.new and fate.old.key[:2] != fate.new.key[:2]:
        names = [block_name(block.kind, block.depth) for block in (fate.old, fate.new)]
        return swapped(*names) + html
    return html
