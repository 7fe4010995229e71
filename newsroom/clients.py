"""Who is asking: one function for limits, logs and locks."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.utils.crypto import salted_hmac


def client_address(request) -> str:
    """The address of the client, seen through exactly as many proxies as ``PROXY_COUNT`` says.

    What a client writes into ``X-Forwarded-For`` itself stands to the left of what the trusted proxies add, so it is
    never believed. Returns an empty string for a request without a usable address (a local socket).
    """
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    chain = [*hops, request.META.get("REMOTE_ADDR", "")]
    address = chain[-min(settings.PROXY_COUNT + 1, len(chain))]
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    # A socket for both kinds writes an IPv4 address as ::ffff:203.0.113.9.
    return str(getattr(parsed, "ipv4_mapped", None) or parsed)


def network_key(request) -> str:
    """A keyed hash of the client's network: the /24 of an IPv4 address, the /64 of an IPv6 one, which one home has."""
    address = client_address(request)
    if not address:
        return ""
    prefix = 24 if ip_address(address).version == 4 else 64
    network = ip_network(f"{address}/{prefix}", strict=False)
    return salted_hmac("newsroom.clients.network_key", str(network), algorithm="sha256").hexdigest()
