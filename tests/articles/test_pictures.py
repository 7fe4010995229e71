import hashlib
import io
from unittest import mock

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import SimpleTestCase
from PIL import Image, ImageChops, ImageCms, ImageStat

from articles.pictures import EXTENSIONS, WIDTHS, Refused, read, renditions, widths_for
from articles.pictures.colour import opaque
from articles.pictures.reading import enough_for_renditions, refuse_if_too_tall

from .picture_files import chunk, exif, landscape, noise, plain, png, saved

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)

# How an upright picture is stored under each orientation, from the definition of the tag: which corner of the
# scene the first stored row and column show.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def picture_of(data):
    return read(io.BytesIO(data))


def pixel_of(data, place=(0, 0)):
    return picture_of(data).image.getpixel(place)


def difference(one, other):
    """The mean difference of two pictures, 0 to 255."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


class PictureCase(SimpleTestCase):
    def assert_colour(self, found, wanted, tolerance=3):
        close = all(abs(one - other) <= tolerance for one, other in zip(found, wanted, strict=True))
        self.assertTrue(close, f"{found} is not {wanted}")


class ReadingTests(PictureCase):
    def test_a_picture_of_each_kind_is_read_and_known_by_its_content(self):
        for kind, extension in {
            "JPEG": "jpg",
            "PNG": "png",
            "WEBP": "webp",
            "AVIF": "avif",
            "GIF": "gif",
        }.items():
            data = saved(plain(60, 40), kind)
            with self.subTest(kind):
                picture = read(SimpleUploadedFile("portrait.png", data, "image/png"))
                self.assertEqual((picture.width, picture.height), (60, 40))
                self.assertEqual((picture.image.mode, picture.image.size), ("RGB", (60, 40)))
                self.assert_colour(picture.image.getpixel((30, 20)), RED)
                self.assertEqual(picture.extension, extension)
                self.assertEqual(picture.content_hash, hashlib.sha256(data).hexdigest())

    def test_the_file_is_read_from_its_beginning_and_left_there(self):
        upload = io.BytesIO(saved(plain(), "PNG"))
        upload.seek(20)
        read(upload)
        self.assertEqual(upload.tell(), 0)

    def test_a_large_photograph_is_decoded_smaller_but_remembered_whole(self):
        photograph = landscape(3900, 3850)
        for kind in ("JPEG", "PNG"):
            with self.subTest(kind):
                with mock.patch("articles.pictures.reading.opaque", side_effect=opaque) as decoded:
                    picture = picture_of(saved(photograph, kind, exif=exif(6), compress_level=1))
                self.assertEqual((picture.width, picture.height), (3850, 3900))
                self.assertEqual(decoded.call_args.args[0].width, {"JPEG": 1950, "PNG": 3900}[kind])
                self.assertLess(picture.image.width, 2000)
                self.assertGreaterEqual(picture.image.width, WIDTHS[-1])

    def test_landscapes_keep_enough_for_a_square_of_the_full_width(self):
        self.assertEqual(enough_for_renditions(6000, 4000), (2880, 1920))
        self.assertEqual(enough_for_renditions(4000, 6000), (1920, 2880))
        self.assertEqual(enough_for_renditions(20000, 2000), (3840, 384))
        self.assertEqual(enough_for_renditions(800, 600), (800, 600))
        self.assertEqual(enough_for_renditions(20000, 1), (3840, 1))


class OrientationTests(PictureCase):
    scene = Image.new("RGB", (64, 48), WHITE)
    scene.paste(RED, (0, 0, 32, 24))
    scene.paste(GREEN, (32, 0, 64, 24))
    scene.paste(BLUE, (0, 24, 32, 48))

    def assert_upright(self, picture):
        self.assertEqual((picture.width, picture.height), (64, 48))
        corners = {(8, 6): RED, (56, 6): GREEN, (8, 42): BLUE, (56, 42): WHITE}
        for place, colour in corners.items():
            self.assert_colour(picture.image.getpixel(place), colour, tolerance=40)

    def test_every_orientation_ends_upright(self):
        for orientation, turn in STORED.items():
            stored = self.scene if turn is None else self.scene.transpose(turn)
            for kind in ("JPEG", "PNG", "WEBP"):
                with self.subTest(kind, orientation=orientation):
                    self.assert_upright(picture_of(saved(stored, kind, exif=exif(orientation))))

    def test_an_avif_is_turned_once_and_not_twice(self):
        stored = self.scene.transpose(STORED[6])
        self.assert_upright(picture_of(saved(stored, "AVIF", exif=exif(6))))

    def test_cameras_of_either_byte_order_are_understood(self):
        stored = self.scene.transpose(STORED[6])
        little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
        big = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
        for block in (little, big):
            with self.subTest(block):
                self.assert_upright(picture_of(saved(stored, "JPEG", exif=b"Exif\0\0" + block)))

    def test_a_broken_exif_block_changes_nothing(self):
        valid = exif(6).tobytes()
        broken = (b"", b"Exif\0\0", valid[:-20], b"Exif\0\0II*\0\xff\xff\xff\xff", exif(9).tobytes())
        for block in broken:
            with self.subTest(block):
                self.assert_upright(picture_of(saved(self.scene, "JPEG", exif=block)))


class ColourTests(PictureCase):
    # Red and green have changed names in this profile, so whoever heeds it sees green where red is written.
    swapped = SRGB.replace(b"rXYZ", b"xXYZ").replace(b"gXYZ", b"rXYZ").replace(b"xXYZ", b"gXYZ")

    def test_colours_of_a_wide_space_become_those_of_the_web(self):
        for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
            with self.subTest(kind):
                self.assert_colour(
                    pixel_of(saved(plain(colour=RED), kind, icc_profile=self.swapped)), GREEN, 8
                )
                self.assert_colour(pixel_of(saved(plain(colour=RED), kind, icc_profile=SRGB)), RED)

    def test_a_profile_that_is_broken_too_large_or_of_another_kind_is_ignored(self):
        for profile in (b"no profile", SRGB[:200], LAB, self.swapped.ljust(5 * 1024 * 1024)):
            with self.subTest(profile[:8]):
                self.assert_colour(pixel_of(saved(plain(colour=RED), "JPEG", icc_profile=profile)), RED)
        self.assert_colour(
            pixel_of(saved(plain(mode="L", colour=90), "JPEG", icc_profile=SRGB)), (90, 90, 90)
        )

    def test_ink_and_grey_become_light(self):
        cyan = plain(mode="CMYK", colour=(255, 0, 0, 0))
        self.assert_colour(pixel_of(saved(cyan, "JPEG")), (0, 255, 255))
        self.assert_colour(pixel_of(saved(plain(mode="L", colour=90), "JPEG")), (90, 90, 90))
        self.assert_colour(pixel_of(saved(plain(mode="1", colour=1), "PNG")), WHITE)

    def test_sixteen_bits_are_scaled_and_not_cut_off(self):
        self.assert_colour(pixel_of(saved(plain(mode="I;16", colour=32768), "PNG")), (128, 128, 128))
        self.assert_colour(pixel_of(png(16, 2, bytes.fromhex("9c404e20ea60") * 2)), (156, 78, 234))

    def test_what_is_transparent_becomes_white_paper(self):
        keyed = chunk(b"tRNS", bytes.fromhex("000700070007"))
        palette = chunk(b"PLTE", bytes(6)), chunk(b"tRNS", b"\0\xff")
        files = {
            "RGBA": saved(plain(mode="RGBA", colour=(0, 0, 0, 0)), "PNG"),
            "LA": saved(plain(mode="LA", colour=(0, 0)), "PNG"),
            "palette": png(8, 3, b"\0\1", *palette),
            "key": png(8, 2, b"\7\7\7\0\0\0", keyed),
            "WebP": saved(plain(mode="RGBA", colour=(0, 0, 0, 0)), "WEBP", lossless=True),
            "AVIF": saved(plain(mode="RGBA", colour=(0, 0, 0, 0)), "AVIF"),
            "GIF": saved(plain(mode="P", colour=0), "GIF", transparency=0),
        }
        for name, data in files.items():
            with self.subTest(name):
                self.assert_colour(pixel_of(data), WHITE)
        self.assert_colour(pixel_of(files["palette"], (1, 0)), (0, 0, 0))
        self.assert_colour(pixel_of(files["key"], (1, 0)), (0, 0, 0))

    def test_half_transparent_pixels_are_mixed_with_the_paper_everywhere(self):
        image = landscape(40, 700)
        image.putalpha(Image.linear_gradient("L").resize(image.size))
        wanted = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
        self.assertLess(difference(picture_of(saved(image, "PNG")).image, wanted), 1)

    def test_a_transparent_picture_is_scaled_like_any_other(self):
        image = landscape(2600, 2500)
        whole = picture_of(saved(image, "PNG", compress_level=1)).image
        image.putalpha(255)
        self.assertLess(difference(picture_of(saved(image, "PNG", compress_level=1)).image, whole), 1)
        self.assertEqual(whole.size, (1997, 1920))


class RenditionTests(PictureCase):
    def test_widths_are_never_more_than_there_is(self):
        self.assertEqual(widths_for(6000), WIDTHS)
        self.assertEqual(widths_for(1920), WIDTHS)
        self.assertEqual(widths_for(1919), WIDTHS[:-1])
        self.assertEqual(widths_for(320), (320,))
        self.assertEqual(widths_for(319), (319,))
        self.assertEqual(widths_for(1), (1,))

    def test_each_width_is_made_as_jpeg_and_as_webp_of_the_size_it_says(self):
        made = list(renditions(picture_of(saved(landscape(1000, 667), "PNG"))))
        wanted = {(width, extension) for width in (320, 480, 640, 960) for extension in EXTENSIONS}
        self.assertEqual({(rendition.width, rendition.extension) for rendition in made}, wanted)
        for rendition in made:
            file = Image.open(io.BytesIO(rendition.content))
            with self.subTest(rendition.extension, width=rendition.width):
                self.assertEqual(file.format, {"jpg": "JPEG", "webp": "WEBP"}[rendition.extension])
                self.assertEqual(file.size, (rendition.width, rendition.height))
                self.assertEqual(rendition.height, round(667 * rendition.width / 1000))

    def test_each_looks_like_the_picture(self):
        original = landscape(1000, 667)
        for rendition in renditions(picture_of(saved(original, "PNG"))):
            shown = Image.open(io.BytesIO(rendition.content)).convert("RGB")
            wanted = original.resize(shown.size, Image.Resampling.LANCZOS)
            with self.subTest(rendition.extension, width=rendition.width):
                self.assertLess(difference(shown, wanted), 8)
                self.assertGreater(difference(shown, wanted.transpose(Image.Transpose.FLIP_LEFT_RIGHT)), 20)

    def test_jpegs_appear_as_a_whole_and_then_sharpen(self):
        made = renditions(picture_of(saved(landscape(400, 300), "PNG")))
        jpeg = next(rendition for rendition in made if rendition.extension == "jpg")
        self.assertTrue(Image.open(io.BytesIO(jpeg.content)).info["progressive"])

    def test_the_smallest_and_the_thinnest_pictures_are_rendered(self):
        for size, sizes in {(1, 1): {(1, 1)}, (20000, 1): {(width, 1) for width in WIDTHS}}.items():
            with self.subTest(size):
                made = renditions(picture_of(saved(plain(*size), "PNG")))
                self.assertEqual({(rendition.width, rendition.height) for rendition in made}, sizes)

    def test_the_noisiest_strip_fits_the_buffer_of_the_jpeg_encoder(self):
        made = list(renditions(picture_of(saved(noise(1920, 35), "PNG"))))
        self.assertEqual(len(made), len(WIDTHS) * len(EXTENSIONS))

    def test_strips_too_tall_to_render_are_refused(self):
        refuse_if_too_tall(1920, 4800)
        refuse_if_too_tall(3840, 9600)
        refuse_if_too_tall(300, 16383)
        for size in ((1920, 4801), (3840, 9602), (300, 16384)):
            with self.subTest(size), self.assertRaises(Refused):
                refuse_if_too_tall(*size)
        with self.assertRaisesMessage(Refused, "too tall for its width (1 × 20000 pixels)"):
            picture_of(saved(plain(1, 20000), "PNG"))
        picture_of(saved(plain(1, 16000), "PNG"))
