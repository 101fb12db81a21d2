"""The verb form that context allows a word, or none where it is a noun or an adjective.

The rules are those of an English grammar reader, checked on marketing fragments: after a determiner, preposition or
adjective a noun; after a modal, *to* or a subject a verb; at the start of a fragment before an object a verb.
"""

from __future__ import annotations

from claimcheck.nlp.lexicon import MODIFIER, PLAIN, RESULT, STATE, VERB, Entry, Word
from claimcheck.nlp.units import Unit

OBJECT = frozenset("dDTNBAMUSHG#rRKV?")
NOMINAL = frozenset("TNBUSPKGRCHOA")
AFTER_NOUN_WORD = frozenset("dDp#AM")
SUBJECTS = frozenset("SPKGRCHrO")


def class_before(unit: Unit, index: int) -> str:
    """The class before an item, adverbs and hyphens skipped; empty at the start of the unit."""
    index -= 1
    while index >= 0 and (unit.classes[index] in "a-'" or (unit.classes[index] == "X" and _is_adverb(unit, index))):
        index -= 1
    return unit.classes[index] if index >= 0 else ""


def _is_adverb(unit: Unit, index: int) -> bool:
    return unit.words[index].text.endswith("ly") or unit.words[index].text == "always"


def class_behind(unit: Unit, index: int) -> str:
    """The class behind an item, adverbs skipped; empty at the end."""
    index += 1
    while index < len(unit.classes) and unit.classes[index] in "a'":
        index += 1
    return unit.classes[index] if index < len(unit.classes) else ""


def verb_form(unit: Unit, index: int, word: Word, entry: Entry | None, noun: str, forms: set[str]) -> str:
    """The verb form that context allows, or empty for a noun, adjective or participle before a noun."""
    before, behind = class_before(unit, index), class_behind(unit, index)
    if index and unit.classes[index - 1] == "-" and entry is None:
        return ""
    hyphen = index > 0 and unit.classes[index - 1] == "-"
    if hyphen and forms & {"gerund", "participle", "past"}:
        return "gerund" if "gerund" in forms else ""
    if "gerund" in forms:
        return "" if noun and entry is None else _gerund(noun, before, behind)
    if forms & {"past", "participle"} and "base" not in forms:
        return _past(unit, index, noun, before, behind)
    if "third" in forms:
        return "third" if _third(unit, index, noun, before, behind) else ""
    return "base" if _base(unit, index, noun, before, behind) else ""


def _gerund(noun: str, before: str, behind: str) -> str:
    if before == "b":
        return "gerund"
    if noun and behind in ("S", "P", "K", "G", "R", "C"):
        return ""
    if behind in OBJECT:
        return "gerund" if not (noun and before in "dDA") else ""
    return "" if noun else "gerund"


def _past(unit: Unit, index: int, noun: str, before: str, behind: str) -> str:
    if before == "b" and noun == MODIFIER and _is_outcome(unit, index):
        return ""
    if before in ("b", "h"):
        return "participle"
    if before == "c" and unit.words[index - 1].text == "what":
        return "past"
    if before == "," and [word.text for word in unit.words[index + 1 : index + 2]] == ["by"]:
        return "participle"  # *, followed by new growth*
    if noun == STATE and unit.words[index - 1].text in unit.english.copulas:
        return ""  # *skin stays hydrated*
    if before in SUBJECTS or (before in NOMINAL and behind in ("", ",", ";", "p", "a")):
        return "past" if noun != MODIFIER or behind not in "TNBA" else ""
    if not index and behind in ("S", "P"):
        return ""  # *Targeted exosome treatment*
    if behind in ("", ";", "p", "c") and any(cls in "TB" for cls in unit.classes[max(index - 4, 0) : index]):
        return "past"
    if behind in "TNBAUM" and behind:
        return ""
    if before in ("&", ",") and _last_form(unit, index) in ("past", "participle"):
        return _last_form(unit, index)
    return "" if noun else "participle"


def _is_outcome(unit: Unit, index: int) -> bool:
    """*the result is dramatically improved overall tone*: a noun phrase behind *be*, and no passive."""
    be = max(i for i in range(index) if unit.classes[i] == "b")
    ahead = "".join(unit.classes[index + 1 : index + 3]).lstrip(".")
    return unit.classes[be - 1] == RESULT and ahead[:1] in ("T", "B")


def _third(unit: Unit, index: int, noun: str, before: str, behind: str) -> bool:
    if _after_relative(unit, index):
        return True
    if (
        before == "D"
        and behind in OBJECT
        and unit.entries[index] is not None
        and (index == 1 or unit.classes[index - 2] in ";,&c")
    ):
        return True  # *This leaves skin plump*
    if before in AFTER_NOUN_WORD:
        return False
    if noun == RESULT and (not before or (before in ("R", "G") and any(unit.finite_at[:index]))):
        return False  # *early results look good*, *exosomes enhance microneedling results*
    if unit.entries[index] is None:
        if noun:
            pointed = unit.words[min(index + 1, len(unit.words) - 1)].text == "that"
            return before in SUBJECTS and behind in ("d", "D", "r") and not pointed  # *exosome drops that firm*
        return before in SUBJECTS or before in ("m", "c") or (before in NOMINAL and behind in "dDTBNAr")
    if not noun or (noun == PLAIN and before in ("T", "B", "N")):
        return True
    if unit.entries_own(index):
        return not (before in ("T", "B", "N") and behind in ("", "p", ";"))
    if before in ("T", "B", "N", "U"):
        return behind in ("d", "D", "T", "B", "N", "A", "r", "M")
    return before in SUBJECTS or behind in OBJECT or (not index and _opens_object(unit, index + 1))


