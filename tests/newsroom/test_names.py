import unicodedata

from django.test import SimpleTestCase

from newsroom.text import KEY_LENGTH, clean_line, clean_text, name_key

NAMES = """
Anna Berg|O’Brien|O'Brien|Jean-Luc Picard|Sør-Pål Ødegård|José Núñez|François Lefèvre|Zoë Müller-Lüdenscheidt|Łukasz Żółć|Đặng Thị Hồng
Nguyễn Văn Ảnh|Lê Hữu Phước|Phạm Quỳnh Như|İbrahim Çağlar|Ayşe Gümüşoğlu|Jiří Dvořák|Ľubomír Šťastný|Árpád Őry|Gheorghe Ștefănescu|Eyþór Þórðarson
Ọlábísí Adébáyọ̀|Ẹ̀bùn Ọ̀ṣun|Ngũgĩ wa Thiong’o|Leilani Kaʻahumanu|Māori Tāne|Siôn ap Dŵr|Seán Ó Súilleabháin|X Æ A-12|D’Arcy McGee|J. R. R. Tolkien
Αλέξανδρος Παπαδόπουλος|Ἀριστοτέλης|Ὠδὴ ᾯ|Владимир Иванов|Олександр Їжак|Ђорђе Љубичић|Қайрат Нұрлан|Արամ Խաչատրյան|შოთა რუსთაველი|Цэрэндорж Бат-Эрдэнэ
محمد علي|مُحَمَّد بْنُ عَبْدِ ٱللَّٰه|فاطمة الزهراء|عبد الرحمن|آرش کمان‌گیر|رضا می‌نویسد|نیلوفر علی‌پور|خواجہ میر درد|نۇرئەلى|ئەحمەد
שרה כהן|דָּוִד בֶּן־גּוּרִיּוֹן|יְרוּשָׁלַיִם|משה ד״ר לוי|रवीन्द्रनाथ ठाकुर|प्रेमचंद मुंशी|क्षितिज ज़ोहरा|राजेश श्रीवास्तव|শেখ মুজিবুর রহমান|র‍্যাচেল বেগম
ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ|મહેન્દ્રસિંહ ધોની|ଜଗନ୍ନାଥ ଦାସ|சுப்பிரமணிய பாரதி|శ్రీనివాస్ రావు|ಕುವೆಂಪು ಪುಟ್ಟಪ್ಪ|വൈക്കം മുഹമ്മദ് ബഷീർ|എം ടി നായര്‍|ශ්‍රී ලාංකික|สมชาย ใจดีที่สุด
กิตติศักดิ์ น้ำเชื่อม|ສົມພອນ ນ້ອຍ|ဒေါ်အောင်ဆန်းစုကြည်|လျှော့မြွှာ ညှို့|សុខ សំណាង|བསྟན་འཛིན་རྒྱ་མཚོ|山田 太郎|山田　花子|渡邊󠄁 一郎|王小明|李·約翰|김민준|스즈키 이치로|さくら ももこ
"""
NAMES = [name for line in NAMES.strip().splitlines() for name in line.split("|")]

TEXTS_THAT_STAY = {
    "a family": "We are 👨‍👩‍👧‍👦 here",
    "a heart and a keycap": "❤️ 1️⃣ ♥︎",
    "a person facing the other way": "🏃‍➡️ 👩🏽‍🚀 🏳️‍🌈",
    "the flag of England, spelt in tag characters": "Up \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f!",
    "a verse of the Quran": "وَٱلصَّٰٓفَّٰتِ صَفّٗا",
    "Hebrew with cantillation": "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים",
    "Malayalam with an open vowel": "അത്‌ ഇത്",
    "Mongolian with a variant letter": "ᠰᠠᠶ᠋ᠢᠨ",
    "two blank lines": "One\n\n\nTwo",
    "a bare no-break space": "10\xa0km",
}


class RealNamesTests(SimpleTestCase):
    def test_names_of_many_scripts_pass_unchanged(self):
        self.assertGreaterEqual(len(NAMES), 80)
        for name in NAMES:
            with self.subTest(name=name):
                self.assertEqual(clean_line(name), unicodedata.normalize("NFC", name))
                self.assertTrue(name_key(name))

    def test_texts_that_need_their_invisible_characters_keep_them(self):
        for what, text in TEXTS_THAT_STAY.items():
            with self.subTest(what):
                self.assertEqual(clean_text(text), unicodedata.normalize("NFC", text))


class NameKeyTests(SimpleTestCase):
    def test_spellings_of_one_name_have_one_key(self):
        for one, other in [
            ("Ana Berg", "ANA  BERG"),
            ("Ana Berg", "AnaBerg"),
            ("Ana Berg", "Ａｎａ　Ｂｅｒｇ"),
            ("Ana Berg", "A\u200bna\xa0Berg"),
            ("O’Brien", "o'brien"),
            ("Jean‑Luc", "Jean-Luc"),
            ("Straße", "STRASSE"),
            ("ﬁona", "Fiona"),
            ("José", "Jose\u0301"),
            ("علی‌پور", "علیپور"),
        ]:
            with self.subTest(one=one, other=other):
                self.assertEqual(name_key(one), name_key(other))

    def test_different_people_have_different_keys(self):
        for one, other in [("José", "Jose"), ("Ana Berg", "Ana Borg"), ("Анна", "Anna")]:
            with self.subTest(one=one, other=other):
                self.assertNotEqual(name_key(one), name_key(other))

    def test_it_fits_its_column(self):
        self.assertEqual(len(name_key("ﷺ" * 80)), KEY_LENGTH)
