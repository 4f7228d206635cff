"""A question understood: what it asks for, its telling words, and the forms they may take.

`parse` is called once a question, before the search; the words' forms come from the store's
vocabulary (spelling), from the shipped lists (irregular forms, synonyms) and from the words alone.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from facts.answering import language
from facts.answering.acronyms import asked_letters
from facts.answering.claimed import Claims
from facts.answering.claims import claims_of
from facts.answering.evidence import date_sort, pieces
from facts.answering.index import joined
from facts.answering.kinds import QUOTES, Kind
from facts.answering.lexicon import CLAUSES, PREPOSITIONS, is_name
from facts.answering.phrases import phrase_forms
from facts.answering.politeness import split_questions, without_politeness
from facts.answering.shorthand import written_out
from facts.answering.spelling import Vocabulary
from facts.answering.wording import (
    Form,
    Origin,
    alias_forms,
    asking_for,
    capitals,
    distinct_forms,
    meant_words,
    readings,
    written_together,
)
from facts.text import Word, words

__all__ = ["Form", "Origin", "Question", "Term", "parse", "split_questions"]

MOST_WORDS = 32
MOST_READ = 120
FRAME_WEIGHT = 0.4
_ASKS_NOTHING = QUOTES | {"overnight", "according", "vs", "versus"}
_GERMAN = language.word_set("wo wer wen wann warum wie welche ist sind hat haben der das und von")
_WHAT = frozenset({"what", "whats", "how"})
_DEFINING = re.compile(
    r"(?:what|who)(?:'s|\u2019s| is| are| was| were) [^,]*$|(?:define|meaning of)\b|"
    r"what (?:does|do|did) .* (?:mean|stand for)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A telling word of the question and every form in which a fact may hold it, best first."""

    start: int
    end: int
    word: str
    weight: float
    forms: tuple[Form, ...]
    place: int = 0
    name: bool = False
    number: bool = False
    date: bool = False
    frame: bool = False
    known: bool = True

    @property
    def shown(self) -> str:
        """The word as repaired."""
        return self.forms[0].shown or self.word

    @property
    def stems(self) -> set[str]:
        """The stems of all its forms."""
        return {stem for form in self.forms for stem in form.stems}

    def among(self, stems: set[str] | frozenset[str]) -> bool:
        """Tell whether all stems of any form of the word are among these."""
        return any(stems.issuperset(form.stems) for form in self.forms)


@dataclass(frozen=True, slots=True)
class Question:
    """A parsed question. `asked` holds the stems of all its words, common ones included.

    `typed` are all its words as written, `lowered` the same in small letters, which `small` joins,
    once for all facts that are looked at; `claims` and terms name words by their places there.
    `heads` are the telling words that end a phrase: "cost" of "repair cost", not "repair".
    `letters` are those that it asks to be written out: "what does MPC stand for".
    """

    text: str
    kind: Kind
    terms: tuple[Term, ...]
    asked: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    pieces: frozenset[str]
    defining: bool
    search_stems: tuple[tuple[str, float], ...]
    read_as: str | None
    today: date
    claims: Claims
    typed: tuple[str, ...]
    lowered: tuple[str, ...]
    heads: frozenset[int] = frozenset()
    letters: str | None = None
    small: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "small", " ".join(self.lowered))

    def holds(self, listed: Set[str]) -> bool:
        """Tell whether the question holds any of these words."""
        return not listed.isdisjoint(self.lowered)

    @property
    def weight(self) -> float:
        """The weight of all telling words together."""
        return sum(term.weight for term in self.terms)


def parse(text: str, vocabulary: Vocabulary, today: date) -> Question:
    """Understand `text` against the words that the store knows."""
    plain = without_politeness(written_out(text))
    typed = words(plain)[:MOST_READ]
    kind, frame, asked = asking_for(meant_words(typed, vocabulary), vocabulary)
    letters = asked_letters(plain, typed)
    terms = _rarest(_terms(plain, asked, frame, vocabulary))
    if letters:
        terms = tuple(term for term in terms if term.start == letters.start)
    read_as = _read_as(plain, terms, typed, asked)
    # A repair puts one word for one word, so that places stay what they are.
    meant = words(read_as)[:MOST_READ] if read_as else asked
    meant = meant if len(meant) == len(asked) else asked
    shown = tuple(plain[word.start : word.end] for word in asked)
    claims = claims_of(read_as if read_as and meant is not asked else plain, meant, kind, today)
    return Question(
        text=plain,
        kind=kind,
        terms=terms,
        asked=tuple(dict.fromkeys(word.stem for word in meant)),
        pairs=tuple(dict.fromkeys(pairwise(word.stem for word in meant))),
        pieces=pieces(term.shown for term in terms),
        defining=bool(_DEFINING.match(plain)) and len(terms) <= 4,
        search_stems=_search_stems(terms, vocabulary),
        read_as=read_as,
        today=today,
        claims=claims,
        typed=shown,
        lowered=tuple(map(str.casefold, shown)),
        heads=_heads(plain, terms, asked, claims.verb),
        letters=letters.folded if letters else None,
    )


