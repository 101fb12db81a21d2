"""Path patterns mean what they mean in ``.gitignore``."""

from claimcheck.globs import globs


def test_the_last_pattern_that_matches_decides():
    patterns = globs(["drafts/", "*.md", "!keep.md"])
    assert patterns.match("site/drafts/") is True
    assert patterns.match("site/note.md") is True
    assert patterns.match("site/keep.md") is False
    assert patterns.match("site/note.txt") is None
