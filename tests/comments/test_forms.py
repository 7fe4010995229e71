import uuid
from datetime import date

from django.test import SimpleTestCase, TestCase, override_settings

from articles.models import Article
from comments.choices import Status
from comments.forms import CommentForm
from comments.models import Comment
from tests.factories import make_approved, make_comment, make_published

# What a reader cannot see: spaces of every width, joiners, directions, fillers, tag characters, controls.
NOTHING = [
    "", " ", "\t", "\r\n\r\n", "\xa0", "\u3000", "\u2003\u2009", "\u200b", "\u200c\u200d", "\u2060", "\ufeff", "\u3164",
    "\u2800", "\uffa0", "\u115f\u1160", "\xad", "\u202e", "\u2066\u2069", "\u200e\u200f", "\U000e0041", "\ufe0f", "\u0301",
    "\x00", "\x07\x1b", "\u180e", "\u034f", "\u2028\u2029", " \u200b\xa0\u2060 ",
]  # fmt: skip


class CommentFormTests(SimpleTestCase):
    def form(self, **data):
        article = Article(pk=1, slug="s", published_on=date(2026, 11, 22))
        return CommentForm({"name": "Anna", "text": "Words", **data}, article=article)

    def test_a_name_and_a_text_are_all_that_is_needed(self):
        form = self.form()
        self.assertTrue(form.is_valid(), form.errors)

    def test_the_two_messages_are_these(self):
        form = self.form(name="", text="")
        self.assertEqual(form.errors["text"], ["Please enter your comment!"])
        self.assertEqual(form.errors["name"], ["Please enter your name here"])

    def test_what_nobody_can_see_is_empty(self):
        for nothing in NOTHING:
            with self.subTest(repr(nothing)):
                form = self.form(name=nothing, text=nothing)
                self.assertEqual(form.errors.get("text"), ["Please enter your comment!"])
                self.assertEqual(form.errors.get("name"), ["Please enter your name here"])

    def test_names_of_people_pass_as_they_are(self):
        names = [
            "O", "Q Q", "O'Brien", "Anne-Marie", "鲁宏祥", "محمد", "שרה", "नरेन्द्र", "김민준", "José", "Nguyễn Thị", "می‌خواهم",
            "Łukasz", "Ng", "Dr. X Æ A-12", "สมชาย", "ლაშა",
        ]  # fmt: skip
        for name in names:
            form = self.form(name=name)
            self.assertTrue(form.is_valid(), name)
            self.assertEqual(form.cleaned_data["name"], name)

    def test_what_could_deceive_leaves_a_name(self):
        for sent, kept in {
            "An\u202ena": "Anna",
            " An\x00na\u200b ": "Anna",
            "Anna\r\nBerg": "Anna Berg",
        }.items():
            form = self.form(name=sent)
            self.assertTrue(form.is_valid(), form.errors)
            self.assertEqual(form.cleaned_data["name"], kept)

    def test_lines_stay_and_controls_go(self):
        form = self.form(text="One\r\nTwo\x0b\x00\r\rThree\u202e")
        self.assertTrue(form.is_valid())
        self.assertEqual(form.cleaned_data["text"], "One\nTwo\n\n\nThree")

    def test_the_limit_counts_as_the_browser_does(self):
        for sign in ("x", "é", "字", "😀", "\r\n"):
            with self.subTest(repr(sign)):
                fits = "x" + sign * 4998 + "x"
                self.assertTrue(self.form(text=fits).is_valid())
                form = self.form(text=fits + "x")
                self.assertEqual(form.errors["text"], ["Comment must be 5,000 characters or less"])
        self.assertTrue(self.form(name="n" * 80).is_valid())
        form = self.form(name="n" * 81)
        self.assertEqual(form.errors["name"], ["Name must be 80 characters or less"])

    def test_nothing_is_cut_silently(self):
        form = self.form(text="字" * 5000, name="😀" * 80)
        self.assertTrue(form.is_valid())
        self.assertEqual((len(form.cleaned_data["text"]), len(form.cleaned_data["name"])), (5000, 80))

    def test_a_name_that_grows_when_it_is_tidied_still_fits_its_column(self):
        column = Comment._meta.get_field("name").max_length
        for sign in ("\ufb2c", "\u0958", "\u0344", "\u1fe2"):
            form = self.form(name=sign * 80)
            if form.is_valid():
                self.assertLessEqual(len(form.cleaned_data["name"]), column, repr(sign))

    def test_a_hidden_field_never_costs_a_reader_their_words(self):
        for field in ("token", "reply_to"):
            for value in ("", "nonsense", "\x00", "0" * 500, "٣" * 32):
                form = self.form(**{field: value})
                self.assertTrue(form.is_valid(), (field, value, form.errors))
        self.assertTrue(self.form(website="\x00spam").is_valid())

    @override_settings(COMMENT_TEXT_LENGTH=77)
    def test_the_page_is_told_the_limit(self):
        self.assertIn('data-limit="77"', str(self.form()["text"]))


