"""Which block of one revision became which block of the other."""

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import chain
from typing import NamedTuple

from articles.differences.blocks import Block
from articles.differences.kinds import ADDED, CHANGED, KEPT, MOVED, REMOVED
from articles.differences.sequences import Budget, common_runs, in_order, numbered

# Below, an edit reads better as one text taken out and another put in.
LIKENESS = 0.5
# Two blocks that share a rare word are worth a closer look, and so are so many for each block at most.
MAX_LOOKS = 40_000
LOOKS_EACH = 6


class Fate(NamedTuple):
    """What became of a block: one that was added has no ``old``, one that was removed has no ``new``."""

    kind: str
    old: Block | None
    new: Block | None


def fates(old: list[Block], new: list[Block], budget: Budget) -> list[Fate]:
    """What became of every block, once each, in the order of the new text; what was removed stands where it stood."""
    runs = common_runs(*numbered([block.key for block in old], [block.key for block in new]), budget)
    in_place = {run.old + step: run.new + step for run in runs for step in range(run.size)}
    kinds = dict.fromkeys(in_place, KEPT)
    moved = {}
    staying, leaving = _pairs(old, new, in_place)
    for place, other in staying:
        in_place[place], kinds[place] = other, CHANGED
    for place, other in leaving:
        moved[other] = place
    return list(_told(old, new, in_place, kinds, moved))


def _told(old, new, in_place, kinds, moved):
    taken = set(moved.values())
    old_at = new_at = 0
    for place, other in [*sorted(in_place.items()), (len(old), len(new))]:
        yield from (Fate(REMOVED, old[gone], None) for gone in range(old_at, place) if gone not in taken)
        for come in range(new_at, other):
            yield Fate(MOVED, old[moved[come]], new[come]) if come in moved else Fate(ADDED, None, new[come])
        if place < len(old):
            yield Fate(kinds[place], old[place], new[other])
        old_at, new_at = place + 1, other + 1


def _pairs(old, new, kept):
    """Alike blocks among those not kept: the pairs that stayed in place, and those that did not."""
    kept_old, kept_new = sorted(kept), sorted(kept.values())
    removed = {place: bisect_left(kept_old, place) for place in range(len(old)) if place not in kept}
    taken = set(kept_new)
    added = {place: bisect_left(kept_new, place) for place in range(len(new)) if place not in taken}
    pairs = sorted(_alike(old, new, removed, added))
    near = [pair for pair in pairs if removed[pair[0]] == added[pair[1]]]
    staying = {near[index] for index in in_order([other for _place, other in near])}
    return staying, [pair for pair in pairs if pair not in staying]


def _alike(old, new, removed, added):
    old_words = {place: _words(old[place]) for place in removed}
    new_words = {place: _words(new[place]) for place in added}
    looks = chain(_neighbours(removed, added), _with_rare_words_in_common(old_words, new_words))
    ranked = []
    for place, other in dict.fromkeys(looks):
        likeness = _likeness(old_words[place], new_words[other])
        if likeness >= LIKENESS:
            ranked.append((-likeness, abs(place - other), place, other))
    free_old, free_new = set(removed), set(added)
    for *_rank, place, other in sorted(ranked):
        if place in free_old and other in free_new:
            free_old.remove(place)
            free_new.remove(other)
            yield place, other


def _words(block):
    return Counter(token.text for token in block.tokens if not token.note)


def _likeness(words, others):
    size, other_size = words.total(), others.total()
    most = 2 * min(size, other_size)
    if not most or most < LIKENESS * (size + other_size):
        return 0
    return 2 * sum(min(count, others[word]) for word, count in words.items()) / (size + other_size)


def _neighbours(removed, added):
    """Between the same kept blocks, the first with the first, and the last with the last."""
    gaps = defaultdict(lambda: ([], []))
    for side, places in enumerate((removed, added)):
        for place, gap in places.items():
            gaps[gap][side].append(place)
    for olds, news in gaps.values():
        yield from zip(olds, news, strict=False)
        yield from zip(reversed(olds), reversed(news), strict=False)


def _with_rare_words_in_common(old_words, new_words):
    olds, news = _places_by_word(old_words), _places_by_word(new_words)
    looks = sorted((len(olds[word]) * len(news[word]), word) for word in olds.keys() & news.keys())
    shared = defaultdict(Counter)
    left = MAX_LOOKS
    for cost, word in looks:
        left -= cost
        if left < 0:
            break
        for place in olds[word]:
            shared[place].update(news[word])
    for place, others in shared.items():
        for other, _count in others.most_common(LOOKS_EACH):
            yield place, other


def _places_by_word(words_by_place):
    places = defaultdict(list)
    for place, words in words_by_place.items():
        for word in words:
            places[word].append(place)
    return places
