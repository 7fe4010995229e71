from django.test import SimpleTestCase

from articles.differences import names_difference, text_difference
from tests.articles.differences.readings import shown


class TextTests(SimpleTestCase):
    CASES = {
        "a word": ("Gate shut", "Gate open", [("changed", "Gate <del>shut</del><ins>open</ins>")]),
        "the same": ("Gate shut", "Gate  shut ", [("kept", "Gate shut")]),
        "written": ("", "Gate", [("added", "<ins>Gate</ins>")]),
        "emptied": ("Gate", " ", [("removed", "<del>Gate</del>")]),
        "never written": ("", "", []),
        "markup is text": ("<b>a</b>", "<b>c</b>", [("changed", "&lt;b&gt;<del>a</del><ins>c</ins>&lt;/b&gt;")]),
        "a slug": ("gate-shut", "gate-open", [("changed", "<del>gate-shut</del><ins>gate-open</ins>")]),
        "a line break": ("a\nb", "a b", [("changed", "a<del> ↵</del> b")]),
        "Chinese": ("东京都知事辞职", "东京市知事昨天辞职", [("changed", "东京<del>都</del><ins>市</ins>知事<ins>昨天</ins>辞职")]),
        "Korean": ("문이 닫혔다", "문은 닫혔다", [("changed", "문<del>이</del><ins>은</ins> 닫혔다")]),
        "Thai": ("สวัสดีครับ", "สวัสดีค่ะ", [("changed", "สวัสดี<del>ครับ</del><ins>ค่ะ</ins>")]),
        "Hindi": ("दरवाज़ा बंद है", "दरवाज़ा खुला है", [("changed", "दरवाज़ा <del>बंद</del><ins>खुला</ins> है")]),
        "what no page can hold": ("a\0b\ud800", "ab", [("kept", "ab")]),
    }  # fmt: skip

    def test_a_line_is_compared_by_word(self):
        for name, (old, new, parts) in self.CASES.items():
            with self.subTest(name):
                self.assertEqual(shown(text_difference(old, new)), parts)

    def test_it_is_empty_if_a_reader_would_see_nothing(self):
        for name, (old, new, parts) in self.CASES.items():
            with self.subTest(name):
                self.assertIs(
                    text_difference(old, new).is_empty, all(kind == "kept" for kind, _html in parts)
                )

    def test_words_are_counted(self):
        found = text_difference("Gate shut at noon", "Gate open, at last, today")
        self.assertEqual((found.added_words, found.removed_words), (3, 2))
        self.assertEqual(text_difference("", "东京").added_words, 2)
        self.assertEqual(text_difference("a-b c", "").removed_words, 2)

    def test_a_line_has_no_label(self):
        self.assertEqual(text_difference("a", "b").parts[0].label, "")


class NameTests(SimpleTestCase):
    def test_names_come_and_go(self):
        self.assertEqual(
            shown(names_difference(["Harbour", "Noise & dirt"], ["Harbour", "Council <i>", "Vote"])),
            [
                ("kept", "Harbour"),
                ("removed", "<del>Noise &amp; dirt</del>"),
                ("added", "<ins>Council &lt;i&gt;</ins>"),
                ("added", "<ins>Vote</ins>"),
            ],
        )

    def test_a_name_that_moved_is_told_once(self):
        self.assertEqual(
            shown(names_difference(["Ana", "Tom", "Piet"], ["Tom", "Piet", "Ana"])),
            [("kept", "Tom"), ("kept", "Piet"), ("moved", "Ana")],
        )

    def test_a_name_given_twice_moves_once(self):
        found = names_difference(["Ana", "Tom", "Piet"], ["Tom", "Piet", "Ana", "Ana"])
        self.assertEqual([part.kind for part in found.parts], ["kept", "kept", "moved", "added"])

    def test_nothing_changed(self):
        self.assertTrue(names_difference(["a"], ["a"]).is_empty)
        self.assertTrue(names_difference([], []).is_empty)
        self.assertFalse(names_difference(["a", "b"], ["b", "a"]).is_empty)

    def test_words_are_counted(self):
        found = names_difference(["Ana Duarte", "Tom", "Piet"], ["Piet", "Ana Duarte", "Ama Ruiz of Quay"])
        self.assertEqual((found.added_words, found.removed_words), (4, 1))
