"""Vue: a template of HTML with ``{{ }}`` and bound attributes, and a script."""

from __future__ import annotations

import re

from claimcheck.extract.components import ComponentReader
from claimcheck.extract.engine import Copy
from claimcheck.extract.jsx import Props, read_expression
from claimcheck.extract.markup import Attribute, attributes
from claimcheck.extract.script import CHILD

_BOUND = re.compile(r":|v-bind:|v-text$|v-html$")


class VueReader(ComponentReader):
    """Reads the file: its template is an element like any other."""

    scope = "vue"
    marks = re.compile(r"<|\{\{")

    def expression(self, at: int, close: int) -> None:
        """Read what stands between two pairs of braces."""
        read_expression(self.copy, at + 2, close - 1, CHILD, self.flow, (at, close + 1))

    def expressions(self, start: int, end: int) -> None:
        """Read the bound attributes of an element."""
        for each in attributes(self.source, start, end, {}):
            if _BOUND.match(each.name):
                read_expression(self.copy, each.start, each.end, each.name.rpartition(":")[2])

    def prop(self, props: Props, attribute: Attribute) -> None:
        """Read one prop of a component, bound or not; directives and listeners are code."""
        if _BOUND.match(attribute.name):
            name = attribute.name.rpartition(":")[2]
            read_expression(self.copy, attribute.start, attribute.end, name, props=props)
        elif attribute.name[0] not in "@#" and not attribute.name.startswith("v-"):
            super().prop(props, attribute)


def read(copy: Copy, start: int, end: int) -> None:
    """Read source[start:end] as a Vue component."""
    VueReader(copy, start, end).read(start)
