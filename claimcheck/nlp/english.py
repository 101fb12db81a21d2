"""The groups of words that single rules of the grammar ask for: ``rules/english/words.yaml`` says what each is for.

A rule that is about one word and no other (*that*, *for*, *unlike*) names it where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class English:
    """Word groups by name; a phrase is written as ``Word.text`` has it."""

    abbreviations: frozenset[str]
    adjunct_openers: frozenset[str]
    administering_verbs: frozenset[str]
    advising: frozenset[str]
    anaphoric_pronouns: frozenset[str]
    answer_objects: frozenset[str]
    aspect_verbs: frozenset[str]
    causatives: frozenset[str]
    change_prepositions: frozenset[str]
    comparatives: frozenset[str]
    concessive_conjunctions: frozenset[str]
    consequence_prepositions: frozenset[str]
    containing: frozenset[str]
    contrast_conjunctions: frozenset[str]
    copulas: frozenset[str]
    definite_determiners: frozenset[str]
    degree_words: frozenset[str]
    demanding: frozenset[str]
    denying_words: frozenset[str]
    described_pronouns: frozenset[str]
    describing_words: frozenset[str]
    discounts: frozenset[str]
    driving_participles: frozenset[str]
    earlier_times: frozenset[str]
    emerging: frozenset[str]
    equating: frozenset[str]
    first_person: frozenset[str]
    harming: frozenset[str]
    headline_words: frozenset[str]
    helpers: frozenset[str]
    indefinite_determiners: frozenset[str]
    intransitive_followers: frozenset[str]
    inverting_auxiliaries: frozenset[str]
    listing_words: frozenset[str]
    means_prepositions: frozenset[str]
    multiples: frozenset[str]
    naming_verbs: frozenset[str]
    needing: frozenset[str]
    nonfinite_auxiliaries: frozenset[str]
    number_letters: frozenset[str]
    numbers: frozenset[str]
    object_anaphors: frozenset[str]
    object_ending_prepositions: frozenset[str]
    object_particles: frozenset[str]
    object_pronouns: frozenset[str]
    option_nouns: frozenset[str]
    othering: frozenset[str]
    outdoing: frozenset[str]
    part_prepositions: frozenset[str]
    particles: frozenset[str]
    passing: frozenset[str]
    percentages: frozenset[str]
    people_pronouns: frozenset[str]
    perception: frozenset[str]
    plan_nouns: frozenset[str]
    plural_demonstratives: frozenset[str]
    pointing_words: frozenset[str]
    possessing: frozenset[str]
    predicate_degrees: frozenset[str]
    purposeful_softeners: frozenset[str]
    property_nouns: frozenset[str]
    quantifying_verbs: frozenset[str]
    question_words: frozenset[str]
    reader_words: frozenset[str]
    relative_pronouns: frozenset[str]
    restricting_adverbs: frozenset[str]
    safety_words: frozenset[str]
    scanty: frozenset[str]
    setting_aside: frozenset[str]
    share_prepositions: frozenset[str]
    status_subjects: frozenset[str]
    topic_prepositions: frozenset[str]
    vague_nouns: frozenset[str]
    varying_verbs: frozenset[str]
    wh_relatives: frozenset[str]
    working: frozenset[str]


GROUPS = {field.name.replace("_", "-"): field.name for field in fields(English)}
"""List of ``words.yaml`` → the group that it makes; the classes of ``loading.FUNCTION_CLASSES`` may make one too."""
