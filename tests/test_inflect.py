"""Every entry of the verb table is held to the rules of English spelling, written down a second time here."""

import re
from pathlib import Path

import pytest

from claimcheck.inflect import load_verbs
from claimcheck.model import ClaimcheckError

ROOT = Path(__file__).parent.parent / "rules"
TABLE = load_verbs(ROOT)
LEMMAS = sorted(TABLE.entries)

# past and participle, grouped by their pattern; prefixed verbs follow their last part
SAME_AS_BASE = {"burst", "cut", "hit", "hurt", "let", "put", "rid", "set", "shed", "shut", "split", "spread"}
IRREGULAR = dict(
    re.findall(
        r"(\w+):(\S+)",
        """
    arise:arose,arisen awake:awoke,awoken wake:woke,woken be:was,been beat:beat,beaten become:became,become
    begin:began,begun bind:bound,bound blow:blew,blown break:broke,broken bring:brought,brought build:built,built
    creep:crept,crept grind:ground,ground hang:hung,hung sew:sewed,sewn slay:slew,slain
    buy:bought,bought catch:caught,caught choose:chose,chosen cling:clung,clung come:came,come deal:dealt,dealt
    dig:dug,dug do:did,done draw:drew,drawn drink:drank,drunk drive:drove,driven eat:ate,eaten fall:fell,fallen
    knit:knitted,knitted lend:lent,lent
    feed:fed,fed feel:felt,felt fight:fought,fought find:found,found fling:flung,flung fly:flew,flown
    forget:forgot,forgotten get:got,got give:gave,given go:went,gone grow:grew,grown have:had,had hear:heard,heard
    hide:hid,hidden hold:held,held keep:kept,kept know:knew,known lay:laid,laid lead:led,led leave:left,left
    lie:lay,lain light:lit,lit lose:lost,lost make:made,made mean:meant,meant meet:met,met pay:paid,paid
    prove:proved,proven ride:rode,ridden rise:rose,risen run:ran,run say:said,said see:saw,seen seek:sought,sought
    sell:sold,sold send:sent,sent shake:shook,shaken shine:shone,shone show:showed,shown shrink:shrank,shrunk
    sink:sank,sunk sit:sat,sat sleep:slept,slept speak:spoke,spoken speed:sped,sped spend:spent,spent
    spring:sprang,sprung stand:stood,stood steal:stole,stolen stick:stuck,stuck sting:stung,stung
    strike:struck,struck strive:strove,striven sweep:swept,swept swell:swelled,swollen swear:swore,sworn
    take:took,taken teach:taught,taught tell:told,told think:thought,thought throw:threw,thrown
    undergo:underwent,undergone wear:wore,worn win:won,won wind:wound,wound write:wrote,written
    """,
    )
)
PREFIXES = ("re-", "re", "un", "over", "out", "under", "off", "up", "with")
# stress on the last syllable: the consonant doubles in every variety of English
FINAL_STRESS = re.compile(
    "admit|begin|commit|confer|control|defer|deter|dispel|emit|equip|excel|expel|forget|incur|occur|offset|outrun|"
    "outwit|permit|propel|refer|rejig|remap|repel|rerun|reset|submit|transfer|unclog|unknot"
)
BRITISH_DOUBLE = re.compile(
    "cancel|channel|dial|fuel|label|level|model|signal|travel|rival|shrivel|refuel|remodel|unravel"
)
FREE_DOUBLE = {"benefit", "combat", "focus"}
VOWELS = "aeiou"


def root_of(lemma: str) -> str | None:
    """The irregular verb that this one is or is built on."""
    for prefix in ("", *PREFIXES):
        rest = lemma.removeprefix(prefix) if lemma.startswith(prefix) else ""
        if rest in IRREGULAR or rest in SAME_AS_BASE:
            return rest
    return None


def doublings(lemma: str) -> set[str]:
    """The stems before -ed and -ing that spelling allows, before a final e is cut."""
    doubled = lemma + lemma[-1]
    syllables = len(re.findall(r"[aeiou]+|y\b", lemma))
    closed = re.search(r"(?:^|qu|[^aeiou])[aeiou][^aeiouwxy]$", lemma)
    if BRITISH_DOUBLE.fullmatch(lemma) or lemma in FREE_DOUBLE:
        return {lemma, doubled}
    stressed = FINAL_STRESS.fullmatch(lemma) or root_of(lemma) == "knit"
    if stressed or (closed and syllables == 1) or re.search(r"(?:rol|[ft]il)$", lemma):
        return {doubled}
    return {lemma}


