"""Pictures that are in the library already: the same file, or the same picture saved another time."""

from django.db.models import Q

from articles.models import Photo
from articles.pictures import looks

# Plain skies have a part in common with many; the newest of those are compared, and no more of them read than this.
MOST_COMPARED = 2_000
MOST_NEAR = 5


def same_file(content_hash):
    """The first picture that was made from this file, or None."""
    return Photo.objects.filter(content_hash=content_hash).order_by("pk").first()


def near(photo):
    """The pictures that look like this one, the nearest first: one query for their looks, and one more if there are any."""
    if photo.look is None or not looks.says_something(photo.look):
        return []
    wanted = Q()
    for number, part in enumerate(looks.parts_of(photo.look), start=1):
        wanted |= Q(**{f"look_{number}": part})
    alike = Photo.objects.filter(wanted).exclude(pk=photo.pk).order_by("-pk").values_list("pk", "look")
    measured = sorted((looks.distance(photo.look, look), pk) for pk, look in alike[:MOST_COMPARED])
    keys = [pk for far, pk in measured if far <= looks.NEAR][:MOST_NEAR]
    found = Photo.objects.in_bulk(keys) if keys else {}
    return [found[pk] for pk in keys if pk in found]
