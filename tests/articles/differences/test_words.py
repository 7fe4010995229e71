from django.test import SimpleTestCase

from articles.differences.words import plain_words, words_of


class WordTests(SimpleTestCase):
    CASES = {
        "punctuation stands alone": ("“Ice,” (she) said…", ["“", "Ice", ",", "”", "(", "she", ")", "said", "…"]),
        "what belongs together stays so": ("don’t well-known 10,000 3.5 a_b", ["don’t", "well-known", "10,000", "3.5", "a_b"]),
        "a dash between words parts them": ("one—two–three", ["one", "—", "two", "–", "three"]),
        "letters with accents": ("cafe\u0301 नमस्ते।", ["cafe\u0301", "नमस्ते", "।"]),
        "Chinese by the character": ("东京，2024年", ["东", "京", "，", "2024", "年"]),
        "Japanese with its voicing": ("か\u3099っこう", ["か\u3099", "っ", "こ", "う"]),
        "Thai by the letter with its vowels": ("เที่ยวไทย", ["เที่", "ย", "ว", "ไท", "ย"]),
        "Khmer with what is written below": ("ខ្មែរ", ["ខ្មែ", "រ"]),
        "a picture": ("👍🏽 ok", ["👍🏽", "ok"]),
    }  # fmt: skip

    def test_a_word_is_what_is_changed_as_one(self):
        for name, (text, words) in self.CASES.items():
            with self.subTest(name):
                self.assertEqual([token.text for token in words_of(text)], words)

    def test_the_space_before_a_word_is_noted(self):
        self.assertEqual(
            [token.space for token in words_of("a, b  (c)")], [False, False, True, True, False, False]
        )
        self.assertEqual([token.space for token in words_of("a b", space=True)], [True, True])
        self.assertEqual([token.space for token in words_of(" a")], [True])

    def test_only_words_are_counted(self):
        self.assertEqual(
            [token.is_counted for token in plain_words("a , 中\n1")], [True, False, True, False, True]
        )