class MarkupTests(TestCase):
    """The accessibility list of the form, by what stands in the page."""

    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()
        cls.address = f"{cls.story.get_absolute_url()}comments/"

    def test_the_form_as_it_is_first_seen(self):
        page = self.client.get(self.address)
        for part in (
            '<label for="id_text">Your comment</label>',
            '<label for="id_name">Your name</label>',
            'id="id_text_helptext"',
            'aria-describedby="id_text_helptext"',
            'autocomplete="name"',
            'spellcheck="false"',
            "novalidate",
            f'action="{self.address}"',
            'method="post"',
        ):
            self.assertContains(page, part)
        self.assertContains(page, 'aria-required="true"', count=2)
        for part in ("csrfmiddlewaretoken", "maxlength", "placeholder", " required", "aria-invalid"):
            self.assertNotContains(page, part)

    def test_the_trap_is_hidden_from_everybody_but_machines(self):
        page = self.client.get(self.address).content.decode()
        trap = page[page.index('class="field trap"') :].partition("</div>")[0]
        for part in ('aria-hidden="true"', 'tabindex="-1"', 'autocomplete="off"', 'name="website"'):
            self.assertIn(part, trap)

    def test_errors_are_linked_and_announced(self):
        page = self.client.post(
            self.address, {"name": "", "text": ""}, headers={"sec-fetch-site": "same-origin"}
        )
        for part in (
            "<title>Error: ",
            'class="summary" tabindex="-1" autofocus',
            'role="alert"',
            '<a href="#id_text">Please enter your comment!</a>',
            '<a href="#id_name">Please enter your name here</a>',
            'id="id_text_error"',
            'aria-describedby="id_text_helptext id_text_error"',
            '<span class="unseen">Error:</span>',
        ):
            self.assertContains(page, part, status_code=422)
        self.assertContains(page, 'aria-invalid="true"', count=2, status_code=422)
        content = page.content.decode()
        self.assertLess(content.index("There is a problem"), content.index("<h1"))
        self.assertEqual(content.count("autofocus"), 1)


class ParentTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.story = make_published()

    def parent(self, public_id):
        form = CommentForm({"name": "A", "text": "T", "reply_to": public_id}, article=self.story)
        self.assertTrue(form.is_valid(), form.errors)
        return form.parent

    def test_an_approved_comment_of_the_story_is_answered(self):
        root = make_approved(self.story)
        self.assertEqual(self.parent(root.public_id), root)

    def test_any_other_is_not_and_the_words_are_kept(self):
        elsewhere = make_approved(make_published())
        others = [make_comment(self.story, status=status) for status in Status if status != Status.APPROVED]
        for public_id in [elsewhere.public_id, uuid.uuid4(), "", *[other.public_id for other in others]]:
            self.assertIsNone(self.parent(public_id))
