"""Whether a fact that tells of an event also tells why: "why did it close" wants a cause."""

import re
from collections.abc import Iterator, Sequence, Set

from facts.answering.kinds import Kind
from facts.answering.lexicon import DETERMINERS, EMPTY_VERBS, is_person, may_be_verb
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.anycase import AnyCase, blanked
from facts.extraction.datelines import dateline
from facts.text import stem, words

_DAY = r"(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:the )?(?:end|time)\b)"
_MANY = r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
_CAUSE = AnyCase(
    r"\b(?:because|after|afterwards|due to|owing to|since(?! (?:\d|then\b|(?:last|the (?:start"
    r"|end)|early|late"
    r"|mid)\b|[a-z]\w+[.,;]))|so(?! (?:far|many|much|on)\b)"
    rf"|as(?! (?:well|of|many|much|part)\b)|over(?! (?:the (?:past|last)|{_MANY}))|when|once|if"
    r"|reasons?"
    r"|caus(?:e|ed|es|ing)|result(?:s|ed|ing)?|thanks to|therefore|thus|hence|led to|leads? to"
    r"|leading to|blam(?:e|ed|es|ing)|faults?|faulty|following|amid|given that|in (?:response"
    r"|protest|retaliation|revenge|solidarity|exchange|return|memory|honou?r|favou?r of|order)"
    r"|(?:bid|effort|attempt) to|on (?:grounds|suspicion|charges)|aim(?:ed|s|ing)|inten(?:ded|ds"
    r"|t|tion)|purposes?|meant|designed|motiv\w+|prompt(?:ed|s|ing)|forc(?:ed|es|ing)"
    r"|trigger(?:ed|s)|spark(?:ed|s)|cit(?:ed|es|ing)|fear(?:s|ed|ing)?|without|lack(?:s|ed|ing)?"
    r"|short(?:age|ages)? of|too|accus(?:ed|es|ing)|enabl(?:ed|es|ing)|allow(?:ed|s|ing)?"
    r"|help(?:ed|s|ing)?|prevent(?:ed|s|ing)?|avoid(?:ed|s|ing)?|want(?:ed|s)|hop(?:e|es|ed|ing)"
    r"|explain(?:ed|s|ing)|attribut(?:ed|es|able)|depend(?:s|ed|ing) on|believ(?:es|ed|ing)"
    r"|ow(?:es|ed|ing) (?:\w+ )?to|on (?:the )?(?:weak\w*|strong\w*|poor\w*|hopes?|fears?|news"
    r"|concerns?|worries|signs?|expectations?)"
    r"|while (?:[\w-]+ ){1,3}(?:is|are|was|were) (?:being )?\w+(?:ed|en)"
    r"|out of(?! (?:the|an?|its|his|her|their|\d))|problems?|fail(?:s|ed|ure|ures|ing)"
    rf"|for(?! (?:{_DAY}|\w+ (?:day|week|month|year|hour|minute)s?\b))|by(?! (?:{_DAY}|{_MANY})))\b"
    r"|[;:\"“”«»]| [–—-] "
)
_TO = re.compile(r"(?<!according )\bto (?P<verb>[a-z]+)\b")


