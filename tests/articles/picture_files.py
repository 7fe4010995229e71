"""Picture files, honest and otherwise, made on the spot."""

import io
import random
import struct
import zlib

from PIL import Image, ImageDraw

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
GIF_HEADER_LENGTH = 13


def saved(image, kind, **options):
    """The image as a file of this kind."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def plain(width=60, height=40, colour="red", mode="RGB"):
    return Image.new(mode, (width, height), colour)


def landscape(width=900, height=600):
    """Something like a photograph: soft shades and hard edges; always the same."""
    shade = Image.linear_gradient("L").resize((width, height))
    image = Image.merge("RGB", [shade, Image.radial_gradient("L").resize((width, height)), shade.rotate(180)])
    draw = ImageDraw.Draw(image)
    chance = random.Random(1)  # noqa: S311 - a pattern, not a secret
    for _ in range(40):
        left, top = chance.randrange(width), chance.randrange(height)
        colour = tuple(chance.randrange(256) for _ in range(3))
        draw.ellipse((left, top, left + width // 8, top + height // 6), fill=colour)
    return image


def noise(width, height):
    """Every pixel black, white or a full colour by chance: nothing is harder to compress."""
    shades = random.Random(1).randbytes(3 * width * height)  # noqa: S311 - a pattern, not a secret
    return Image.frombytes("RGB", (width, height), shades).point(lambda shade: 255 * (shade > 127))


def frames(number, size=(16, 16)):
    """So many images, no two alike, and each so unlike the last that no encoder takes them for one."""
    return [Image.new("RGB", size, (255 * (index % 2), 4 * index, 0)) for index in range(number)]


def animation(number, kind, **options):
    first, *others = frames(number)
    return saved(first, kind, save_all=True, append_images=others, **options)


def exif(orientation=None, **tags):
    """An EXIF block of these tags (by number, as ``t270="text"``)."""
    block = Image.Exif()
    if orientation:
        block[0x0112] = orientation
    for name, value in tags.items():
        block[int(name[1:])] = value
    return block


def chunk(name, content=b""):
    """One chunk of a PNG."""
    return struct.pack(">L", len(content)) + name + content + struct.pack(">L", zlib.crc32(name + content))


def png(depth, colour_type, row, *between):
    """A PNG of two equal rows, each of two pixels, with these chunks before the pixels."""
    header = chunk(b"IHDR", struct.pack(">LLBBBBB", 2, 2, depth, colour_type, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(2 * (b"\0" + row)))
    return PNG_SIGNATURE + header + b"".join(between) + pixels + chunk(b"IEND")


def with_segments(jpeg, *contents, marker=0xFE):
    """The JPEG with further segments after its first two bytes; comments unless another marker is given."""
    added = [struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content for content in contents]
    return jpeg[:2] + b"".join(added) + jpeg[2:]


def with_chunks(data, chunks):
    """The PNG with further chunks after its header."""
    end = len(PNG_SIGNATURE) + 25
    return data[:end] + chunks + data[end:]


def with_blocks(gif, blocks):
    """The GIF with further blocks before its first image."""
    end = GIF_HEADER_LENGTH + (3 << ((gif[10] & 7) + 1) if gif[10] & 128 else 0)
    return gif[:end] + blocks + gif[end:]
