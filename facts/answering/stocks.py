"""Whether a figure tells how much there is: all of it, and no change, share or rate of it."""

import re
from collections.abc import Iterator

from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.lexicon import is_person
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.answering.values import PERCENT, undated
from facts.anycase import AnyCase, blanked
from facts.text import words
from facts.types import FactKind, Figure

_ABOUT = (
    r"(?: (?:about|around|some|nearly|almost|over|up to|at least|more than|as many as|another"
    r"|an?|its|the|roughly))*"
)
_STOCK = re.compile(
    r"^how many (?:[\w-]+ ){0,3}(?:works?|working|employed|live|there|belong)\b"
    r"|^how many (?:[\w-]+ ){1,3}(?:has|have) (?:the|a|an|its) [\w' -]+$"
    r"|^how many (?:[\w-]+ ){1,3}(?:has|have) .* got$"
    r"|^how many (?:[\w-]+ ){1,3}(?:does|do|did) .* (?:have|employ|own|run|operate)$"
    r"|^(?:what is the |what's the )?number of (?:[\w-]+ ){1,2}(?:at|in|of|on)\b"
    r"|\bhow many (?:workers|staff|employees|members)$"
)
_CHANGE = (
    r"(?:los(?:t|e|es|ing)|loss of|shed(?:s|ding)?|(?:lay|lays|laid|laying) off|cut(?:s|ting)?"
    r"|axe[sd]?|axing|sack(?:s|ed|ing)?|dismiss\w*|fir(?:ed|ing)|hir(?:e|es|ed|ing)"
    r"|recruit(?:s|ed|ing)?|gain(?:s|ed|ing)?|add(?:s|ed|ing)?|shut(?:s|ting)?|expel\w*"
    r"|suspend\w*|creat(?:e|es|ed|ing)|advertis\w+ for"
    r"|(?:fallen|fell|falls|risen|rose|rises|grown|grew|shrunk|dropped|down|up|declined) by)"
)
_CHANGED = re.compile(rf"\b{_CHANGE}{_ABOUT} $", re.IGNORECASE)
_ASKS_CHANGE = re.compile(rf"\b{_CHANGE}\b|\b(?:leav\w+|left|gone?|going|new|more|fewer)\b")


@only_where(
    lambda q: (
        ("how many" in q.small or "number of" in q.small)
        and _STOCK.search(q.small)
        and not _ASKS_CHANGE.search(q.small)
    )
)
def changes_of_a_count(seen: Seen) -> Iterator[Lacking]:
    """Tell "plans to lay off 3,800" and "has lost nearly 80 members" from how many there are."""
    text, figures = seen.evidence.text, seen.evidence.undated
    if seen.candidate.kind is FactKind.ROW or not figures:
        return
    if all(_CHANGED.search(text[: f.start]) for f in figures):
        yield Lacking(Lack.ANSWER, "how many", open=True)


_TIMES = AnyCase(
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|several) times\b|\btwice\b"
    r"|\b(?:double|triple|treble|half) (?:as|the|that|what)\b|\b\w+fold\b"
)
_HOW_MANY = re.compile(r"how (?:many|much)\b")
_TIMES_SIGNS = ("times", "twice", "double", "triple", "treble", "half", "fold")
_NUMBERS = AnyCase(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?)\b"
)
_COMPARES = re.compile(
    r"\bhow (?:many|much) (?:times|more|less|fewer|bigger|faster)\b|\bcompar|\bby"
)


@only_where(
    lambda q: _HOW_MANY.match(q.small) and not _COMPARES.search(q.small),
    of={Kind.HOW_MANY, Kind.HOW_MUCH},
)
def multiples(seen: Seen) -> Iterator[Lacking]:
    """Tell "three times as much carbon" from how much carbon there is."""
    if seen.candidate.kind is FactKind.ROW or not seen.evidence.may_hold(_TIMES_SIGNS):
        return
    if not _TIMES.search(seen.evidence.text):
        return
    left = blanked(_TIMES, undated(seen))
    if not _NUMBERS.search(left):
        yield Lacking(Lack.ANSWER, seen.question.kind.in_words, open=True)


