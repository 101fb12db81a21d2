"""The word lists: broken ones are refused with file and line, and every entry of the real ones can be found."""

from __future__ import annotations

import ast
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcheck.nlp import loading
from claimcheck.nlp.english import GROUPS
from claimcheck.nlp.folding import tokenise
from claimcheck.nlp.gate import SUBJECTS
from claimcheck.nlp.lexicon import Word
from claimcheck.nlp.loading import load_lexicon
from claimcheck.nlp.pipeline import Analyser
from claimcheck.nlp.wordlists import CUES, FUNCTION_WORDS, files, meanings, phrase_lists
from claimcheck.packs import load_pack
from claimcheck.yamlfile import DataError, load

PACK = load_pack()
LEXICON = PACK.lexicon
ANALYSER = Analyser(LEXICON)
GRAMMAR = Path(loading.__file__).parent
FILES = [path for path, _ in files(PACK.root, PACK.words)]
TONES = ("science", "consumer")
"""Lists whose words give a page its tone, one by one."""
NOT_WORDS = ("prefixes", "false-friends")
"""Lists that hold beginnings of words, or words that are to be nothing."""


def items(text: str) -> list[Word]:
    """The words and phrases that the real tokenizer and the trie make of a text."""
    return [word for unit in ANALYSER.units(ANALYSER.nlp.make_doc(text)) for word in unit.words]


def spoken(phrase: str) -> str:
    """A contraction as it stands in a text: behind a word."""
    if phrase.startswith(("'", "’")):
        return ("I" if phrase[1:] == "m" else "they") + phrase
    return "could" + phrase if phrase.startswith(("n't", "n’t")) else phrase


def entries() -> Iterator[tuple[Path, str, str]]:
    """Every phrase of every list: file, name of the outermost list, phrase."""
    for path in FILES:
        for phrases in phrase_lists(load(path)):
            for keys, phrase in phrases:
                yield path, str(keys[0]), phrase


def is_group(path: Path, name: str) -> bool:
    """Whether a list gives its words to the rules of the grammar, and no sense."""
    return path.name == "words.yaml" and name in GROUPS.keys() - loading.FUNCTION_CLASSES.keys()


