"""``--statistics``: how many findings each rule has."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from claimcheck.report.style import Style
from claimcheck.result import Result


def render(result: Result, stream: TextIO, style: Style) -> None:
    """Write one line per rule, the most frequent first: count, code, name, and how many have a safe fix."""
    counts = Counter((finding.code, finding.name) for finding in result.findings)
    fixable = Counter(each.code for each in result.findings if each.fix and each.fix.applicability == "safe")
    width = len(str(max(counts.values(), default=0)))
    for (code, name), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        mark = f" [*] {fixable[code]} fixable" if fixable[code] else ""
        stream.write(f"{count:{width}} {style.paint(code, 'bold')} {name}{mark}\n")
