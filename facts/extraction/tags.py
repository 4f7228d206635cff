"""Tags that name a speaker beside the words: "said Ida Roe", "according to", ", saying that"."""

import re
from collections.abc import Iterator

from facts.extraction import anybody, pointing, sayers, saying, talk, wordsgiven
from facts.extraction.namewords import LOWER_BODIES
from facts.extraction.phrases import SPEAKERS, Speaker, noun_of, read_phrase
from facts.extraction.quotes import has_marks
from facts.extraction.signs import holds, words_in
from facts.extraction.titlewords import is_person_noun
from facts.types import Name, NameKind

BOUNDARY = re.compile(
    r",(?!\d{3}\b|\s(?:Inc|Ltd|LLC|LLP|LP|Corp|Co|plc|PLC|S\.A|N\.V|GmbH|AG)\b)|:(?!\d)"
    r"|[;\"“”«»]|\s[–—-]\s"
)
_POINTING = frozenset({"according", "by", "words", "view", "opinion"})
_FEWEST_IN_A_ROW = 3
_KIND_OF = re.compile(
    r"(?:the|local|state|regional|national)\s(?:[a-z-]+\s){0,3}(?:company|firm|group|operator"
    r"|agency|newspaper|daily|weekly"
    r"|paper|magazine|website|broadcaster|channel|station|bank|utility|carrier|airline|charity"
    r"|union|party"
    r"|think tank|brokerage|retailer|developer|shipbuilder|supermarket|chain)\s(?=[A-Z])"
)
_SOMEBODY = re.compile(
    r"\s(?P<who>(?:an?|one|another|two|three|several|some)\s(?:[\w’'-]+\s){0,3}?[a-z][a-z-]+)$"
)
_REVEREND = frozenset({"Rev", "Revd", "Reverend", "Hon", "Honourable", "Venerable", "Very", "Rt"})
_OWNERS = {"his": "he", "her": "she"}
_WHO = re.compile(r"\s(?:who|whose)\s")
_GOES_ON = re.compile(
    r"[\w’'.]\s(?:had|has|have|was|were|is|are|would|will|could|can|did|does|should|might|must"
    r"|may)\s"
)


def inverted(text: str, names: tuple[Name, ...]) -> Iterator[Speaker]:
    """Read `..., said Ida Roe` and `..., said the mayor, Ida Roe`."""
    found = [*saying.INVERTED.finditer(text)]
    if has_marks(text):
        found += saying.CREDITED.finditer(text)
        any_verb = talk.INVERTED_TALK.finditer(text)
        found += (match for match in any_verb if talk.is_talk(text, match.start("mark")))
    for match in found:
        end = _past_a_row(text, _next_boundary(text, match.end()), match.end(), names)
        if text[match.start()] == "," and _GOES_ON.search(text, match.end(), end):
            continue  # "Eleanor Vane, prosecuting, said Roe had lied"
        who = _WHO.search(text, match.end(), end)
        speaker = read_phrase(text, match.end(), who.start() if who else end, names, leading=True)
        apposed = _apposed_person(text, end, names)
        if apposed and (speaker is None or not _is_named(speaker, names)):
            speaker = apposed
        if speaker:
            yield speaker


def _is_named(speaker: Speaker, names: tuple[Name, ...]) -> bool:
    return speaker.joint or any(speaker.name == name.name for name in names)


def _called(text: str, start: int, end: int, names: tuple[Name, ...]) -> Speaker | None:
    """Return what "according to the Cocoa Research Station" names, whatever its kind."""
    end -= text[end - 1 : end] == "."
    kind = _KIND_OF.match(text, start, end)
    start = kind.end() if kind else start + len("the ") * text.startswith(("the ", "The "), start)
    found = next((n for n in names if (n.start, n.end) == (start, end)), None)
    return Speaker(found.name, start=found.start) if found else None


def _apposed_person(text: str, comma: int, names: tuple[Name, ...]) -> Speaker | None:
    """Return the person who stands alone after the comma: ", Dr. Ewan Rusk,"."""
    if text[comma : comma + 1] != ",":
        return None
    end = _next_boundary(text, comma + 1)
    body = text[:comma].rpartition(" ")[2] in LOWER_BODIES  # "the transport company, Linie."
    people = [
        n for n in names if (n.kind is NameKind.PERSON or body) and comma < n.start and n.end <= end
    ]
    if not people or text[people[0].end : end].strip(" .") or text[end : end + 1] not in ",.":
        return None
    before = text[comma + 1 : people[0].start].split()
    if before[:1] == ["the"] and before[1:2] and before[1].rstrip(".") in _REVEREND:
        before = before[1:]
    titled = all(word[0].isupper() for word in before)
    return Speaker(people[0].name, start=people[0].start) if titled else None


def _past_a_row(text: str, end: int, start: int, names: tuple[Name, ...]) -> int:
    """Return where "Ida Roe, Jon Arke and Petra Lund" ends, if such a row begins at `start`."""
    row = [n for n in names if n.start >= start]
    if len(row) < _FEWEST_IN_A_ROW or row[0].end != end or text[end : end + 2] != ", ":
        return end
    for at, name in enumerate(row[1:], 1):
        gap = text[row[at - 1].end : name.start]
        if gap in (" and ", ", and "):
            return name.end if at > 1 else end
        if gap != ", ":
            break
    return end


def _next_boundary(text: str, start: int) -> int:
    found = BOUNDARY.search(text, start)
    return found.start() if found else len(text)


