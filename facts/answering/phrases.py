"""Other words for several words of a question: "turn down" is "refuse", "stage 4" the "fourth"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from facts.answering import language
from facts.answering.language import Stems
from facts.answering.spelling import Vocabulary
from facts.answering.wording import FORM, Form, Origin
from facts.text import Word, stem, words

PHRASE = 0.7  # above the synonyms of one word, which often belong to another sense
FARTHEST = 4  # places between a verb and its particle: "turn the new medal down"
_CARDINALS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    "twenty",
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def phrase_forms(asked: Sequence[Word], vocabulary: Vocabulary) -> dict[int, tuple[Form, ...]]:
    """Return for each place of a question the words that a fact may hold for a phrase there."""
    found: dict[int, tuple[Form, ...]] = {}
    for at, word in enumerate(asked):
        for opening in _same(word.stem):
            for rest, others in _phrases().get(opening, ()):
                places = _places(asked, at, rest)
                if places is None:
                    continue
                # Also those that the store lacks: then the fact says nothing of the kind.
                forms = tuple(Form(stems, PHRASE, Origin.PHRASE) for stems in others)
                for place in (at, *places):
                    found[place] = (*found.get(place, ()), *forms)
    for at in range(len(asked)):
        numbered = (*_numbered(asked, at, vocabulary), *_measured(asked[at].folded, vocabulary))
        if numbered:
            found[at] = (*found.get(at, ()), *numbered)
    return found


def _places(asked: Sequence[Word], at: int, rest: Stems) -> tuple[int, ...] | None:
    """Return where the rest of a phrase stands after its first word, None when it does not."""
    found: list[int] = []
    for wanted in rest:
        ahead = range(at + 1, min(at + 1 + FARTHEST, len(asked)))
        place = next((p for p in ahead if wanted in _same(asked[p].stem)), None)
        if place is None:
            return None
        found.append(at := place)
    return tuple(found)


@lru_cache(maxsize=4_000)
def _same(stemmed: str) -> tuple[str, ...]:
    """Return a stem and those of its irregular forms: "went" is "go"."""
    others = (stems[0] for stems in language.forms().get(stemmed, ()) if len(stems) == 1)
    return (stemmed, *others)


def _numbered(asked: Sequence[Word], at: int, vocabulary: Vocabulary) -> Iterator[Form]:
    """Yield the other ways to write a number that counts off: "stage 4", "the fourth stage"."""
    number = _number(asked[at].folded)
    if number is None:
        return
    ordinal = asked[at].folded not in {str(number), _CARDINALS[number - 1]}
    after_noun = at > 0 and asked[at - 1].folded.isalpha()
    if ordinal or (after_noun and asked[at - 1].folded not in language.stop_words()):
        ending = _ENDINGS.get(number, "th")
        written = (_ORDINALS[number - 1], f"{number}{ending}", _CARDINALS[number - 1], str(number))
        for other in map(stem, written):
            if other != asked[at].stem and vocabulary.knows(other):
                yield Form((other,), FORM, Origin.FORM)


def _measured(folded: str, vocabulary: Vocabulary) -> Iterator[Form]:
    """Yield the other ways to write a number with its unit: "2kg", "2 kg", "two-kilo"."""
    found = _NUMBER_WITH_UNIT.fullmatch(folded)
    if found is None:
        return
    number, unit = found["number"], found["unit"]
    written = (number, *_CARDINALS[int(number) - 1 : int(number)]) if number.isdecimal() else ()
    for amount in written or (number,):
        for name in (unit, *_UNITS[unit]):
            stems = (stem(amount), stem(name))
            if all(map(vocabulary.knows, stems)):
                yield Form(stems, FORM, Origin.FORM)


_UNITS: Mapping[str, tuple[str, ...]] = {
    "kg": ("kilo", "kilogram", "kilogramme"),
    "g": ("gram", "gramme"),
    "km": ("kilometre", "kilometer"),
    "m": ("metre", "meter", "million"),
    "cm": ("centimetre", "centimeter"),
    "mm": ("millimetre", "millimeter"),
    "l": ("litre", "liter"),
    "bn": ("billion",),
    "k": ("thousand",),
    "h": ("hour",),
    "min": ("minute",),
    "pc": ("percent",),
}
_NUMBER_WITH_UNIT = re.compile(rf"(?P<number>\d+(?:\.\d+)?)(?P<unit>{'|'.join(_UNITS)})")


def _number(folded: str) -> int | None:
    if folded in _CARDINALS:
        return _CARDINALS.index(folded) + 1
    if folded in _ORDINALS:
        return _ORDINALS.index(folded) + 1
    digits = folded.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return int(digits) if digits.isdecimal() and 1 <= int(digits) <= len(_CARDINALS) else None


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[tuple[Stems, tuple[Stems, ...]], ...]]:
    """Return the shipped phrases by their first stem: the other stems, and what stands for them."""
    found: dict[str, list[tuple[Stems, tuple[Stems, ...]]]] = defaultdict(list)
    for line in language.lines("phrases.txt"):
        phrase, colon, listed = line.partition(":")
        if not colon:
            continue
        opening, *rest = (word.stem for word in words(phrase))
        found[opening].append((tuple(rest), tuple(_spread(listed))))
    return {opening: tuple(group) for opening, group in found.items()}


def _spread(listed: str) -> Iterator[Stems]:
    """Yield the stems of each listed word, and those of its irregular forms."""
    for member in listed.split():
        stems = tuple(word.stem for word in words(member.replace("_", " ")))
        if len(stems) == 1:
            yield from ((other,) for other in _same(stems[0]))
        else:
            yield from language.in_time(stems)
