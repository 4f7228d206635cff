"""Whether a fact that tells of an event also tells why: "why did it close" wants a cause."""

import re
from collections.abc import Iterator

from facts.answering.kinds import Kind
from facts.answering.lexicon import DETERMINERS, is_person, may_be_verb
from facts.answering.seen import Lack, Lacking, Seen, only_where
from facts.answering.wording import OTHER_WORDS
from facts.extraction.datelines import dateline
from facts.text import stem, words

_DAY = r"(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:the )?(?:end|time)\b)"
_MANY = r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
_CAUSE = re.compile(
    r"\b(?:because|after|afterwards|due to|owing to|since(?! \d)|so(?! (?:far|many|much|on)\b)"
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
    r"|out of|problems?|fail(?:s|ed|ure|ures|ing)"
    rf"|for(?! (?:{_DAY}|\w+ (?:day|week|month|year|hour|minute)s?\b))|by(?! (?:{_DAY}|{_MANY})))\b"
    r"|[;:\"“”«»]| [–—-] ",
    re.IGNORECASE,
)
_TO = re.compile(r"(?<!according )\bto (?P<verb>[a-z]+)\b")


# "For the third month", "after five days in custody": how long, not why.
_LASTING = re.compile(
    r"\b(?:for|after|over|in|since) (?:[\w-]+ ){1,3}?"
    r"(?:seconds|(?:minute|hour|day|night|week|month|quarter|year|decade|time)s?)\b(?! of\b)",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby (?:the |an? |its |their |his |her )?(?:[\w'’-]+ ){0,2}?(?P<doer>[\w'’-]+)")
_FOR = re.compile(r"\bfor\b", re.IGNORECASE)
# "Agreed to close", "is due to open": what is done, not what for.
_DECIDED = re.compile(
    r"\b(?:agree[sd]?|decide[sd]?|due|plan(?:s|ned)?|expect(?:s|ed)?|continue[sd]?|beg[aiu]n|able"
    r"|likely|set|refuse[sd]?|going|began|begins?|starts?|started|about|unable|ready) $",
    re.IGNORECASE,
)
_DUE_TO_DO = re.compile(
    r"\bdue to (?=(?:be|open|start|begin|end|close|take|run|meet|arrive|leave|return|vote|finish|go"
    r"|report|hear|speak|appear|decide|publish|resume|stand|land|sail|fly|come)\b)",
    re.IGNORECASE,
)
_CLAIMED = re.compile(r"\b(?:says|said)\b", re.IGNORECASE)


@only_where(lambda q: q.kind is Kind.WHY)
def reasons(seen: Seen) -> Iterator[Lacking]:
    """Ask of "why did it close" that the fact tells more than that, and when, it closed.

    What the question says itself ("why did they leave without a deal") is no cause.
    """
    asked = set(seen.question.lowered)
    text = _DUE_TO_DO.sub(
        "due. to ", _LASTING.sub(" ", _BY.sub(_without_doer, _without_setting(seen)))
    )
    signs = ({word.folded for word in words(sign.group())} for sign in _CAUSE.finditer(text))
    told = any(not sign or not sign <= asked for sign in signs) or _claimed(seen)
    said = set(map(stem, asked))  # "to close in 2027" is no reason for closing
    purpose = any(
        stem(sign["verb"]) not in said
        and sign["verb"] not in DETERMINERS
        and may_be_verb(sign["verb"])
        for sign in _TO.finditer(text)
        if not _DECIDED.search(text[: sign.start()])
    )
    if not told and not purpose:
        yield Lacking(Lack.ANSWER, "why")


def _without_setting(seen: Seen) -> str:
    """Leave out the dateline and what a thing is for: "Voltera, a maker of vans for farms, cut"."""
    whole, verb = seen.evidence.text, seen.question.claims.verb
    line = dateline(whole)
    start = line.end if line else 0
    deeds = seen.inside(verb) if verb is not None else ()
    told = max(start, min((seen.evidence.words[at].start for at in deeds), default=start))
    return _FOR.sub(" ", whole[start:told]) + whole[told:]


def _without_doer(by: re.Match[str]) -> str:
    """Take out who did it: "refused by the council" gives no cause, "grounded by fog" does."""
    return " " if is_person(by["doer"].casefold()) else by.group()


def _claimed(seen: Seen) -> bool:
    """Tell whether somebody says something else than that what is asked about happened."""
    verb = seen.question.claims.verb
    match = seen.matches.get(verb) if verb is not None else None
    told = match is not None and match.inside and match.origin not in OTHER_WORDS
    return bool(_CLAIMED.search(seen.evidence.text)) and not told