def regular_past(lemma: str) -> set[str]:
    if lemma.endswith("ic"):
        return {lemma + "ked"}
    if lemma.endswith("e"):
        return {lemma + "d"}
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return {lemma[:-1] + "ied"}
    return {stem + "ed" for stem in doublings(lemma)}


def gerunds(lemma: str) -> set[str]:
    if lemma.endswith("ic"):
        return {lemma + "king"}
    if lemma.endswith("ie"):
        return {lemma[:-2] + "ying"}
    if lemma.endswith("age") and lemma in {"age", "de-age"}:
        return {lemma + "ing", lemma[:-1] + "ing"}
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return {lemma[:-1] + "ing"}
    return {stem + "ing" for stem in doublings(lemma)}


def third(lemma: str) -> str:
    if lemma in {"be", "have"}:
        return {"be": "is", "have": "has"}[lemma]
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or re.search(r"[^aeiou]o$", lemma):
        return lemma + "es"
    return lemma + "s"


def pasts(lemma: str) -> tuple[set[str], set[str]]:
    root = root_of(lemma)
    if root is None:
        return regular_past(lemma), regular_past(lemma)
    if root in SAME_AS_BASE:
        return {lemma}, {lemma}
    prefix = lemma.removesuffix(root)
    return tuple({prefix + form} for form in IRREGULAR[root].split(","))  # type: ignore[return-value]


@pytest.mark.parametrize("lemma", LEMMAS)
def test_every_entry_is_spelt_by_the_rules(lemma: str) -> None:
    thirds, past, participle, gerund = TABLE.entries[lemma]
    assert thirds == (third(lemma),)
    assert set(gerund) == gerunds(lemma)
    rule_past, rule_participle = pasts(lemma)
    variants = regular_past(lemma) | {"was", "were", "gotten", "burnt", "learnt", "knit", "reknit", "re-knit"}
    assert past[0] in rule_past and set(past) <= rule_past | variants
    assert participle[0] in rule_participle and set(participle) <= rule_participle | variants


def test_the_table_is_sorted_and_has_no_duplicate() -> None:
    path = ROOT / "english" / "verbs.yaml"
    keys = [line.split(":")[0] for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("lemma", [x for x in LEMMAS if x.endswith("ise") and x[:-3] + "ize" in TABLE])
def test_british_and_american_entries_agree(lemma: str) -> None:
    american = TABLE.entries[lemma[:-3] + "ize"]
    assert (
        tuple(tuple(form.replace("is", "iz") for form in cell) for cell in TABLE.entries[lemma])[1:]
        == tuple(tuple(form.replace("is", "iz") for form in cell) for cell in american)[1:]
    )


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("rebuilt", [("rebuild", "past"), ("rebuild", "participle")]),
        ("Soothes", [("soothe", "third")]),
        ("fading", [("fade", "gerund")]),
        ("are", [("be", "base")]),
        ("remodeling", [("remodel", "gerund")]),
        ("collagen", []),
    ],
)
def test_analyse_reads_a_word_back(word: str, expected: list[tuple[str, str]]) -> None:
    assert TABLE.analyse(word) == expected


def test_spelling_follows_the_variety() -> None:
    assert TABLE.forms("remodel").gerund == "remodelling"
    assert TABLE.forms("remodel", american=True).past == "remodeled"
    assert "regrow" in TABLE and "exosome" not in TABLE


def test_every_form_is_found_again() -> None:
    for lemma, cells in TABLE.entries.items():
        for spelling in (lemma, *(form for cell in cells for form in cell)):
            assert lemma in {found for found, _ in TABLE.analyse(spelling)}


@pytest.mark.parametrize("content", ["boost: [boosts, boosted]", "- boost", "boost: [a", "boost: [1, 2, 3, 4]"])
def test_a_broken_table_names_the_file(tmp_path: Path, content: str) -> None:
    (tmp_path / "english").mkdir()
    (tmp_path / "english" / "verbs.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(ClaimcheckError, match=r"verbs\.yaml"):
        load_verbs(tmp_path)


def test_a_missing_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match="cannot be read"):
        load_verbs(tmp_path)
