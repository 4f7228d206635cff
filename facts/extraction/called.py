"""Whom a single name means, or a pronoun behind whoever opens its sentence."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from facts.extraction.antecedents import TITLE_BEFORE, WANTED, Antecedents, gender_by_title
from facts.extraction.anybody import PEOPLE
from facts.extraction.introduced import only_subject
from facts.extraction.phrases import Speaker
from facts.extraction.settling import Told
from facts.extraction.titlewords import is_person_noun
from facts.types import Attribution, Basis, Name, NameKind

# "Ida Roe" and "Jan de Boer"; no "The museum".
_IN_FULL = re.compile(
    r"(?!(?:The|An?|One|His|Her|Its|Their)\s)[^\W\d_a-z][\w.’'-]*(?:\s[a-z’']{1,4})*"
    r"(?:\s[^\W\d_a-z][\w.’'-]*){1,3}"
)

_GOES_ON = re.compile(r",\s(?:he|she)\s(?:added|adds|went on|goes on|continued|concluded)\b")
_AGE = re.compile(r"(?:,\s|\s\()(?:aged\s)?(?P<age>\d{1,3})[,.)]")
_YEARS_OLD = re.compile(r"[Tt]he\s(?P<age>\d{1,3})-year-old")


@dataclass(slots=True)
class Called:
    """The full names of a document so far, under each of their words, and under their ages."""

    by_word: dict[str, dict[str, None]] = field(default_factory=dict)
    aged: dict[str, dict[str, None]] = field(default_factory=dict)

    def take(self, full: str) -> None:
        """Take in somebody named in full; a single name is passed over."""
        if not _IN_FULL.fullmatch(full):
            return
        words = full.split(" ")
        for at, word in enumerate(words):
            short = " ".join(words[at:]) if word[0].islower() else word
            self.by_word.setdefault(short.casefold(), {})[full] = None

    def take_age(self, name: Name, text: str) -> None:
        """Take in "Ida Roe, 42," and "Ida Roe (42)"."""
        if age := _AGE.match(text, name.end):
            self.aged.setdefault(age["age"], {})[name.name] = None

    def of_age(self, who: Attribution, found: Speaker, text: str) -> Attribution:
        """Read "the 42-year-old" as the one person of that age; doubt one of another age."""
        told = _YEARS_OLD.match(text, found.start)
        if told is None:
            return who
        named = self.aged.get(told["age"], {})
        if len(named) == 1:
            return Attribution(next(iter(named)), None, Basis.PRONOUN, sure=True)
        other = bool(named) or any(who.speaker in each for each in self.aged.values())
        return replace(who, sure=who.sure and not other)

    def in_full(self, found: Speaker, text: str, gender: Callable[[str], str | None]) -> Speaker:
        """Read "Green" as Olive Green, who alone is called so; of two, unsure.

        "Mrs Roe", of two, is the one that `gender` knows for a woman.
        """
        named = self.by_word.get((found.name or "").casefold(), {})
        if len(named) > 1 and (title := TITLE_BEFORE.search(text, 0, found.start)):
            wanted = gender_by_title(title["title"])
            named = {name: None for name in named if gender(name) == wanted}
        if len(named) == 1:
            return found._replace(name=next(iter(named)))
        return found._replace(sure=found.sure and not named)

    def one(self, who: Attribution) -> Attribution:
        """Doubt "Roe", whom "he" means, where two of the text are called so."""
        several = len(self.by_word.get((who.speaker or "").casefold(), {})) > 1
        return replace(who, sure=False) if several else who


def opening_person(
    found: Speaker,
    text: str,
    names: tuple[Name, ...],
    quoted: Sequence[tuple[int, int]],
    near: Antecedents,
    roles: Mapping[str, str],
    told: Sequence[Told],
) -> Attribution | None:
    """Read "Ida Roe sings, and it is, she said, late" as hers who opens the sentence.

    "Roe sails on Monday, he added" is that of whoever spoke just before.
    """
    if told and told[-1].who.sure and told[-1].who.speaker and _GOES_ON.search(text):
        return None
    people = [
        n
        for n in names
        if n.kind is NameKind.PERSON
        and n.end <= found.start
        and not any(start < n.start < end for start, end in quoted)
    ]
    wanted = WANTED.get(found.pronoun or "")
    opens = people and people[0].name == only_subject(text[: found.start], tuple(people))
    if not opens or wanted is None:
        return None
    who = people[0].name
    fits = near.gender(who, roles.get(who)) in (wanted, None)
    return Attribution(who, None, Basis.PRONOUN, sure=True) if fits else None


def speaks_alone(speaker: str, people: list[Name], near: Antecedents) -> bool:
    """Tell whether whoever spoke is one person."""
    if any(name.name == speaker for name in people) or near.gender(speaker):
        return True
    if any(seen.name == speaker for seen in near.people):
        return True
    head = re.split(r"\s(?:of|for|from|at|in|with)\s", speaker)[0]
    return is_doer(head.rpartition(" ")[2].lower())


def is_doer(noun: str) -> bool:
    """Tell a noun for one person: "clerk", "official"."""
    return is_person_noun(noun) or noun in PEOPLE
