"""The house: data flows one way, stages never import each other, and only the command line talks to the terminal."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

CODE = Path(__file__).parent.parent / "claimcheck"
MODULES = sorted(CODE.rglob("*.py"))
MAX_LINES = 300

FOUNDATION = set(
    "model blocks paths yamlfile yamltree plainyaml globs settings selection packs source inflect writing".split()
)
"""What every stage may use."""
STAGES = {
    "extract": set(),
    "language": set(),
    "generated": set(),
    "nlp": set(),
    "judge": set(),
    "register": set(),
    "suppress": set(),
    "rewrite": set(),
    "fix": set(),
    "report": {"result", "rulepage"},
    "discovery": set(),
    "changes": set(),
    "baseline": set(),
}
"""Stage → what it may use besides the foundation and itself."""
COMPOSERS = {
    "pipeline",
    "runner",
    "examples",
    "inventory",
    "filters",
    "fixing",
    "ignoring",
    "cache",
    "coverage",
    "workers",
    "work",
}
"""What puts stages together, below the command line."""
LAZY = {("packs", "nlp"), ("packs", "rewrite")}
"""Parts of a pack that are loaded when they are first asked for, or named for the type checker alone."""


def room(path: Path) -> str:
    """The name of the stage or module that a file belongs to."""
    return path.relative_to(CODE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The rooms that a file imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("claimcheck.")}
    return found - {"__version__"}


def test_every_room_is_known():
    known = FOUNDATION | STAGES.keys() | COMPOSERS | {"cli", "config", "result", "rulepage", "schema"}
    assert {room(path) for path in MODULES} - known <= {"__init__", "__main__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CODE).as_posix())
def test_imports_go_one_way(path):
    own = room(path)
    used = {name for name in imports(path) - {own} if (own, name) not in LAZY}
    if own in FOUNDATION:
        assert used <= FOUNDATION
    elif own in STAGES:
        assert used <= FOUNDATION | STAGES[own]
    elif own != "__main__" and own != "cli":
        assert "cli" not in used


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CODE).as_posix())
def test_only_the_command_line_talks_to_the_terminal(path):
    if room(path) == "cli":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Name) and node.id in ("print", "input")), f"{path}:{node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys":
            assert node.attr not in ("stdout", "stderr", "stdin", "argv", "exit"), f"{path}:{node.lineno}"
        if isinstance(node, ast.Import):
            assert all(alias.name != "click" for alias in node.names), f"{path}:{node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CODE).as_posix())
def test_no_module_is_too_long_to_read_in_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize(
    "path", [path for path in MODULES if room(path) in FOUNDATION], ids=lambda path: path.relative_to(CODE).as_posix()
)
def test_the_foundation_loads_nothing_heavy(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not {name.split(".")[0] for name in names} & {"spacy", "click", "tree_sitter", "numpy"}
