"""
What is accepted and what is made.

Together the limits keep any file within 300 MB of memory, and within 2 seconds of processor time unless it really
holds as many pixels as are allowed, in the most laborious shape: then it may be 3.5.
"""

# A photograph of 40 megapixels has about 10 MB at quality 92, so even one saved at the best passes as a rule.
MAX_BYTES = 25 * 1024 * 1024

# By kind of file, because decoders differ in what they hold: libwebp and libavif keep several full copies
# of the picture, the others one.
MAX_PIXELS = {
    "JPEG": 40_000_000,
    "PNG": 40_000_000,
    "GIF": 40_000_000,
    "WEBP": 16_000_000,
    "AVIF": 16_000_000,
}

# The first frame stands for a short loop. A longer animation is a film, and whoever sends it expects
# to see it move.
MAX_FRAMES = 50

# A still picture has a handful of parts, a large colour profile or a depth map some hundreds. Each part costs
# a decoder far more time and memory than the four to twelve bytes it takes in the file.
MAX_JPEG_SEGMENTS = 1_000
MAX_PNG_CHUNKS = 20_000
MAX_GIF_BLOCKS = 200_000

# Cameras and programs write up to a dozen scans. Each one walks over the whole picture again
# (25 ms at 40 megapixels), and can be as short as 100 bytes.
MAX_SCANS = 32

# A progressive JPEG is held as coefficients, two bytes each, until its last scan: 26 megapixels without
# chroma subsampling, 40 and more with it.
MAX_COEFFICIENT_BYTES = 160_000_000

# From a small phone to a double-density column on a large screen. The steps are close enough that
# a browser never loads much more than it shows.
WIDTHS = (320, 480, 640, 960, 1280, 1920)

# Of the widest rendition: 1920 pixels by 4800, taller than any phone's screen. Encoding is what costs most, and a
# strip is more of it than a photograph of 40 megapixels.
MAX_RENDITION_PIXELS = 9_216_000

# WebP cannot hold more.
MAX_RENDITION_HEIGHT = 16_383

# Enlarged twice, faces and cloth show no blocks at these; WebP loses a little film grain. The two are equally far
# from the original (35.5 dB on a busy photograph), for which WebP needs a third less.
# From 85 on, JPEG noise no longer fits the buffer that Pillow sets aside for optimised files, and saving fails.
JPEG_QUALITY = 80
WEBP_QUALITY = 78

# Of 6. Half the time (2) makes files 5 % larger; 5 makes them 2 % smaller in 12 % more time.
WEBP_METHOD = 4

# A good third smaller than WebP, and as near to the original but for the finest grain.
AVIF_QUALITY = 60

# Of 10. At 6 the widest takes 2 seconds instead of a quarter of one, for files no smaller. All of a photograph's take 1.5 to
# 2.5 seconds, those of a strip of pure noise, which nothing compresses, 10.
AVIF_SPEED = 8

# What the large sites show beside a link. Smaller pictures give a smaller one of the same shape, and below
# half of it, which those sites set in a corner, the whole picture is worth more than a part.
SOCIAL_SIZE = (1200, 630)
MIN_SOCIAL_WIDTH = 600
