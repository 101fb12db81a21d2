"""Reports of a site with one page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

COPY = """\
# Benefits of exosome therapy

Our exosomes rebuild collagen. Exosomes can improve firmness.

- Thicker hair

🌿 Our exosomes are clinically proven to calm redness.
"""
HOSTILE = (
    "Our exosomes rebuild collagen <script>alert(1)</script> \x1b[31m \u202e ]]> `|` ${{ x }} %0A::error::x.\n\n"
    "# </pre></textarea><img src=x onerror=alert(1)> exosomes \x07\n\n"
)


@pytest.fixture
def report(claimcheck, write) -> Callable[..., str]:
    """The report of a page with this text, and of more paths."""

    def report(name: str, text: str = COPY, *more: str) -> str:
        write("site/my page.md", text)
        return claimcheck("check", "site", *more, "--output-format", name).out

    return report
