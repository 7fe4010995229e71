"""What a file tells beside its pixels reaches no reader."""

import io

from django.test import SimpleTestCase
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from articles.pictures import read, renditions
from articles.pictures.stripping import kind_of, strip

from .picture_files import animation, chunk, exif, landscape, saved, with_blocks, with_chunks, with_segments

MARK = b"LEAKMARK"
PLACE = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)}
XMP = b"<x:xmpmeta>LEAKMARK</x:xmpmeta>"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + MARK
TAIL = b"<script>LEAKMARK</script>PK\x03\x04"

SCENE = landscape(500, 375)


def told():
    """An EXIF block with everything a camera may know."""
    block = exif(6, t270=MARK.decode(), t315=MARK.decode(), t37510=MARK)
    block[0x8825] = PLACE
    return block


def thumbnail():
    """An EXIF block with a smaller picture in it, which carries the mark in a comment of its own."""
    small = saved(SCENE.resize((80, 60)), "JPEG", comment=MARK)
    start = b"II*\0\x08\0\0\0" + b"\0\0" + (14).to_bytes(4, "little")
    directory = b"\x02\0" + b"\x01\x02\x04\0\x01\0\0\0" + (44).to_bytes(4, "little")
    directory += b"\x02\x02\x04\0\x01\0\0\0" + len(small).to_bytes(4, "little") + bytes(4)
    return b"Exif\0\0" + start + directory + small


def texts():
    block = PngInfo()
    block.add_text("Author", MARK.decode())
    block.add_itxt("Place", MARK.decode())
    block.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return block


def telling_files():
    """Each way of hiding the mark in a file, by name."""
    jpeg, png, gif = (saved(SCENE, kind) for kind in ("JPEG", "PNG", "GIF"))
    return {
        "JPEG with EXIF and GPS": saved(SCENE, "JPEG", exif=told()),
        "JPEG with a thumbnail": saved(SCENE, "JPEG", exif=thumbnail()),
        "JPEG with XMP": saved(SCENE, "JPEG", xmp=XMP),
        "JPEG with a comment": saved(SCENE, "JPEG", comment=MARK),
        "JPEG with a profile": saved(SCENE, "JPEG", icc_profile=PROFILE),
        "JPEG with a broken profile": saved(SCENE, "JPEG", icc_profile=MARK * 20),
        "JPEG with every kind of segment": with_segment_of_each_kind(jpeg),
        "JPEG with a tail": jpeg + TAIL,
        "MPO with a second picture": saved(
            SCENE, "MPO", save_all=True, append_images=[SCENE], exif=told(), comment=MARK
        ),
        "PNG with texts": saved(SCENE, "PNG", pnginfo=texts()),
        "PNG with EXIF": saved(SCENE, "PNG", exif=told()),
        "PNG with a private chunk": with_chunks(png, chunk(b"leAk", MARK)),
        "PNG with a tail": png + TAIL,
        "GIF with a comment": saved(SCENE, "GIF", comment=MARK),
        "GIF with an extension": with_blocks(gif, b"!\xff\x08LEAKMARK\0"),
        "GIF with a script for a name": b"GIF89a" + gif[6:] + TAIL,
        "animation with a comment": animation(3, "GIF", comment=MARK),
        "WebP with EXIF and XMP": saved(SCENE, "WEBP", exif=told(), xmp=XMP),
        "WebP with a profile": saved(SCENE, "WEBP", icc_profile=PROFILE),
        "AVIF with EXIF and XMP": saved(SCENE, "AVIF", speed=10, exif=told(), xmp=XMP),
        "AVIF with a tail": saved(SCENE, "AVIF", speed=10) + TAIL,
    }


def with_segment_of_each_kind(jpeg):
    for marker in range(0xE1, 0xF0):
        jpeg = with_segments(jpeg, MARK, b"ICC_PROFILE\0" + MARK, b"Exif\0\0" + MARK, marker=marker)
    return jpeg


class PrivacyTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.files = telling_files()
        cls.pictures = {name: read(io.BytesIO(data)) for name, data in cls.files.items()}
        cls.made = {name: list(renditions(picture)) for name, picture in cls.pictures.items()}

    def test_no_rendition_of_any_file_carries_the_mark(self):
        for name, made in self.made.items():
            with self.subTest(name):
                self.assertIn(MARK, self.files[name])
                self.assertTrue(made)
                for rendition in made:
                    self.assertNotIn(MARK, rendition.content)

    def test_the_picture_in_memory_knows_nothing_either(self):
        for name, picture in self.pictures.items():
            with self.subTest(name):
                self.assertEqual(picture.image.info, {})
                self.assertNotIn("applist", vars(picture.image))

    def test_renditions_hold_nothing_but_pixels(self):
        for name, made in self.made.items():
            for rendition in made:
                with self.subTest(name, extension=rendition.extension, width=rendition.width):
                    if rendition.extension == "jpg":
                        file = Image.open(io.BytesIO(rendition.content))
                        self.assertEqual([segment for segment, _ in file.applist], ["APP0"])
                    else:
                        # The plain form of the format, which has no place for anything else.
                        self.assertEqual(rendition.content[12:16], b"VP8 ")

    def test_these_two_checks_see_what_an_ordinary_saving_keeps(self):
        for kind, options in {"JPEG": {"comment": MARK}, "WEBP": {"exif": told()}}.items():
            kept = saved(SCENE, kind, **options)
            self.assertIn(MARK, kept)
            self.assertNotEqual(kept[12:16], b"VP8 ")
        self.assertIn("COM", dict(Image.open(io.BytesIO(saved(SCENE, "JPEG", comment=MARK))).applist))

    def test_decoders_are_not_even_shown_what_is_hidden(self):
        for name, data in self.files.items():
            kind = kind_of(data)
            if kind in ("JPEG", "PNG", "GIF") and "profile" not in name:
                with self.subTest(name):
                    left = strip(kind, data).data
                    self.assertNotIn(MARK, left.replace(b"ICC_PROFILE\0LEAKMARK", b""))
                    self.assertEqual(Image.open(io.BytesIO(left)).format, kind)
