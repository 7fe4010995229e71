"""Files that are broken, disguised or built to exhaust: refused with a sentence, or harmless."""

import io
import random
import subprocess
import sys
from unittest import mock

from django.conf import settings
from django.test import SimpleTestCase
from django.utils.functional import Promise
from PIL import AvifImagePlugin, Image, ImageFile

from articles.pictures import MAX_BYTES, MAX_FRAMES, Refused, read, renditions
from articles.pictures.limits import MAX_GIF_BLOCKS, MAX_JPEG_SEGMENTS, MAX_PNG_CHUNKS, MAX_SCANS
from articles.pictures.stripping.avif import boxes
from articles.pictures.stripping.jpeg import coefficient_bytes, refuse_if_costly

from .picture_files import (
    animation,
    chunk,
    exif,
    landscape,
    plain,
    saved,
    with_blocks,
    with_chunks,
    with_segments,
)

KINDS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
# A script to browsers that guess, the beginning of a picture of 10,799 by 29,500 pixels to decoders.
SCRIPT_GIF = b"GIF89a/*<script>alert(1)</script>*/=1;"


class HostileCase(SimpleTestCase):
    def picture_of(self, data):
        return read(io.BytesIO(data))

    def assert_refused(self, data, sentence):
        with self.assertRaisesMessage(Refused, sentence):
            self.picture_of(data)


