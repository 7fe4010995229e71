"""What became of the names in a list: tags, bylines."""

from collections import Counter
from collections.abc import Sequence

from articles.differences.kinds import ADDED, KEPT, MOVED, REMOVED
from articles.differences.sequences import Budget, Run, common_runs


def named(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Kind and name, in the new order; what was removed stands where it stood, what was moved where it came to."""
    told = []
    old_at = new_at = 0
    for run in [*common_runs(old, new, Budget()), Run(len(old), len(new), 0)]:
        told += [(REMOVED, name) for name in old[old_at : run.old]]
        told += [(ADDED, name) for name in new[new_at : run.new]]
        told += [(KEPT, name) for name in new[run.new : run.new + run.size]]
        old_at, new_at = run.old + run.size, run.new + run.size
    return list(_with_moves(told))


def _with_moves(told):
    removed = Counter(name for kind, name in told if kind == REMOVED)
    added = Counter(name for kind, name in told if kind == ADDED)
    moves = removed & added
    left = {REMOVED: moves.copy(), ADDED: moves.copy()}
    for kind, name in told:
        if kind == KEPT or not left[kind][name]:
            yield kind, name
            continue
        left[kind][name] -= 1
        if kind == ADDED:
            yield MOVED, name
