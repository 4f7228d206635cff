"""Notes by which a source takes back what it published, and the fact that each takes back.

"Correction: ...", "An earlier version of this article said ...", "This story was amended on 4 May
because it said ...", "Corrects number of dead to 297, not 286", and below a heading "Corrections"
also "Last week we wrote that ...". The wrong fact is looked for only among what the same source
stated, and named only when exactly one fact fits.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from facts.links import LinkKind
from facts.reading.wordlist import word_list
from facts.reconcile.frame import Weighed, weighed
from facts.reconcile.relate import Relation, same_thing
from facts.reconcile.statement import Statement
from facts.text import fold, words
from facts.types import Figure, Span

_PIECE = (
    r"(?:article|story|report|post|page|piece|item|document|release|statement|text|version|brief)"
)
_NOTE = re.compile(
    rf"^\W*(?:corrections?|corrected|erratum|clarification)\b\s*(?:\([^)]*\)\s*)?[:—–-]"
    rf"|\b(?:an?|the)\s(?:earlier|previous|prior|original|first)\sversion\sof\s(?:this|the|our)\s\w+"
    rf"|\bthis\s{_PIECE}\s(?:was|has been|is)\s(?:amended|corrected|updated to correct|changed)\b"
    rf"|\b{_PIECE}\s(?:has been|was)\scorrected\sto\b"
    rf"|^\W*(?:this\s)?corrects\s.+\sto\s"
    rf"|\bwe\s(?:wrongly|incorrectly|mistakenly|erroneously)\s(?:said|stated|reported|wrote|gave)\b"
    rf"|\b(?:misstated|miscounted)\b|\b(?:wrongly|incorrectly|mistakenly|erroneously)\s(?:said|stated"
    rf"|reported|gave|put)\b",
    re.IGNORECASE,
)
_WRONG = re.compile(
    rf"(?:(?:version|\b(?:earlier|previous|prior|original|first)\s{_PIECE})[^.]{{0,60}}?"
    r"\b(?:said|stated|reported|gave|put|wrote|claimed|listed)"
    r"|(?:wrongly|incorrectly|mistakenly|erroneously)\s(?:said|stated|reported|wrote|gave|put)"
    r"|\bbecause\s(?:it|an\s\w+\sversion)\s(?:\w+\s)?(?:said|stated|gave))"
    r"(?:\sthat)?\s(?P<wrong>[^.;]+(?:\.\d[^.;]*)*)",
    re.IGNORECASE,
)
# What a paper says of itself; it takes something back only below a heading that says so.
_ONCE_WRITTEN = re.compile(
    rf"\b(?:we|(?:this|our|an?|the) (?:(?:earlier|previous|original|first|last) )?(?:{_PIECE}"
    r"|edition|newspaper|paper|item|headline|caption|bulletin|newsletter|briefing)"
    r"(?: of [^.;,]{1,40}| on [^.;,]{1,40}| in [^.;,]{1,40})?)"
    r"(?: (?:had|have|has|also))*"
    r" (?:wrote|said|stated|reported|gave|named|identified|listed|put|printed|claimed)"
    r"(?: that)? (?P<wrong>[^.;]+(?:\.\d[^.;]*)*)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\W*(?:our )?(?:corrections?|clarifications?|errat(?:um|a)|mistakes?"
    r"|setting the record straight|putting (?:it|things) right)"
    r"(?:\s*$|\s*[:,(—–-]|\s(?:and|&|of|to|from)\s)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:,\s(?:and\s)?not|\brather than|\binstead of|\bnot)\s(?P<wrong>[^.,;()]+)", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\s(?P<wrong>[^.,;()]+)", re.IGNORECASE)
_CORRECTS = re.compile(r"\bcorrects?\b", re.IGNORECASE)
_WORDS_OF_NOTES = word_list(
    """
    correction corrections corrected correct corrects erratum clarification earlier previous prior
    original version article story report post page piece item document release text amended updated
    said stated reported gave misstated wrongly incorrectly mistakenly number figure error paragraph
    because instead rather not this that the a an of in on to for from by with and or but as is are
    was were be been has have had it its their at least than we our first because headline
    """
)
_FEWEST, _SHARE, _SHARE_WITHOUT_FIGURE = 1, 0.5, 0.75


@dataclass(frozen=True, slots=True)
class Note:
    """A correction as written: the figures said to be wrong, and what else its words speak of.

    `following` is the sentence after it, in which the right figure may be given.
    """

    statement: Statement
    wrong: tuple[Figure, ...]
    about: frozenset[str]
    following: Statement | None = None


def is_note(text: str, above: Iterable[str | None] = ()) -> bool:
    """Say whether a sentence takes something back; `above` are its headings and title."""
    return bool(_NOTE.search(text)) or (
        _ONCE_WRITTEN.search(text) is not None and any(map(_HEADING.search, filter(None, above)))
    )


def is_note_of(statement: Statement) -> bool:
    """Say whether a statement takes something back, by its words and what stands above it."""
    return is_note(statement.text, (statement.title, *statement.headings))


def takes_back(text: str, span: Span | None, above: Iterable[str | None] = ()) -> bool:
    """Say whether these words of a note are what it says to be wrong.

    Without a span the whole note is meant: it is wrong unless it tells what is right as well.
    """
    if not is_note(text, above):
        return False
    wrong = list(_wrong_parts(text))
    if span is None:
        return bool(wrong) and not _NOT.search(text)
    return any(first < span.end and span.start < last for first, last in wrong)


def notes(statements: Sequence[Statement]) -> tuple[Note, ...]:
    """Return the corrections among the statements of one document, in their order.

    A sentence that follows a note and begins anew belongs to it only when the note itself tells
    no figure: "Correction: An earlier version misstated the toll. It is 297, not 286."
    """
    found: list[Note] = []
    for place, each in enumerate(statements):
        if not is_note_of(each):
            continue
        following = statements[place + 1] if place + 1 < len(statements) else None
        found.append(_note(each, following))
    return tuple(found)


def taken_back(note: Note, standing: Iterable[Weighed], new: Sequence[Weighed]) -> Relation | None:
    """Return the link from the wrong fact to what stands instead, or None when none fits alone.

    `standing` are facts of the note's own source; `new` are the other statements of its document.
    """
    fits = [each for each in standing if _fits(note, each)]
    best = max((_share(note, each) for each in fits), default=0.0)
    best_fits = [each for each in fits if _share(note, each) == best]
    if len({each.statement.identity for each in best_fits}) != 1:
        return None
    wrong = best_fits[0]
    right = next((each for each in new if _instead(wrong, each)), None)
    later = right.statement if right else _put_right(note, wrong.statement) or note.statement
    return Relation(LinkKind.CORRECTED, wrong.statement, later, note.statement.text)


def same_source(one: Statement, other: Statement) -> bool:
    """Say whether two statements were published by the same source, as far as is known."""
    if one.document == other.document:
        return True
    if one.outlet and other.outlet:
        return fold(one.outlet) == fold(other.outlet)
    if one.outlet or other.outlet:
        return False
    return bool(one.title and other.title) and fold(one.title or "") == fold(other.title or "")


def _note(statement: Statement, following: Statement | None) -> Note:
    wrong = _wrong_figures(statement)
    told = [statement]
    if not wrong and following is not None and _NOT.search(following.text):
        wrong = _wrong_figures(following)
        told.append(following)
    about = frozenset(w.stem for s in told for w in words(_claim_of(s)) if _speaks(w.folded))
    return Note(statement, wrong, about, following)


def _claim_of(statement: Statement) -> str:
    """Return the claim said to be wrong where the note quotes it whole, else the note's words."""
    found = _WRONG.search(statement.text) or _ONCE_WRITTEN.search(statement.text)
    return found["wrong"] if found and len(found["wrong"].split()) > 3 else statement.text


