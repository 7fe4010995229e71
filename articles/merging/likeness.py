"""Which block of one version became which of another, told by the words they share."""

import re
from collections import Counter

# Half of the words are the same: an edited paragraph. Less is another paragraph in its place.
ALIKE = 0.5
# Comparing each with each takes the product of both; a story rewritten from end to end stays below.
MOST_COMPARED = 60 * 60
# Past that, an edited block is looked for among as many as somebody would insert before it.
WINDOW = 8

_TAG = re.compile(r"<[^<>]*>")
# Scripts without spaces are compared by the character: Han, Kana, Thai, Lao, Burmese, Khmer.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


def words_of(block: str) -> Counter:
    """The words of a block, without its markup unless there is nothing else."""
    return Counter(_WORD.findall(_TAG.sub(" ", block)) or _WORD.findall(block))


def likeness(one: Counter, other: Counter) -> float:
    """From 0, no word in common, to 1, the same words in any order."""
    total = one.total() + other.total()
    # The shorter text bounds what the two can share, and costs nothing to ask.
    if 4 * min(one.total(), other.total()) < total:
        return 0.0
    return 2 * (one & other).total() / total if total else 1.0


def alike(base: list[str], side: list[str]) -> list[tuple[int, int]]:
    """The places of blocks that became one another, rising on both sides; each block once at most."""
    ours, others = [words_of(block) for block in base], [words_of(block) for block in side]
    if len(base) * len(side) > MOST_COMPARED:
        return _first_alike(ours, others)
    return _most_alike(ours, others)


def _most_alike(ours, others):
    """The pairs that share most in all, by the usual table of best ends."""
    best = [[0.0] * (len(others) + 1) for _row in range(len(ours) + 1)]
    paired = set()
    for i in range(len(ours) - 1, -1, -1):
        for j in range(len(others) - 1, -1, -1):
            score = likeness(ours[i], others[j])
            together = best[i + 1][j + 1] + score if score >= ALIKE else 0.0
            apart = max(best[i + 1][j], best[i][j + 1])
            if together > apart:
                paired.add((i, j))
            best[i][j] = max(together, apart)
    chain, i, j = [], 0, 0
    while i < len(ours) and j < len(others):
        if (i, j) in paired:
            chain.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return chain


def _first_alike(ours, others):
    chain, start = [], 0
    for i, words in enumerate(ours):
        for j in range(start, min(start + WINDOW, len(others))):
            if likeness(words, others[j]) >= ALIKE:
                chain.append((i, j))
                start = j + 1
                break
    return chain
