"""What may be shown from elsewhere in a story: by which address it is known, and what readers are told of it.

A story holds only the address. A page holds a link to it, and asks nobody anything; a film comes into the page when a reader
presses for it, and then from the address of its maker that keeps no cookies. What is not named here is an ordinary link.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from django.utils.translation import gettext_lazy as _

# Where a post of Mastodon may stand: anybody can run a server, and not everybody should be named as a source by pasting.
MASTODON = frozenset(
    {
        "chaos.social",
        "ec.social-network.europa.eu",
        "fosstodon.org",
        "hachyderm.io",
        "infosec.exchange",
        "journa.host",
        "mas.to",
        "mastodon.online",
        "mastodon.social",
        "mastodon.world",
        "mstdn.social",
        "newsie.social",
        "social.bund.de",
    }
)
FRAMES = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")
_LONGEST = 300
_ADDRESS = re.compile(r"https?://[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]+")
_YOUTUBE_HOSTS = ("youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com", "youtu.be")
_VIDEO = re.compile(r"[\w-]{11}", re.ASCII)


@dataclass(frozen=True)
class Embed:
    """Something that stands elsewhere. ``frame`` is where it may be played from, "" for what is only linked to."""

    address: str
    provider: str
    title: str
    frame: str = ""

    @property
    def shown_address(self) -> str:
        return self.address.removeprefix("https://").removeprefix("www.")


@dataclass(frozen=True)
class Provider:
    """One site: the hosts it has, the words for what stands there, and how it is found in an address."""

    name: str
    hosts: frozenset[str]
    title: str
    find: Callable

    def embed(self, parts):
        found = self.find(parts)
        return found and Embed(found[0], self.name, str(self.title), found[1] if len(found) > 1 else "")


def _youtube(parts):
    path = parts.path.strip("/").split("/")
    if parts.hostname == "youtu.be":
        video = path[0]
    elif path[0] in ("embed", "shorts", "live", "v"):
        video = path[1] if len(path) > 1 else ""
    else:
        video = parse_qs(parts.query).get("v", [""])[0] if path[0] == "watch" else ""
    if _VIDEO.fullmatch(video):
        return f"https://www.youtube.com/watch?v={video}", f"{FRAMES[0]}/embed/{video}?autoplay=1"
    return None


def _vimeo(parts):
    # A film that is not listed has a second part, without which it is not shown.
    found = re.fullmatch(r"/(?:video/)?([0-9]{1,12})(?:/([0-9a-f]{6,12}))?/?", parts.path)
    if not found:
        return None
    secret = found[2] or parse_qs(parts.query).get("h", [""])[0]
    secret = secret if re.fullmatch(r"[0-9a-f]{6,12}", secret) else ""
    page = f"https://vimeo.com/{found[1]}" + (f"/{secret}" if secret else "")
    return page, f"{FRAMES[1]}/video/{found[1]}?dnt=1&autoplay=1" + (f"&h={secret}" if secret else "")


def _at(pattern, address):
    """Finds an address by its path alone; what comes behind a question mark only tells who shared it."""
    path = re.compile(pattern, re.ASCII)

    def find(parts):
        found = path.fullmatch(parts.path)
        return found and (address.format(*found.groups(), host=parts.hostname),)

    return find


PROVIDERS = (
    Provider("YouTube", frozenset(_YOUTUBE_HOSTS), _("A film on YouTube"), _youtube),
    Provider("Vimeo", frozenset({"vimeo.com", "player.vimeo.com"}), _("A film on Vimeo"), _vimeo),
    Provider(
        "Bluesky",
        frozenset({"bsky.app"}),
        _("A post on Bluesky"),
        _at(r"/profile/([\w.:%-]{3,120})/post/(\w{8,24})/?", "https://bsky.app/profile/{0}/post/{1}"),
    ),
    Provider(
        "Mastodon",
        MASTODON,
        _("A post on Mastodon"),
        _at(r"/(@[\w.-]{1,60}(?:@[\w.-]{1,60})?)/([0-9]{6,24})/?", "https://{host}/{0}/{1}"),
    ),
    Provider(
        "X",
        frozenset({"x.com", "twitter.com", "mobile.twitter.com"}),
        _("A post on X"),
        _at(r"/(\w{1,20})/status/([0-9]{5,24})(?:/.*)?", "https://x.com/{0}/status/{1}"),
    ),
    Provider(
        "Instagram",
        frozenset({"instagram.com"}),
        _("A post on Instagram"),
        _at(r"/(?:[\w.]{1,40}/)?(p|reel|tv)/([\w-]{5,40})/?", "https://www.instagram.com/{0}/{1}/"),
    ),
)
HOSTS = {host: provider for provider in PROVIDERS for host in provider.hosts}


def embed_at(address: str) -> Embed | None:
    """What stands at an address, if it may be shown. Its own address is one and the same however it was copied, always
    begins with ``https://``, and gives the same again."""
    address = address.strip()
    if len(address) > _LONGEST or not _ADDRESS.fullmatch(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if parts.username is not None or parts.port not in (None, 80, 443):
            return None
    except ValueError:
        return None
    provider = HOSTS.get(host.removeprefix("www."))
    return provider.embed(parts._replace(netloc=host.removeprefix("www."))) if provider else None