class RefusalTests(HostileCase):
    def test_an_empty_file_is_called_empty(self):
        self.assert_refused(b"", "This file is empty.")

    def test_a_file_may_be_as_large_as_the_limit_and_not_a_byte_more(self):
        data = saved(plain(), "JPEG").ljust(MAX_BYTES, b"\0")
        self.picture_of(data)
        self.assert_refused(data + b"\0", "This file is larger than 25 MB.")

    def test_only_pictures_for_the_web_are_taken(self):
        others = {kind: saved(plain(), kind) for kind in ("EPS", "TIFF", "BMP", "ICO", "PPM", "TGA", "PCX")}
        others["SVG"] = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
        others["ZIP"] = b"PK\x03\x04" + bytes(300)
        others["HTML"] = b"<!doctype html><script>alert(1)</script>"
        others["PDF with a picture"] = b"%PDF-1.4\n" + saved(plain(), "JPEG")
        others["HEIC"] = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100)
        for name, data in others.items():
            with self.subTest(name):
                self.assert_refused(data, "This file is not a picture we can use: send a JPEG")

    def test_a_beginning_alone_makes_no_picture(self):
        for kind in KINDS:
            with self.subTest(kind):
                self.assert_refused(saved(plain(), kind)[:24], "cut off or damaged")
        self.assert_refused(SCRIPT_GIF, "cut off or damaged")

    def test_half_a_file_is_refused_and_the_whole_is_taken(self):
        for kind, options in [(kind, {}) for kind in KINDS] + [("JPEG", {"progressive": True})]:
            data = saved(landscape(300, 200), kind, **options)
            with self.subTest(kind, **options):
                self.picture_of(data)
                self.assert_refused(data[: len(data) // 2], "cut off or damaged")

    def test_the_sentence_is_translated_when_it_is_read(self):
        with self.assertRaises(Refused) as refusal:
            self.picture_of(saved(plain(8001, 5000, mode="1", colour=0), "PNG"))
        self.assertIsInstance(refusal.exception.sentence, Promise)
        self.assertEqual(
            str(refusal.exception), "This picture is 41 megapixels; the limit is 40. Make it smaller."
        )

    def test_whatever_a_decoder_raises_becomes_a_sentence(self):
        data = saved(plain(), "PNG")
        for error in (OSError, SyntaxError, ValueError, IndexError, EOFError, MemoryError, OverflowError):
            with self.subTest(error), mock.patch.object(Image, "open", side_effect=error):
                self.assert_refused(data, "cut off or damaged")
        with (
            mock.patch.object(Image, "open", side_effect=KeyboardInterrupt),
            self.assertRaises(KeyboardInterrupt),
        ):
            self.picture_of(data)

    def test_files_damaged_by_chance_are_read_or_refused_and_nothing_else(self):
        chance = random.Random(1)  # noqa: S311 - has to be the same every time
        image = landscape(90, 60)
        files = [
            saved(image, kind, exif=exif(6), **({"speed": 10} if kind == "AVIF" else {})) for kind in KINDS
        ]
        refused = 0
        for _ in range(400):
            data = bytearray(chance.choice(files))
            for _ in range(chance.choice((1, 2, 8))):
                data[chance.randrange(chance.choice((60, len(data))))] = chance.randrange(256)
            try:
                list(renditions(self.picture_of(bytes(data))))
            except Refused:
                refused += 1
        self.assertTrue(100 < refused < 400, refused)


class BombTests(HostileCase):
    def assert_refused_undecoded(self, data, sentence):
        with (
            mock.patch.object(ImageFile.ImageFile, "load", autospec=True) as load,
            mock.patch.object(AvifImagePlugin.AvifImageFile, "load", autospec=True) as load_avif,
        ):
            self.assert_refused(data, sentence)
        load.assert_not_called()
        load_avif.assert_not_called()

    def test_too_many_pixels_are_refused_by_the_header(self):
        self.picture_of(saved(plain(8000, 5000, mode="1", colour=0), "PNG"))
        for side, megapixels in ((6325, 41), (13000, 169), (14000, 196)):
            with self.subTest(side):
                data = saved(plain(side, side, mode="1", colour=0), "PNG")
                self.assertLess(len(data), 30_000)
                self.assert_refused_undecoded(data, f"is {megapixels} megapixels; the limit is 40")

    def test_whatever_else_opens_pictures_is_held_to_the_same_limit(self):
        # In a process of its own, because here every warning is an error anyway.
        program = """
import io
from PIL import Image
import articles.pictures
file = io.BytesIO()
Image.new("1", (6325, 6325)).save(file, "PNG")
try:
    Image.open(file)
except Image.DecompressionBombWarning:
    print("stopped")
"""
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=settings.BASE_DIR, capture_output=True, check=True
        )
        self.assertEqual(done.stdout.split(), [b"stopped"])

    def test_no_decoder_is_tried_but_the_one_for_its_content(self):
        with mock.patch.object(Image, "open", side_effect=Image.open) as opened:
            self.picture_of(saved(plain(), "GIF"))
        self.assertEqual(opened.call_args.kwargs, {"formats": ("GIF",)})

    def test_webp_and_avif_are_held_to_less(self):
        self.picture_of(saved(plain(2000, 1000), "WEBP", method=0))
        for kind, options in {"WEBP": {"method": 0}, "AVIF": {"speed": 10}}.items():
            with self.subTest(kind):
                data = saved(plain(4100, 4000), kind, **options)
                self.assert_refused_undecoded(data, "is 17 megapixels; the limit is 16")

    def test_a_gif_cannot_grow_behind_its_header(self):
        gif = saved(plain(16, 16, mode="P", colour=0), "GIF")
        place = gif.index(b",\0\0\0\0\x10\0\x10\0")
        self.picture_of(gif)
        grown = gif[: place + 5] + b"\xff\xff\xff\xff" + gif[place + 9 :]
        self.assert_refused_undecoded(grown, "is 4295 megapixels")

    def test_long_animations_are_refused_and_short_ones_stand_still(self):
        for kind in ("GIF", "PNG", "WEBP", "AVIF"):
            options = {"speed": 10} if kind == "AVIF" else {}
            with self.subTest(kind):
                longest = animation(MAX_FRAMES, kind, **options)
                self.assertEqual(Image.open(io.BytesIO(longest)).n_frames, MAX_FRAMES)
                self.picture_of(longest)
                self.assert_refused_undecoded(
                    animation(MAX_FRAMES + 1, kind, **options), "This is an animation of 51 frames."
                )

    def test_the_first_frame_is_the_one_that_is_shown(self):
        first, second = plain(colour="red"), plain(colour="blue")
        for kind in ("GIF", "PNG", "WEBP", "AVIF", "MPO"):
            data = saved(first, kind, save_all=True, append_images=[second])
            with self.subTest(kind):
                red, _, blue = self.picture_of(data).image.getpixel((30, 20))
                self.assertTrue(red > 200 and blue < 50)

    def test_files_of_countless_parts_are_refused_before_they_are_opened(self):
        jpeg, png, gif = (
            saved(plain(), "JPEG"),
            saved(plain(), "PNG"),
            saved(plain(mode="P", colour=0), "GIF"),
        )
        for name, build, limit in (
            ("JPEG segments", lambda number: with_segments(jpeg, *[b""] * number), MAX_JPEG_SEGMENTS),
            ("PNG chunks", lambda number: with_chunks(png, number * chunk(b"prVt")), MAX_PNG_CHUNKS),
            (
                "GIF comments",
                lambda number: with_blocks(gif, b"!\xfe" + number * b"\x01a" + b"\0"),
                MAX_GIF_BLOCKS,
            ),
            ("GIF extensions", lambda number: with_blocks(gif, number * b"!\x01\0"), MAX_GIF_BLOCKS),
        ):
            with self.subTest(name):
                self.picture_of(build(limit // 2))
                with mock.patch.object(Image, "open") as opened:
                    self.assert_refused(build(limit + 1), "stored in an unusual way")
                opened.assert_not_called()

    def test_profiles_are_unpacked_once(self):
        png = saved(plain(), "PNG")
        profiles = 500 * chunk(b"iCCP", b"a\0\0" + b"no profile")
        with mock.patch("PIL.PngImagePlugin.PngStream.chunk_iCCP", autospec=True) as unpack:
            unpack.side_effect = lambda stream, place, length: ImageFile._safe_read(stream.fp, length)
            self.picture_of(with_chunks(png, profiles))
        self.assertEqual(unpack.call_count, 1)

    def test_a_jpeg_of_endless_scans_is_refused(self):
        jpeg = saved(landscape(), "JPEG", progressive=True)
        start = jpeg.rindex(b"\xff\xda")
        scan, end = jpeg[start:-2], jpeg[-2:]
        usual = jpeg.count(b"\xff\xda")
        self.picture_of(jpeg[:-2] + (MAX_SCANS - usual) * scan + end)
        self.assert_refused(jpeg[:-2] + (MAX_SCANS - usual + 1) * scan + end, "stored in an unusual way")

    def test_a_progressive_jpeg_is_held_to_what_its_coefficients_take(self):
        image = landscape(400, 300)
        with mock.patch("articles.pictures.stripping.jpeg.MAX_COEFFICIENT_BYTES", 2 * 400 * 300 * 2):
            self.picture_of(saved(image, "JPEG", progressive=True, subsampling="4:2:0"))
            self.picture_of(saved(image, "JPEG", subsampling="4:4:4"))
            progressive = saved(image, "JPEG", progressive=True, subsampling="4:4:4")
            self.assert_refused(progressive, "stored in an unusual way")

    def test_so_is_a_plain_jpeg_with_a_scan_for_each_channel(self):
        frame = bytes.fromhex("ffc0 0011 08 1770 1770 03 011100 021100 031100")
        self.assertEqual(coefficient_bytes(frame), 6000 * 6000 * 3 * 2)
        together, alone = bytes.fromhex("ffda 000c 03"), bytes.fromhex("ffda 0008 01")
        refuse_if_costly([frame], [together])
        with self.assertRaises(Refused):
            refuse_if_costly([frame], [alone, alone, alone])

    def test_the_exif_block_of_an_avif_is_not_unpacked(self):
        data = saved(plain(), "AVIF", speed=10, exif=exif(t270="words"))
        with mock.patch.object(Image.Exif, "load", autospec=True) as load:
            Image.open(io.BytesIO(data))
            load.assert_called_once()
            load.reset_mock()
            self.picture_of(data)
            load.assert_not_called()

    def test_boxes_of_an_avif_are_told_apart_however_their_length_is_written(self):
        short, long, last = (
            b"\0\0\0\x0cfreeabcd",
            b"\0\0\0\x01free" + (20).to_bytes(8) + b"Exif",
            b"\0\0\0\0mdatExif",
        )
        self.assertEqual([bytes(box) for box in boxes(short + long + last)], [short, long, last])
