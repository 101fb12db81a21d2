"""claimcheck in anyone's spaCy pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

COPY = (
    "Exosomes rebuild collagen. They may calm redness. Velmora Labs presses soap.\n\n"
    "Our exosome serum is clinically proven to erase wrinkles."
)


@pytest.fixture(scope="module", params=[["claimcheck"], ["claimcheck_units", "claimcheck_claims"]])
def nlp(request: pytest.FixtureRequest) -> Language:
    """A blank pipeline with the whole stage as one component, or as its two."""
    nlp = spacy.blank("en")
    for name in request.param:
        nlp.add_pipe(name)
    return nlp


def test_claims_stand_in_the_span_group(nlp):
    doc = nlp(COPY)
    found = [(span.text, span.label_, span._.claim.level, span._.claim.status) for span in doc.spans["claims"]]
    assert ("Exosomes rebuild collagen", "collagen", 3, "asserted") in found
    assert ("They may calm redness", "inflammation", 1, "hedged") in found
    assert any(label == "proof" and level == 4 for _, label, level, _ in found)
    assert not any("soap" in text for text, *_ in found)


def test_a_claim_tells_its_subject_and_its_cues(nlp):
    doc = nlp(COPY)
    hedged = next(span._.claim for span in doc.spans["claims"] if span._.claim.status == "hedged")
    assert (hedged.subject.text, hedged.subject.link) == ("They", "pronoun")
    (cue,) = hedged.cues
    assert doc.text[cue.start : cue.end] == "may" and cue.kind == "hedge"
    assert doc.text[slice(*cue.scope)].startswith("may calm redness")


def test_units_are_sentences(nlp):
    doc = nlp(COPY)
    assert [span.text for span in doc.spans["units"]][:2] == ["Exosomes rebuild collagen.", "They may calm redness."]


def test_an_empty_doc_and_one_without_the_subject_have_no_claims(nlp):
    for text in ("", "   ", "Retinol smooths lines."):
        assert len(nlp(text).spans["claims"]) == 0


def test_the_second_half_alone_says_what_it_needs():
    nlp = spacy.blank("en")
    nlp.add_pipe("claimcheck_claims")
    with pytest.raises(ValueError, match="claimcheck_units"):
        nlp(COPY)
