"""A sentence -> the subjects of its verbs of speech, as written or by their names.

Looks before the verb ("Ida Roe, the mayor, said"), after it ("said Ida Roe"), and after
"according to"; what is neither a name nor a noun that speaks is no speaker.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from facts.extraction import saying
from facts.extraction.namewords import LOWER_TITLES
from facts.types import Name, NameKind

_QUOTE = re.compile(r"\"[^\"]*(?:\"|$)|[“«][^“”«»]*(?:[”»]|$)")
_FEWEST_QUOTED = 6
_BOUNDARY = re.compile(r"[,;:\"“”«»()]|\s[–—-]\s")
_LONGEST_SUBJECT = 120
_MARKS = frozenset('"“”«»')
_ENDS_QUOTE = frozenset(",.?!…—'’")
_FEWEST_CUTS = 2
_MOST_APPOSITIONS = 4
_ASIDE = re.compile(r"\s\([^()]{1,12}\)\s*$")
_CAPITAL = re.compile(r"\b[A-Z]\w+\s$")
_COORDINATED = re.compile(r"\s(?:and|but)$")
_LONGEST_TITLE = 6
_SPEAKERS = frozenset({NameKind.PERSON, NameKind.ORGANISATION})
_AND = re.compile(r"(?:,|,?\sand)\s(?:[a-z-]+\s){0,3}")
_TRAILING = re.compile(r"^(?:\s\([A-Z]{1,8}\))?(?:\s(?:of|from|for|at|in|with)\s.{1,60})?$")
_FOR = re.compile(r"\b(?:of|for|from|at|with|in|by)\s(?:the\s)?$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A subject of a verb of speech; `name` None is somebody who stays unknown."""

    name: str | None
    joint: bool = False
    pronoun: bool = False
    sure: bool = True


def long_quotes(text: str) -> list[tuple[int, int]]:
    """Return where whole clauses are quoted; quoted titles and single words are left out."""
    return [
        match.span()
        for match in _QUOTE.finditer(text)
        if len(match.group().split()) >= _FEWEST_QUOTED
    ]


def speaker_of(text: str, names: tuple[Name, ...]) -> Speaker | None:
    joint = saying.JOINT.match(text)
    if joint:
        return Speaker(joint["who"], joint=True)
    found = [*_inverted(text, names), *_accorded(text, names), *_subjects(text, names)]
    known = [each for each in found if each.name]
    if known:
        several = len({each.name for each in known}) > 1
        return Speaker(known[0].name, known[0].joint, sure=known[0].sure and not several)
    return found[0] if found else None


def _inverted(text: str, names: tuple[Name, ...]) -> list[Speaker]:
    """Read `..., said Ida Roe`."""
    found = []
    for match in saying.INVERTED.finditer(text):
        rest = _BOUNDARY.split(text[match.end() :], maxsplit=1)[0]
        speaker = _phrase(rest, match.end(), names, leading=True)
        found += [speaker] if speaker else []
    return found


def _accorded(text: str, names: tuple[Name, ...]) -> list[Speaker]:
    found = []
    for match in saying.ACCORDING.finditer(text):
        rest = _BOUNDARY.split(text[match.end() :], maxsplit=1)[0].rstrip(". ")
        speaker = _phrase(rest, match.end(), names, leading=True)
        found += [speaker] if speaker else []
    return found


def _subjects(text: str, names: tuple[Name, ...]) -> list[Speaker]:
    found = []
    inside = _inside_quotes(text)
    for match in saying.VERB.finditer(text):
        if match.start() in inside or not _is_speech(match):
            continue
        if _COORDINATED.search(text[: match.start()]) and not _said_that(match):
            continue
        speaker = _subject(text, match.start(), names)
        found += [speaker] if speaker else []
    return found


def _inside_quotes(text: str) -> frozenset[int]:
    return frozenset(at for start, end in long_quotes(text) for at in range(start + 1, end - 1))


def _said_that(match: re.Match[str]) -> bool:
    return bool(re.match(r"\s(?:that\b|[\"“])", match.string[match.end() :]))


def _is_speech(match: re.Match[str]) -> bool:
    after = match.string[match.end() : match.end() + 40]
    if match["weak"]:
        return bool(saying.FOLLOWS_WEAK.match(after)) or bool(
            re.search(r"[\"”]\W*$", match.string[: match.start() + 1])
        )
    return True