_HALF_OF = re.compile(
    r"\b(?:half|most|many|some|all|none|a (?:third|quarter|fifth)|two[- ]thirds"
    r"|three[- ]quarters)(?: of)? (?:its|the|their|his|her|all)\b",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"^(?:what is the |what's the )?number of (?P<what>[\w-]+)\b")


@only_where(lambda q: _NUMBER_OF.match(q.small))
def shares_of_a_number(seen: Seen) -> Iterator[Lacking]:
    """Tell "half of its workers" from the number of workers, wherever they go to."""
    text, figures = seen.evidence.text, seen.candidate.figures
    asked = _NUMBER_OF.match(seen.question.small)
    part = _HALF_OF.search(text)
    if asked is None or part is None or seen.candidate.kind is FactKind.ROW:
        return
    counted = {word.stem for word in words(asked["what"])}
    after = {word.stem for word in words(text[part.end() :])[:2]}
    others = (f for f in figures if f.start >= part.end() or f.end <= part.start())
    if counted & after and all(_of_something_else(f, counted) for f in others):
        yield Lacking(Lack.NUMBER, asked.group(), open=True)


def _of_something_else(figure: Figure, counted: set[str]) -> bool:
    unit = words(figure.unit or "")
    return bool(unit) and counted.isdisjoint(word.stem for word in unit)


@only_where(lambda q: _NUMBER_OF.match(q.small))
def rates_for_numbers(seen: Seen) -> Iterator[Lacking]:
    """Tell "unemployment stood at 5.1%" from the number of those without work."""
    text, figures = undated(seen), seen.evidence.undated
    if seen.candidate.kind is FactKind.ROW or not figures or not PERCENT.search(text):
        return
    if not _NUMBERS.search(PERCENT.sub(" ", text)):
        yield Lacking(Lack.NUMBER, "number", open=True)


_HAS = re.compile(
    r"^how many (?P<what>[\w-]+) (?:(?:has|have) |(?:does|do|did) .* have$)"
    r"(?!.*\b(?:been|had|lost|left|gone|died)\b)"
)
_RECEIVED = re.compile(
    r"\b(?:paid|pays?|paying|sent|sends?|gave|gives?|given|offered|refund\w*|compensat\w+|wrote"
    rf"|apologi\w+|issued|owes?)\b[^;]* to{_ABOUT} $",
    re.IGNORECASE,
)


@only_where(lambda q: _HAS.match(q.small))
def those_given(seen: Seen) -> Iterator[Lacking]:
    """Tell "paid compensation to 11,200 customers" from how many customers a bank has."""
    asked, text = _HAS.match(seen.question.small), seen.evidence.text
    place = next(iter(seen.asked({asked["what"]} if asked else set())), None)
    held = seen.inside(place) if place is not None else ()
    if not held or seen.candidate.kind is FactKind.ROW:
        return
    starts = [seen.evidence.begins(at) for at in held]
    nearest = [[f for f in seen.evidence.undated if f.start < start][-1:] for start in starts]
    beside = [f for near in nearest for f in near]
    if beside and all(_RECEIVED.search(text[: f.start]) for f in beside):
        yield Lacking(Lack.COUNTED, asked["what"] if asked else "", open=True)


@only_where(lambda q: q.claims.counted and _STOCK.search(q.small))
def counted_in_names(seen: Seen) -> Iterator[Lacking]:
    """Tell "Oldring Breweries plc" from breweries that a fact counts."""
    evidence = seen.evidence
    held = {at for place in seen.question.claims.counted for at in seen.inside(place)}
    named = {at for span in evidence.names for at in evidence.within(span)}
    if not held or not held <= named or seen.candidate.kind is FactKind.ROW:
        return
    starts = [evidence.begins(at) for at in held]
    if not any(f.start <= start <= f.end + _FAR for f in evidence.undated for start in starts):
        yield Lacking(Lack.COUNTED, seen.shown(seen.question.claims.counted), open=True)


