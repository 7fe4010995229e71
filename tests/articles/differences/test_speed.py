"""Stories on which difflib alone takes seconds or minutes."""

from random import Random
from time import process_time

from django.test import SimpleTestCase

from articles.differences import difference, summary
from tests.articles.differences.readings import new_lines, old_lines

# No benchmark: what is slow where it must not be takes minutes, on any machine.
CEILING = 40
CHANCE = Random(7)  # noqa: S311  it only has to be repeatable
VOCABULARY = [
    "".join(CHANCE.choices("abcdefghiklmnoprstuw", k=CHANCE.randint(2, 9))) for _word in range(3000)
]
# As in any language: the second word half as frequent as the first, the third a third.
WEIGHTS = [1 / rank for rank in range(1, 3001)]


def words(count, vocabulary=VOCABULARY):
    return CHANCE.choices(vocabulary, WEIGHTS[: len(vocabulary)], k=count)


def paragraphs(text, length=45):
    return "".join(f"<p>{' '.join(text[at : at + length])}.</p>" for at in range(0, len(text), length))


def edited(text, times):
    text = list(text)
    for place in sorted(CHANCE.sample(range(len(text)), times), reverse=True):
        text[place : place + CHANCE.choice([0, 1, 2])] = CHANCE.choice([[], ["newly"], ["put", "in"]])
    return text


class SpeedTests(SimpleTestCase):
    def compared(self, old, new):
        started = process_time()
        found = difference(old, new)
        summary({"body": old}, {"body": new}, {"body": "rich"})
        self.assertLess(process_time() - started, CEILING)
        return found

    def test_a_long_story_with_fifty_edits(self):
        text = words(5000)
        lines = [text[at : at + 45] for at in range(0, 5000, 45)]
        new = "".join(
            f"<p>{' '.join(edited(line, place % 2))}.</p>" for place, line in enumerate(lines[:100])
        )
        found = self.compared(paragraphs(text[:4500]), new)
        self.assertLess(found.changes, 60)
        self.assertLess(found.added_words + found.removed_words, 150)

    def test_everything_written_anew(self):
        self.compared(paragraphs(words(5000)), paragraphs(words(5000)))
        self.compared(paragraphs(words(5000)), paragraphs(words(5000, VOCABULARY[::-1])))
        self.compared(paragraphs(words(5000), 2), paragraphs(words(5000), 2))

    def test_one_paragraph_of_twenty_thousand_words(self):
        text = words(20_000)
        for end in (".", ""):
            sentences = [word + end * (place % 17 == 16) for place, word in enumerate(text)]
            new = edited(sentences, 100)
            found = self.compared(f"<p>{' '.join(sentences)}</p>", f"<p>{' '.join(new)}</p>")
            self.assertLess(found.added_words + found.removed_words, 600)
            self.assertEqual(found.changes, 1)
            self.assertEqual((old_lines(found), new_lines(found)), ([" ".join(sentences)], [" ".join(new)]))
        self.compared(f"<p>{' '.join(text)}</p>", f"<p>{' '.join(words(20_000))}</p>")

    def test_two_words_over_and_over(self):
        self.compared(*(f"<p>{' '.join(CHANCE.choices('ab', k=20_000))}</p>" for _side in range(2)))

    def test_one_paragraph_three_thousand_times(self):
        same = "<p>the same words</p>" * 3000
        self.assertEqual(self.compared(f"<p>X</p>{same}", f"{same}<p>Y</p>").changes, 2)
        self.assertEqual(self.compared(same, "<p>the same word</p>" * 3000).changes, 3000)

    def test_paragraphs_that_are_all_alike(self):
        old, new = (
            "".join(f"<p>number {at + side} is like the others</p>" for at in range(3000))
            for side in (0, 9000)
        )
        self.assertEqual(self.compared(old, new).changes, 3000)

    def test_a_text_without_a_space(self):
        self.compared(f"<p>{'x' * 100_000}</p>", f"<p>{'x' * 99_999}y</p>")
        self.compared(
            *(f"<p>{''.join(CHANCE.choices('的一是不了人我在有他', k=33_000))}</p>" for _side in range(2))
        )

    def test_tags_that_never_end(self):
        for piece in ('<a "', "<a x='", "<!--", "<script ", "<![", "</", "&#", "&"):
            found = self.compared(piece * 15_000, "")
            self.assertEqual(old_lines(found), old_lines(difference(piece * 15_000, "")))
