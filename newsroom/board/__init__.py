"""The front page as an edition that editors arrange: what it may hold, how it fills itself, and who may change it.

front = front_of()                    # what readers see now
front = front_of(section)             # a section's own front
front = front_of(edition=edition)     # an edition nobody has put live, for its preview
"""

from .filling import Block, Item
from .fronts import Front, front_of

__all__ = ["Block", "Front", "Item", "front_of"]
