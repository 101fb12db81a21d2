"""What a run came to: all that reports and exit status are made of."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.model import SEVERITIES, Failure, Finding, SourceFile
from claimcheck.packs import Pack


@dataclass(eq=False, repr=False)
class Result:
    """The outcome of a run over many files, in the order in which they were found."""

    pack: Pack
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    sources: dict[str, SourceFile] = field(default_factory=dict)
    """The files with findings, by ``Finding.path``."""
    skipped: list[tuple[str, str]] = field(default_factory=list)
    """What was left out on purpose, with the reason."""
    checked: list[str] = field(default_factory=list)
    """The files, relative to their repositories."""
    suppressed: int = 0
    """Findings let pass by comments and configuration."""
    registered: int = 0
    """Findings let pass by the register of substantiated claims."""
    baselined: int = 0
    """Findings let pass by the baseline."""
    unchanged: int = 0
    """Findings outside the lines that ``--diff-base`` asks for."""
    fail_on: dict[str, str] = field(default_factory=dict)
    """The lowest severity that fails, by ``Finding.path``."""
    identities: dict[str, str] = field(default_factory=dict)
    """The path relative to the repository, by ``Finding.path``."""

    def fail(self, failure: Failure) -> None:
        """Record a failure, once."""
        if failure not in self.failures:
            self.failures.append(failure)

    def failing(self) -> list[Finding]:
        """The findings at or above the severity that fails in their file."""
        return [each for each in self.findings if at_least(each.severity, self.fail_on.get(each.path, "warning"))]

    def show_from(self, floor: str) -> int:
        """Drop the findings below a severity; returns how many there were."""
        kept = [each for each in self.findings if at_least(each.severity, floor)]
        hidden = len(self.findings) - len(kept)
        self.findings = kept
        return hidden

    def count(self, severity: str) -> int:
        """How many findings have this severity."""
        return sum(each.severity == severity for each in self.findings)


def at_least(severity: str, floor: str) -> bool:
    """Whether a severity is the floor or above."""
    return SEVERITIES.index(severity) >= SEVERITIES.index(floor)
