"""Whether two statements may be linked as alike: a gate of signs first, then likeness of words.

No threshold of likeness told reworded pairs from look-alikes, so numbers, comparison signs,
negation, dates, direction, names, speaker and opposite words decide; likeness only proposes.
"""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from facts.extraction.numberwords import NUMBER_WORDS, number_of_words
from facts.reading.wordlist import word_list
from facts.reconcile import agreement
from facts.reconcile.frame import Weighed
from facts.reconcile.statement import Statement
from facts.text import fold, stem, words

ALIKE = 55
# Without any number, name or date to hold on to, only nearly the same words are alike.
NEARLY_THE_SAME = 90
_FEWEST_SHARED, _LEAST_SHARE = 2, 0.3
_NEGATIONS = word_list(
    "no not never none neither nor nobody nothing without cannot denied denies deny refused refuses"
    " rejected rejects failed fails lacks lacked unable unlikely hardly ruled"
)
_UP = word_list(
    "up rose rise risen rising rises climbed climb increased increase increases grew grow grown"
    " gain gained higher more above surged jumped soared expanded doubled raised raise strengthened"
)
_DOWN = word_list(
    "down fell fall fallen falling falls dropped drop declined decline decreased decrease decreases"
    " lost lower less fewer below slumped sank shrank shrunk halved cut cuts reduced weakened"
)
_OPPOSITES = """
order receive; buy sell; win lose; open close; start stop; begin end; import export; arrive depart
arrive leave; enter leave; accept reject; approve reject; approve veto; hire dismiss; hire fire
arrest release; detain release; kill injure; kill wound; kill rescue; dead injured; men women
man woman; boy girl; male female; north south; east west; northern southern; eastern western
upper lower; first last; first second; before after; join leave; lend borrow; give take
send receive; borrow repay; demand offer; ask answer; attack defend; support oppose
praise criticise
support criticise; confirm deny; sign cancel; build demolish; legal illegal; guilty innocent
convict acquit; profit loss; revenue profit; day night; morning evening; summer winter; old new
largest smallest; longest shortest; most least; best worst; maximum minimum; appoint dismiss
resign appoint; plan complete; propose approve; consider approve; announce cancel; launch cancel
city county; national regional; local national; adult child; teacher pupil; doctor nurse; lead trail
rent own; lease own; repair damage; deliver order; ship order; request grant; increase decrease
"""
_NUMBER = re.compile(rf"\d[\d,. ]*\d|\d|{NUMBER_WORDS}", re.IGNORECASE)
_WEEKDAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = word_list(
    "january february march april may june july august september october november december"
)


def alike(one: Weighed, other: Weighed) -> bool:
    """Say whether two statements likely say the same in other words; a link, never a merging."""
    a, b = one.statement, other.statement
    shared = (set(one.frame.words) & set(other.frame.words)) - {"@", "#"}
    if len(shared) < _FEWEST_SHARED or a.heads != b.heads:
        return False
    if len(shared) < _LEAST_SHARE * max(len(set(each.frame.words)) for each in (one, other)):
        return False
    if not (
        agreement.same_speaker(a.attribution, b.attribution)
        and agreement.named_alike(a.names, b.names)
        and _in_like_order(a, b)
        and agreement.dated_alike(a.moments, b.moments)
        and signs(_unfigured(a)) == signs(_unfigured(b))
        and _told_numbers(one) == _told_numbers(other)
        and (not (a.dependent or b.dependent) or agreement.same_surroundings(a, b))
        and not _opposed(one.frame.content, other.frame.content)
        and not _one_word_changed(one.frame.words, other.frame.words)
    ):
        return False
    held = bool(a.names or a.moments or a.figures)
    near = fuzz.token_set_ratio(_plain(one), _plain(other))
    return near >= (ALIKE if held else NEARLY_THE_SAME)


@lru_cache(maxsize=20_000)
def signs(text: str) -> tuple[int, bool, bool, tuple[float, ...], tuple[str, ...]]:
    """Return what likeness of words must not hide.

    How often something is denied, whether it goes up or down, numbers that are no figures,
    weekdays and months.
    """
    found = [word.folded for word in words(text)]
    denied = sum(word in _NEGATIONS or word.endswith("n't") for word in found)
    numbers = tuple(sorted(_numbers(text)))
    dates = tuple(sorted(w for w in found if w in _WEEKDAYS or w in _MONTHS))
    return denied % 2, any(w in _UP for w in found), any(w in _DOWN for w in found), numbers, dates


def _unfigured(statement: Statement) -> str:
    """Return the text without its figures: their signs ("no fewer than") are compared apart."""
    text = statement.text
    for figure in reversed(statement.figures):
        text = f"{text[: figure.start]} {text[figure.end :]}"
    return text


def _numbers(text: str) -> list[float]:
    found: list[float] = []
    for match in _NUMBER.finditer(text):
        digits = match.group().replace(",", "").replace(" ", "").rstrip(".")
        try:
            found.append(float(digits))
        except ValueError:
            found.append(number_of_words(fold(match.group())))
    return found


def _told_numbers(each: Weighed) -> list[tuple[float, float, str, float, str]]:
    return sorted(
        (f.low, f.high, f.qualifier, f.of or 0.0, _scale(f.unit)) for f in each.frame.figures
    )


def _scale(unit: str | None) -> str:
    """Return a unit where it changes the amount; counted things may be called otherwise."""
    return unit if unit and (not unit.islower() or unit in {"%", "km", "m", "kg", "t"}) else ""


@lru_cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in re.split(r"[;\n]", _OPPOSITES):
        ends = [stem(word) for word in pair.split()]
        if len(ends) > 1:
            found.setdefault(ends[0], set()).add(ends[1])
            found.setdefault(ends[1], set()).add(ends[0])
    return {word: frozenset(others) for word, others in found.items()}


def _opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether a word of one stands where its opposite stands in the other."""
    against = _opposites()
    return any(against.get(word, frozenset()) & (other - one) for word in one - other)


def _one_word_changed(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether a word stands in the place of another: "ordered" for "received".

    People who say the same otherwise turn the sentence round; a single word put in the place of
    another is mostly another thing.
    """
    if len(one) != len(other):
        return False
    put = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(put) == 1 and not (put[0][0] in _NEGATIONS and put[0][1] in _NEGATIONS)


def _plain(each: Weighed) -> str:
    return " ".join(word for word in each.frame.words if word[0] not in "#@")


def _in_like_order(one: Statement, other: Statement) -> bool:
    """Tell "X beat Y 3-2" from "Y beat X 2-3": names changed places, and so did the numbers."""
    named = agreement.same_names(one.names, other.names)
    return named or _numbers(one.text) == _numbers(other.text)
