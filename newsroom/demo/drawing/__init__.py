"""The pictures of the demo edition, drawn by code: draw(name) gives the same print every time."""

from PIL import Image

from .pictures import (
    allotments,
    bandstand,
    boatyard,
    bridge,
    buses,
    curlews,
    dawn,
    ferry,
    flood,
    football,
    gauge,
    harbour,
    lighthouse,
    market,
    night,
    noodles,
    oysters,
    reading,
    saltpans,
    theatre,
)

PICTURES = {
    "allotments": allotments.draw,
    "bandstand": bandstand.draw,
    "boatyard": boatyard.draw,
    "bridge": bridge.draw,
    "buses": buses.draw,
    "curlews": curlews.draw,
    "dawn": dawn.draw,
    "ferry": ferry.draw,
    "flood": flood.draw,
    "football": football.draw,
    "gauge": gauge.draw,
    "harbour": harbour.draw,
    "lighthouse": lighthouse.draw,
    "market": market.draw,
    "night": night.draw,
    "noodles": noodles.draw,
    "oysters": oysters.draw,
    "reading": reading.draw,
    "saltpans": saltpans.draw,
    "theatre": theatre.draw,
}


def draw(name: str) -> Image.Image:
    """The finished picture of that name."""
    return PICTURES[name]().pull()