# "For the third month", "after five days in custody": how long, not why.
_LASTING = AnyCase(
    r"\b(?:for|after|over|in|since) (?:[\w-]+ ){1,3}?"
    r"(?:of (?:[\w-]+ ){1,3}?)?"
    r"(?:seconds|(?:minute|hour|day|night|week|month|quarter|year|decade|time)s?)\b"
    r"(?: as\b)?(?! of\b)"
)
_BY = re.compile(r"\bby (?:the |an? |its |their |his |her )?(?:[\w'’-]+ ){0,2}?(?P<doer>[\w'’-]+)")
_BY_NAMED = re.compile(
    r"\bby (?:the )?(?=[A-Z])(?!(?:Storm|Hurricane|Typhoon|Cyclone|Tropical)\b)(?:[\w'’-]+ ?){1,3}"
)
_FOR = re.compile(r"\bfor\b", re.IGNORECASE)
# "Called for their release", "after 11 years as director": what is wanted and what one was.
_NO_REASON = AnyCase(
    r"\b(?:call|ask|look|wait|vote|appl|prepar|campaign|press|push|search|hop)"
    r"(?:s|ed|ing|y|ies|ied|es|e)? for\b"
    r"|\b(?:work(?:s|ed|ing)?|serv(?:e|es|ed|ing)|act(?:s|ed|ing)?|known|appointed|elected|hired"
    r"|named|term|role|post|job) as\b"
)
# "Agreed to close", "is due to open": what is done, not what for.
_DECIDED = re.compile(
    r"\b(?:agree[sd]?|decide[sd]?|due|plan(?:s|ned)?|expect(?:s|ed)?|continue[sd]?|beg[aiu]n|able"
    r"|likely|set|refuse[sd]?|decline[sd]?|vote[sd]?|going|began|begins?|starts?|started|about|unable|ready|is|are|was"
    r"|were) $|\bvoted\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
_DUE_TO_DO = AnyCase(
    r"\bdue to (?=(?:be|open|start|begin|end|close|take|run|meet|arrive|leave|return|vote|finish|go"
    r"|report|hear|speak|appear|decide|publish|resume|stand|land|sail|fly|come)\b)"
)
_CLAIMED = re.compile(r"\b(?:says|said)\b", re.IGNORECASE)


# What came of a deed is no reason for it: "burst its banks, forcing 1,200 people out".
_EFFECT = AnyCase(
    r"(?:,| and)? (?:forcing|leaving|causing|leading to|prompting|triggering|sparking|resulting"
    r"|allowing"
    r"|enabling|helping|preventing|raising|killing|injuring|cutting)\b[^.;]*"
)
_WHEN_IT_DID = re.compile(r"(?:since|after|when|once|as|following)", re.IGNORECASE)
_TITLE = re.compile(r"[\"“«][A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4}[\"”»]")  # "Low Tide"
_SOON_AFTER = re.compile(r"\b\w+ (?:hour|day|week|month|year)s? $")
_DOING = re.compile(r" \w+ing\b")
_IS_DEED = re.compile(r"fail|problem|fault|fear|hop|want|help|prevent|avoid|allow|explain", re.I)
_NEXT = re.compile(r"(?: [\w'’-]+){0,3} $")
_FAR = re.compile(r"(?: [\w'’-]+){0,6} $")  # "since part of the old roof fell in"
_WHICH_DID = re.compile(r", (?:which|who|that)(?: [\w'’-]+){0,2} $")
_ASKS_REASON = re.compile(
    r"(?:(?:what(?:'s|’s|s)?|whats)(?: (?:is|was|are|were))?(?: the| its| their)? )?(?:main )?"
    r"(?P<asked>reasons?|causes?)(?: (?:of|for|why|behind|that)\b| \w)(?!.*\bdeaths?\b)"
    r"|what caused\b"
)


@only_where(lambda q: q.kind is Kind.WHY or _ASKS_REASON.match(q.small))
def reasons(seen: Seen) -> Iterator[Lacking]:
    """Ask of "why did it close" that the fact tells more than that, and when, it closed.

    What the question says itself ("why did they leave without a deal") is no cause, nor is what
    came of it.
    """
    said = set(map(stem, seen.question.lowered))  # "to close in 2027" is no reason for closing
    text = blanked(_NO_REASON, _BY.sub(_without_doer, _without_setting(seen)))
    text = blanked(_DUE_TO_DO, blanked(_LASTING, blanked(_BY_NAMED, text)))
    deeds = _deeds(seen)
    text = blanked(_TITLE, text)
    last = max(deeds, default=len(text))
    spoken = _of_deed(seen)  # a quotation alone is no reason for what it does not speak of
    text = text[:last] + blanked(_EFFECT, text[last:])
    told = any(
        not _repeats(sign, said)
        and not _no_cause(sign, text, deeds)
        and (sign.group()[0].isalpha() or (spoken and _behind_deed(sign, deeds)))
        for sign in _CAUSE.finditer(text)
    )
    purpose = any(
        stem(sign["verb"]) not in said
        and sign["verb"] not in DETERMINERS
        and may_be_verb(sign["verb"])
        for sign in _TO.finditer(text)
        if not _DECIDED.search(text[: sign.start()])
    )
    if not told and not purpose and not (spoken and _claimed(seen)):
        yield Lacking(Lack.ANSWER, "why")


def _behind_deed(sign: re.Match[str], deeds: Sequence[int]) -> bool:
    """Tell "it closed: the roof leaks" from "one of two: it closed when he came"."""
    return not deeds or sign.group() != ":" or sign.start() > min(deeds)


def _deeds(seen: Seen) -> list[int]:
    """Return where in the text of a fact the deed stands whose reason is asked."""
    held = seen.verbs
    if seen.question.claims.verb is None:
        plain = (m for m in seen.matches.values() if not (m.term.name or m.term.date))
        held = tuple(at for m in plain for at in m.places)
    return [seen.evidence.begins(at) for at in held]


def _of_deed(seen: Seen) -> bool:
    """Tell a fact that speaks of the deed, or at least not only of what will be done."""
    verb = seen.question.claims.verb
    match = seen.matches.get(verb) if verb is not None else None
    if match is None or match.term.word in EMPTY_VERBS or match.inside:
        return True
    return not _FUTURE.search(seen.evidence.text)


_FUTURE = re.compile(r"\b(?:will|shall|going to)\b|['’]ll\b", re.IGNORECASE)


def _repeats(sign: re.Match[str], said: Set[str]) -> bool:
    told = {word.stem for word in words(sign.group())}
    return bool(told) and told <= said


def _no_cause(sign: re.Match[str], text: str, deeds: Sequence[int]) -> bool:
    """Tell "forcing people out" and "since it closed" from a cause of what is asked about."""
    if not deeds:
        return False
    if sign.start() in deeds and _IS_DEED.match(sign.group()):
        return True
    doing = sign.group().lower() == "after" and _DOING.match(text, sign.end())
    if doing and _SOON_AFTER.search(text[: sign.start()]):
        return True  # "four months after promising it"
    if _WHEN_IT_DID.fullmatch(sign.group()):
        then = _FAR if sign.group().lower() == "since" else _NEXT
        return all(at > sign.end() and then.fullmatch(text[sign.end() : at]) for at in deeds)
    beside = [at for at in deeds if _WHICH_DID.search(text[:at])]
    return len(beside) == len(deeds) and sign.end() < min(beside)


def _without_setting(seen: Seen) -> str:
    """Leave out the dateline and what a thing is for: "Voltera, a maker of vans for farms, cut"."""
    whole = seen.evidence.text
    line = dateline(whole)
    start = line.end if line else 0
    told = max(start, min(_deeds(seen), default=start))
    return " " * start + blanked(_FOR, whole[start:told]) + whole[told:]


def _without_doer(by: re.Match[str]) -> str:
    """Take out who did it: "refused by the council" gives no cause, "grounded by fog" does."""
    return " " * len(by.group()) if is_person(by["doer"].casefold()) else by.group()


def _claimed(seen: Seen) -> bool:
    """Tell whether somebody says something else than that what is asked about happened."""
    verb = seen.question.claims.verb
    match = seen.matches.get(verb) if verb is not None else None
    told = match is not None and match.inside
    return bool(_CLAIMED.search(seen.evidence.text)) and not told
