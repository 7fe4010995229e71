"""Putting a story together once a person has chosen at each place where two saves overlap."""

from articles.merging import StoryMerge

MINE, THEIRS, BOTH = "mine", "theirs", "both"


def is_settled(merge: StoryMerge, choices: dict[tuple[str, int], str]) -> bool:
    """Whether a choice that can be made was made for every clash."""
    return all(
        choices.get((name, number)) in options(clash)
        for name, clashes in merge.clashes.items()
        for number, clash in enumerate(clashes)
    )


def options(clash) -> tuple[str, ...]:
    """What can be chosen at a clash: both texts only where they are texts that can stand one after the other."""
    return (MINE, THEIRS, BOTH) if isinstance(clash.mine, list) or _is_markup(clash) else (MINE, THEIRS)


def settled(merge: StoryMerge, choices: dict[tuple[str, int], str]) -> dict:
    """The merged content with the chosen text at each clash. Asks for ``is_settled``."""
    return {
        name: merged.value if merged.is_clean else _put_together(name, merged, choices)
        for name, merged in merge.fields.items()
    }


def _put_together(name, merged, choices):
    numbers = iter(range(len(merged.clashes)))
    parts = [
        _chosen(piece, choices[name, next(numbers)]) if getattr(piece, "is_clash", False) else piece
        for piece in merged.pieces()
    ]
    whole = parts[0]
    for part in parts[1:]:
        whole = whole + part
    return whole


def _chosen(clash, choice):
    if choice == BOTH:
        return clash.theirs + clash.mine
    return clash.mine if choice == MINE else clash.theirs


def _is_markup(clash):
    return any(isinstance(text, str) and text.lstrip().startswith("<") for text in (clash.mine, clash.theirs))
