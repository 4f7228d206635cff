"""A sentence -> the subjects of its verbs of speech, as written or by their names.

Looks before the verb ("Ida Roe, the mayor, said"), after it ("said Ida Roe"), after "according
to", "was told by" and "in the words of"; what is neither a name nor a noun that speaks is no
speaker. Marks of quotation must be double ones (see `quotes`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from facts.extraction import saying, wordsgiven
from facts.extraction.appositions import before_apposition
from facts.extraction.clauses import NOUN_PHRASE, of_clause, opened_by
from facts.extraction.namewords import LOWER_BODIES
from facts.extraction.parties import parties
from facts.extraction.phrases import SPEAKERS, Speaker, read_phrase
from facts.extraction.quotes import QUOTED, has_marks, spans
from facts.extraction.speech import ENDS, TOLD_SOMEBODY, is_speech, verbs
from facts.extraction.tags import (
    BOUNDARY,
    after_talk,
    anyone,
    cited,
    inverted,
    of_relative,
    pointed,
)
from facts.extraction.tellers import chosen, closing, teller
from facts.reading.wordlist import word_list
from facts.types import Name, NameKind

_FEWEST_QUOTED = 6
_FEWEST_SHUT = 4
_LONGEST_SUBJECT = 160
_MARKS = frozenset('"“”«»')
_ENDS_QUOTE = frozenset(",.?!…—'’")
_FEWEST_TOLD = 4
# "An ambulance came but the clinic says ...": a clause of its own.
_TURNS = re.compile(r"\s(?:but|while|whereas|although|though)\s")
_ISSUES = re.compile(
    r"\s(?:has\s)?(?:issued|released|made|gave|published|delivered)\s(?:the\sfollowing|this)\s"
    r"(?:[a-z]+\s)?(?:statement|declaration|message|remarks|communiqu[eé]|reply)\b[^:]*:$"
)
_DISAGREES = re.compile(
    r"(?P<who>[^:;\"“”]{2,90}?),?\s(?:(?:strongly\s)?disagree[sd]?|differs|demurs|objects|protests"
    r"|begs? to differ|(?:is|are|was|were)\s(?:more\s|less\s|not so\s)?[a-z]+|thinks? otherwise"
    r"|sees? it differently|has? no doubts?)(?:\s[a-z]+){0,3}:\s"
    r"(?:the\s[a-z]+,\s|[^,:;]{3,60},\s)?(?:he|she|it|they)\s"
)
_COORDINATED = re.compile(r"\s(?:and|but)$")
# "A rafter who raised the alarm says": somebody told of by what they did.
_WHO_DID = re.compile(
    r"(?P<who>(?:The|the|An?|an?|One|one|Another|another|Two|two|Several|several|Some|some)\s"
    r"(?:[A-Za-z][\w’'-]*\s){0,3}[a-z][\w-]+)\s(?:who|whose)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:is|are|was|were|has|have|had|[a-z]+ed|[a-z]+s|saw|ran|lost|took|fled|left|led|came|knew"
    r"|got|grew"
    r"|heard|found|went|bought|built|sold|gave|spent|wrote|fell|held|won|work|live|own|run)\b"
    r"\s[^:;\"“”]{2,}$"
)
_ASIDE = re.compile(
    r"(?<=[\w’'.]\s)\((?:[^()\"“”]{1,60}|(?:[a-z]+\s){0,4}[\"“][^()\"“”]{1,40}[\"”]"
    r"(?:,?\s(?:or|and)\s(?:the\s)?[\"“][^()\"“”]{1,40}[\"”]){0,2})\)"
    r"(?=[\s,])"
)
# ", in a statement signed by its clerk, Ida Roe,": who signs for a body.
_SIGNED = re.compile(
    r",\sin an?\s(?:[\w-]+\s){0,2}?(?:statement|letter|memo|circular|release|notice|message)\s"
    r"(?:signed|issued|read|released)\s(?:\w+\s)?by\s[^;:\"“”]{3,140}?,(?=\s[a-z]+(?:ed|s|d)\b)"
)
_RELATIVE = re.compile(r",\s(?:which|who|whose|where|an?|the)\s[^,;:\"“”]{3,100},(?=\s[a-z])")
_PAST = (
    "flew|went|came|met|sat|stood|spoke|led|drew|held|rose|fell|shut|cut|hit|lost|made|sold|won"
    "|built|paid|bought|took|kept|gave|ran|began|left"
)
# "Torvia's environment minister, Ida Roe, flew over the area and said ..."
_HELD_OFFICE = re.compile(
    r"(?:[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}['’]s|[Tt]he|[Ii]ts|[Tt]heir)"
    r"(?:\s[A-Za-z-]+){1,4},\s(?:(?:Dr|Prof|Sir|Dame|Mr|Mrs|Ms)\.?\s)*"
)
_DID = re.compile(rf",\s(?:(?:has|had|have)\s)?(?:[a-z]+(?:ed|s)|{_PAST})\b")
_SHE_DID = re.compile(rf"(?P<who>[Hh]e|[Ss]he|[Ii]t)\s(?:[a-z]+ly\s)?(?:[a-z]+(?:ed|s)|{_PAST})\b")
# "The Ministers noted the rise and called on all states to act": they address somebody.
_PLEAS = word_list("denied denies deny admitted admits confirmed asked asks wondered")
_PLAIN = frozenset({"say", "tell", "deny", "insist", "warn", "argue", "promise", "admit"})
_BEFORE_NAMES = LOWER_BODIES | {"the"}
_CALLS = frozenset({"called on", "called upon", "calls on"})
_OFFICIALS = re.compile(
    rf"{NOUN_PHRASE.pattern}|The\s(?:[A-Z][a-z]+\s)?[A-Z][a-z]+s(?=\s[a-z]+ed\b)"
)


def long_quotes(text: str) -> list[tuple[int, int]]:
    """Return where whole clauses are quoted; quoted titles and single words are left out."""
    return [
        match.span()
        for match in (QUOTED.finditer(text) if has_marks(text) else ())
        if len(match.group().split()) >= _FEWEST_QUOTED
    ]


def speaker_of(text: str, names: tuple[Name, ...], *, is_open: bool = False) -> Speaker | None:
    """Return who speaks in a sentence; None where no verb or noun of speech has a subject."""
    if together := parties(text):
        return together
    if text.startswith(("Has ", "Have ", "Had ")) and text.endswith("?"):
        return None
    text, names = _without_asides(text, names)
    inside = _inside_quotes(text, is_open=is_open)
    tags = list(inverted(text, names))
    found = [
        *tags,
        *after_talk(text, names),
        *of_clause(text, names, inside),
        *(opened_by(text, names) if "ing that " in text else ()),
        *pointed(text, names, inside),
        *cited(text, names, inside),
        *_subjects(text, names, inside),
        *_nouns(text, names, inside),
    ]
    told = teller(found, tags, names) if tags else None
    return told or closing(text, found, inside) or chosen(text, found)


def _without_asides(text: str, names: tuple[Name, ...]) -> tuple[str, tuple[Name, ...]]:
    """Blank out "(Independent, Mill Ward)" and "(NSL)": all else keeps its place."""
    asides = [match.span() for match in _ASIDE.finditer(text)] if "(" in text else []
    asides += [match.span() for match in _SIGNED.finditer(text)]
    for start, end in asides:
        text = text[:start] + " " * (end - start) + text[end:]
    kept = (n for n in names if not any(start <= n.start < end for start, end in asides))
    return (text, tuple(kept)) if asides else (text, names)


def _subjects(text: str, names: tuple[Name, ...], inside: frozenset[int]) -> Iterator[Speaker]:
    for match in verbs(text):
        if match.start() in inside or not is_speech(match) or _tells_aside(match):
            continue
        if _COORDINATED.search(text, 0, match.start()):
            speaker = _coordinated(text, match, names)
        else:
            speaker = _subject(text, match.start(), names)
        speaker = speaker or anyone(text, match)
        if speaker and _has_told(match, speaker) and not _is_made_to(match, speaker, names):
            heard = wordsgiven.HEARD_THAT.search(text, 0, match.start())
            yield speaker._replace(sure=speaker.sure and not heard)


def _is_made_to(match: re.Match[str], speaker: Speaker, names: tuple[Name, ...]) -> bool:
    """Tell "Roe heard Arke say it was safe" from "Roe and Arke say" and "Roe did say"."""
    plain = match["plain"] in _PLAIN and not match["between"] and not speaker.joint
    return plain and any(n.name == speaker.name and n.kind is NameKind.PERSON for n in names)


def _tells_aside(match: re.Match[str]) -> bool:
    """Tell "Roe, who had denied it, ...", "Roe, who asked why": the sentence tells more."""
    verb = match["plain"] or ""
    aside = verb in _PLEAS and saying.WHO_SAID.search(match.string, 0, match.start())
    return bool(aside) and not _said_that(match)


def _has_told(match: re.Match[str], speaker: Speaker) -> bool:
    """Tell "The toll rose, the office reported." from "Her neighbour, Tor Aas, agreed."."""
    text = match.string
    bare = bool(match["weak"] or match["thinks"]) and bool(ENDS.match(text, match.end()))
    bare = bare or bool(TOLD_SOMEBODY.match(text, match.start("gap") + 1))
    quoted = saying.AFTER_QUOTE.search(text, 0, match.start())
    return not bare or bool(quoted) or len(text[: speaker.start].split()) >= _FEWEST_TOLD


def _noun_cues(text: str) -> Iterator[re.Match[str]]:
    yield from saying.NOUN.finditer(text)
    if "put" in text or "place" in text:
        yield from wordsgiven.PUTS.finditer(text)
    if "report" in text or "announced" in text:
        yield from saying.REPORTS.finditer(text)


def _coordinated(text: str, match: re.Match[str], names: tuple[Name, ...]) -> Speaker | None:
    """Read "The port authority disputes that and says ..." as the one who opens the clause."""
    if _said_that(match) and (found := _subject(text, match.start(), names)):
        return found
    held = _HELD_OFFICE.match(text, 0, match.start())
    holder = next((n for n in names if held and n.start == held.end()), None)
    if holder and holder.kind in SPEAKERS and _DID.match(text, holder.end):
        return Speaker(holder.name, start=holder.start)
    asides = [m.span() for m in _RELATIVE.finditer(text, 0, match.start())]
    cuts = [
        m.end()
        for m in BOUNDARY.finditer(text, 0, match.start())
        if not any(start <= m.start() < end for start, end in asides)
    ]
    start = cuts[-1] if cuts else 0
    if not text[start : match.start()].replace("and", "").replace("but", "").strip():
        start = cuts[-2] if len(cuts) > 1 else 0  # "She urged calm, and said ..."
    start = _opening(text, start, match.start())
    calls = (match["plain"] or "") in _CALLS
    if she := _SHE_DID.match(text, start, match.start()):
        pronoun = she["who"].lower()
        return Speaker(None, pronoun=pronoun if pronoun != "it" else None, start=start)
    described = (_OFFICIALS if calls else NOUN_PHRASE).match(text, start, match.start())
    if described:
        return Speaker(described.group(), start=start)
    first = next((n for n in names if n.start >= start and n.end <= match.start()), None)
    if first is None or first.kind not in SPEAKERS:
        return None
    before = text[start : first.start].split()
    opens = all(word[0].isupper() or word in _BEFORE_NAMES for word in before)
    verb = re.match(
        rf"(?:,\s[^,]{{3,100}},)?\s(?!(?:is|was|has been)\b)(?:[a-z]+(?:ed|s)|(?:did|would|could"
        rf"|does|will|do) not\s[a-z]+|{_PAST})\b",
        text[first.end :],
    )
    return Speaker(first.name, start=first.start) if opens and verb else None


def _nouns(text: str, names: tuple[Name, ...], inside: frozenset[int]) -> Iterator[Speaker]:
    """Read "The ministry's figure is ..." as the ministry's."""
    for match in _noun_cues(text):
        if match.start() not in inside:
            speaker = _subject(text, match.start(), names)
            if speaker:
                yield speaker


