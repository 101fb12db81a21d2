"""Hostile files, large: seconds and peak memory of ``claimcheck check`` on each, and what it says.

``python benchmarks/hostile.py [--size 1000000] [--depth 100000] [--only NAME]``; a file that takes longer than
``--limit`` seconds is a failure. The tests hold the same cases, small.
"""

from __future__ import annotations

import argparse
import platform
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

CLAIM = "Our exosomes rebuild collagen."
PLAIN = "The studio opens at nine and the tea is on us. "


def cases(size: int, depth: int) -> dict[str, tuple[str, str]]:
    """Name → suffix and content."""
    nested = {
        "html nested": (".html", "<div>" * depth + CLAIM + "</div>" * depth),
        "html never closed": (".html", f"<div><p>{CLAIM}" * (depth // 10)),
        "html lists": (".html", f"<ul><li>{CLAIM}" * depth),
        "jsx nested": (".tsx", "export const a = " + "<div>" * depth + CLAIM + "</div>" * depth),
        "jsx never closed": (".tsx", f"export const a = <p>{CLAIM}" + "<div>" * depth),
        "json arrays": (".json", "[" * depth + f'"{CLAIM}"' + "]" * depth),
        "json arrays with copy": (".json", f'["{CLAIM}",' * depth),
        "json objects": (".json", f'{{"text": "{CLAIM}", "a": ' * depth),
        "yaml flow": (".yaml", "a: " + "[" * depth + CLAIM),
        "yaml indent": (".yaml", "\n".join(" " * level + f"k{level}:" for level in range(depth // 100)) + " " + CLAIM),
        "toml arrays": (".toml", f'a = {"[" * depth}"{CLAIM}"'),
        "markdown quotes": (".md", "> " * depth + CLAIM),
        "markdown lists": (".md", "- " * depth + CLAIM),
        "markdown lists, lines": (".md", "".join("  " * level + f"- {CLAIM}\n" for level in range(depth // 100))),
        "markdown emphasis": (".md", "*a " * depth + CLAIM),
        "markdown brackets": (".md", "[" * depth + CLAIM),
        "vue nested": (".vue", f"<template>{'<div>' * depth}{CLAIM}"),
        "svelte blocks": (".svelte", "{#if a}" * depth + f"<p>{CLAIM}</p>"),
        "braces": (".mdx", "{" * depth + CLAIM),
        "xliff nested": (".xlf", "<g>" * depth + CLAIM),
    }
    long = {f"one line{suffix}": (suffix, f"{CLAIM} " + PLAIN * (size // len(PLAIN))) for suffix in (".md", ".txt")}
    long |= {
        "one line.html": (".html", f"<p>{CLAIM} " + PLAIN * (size // len(PLAIN))),
        "one line.json": (".json", f'"{CLAIM} ' + PLAIN * (size // len(PLAIN)) + '"'),
        "one line.ts": (".ts", f'export const a = "{CLAIM} ' + PLAIN * (size // len(PLAIN)) + '";'),
        "one word": (".md", f"{CLAIM}\n\n" + "<" * size),
        "claims": (".md", f"{CLAIM}\n\n" * (size // 40)),
        "claims in one sentence": (".md", "Our exosomes " + "rebuild collagen and calm redness, " * (size // 40)),
    }
    return nested | long


def run(path: Path, limit: float) -> tuple[float, float, str]:
    """Seconds, megabytes, and the last words of a check."""
    command = [sys.executable, "-m", "claimcheck", "check", "--isolated", "--no-cache", "--output-format", "json", path]
    started = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
        said = done.stderr.strip()[-90:] or f"{done.stdout.count(chr(34) + 'code' + chr(34))} findings"
    except subprocess.TimeoutExpired:
        said = "NO END"
    return time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000, said


def main() -> int:
    """Write, check, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of a long file")
    parser.add_argument("--depth", type=int, default=100_000, help="how deep to nest")
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--only", default="", help="cases whose name holds this")
    options = parser.parse_args()
    print(f"{date.today()}, {platform.machine()}, Python {platform.python_version()}; the peak is that of all so far\n")
    print("| file | MB | seconds | peak MB | said |\n|---|---|---|---|---|")
    endless = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, (suffix, content) in cases(options.size, options.depth).items():
            if options.only in name:
                path = Path(folder, f"page{suffix}")
                path.write_text(content, encoding="utf-8")
                seconds, peak, said = run(path, options.limit)
                endless += said == "NO END"
                print(f"| {name} | {len(content) / 1e6:.1f} | {seconds:.1f} | {peak:.0f} | {said} |", flush=True)
    return 1 if endless else 0


if __name__ == "__main__":
    sys.exit(main())
