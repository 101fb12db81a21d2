"""From the YAML of a rules folder to a ``Lexicon``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from claimcheck.inflect import VerbTable, load_verbs, plural
from claimcheck.nlp import lexicon as lx
from claimcheck.nlp.english import GROUPS, English
from claimcheck.nlp.folding import tokenise
from claimcheck.nlp.lexicon import Entry, Lexicon, Word
from claimcheck.nlp.wordlists import check_lists

WORD = re.compile(r"[^\W_]+")
TRIGGERING = frozenset(
    (lx.VERB, lx.NOUN, lx.CHANGE, lx.TARGET, lx.STATE, lx.MODIFIER, lx.MARK, lx.IDIOM, lx.SUBJECT, lx.RIVAL, lx.ANSWER)
)
SUBJECT_LISTS = {
    "names": lx.SUBJECT,
    "brand-words": lx.SUBJECT,
    "misspellings": lx.SUBJECT,
    "products": lx.PRODUCT,
    "anaphors": lx.ANAPHOR,
    "cargo": lx.CARGO,
    "rivals": lx.RIVAL,
    "bystanders": lx.COMPANY,
    "people": lx.PEOPLE,
    "results": lx.RESULT,
}
TOPICS = (
    "counted",
    "instructions",
    "not-brands",
    "prices",
    "business",
    "ranges",
    "science",
    "consumer",
    "section-neutral",
    "section-benefits",
    "section-concerns",
    "section-ingredients",
)
FUNCTION_CLASSES = {
    "determiners": "d",
    "demonstratives": "D",
    "pronouns": "r",
    "prepositions": "p",
    "coordinators": "&",
    "subordinators": "c",
    "conditionals": "i",
    "infinitive": "t",
    "modals": "m",
    "be": "b",
    "have": "h",
    "do": "o",
    "adverbs": "a",
    "numbers": "#",
}


def load_lexicon(root: Path, pack: Path) -> Lexicon:
    """Read every word list of a rules root and of a pack. Raises DataError for what cannot be used."""
    verbs = load_verbs(root)
    lists = check_lists(root, pack, verbs.entries)
    words = lists[root / "english/words.yaml"]
    lexicon = Lexicon(_english(words))
    _function_words(lexicon, words)
    _subjects(lexicon, lists[pack / "subjects.yaml"])
    _effects(lexicon, verbs, {path.stem: data for path, data in lists.items() if path.parent.name == "effects"})
    _marks(lexicon, lists[pack / "marks.yaml"])
    _idioms(lexicon, lists[pack / "idioms.yaml"])
    _cues(lexicon, lists[root / "english/cues.yaml"])
    _finish(lexicon, verbs)
    return lexicon


def _english(data: Mapping[str, Any]) -> English:
    groups = {field: data[name] for name, field in GROUPS.items()}
    return English(**{field: frozenset(" ".join(tokenise(word)) for word in words) for field, words in groups.items()})


def _function_words(lexicon: Lexicon, data: Mapping[str, Any]) -> None:
    for name, cls in FUNCTION_CLASSES.items():
        for word in data[name]:
            lexicon.add(word, Entry(lx.FUNCTION, word, cls=cls, origin=f"english/words.{name}"))
    for word in data["nouns-too"]:
        lexicon.add(word, Entry(lx.PLAIN, word, origin="english/words.nouns-too"))


def _subjects(lexicon: Lexicon, data: Mapping[str, Any]) -> None:
    for name, kind in SUBJECT_LISTS.items():
        for word in data[name]:
            entry = Entry(kind, word, origin=f"subjects.{name}")
            lexicon.add(word, entry)
            lexicon.add(plural(word), entry)
    for word in data["abbreviations"]:
        entry = Entry(lx.SUBJECT, word, category="abbreviation", origin="subjects.abbreviations")
        lexicon.add(word, entry)
        lexicon.add(plural(word), entry)
    for word in data["false-friends"]:
        parts = tokenise(word)
        lexicon.friends.add(" ".join(parts))
        if len(parts) > 1:
            lexicon.add(word, Entry("-", word, origin="subjects.false-friends"))
    for name in TOPICS:
        lexicon.topics[name] = {tokenise(form) for word in data[name] for form in (word, plural(word))}
    lexicon.prefixes = tuple(data["prefixes"])
    lexicon.stems = tuple(name for name in data["names"] if name.isalpha())


def _verb(lexicon: Lexicon, verbs: VerbTable, lemma: str, origin: str, **features: Any) -> None:
    words = lemma.split()
    forms = verbs.entries[words[0]]
    for name, spellings in zip(("base", "third", "past", "participle", "gerund"), ((words[0],), *forms), strict=True):
        for spelling in spellings:
            entry = Entry(lx.VERB, lemma, lemma=lemma, form=name, origin=origin, **features)
            _merge_verb(lexicon, " ".join([spelling, *words[1:]]), entry)


def _merge_verb(lexicon: Lexicon, surface: str, entry: Entry) -> None:
    """Several lists may name a verb (deliver brings a result and is an effect); its features add up."""
    word = lexicon._word(tokenise(surface))
    old = word.senses.get(lx.VERB)
    if old is None:
        word.senses[lx.VERB] = entry
        return
    word.senses[lx.VERB] = Entry(
        lx.VERB,
        old.text,
        family=old.family or entry.family,
        direction=old.direction or entry.direction,
        lemma=old.lemma,
        form=old.form,
        own=old.own or entry.own,
        soft=old.soft or entry.soft,
        result=old.result or entry.result,
        treats=old.treats or entry.treats,
        outcome=old.outcome or entry.outcome,
        carries=old.carries or entry.carries,
        alone=old.alone or entry.alone,
        category=old.category if old.category != "benefit" else entry.category,
        origin=old.origin,
    )


def _effects(lexicon: Lexicon, verbs: VerbTable, files: Mapping[str, Any]) -> None:
    for name, words in files.items():
        if name != "general":
            _family(lexicon, verbs, words, f"effects/{name}")
    data, origin = files["general"], "effects/general"
    for direction, lemmas in data["verbs"].items():
        for lemma in lemmas:
            _verb(lexicon, verbs, lemma, f"{origin}.verbs.{direction}", direction=direction)
    for lemma in data["soft-verbs"]:
        _verb(lexicon, verbs, lemma, f"{origin}.soft-verbs", direction="any", soft=True)
    for lemma in data["result-verbs"]:
        _verb(lexicon, verbs, lemma, f"{origin}.result-verbs", result=True)
    for name, kind in (("change-nouns", lx.CHANGE), ("result-modifiers", lx.MODIFIER)):
        for direction, words in data[name].items():
            for word in words:
                entry = Entry(kind, word, direction=direction, origin=f"{origin}.{name}")
                lexicon.add(word, entry)
                if kind == lx.CHANGE:
                    lexicon.add(plural(word), entry)
    for lemma in data["outcome-verbs"]:
        _verb(lexicon, verbs, lemma, f"{origin}.outcome-verbs", outcome=True)
    for lemma in data["intransitive-verbs"]:
        _verb(lexicon, verbs, lemma, f"{origin}.intransitive-verbs", alone=True)
    for word in data["soft-nouns"]:
        lexicon.add(word, Entry(lx.CHANGE, word, direction="any", soft=True, origin=f"{origin}.soft-nouns"))
    for family, words in data["bodies"].items():
        _nouns(lexicon, words, lx.BODY, family, "", f"{origin}.bodies")
    for name in ("measures", "periods", "purities"):
        lexicon.topics[name] = {tokenise(form) for word in data[name] for form in (word, plural(word))}


def _nouns(
    lexicon: Lexicon,
    words: Iterable[str],
    kind: str,
    family: str,
    direction: str,
    origin: str,
    category: str = "benefit",
) -> None:
    for word in words:
        entry = Entry(kind, word, family=family, direction=direction, origin=origin, category=category)
        lexicon.add(word, entry)
        lexicon.add(plural(word), entry)


def _family(lexicon: Lexicon, verbs: VerbTable, data: Mapping[str, Any], origin: str) -> None:
    family, category = data["family"], data.get("category", "benefit")
    for lemma in data["verbs"]:
        _verb(lexicon, verbs, lemma, f"{origin}.verbs", family=family, own=True, direction="any", category=category)
    for lemma in data.get("treating-verbs", ()):
        _verb(lexicon, verbs, lemma, f"{origin}.treating-verbs", treats=True)
    for lemma in data.get("carriers", ()):
        _verb(lexicon, verbs, lemma, f"{origin}.carriers", carries=True)
    if "directness" in data:
        lexicon.topics["directness"] = {tokenise(word) for word in data["directness"]}
    for polarity, words in data["targets"].items():
        _nouns(lexicon, words, lx.TARGET, family, polarity, f"{origin}.targets.{polarity}", category)
    _nouns(lexicon, data["nouns"], lx.NOUN, family, "good", f"{origin}.nouns", category)
    for word in data["adjectives"]:
        forms = (word, word[:-2] + "est") if word.endswith("er") and word.isalpha() else (word,)
        for form in forms:
            lexicon.add(form, Entry(lx.STATE, word, family=family, origin=f"{origin}.adjectives", category=category))
    for word in data.get("complaints", ()):
        lexicon.add(word, Entry(lx.STATE, word, family=family, direction="bad", origin=f"{origin}.complaints"))
    for strength, phrases in data.get("phrases", {}).items():
        for phrase in phrases:
            entry = Entry(
                lx.MARK, phrase, family=family, category=category, level=2 if strength == "soft" else 3,
                origin=f"{origin}.phrases",
            )  # fmt: skip
            lexicon.add(phrase, entry)


def _marks(lexicon: Lexicon, data: Mapping[str, Any]) -> None:
    for name, group in data.items():
        for phrase in group["phrases"]:
            entry = Entry(
                lx.MARK, phrase, family=group["family"], category=group.get("category", name),
                level=group["level"], boosts=group.get("boosts", False), needs=group.get("needs-effect", False),
                adjacent=group.get("adjacent", False), origin=f"marks.{name}",
            )  # fmt: skip
            lexicon.add(phrase, entry)


def _idioms(lexicon: Lexicon, data: Mapping[str, Any]) -> None:
    for item in data["idioms"]:
        phrase = item["phrase"]
        entry = Entry(
            lx.IDIOM, phrase, family=item.get("family", ""), scope=item.get("target", "none"),
            level=item.get("level", 3), origin="idioms",
        )  # fmt: skip
        lexicon.add(phrase, entry)
    for phrase in data["answers"]:
        lexicon.add(phrase, Entry(lx.ANSWER, phrase, origin="idioms.answers"))


def _cues(lexicon: Lexicon, data: Mapping[str, Any]) -> None:
    for cls, entries in data.items():
        for item in entries:
            for form in item["forms"]:
                lexicon.add(form, Entry(lx.CUE, form, cls=cls, scope=item["scope"], origin=f"cues.{cls}"))


def _finish(lexicon: Lexicon, verbs: VerbTable) -> None:
    """Give each single word its verb readings and its class letter where that needs no context."""
    for surface, readings in verbs.words.items():
        parts = tokenise(surface)
        if len(parts) == 1:
            lexicon._word(parts).verbs = tuple(readings)
    verbal = [phrase for phrase in lexicon.all_words() if lx.VERB in phrase.senses]
    for phrase in verbal:
        head, _, particle = phrase.text.partition(" ")
        if particle in lexicon.english.particles:
            verb = phrase.senses[lx.VERB]
            lexicon._word((head,)).particles[particle] = verb._replace(lemma=verb.lemma.split()[0])
    for topic, tone in (("consumer", 1), ("science", -1)):
        for words in lexicon.topics[topic]:
            if len(words) == 1:
                lexicon.tones[words[0]] = tone
    triggers = {
        part for name in ("measures", "directness", "purities") for words in lexicon.topics[name] for part in words
    }
    for word in lexicon.all_words():
        word.cls = _class(word)
        if lx.MARK in word.senses and any(stem in word.text for stem in lexicon.stems):
            word.senses[lx.SUBJECT] = lexicon.words[lexicon.stems[0]].senses[lx.SUBJECT]
        if not TRIGGERING.isdisjoint(word.senses):
            triggers.update(_first(word.text))
    lexicon.triggers = frozenset(triggers | lexicon.english.numbers | {"unlike", "than"})


def _first(text: str) -> set[str]:
    """The leading letters of a phrase, as the gate cuts words out of running text."""
    found = WORD.search(text)
    return {found.group()} if found else set()


def _class(word: Word) -> str:
    kinds = [kind for kind in word.senses if kind != lx.FUNCTION]
    function = word.senses.get(lx.FUNCTION)
    if lx.CUE in kinds:
        if function is not None and function.cls in "mai":
            return function.cls
        return "?" if lx.VERB in kinds or (word.verbs and len(kinds) > 1) else lx.CUE
    if function is not None:
        return function.cls
    if len(kinds) == 1 and (kinds[0] != lx.VERB and not word.verbs):
        return kinds[0]
    return "?" if kinds or word.verbs else "."
