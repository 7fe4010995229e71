"""Brings together what two people did to one story, and loses no word that either of them typed.

    merge = merge_story(base, mine, theirs, {"body": Kind.HTML, "tags": Kind.SET})
    merge.values            # the merged fields; where the two clash, what is already saved
    merge.clashes["body"]   # the places where a person must choose
    merge.fields["body"].pieces()   # the whole merged body in order, each clash in its place

Two people who work on different paragraphs, neighbours included, are never asked anything; two who changed the same paragraph in
different ways always are. Pure functions over strings and JSON-like values: nothing here knows of models, forms or requests.
"""

from .cutting import blocks
from .fields import merge_html, merge_list, merge_scalar, merge_set, merge_text
from .outcome import Clash, Merged
from .story import Kind, StoryMerge, merge_story
from .threeway import merge_blocks

__all__ = [
    "Clash",
    "Kind",
    "Merged",
    "StoryMerge",
    "blocks",
    "merge_blocks",
    "merge_html",
    "merge_list",
    "merge_scalar",
    "merge_set",
    "merge_story",
    "merge_text",
]
