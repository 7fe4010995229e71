from django.test import SimpleTestCase

from articles.differences import difference
from articles.merging.cutting import blocks

FIGURE = '<figure data-photo="12"><figcaption>At low tide</figcaption></figure>'


class FigureTests(SimpleTestCase):
    def changed(self, old, new):
        return [
            (part.kind, part.label, part.html) for part in difference(old, new, 0).parts if part.count == 1
        ]

    def test_a_picture_is_named_by_its_number_with_its_caption(self):
        [(kind, label, html)] = self.changed("", FIGURE)
        self.assertEqual((kind, label), ("added", "picture"))
        self.assertEqual(html, "<ins> [picture № 12] At low tide</ins>")

    def test_another_picture_and_another_place_are_changes(self):
        self.assertTrue(difference(FIGURE, FIGURE.replace("12", "13")).changes)
        wide = FIGURE.replace('"12"', '"12" data-place="wide"')
        self.assertIn("picture № 12 · wide", self.changed(FIGURE, wide)[0][2])
        self.assertEqual(difference(FIGURE, FIGURE).changes, 0)

    def test_a_quotation_that_became_a_pull_quote_is_a_change(self):
        old = "<blockquote><p>The tide turned.</p></blockquote>"
        [(kind, _label, html)] = self.changed(old, old.replace("<blockquote", '<blockquote data-pull=""'))
        self.assertEqual(kind, "changed")
        self.assertIn("<ins>[pull quote]</ins>", html)

    def test_what_comes_from_elsewhere_is_named_by_its_address(self):
        [(_kind, label, html)] = self.changed("", '<figure data-embed="https://vimeo.com/123456"></figure>')
        self.assertEqual(label, "from elsewhere")
        self.assertIn("[https://vimeo.com/123456]", html)

    def test_a_figure_is_one_block_to_a_merge(self):
        gallery = f'<figure data-gallery="">{FIGURE}{FIGURE}</figure>'
        self.assertEqual(blocks(f"<p>a</p>{gallery}{FIGURE}"), ["<p>a</p>", gallery, FIGURE])