def _opens_object(unit: Unit, index: int) -> bool:
    """*Boosts natural collagen*: a target behind an adjective that the packs do not know."""
    return "".join(unit.classes[index : index + 2]) in (".T", ".B", ".N", ".A")


def _base(unit: Unit, index: int, noun: str, before: str, behind: str) -> bool:
    followers = unit.english.intransitive_followers
    listed = unit.classes[index + 2 : index + 3] in (["A"], ["M"])
    if noun == STATE and before in ("", "t") and behind == "," and listed:
        return False  # *smooth, healthy skin*, *the secret to smooth, healthy skin*
    if before in ("m", "o", "t") or _after_relative(unit, index) or unit.words[index - 1].text.endswith(" to"):
        return True
    if noun == STATE and before in ("S", "K", "G", "P") and unit.words[index - 1].text.endswith("s"):
        return True
    if noun == STATE and before == "b" and behind in ("", ",", ";", "c", "p"):
        return False  # *your skin is calm*
    if noun == STATE and before == "B" and behind in ("", ",", ";", "c", "p") and _left_with(unit, index):
        return False  # *keeps your skin calm*
    if before == "r":
        return True
    if before == "D" and unit.words[index - 1].text in unit.english.plural_demonstratives and behind in OBJECT:
        return index == 1 or unit.classes[index - 2] in ";,&c"
    if before in AFTER_NOUN_WORD:
        return False
    if unit.entries[index] is None:
        return _general_base(unit, index, noun, before)
    if not noun:
        return True
    plural = index > 0 and unit.words[index - 1].text.endswith("s")
    if plural and before in ("T", "B") and unit.words[min(index + 1, len(unit.words) - 1)].text in followers:
        return True  # *scars fade faster*
    if plural and ((before in ("T", "B") and behind in ("", ";", ",", "p")) or (before == "." and behind in OBJECT)):
        return True
    if before == "Q" or (before == "V" and unit.words[index - 1].text in unit.english.helpers):
        return behind in OBJECT  # *may help lift the cheeks*
    if before == "H" and not plural:
        return False  # *for client comfort*
    if before in ("S", "K", "r", "H", "P", "G", "C", "R"):
        return behind in OBJECT or behind in ("", ";") or (behind in (",", "&") and not noun) or not noun
    if before in ("", ";", "c", "Y"):
        return behind in OBJECT or behind in ("", ",", "&", ";") or (behind == "." and not noun)
    if before in (",", "&"):
        last = _last_form(unit, index)
        if noun and behind in (",", "&") and _ends_list(unit, index):
            return False  # *promote renewal, repair, and regeneration*
        if last in ("base", "third"):
            return behind in OBJECT or behind in ("", ";", ",", "&") or not noun or (behind, noun) == (".", PLAIN)
        return not noun or (last == "" and behind in ("d", "T", "B"))
    return False


def _ends_list(unit: Unit, index: int) -> bool:
    """Whether an item between two nouns is the last but one of a list of nouns."""
    ahead = "".join(unit.classes[index + 1 : index + 4]).lstrip(",")
    return index > 1 and unit.classes[index - 2] in ".TNBU" and ahead[:2] == "&N"


def _left_with(unit: Unit, index: int) -> bool:
    """Whether a verb of result stands close before an item."""
    near = (entry for entry in unit.entries[max(index - 4, 0) : index] if entry is not None)
    return any(entry.kind == VERB and entry.result for entry in near)


def _after_relative(unit: Unit, index: int) -> bool:
    """Right behind *that*, *which* or *who* with a noun before it (*a serum that firms*)."""
    position = index - 1
    while position > 0 and unit.classes[position] in "a'":
        position -= 1
    if position < 1 or unit.words[position].text not in unit.english.relative_pronouns:
        return False
    return unit.classes[position - 1] in "STNBUPKGRCHOA.,-'"


def _general_base(unit: Unit, index: int, noun: str, before: str) -> bool:
    """A verb of the table that is no effect (carry, care, approach): a verb only where nothing else fits."""
    if unit.words[index].text in unit.english.copulas and class_behind(unit, index) in ("A", "M", ".", "?"):
        made = any(word.text in unit.english.causatives for word in unit.words[max(index - 5, 0) : index])
        return before in NOMINAL and before != "A" and not made  # *early results look encouraging*
    if before in ("r", "Q"):
        return not noun or before == "r"
    if before in ("S", "K", "H", "G", "C"):
        return unit.words[index - 1].text.endswith("s") and not noun
    return (
        before in ("",) and not noun and index + 1 < len(unit.words) and unit.classes[index + 1] in ("d", "D", "S", "r")
    )


def _last_form(unit: Unit, index: int) -> str:
    """The form of the last verb before an item in its clause, or empty."""
    for position in range(index - 1, -1, -1):
        if unit.forms[position]:
            return unit.forms[position]
        if unit.classes[position] == ";":
            return ""
    return ""