def cited(text: str, names: tuple[Name, ...], inside: frozenset[int]) -> Iterator[Speaker]:
    """Read '"...," as Ida Roe put it' and "quoted the mayor as saying"."""
    cues = []
    if has_marks(text):
        cues = [saying.AS_PUT, talk.HOW_PUT, talk.ALL_SAID, wordsgiven.WAS_REPLY]
    if text.startswith("For "):
        cues.append(wordsgiven.FOR_ONE)
    if ", quoted " in text or ", cited " in text:
        cues.append(wordsgiven.QUOTED_BY)
    if "quot" in text:
        cues.append(saying.QUOTED_SO)
    known = words_in(text)
    opens = text.startswith("As ") or ", as " in text or " and as " in text or " but as " in text
    as_told = opens and not wordsgiven.AS_TOLD.isdisjoint(known)
    if as_told or not wordsgiven.VIEWS.isdisjoint(known):
        cues += (wordsgiven.IN_VIEW, wordsgiven.ITS_VIEW)
    for cue in cues:
        for match in cue.finditer(text):
            which = next(group for group in match.groupdict() if match[group])
            if match.start(which) in inside:
                continue
            if which == "their":
                yield Speaker(None, pronoun=_OWNERS[match[which]], start=match.start(which))
                continue
            first, last = match.span(which)
            speaker = _whole_name((first, last), names)
            speaker = speaker or read_phrase(text, first, last, names, leading=False)
            if speaker:
                yield speaker


def _whole_name(span: tuple[int, int], names: tuple[Name, ...]) -> Speaker | None:
    """Return the person or body whose name is all of a stretch."""
    found = (n for n in names if (n.start, n.end) == span and n.kind in SPEAKERS)
    return next((Speaker(name.name, start=name.start) for name in found), None)


def after_talk(text: str, names: tuple[Name, ...]) -> Iterator[Speaker]:
    """Read '"...," Ida Roe thundered' as hers, whatever the verb."""
    for match in talk.AFTER_TALK.finditer(text) if has_marks(text) else ():
        if talk.is_talk(text, match.start() + 1):
            speaker = read_phrase(text, match.start("who"), match.end("who"), names, leading=False)
            if speaker and (speaker.name or speaker.pronoun):
                yield speaker


def pointed(text: str, names: tuple[Name, ...], inside: frozenset[int]) -> Iterator[Speaker]:
    """Read "according to Ida Roe", "was told by a clerk that"."""
    owned = (" from " in text or " by " in text) and not wordsgiven.DATA.isdisjoint(words_in(text))
    for match in wordsgiven.DATA_OF.finditer(text) if owned else ():
        if match.start("show") not in inside:
            speaker = read_phrase(text, match.start("who"), match.end("who"), names, leading=False)
            if speaker and speaker.name:
                yield speaker
    may_point = not _POINTING.isdisjoint(words_in(text)) and holds(text, pointing.POINTS)
    may_point = may_point or "eard from " in text
    for match in pointing.POINTED.finditer(text) if may_point else ():
        if match.start() in inside:
            continue
        end = _past_a_row(text, _next_boundary(text, match.end()), match.end(), names)
        theirs = wordsgiven.FIGURES_BY.match(text, match.end(), end)
        start = theirs.end() if theirs else match.end()
        stop = pointing.AFTER_POINTED.search(text, start, end)
        stop = wordsgiven.OWN_FIGURES.search(text, start, stop.start() if stop else end) or stop
        speaker = read_phrase(text, start, stop.start() if stop else end, names, leading=True)
        apposed = None if stop else _apposed_person(text, end, names)
        if apposed and (speaker is None or not _is_named(speaker, names)):
            speaker = apposed
        if (speaker is None or _KIND_OF.match(text, start, end)) and (
            called := _called(text, start, stop.start() if stop else end, names)
        ):
            speaker = called
        noun = anybody.SOME_NOUN.match(text, match.end(), end)
        if speaker is None and noun and noun.end() == end - (text[end - 1] == "."):
            speaker = Speaker(noun.group(), start=match.end())
        if speaker:
            yield speaker


def anyone(text: str, match: re.Match[str]) -> Speaker | None:
    """Read "the force added" as the force's: after a verb of speech alone any noun will do."""
    verb = match["plain"] or match["thinks"] or match["weak"] or ""
    closes = bool(match["plain"]) and not text[match.end() :].strip(" .") and "," in text
    found = anybody.ANYONE.search(text[: match.start()])
    if closes and found is None:
        found = anybody.SEVERAL.search(text[: match.start()])
    spoken = closes or anybody.SPEECH_ONLY.fullmatch(verb)
    if not spoken or match["gap"] == "," or found is None:
        return None
    who = found["who"]
    if sayers.NO_SPEAKER.match(who) or anybody.NOT_ANYONE.search(who):
        return None
    return Speaker(who, start=found.start("who"))


def of_relative(text: str, who: re.Match[str], names: tuple[Name, ...]) -> Speaker | None:
    """Read "a clerk, Ida Roe, 27, who said ..." as hers."""
    aside = who.span("aside")
    ends = (who.start(), aside[0] - 2 if who["aside"] else -1, aside[1])
    found = [
        n
        for n in names
        if n.kind is NameKind.PERSON and n.end in ends and not text.endswith(" not ", 0, n.start)
    ]
    if found:
        return Speaker(found[-1].name, start=found[-1].start)
    # "Roe met a clerk, who told her ...": not Roe
    noun = None if who["aside"] else _SOMEBODY.search(text, 0, who.start())
    spoken = noun and (
        is_person_noun(noun_of(noun["who"])) or sayers.DESCRIPTION.match(noun["who"])
    )
    return Speaker(noun["who"], start=noun.start("who")) if noun and spoken else None
