"""Completion in the shell, asked for as shells ask for it."""

from __future__ import annotations

import pytest

from claimcheck.packs import load_pack


@pytest.fixture
def complete(claimcheck, monkeypatch):
    def complete(line: str) -> list[str]:
        words = line.split(" ")
        monkeypatch.setenv("_CLAIMCHECK_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        return [each.partition(",")[2] for each in claimcheck().out.splitlines()]

    return complete


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(claimcheck, monkeypatch, shell):
    monkeypatch.setenv("_CLAIMCHECK_COMPLETE", f"{shell}_source")
    assert "_claimcheck_completion" in claimcheck().out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("claimcheck cl", ["claims", "clean"]),
        ("claimcheck check --unsafe", ["--unsafe-fixes"]),
        ("claimcheck check --output-format js", ["json", "json-lines"]),
        ("claimcheck check --fail-on ", ["note", "warning", "error"]),
        ("claimcheck rule exo10", [f"EXO10{number}" for number in range(1, 8)]),
        ("claimcheck check --select EXO4,EXO30", ["EXO4,EXO301", "EXO4,EXO302"]),
    ],
)
def test_commands_options_values_and_codes(complete, line, expected):
    assert complete(line) == expected


def test_every_code_is_offered(complete):
    assert complete("claimcheck check --ignore ") == list(load_pack().rules)
