"""How fast one core reads blocks from generated files: ``python benchmarks/extract_speed.py [MEGABYTES]``."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

from claimcheck.extract import extract
from claimcheck.model import SourceFile

WORDS = (
    "our calm mask leaves the face feeling soft and guests mention a fresh scent after the weekly hour of tea".split()
)


def sentence(draw: random.Random) -> str:
    """A sentence of 6 to 18 words."""
    return " ".join(draw.choices(WORDS, k=draw.randint(6, 18))).capitalize() + "."


def tsx(draw: random.Random) -> str:
    """A component and a data object, about 1.3 kB."""
    return f"""
export function Card{draw.randrange(10**6)}({{ open, items }}: Props) {{
  const [step, setStep] = useState<number>(0);
  return (
    <section id="care" className="mx-auto max-w-4xl px-6 py-12 bg-white/50">
      <h2 className="text-3xl font-bold">{sentence(draw)}</h2>
      <p className="mt-4 text-gray-600">
        {sentence(draw)} <strong>{draw.choice(WORDS)}</strong>{{" "}}
        {sentence(draw)}
      </p>
      <Image src="/img/room.png" alt="{sentence(draw)}" width={{640}} height={{480}} />
      <ul>{{items.map((item) => (<li key={{item.id}} onClick={{() => setStep(step + 1)}}>{{item.label}}</li>))}}</ul>
    </section>
  );
}}
export const data{draw.randrange(10**6)}: Item[] = [
  {{ id: "mask", slug: "the-mask", title: "{sentence(draw)}", description: "{sentence(draw)}", price: 120 }},
  {{ id: "tea", slug: "the-tea", title: "Tea hour", benefits: ["Soft feel", "{sentence(draw)}", "Quick to apply"] }},
];
"""


def markdown(draw: random.Random) -> str:
    """A section with paragraphs, a list and a table, about 1.2 kB."""
    text = [f"## {sentence(draw)}", ""]
    for _ in range(3):
        text += [
            sentence(draw),
            f"{sentence(draw)} It is **{draw.choice(WORDS)}**, see [here](/care).",
            sentence(draw),
            "",
        ]
    text += [f"- {sentence(draw)}" for _ in range(3)] + ["", "| Step | Gain |", "|---|---|"]
    return "\n".join([*text, f"| Mask | {sentence(draw)} |", f"| Tea | {sentence(draw)} |", "", ""])


def json(draw: random.Random) -> str:
    """An entry of a catalogue, about 0.4 kB."""
    return (
        f'"entry{draw.randrange(10**9)}": {{"id": "mask", "title": "Tea hour", "text": "{sentence(draw)}", '
        f'"items": ["{sentence(draw)}", "Soft \\"feel\\""], "count": {draw.randrange(99)}, "open": true}},\n'
    )


def measure(name: str, make: Callable[[random.Random], str], size: int) -> str:
    """A line with the speed for about ``size`` characters of one format."""
    draw = random.Random(7)
    parts, length = [], 0
    while length < size:
        parts.append(make(draw))
        length += len(parts[-1])
    text = "".join(parts)
    file = SourceFile(f"x.{name}", f"{{{text}}}" if name == "json" else text)
    start = time.process_time()
    blocks = extract(file)
    seconds = time.process_time() - start
    return f"{name:5} {length / 1e6:6.1f} MB {len(blocks):8,} blocks {length / 1e6 / seconds:6.1f} MB/s"


if __name__ == "__main__":
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 4
    for each, maker in (("tsx", tsx), ("md", markdown), ("json", json)):
        print(measure(each, maker, int(megabytes * 1e6)))
