"""Questions that lean on the answer before them: "and in May?", "who said that?", "why?", "more".

Only what cannot stand alone is taken for one; a full question never is. What it stands for is a
whole question again, made of the one before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from facts.answering import language
from facts.answering.evidence import prepare
from facts.answering.language import word_set
from facts.answering.politeness import without_politeness
from facts.answering.types import Candidate
from facts.extraction.places import capitals, countries
from facts.text import Word, fold, words
from facts.types import Span

MOST_WORDS = 6
_PLEASE = r"(?:,? (?:please|pls|then|though|exactly|precisely))?"
_OPENER = r"(?:(?:and|but|so|or|ok|okay|then)[ ,]+)?"
_IT = r"(?:that|this|it|they|he|she|those|these|there)"
_HAPPENED = r"(?: (?:happen(?:ed)?|take place|took place|occur(?:red)?|be|been|do it|done))?"
_MORE = re.compile(
    rf"{_OPENER}(?:(?:tell|show|give) me |any(?:thing)? |some |what )?"
    rf"(?:more|else|next|continue|go on)"
    rf"(?: (?:please|details|facts|results|(?:about|on|of) {_IT}|(?:did )?{_IT}(?: say)?))?"
    rf"{_PLEASE}",
    re.IGNORECASE,
)
_WHO_SAID = re.compile(
    rf"{_OPENER}(?:who (?:said|says|claimed|claims|told|stated|reported|wrote)(?: {_IT}| so)?"
    rf"|says who|according to whom?|whose words(?: (?:are|were|is) {_IT})?"
    rf"|(?:what(?:'s| is) )?(?:the|your) source|source){_PLEASE}",
    re.IGNORECASE,
)
_ASKED = (
    r"(?P<asked>why|when|where|who|how many|how much|how long|how|what time|which day|what day"
    r"|which year|what year|since when|how come)"
)
_DETAIL = re.compile(
    rf"{_OPENER}{_ASKED}(?: (?:of )?(?:them|{_IT}))?"
    rf"(?: (?:was|is|were|are|did|does|do|has|had|will)(?: {_IT})?{_HAPPENED})?{_PLEASE}",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"(?:(?:and|but|so|or|ok|okay)[ ,]+(?:what|how) about|(?:what|how) about|and|or)\b[ ,]*(.+)",
    re.IGNORECASE | re.DOTALL,
)
_DATED = re.compile(
    r"(?:in|on|since|before|after|during|until|by|for) .+", re.IGNORECASE | re.DOTALL
)
_PREPOSITION = re.compile(
    r"\b(?:in|on|at|since|before|after|during|until|by|for|near|from|of|about|with|to)"
    r"(?: the)?\s+$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:in|on|at|since|before|after|during|until|by|for|near|from|of|about|with|to)(?: the)? ",
    re.IGNORECASE,
)
_OWNING = re.compile(r"['’]s$")
_VERBS = word_set(
    "who what when where why which how whose is are was were did does do has have had will would "
    "can could should shall may might won't isn't aren't wasn't weren't didn't doesn't"
)
_IN_PLACE = word_set("in at near from")


class Leaning(StrEnum):
    """How a follow-up leans: on the fact shown, on further facts, or on the question itself."""

    MORE = "more"
    WHO_SAID = "who_said"
    DETAIL = "detail"
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up and the whole question it stands for; `about` is what the reply names.

    `asked` is the bare question word of a DETAIL.
    """

    leaning: Leaning
    question: str
    about: str
    asked: str = ""


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of a question that another may stand in for: a date, a place or a name."""

    start: int
    end: int
    sort: str


def follow_up(text: str, subject: str) -> FollowUp | None:
    """Return what `text` stands for after the question `subject`; None when it stands alone."""
    asked = without_politeness(text).strip(" \t\n?!.…؟？")
    if not asked or not subject or len(words(asked)) > MOST_WORDS:
        return None
    if _MORE.fullmatch(asked):
        return FollowUp(Leaning.MORE, subject, subject)
    if _WHO_SAID.fullmatch(asked):
        return FollowUp(Leaning.WHO_SAID, subject, subject)
    detail = _DETAIL.fullmatch(asked)
    if detail is not None:
        whole = f"{detail['asked'].lower()} {_without_asking(subject)}".strip()
        return FollowUp(Leaning.DETAIL, f"{whole}?", subject, detail["asked"].lower())
    another = _another(asked)
    swapped = _swapped(another, subject) if another else None
    return FollowUp(Leaning.ANOTHER, swapped, swapped) if swapped else None


def _another(asked: str) -> str | None:
    """Return the words of "and in May" that stand in for some of the question before."""
    match = _ANOTHER.fullmatch(asked)
    if match is None and not (_DATED.fullmatch(asked) and _only_date(asked)):
        return None
    rest = match[1].strip() if match else asked
    if _VERBS.intersection(word.folded for word in words(rest)) or not _runs(rest, alone=True):
        return None
    return rest


def _only_date(asked: str) -> bool:
    bare = _LEADING.sub("", asked, count=1)
    dated = [run for run in _runs(bare, alone=True) if run.sort == "date"]
    inside = [w for w in _telling(bare) if any(r.start <= w.start < r.end for r in dated)]
    return bool(dated) and len(inside) == len(_telling(bare))


def _swapped(another: str, subject: str) -> str:
    """Return the question before with what stands in for its date, place or name."""
    new = _runs(another, alone=True)[-1]
    theirs = _runs(subject, alone=False)
    same = [run for run in theirs if run.sort == new.sort]
    if not same and new.sort != "date":
        same = [run for run in theirs if run.sort != "date"]
    if not same:
        return f"{subject.rstrip(' ?!.')} {another}?"
    old = same[-1]
    before = _PREPOSITION.search(subject[: old.start])
    leading = _LEADING.match(another)
    start = before.start() if before and leading else old.start
    owning = _OWNING.search(subject[old.start : old.end])
    owns = owning.group() if owning and not _OWNING.search(another) else ""
    return f"{subject[:start]}{another}{owns}{subject[old.end :]}"


def _without_asking(subject: str) -> str:
    """Return a question from its first telling word on: what it is about."""
    bare = subject.strip().rstrip(" ?!.…")
    asked = words(bare)
    first = next((w for w in asked if w.folded not in language.stop_words()), None)
    return bare[first.start :] if first else bare


def _telling(text: str) -> list[Word]:
    return [word for word in words(text) if word.folded not in language.stop_words()]


def _runs(text: str, *, alone: bool) -> Sequence[_Run]:
    """Return the dates, places and names of a text in order; lower case is read as well."""
    evidence = prepare(Candidate(0, text))
    dates = [_Run(span.start, span.end, "date") for span in evidence.dates]
    names = [
        _Run(span.start, span.end, _sort(text, span))
        for span in _names(text, alone=alone)
        if not any(d.start < span.end and span.start < d.end for d in dates)
    ]
    return sorted([*dates, *names], key=lambda run: run.start)


def _names(text: str, *, alone: bool) -> list[Span]:
    """Return runs of words that name: capitalised past the opening, or no common English."""
    runs: list[Span] = []
    for at, word in enumerate(words(text)):
        raw = text[word.start : word.end]
        plain = word.folded in language.stop_words() or raw[0].isdigit()
        capital = raw[0].isupper() and (at > 0 or alone) and not text.isupper()
        short = word.folded in language.abbreviations()
        common = short or language.is_english(word.folded.removesuffix("'s"))
        if plain or not (capital or _known_place(raw) or not common):
            continue
        if runs and text[runs[-1].end : word.start] in {" ", "-", ". "}:
            runs[-1] = Span(runs[-1].start, word.end)
        else:
            runs.append(Span(word.start, word.end))
    return runs


def _sort(text: str, span: Span) -> str:
    before = [word.folded for word in words(text[: span.start])]
    placed = bool(before) and before[-1] in _IN_PLACE
    return "place" if placed or _known_place(span.of(text)) else "name"


def _known_place(name: str) -> bool:
    return fold(name) in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(name) for name in (*countries(), *capitals()) if len(name) > 3)
