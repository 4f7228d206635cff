"""Whether the number in a fact counts what is asked: cars, and not the driver's age."""

import re
from collections.abc import Iterator, Sequence

from facts.answering.language import word_set
from facts.answering.lexicon import ANYBODY, PEOPLE, is_person
from facts.answering.matching import Match
from facts.answering.money import COINS, SIGNED, is_money
from facts.answering.seen import WEAK, Lack, Lacking, Seen, bears, only_sense, only_where
from facts.answering.wording import OTHER_WORDS
from facts.text import Word, words
from facts.types import FactKind, Figure

BESIDE = 3  # characters between a figure and the word for what it counts
_SUMS = word_set("money cash funds funding")
_CURRENCY = re.compile(
    rf"{SIGNED}|\d\s?€|\d(?: \w+){{0,2}} (?:{COINS})\b"
    rf"|\b(?:millions?|billions?|thousands?) (?:of )?(?:{COINS})\b",
    re.IGNORECASE,
)
_CHILDREN = word_set("kids children child")
_PARENT = re.compile(r"\b(?:father|mother|parents?) of (?:\w+|\d+)\b", re.IGNORECASE)
# Said of those that are counted: "six people were killed" tells how many dead there are.
_STATES = word_set(
    "dead killed injured wounded hurt missing homeless displaced arrested deaths fatalities "
    "casualties victims jobless unemployed sick infected"
)
_AGE_BEFORE = re.compile(r"(?:\baged? |[^\W\d_]\w*, )$")
_AGE_AFTER = re.compile(r",|[.;:)]|$")
_SIGNS = word_set("usd eur gbp crowns dollars euros pounds marks yen rupees")
LASTING = word_set("second minute hour day night week month year decade century old")


@only_where(lambda q: q.claims.counted)
def counted(seen: Seen) -> Iterator[Lacking]:
    """Ask of "how many cars" that the fact speaks of cars, and that its number may count them."""
    for place in seen.question.claims.counted:
        match = seen.matches.get(place)
        if match is None or match.term.word in ANYBODY:
            continue
        if match.term.word in _SUMS and _CURRENCY.search(seen.evidence.text):
            continue
        if match.term.word in _CHILDREN and _PARENT.search(seen.evidence.text):
            continue
        held = bears(match) and not only_sense(match)
        own = "own" in seen.question.lowered[:place] and match.origin in OTHER_WORDS
        if (
            own
            or not held
            or ("many" in seen.question.lowered and _wider(seen, match))
            or _others_alone(seen, place)
            or _counts_another(seen, match)
            or _all_others(seen, match)
        ):
            yield Lacking(Lack.COUNTED, seen.shown([place]))
        yield from _of_another(seen, place)


def _wider(seen: Seen, match: Match) -> bool:
    """Tell "11 operations" from a count of flights: a word that may stand for it, or for more."""
    if match.origin not in OTHER_WORDS or match.factor >= WEAK:
        return False
    told = {match.term.word, *map(seen.evidence.word_at, match.places)}
    return told.isdisjoint(_STATES | _SUMS | ANYBODY) and not any(map(is_person, told))


def _others_alone(seen: Seen, place: int) -> bool:
    """Tell "his two mates knew of the broken sprinklers" from a count of sprinklers."""
    evidence, typed, text = seen.evidence, seen.question.lowered, seen.evidence.text
    held = seen.inside(place)
    if seen.candidate.kind is FactKind.ROW or not held or "many of" not in seen.question.small:
        return False
    if not (ANYBODY | PEOPLE | _STATES | _SUMS).isdisjoint(typed[: place + 1]):
        return False
    of_others = [
        number
        for number in evidence.undated
        if (after := _word_after(evidence.words, number.end))
        and after.folded[-1] == "s"
        and after.folded not in ANYBODY
        and not any(
            evidence.begins(at) <= after.start
            or _LINKED.search(text[after.end : evidence.begins(at)])
            for at in held
        )
    ]
    return bool(of_others) and len(of_others) == len(evidence.undated)


def _word_after(known: Sequence[Word], end: int) -> Word | None:
    return next((word for word in known if word.start >= end), None)


_LINKED = re.compile(r"^ (?:of|and|or|as) ")


def _of_another(seen: Seen, place: int) -> Iterator[Lacking]:
    """Ask that "ships of Torvia" are told to be Torvia's: its name in the title is not enough."""
    typed, owner = seen.question.lowered, seen.matches.get(place + 2)
    of = typed[place + 1 : place + 2] == ("of",)
    if of and owner is not None and owner.term.name and not owner.inside:
        leant_on = seen.candidate.dependent and bears(owner)
        if not leant_on:
            yield Lacking(Lack.HOLDER, seen.shown([place + 2]))


