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
