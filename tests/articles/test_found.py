import struct
import time
from io import BytesIO
from unittest import TestCase

from PIL import Image, PngImagePlugin

from articles.pictures.found import LENGTHS, found_in

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description photoshop:Credit="Agency &amp; Nord">'
    "<dc:creator><rdf:Seq><rdf:li>Ines Roth</rdf:li><rdf:li>Another</rdf:li></rdf:Seq></dc:creator>"
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">The ferry\n leaves</rdf:li></rdf:Alt></dc:description>'
    "<dc:rights>© Ines Roth</dc:rights></rdf:Description></x:xmpmeta>"
)
XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"


def saved(kind="JPEG", **options):
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(buffer, kind, **options)
    return buffer.getvalue()


def with_segment(code, content, into=None):
    """A JPEG with one more segment at its beginning."""
    data = into or saved()
    return data[:2] + b"\xff" + bytes([code]) + struct.pack(">H", len(content) + 2) + content + data[2:]


def iptc(**sets):
    numbers = {"photographer": 80, "credit": 110, "source": 115, "copyright": 116, "caption": 120}
    lines = b"".join(
        struct.pack(">BBBH", 0x1C, 2, numbers[name], len(value)) + value for name, value in sets.items()
    )
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">L", len(lines)) + lines
    return with_segment(
        0xED, b"Photoshop 3.0\0" + b"8BIM\x03\xed\0\0" + struct.pack(">L", 2) + b"ab" + resource
    )


def exif(**tags):
    block = Image.Exif()
    numbers = {"caption": 0x010E, "photographer": 0x013B, "copyright": 0x8298}
    for name, value in tags.items():
        block[numbers[name]] = value
    return block


class FoundTests(TestCase):
    def test_exif_is_read_in_each_kind_of_file_that_carries_it(self):
        block = exif(photographer="Maren Holt", caption="Lamps on the pier", copyright="The Courier")
        for kind in ("JPEG", "PNG", "WEBP"):
            with self.subTest(kind):
                found = found_in(kind, saved(kind, exif=block))
                self.assertEqual(found["photographer"], "Maren Holt")
                self.assertEqual((found["caption"], found["copyright"]), ("Lamps on the pier", "The Courier"))

    def test_xmp_is_read_as_text_in_each_kind_of_file_that_carries_it(self):
        text = PngImagePlugin.PngInfo()
        text.add_itxt("XML:com.adobe.xmp", XMP)
        files = {
            "JPEG": with_segment(0xE1, XMP_HEAD + XMP.encode()),
            "PNG": saved("PNG", pnginfo=text),
            "WEBP": saved("WEBP", xmp=XMP.encode()),
        }
        for kind, data in files.items():
            with self.subTest(kind):
                self.assertEqual(
                    found_in(kind, data),
                    {
                        "photographer": "Ines Roth",
                        "caption": "The ferry leaves",
                        "credit": "Agency & Nord",
                        "copyright": "© Ines Roth",
                    },
                )

    def test_iptc_is_read_in_either_of_its_encodings(self):
        found = found_in(
            "JPEG", iptc(photographer="José".encode(), caption="Café".encode("cp1252"), source=b"Nord")
        )
        self.assertEqual(found, {"photographer": "José", "caption": "Café", "source": "Nord"})

    def test_the_newest_way_of_saying_it_counts(self):
        data = with_segment(
            0xE1, XMP_HEAD + XMP.encode(), into=saved(exif=exif(photographer="Old", caption="Old"))
        )
        self.assertEqual(found_in("JPEG", data)["photographer"], "Ines Roth")

    def test_what_cameras_write_by_themselves_is_nothing(self):
        self.assertEqual(found_in("JPEG", saved(exif=exif(caption="OLYMPUS DIGITAL CAMERA     "))), {})
        self.assertEqual(found_in("JPEG", saved()), {})

    def test_what_is_kept_is_one_line_of_a_capped_length(self):
        found = found_in("JPEG", iptc(caption=b"A\0\r\n\x1b" + b"b" * 3000, credit=b"c" * 3000))
        for name, value in found.items():
            self.assertLessEqual(len(value), LENGTHS[name])
            self.assertTrue(value.isprintable())

    def test_markup_is_text_like_any_other(self):
        data = with_segment(0xE1, XMP_HEAD + b"<dc:rights>&lt;script&gt;x&lt;/script&gt;</dc:rights>")
        self.assertEqual(found_in("JPEG", data)["copyright"], "<script>x</script>")

    def test_entities_are_not_expanded(self):
        bomb = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><dc:rights>&b;&b;</dc:rights>'
        data = with_segment(0xE1, XMP_HEAD + bomb.encode())
        self.assertEqual(found_in("JPEG", data)["copyright"], "&b;&b;")

    def test_hostile_blocks_neither_raise_nor_linger(self):
        loops = (
            b"II*\0"
            + struct.pack("<L", 8)
            + b"\xff\xff"
            + b"\x0e\x01\x02\0\xff\xff\xff\xff\xff\xff\xff\xff" * 5000
        )
        hostile = [
            with_segment(0xE1, b"Exif\0\0" + loops[:60_000]),
            with_segment(0xE1, b"Exif\0\0MM\0*\xff\xff\xff\xff"),
            with_segment(0xE1, XMP_HEAD + b"<dc:creator>" * 5000),
            with_segment(0xE1, XMP_HEAD + b'photoshop:Credit="'),
            with_segment(0xE1, XMP_HEAD + b"photoshop:Credit="),
            with_segment(0xED, b"Photoshop 3.0\0" + b"8BIM" * 15_000),
            with_segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\xff\xff\xff\xff\x1c\x02\x50\xff\xff"),
            with_segment(0xED, b"Photoshop 3.0\x008BIM"),
            with_segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\xff"),
            b"\xff\xd8\xff" + b"\xff\xe1\0\x02" * 200_000,
            b"\xff\xd8\xff",
        ]
        begun = time.process_time()
        for data in hostile:
            self.assertIsInstance(found_in("JPEG", data), dict)
        for kind, head in (("PNG", b"\x89PNG\r\n\x1a\n"), ("WEBP", b"RIFF\0\0\0\0WEBP"), ("GIF", b"GIF89a")):
            for tail in (b"", b"\0\0\0\0eXIf", b"EXIF\xff\xff\xff\xff", b"\0" * 100_000):
                self.assertIsInstance(found_in(kind, head + tail), dict)
        self.assertLess(time.process_time() - begun, 2)

    def test_a_file_cut_anywhere_is_read_as_far_as_it_goes(self):
        data = iptc(photographer=b"Maren Holt", caption=b"Lamps")
        for end in range(0, len(data), 3):
            self.assertIsInstance(found_in("JPEG", data[:end]), dict)