def issuer(text: str, names: tuple[Name, ...]) -> Speaker | None:
    """Read "The chair, Ida Roe, issued the following statement today:" as hers."""
    match = _ISSUES.search(text)
    return _subject(text, match.start(), names) if match else None


def before_colon(text: str, names: tuple[Name, ...]) -> Speaker | None:
    """Read "Ida Roe disagrees: she says ..." and "The union is adamant: it says" as theirs."""
    match = _DISAGREES.match(text)
    return _subject(text, match.end("who"), names) if match else None


def _inside_quotes(text: str, *, is_open: bool) -> frozenset[int]:
    if not (is_open or has_marks(text)):
        return frozenset()
    return frozenset().union(
        *(
            range(start + (start > 0), end - 1)
            for start, end in spans(text, is_open=is_open)
            if (start == 0 and (is_open or end == len(text)))
            or len(text[start:end].split()) >= _FEWEST_SHUT
        )
    )


def _said_that(match: re.Match[str]) -> bool:
    return bool(re.match(r"\s(?:that\b|[\"“])", match.string[match.end() :]))


def _subject(text: str, end: int, names: tuple[Name, ...]) -> Speaker | None:
    """Return the subject that ends where a verb of speech begins."""
    first = max(0, end - _LONGEST_SUBJECT)
    if aside := saying.BY_THE_WAY.search(text, first, end):
        return _subject(text, aside.start(), names)
    if saying.ONE_WHO.fullmatch(text, 0, end):
        return Speaker(None)
    cuts = [first, *(m.end() for m in BOUNDARY.finditer(text, first, end))]
    if turned := [m.end() for m in _TURNS.finditer(text, cuts[-1], end)]:
        cuts.append(turned[-1])
    segment = text[cuts[-1] : end]
    if len(cuts) > 1 and saying.ON_A_DAY.fullmatch(segment):
        return _subject(text, cuts[-1], names)
    if (who := saying.WHO_SAID.search(text, first, end)) and (
        found := of_relative(text, who, names)
    ):
        return found
    if who := _WHO_DID.match(text, _opening(text, cuts[-1], end), end):
        return Speaker(who["who"], start=who.start())
    if cuts[-1] > 1 and text[cuts[-1] - 1] in _MARKS and text[cuts[-1] - 2] not in _ENDS_QUOTE:
        return Speaker(None)  # a quoted title cuts the subject short: 'Ray Roe of "The Sun" said'
    if segment.strip() or len(cuts) == 1:
        start = _list_start(text, cuts, names) if " and " in segment else cuts[-1]
        return read_phrase(text, start, end, names, leading=False)
    if text[cuts[-1] - 1] not in ",–—-":
        return None
    found = before_apposition(text, cuts, names)
    who = None if found else _WHO_DID.match(text, _opening(text, first, end), end)
    return Speaker(who["who"], start=who.start()) if who else found


def _opening(text: str, start: int, end: int) -> int:
    """Return where a clause begins past "But", "Meanwhile," and the like."""
    opening = saying.OPENING.match(text[start:end])
    return start + opening.end() if opening else start


def _list_start(text: str, cuts: list[int], names: tuple[Name, ...]) -> int:
    """Return where "Ida Roe, Jon Arke and Petra Lund" begins: stretches that are names alone."""
    start = cuts[-1]
    for before, after in [*pairwise(cuts)][::-1]:
        stretch = text[before : after - 1].strip()
        if not any(name.text == stretch and name.start >= before for name in names):
            break
        start = before
    return start
