"""List the word lists that are out of order, and the spellings in one list that match the same words.

Run from the root: ``python benchmarks/unsorted_lists.py``. Each line names file and line, the list, and the entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.nlp.folding import tokenise
from claimcheck.nlp.wordlists import files, phrase_lists
from claimcheck.packs import load_pack
from claimcheck.yamlfile import Keys, at, load

IN_ORDER = ("months",)
"""Lists whose order means something to their readers."""


def main() -> None:
    """Print what a sorted pack would not have; the last line counts."""
    lists = unsorted = alike = 0
    for path, _ in files(load_pack().root, load_pack().words):
        for phrases in phrase_lists(load(path)):
            if len(phrases) < 2 or phrases[0][0][0] in IN_ORDER:
                continue
            lists += 1
            late = list(out_of_order(phrases))
            unsorted += bool(late)
            for keys, phrase, earlier in late[:1]:
                print(f"{at(path)(keys)}: {name(keys)}: {len(late)} out of order, first {phrase!r} after {earlier!r}")
            for keys, phrase, earlier in same_words(phrases):
                alike += 1
                print(f"{at(path)(keys)}: {name(keys)}: {phrase!r} matches what {earlier!r} matches")
    print(f"{unsorted} of {lists} lists are out of order; {alike} entries match what another one matches.")


def out_of_order(phrases: Sequence[tuple[Keys, str]]) -> Iterator[tuple[Keys, str, str]]:
    """The phrases that sort before the one above them, with that one."""
    first = dict(reversed(phrases))
    for (_, earlier), (keys, phrase) in pairwise(reversed(first.items())):
        if phrase.casefold() < earlier.casefold():
            yield keys, phrase, earlier


def same_words(phrases: Sequence[tuple[Keys, str]]) -> Iterator[tuple[Keys, str, str]]:
    """The phrases that fold to the words of one before them: another apostrophe, a hyphen, a space."""
    seen: dict[tuple[str, ...], str] = {}
    for keys, phrase in phrases:
        first = seen.setdefault(tokenise(phrase), phrase)
        if first != phrase:
            yield keys, phrase, first


def name(keys: Keys) -> str:
    """The path of a list inside its file."""
    return ".".join(map(str, keys[:-1]))


if __name__ == "__main__":
    main()
