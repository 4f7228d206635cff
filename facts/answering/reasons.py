"""Whether a fact that tells of an event also tells why: "why did it close" wants a cause."""

import re
from collections.abc import Iterator

from facts.answering.kinds import Kind
from facts.answering.lexicon import DETERMINERS, may_be_verb
from facts.answering.seen import Lack, Lacking, Seen
from facts.text import words

_DAY = r"(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:the )?(?:end|time)\b)"
_CAUSE = re.compile(
    r"\b(?:because|after|afterwards|due to|owing to|since|so|as|over|when|once|if|reasons?"
    r"|caus(?:e|ed|es|ing)|result(?:s|ed|ing)?|thanks to|therefore|thus|hence|led to|leads? to"
    r"|leading to|blam(?:e|ed|es|ing)|faults?|faulty|following|amid|given that|in (?:response"
    r"|protest|retaliation|revenge|solidarity|exchange|return|memory|honou?r|favou?r|order)"
    r"|(?:bid|effort|attempt) to|on (?:grounds|suspicion|charges)|aim(?:ed|s|ing)|inten(?:ded|ds"
    r"|t|tion)|purposes?|meant|designed|motiv\w+|prompt(?:ed|s|ing)|forc(?:ed|es|ing)"
    r"|trigger(?:ed|s)|spark(?:ed|s)|cit(?:ed|es|ing)|fear(?:s|ed|ing)?|without|lack(?:s|ed|ing)?"
    r"|short(?:age|ages)? of|too|accus(?:ed|es|ing)|enabl(?:ed|es|ing)|allow(?:ed|s|ing)?"
    r"|help(?:ed|s|ing)?|prevent(?:ed|s|ing)?|avoid(?:ed|s|ing)?|want(?:ed|s)|hop(?:e|es|ed|ing)"
    r"|explain(?:ed|s|ing)|attribut(?:ed|es|able)|depend(?:s|ed|ing) on|believ(?:es|ed|ing)"
    r"|says|said|out of|problems?|fail(?:s|ed|ure|ures|ing)"
    rf"|for(?! (?:{_DAY}|\w+ (?:day|week|month|year|hour|minute)s?\b))|by(?! {_DAY}))\b"
    r"|[;:\"“”«»]| [–—-] ",
    re.IGNORECASE,
)
_TO = re.compile(r"(?<!according )\bto (?P<verb>[a-z]+)\b")


def reasons(seen: Seen) -> Iterator[Lacking]:
    """Ask of "why did it close" that the fact tells more than that, and when, it closed.

    What the question says itself ("why did they leave without a deal") is no cause.
    """
    if seen.question.kind is not Kind.WHY:
        return
    text, asked = seen.evidence.text, set(seen.question.lowered)
    signs = ({word.folded for word in words(sign.group())} for sign in _CAUSE.finditer(text))
    told = any(not sign or not sign <= asked for sign in signs)
    purpose = any(
        sign["verb"] not in asked | DETERMINERS and may_be_verb(sign["verb"])
        for sign in _TO.finditer(text)
    )
    if not told and not purpose:
        yield Lacking(Lack.ANSWER, "why")
