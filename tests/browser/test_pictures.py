"""How wide pictures are shown, held against what the pages promise browsers, and that nothing moves when one arrives."""

from datetime import timedelta

import pytest

from articles.encoding import make_avif
from tests import factories

WIDTHS = (320, 768, 1280)
# A browser loads for what it is promised: much less would be blurred, much more is wasted.
LEAST, MOST = 0.9, 1.35

# Under what a ``sizes`` promises, the width in pixels of each picture beside the one it has.
MEASURED = """() => [...document.querySelectorAll("main picture img")].map(image => {
  const box = image.getBoundingClientRect();
  let promised = 0;
  for (const part of image.sizes.split(/,(?![^(]*[)])/)) {
    const found = part.trim().match(/^([(].*[)])?\\s*(\\S.*)$/);
    if (found[1] && !matchMedia(found[1]).matches) continue;
    const probe = document.body.appendChild(document.createElement("div"));
    probe.className = "probe";
    probe.style.setProperty("inline-size", found[2]);
    promised = probe.getBoundingClientRect().width;
    probe.remove();
    break;
  }
  const place = image.closest("[class]").parentElement.closest("[class]").className;
  // What is cropped at its sides is wider than its box.
  const shape = image.width / image.height, own = image.getAttribute("width") / image.getAttribute("height");
  const shown = getComputedStyle(image).objectFit === "cover" ? box.width * Math.max(1, own / shape) : box.width;
  return { place, shown: Math.round(shown), promised: Math.round(promised), source: image.currentSrc };
})"""

SHIFTS = """() => new Promise(done => new PerformanceObserver(list =>
  done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
  .observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 500))"""


@pytest.fixture
def paper():
    """A front page full of pictures, and a story with one."""
    section = factories.make_section(name="Harbour", slug="harbour")
    photo = factories.make_photo(upload=factories.picture_file(1920, 1280), focus_x=20)
    make_avif()
    return [
        factories.make_published(section=section, lead_photo=photo, ago=timedelta(hours=number + 1))
        for number in range(12)
    ]


def measured(page, address):
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        found += [{**seen, "at": width} for seen in page.evaluate(MEASURED)]
    return found


def addresses(paper):
    return ["/", "/latest/", "/harbour/", paper[0].get_absolute_url()]


def test_what_is_promised_of_their_width_is_true(open_page, paper):
    # Styles of a probe are none of the page's: its policy need not hold for the measuring.
    page = open_page(bypass_csp=True)
    wrong = []
    for address in addresses(paper):
        found = measured(page, address)
        assert found, address
        wrong += [
            {"address": address, **seen}
            for seen in found
            if not LEAST <= seen["promised"] / max(1, seen["shown"]) <= MOST
        ]
    assert not wrong, "\n".join(sorted({str({**seen, "source": ""}) for seen in wrong}))


def test_a_browser_takes_the_smallest_kind_and_nothing_moves(page, paper):
    for address in addresses(paper):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            page.wait_for_load_state("networkidle")
            first = page.locator("main picture img").first
            assert first.evaluate("image => image.currentSrc").endswith(".avif"), address
            assert page.evaluate(SHIFTS) == 0, (address, width)
        assert not page.complaints


def test_a_crop_keeps_its_focus(page, paper):
    page.goto("/latest/")
    image = page.locator(".photo img").first
    assert image.evaluate("image => getComputedStyle(image).objectPosition") == "20% 50%"
    assert image.evaluate("image => getComputedStyle(image).objectFit") == "cover"
