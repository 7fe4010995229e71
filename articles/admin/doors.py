"""The addresses of the desk's pages about stories, beside the list and the form: one list per room."""

from articles.admin import (
    address,
    assignment,
    audit,
    autosave,
    calendar,
    compare,
    history,
    notes,
    preflight,
    presence,
    previews,
    saved_views,
    settling,
)

ROOMS = (
    address,
    assignment,
    audit,
    autosave,
    calendar,
    compare,
    history,
    notes,
    preflight,
    presence,
    previews,
    saved_views,
    settling,
)


def doors(guarded):
    """Every address of every room; ``guarded`` is the admin's own check that somebody is signed in at the desk."""
    return [door for room in ROOMS for door in room.doors(guarded)]