def _counts_another(seen: Seen, match: Match) -> bool:
    """Tell whether another word stands for what is counted, and the figures count other things.

    "How many soldiers" is not answered by the army's "14 civilians".
    """
    if (match.origin not in OTHER_WORDS and not match.kin) or match.term.word in _STATES:
        return False
    figures = [figure for figure in seen.candidate.figures if figure.unit]
    if not figures or not match.places or _near(seen, match, figures):
        return False
    text, asked = seen.evidence.text, match.term.stems
    return not any(_number_of(text, f, asked) for f in seen.candidate.figures)


def _near(seen: Seen, match: Match, figures: Sequence[Figure]) -> bool:
    held = [seen.evidence.words[at] for at in match.places]
    return any(_beside(seen.evidence.text, figure, word) for figure in figures for word in held)


_OF = re.compile(r" (?:of (?:all |the |its |their )?)?")


def _beside(text: str, figure: Figure, word: Word) -> bool:
    """Tell "14 civilians", "18 per cent of children" and "the remains of 63"."""
    if figure.start - BESIDE <= word.start <= figure.end + BESIDE:
        return True
    between = text[figure.end : word.start] or text[word.end : figure.start]
    return bool(_OF.fullmatch(between))


def _all_others(seen: Seen, match: Match) -> bool:
    """Tell whether every figure of a sentence surely counts something else, or is an age."""
    figures = seen.candidate.figures
    asked = _asked(seen, match)
    if not figures or not asked or seen.candidate.kind is FactKind.ROW:
        return False
    if any(_near(seen, one, figures) for one in asked):
        return False
    stems = {stem for one in asked for stem in one.term.stems}
    people = any(is_person(one.term.word) or one.term.word in _STATES for one in asked)
    return all(_another(seen, f, stems, people=people) for f in figures)


def _asked(seen: Seen, last: Match) -> list[Match]:
    """Return the words from "many" to the last that may be what is counted; none of "how much"."""
    typed = seen.question.lowered
    start = typed.index("many") if "many" in typed else len(typed)
    return [seen.matches[at] for at in range(start, last.term.place + 1) if at in seen.matches]


def _another(seen: Seen, figure: Figure, asked: set[str], *, people: bool) -> bool:
    if not figure.unit:
        text = seen.evidence.text
        return (
            _age(text, figure)
            or _against(text, figure)
            or _of_number(text, figure, asked, people=people)
        )
    unit = words(figure.unit)
    if not asked.isdisjoint(word.stem for word in unit):
        return False
    if any(_lasting(word.folded) for word in unit):
        return True
    # "118 deaths among tenants"; "firefighters used 40 pumps" counts no firefighters.
    persons = any(is_person(word.folded) or word.folded in ANYBODY | _STATES for word in unit)
    if people and persons:
        return False
    if any(word.folded in _SIGNS for word in unit) or is_money(figure.unit):
        return True
    # A sign ("%", "t") may measure what is asked.
    return any(len(word.folded) > 2 for word in unit)


_AGAINST = re.compile(r"\b(?:votes?|goals?|points?|games|sets) to $", re.IGNORECASE)


def _against(text: str, figure: Figure) -> bool:
    """Tell the second number of "by nine votes to five"."""
    return bool(_AGAINST.search(text[: figure.start]))


_NUMBER_OF = re.compile(
    r"\bnumber of (?P<what>\w+(?: \w+)?)(?: \w+){0,4}? (?:from|to|at|by|was|is|of)"
    r"(?: \w+)?(?: \d[\d,]* to)? $",
    re.IGNORECASE,
)


def _number_of(text: str, figure: Figure, asked: set[str]) -> bool:
    """Tell "the number of overseas visitors rose to 214,700", where visitors are asked for."""
    told = _NUMBER_OF.search(text[: figure.start])
    return told is not None and not asked.isdisjoint(word.stem for word in words(told["what"]))


def _of_number(text: str, figure: Figure, asked: set[str], *, people: bool) -> bool:
    """Tell what "the number of crews from 31 to 26" counts: crews, and not their ships."""
    told = _NUMBER_OF.search(text[: figure.start])
    counted_ = words(told["what"]) if told else ()
    persons = any(is_person(word.folded) or word.folded in ANYBODY for word in counted_)
    return (
        bool(counted_)
        and not (people and persons)
        and asked.isdisjoint(word.stem for word in counted_)
    )


def _lasting(folded: str) -> bool:
    return folded.removesuffix("s") in LASTING


def _age(text: str, figure: Figure) -> bool:
    """Tell the number in "Otto Brandt, 57, denies it" or "a man aged 67"."""
    before = _AGE_BEFORE.search(text[: figure.start])
    return bool(before and _AGE_AFTER.match(text, figure.end)) and figure.low < 120