def _heads(
    text: str, terms: Sequence[Term], asked: Sequence[Word], verb: int | None
) -> frozenset[int]:
    telling = {term.place for term in terms}
    phrase = telling - {verb}
    return frozenset(
        at
        for at in telling
        if at + 1 not in phrase or text[asked[at].end : asked[at + 1].start].strip("'’s") != " "
    )


def _terms(
    text: str, asked: Sequence[Word], frame: frozenset[int], vocabulary: Vocabulary
) -> Iterator[Term]:
    together = written_together(asked, vocabulary)
    hyphened = {word.start: word.stem for word in joined(text, asked)}
    seen: set[str] = set()
    read: dict[int, tuple[Form, ...]] = {}
    for place, word in enumerate(asked):
        if word.stem in seen or word.folded in language.stop_words() or _unbinding(asked, place):
            continue
        bare = word.folded.removesuffix("'s")
        if len(bare) == 1 and bare.isascii() and not bare.isdigit():
            continue
        seen.add(word.stem)
        others = (*together.get(place, ()), hyphened.get(word.start))
        read[place] = readings(word, vocabulary, others, capitals(text, word, place))
    understood = [read[p][0].stems if p in read else (w.stem,) for p, w in enumerate(asked)]
    also, phrased = alias_forms(understood, vocabulary), phrase_forms(asked, vocabulary)
    for place, forms in read.items():
        if place in phrased:  # of "took part" a fact must not say "occupied", as for "took" alone
            forms = tuple(form for form in forms if form.origin is not Origin.SYNONYM)
        every = distinct_forms((*forms, *also.get(place, ()), *phrased.get(place, ())))
        yield _term(text, asked[place], every, place, place in frame, vocabulary)


def _unbinding(asked: Sequence[Word], place: int) -> bool:
    """Tell a word that asks nothing of a fact: "overnight", "so far", "did anybody die"."""
    after = asked[place + 1].folded if place + 1 < len(asked) else ""
    likened = asked[place].folded == "like" and asked[0].folded in _WHAT
    if likened and (not after or after in CLAUSES | PREPOSITIONS):
        return True  # "what was the weather like when it sank"
    far = asked[place].folded == "far" and place > 0 and asked[place - 1].folded == "so"
    article = asked[place].folded == "die" and any(word.folded in _GERMAN for word in asked)
    return far or article or asked[place].folded in _ASKS_NOTHING


def _term(
    text: str,
    word: Word,
    forms: tuple[Form, ...],
    place: int,
    frame: bool,
    vocabulary: Vocabulary,
) -> Term:
    raw = text[word.start : word.end]
    known = vocabulary.knows(word.stem)
    repaired = [form for form in forms if form.origin is Origin.SPELLING]
    best = word.stem if known or not repaired else repaired[0].stems[0]
    meant = repaired[0].shown if repaired and not known else None
    slip = raw.islower() and bool(meant) and language.is_english(meant or "")
    return Term(
        start=word.start,
        end=word.end,
        word=word.folded,
        weight=vocabulary.rarity(best) * (FRAME_WEIGHT if frame else 1),
        forms=forms,
        place=place,
        name=not slip and not raw[0].isdigit() and is_name(text, word, place),
        number=raw[0].isdigit(),
        date=bool(date_sort(word.folded)),
        frame=frame,
        known=known or any(_understood(form, vocabulary) for form in forms),
    )


def _understood(form: Form, vocabulary: Vocabulary) -> bool:
    """Tell whether a form puts a strange word into words of the store."""
    if form.origin is Origin.SPELLING:
        return all(map(vocabulary.knows, form.stems))
    return form.origin is Origin.ALIAS


def _rarest(terms: Iterator[Term]) -> tuple[Term, ...]:
    found = list(terms)
    kept = sorted(found, key=lambda term: (-term.weight, term.start))[:MOST_WORDS]
    return tuple(sorted(kept, key=lambda term: term.start))


def _search_stems(terms: Sequence[Term], vocabulary: Vocabulary) -> tuple[tuple[str, float], ...]:
    weights: dict[str, float] = {}
    for term in terms:
        for form in term.forms:
            stemmed = form.stems[0]
            if len(form.stems) > 1:
                stemmed = max(form.stems, key=lambda s: (vocabulary.rarity(s), s))
            if vocabulary.knows(stemmed):
                weight = form.factor * min(term.weight, vocabulary.rarity(stemmed))
                weights[stemmed] = max(weight, weights.get(stemmed, 0.0))
    return tuple(sorted(weights.items(), key=lambda pair: (vocabulary.count(pair[0]), pair)))


def _read_as(
    text: str, terms: Sequence[Term], typed: Sequence[Word], asked: Sequence[Word]
) -> str | None:
    """Return `text` with its repairs written in, None when there are none."""
    repairs = {
        (before.start, before.end): after.folded
        for before, after in zip(typed, asked, strict=True)
        if before.folded != after.folded
    }
    for term in terms:
        best = term.forms[0]
        if best.origin is Origin.SPELLING and best.shown and best.shown != term.word:
            repairs[term.start, term.end] = best.shown
    parts, at = [], 0
    for (start, end), meant in sorted(repairs.items()):
        parts += [text[at:start], meant]
        at = end
    return "".join([*parts, text[at:]]) if parts else None
