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

TEXT_LEVEL = frozenset("p h1 h2 h3 h4 h5 h6 li td th dt dd a button label summary figcaption caption legend".split())
"""Elements that hold sentences, so that a component in them is a part of one."""

_COMPONENTS = (
    (("title", "heading", "headline"), "h5"),
    (("trigger", "summary", "question"), "summary"),
    (("listitem",), "li"),
    (("caption",), "caption"),
)
"""Ends of the names of components, and the element they are read as."""


KNOWN = (
    INLINE
    | SKIPPED
    | VOID
    | LISTS
    | QUESTIONS
    | HEADINGS.keys()
    | KINDS.keys()
    | set(
        """address article aside blockquote body button center details dialog div fieldset figure footer form frameset
        head header hgroup html main nav noscript optgroup option p picture search section select table tbody template
        tfoot thead title tr""".split()
    )
)
"""Elements of HTML, so that capitals alone do not make one a component."""


def is_component(name: str) -> bool:
    """Whether a tag names a component, as ``Card`` or ``x-card`` do and the ``P`` of old HTML does not."""
    if "-" in name or "." in name:
        return True
    return name[0].isupper() and (not name.isupper() or name.lower() not in KNOWN)


def kind(name: str) -> str:
    """The kind of block that an element makes of its text; empty where that is left to what is around it."""
    if name in HEADINGS or name in QUESTIONS or name == "title":
        return name
    return KINDS.get(name, "")


def component_kind(name: str) -> str:
    """The kind of block that a component makes of its text, by its name; empty where the name does not say."""
    last = name.rpartition(".")[2].lower()
    for ends, element in _COMPONENTS:
        if last.endswith(ends) and not last.startswith("sub"):
            return kind(element)
    return ""