_FAR = 25  # characters from a number to a name: "three of his Golden Harp prizes"
_PERCENT_OF = re.compile(
    r"(?:%|per ?cent) of (?:(?:the|its|all|their|our|his|her) )?(?:[\w-]+['’]s? )?"
    r"(?P<what>[\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)
_PEOPLE_ALONE = re.compile(
    r"^how many (?:are |were |have |had )?(?:on|in|at|out|killed|hurt|injured|dead|died|missing"
    r"|strik\w+|took|take|voted|went|came|live|work|left|joined|arrested|detained)\b"
)


@only_where(lambda q: _PEOPLE_ALONE.match(q.small))
def shares_of_things(seen: Seen) -> Iterator[Lacking]:
    """Tell "38 per cent of imports" from how many people are on strike."""
    text, figures = seen.evidence.text, seen.evidence.undated
    if seen.candidate.kind is FactKind.ROW or not figures:
        return
    shares = list(PERCENT.finditer(text))
    if not all(any(m.start() <= f.start < m.end() for m in shares) for f in figures):
        return
    parts = [m["what"] for m in _PERCENT_OF.finditer(text)]
    if parts and not any(is_person(word.folded) for part in parts for word in words(part)):
        yield Lacking(Lack.COUNTED, "how many", open=True)


_BE = word_set("is are was were be been being while by of for from and or not still began after")


@only_where(
    lambda q: q.claims.verb is not None and not q.lowered[q.claims.verb].endswith("ing"),
    of={Kind.HOW_MANY},
)
def said_as_a_sort(seen: Seen) -> Iterator[Lacking]:
    """Tell "supplies drinking water" from how many drank it."""
    verb, evidence = seen.question.claims.verb, seen.evidence
    held = seen.inside(verb) if verb is not None else ()
    if verb is None or not held:
        return
    if all(_sort(seen, at) for at in held) and evidence.undated:
        yield Lacking(Lack.VERB, seen.shown([verb]), open=True)


def _sort(seen: Seen, at: int) -> bool:
    """Tell "drinking" in "drinking water", where nobody is told to drink."""
    evidence = seen.evidence
    if not evidence.word_at(at).endswith("ing") or at + 1 >= len(evidence) or not at:
        return False
    taken = at + 1 in seen.taken and evidence.spaced(at)
    return taken and evidence.word_at(at - 1) not in _BE


_PASSIVE = re.compile(
    r"^how many (?P<what>[\w-]+) (?:have been|has been|were|are|was) (?P<done>\w+)"
)


@only_where(lambda q: _PASSIVE.match(q.small))
def means_counted(seen: Seen) -> Iterator[Lacking]:
    """Tell "a stock of 220,000 doses, of which 65,000" from how many sheep had one."""
    asked = _PASSIVE.match(seen.question.small)
    figures, evidence = seen.candidate.figures, seen.evidence
    if asked is None or seen.candidate.kind is FactKind.ROW or not figures:
        return
    place = next(iter(seen.asked({asked["what"]})), None)
    if place is None or seen.inside(place) or is_person(asked["what"]):
        return
    stems = {word.stem for word in words(asked["what"])}
    first, *after = figures
    if _plural_of_else(first, stems) and all(
        _plural_of_else(f, stems) or _OF_WHICH.search(evidence.text[: f.start]) for f in after
    ):
        yield Lacking(Lack.COUNTED, seen.shown([place]), open=True)


_OF_WHICH = re.compile(r"\bof (?:which|them|these|those) $")


def _plural_of_else(figure: Figure, counted: set[str]) -> bool:
    return _of_something_else(figure, counted) and words(figure.unit or "")[0].folded[-1] == "s"


RULES: tuple[Rule, ...] = (
    changes_of_a_count,
    multiples,
    shares_of_a_number,
    shares_of_things,
    rates_for_numbers,
    those_given,
    counted_in_names,
    said_as_a_sort,
    means_counted,
)
