"""Whether a hedged claim says how much is known: a limitation in its own or the next unit of the block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.model import Claim
from claimcheck.nlp import clauses, cues
from claimcheck.nlp.lexicon import CUE
from claimcheck.nlp.units import Unit


def note(claims: Iterable[Claim], units: Sequence[Unit]) -> list[Claim]:
    """The claims of a block, those of level 1 marked ``limited`` where a limitation stands close enough."""
    result = list(claims)
    if not any(claim.level == 1 for claim in result):
        return result
    limited = [_is_limited(unit) for unit in units]
    near = {unit.start: limited[i] or limited[min(i + 1, len(units) - 1)] for i, unit in enumerate(units)}
    return [claim._replace(limited=near[claim.unit[0]]) if claim.level == 1 else claim for claim in result]


def _is_limited(unit: Unit) -> bool:
    kinds = (word.senses[CUE].cls for word in unit.words if CUE in word.senses)
    if "limitation" not in kinds:
        return False
    return any(reach.kind == "limitation" for reach in cues.find(unit, clauses.find(unit)))
