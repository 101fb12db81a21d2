"""Taking claimcheck on in a project with old findings: the baseline and written-in suppressions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from claimcheck.baseline import entries_of, load_baseline, pruned, write_baseline
from claimcheck.config import project_root
from claimcheck.ignoring import add_ignores_to
from claimcheck.model import ClaimcheckError, Failure
from claimcheck.paths import shown
from claimcheck.result import Result, at_least
from claimcheck.runner import Runner


def save_baseline(result: Result, runner: Runner, params: Mapping[str, Any]) -> Iterator[str]:
    """Write the present findings, or drop from the baseline what is gone."""
    entries = entries_of((result.identities[each.path], each) for each in result.findings)
    if params["write_baseline"]:
        path = Path(params["write_baseline"])
        write_baseline(path, entries)
        yield f"wrote {len(set(entries))} findings to {shown(path)}"
        return
    file = runner.resolver.settings(Path.cwd()).baseline
    if file is None:
        raise ClaimcheckError("--prune-baseline needs --baseline FILE, or a baseline in the configuration")
    before = load_baseline(file)
    found = {each.fingerprint for each in entries}
    left = pruned(before.values(), found, set(result.checked), project_root(Path.cwd()))
    write_baseline(Path(file), left)
    yield f"dropped {len(before) - len(left)} of {len(before)} findings from {shown(file)}"


def add_ignores(runner: Runner, result: Result, reason: str, floor: str) -> Iterator[str]:
    """Write a suppression comment above each finding, where the format has comments."""
    written = 0
    for path in result.sources:
        findings = [each for each in result.findings if each.path == path and at_least(each.severity, floor)]
        try:
            done, left = add_ignores_to(runner.works[path], findings, reason)
        except (OSError, ClaimcheckError) as error:
            result.fail(Failure(path, f"no comments written: {getattr(error, 'strerror', None) or error}"))
            continue
        written += done
        for finding in left:
            row, _ = result.sources[path].location(finding.start)
            yield f"{path}:{row}: no place for a comment about {finding.code}; use ignores in the configuration"
    yield f"wrote comments for {written} findings"
