"""Suppression comments: where they reach, and what is said of those that do nothing."""

from __future__ import annotations

import pytest

ONE = "Our exosomes rebuild collagen."
TWO = "Exosome therapy regrows hair."


def codes(claimcheck, name, text, write, *options) -> list[str]:
    write(name, text)
    return claimcheck("check", name, "--output-format", "json", *options).codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"<!-- claimcheck: ignore[EXO101] why -->\n{ONE}\n", []),
        (f"<!-- claimcheck: ignore[EXO101] why -->\n\n{ONE}\n", []),
        (f"<!-- claimcheck: ignore[EXO1] why -->\n{ONE}\n", []),
        (f"<!-- claimcheck: ignore[EXO101, EXO106] why -->\n{ONE} {TWO}\n", []),
        (f"{ONE} <!-- claimcheck: ignore[EXO101] why -->\n", []),
        (f"{ONE} <!-- claimcheck: ignore[EXO101] why -->\n{TWO}\n", ["EXO106"]),
        (f"<!-- claimcheck: ignore[EXO101] why -->\n{ONE}\n\n{ONE}\n", ["EXO101"]),
        (f"<!-- claimcheck: ignore[EXO106] why -->\n{ONE}\n", ["EXO901", "EXO101"]),
        (f"{ONE}\n\n<!-- claimcheck: ignore[EXO101] the file ends here -->", ["EXO101", "EXO901"]),
        (f"<!-- claimcheck: ignore[EXO101,EXO106] why -->\n{ONE}\n", ["EXO901"]),
        (f"{ONE}\n\n<!-- claimcheck: ignore-file[EXO1] why -->\n\n{TWO}\n", []),
        (f"{ONE}\n\n<!-- claimcheck: ignore-file[EXO101] why -->\n\n{TWO}\n", ["EXO106"]),
        (f"<!-- claimcheck: off -->\n{ONE}\n\n{TWO}\n\n<!-- claimcheck: on -->\n\n{ONE}\n", ["EXO101"]),
        (f"<!-- claimcheck: off -->\n\n{ONE}\n\n{TWO}\n", []),
        ("<!-- claimcheck: off -->\n\nHello.\n\n<!-- claimcheck: on -->\n", ["EXO901"]),
        (f"<!-- claimcheck: ignore why -->\n{ONE}\n", ["EXO901", "EXO101"]),
        (f"<!-- claimcheck: ignroe[EXO101] -->\n{ONE}\n", ["EXO901", "EXO101"]),
        (f"<!-- claimcheck: on -->\n{ONE}\n", ["EXO901", "EXO101"]),
        (f"<!-- claimcheck: ignore[EXO999] -->\n{ONE}\n", ["EXO901", "EXO101"]),
        (f"<!-- see claimcheck -->\n{ONE}\n", ["EXO101"]),
    ],
)
def test_markdown(claimcheck, write, text, expected):
    assert codes(claimcheck, "a.md", text, write) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", f"<div>\n  <!-- claimcheck: ignore[EXO101] why -->\n  <p>\n    {ONE}\n  </p>\n</div>\n"),
        ("a.html", f"<p>{ONE}</p> <!-- claimcheck: ignore[EXO101] why -->\n"),
        ("a.yaml", f"# claimcheck: ignore[EXO101] why\ndescription: {ONE}\n"),
        ("a.yaml", f"description: {ONE}  # claimcheck: ignore[EXO101] why\n"),
    ],
)
def test_other_formats(claimcheck, write, name, text):
    assert codes(claimcheck, name, text, write) == []


def test_what_did_not_run_is_not_called_unused(claimcheck, write):
    text = f"<!-- claimcheck: ignore[EXO101] a -->\n{ONE}\n\n<!-- claimcheck: ignore[EXO902] b -->\nHello.\n"
    assert codes(claimcheck, "a.md", text, write, "--ignore", "EXO101") == []
    assert codes(claimcheck, "a.md", text, write, "--strict") == ["EXO901"]


def test_unused_suppressions_can_be_switched_off(claimcheck, write):
    assert codes(claimcheck, "a.md", "<!-- claimcheck: ignore[EXO1] -->\nHi.\n", write, "--ignore", "EXO901") == []


def test_a_comment_without_any_mention_in_the_file_is_still_looked_at(claimcheck, write):
    assert codes(claimcheck, "a.md", "<!-- claimcheck: ignore[EXO1] -->\nOpen daily.\n", write) == ["EXO901"]


def test_the_summary_counts_what_was_let_pass(claimcheck, write):
    write("a.md", f"<!-- claimcheck: ignore[EXO101] why -->\n{ONE}\n")
    assert "Not shown: 1 suppressed." in claimcheck("check").out


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "Hi.\n\n<!-- claimcheck: ignore[EXO1] -->\nBye.\n", "Hi.\n\nBye.\n"),
        ("a.md", "Hi. <!-- claimcheck: ignore[EXO1] -->\n", "Hi.\n"),
        ("a.md", "Hi.\r\n\r\n<!-- claimcheck: ignore[EXO1] -->\r\nBye.\r\n", "Hi.\r\n\r\nBye.\r\n"),
        (
            "a.md",
            f"<!-- claimcheck: ignore[EXO106, EXO101] why -->\n{ONE}\n",
            f"<!-- claimcheck: ignore[EXO101] why -->\n{ONE}\n",
        ),
        ("a.yaml", "title: Hi  # claimcheck: ignore[EXO1] why\n", "title: Hi\n"),
    ],
)
def test_the_fix_takes_out_what_is_not_used(claimcheck, write, name, before, after):
    path = write(name, before)
    assert claimcheck("check", "--fix").status == 0
    assert path.read_bytes().decode() == after
