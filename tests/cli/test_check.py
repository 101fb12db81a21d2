"""``claimcheck check``: what is found, where, and what the exit status says."""

from __future__ import annotations

import pytest

CLAIM = "Our exosomes rebuild collagen.\n"
HEDGED = "Our exosomes may help rebuild collagen.\n"
SOFT = "Our exosomes can improve firmness.\n"
PROOF = "Our exosomes are clinically proven to rebuild collagen.\n"
UNRELATED = "Opening hours: nine to five.\n"

FIELDS = [
    "code", "name", "message", "url", "filename", "location", "end_location", "offset", "end_offset", "severity",
    "level", "family", "status", "subject", "effect", "unit", "heading", "evidence", "fingerprint", "suggestions",
    "fix",
]  # fmt: skip


def test_json_has_the_pinned_fields_in_their_order(claimcheck, write):
    write("site/page.md", f"# Hello\n\n{CLAIM}")
    ran = claimcheck("check", "site", "--output-format", "json")
    (finding,) = ran.json
    assert ran.status == 1
    assert list(finding) == FIELDS
    assert finding["code"] == "EXO101" and finding["name"] == "collagen"
    assert finding["filename"] == "site/page.md"
    assert finding["location"] == {"row": 3, "column": 5} and finding["end_location"] == {"row": 3, "column": 30}
    assert (finding["offset"], finding["end_offset"]) == (13, 38)
    assert (finding["severity"], finding["level"], finding["family"]) == ("warning", 3, "collagen")
    assert finding["status"] == "asserted" and finding["subject"] == {"text": "exosomes", "link": "explicit"}
    assert finding["effect"] == "rebuild collagen" and finding["unit"] == CLAIM.strip()
    assert finding["heading"] == "Hello"
    assert finding["suggestions"][0] == HEDGED.strip()
    assert set(finding["fix"]) == {"applicability", "message", "edits"}
    assert set(finding["fix"]["edits"][0]) == {"content", "location", "end_location"}


