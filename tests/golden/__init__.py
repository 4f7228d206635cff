"""Golden documents of invented people and places, every fact marked by hand, and their marks."""

import json
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from facts.extraction.extract import extract
from facts.reading.read import read_here
from facts.types import FactDraft, Published, PublishedBasis

HERE = Path(__file__).parent
PARTS = ("sentences", "speakers", "moments", "figures", "names")


@dataclass
class Tally:
    """What was found right, found wrongly and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, found: set[str], wanted: set[str], where: str) -> None:
        self.right += len(found & wanted)
        self.wrong += len(found - wanted)
        self.missed += len(wanted - found)
        self.notes += [f"wrong  {word} in {where[:60]!r}" for word in sorted(found - wanted)]
        self.notes += [f"missed {word} in {where[:60]!r}" for word in sorted(wanted - found)]

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)


def documents(folder: Path = HERE) -> list[Path]:
    """Return the golden documents of a folder, without their marks."""
    return sorted(p.with_suffix("") for p in folder.glob("*.json"))


def found_in(marks: Path) -> tuple[FactDraft, ...]:
    """Return the facts that extraction finds in the document beside `marks`."""
    document = next(p for p in marks.parent.glob(marks.name + ".*") if p.suffix != ".json")
    reading = read_here(document.name, document.read_bytes())[0].reading
    day = marked(marks)["published"]
    known = date.fromisoformat(day) if day else None
    published = Published(known, known, PublishedBasis.ADMIN) if known else None
    return extract(reading, published)


def marked(marks: Path) -> dict:  # type: ignore[type-arg]
    """Return the marks of a document."""
    return json.loads(marks.with_suffix(".json").read_text("utf-8"))


def tally(folder: Path = HERE) -> dict[str, Tally]:
    """Return how the facts found compare with the marks, part by part."""
    tallies = {part: Tally() for part in PARTS}
    for marks in documents(folder):
        found = {draft.text: draft for draft in found_in(marks)}
        wanted = {fact["text"]: fact for fact in marked(marks)["facts"]}
        tallies["sentences"].add(set(found), set(wanted), marks.name)
        for text in found.keys() & wanted.keys():
            for part, (here, there) in compared(found[text], wanted[text]).items():
                tallies[part].add(here, there, text)
    return tallies


def compared(draft: FactDraft, wanted: dict) -> dict[str, tuple[set[str], set[str]]]:  # type: ignore[type-arg]
    """Return found and wanted marks of one fact, as words that can be compared."""
    who = draft.attribution
    said = who.speaker if who.sure else None
    return {
        "speakers": (_person(said), _person(wanted["speaker"])),
        "moments": (
            {f"{m.text} {m.earliest} {m.latest}" for m in draft.moments},
            {f"{text} {first} {last}" for text, first, last in wanted["moments"]},
        ),
        "figures": (
            {f"{f.text} {f.low:g} {f.high:g}" for f in draft.figures},
            {f"{text} {low:g} {high:g}" for text, low, high in wanted["figures"]},
        ),
        "names": ({f"{n.text} {n.kind.value}" for n in draft.names}, set(wanted["names"])),
    }


def _person(speaker: str | None) -> set[str]:
    """Return a speaker without what tells nothing of who it is: "The Ministers" are "ministers"."""
    bare = re.sub(r"^(?:the|an?) ", "", speaker or "", flags=re.IGNORECASE)
    return {bare[:1].lower() + bare[1:]} if bare else set()
