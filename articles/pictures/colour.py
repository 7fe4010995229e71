"""From whatever a file holds (palettes, transparency, 16 bits, ink, wide colours) to plain sRGB."""

import io

from PIL import Image, ImageCms

# Beyond this a profile is not one: those of printing presses have up to 3 MB.
MAX_PROFILE_BYTES = 4 * 1024 * 1024

STRIP_HEIGHT = 256

SRGB = ImageCms.createProfile("sRGB")


def opaque(image: Image.Image) -> Image.Image:
    """
    The picture on white paper where it was transparent, in a mode that can be scaled.

    White for WebP too, which could be transparent: all readers are to see the same picture, and a black drawing
    on nothing would vanish in dark mode. It works in strips and in place, because at 40 megapixels every
    full copy costs 160 MB. What is left in an alpha channel means nothing any more.
    """
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    elif image.mode.startswith("I"):
        # 16 bits: left to itself, Pillow would cut off at 255 instead of dividing.
        image.info.pop("transparency", None)
        image = image.point(lambda grey: grey / 256).convert("L")
    elif image.mode == "1":
        image = image.convert("L")
    if not image.has_transparency_data:
        return image
    for top in range(0, image.height, STRIP_HEIGHT):
        box = (0, top, image.width, min(top + STRIP_HEIGHT, image.height))
        strip = image.crop(box).convert("RGBA")
        paper = Image.new("RGBA", strip.size, "white")
        paper.alpha_composite(strip)
        image.paste(paper.convert(image.mode), box)
    image.info.pop("transparency", None)
    return image


def scaled(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """
    The picture in this size, without its alpha channel.

    Channel by channel, which takes a quarter more time than all at once and half the memory.
    """
    bands = [band for band in image.getbands() if band != "A"]
    # From more than twice as large by whole-number steps first, which is faster and looks the same.
    channels = [
        image.getchannel(band).resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0) for band in bands
    ]
    return Image.merge("".join(bands), channels)


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in the colours of the web. A profile that is broken, or of another kind of picture, is ignored."""
    if profile and len(profile) <= MAX_PROFILE_BYTES:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image
