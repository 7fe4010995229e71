from django.test import SimpleTestCase

from articles.embeds import embed_at
from articles.html import clean_body

VIDEO = "dQw4w9WgXcQ"
WATCH = f"https://www.youtube.com/watch?v={VIDEO}"


class EmbedTests(SimpleTestCase):
    def test_however_an_address_was_copied_it_is_one_and_the_same(self):
        for address in [
            f"https://youtu.be/{VIDEO}?si=abc&t=10",
            f"http://m.youtube.com/watch?feature=share&v={VIDEO}",
            f"https://www.youtube.com/shorts/{VIDEO}",
            f"https://www.youtube-nocookie.com/embed/{VIDEO}",
            f" {WATCH} ",
        ]:
            with self.subTest(address=address):
                self.assertEqual(embed_at(address).address, WATCH)

    def test_each_provider_is_known_by_its_posts(self):
        for address, provider, kept in [
            ("https://vimeo.com/123456", "Vimeo", "https://vimeo.com/123456"),
            (
                "https://player.vimeo.com/video/123456?h=abcdef01",
                "Vimeo",
                "https://vimeo.com/123456/abcdef01",
            ),
            (
                "https://bsky.app/profile/paper.bsky.social/post/3kabcdefghi2x",
                "Bluesky",
                "https://bsky.app/profile/paper.bsky.social/post/3kabcdefghi2x",
            ),
            (
                "https://mastodon.social/@paper/112233445566",
                "Mastodon",
                "https://mastodon.social/@paper/112233445566",
            ),
            (
                "https://twitter.com/paper/status/1234567890?s=20",
                "X",
                "https://x.com/paper/status/1234567890",
            ),
            ("https://instagram.com/p/CabC-_1/?igsh=x", "Instagram", "https://www.instagram.com/p/CabC-_1/"),
        ]:
            with self.subTest(address=address):
                embed = embed_at(address)
                self.assertEqual((embed.provider, embed.address), (provider, kept))
                self.assertEqual(embed_at(embed.address), embed)

    def test_what_stands_elsewhere_or_pretends_to_is_none(self):
        for address in [
            "",
            "youtube.com",
            f"//youtu.be/{VIDEO}",
            f"javascript:https://youtu.be/{VIDEO}",
            f"https://youtube.com.evil.test/watch?v={VIDEO}",
            f"https://youtube.com@evil.test/watch?v={VIDEO}",
            f"https://evil.test@youtu.be/{VIDEO}",
            f"https://youtu.be:8080/{VIDEO}",
            f"https://youtu.be:x/{VIDEO}",
            f'https://youtu.be/{VIDEO}"onload=x',
            "https://www.youtube.com/@paper",
            "https://www.youtube.com/watch?v=short",
            "https://vimeo.com/about",
            "https://bsky.app/profile/paper.bsky.social",
            "https://mastodon.example/@paper/112233445566",
            "https://x.com/paper",
            "https://[",
            WATCH + "x" * 400,
        ]:
            with self.subTest(address=address):
                self.assertIsNone(embed_at(address))

    def test_only_films_have_a_frame_and_it_is_that_of_the_private_kind(self):
        self.assertEqual(embed_at(WATCH).frame, f"https://www.youtube-nocookie.com/embed/{VIDEO}?autoplay=1")
        self.assertIn("dnt=1", embed_at("https://vimeo.com/123456").frame)
        self.assertEqual(embed_at("https://x.com/paper/status/1234567890").frame, "")

    def test_in_a_story_what_is_not_known_is_an_ordinary_link(self):
        self.assertEqual(
            clean_body('<figure data-embed="https://x.test/?a=1&b=2"><figcaption>Seen</figcaption></figure>'),
            '<p><a href="https://x.test/?a=1&amp;b=2" rel="noopener">https://x.test/?a=1&amp;b=2</a></p><p>Seen</p>',
        )
        self.assertEqual(clean_body('<figure data-embed="javascript:x">a</figure>'), "<p>a</p>")
        self.assertEqual(
            clean_body(f'<p>a<figure data-embed="https://youtu.be/{VIDEO}">'),
            f'<p>a</p><figure data-embed="{WATCH}"></figure>',
        )
