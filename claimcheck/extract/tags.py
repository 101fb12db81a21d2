"""What readers need to know of HTML elements and attributes."""

from __future__ import annotations

INLINE = frozenset(
    "a abbr acronym b bdi bdo big blink br cite data del dfn em font i img ins label mark nobr q rb rp rt rtc "
    "ruby s small span strike strong sub sup time tt u wbr svg input code kbd samp var slot trans".split()
)
"""Elements that do not end a sentence; all others do."""

SKIPPED = frozenset("script style svg math iframe object canvas audio video textarea pre xmp listing".split())
"""Elements whose content is no copy."""

CODE = frozenset(["code", "kbd", "samp", "var", "tt"])
"""Inline elements whose content is code: one opaque word."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())

HEADINGS = {f"h{level}": level for level in range(1, 7)}
QUESTIONS = frozenset(("dt", "summary"))
"""Elements that head what follows them without being headings."""
QUESTION_LEVEL = 6

KINDS = {
    "li": "list-item",
    "dd": "list-item",
    "td": "cell",
    "th": "cell",
    "caption": "caption",
    "figcaption": "caption",
    "legend": "caption",
}
LISTS = frozenset(("ul", "ol", "dl", "menu"))

CLOSED_BY = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "option": frozenset(("option",)),
}
"""Start tags that end an open element of these names, up to the list or table around them."""
FENCES = LISTS | {"table"}

ATTRIBUTES = frozenset(("alt", "title", "aria-label", "aria-description", "placeholder"))
"""Attributes that readers see or hear, on any element."""
META = frozenset(("description", "og:title", "og:description", "twitter:title", "twitter:description"))
"""Names of ``<meta>`` elements whose content is shown by search engines and social networks."""
