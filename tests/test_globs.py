"""Path patterns mean what they mean in ``.gitignore``."""

from claimcheck.globs import globs


def test_the_last_pattern_that_matches_decides():
    patterns = globs(["drafts/", "*.md", "!keep.md"])
    assert patterns.match("site/drafts/") is True
    assert patterns.match("site/note.md") is True
    assert patterns.match("site/keep.md") is False
    assert patterns.match("site/note.txt") is None


def test_the_pattern_that_decides_is_named_whatever_space_ends_it() -> None:
    for pattern in ("site\t", "site ", "site/\t", "/site \t"):
        assert globs([pattern]).match("site/") is None or globs([pattern]).matching("site/") == pattern
    assert globs(["drafts", "site\t"]).matching("site") == "site\t"


def test_a_file_is_asked_only_the_patterns_that_can_match_one():
    assert globs(["drafts/", "*.min.js"]).of_files().patterns == ("*.min.js",)
    assert globs(["drafts/", "*.min.js"]).of_files().match("site/app.min.js") is True
    assert globs(["drafts/", "*.min.js"]).of_files().by_name
    assert not globs(["drafts/old.md", "*.min.js"]).of_files().by_name


def test_a_folder_that_is_taken_out_again_keeps_its_files():
    patterns = globs(["drafts/**", "!drafts/final/"]).of_files()
    assert patterns.match("drafts/old.md") is True
    assert patterns.match("drafts/final/new.md") is False