def _subject(text: str, end: int, names: tuple[Name, ...]) -> Speaker | None:
    """Return the subject that ends where a verb of speech begins."""
    aside = _ASIDE.search(text, 0, end)
    end = aside.start() if aside else end
    first = max(0, end - _LONGEST_SUBJECT)
    cuts = [first, *(m.end() for m in _BOUNDARY.finditer(text, first, end))]
    segment = text[cuts[-1] : end]
    if cuts[-1] > 1 and text[cuts[-1] - 1] in _MARKS and text[cuts[-1] - 2] not in _ENDS_QUOTE:
        return Speaker(None)  # a quoted title cuts the subject short: 'Ray Roe of "The Sun" said'
    if segment.strip() or len(cuts) < _FEWEST_CUTS:
        return _phrase(segment, cuts[-1], names, leading=False)
    return _before_apposition(text, cuts, names) if text[cuts[-1] - 1] == "," else None


def _before_apposition(text: str, cuts: list[int], names: tuple[Name, ...]) -> Speaker | None:
    """Read "Ida Roe, the mayor, said" and "the mayor, Ida Roe, said" as the person."""
    segments = [(start, text[start : end - 1]) for start, end in pairwise(cuts)][::-1]
    for start, words in segments[:_MOST_APPOSITIONS]:
        last = start + len(words.rstrip())
        person = [
            n for n in names if n.kind is NameKind.PERSON and start <= n.start and n.end == last
        ]
        if person and not _FOR.search(text[start : person[0].start]):
            return Speaker(person[0].name)
    if len(segments) < _FEWEST_CUTS:
        return None
    start, words = segments[1]
    found = _phrase(words, start, names, leading=False)
    return found if found is None or len(segments) == _FEWEST_CUTS else replace(found, sure=False)


def _phrase(words: str, start: int, names: tuple[Name, ...], *, leading: bool) -> Speaker | None:
    """Read a noun phrase as a speaker; `leading` phrases may run on after it."""
    opening = saying.OPENING.match(words)
    if opening:
        start += opening.end()
        words = words[opening.end() :]
    words = words.rstrip(" .")
    end = start + len(words)
    if saying.PERSON_PRONOUN.match(words):
        return Speaker(None, pronoun=True)
    if saying.OTHER_PRONOUN.match(words):
        return Speaker(None)
    within = [n for n in names if n.kind in _SPEAKERS and start <= n.start and n.end <= end]
    named = _named(words, start, end, within, leading=leading)
    if named or saying.SUBJECT_END.search(words):
        return named
    if saying.DESCRIPTION.match(words):
        definite_person = saying.DEFINITE.match(words) and not re.search(
            r"\s(?:of|for|from|at)\s", words
        )
        return Speaker(words, sure=not definite_person or not _is_person_noun(words))
    return None


def _named(
    words: str, start: int, end: int, within: list[Name], *, leading: bool
) -> Speaker | None:
    """Return the names that a phrase is made of: one, several joined, or none."""
    if not within:
        return None
    if not leading and _COORDINATED.search(words):
        return _first_subject(words, start, within[0])
    people = [name for name in within if name.kind is NameKind.PERSON]
    first = (people or within)[0] if leading else within[-1]
    before, after = words[: first.start - start], words[first.end - start :]
    if _FOR.search(before) or (first.kind is NameKind.ORGANISATION and _CAPITAL.search(before)):
        return None  # "a spokesman for Velda Lines" is the spokesman
    if not leading and not _TRAILING.match(after):
        return _owner(words, start, within)
    if leading and len(before.split()) > _LONGEST_TITLE:
        return None
    together = _joined(words, start, people)
    if len(together) > 1:
        return Speaker(" and ".join(together), joint=True)
    return Speaker(first.name)


def _first_subject(words: str, start: int, first: Name) -> Speaker | None:
    """Read "Minister Jarle Moss welcomed it but (noted)" as the one who opens the clause."""
    opens = all(word[0].isupper() for word in words[: first.start - start].split())
    return Speaker(first.name) if opens else None


def _owner(words: str, start: int, within: list[Name]) -> Speaker | None:
    """Read "Ida Roe of the Harbour Office" as the person."""
    first = within[0]
    rest = words[first.end - start :]
    return Speaker(first.name) if _TRAILING.match(rest) and first.kind is NameKind.PERSON else None


def _joined(words: str, start: int, people: list[Name]) -> list[str]:
    joined = people[:1]
    for name in people[1:]:
        if _AND.match(words, joined[-1].end - start):
            joined.append(name)
    return list(dict.fromkeys(name.name for name in joined))


def _is_person_noun(words: str) -> bool:
    return words.rpartition(" ")[2].lower() in LOWER_TITLES | {"man", "woman", "driver", "father"}
