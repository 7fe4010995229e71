"""The site's time zone, as one says it."""

from django.utils.timezone import get_current_timezone_name
from django.utils.translation import gettext as _


def zone_in_words():
    """“London time” for Europe/London, “UTC” for UTC."""
    region, _slash, city = get_current_timezone_name().rpartition("/")
    return _("%s time") % city.replace("_", " ") if region else city
