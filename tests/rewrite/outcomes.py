"""Tables of whole sentences and what fixes make of them."""

from collections.abc import Iterable, Mapping

from claimcheck.fix import fix_file
from claimcheck.model import SourceFile

from .test_end_to_end import findings


def fixed(text: str, unsafe: bool) -> str:
    """The text after a fix; a bullet stands below a heading that promises benefits."""
    heading = "# Benefits of exosome therapy" if text.startswith("- ") else "# Exosome therapy"
    whole = fix_file(SourceFile("a.md", f"{heading}\n\n{text}\n"), findings, unsafe)
    assert whole.withheld == (), text
    return whole.text.removeprefix(f"{heading}\n\n").rstrip("\n")


def outcomes(
    safe: Mapping[str, str], unsafe: Mapping[str, str], left: Iterable[str] = ()
) -> list[tuple[str, bool, str]]:
    """(text, whether unsafe fixes are asked for, the text that is expected).

    What is safe is made by ``--fix``; what is unsafe only when asked for; what is left, never.
    """
    return [
        *((text, False, new) for text, new in safe.items()),
        *((text, False, text) for text in unsafe),
        *((text, True, new) for text, new in unsafe.items()),
        *((text, True, text) for text in left),
    ]
