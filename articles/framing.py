"""How figures and tables are written into a story's text: the part of ``articles.tidying`` for what holds no running text.

Both stand at the top of a story only. A figure holds a caption at most, a gallery two to twelve figures, a cell running text; what
else is found in them goes on after them, or becomes a line of its cell.
"""

import html

from articles.markup import CELLS, FIGURES, INLINE, RENAMED, TABLES, attributes_in, permitted, written

GALLERY = "gallery"
MOST_IN_A_GALLERY = 12
# Where words cannot stand: they get a cell, or a caption, of their own.
FRAMES = (TABLES - CELLS) | {"figure"}


class Framing:
    """Figures and tables of a ``_Story``, whose ``stack`` has them in its second place or nowhere."""

    def __init__(self):
        self.inner_tables = 0
        self.starts_line = False

    @property
    def frame(self):
        """The figure or the table that is open, by its name, or ""."""
        outer = self.stack[1].tag if len(self.stack) > 1 else ""
        return outer if outer in ("figure", "table") else ""

    def open_frame(self, name, attributes) -> bool:
        """Deal with a start tag, if it is that of a frame or stands in one; False leaves it to the running text."""
        if self.frame == "table":
            return self._open_in_table(name, attributes)
        if self.frame == "figure" and name != "figure":
            return self._open_in_figure(name)
        if name == "figure":
            return self._open_figure(attributes)
        if name == "table":
            self._to_top()
            self._push("table", "<table>")
            return True
        return False

    def close_frame(self, name) -> bool:
        """The same for an end tag."""
        if self.frame == "figure" and name in FIGURES:
            self._close_down_to({name})
            return True
        if self.frame != "table" or name in INLINE or RENAMED.get(name) in INLINE:
            return False
        if name == "table" and not self.inner_tables:
            self._to_top()
        elif self.inner_tables or name not in TABLES | {"tfoot"}:
            self.inner_tables -= name == "table"
            self._start_line()
        else:
            self._close_down_to({"thead", "tbody"} if name in ("thead", "tbody", "tfoot") else {name})
        return True

    def make_room_in_frame(self):
        """Give words that are about to come a place in the frame they stand in, or end it."""
        top = self.stack[-1]
        if top.tag == "figure" and (top.kind == GALLERY or top.count):
            self._to_top()
        elif top.tag == "figure":
            self._open_caption()
        elif top.tag in TABLES - CELLS:
            self._open_cell("td", "")
        if self.starts_line:
            self.starts_line = False
            self.pieces.append("<br>")

    def _to_top(self):
        self._pop_to(1)
        self.interrupted, self.inner_tables, self.starts_line = [], 0, False

    def _close_down_to(self, tags):
        for place in range(len(self.stack) - 1, 0, -1):
            if self.stack[place].tag in tags:
                self._close_to(place)
                return

    def _close_to(self, place):
        self._pop_to(place)
        # No emphasis goes on in the next cell, or behind a caption.
        self.interrupted, self.starts_line = [], False

    def _open_figure(self, source):
        found = attributes_in("figure", source)
        value = {name: permitted("figure", name, text) for name, text in found.items()}
        if value.get("data-photo"):
            self._open_photo(value)
        elif "data-embed" in found:
            self._to_top()
            if not value["data-embed"]:
                return self._link_to(found["data-embed"])
            self._push("figure", f"<figure{written({'data-embed': value['data-embed']})}>")
            self.stack[-1].has_content = True
        elif "data-gallery" in found:
            self._to_top()
            self._open_gallery()
        else:
            if self.frame:
                self._to_top()
            return False
        return True

    def _open_photo(self, value):
        place = value.get("data-place")
        if self.frame == "figure" and self.stack[1].kind == GALLERY:
            self._close_to(2)
            if self.stack[1].count == MOST_IN_A_GALLERY:
                self._to_top()
                self._open_gallery()
            self.stack[1].count += 1
            place = None
        else:
            self._to_top()
        attributes = {"data-photo": value["data-photo"], "data-place": place}
        self._push("figure", f"<figure{written(attributes)}>")
        self.stack[-1].has_content = True

    def _open_gallery(self):
        self._push("figure", '<figure data-gallery="">')
        self.stack[-1].kind = GALLERY

    def _link_to(self, text):
        """What may not be shown from elsewhere may be linked to, in a paragraph of its own."""
        address = permitted("a", "href", text)
        if address:
            self.open("p", "")
            self.open("a", f' href="{html.escape(address)}"')
            self.write(address)
            self.close("a")
            self.close("p")
        return bool(address)

    def _open_in_figure(self, name):
        tag = RENAMED.get(name, name)
        figure = next(element for element in reversed(self.stack) if element.tag == "figure")
        if name == "figcaption" and figure.kind != GALLERY and not figure.count:
            self._open_caption()
        elif name != "figcaption" and tag == "p" and self.stack[-1].tag != "figure":
            if self.stack[-1].has_content:
                self.write(" ")
        elif tag in INLINE or tag == "br":
            return False
        else:
            if tag not in ("img", "picture", "source"):
                self._to_top()
                return self.open_frame(name, "")
            return True
        return True

    def _open_caption(self):
        self.stack[-1].count = 1
        self._push("figcaption", "<figcaption>")

    def _open_in_table(self, name, source):
        tag = RENAMED.get(name, name)
        if tag in INLINE or tag == "br":
            return False
        if self.inner_tables or (tag not in TABLES and name != "tr") or name == "table":
            self.inner_tables += name == "table"
            self._start_line()
        elif name in ("thead", "tbody", "tfoot"):
            self._open_section(name)
        elif name == "tr":
            self._open_row()
        elif name in CELLS:
            self._open_cell(name, source)
        return True

    def _open_section(self, name):
        self._close_to(2)
        tag = "thead" if name == "thead" and not self.stack[1].has_content else "tbody"
        self._push(tag, f"<{tag}>")

    def _open_row(self):
        if len(self.stack) < 3:
            self._open_section("tbody")
        self._close_to(3)
        self._push("tr", "<tr>")

    def _open_cell(self, name, source):
        if len(self.stack) < 4:
            self._open_row()
        self._close_to(4)
        scope = None
        if name == "th":
            is_first = not (self.stack[1].has_content or self.stack[2].has_content)
            is_above = is_first or self.stack[2].tag == "thead"
            said = attributes_in("th", source).get("scope", "")
            scope = permitted("th", "scope", said) or ("col" if is_above else "row")
        self._push(name, f"<{name}{written({'scope': scope})}>")

    def _start_line(self):
        """A block in a cell stands on a line of its own."""
        self.starts_line = any(element.has_content for element in self.stack[4:])