@pytest.mark.parametrize(
    "text",
    [
        "Price: 90 €.\r\n\r\nOur exosomes rebuild\r\ncollagen.\r\n",
        "\tTabs.\n\n🌿🌿 Our exosomes rebuild collagen.\n",
        "Our <b>exosomes</b> *rebuild* **_collagen_**.\n",
        "Our exosomes rebuild&nbsp;collagen &amp; more.\n",
        "Ours: our exosomes re&shy;build collagen.\n",
    ],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_offsets_cut_the_claim_out_of_the_file(claimcheck, folder, text, mark):
    (folder / "a.md").write_bytes(mark + text.encode())
    findings = claimcheck("check", "a.md", "--output-format", "json").json
    assert findings
    lines = text.replace("\r\n", "\n").split("\n")
    for finding in findings:
        cut = text[finding["offset"] : finding["end_offset"]]
        assert cut.lower().lstrip("<b>").startswith("exosomes") and "collagen" in cut
        row, column = finding["location"]["row"], finding["location"]["column"]
        assert lines[row - 1][column - 1 :].startswith(cut.split("\r\n")[0])


def test_full_shows_frame_caret_evidence_and_wording(claimcheck, write):
    write("a.md", CLAIM)
    ran = claimcheck("check", "a.md")
    lines = ran.out.splitlines()
    assert lines[0].startswith("warning[EXO101]: ")
    assert lines[1] == "  --> a.md:1:5"
    frame = lines.index("1 | Our exosomes rebuild collagen.")
    assert lines[frame + 1] == "  |     " + "^" * len("exosomes rebuild collagen")
    assert any(line.startswith("  = evidence: ") for line in lines)
    assert "  = try: Our exosomes may help rebuild collagen. [*]" in lines
    assert "Found 1 warning in 1 file." in lines


def test_concise_is_one_line_a_finding(claimcheck, write):
    write("a.md", CLAIM)
    ran = claimcheck("check", "a.md", "--output-format", "concise", "--quiet")
    assert ran.out.startswith("a.md:1:5: EXO101 warning ") and ran.out.count("\n") == 1


def test_standard_input_under_a_name(claimcheck):
    ran = claimcheck("check", "-", "--stdin-filename", "page.html", "--output-format", "json", stdin=f"<p>{CLAIM}</p>")
    assert ran.status == 1 and ran.json[0]["filename"] == "page.html" and ran.json[0]["location"]["column"] == 8


def test_standard_input_without_a_name_is_plain_text(claimcheck):
    ran = claimcheck("check", "-", stdin=CLAIM)
    assert ran.status == 1 and "<stdin>:1:5" in ran.out


def test_standard_input_goes_alone(claimcheck):
    assert claimcheck("check", "-", "a.md").status == 2


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (UNRELATED, [], 0),
        (HEDGED, [], 0),
        (SOFT, [], 0),
        (CLAIM, [], 1),
        (PROOF, [], 1),
        (SOFT, ["--fail-on", "note"], 1),
        (CLAIM, ["--fail-on", "error"], 0),
        (PROOF, ["--fail-on", "error"], 1),
        (CLAIM, ["--exit-zero"], 0),
        (PROOF, ["--exit-zero"], 0),
        (CLAIM, ["--max-warnings", "1"], 0),
        (CLAIM, ["--max-warnings", "0"], 1),
        (CLAIM + "\n" + CLAIM, ["--max-warnings", "1"], 1),
        (CLAIM + "\n" + CLAIM, ["--max-warnings", "1", "--exit-zero"], 0),
        (CLAIM + "\n" + CLAIM, ["--max-warnings", "1", "--fail-on", "error"], 1),
        (PROOF, ["--max-warnings", "5"], 1),
        (CLAIM, ["--min-severity", "error"], 1),
        (SOFT, ["--strict"], 1),
        (CLAIM, ["--fix"], 0),
        (CLAIM, ["--fix-only"], 0),
        (CLAIM, ["--diff"], 1),
        (CLAIM, ["--diff", "--exit-zero"], 0),
        (CLAIM, ["--diff", "--fail-on", "error"], 1),
        (CLAIM, ["--diff", "--fix-only"], 1),
        (CLAIM, ["--diff", "--fix-only", "--exit-zero"], 0),
        (HEDGED, ["--diff"], 0),
        (PROOF, ["--fix"], 1),
        (PROOF, ["--fix", "--exit-zero"], 0),
        (PROOF, ["--fix", "--unsafe-fixes"], 0),
        (PROOF, ["--fix-only"], 0),
        (PROOF + "\n" + CLAIM, ["--fix", "--fail-on", "error"], 1),
        (CLAIM + "\n" + SOFT, ["--max-warnings", "1", "--fail-on", "note"], 1),
        (CLAIM, ["--max-warnings", "0", "--fix"], 0),
        (CLAIM, ["--max-warnings", "0", "--fail-on", "error"], 1),
        (SOFT, ["--max-warnings", "0"], 0),
        (SOFT, ["--strict", "--max-warnings", "1"], 0),
        (CLAIM, ["--statistics"], 1),
    ],
)
@pytest.mark.parametrize("fails", [False, True])
def test_exit_status(claimcheck, write, text, options, status, fails):
    write("a.md", text)
    paths = ["a.md", "missing.md"] if fails else ["a.md"]
    assert claimcheck("check", *paths, *options).status == (2 if fails else status)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("latin.md", "Caf\xe9 exosomes".encode("latin-1"), "latin.md: not UTF-8 at byte 3 (line 1)"),
        ("photo.png", b"\x89PNG", "photo.png: png files hold no text"),
        ("data.bin", b"\0\0\0", "data.bin: holds no text"),
    ],
)
def test_a_file_that_cannot_be_read_hides_nothing_else(claimcheck, folder, name, content, message):
    (folder / name).write_bytes(content)
    (folder / "z.md").write_text(CLAIM)
    ran = claimcheck("check", name, "z.md", "--output-format", "json")
    assert ran.status == 2 and ran.codes == ["EXO101"]
    assert f"claimcheck: error: {message}" in ran.err


def test_a_missing_path_and_an_empty_folder(claimcheck, folder):
    (folder / "empty").mkdir()
    (folder / "z.md").write_text(CLAIM)
    ran = claimcheck("check", "none.md", "empty", "z.md", "--output-format", "json")
    assert ran.status == 2 and ran.codes == ["EXO101"]
    assert "error: none.md: No such file or directory" in ran.err
    assert "error: empty: no files to check in this folder" in ran.err


def test_an_unreadable_file(claimcheck, folder, monkeypatch):
    from claimcheck import runner
    from claimcheck.source import ReadError

    def refuse(path):
        raise ReadError("Permission denied")

    (folder / "a.md").write_text(CLAIM)
    monkeypatch.setattr(runner, "read_bytes", refuse)
    ran = claimcheck("check", "a.md")
    assert ran.status == 2 and "error: a.md: Permission denied" in ran.err


def test_an_internal_error_is_a_failure_of_its_file_alone(claimcheck, write, monkeypatch):
    from claimcheck import pipeline

    check = pipeline.check

    def broken(work):
        if work.file.path == "a.md":
            raise ZeroDivisionError("oops")
        return check(work)

    monkeypatch.setattr(pipeline, "check", broken)
    write("a.md", CLAIM)
    write("b.md", CLAIM)
    ran = claimcheck("check", "a.md", "b.md", "--output-format", "json")
    assert ran.status == 2 and [each["filename"] for each in ran.json] == ["b.md"]
    assert "internal error: ZeroDivisionError: oops" in ran.err


@pytest.mark.parametrize("arguments", [["check", "--no-such-option"], ["chek"], ["check", "--fail-on", "warnin"]])
def test_unknown_options_and_commands(claimcheck, arguments):
    ran = claimcheck(*arguments)
    assert ran.status == 2 and ran.err and "Traceback" not in ran.err


