"""Which rules apply, and how severe they are, by code or prefix; the longer prefix wins."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from claimcheck.settings import Settings
from claimcheck.yamlfile import DataError, nearest

ALL = "ALL"


def specificity(code: str, selectors: Iterable[str]) -> int:
    """The length of the longest selector that covers the code, 0 for ``ALL``, -1 where none does."""
    return max((0 if each == ALL else len(each) for each in selectors if covers(each, code)), default=-1)


def covers(selector: str, code: str) -> bool:
    """Whether a code, a prefix of codes or ``ALL`` covers this code."""
    return selector == ALL or code.startswith(selector)


class Selection(NamedTuple):
    """The rules that apply to files with these settings."""

    settings: Settings

    def selected(self, code: str) -> bool:
        """Whether a rule applies; where select and ignore are equally specific, ignore wins."""
        settings = self.settings
        wanted = specificity(code, settings.select + settings.extend_select)
        return wanted > specificity(code, settings.ignore)

    def severity(self, code: str) -> str | None:
        """The configured severity of a rule, None where its own stands."""
        best = max((each for each in self.settings.severity if covers(each, code)), key=len, default=None)
        return self.settings.severity[best] if best is not None else None

    def check(self, known: Collection[str], place: Callable[[str], str]) -> None:
        """Raise DataError, at the place of its key, for a selector that covers no known code."""
        settings = self.settings
        selectors = {
            "select": settings.select,
            "ignore": settings.ignore,
            "extend-select": settings.extend_select,
            "severity": tuple(settings.severity),
            "per-file-ignores": tuple(code for codes in settings.per_file_ignores.values() for code in codes),
            "ignores": tuple(entry.code for entry in settings.ignores if entry.code),
        }
        for key, values in selectors.items():
            for each in values:
                if not each or not any(covers(each, code) for code in known):
                    raise DataError(f"{place(key)}: no rule {each!r}{nearest(each, known)}")
