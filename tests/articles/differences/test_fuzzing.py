import html
import unicodedata
from collections import Counter

from django.test import SimpleTestCase
from django.utils.safestring import SafeData
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.differences import difference, names_difference, summary, text_difference
from articles.differences.blocks import blocks_of
from articles.differences.parts import Part
from articles.html import clean_body, plain_text
from tests.articles.differences.readings import faults, new_lines, old_lines
from tests.articles.hostile_bodies import HOSTILE_BODIES, any_body

WORDS = [
    "the",
    "gate",
    "quay",
    "is",
    "shut",
    "don’t",
    "1,984",
    "<script>",
    "onclick=x",
    "&amp;",
    "中",
    "文字",
    "สวัสดี",
    "(",
    ",",
    ".",
]
# A word with the white space before it and its type; a paragraph as its tag and its words.
words = st.lists(
    st.tuples(
        st.sampled_from([" ", " ", ""]), st.sampled_from(WORDS), st.sampled_from(["", "", "", "strong", "em"])
    ),
    min_size=1,
    max_size=12,
)
paragraphs = st.tuples(st.sampled_from(["p", "p", "p", "h2", "h3"]), words)


@st.composite
def two_revisions(draw):
    """A story, and the same with paragraphs and words taken out, put in and moved."""
    old = draw(st.lists(paragraphs, max_size=8))
    new = list(old)
    for _edit in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, len(new)))
        some = new[place : place + 1]
        edit = draw(st.sampled_from(["words", "words", "put in", "take out", "move"]))
        if edit == "put in":
            new.insert(place, draw(paragraphs))
            continue
        del new[place : place + 1]
        if edit == "move":
            place = draw(st.integers(0, len(new)))
        elif edit == "words":
            some = [draw(reworded(*paragraph)) for paragraph in some]
        if edit != "take out":
            new[place:place] = some
    return old, new


@st.composite
def reworded(draw, tag, old):
    at = draw(st.integers(0, len(old)))
    new = [*old[:at], *draw(st.just([]) | words), *old[at + draw(st.integers(0, 3)) :]]
    return tag, new or old


def written(story):
    return "".join(
        f"<{tag}>{''.join(f'{space}<{mark}>{html.escape(word)}</{mark}>' if mark else space + html.escape(word) for space, word, mark in words)}</{tag}>"
        for tag, words in story
    )


def lines(story):
    return ["".join(space + word for space, word, _mark in words).strip() for _tag, words in story]


def seen_in(text):
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf" and not sign.isspace())


class FuzzTests(SimpleTestCase):
    def assert_harmless(self, parts):
        for part in parts:
            self.assertIsInstance(part.html, SafeData if part.html else str)
            self.assertEqual(list(faults(part)), [])
            self.assert_harmless(part.inside)

    @settings(max_examples=300, deadline=None)
    @given(two_revisions())
    def test_both_texts_can_be_read_off_to_the_space(self, revisions):
        old, new = revisions
        found = difference(written(old), written(new))
        self.assertEqual(new_lines(found), lines(new))
        self.assertEqual(Counter(old_lines(found)), Counter(lines(old)))
        if not any(part.kind == "moved" for part in found.parts):
            self.assertEqual(old_lines(found), lines(old))
        self.assert_harmless(found.parts)
        self.assertEqual(
            found.changes, summary({"body": written(old)}, {"body": written(new)}, {"body": "rich"}).changes
        )

    @settings(max_examples=300, deadline=None)
    @given(any_body | st.sampled_from(HOSTILE_BODIES), any_body | st.sampled_from(HOSTILE_BODIES))
    def test_whatever_comes_in_only_escaped_text_comes_out(self, old, new):
        found = difference(old, new)
        self.assert_harmless(found.parts)
        self.assertTrue(difference(old, old).is_empty)
        self.assertEqual(shapes(found), shapes(difference(old, new)))
        backwards = difference(new, old)
        self.assertEqual(found.is_empty, backwards.is_empty)

    @settings(max_examples=200, deadline=None)
    @given(any_body | st.text(), any_body | st.text())
    def test_plain_text_can_be_read_off_too(self, old, new):
        found = text_difference(old, new)
        self.assert_harmless(found.parts)
        self.assert_harmless(names_difference(old.split(), new.split()).parts)
        self.assertEqual(found.is_empty, text_difference(new, old).is_empty)

    @settings(max_examples=200, deadline=None)
    @given(any_body)
    def test_every_word_of_a_body_is_read(self, body):
        body = clean_body(body)
        read = "".join(token.text for block in blocks_of(body) for token in block.tokens if not token.note)
        # The plain text has no invisible characters; the words have what the body has.
        self.assertEqual(seen_in(read), seen_in(plain_text(body)))

    def test_the_checks_would_see_a_fault(self):
        for markup in [
            "<script>x</script>",
            '<ins class="x">a</ins>',
            "<ins>a",
            "a</i>",
            "<b><ins>a</ins></b>",
            "<ins>a<del>b</del></ins>",
            "<ins><b>a</ins></b>",
            "a & b",
            "a > b",
        ]:
            self.assertTrue(list(faults(Part("changed", markup))), markup)


def shapes(found):
    return [(part.kind, part.html, part.label, part.count) for part in found.parts]