# --- broken lists -----------------------------------------------------------------------------------------------


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], str]:
    """Replace the first occurrence of a text in a copy of the lists; the message, with the line as ``LINE``."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(PACK.root, tmp_path / "rules")

    def broken(name: str, old: str, new: str) -> str:
        path = tmp_path / "rules" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        line = text[: text.index(old)].count("\n") + 1 + new[: new.rstrip("\n").rfind("\n") + 1].count("\n")
        with pytest.raises(DataError) as error:
            load_lexicon(tmp_path / "rules", tmp_path / "rules" / "exosome")
        return str(error.value).replace(f"rules/{name}:{line}:", "PLACE")

    return broken


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("english/words.yaml", "modals:", "modal:", "PLACE unknown key 'modal' (did you mean 'modals'?)"),
        ("english/words.yaml", "infinitive: [to]", "infinitive: to", "PLACE 'infinitive': expected a list, found 'to'"),
        ("english/words.yaml", "[if, unless]", "[if, unless, 7]", "PLACE 'conditionals': expected text, found 7"),
        ("english/words.yaml", "[if, unless]", "[if, unless, '!']", "PLACE '!' has no word to match"),
        ("english/words.yaml", "copulas:", "copula:", "PLACE unknown key 'copula' (did you mean 'copulas'?)"),
        ("english/words.yaml", "  - appeared\n", "  - appear\n", "PLACE 'appear' stands twice in this list"),
        (
            "english/words.yaml",
            "aspect-verbs: [begin,",
            "aspect-verbs: [bigin,",
            "PLACE no inflections for 'bigin'; add it to english/verbs.yaml (did you mean 'begin'?)",
        ),
        ("english/cues.yaml", "hedge:\n", "hedges:\n", "PLACE unknown key 'hedges' (did you mean 'hedge'?)"),
        ("english/cues.yaml", "scope: clause", "scope: clauses", "(did you mean 'clause'?)"),
        (
            "english/cues.yaml",
            "    counter: ",
            "    countre: ",
            "PLACE unknown key 'countre' (did you mean 'counter'",
        ),
        ("exosome/subjects.yaml", "rivals:", "rival:", "PLACE unknown key 'rival' (did you mean 'rivals'?)"),
        ("exosome/subjects.yaml", "  - botox\n", "  - botox\n  - botox\n", "PLACE 'botox' stands twice in this list"),
        ("exosome/marks.yaml", "level: 3", "level: 5", "PLACE 'level': expected 1 or 2 or 3 or 4, found 5"),
        ("exosome/marks.yaml", "boosts: true", "boost: true", "PLACE unknown key 'boost' (did you mean 'boosts'?)"),
        ("exosome/idioms.yaml", "family: ageing", "family: agein", "PLACE no family 'agein' (did you mean 'ageing'?)"),
        ("exosome/idioms.yaml", "target: any", "target: all", "PLACE 'target': expected 'any' or 'none', found 'all'"),
        ("exosome/effects/general.yaml", "  hair:\n", "  hiar:\n", "PLACE no family 'hiar' (did you mean 'hair'?)"),
        (
            "exosome/effects/general.yaml",
            "    - accelerate\n",
            "    - acelerate\n",
            "PLACE no inflections for 'acelerate'; add it to english/verbs.yaml (did you mean 'accelerate'?)",
        ),
        ("exosome/effects/hair.yaml", "nouns:", "noun:", "PLACE unknown key 'noun' (did you mean 'nouns'?)"),
        (
            "exosome/effects/hair.yaml",
            "  good:\n",
            "  good:\n    - collagen synthesis\n",
            "PLACE 'collagen synthesis' is 'hair' here and 'collagen' at rules/exosome/effects/collagen.yaml:",
        ),
    ],
)
def test_a_broken_list_is_named_with_file_and_line(broken, name, old, new, message):
    found = broken(name, old, new)
    assert message in found and ("PLACE" in message) <= found.startswith("PLACE")


def test_a_cue_of_two_classes_is_refused(broken):
    found = broken("english/cues.yaml", "softener:\n  - forms: [", "softener:\n  - forms: [may, ")
    assert found.startswith("PLACE 'may' is 'softener' here and 'hedge' at rules/english/cues.yaml:")


# --- the real lists ---------------------------------------------------------------------------------------------


def test_every_list_is_both_checked_and_given_a_meaning():
    assert FUNCTION_WORDS.required.keys() == loading.FUNCTION_CLASSES.keys() | GROUPS.keys() | {"nouns-too"}
    assert loading.SUBJECT_LISTS.keys() | set(loading.TOPICS) <= SUBJECTS.required.keys()
    for cls in CUES.required:
        assert any(entry.origin == f"cues.{cls}" for word in LEXICON.all_words() for entry in word.senses.values())


def test_every_entry_is_found_under_its_own_spelling():
    lost = []
    for path, name, phrase in entries():
        if name in LEXICON.topics or name in NOT_WORDS or is_group(path, name):
            continue
        if not any(entry.text == phrase for word in items(spoken(phrase)) for entry in word.senses.values()):
            lost.append(f"{path.name} {name}: {phrase!r} is read as {[word.text for word in items(spoken(phrase))]}")
    assert lost == []


def test_every_form_and_plural_is_found_under_its_own_spelling():
    lost = [
        f"{word.text!r} ({', '.join(entry.origin for entry in word.senses.values())})"
        for word in LEXICON.all_words()
        if word.senses and not any(item is word for item in items(spoken(word.text)))
    ]
    assert lost == []


def test_every_topic_word_is_found_under_its_own_spelling():
    lost = []
    for path, name, phrase in entries():
        if name not in LEXICON.topics:
            continue
        words = items(phrase)
        read = tuple(part for word in words for part in word.text.split() if part != "-")
        if read != tokenise(phrase) or (name in TONES and phrase not in LEXICON.tones and len(words) == 1):
            lost.append(f"{path.name} {name}: {phrase!r} is read as {read}")
    assert lost == []


def test_every_word_of_a_group_is_one_item_of_the_grammar():
    lost = []
    for path, name, phrase in entries():
        if path.name == "words.yaml" and name in GROUPS and name != "abbreviations":
            word = " ".join(tokenise(phrase))
            assert word in getattr(LEXICON.english, GROUPS[name])
            read = [item.text for item in items(spoken(phrase))]
            paired = name == "particles" and " ".join(read) == word  # *keeps lines at bay*: sought as two items
            if word not in read and not paired:
                lost.append(f"{name}: {phrase!r} is read as {read}")
    assert lost == []


def test_a_false_friend_is_no_subject():
    for phrase in load(PACK.words / "subjects.yaml")["false-friends"]:
        words = items(phrase.capitalize())
        assert all("S" not in word.senses for word in words), phrase


def test_an_entry_has_one_meaning():
    """Stricter than what loading refuses: no problem is a goal as well, no change goes both up and down."""
    seen: dict[tuple[str, Any], str] = {}
    for path in FILES:
        data = load(path)
        for kind, meaning, keys, phrase in meanings(path, data):
            place = f"{path.name}:{'.'.join(map(str, keys[:-1]))}"
            first = seen.setdefault((kind, tokenise(phrase)), place)
            assert first == place or meaning == "" or kind == "V", f"{phrase!r} stands in {first} and in {place}"


def test_no_lemma_has_two_rows():
    assert load(PACK.root / "english" / "verbs.yaml")  # a key that stands twice is refused


def nodes_of_the_grammar(*but: str) -> list[ast.AST]:
    """The syntax of the language stage, some modules left out."""
    sources = [path for path in GRAMMAR.glob("*.py") if path.stem not in but]
    return [node for path in sources for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]


def test_every_group_is_asked_for():
    named = {node.attr for node in nodes_of_the_grammar() if isinstance(node, ast.Attribute)}
    assert sorted(set(GROUPS.values()) - named) == []


def test_every_topic_list_is_asked_for():
    """By name in the grammar; loading alone makes no use of a list."""
    nodes = nodes_of_the_grammar("loading", "wordlists")
    named = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    named |= {f"section-{name}" for name in named}
    assert sorted(LEXICON.topics.keys() - named - set(TONES)) == []


def test_every_family_has_words_and_a_rule():
    of_rules = {family for rule in PACK.rules.values() for family in rule.families}
    of_words = {entry.family for word in LEXICON.all_words() for entry in word.senses.values() if entry.family}
    assert of_words == of_rules


def test_every_category_of_a_word_has_a_rule():
    of_rules = {category for rule in PACK.rules.values() for category in rule.categories}
    of_words = {
        entry.category
        for word in LEXICON.all_words()
        for entry in word.senses.values()
        if entry.family and entry.kind in "VTNABXI"
    }
    assert of_words <= of_rules


def test_no_phrase_stands_for_so_many_spellings_that_loading_takes_long() -> None:
    places = [(path, keys) for path in FILES for phrases in phrase_lists(load(path)) for keys, _ in phrases]
    assert [place for place, count in Counter(places).items() if count > 1_200] == []
