"""People at work on a list of paragraphs, repeatable by their seed, and what can go wrong when their work is merged."""

from articles.merging import Clash

# Few words, so that paragraphs resemble one another by chance and some are written twice.
WORDS = ["the", "mayor", "said", "on", "Monday", "that", "no", "bridge", "will", "close", "before", "spring"]


def paragraph(chance, words=6):
    return f"<p>{' '.join(chance.choice(WORDS) for _word in range(words))}</p>"


def edited(chance, block, name):
    """The paragraph with one word more, which nobody else has typed."""
    words = block[3:-4].split()
    words.insert(chance.randint(0, len(words)), name)
    return f"<p>{' '.join(words)}</p>"


def worked_on(chance, blocks, name, times):
    """What somebody makes of a story: edits, new words, cuts, moves, splits, joins and copies."""
    blocks = list(blocks)
    for time in range(times):
        if blocks:
            place = chance.randrange(len(blocks))
            chance.choice(DEEDS)(chance, blocks, place, f"{name}{time}")
        else:
            blocks.append(paragraph(chance))
    return blocks


def edit(chance, blocks, place, typed):
    blocks[place] = edited(chance, blocks[place], typed)


def insert(chance, blocks, place, typed):
    blocks.insert(place + chance.randint(0, 1), chance.choice((paragraph(chance), f"<p>{typed}</p>")))


def rewrite(chance, blocks, place, typed):
    blocks[place] = f"<p>{typed} anew</p>"


def delete(chance, blocks, place, typed):
    del blocks[place]


def move(chance, blocks, place, typed):
    block = blocks.pop(place)
    blocks.insert(chance.randint(0, len(blocks)), block)


def copy(chance, blocks, place, typed):
    blocks.insert(chance.randint(0, len(blocks)), blocks[place])


def split(chance, blocks, place, typed):
    words = blocks[place][3:-4].split()
    cut = chance.randint(0, len(words))
    blocks[place : place + 1] = [f"<p>{' '.join(part)}</p>" for part in (words[:cut], words[cut:])]


def join(chance, blocks, place, typed):
    blocks[place : place + 2] = ["".join(blocks[place : place + 2]).replace("</p><p>", " ")]


DEEDS = [edit, edit, edit, insert, insert, rewrite, delete, move, copy, split, join]


def faults(base, mine, theirs, merged):
    """What is wrong with a merge of blocks, in sentences."""
    value = set(merged.value)
    seen = value.union(*[clash.mine for clash in merged.clashes])
    yield from (f"I typed {block!r}, and it is lost" for block in set(mine) - set(base) - seen)
    yield from (f"they saved {block!r}, and it is unsaved" for block in set(theirs) - set(base) - value)
    yield from (f"nobody typed {block!r}" for block in value - {*base, *mine, *theirs})
    # Where one person edits one of two equal blocks and the other deletes the other, neither is kept.
    kept = {block for block in set(mine) & set(theirs) if base.count(block) < 2}
    yield from (f"both kept {block!r}, and it is lost" for block in kept - seen)
    yield from faults_of_clashes(merged)


def faults_of_clashes(merged):
    for clash in merged.clashes:
        if merged.value[clash.at : clash.at + len(clash.theirs)] != clash.theirs:
            yield f"{clash} does not stand where it says"
        if clash.mine in (clash.theirs, clash.base) or clash.theirs == clash.base:
            yield f"{clash} asks about nothing"
    told = [piece.theirs if isinstance(piece, Clash) else piece for piece in merged.pieces()]
    if [block for piece in told for block in piece] != merged.value:
        yield "the pieces do not add up to the value"
