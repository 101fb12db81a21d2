"""The flow of a page: start tags, text and end tags → headings, paragraphs, list items and cells."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.extract import tags
from claimcheck.extract.engine import Copy, Place, Prose
from claimcheck.extract.tables import Table

MAX_DEPTH = 40
"""How far up an end tag looks for its start tag."""
LEADS = ("paragraph", "list-item", "string")
"""Kinds of blocks that introduce a list which follows them."""


@dataclass(slots=True)
class _Open:
    """An element that ends sentences and is still open."""

    name: str
    kind: str = "paragraph"
    group: int = 0
    lead: int | None = None
    item: int | None = None
    """Index of the first block in a list item, which introduces the lists nested in it."""
    table: Table | None = None
    outline: int | None = None
    """Length of the outline to return to at the end of a component that has a title of its own."""


class Flow:
    """Where in a page a reader of mark-up stands.

    Elements inside a sentence do not end it; all others do. An end tag that is missing or too many ends at most the
    sentence at hand.
    """

    def __init__(self, copy: Copy, scope: str, place: Place | None = None) -> None:
        self.copy = copy
        self.scope = scope
        self.place = place
        """What text outside of all block elements is, where the mark-up is the string of a data file."""
        self.stack = [_Open("")]
        self.inline: list[str] = []
        self.prose = copy.prose()
        self.last: int | None = None
        """Index of the block before, where a list could follow it."""
        self.link_ended = False

    def branch(self) -> Flow:
        """A flow for blocks inside of a sentence: at the same place, with a sentence of its own."""
        flow = Flow(self.copy, self.scope, self.place)
        flow.stack = self.stack[:]
        flow.last = self.last
        return flow

    def start(self, tag: str, component: bool, self_closing: bool, outline: int | None = None) -> None:
        """Enter an element; ``outline`` is the length of the outline before its own title."""
        name = tag if component else tag.lower()
        if name in tags.INLINE or (component and (self.prose.length or self.stack[-1].name in tags.TEXT_LEVEL)):
            if name == "a" and self.link_ended:
                self.flush()
            if component and not self_closing:
                self.inline.append(name)
            return
        self.flush()
        if self_closing or name in tags.VOID:
            self._return(outline)
        else:
            self._push(name, component, outline)

    def end(self, tag: str, component: bool) -> None:
        """Leave an element."""
        name = tag if component else tag.lower()
        if name in tags.INLINE:
            self.link_ended = name == "a"
            return
        if name in self.inline:
            self.inline.remove(name)
            return
        self.flush()
        if name in tags.LISTS:
            self.last = None
        for depth in range(len(self.stack) - 1, max(len(self.stack) - MAX_DEPTH, 0), -1):
            if self.stack[depth].name == name:
                self._pop(depth)
                return

    def flush(self) -> None:
        """End the block at hand."""
        prose, self.link_ended = self.prose, False
        if not prose.length:
            return
        self.prose = self.copy.prose()
        index = self._emit(prose)
        if index is not None:
            self.last = index if self.copy.blocks.kind(index) in LEADS else None

    def _push(self, name: str, component: bool, outline: int | None) -> None:
        ended = tags.CLOSED_BY.get(name)
        if ended:
            self._close_open(ended)
        elif self.stack[-1].name == "p":
            self._pop(len(self.stack) - 1)
        parent = self.stack[-1]
        kind = tags.component_kind(name) if component else tags.kind(name)
        entry = replace(parent, name=name, kind=kind or parent.kind, outline=outline)
        if name in tags.LISTS:
            entry.kind = "paragraph"
            entry.group = self.copy.group()
            entry.lead = parent.item if parent.item is not None else self.last
        elif name in ("li", "dd"):
            entry.item = None
        elif name == "table":
            entry.table, entry.kind = Table(self.copy), "paragraph"
        elif entry.table and name == "tr":
            entry.table.row()
        elif entry.table and name in ("td", "th"):
            entry.table.cell(header=name == "th")
        self.stack.append(entry)

    def _close_open(self, names: frozenset[str]) -> None:
        """Leave open elements of these names inside of the nearest list or table."""
        for depth in range(len(self.stack) - 1, max(len(self.stack) - MAX_DEPTH, 0), -1):
            name = self.stack[depth].name
            if name in tags.FENCES:
                return
            if name in names:
                self._pop(depth)

    def _pop(self, depth: int) -> None:
        self._return(next((entry.outline for entry in self.stack[depth:] if entry.outline is not None), None))
        del self.stack[depth:]

    def _return(self, outline: int | None) -> None:
        if outline is not None:
            del self.copy.outline[max(outline, self.copy.floor) :]

    def _emit(self, prose: Prose) -> int | None:
        entry = self.stack[-1]
        kind = entry.kind
        if self.place is not None and len(self.stack) == 1:
            return self.copy.emit(prose, *self.place)
        if kind in tags.HEADINGS:
            level = tags.HEADINGS[kind]
            return self.copy.emit(prose, "heading", f"{self.scope}.heading.{level}", level)
        if kind == "title":
            return self.copy.emit(prose, "heading", f"{self.scope}.title", 1)
        if kind in tags.QUESTIONS:
            return self.copy.emit(prose, "heading", f"{self.scope}.{kind}", tags.QUESTION_LEVEL)
        if kind == "cell" and entry.table:
            return entry.table.emit(prose, f"{self.scope}.cell")
        if kind != "list-item":
            return self.copy.emit(prose, kind, f"{self.scope}.{kind}")
        index = self.copy.emit(prose, kind, f"{self.scope}.{kind}", lead=entry.lead, group=entry.group)
        for each in reversed(self.stack):
            if each.kind != "list-item" or each.item is not None:
                break
            each.item = index
        return index