def test_statistics(claimcheck, write):
    write("a.md", CLAIM + "\n" + CLAIM + "\n" + PROOF)
    ran = claimcheck("check", "--statistics")
    assert ran.out.splitlines()[0].startswith("3 EXO101 collagen [*] ")


def test_output_file(claimcheck, write, folder):
    write("a.md", CLAIM)
    ran = claimcheck("check", "a.md", "--output-format", "concise", "-o", "report.txt")
    assert ran.status == 1 and ran.out == "" and "EXO101" in (folder / "report.txt").read_text()
    ran = claimcheck("check", "a.md", "-o", "none/report.txt")
    assert ran.status == 2 and "cannot write none/report.txt" in ran.err


def test_min_severity_hides_and_says_so(claimcheck, write):
    write("a.md", SOFT + "\n" + CLAIM)
    ran = claimcheck("check", "a.md", "--min-severity", "warning")
    assert "note[" not in ran.out and "1 below --min-severity" in ran.out


def test_strict(claimcheck, write):
    write("a.md", SOFT + "\n" + HEDGED)
    ran = claimcheck("check", "a.md", "--strict", "--output-format", "json")
    assert [(each["code"], each["severity"]) for each in ran.json] == [("EXO101", "warning"), ("EXO902", "note")]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--select", "EXO2"], ["EXO201"]),
        (["--select", "EXO2", "--extend-select", "EXO101"], ["EXO101", "EXO201"]),
        (["--ignore", "EXO1"], ["EXO201"]),
        (["--ignore", "EXO101,EXO201"], []),
        (["--select", "EXO1", "--ignore", "EXO101"], []),
        (["--ignore", "EXO1", "--extend-select", "EXO101"], ["EXO101", "EXO201"]),
    ],
)
def test_selection(claimcheck, write, options, expected):
    write("a.md", CLAIM + "\n" + PROOF)
    assert sorted(set(claimcheck("check", *options, "--output-format", "json").codes)) == expected


def test_an_unknown_code_is_refused(claimcheck, write):
    write("a.md", CLAIM)
    ran = claimcheck("check", "--select", "EXO11")
    assert ran.status == 2 and "--select: no rule 'EXO11' (did you mean 'EXO1" in ran.err


def test_terminal_escapes_in_copy_are_shown_not_obeyed(claimcheck, write):
    write("a.md", "Our \x1b[31mexosomes\u202e rebuild collagen.\x07\n")
    for name in ("full", "concise", "github"):
        out = claimcheck("check", "a.md", "--output-format", name).out
        assert not {"\x1b", "\u202e", "\x07"} & set(out)


def test_colours(claimcheck, write, monkeypatch):
    write("a.md", CLAIM)
    assert "\x1b[" not in claimcheck("check", "a.md").out
    assert "\x1b[" in claimcheck("check", "a.md", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in claimcheck("check", "a.md").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in claimcheck("check", "a.md").out


def test_jobs_do_not_change_the_output(claimcheck, write, monkeypatch):
    from claimcheck import workers

    for number in range(6):
        write(f"{number}.md", CLAIM * (number + 1))
    alone = claimcheck("check", "--jobs", "1", "--no-cache", "--output-format", "json")
    monkeypatch.setattr(workers, "PARALLEL_FROM", 0)
    assert claimcheck("check", "--jobs", "2", "--no-cache", "--output-format", "json") == alone


def test_the_order_of_paths_does_not_change_what_is_found(claimcheck, write):
    for name in ("a.md", "b.md", "c/d.md"):
        write(name, CLAIM + "\n" + PROOF)
    one = claimcheck("check", "a.md", "b.md", "c", "--no-cache", "--output-format", "json").json
    two = claimcheck("check", "c", "b.md", "a.md", "--no-cache", "--output-format", "json").json
    assert sorted(map(str, one)) == sorted(map(str, two))
    assert [each["filename"] for each in one] == sorted(each["filename"] for each in one)


def test_an_interruption_is_said_and_is_no_success(claimcheck, write, monkeypatch):
    from claimcheck import pipeline

    def interrupt(work):
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", interrupt)
    write("a.md", CLAIM)
    ran = claimcheck("check", "--no-cache")
    assert ran.status == 2 and "interrupted" in ran.err


def test_a_worker_that_is_killed_fails_its_files_and_hides_no_others(claimcheck, write, folder, monkeypatch):
    import multiprocessing
    import os

    from claimcheck import pipeline, workers

    check = pipeline.check

    def fatal(work):
        if "fatal" in work.file.path:
            os._exit(9)
        return check(work)

    if multiprocessing.get_start_method() != "fork":
        pytest.skip("workers that do not inherit the patch")
    monkeypatch.setattr(pipeline, "check", fatal)
    monkeypatch.setattr(workers, "PARALLEL_FROM", 0)
    for name in ("a.md", "b.md", "fatal.md"):
        write(name, "Our exosomes rebuild collagen.\n")
    ran = claimcheck("check", "--jobs", "2", "--output-format", "concise")
    assert ran.status == 2
    assert "a.md:1:5" in ran.out and "fatal.md: a process that checked" in ran.err