def _speaks(folded: str) -> bool:
    return folded not in _WORDS_OF_NOTES and not folded[0].isdigit()


def _wrong_figures(statement: Statement) -> tuple[Figure, ...]:
    for first, last in _wrong_parts(statement.text):
        inside = [f for f in statement.figures if first <= f.start < last]
        if inside:
            return tuple(inside)
    return ()


def _wrong_parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of a note stand that it says to be wrong."""
    for pattern in (_NOT, _WRONG, _ONCE_WRITTEN, *([_FROM] if _CORRECTS.search(text) else [])):
        for found in pattern.finditer(text):
            yield found.span("wrong")


def _fits(note: Note, each: Weighed) -> bool:
    if is_note_of(each.statement) or not same_source(note.statement, each.statement):
        return False
    shared = len(note.about & _stems(each))
    if note.wrong:
        held = {(f.low, f.high) for f in each.statement.figures}
        wrong = {(f.low, f.high) for f in note.wrong}
        return wrong <= held and shared >= _FEWEST and _share(note, each) >= _SHARE
    return shared > _FEWEST and _share(note, each) >= _SHARE_WITHOUT_FIGURE


def _share(note: Note, each: Weighed) -> float:
    return len(note.about & _stems(each)) / len(note.about) if note.about else 0.0


def _stems(each: Weighed) -> frozenset[str]:
    return frozenset(word.stem for word in words(each.statement.text))


def _instead(wrong: Weighed, each: Weighed) -> bool:
    return (
        not is_note_of(each.statement)
        and each.statement.identity != wrong.statement.identity
        and same_thing(wrong, each)
    )


def _put_right(note: Note, wrong: Statement) -> Statement | None:
    """Return the sentence after a note if it gives another figure or day for the same.

    "It was 297.", "It will close on 31 July."
    """
    then = note.following
    if then is None or is_note_of(then):
        return None
    if then.dependent and _other_days(then, wrong):
        return then
    gone = note.wrong or wrong.figures
    units = {None, *(figure.unit for figure in gone)}
    values = {(figure.low, figure.high) for figure in gone}
    told = [f for f in then.figures if f.unit in units and (f.low, f.high) not in values]
    return then if told else None


def _other_days(then: Statement, wrong: Statement) -> bool:
    """Say whether a sentence gives other days than the wrong one, which gave some as well."""
    told, gone = ({(m.earliest, m.latest) for m in s.moments} for s in (then, wrong))
    return bool(told and gone) and not told & gone


def weigh_all(statements: Iterable[Statement]) -> list[Weighed]:
    """Return statements ready to be compared."""
    return [weighed(each) for each in statements]
